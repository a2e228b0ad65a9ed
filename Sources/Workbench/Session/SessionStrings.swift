import Bilingual
import Perspectives
import WorkingGroup

/// The texts of the live session, in both languages. What all pages share stands here; every page has its own file.
enum SessionStrings {
    /// A text in both languages: Dutch, then English.
    static func both(_ nl: String, _ en: String) -> BilingualText { BilingualText(nl: nl, en: en) }

    static let refusedTitle = both("Geen toegang", "No access")
    static let refusedHeading = both(
        "Deze bladzijde is van de voorzitter", "This page belongs to the chair")
    static let refusedText = both(
        "Open de link die de voorzitter bij het begin kreeg. In die link staat een sleutel.",
        "Open the link that the chair got at the start. That link holds a key.")
    static let notKept = both(
        "Niet bewaard: de schijf weigert. Probeer het opnieuw.", "Not kept: the disk refuses. Try again.")

    static let tooFewVotes = both(
        "Nog minder dan \(SmallCells.least) stemmen.", "Fewer than \(SmallCells.least) votes so far.")

    static let nearlyOver = both("Nog één minuut", "One minute left")
    static let timeIsUp = both("De tijd is om", "The time is up")
    static func minutes(_ count: Int) -> BilingualText { both("\(count) minuten", "\(count) minutes") }

    static func counts(_ agree: Int, _ pass: Int, _ disagree: Int) -> BilingualText {
        both(
            "✓ \(agree) eens · – \(pass) pas · ✗ \(disagree) oneens",
            "✓ \(agree) agree · – \(pass) pass · ✗ \(disagree) disagree")
    }

    static func seated(_ count: Int) -> BilingualText {
        both(
            count == 1 ? "1 doet mee" : "\(count) doen mee",
            count == 1 ? "1 takes part" : "\(count) take part")
    }

    static func reading(_ reading: StatementSummary.Reading) -> BilingualText {
        switch reading {
        case .sharedAgreement: both("gedeeld: eens", "shared: agree")
        case .sharedDisagreement: both("gedeeld: oneens", "shared: disagree")
        case .disputed: both("verdeeld", "disputed")
        case .unsure: both("onzeker", "unsure")
        case .leaning: both("neigt naar een kant", "leans to one side")
        case .noVotes: both("geen stemmen", "no votes")
        }
    }
}
