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
        case .cannotUndo(let entry):
            BilingualText(nl: "Regel \(entry) kan niet terug.", en: "Entry \(entry) cannot be taken back.")
        }
    }

    /// The line in English.
    public var description: String { text.en }
}
