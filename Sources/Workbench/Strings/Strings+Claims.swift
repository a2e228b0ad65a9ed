import Bilingual

extension Strings {
    enum Claims {
        static let arrows = BilingualText(nl: "De pijlen van deze bewering", en: "The arrows of this claim")
        static let title = BilingualText(nl: "Zes beweringen, getoetst", en: "Six claims, tested")
        static let lead = BilingualText(
            nl:
                "Het beleid gaat uit van zes beweringen. Het zijn geen feiten. Hier ziet u wat de cijfers van deze gemeente ervan zeggen.",
            en:
                "The policy rests on six claims. They are not facts. Here you see what the figures of this municipality say about them."
        )
        static let whatFiguresSay = BilingualText(
            nl: "Wat zeggen de cijfers hier?", en: "What do the figures say here?")
        static let figure = BilingualText(nl: "Cijfer", en: "Figure")
        static let value = BilingualText(nl: "Waarde", en: "Value")
        static let lower = BilingualText(nl: "Ondergrens (95%)", en: "Lower end (95%)")
        static let upper = BilingualText(nl: "Bovengrens (95%)", en: "Upper end (95%)")
        static let areas = BilingualText(nl: "Aantal gebieden", en: "Number of areas")
        static let byChance = BilingualText(nl: "Door toeval te verwachten", en: "Expected by chance")
        static let corrected = BilingualText(nl: "Zonder toeval", en: "Without chance")
        static let correctedLower = BilingualText(
            nl: "Zonder toeval, ondergrens (95%)", en: "Without chance, lower end (95%)")
        static let correctedUpper = BilingualText(
            nl: "Zonder toeval, bovengrens (95%)", en: "Without chance, upper end (95%)")
        static let noChance = BilingualText(
            nl: "toeval duwt dit cijfer niet omhoog", en: "chance does not push this figure up")
        static let trend = BilingualText(nl: "Verloop", en: "Trend")
        static let noTrend = BilingualText(nl: "Geen verloop", en: "No trend")
        static let onlyTwoYears = BilingualText(
            nl: "Er zijn maar twee jaren. Voor een verloop zijn er ten minste drie nodig.",
            en: "There are only two years. A trend takes at least three.")
        static let othersTitle = BilingualText(
            nl: "Andere cijfers bij deze bewering", en: "Other figures for this claim")
        static let details = BilingualText(nl: "Alles over deze bewering", en: "All about this claim")
        static let more = BilingualText(
            nl: "Waarom dit oordeel, en wat weten we nog meer?",
            en: "Why this verdict, and what else is known?")
        static let all = BilingualText(nl: "Alle beweringen", en: "All claims")
        static let evidence = BilingualText(nl: "Wat weten we nog meer?", en: "What else is known?")
        static let simulation = BilingualText(nl: "Simulatie", en: "Simulation")
        static let studies = BilingualText(nl: "Onderzoek", en: "Studies")
        static let votes = BilingualText(nl: "Stemmen", en: "Votes")
        static let caveats = BilingualText(nl: "Let hierop", en: "Mind this")
        static let data = BilingualText(nl: "Gebruikte cijfers", en: "Figures used")
        static let verdicts = BilingualText(
            nl: "Wat betekent het oordeel?", en: "What does the verdict mean?")
        static let causal = BilingualText(
            nl:
                "Deze bewering gaat over oorzaak en gevolg. Cijfers van één gemeente kunnen dat niet bewijzen.",
            en: "This claim is about cause and effect. Figures of one municipality cannot prove that.")
        static let originLink = BilingualText(
            nl: "Hoe is de groep waargenomen?", en: "How was the group observed?")
        static let switchHint = BilingualText(
            nl: "Deze keuze geldt voor alle zes beweringen.", en: "This choice holds for all six claims.")
        static let verdictMeanings: [BilingualText] = [
            BilingualText(
                nl: "Steunt: het hele 95%-interval ligt aan de kant van de bewering.",
                en: "Supports: the whole 95% interval lies on the side of the claim."),
            BilingualText(
                nl: "Spreekt tegen: het hele interval ligt aan de andere kant.",
                en: "Contradicts: the whole interval lies on the other side."),
            BilingualText(
                nl: "Onbeslist: de cijfers kunnen beide kanten op.",
                en: "Undecided: the figures can go both ways."),
            BilingualText(
                nl: "Niet te toetsen: de cijfers die nodig zijn, zijn er niet.",
                en: "Not testable: the figures that are needed are not there."),
        ]
        static let interval = BilingualText(
            nl:
                "Een 95%-interval is een marge: bij heel veel herhalingen zou de echte waarde er in 95 van de 100 keer binnen liggen.",
            en:
                "A 95% interval is a margin: with very many repeats the true value would lie inside it 95 times out of 100."
        )
        static let groupThreshold = BilingualText(nl: "Grens van de groep", en: "The group's threshold")

        static func reference(_ statement: String, _ document: String?, _ page: Int?) -> BilingualText {
            let place = [document.map { "“\($0)”" }, page.map { "p. \($0)" }].compactMap(\.self)
                .joined(separator: ", ")
            return BilingualText(
                nl: "Zin \(statement)\(place.isEmpty ? "" : ", \(place)"), in eigen woorden",
                en: "Sentence \(statement)\(place.isEmpty ? "" : ", \(place)"), in our own words")
        }
    }
}
