import Bilingual

/// The chair's console: outcome, bottlenecks, alternatives, plans, norms, registers and closing.
extension SessionStrings.Chair {
    private static func both(_ nl: String, _ en: String) -> BilingualText { SessionStrings.both(nl, en) }

    // MARK: Outcome
    static let outcome = both("Uitkomst", "Outcome")
    static let noVotes = both("Er is nog geen ronde gesloten.", "No round has been closed yet.")
    static let mostShared = both("Het meest gedeeld", "Most shared")
    static let mostDisputed = both("Het meest verdeeld", "Most disputed")
    static let lineAndGroups = both("Een lijn of groepen?", "A line or groups?")
    static let notShownYet = both(
        "De groep ziet dit pas als u de uitslag toont.", "The group sees this only when you show the outcome."
    )
    static let byKind = both("Naar soort deelnemer", "By kind of participant")
    static let kind = both("Soort", "Kind")
    static let notSaid = both("niet gezegd of op papier", "not said or on paper")
    static let tooFewToTell = both("Te weinig mensen om te vertellen.", "Too few people to tell.")
    static let oneEnd = both("Aan de ene kant:", "At one end:")
    static let otherEnd = both("Aan de andere kant:", "At the other end:")
    static let groupTooSmall = both(
        "Een van de groepen is te klein om te vertellen.", "One of the groups is too small to be told.")
    static let changes = both("Wat veranderde tussen de rondes?", "What changed between the rounds?")
    static let changesHow = both(
        "Van mensen die in beide rondes stemden. p is de kans dat toeval dit geeft.",
        "Of people who voted in both rounds. p is the chance that chance gives this.")

    static func outcomeOf(_ round: Int) -> BilingualText {
        both("Uitkomst van ronde \(round)", "Outcome of round \(round)")
    }
    static func voters(_ people: Int, statements: Int) -> BilingualText {
        both(
            "\(people) mensen stemden op \(statements) stellingen.",
            "\(people) people voted on \(statements) statements.")
    }
    static func people(_ count: Int) -> BilingualText { both("\(count) mensen", "\(count) people") }
    static func otherChanges(_ count: Int) -> BilingualText {
        both("Nog \(count) stellingen", "\(count) more statements")
    }
    static func moved(up: Int, down: Int, of people: Int, p: String) -> BilingualText {
        both(
            "\(up) naar eens, \(down) naar oneens, van \(people) (p \(p))",
            "\(up) towards agree, \(down) towards disagree, of \(people) (p \(p))")
    }

    // MARK: Bottlenecks
    static let newBottleneck = both("Nieuw knelpunt", "New bottleneck")
    static let whatStands = both("Wat staat in de weg?", "What stands in the way?")
    static let bottleneckType = both("Waar gaat het om?", "What is it about?")
    static let remover = both("Wie kan het weghalen?", "Who can remove it?")
    static let lever = both("Knop", "Lever")
    static let noLever = both("geen", "none")
    static let choices = both("Keuzes van de groep", "Choices of the group")
    static let countNow = both("Tel de keuzes nu", "Count the choices now")
    static let countNowWhy = both(
        "De telling blijft staan tot u opnieuw telt. Zo verraadt een nieuwe keuze niet wie die maakte.",
        "The count stands until you count again. So a new choice does not betray who made it.")
    static let threeRules = both("Wat drie regels kiezen", "What three rules choose")
    static let proportional = both("Iedere groep telt mee (evenredig)", "Every view counts (proportional)")
    static let mostApproved = both("Meeste stemmen", "Most votes")
    static let equalShares = both("Gelijke delen", "Equal shares")
    static let rulesDiffer = both("De regels kiezen verschillend.", "The rules choose differently.")
    static let rulesAgree = both("De regels kiezen hetzelfde.", "The rules choose the same.")
    static let or = both("of", "or")

    static func bottlenecks(_ count: Int) -> BilingualText {
        both("Knelpunten (\(count))", "Bottlenecks (\(count))")
    }
    static func canRemove(_ who: String) -> BilingualText {
        both("weg te halen door: \(who)", "can be removed by: \(who)")
    }
    static func chose(_ people: Int) -> BilingualText {
        both(
            people == 1 ? "1 persoon koos." : "\(people) mensen kozen.",
            people == 1 ? "1 person chose." : "\(people) people chose.")
    }
    static func countedOf(_ people: Int) -> BilingualText {
        both("Geteld van \(people) mensen:", "Counted of \(people) people:")
    }
    static func served(_ served: Int, of people: Int) -> BilingualText {
        both(
            "\(served) van \(people) mensen vinden iets van zichzelf terug in de evenredige keuze.",
            "\(served) of \(people) people find something of their own in the proportional choice.")
    }
    static func andMore(_ count: Int) -> BilingualText { both("en nog \(count)", "and \(count) more") }

    // MARK: Alternatives
    static let budget = both("Budget", "Budget")
    static let noBudget = both("Er is geen budget.", "There is no budget.")
    static let budgetLabel = both("Miljoen euro", "Millions of euros")
    static let nothingToo = both("Niets doen kan altijd ook.", "Doing nothing is always possible too.")
    static let priceUnknown = both("prijs onbekend", "price unknown")
    static let package = both("Pakket", "Package")
    static let toDesk = both(
        "Reken dit door op de mengtafel (nieuw venster)", "Run this on the mixing desk (new window)")
    static let newAlternative = both("Nieuw alternatief", "New alternative")
    static let alternativeName = both("Naam", "Name")
    static let price = both(
        "Prijs in miljoen euro (leeg als die onbekend is)", "Price in millions of euros (empty if unknown)")
    static let packageLabel = both(
        "Pakket van maatregelen als YAML (mag leeg)", "Package of measures as YAML (may be empty)")
    static let doNothing = both("niets doen", "do nothing")
    static let noAdvice = both("Een telling is geen advies.", "A count is no advice.")
    static let withoutPrice = both(
        "Wat geen prijs heeft, telde als gratis.", "What has no price counted as free.")

    static func budgetIs(_ amount: String) -> BilingualText {
        both("Het budget is \(amount).", "The budget is \(amount).")
    }
    static func million(_ amount: String) -> BilingualText {
        both("€ \(amount) miljoen", "€ \(amount) million")
    }
    static func alternativesTitle(_ count: Int) -> BilingualText {
        both("Alternatieven (\(count))", "Alternatives (\(count))")
    }

    // MARK: Plans
    static let ambitions = both("Van ambitie naar knop", "From ambition to lever")
    static let ambition = both("Ambitie", "Ambition")
    static let newAmbition = both("Nieuwe ambitie", "New ambition")
    static let newTarget = both("Nieuw doel", "New target")
    static let targetText = both("Doel", "Target")
    static let targetWord = both("Voor welk doel?", "For which target?")
    static let noTarget = both("geen doel", "no target")
    static let year = both("In welk jaar?", "In which year?")
    static let newLever = both("Knop op een plek", "Lever on a place")
    static let place = both("Plek", "Place")
    static let tasks = both("Eerste taken", "First tasks")

    static func target(_ number: Int) -> BilingualText { both("Doel \(number)", "Target \(number)") }
    static func forTarget(_ number: Int) -> BilingualText {
        both("voor doel \(number)", "for target \(number)")
    }

    // MARK: Norms and knowledge
    static let norms = both("Normen van de groep", "Norms of the group")
    static let normsWhy = both(
        "Het beleid noemt geen getal. De groep geeft er zelf een; het scherm toont het midden en de spreiding.",
        "The policy gives no number. The group gives one itself; the screen shows the middle and the spread.")
    static let newNorm = both("Een eigen grens vragen", "Ask for a limit of your own")
    static let normText = both("Waarvan legt de groep de grens?", "Of what does the group set the limit?")
    static let askNorm = both("Vraag het de groep", "Ask the group")
    static let lowest = both("Laagste waarde", "Lowest value")
    static let highest = both("Hoogste waarde", "Highest value")
    static let knowledge = both("Kennisvragen", "Knowledge items")
    static let knowledgeWhy = both(
        "Vragen met een echt antwoord uit de gegevens. De groep antwoordt aan het begin en aan het eind. De antwoorden komen pas bij het slot op het scherm.",
        "Questions with a true answer from the data. The group answers at the start and at the end. The answers come on the screen at the closing step only."
    )
    static let newItem = both("Nieuwe kennisvraag", "New knowledge item")
    static let itemText = both("Vraag", "Question")
    static let unit = both("Eenheid, zoals %", "Unit, such as %")
    static let truth = both("Echt antwoord (een getal)", "True answer (a number)")
    static let itemSource = both("Bron", "Source")
    static let noTruth = both("geen echt antwoord bekend", "no true answer known")
    static let atStart = both("Aan het begin:", "At the start:")
    static let atEnd = both("Aan het eind:", "At the end:")
    static let answersOnScreen = both("Met antwoorden op het scherm", "With answers on the screen")

    static func trueAnswer(_ amount: String) -> BilingualText {
        both("echt antwoord: \(amount)", "true answer: \(amount)")
    }
    static func answered(_ count: Int) -> BilingualText { both("\(count) antwoordden", "\(count) answered") }
    static let answersLater = both(
        "De antwoorden blijven verborgen tot de vragen aan het eind. Begin eerst het slot.",
        "The answers stay hidden until the questions at the end. Begin the closing step first.")
    static func pollProgress(_ answered: Int, of people: Int, atEnd: Bool, isEnough: Bool) -> BilingualText {
        let (nl, en) = atEnd ? ("Aan het eind", "At the end") : ("Aan het begin", "At the start")
        return both(
            "\(nl): \(answered) van \(people) antwoordden op alles. "
                + (isEnough
                    ? "Dat is genoeg om verder te gaan."
                    : "Nog geen 9 van de 10; u mag wachten of verder gaan."),
            "\(en): \(answered) of \(people) answered everything. "
                + (isEnough ? "That is enough to go on." : "Not yet 9 in 10; you may wait or go on."))
    }
    static func learned(_ nearer: Int, _ farther: Int) -> BilingualText {
        both(
            "\(nearer) kwamen dichter bij, \(farther) gingen verder weg.",
            "\(nearer) came nearer, \(farther) went away from it.")
    }

    // MARK: Questions and registers
    static let newQuestion = both("Nieuwe vraag", "New question")
    static let questionText = both("Vraag", "Question")
    static let theme = both("Thema, 1 tot en met 7 (mag leeg)", "Theme, 1 to 7 (may be empty)")
    static let settle = both("Handel af", "Settle")
    static let status = both("Stand", "Status")
    static let owner = both("Wie neemt de vraag mee?", "Who takes the question along?")
    static let answer = both("Antwoord", "Answer")
    static let newNote = both("Schrijf iets op", "Write something down")
    static let register = both("In welk register?", "In which register?")
    static let text = both("Tekst", "Text")

    static func questions(_ count: Int) -> BilingualText { both("Vragen (\(count))", "Questions (\(count))") }
    static func themeIs(_ theme: Int) -> BilingualText { both("thema \(theme)", "theme \(theme)") }
    static func ownedBy(_ owner: String) -> BilingualText { both("bij: \(owner)", "with: \(owner)") }

    // MARK: Log and closing
    static let moderation = both("Besluiten over stellingen", "Decisions on statements")
    static let undoTitle = both("Ongedaan maken", "Undo")
    static let undo = both("Maak ongedaan", "Undo")
    static let undoWhy = both(
        "De laatste twaalf. Waar al op gestemd of op verder gebouwd is, kan niet terug.",
        "The last twelve. What was voted on or built upon cannot be undone.")
    static let closeTitle = both("Sluiten", "Closing")
    static let closeWhy = both(
        "Na het sluiten kan niemand meer stemmen of schrijven. Taken en vragen kunt u nog bijwerken.",
        "After closing nobody can vote or write. You can still keep up tasks and questions.")
    static let closeSure = both("Ja, de bijeenkomst is klaar", "Yes, the session is done")
    static let close = both("Sluit de bijeenkomst", "Close the session")
    static let notSure = both(
        "Zet eerst het vinkje bij “Ja, de bijeenkomst is klaar”.", "First tick “Yes, the session is done”.")
    static let noConsent = both(
        "Zet eerst het vinkje dat deze persoon het goed vindt.", "First tick that this person agrees.")
    static let report = both("Verslag", "Report")
    static let wholeReport = both("Het hele verslag", "The whole report")
    static let summary = both("Samenvatting op één bladzijde", "Summary on one page")
    static let asPDF = both("Als PDF", "As PDF")
    static let asODT = both("Als ODT (LibreOffice)", "As ODT (LibreOffice)")
    static let asDOCX = both("Als DOCX (Word)", "As DOCX (Word)")

    static func wrongPackage(_ line: String) -> BilingualText {
        both("Het pakket klopt niet: \(line)", "The package is not right: \(line)")
    }
}
