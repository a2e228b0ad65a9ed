import Bilingual
import WorkingGroup

extension SessionStrings {
    /// The projector.
    enum Screen {
        static let soon = both("We beginnen zo.", "We begin soon.")
        static let joinTitle = both("Doe mee op uw telefoon", "Join on your telephone")
        static let scan = both(
            "Richt de camera op het vierkant, of ga naar", "Point the camera at the square, or go to")
        static let codeWord = both("Code", "Code")
        static let qrTitle = both("QR-code met het adres om mee te doen", "QR code with the address to join")
        static let onlyHere = both(
            "Dit adres werkt alleen op deze computer. Open het scherm met het adres van deze computer in het netwerk.",
            "This address works on this computer only. Open the screen at this computer's address in the network."
        )
        static let notVisible = both("De uitslag is nog niet zichtbaar.", "The outcome is not visible yet.")
        static let nothing = both("Nog niets.", "Nothing yet.")
        static let results = both("Uitslag", "Results")
        static let shared = both("Het meest gedeeld", "Most shared")
        static let disputed = both("Het meest verdeeld", "Most disputed")
        static let bottlenecks = both("Wat staat in de weg?", "What stands in the way?")
        static let alternatives = both("Wat kunnen we doen?", "What can we do?")
        static let norms = both("Waar legt de groep de grens?", "Where does the group draw the line?")
        static let normsHow = both(
            "Het midden: de helft van de groep zit eronder, de helft erboven.",
            "The middle: half of the group is below, half above.")
        static let tasks = both("Wie doet wat?", "Who does what?")
        static let plans = both("Waar willen we naartoe?", "Where do we want to go?")
        static let nothingToo = both("Niets doen", "Do nothing")
        static let tooFew = both("Te weinig mensen om te vertellen.", "Too few people to tell.")
        static let truth = both("Het echte antwoord", "The true answer")
        static let atStart = both("Begin", "Start")
        static let atEnd = both("Eind", "End")
        static let answerNow = both("Geef uw antwoord op uw telefoon.", "Give your answer on your telephone.")
        static let line = both("Mensen liggen op een lijn", "People lie on a line")
        static let noLine = both("Een lijn is niet aan te tonen", "No line can be shown")
        static let noGroups = both("Er zijn geen vaste groepen aan te tonen", "No stable groups can be shown")
        static let lineOrGroups = both("Een lijn of groepen?", "A line or groups?")

        static func page(_ page: Int, of all: Int) -> BilingualText {
            both("Bladzijde \(page) van \(all)", "Page \(page) of \(all)")
        }
        static func times(_ count: Int, of all: Int) -> BilingualText {
            both("\(count) van \(all)", "\(count) of \(all)")
        }
        static func group(_ letter: String, _ people: Int) -> BilingualText {
            both("Groep \(letter): \(people) mensen", "Group \(letter): \(people) people")
        }
    }

    /// A number with its unit.
    static func amount(_ value: Double, _ unit: String, _ language: Language) -> String {
        let text = NumberText(language).decimal(value, decimals: value == value.rounded() ? 0 : 1)
        return unit.isEmpty ? text : unit == "%" ? text + "%" : "\(text) \(unit)"
    }

    /// The middle and the spread of what people gave, in words; nothing of fewer than four people.
    static func spread(_ spread: Spread, unit: String, _ language: Language) -> String {
        guard let median = spread.median, let low = spread.lowerQuartile, let high = spread.upperQuartile
        else {
            return Screen.tooFew[language]
        }
        func text(_ value: Double) -> String { amount(value, unit, language) }
        return both(
            "midden \(text(median)); de helft zit tussen \(text(low)) en \(text(high)) (\(spread.people) mensen)",
            "middle \(text(median)); half lies between \(text(low)) and \(text(high)) (\(spread.people) people)"
        )[
            language]
    }
}
