public import Bilingual

/// Why an event is not taken, in one line for who sent it.
public enum SessionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Only the chair may do this.
    case onlyTheChair
    /// Only somebody in a seat may do this.
    case onlyASeat
    /// There is no such seat, or it was given up.
    case noSuchSeat
    /// The seat is taken.
    case seatIsTaken
    /// The session has not been made, or was made before.
    case wrongMoment(what: String)
    /// There is no statement, question or other thing with this number.
    case noSuch(what: String, number: Int)
    /// The text is empty or too long.
    case text(found: Int, most: Int)
    /// A value lies outside its range.
    case value(what: String, found: String, expected: String)
    /// The statement was voted on, so its text stands.
    case hasVotes(statement: Int)
    /// Only who wrote it may agree.
    case notTheAuthor
    /// Nobody votes now.
    case votingIsClosed
    /// The session is closed.
    case isClosed
    /// A form was sent without something that it needs; the sentence says what to fill in.
    case incomplete(BilingualText)
    /// One seat has brought in as much as it may.
    case tooMany(most: Int)
    /// More things are ticked than allowed.
    case tooManyTicked(found: Int, most: Int)
    /// What was chosen costs more than the budget, in millions of euros.
    case overBudget(sum: Double, budget: Double)
    /// The ambition has as many tasks as it may have.
    case enoughTasks(ambition: Int, most: Int)
    /// There are no more seats.
    case isFull(most: Int)
    /// This entry cannot be taken back.
    case cannotUndo(entry: Int)

    /// The line, in two languages.
    public var text: BilingualText {
        switch self {
        case .onlyTheChair:
            BilingualText(nl: "Alleen de voorzitter kan dit doen.", en: "Only the chair can do this.")
        case .onlyASeat:
            BilingualText(nl: "Alleen een deelnemer kan dit doen.", en: "Only a participant can do this.")
        case .noSuchSeat:
            BilingualText(
                nl: "Deze plaats bestaat niet. Vraag de voorzitter om een code.",
                en: "There is no such seat. Ask the chair for a code.")
        case .seatIsTaken:
            BilingualText(
                nl: "Deze plaats is al bezet. Vraag de voorzitter om een andere code.",
                en: "This seat is taken. Ask the chair for another code.")
        case .wrongMoment(let what):
            BilingualText(nl: "Dat kan nu niet: \(Self.dutch(what)).", en: "Not now: \(what).")
        case .noSuch(let what, let number):
            BilingualText(
                nl: "Nummer \(number) is er niet (\(Self.dutch(what))).",
                en: "There is no number \(number) (\(what)).")
        case .text(let found, let most):
            found == 0
                ? BilingualText(nl: "De tekst is leeg.", en: "The text is empty.")
                : BilingualText(
                    nl: "De tekst heeft \(found) tekens; \(most) is het meeste.",
                    en: "The text has \(found) characters; \(most) is the most.")
        case .value(let what, let found, let expected):
            BilingualText(
                nl:
                    "\(Self.dutch(what)): \(found.isEmpty ? "leeg" : found) kan niet; verwacht: \(Self.dutch(expected)).",
                en: "\(what): \(found.isEmpty ? "nothing" : found) is not possible; expected: \(expected).")
        case .hasVotes(let statement):
            BilingualText(
                nl: "Op stelling \(statement) is gestemd; de tekst staat vast.",
                en: "Statement \(statement) was voted on; its text stands.")
        case .notTheAuthor:
            BilingualText(
                nl: "Alleen wie de stelling schreef, kan hiermee instemmen.",
                en: "Only who wrote the statement can agree.")
        case .votingIsClosed: BilingualText(nl: "Er wordt nu niet gestemd.", en: "Nobody votes now.")
        case .isClosed: BilingualText(nl: "De bijeenkomst is gesloten.", en: "The session is closed.")
        case .incomplete(let sentence): sentence
        case .tooMany(let most):
            BilingualText(
                nl: "U bracht hier al \(most) bijdragen in. Dat is het meeste voor één plaats.",
                en: "You have brought in \(most) of these. That is the most for one seat.")
        case .tooManyTicked(let found, let most):
            BilingualText(
                nl: "U kruiste er \(found) aan; \(most) is het meeste.",
                en: "You ticked \(found); \(most) is the most.")
        case .overBudget(let sum, let budget):
            BilingualText(
                nl:
                    "Uw keuze kost \(Self.millions(sum, .dutch)) en het budget is \(Self.millions(budget, .dutch)). Haal er iets af.",
                en:
                    "Your choice costs \(Self.millions(sum, .english)) and the budget is \(Self.millions(budget, .english)). Take something off."
            )
        case .enoughTasks(let ambition, let most):
            BilingualText(
                nl:
                    "Ambitie \(ambition) heeft al \(most) taken. Laat er eerst een vervallen, of kies een andere ambitie.",
                en:
                    "Ambition \(ambition) has \(most) tasks already. Drop one first, or choose another ambition."
            )
        case .isFull(let most):
            BilingualText(
                nl: "Alle \(most) plaatsen zijn uitgegeven. Vraag het de voorzitter.",
                en: "All \(most) seats are given out. Ask the chair.")
        case .cannotUndo(let entry):
            BilingualText(nl: "Regel \(entry) kan niet terug.", en: "Entry \(entry) cannot be taken back.")
        }
    }

    private static func millions(_ value: Double, _ language: Language) -> String {
        "€\u{A0}\(NumberText(language).decimal(value, decimals: 1))\u{A0}\(language == .dutch ? "mln" : "m")"
    }

    /// The line in English.
    public var description: String { text.en }
}
