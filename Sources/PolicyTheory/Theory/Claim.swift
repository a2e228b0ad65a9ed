public import Bilingual

/// Where a part of the policy theory is stated.
public struct StatementReference: Sendable, Hashable, Codable {
    /// The number of the sentence in the text that set up the working group, such as `S4a`.
    public let statement: String
    /// The title of the document that the sentence takes its words from; nil where the group's text speaks itself.
    public let document: String?
    /// The page in that document.
    public let page: Int?

    /// A sentence of the agenda that the working group was given.
    static func agenda(_ statement: String) -> StatementReference {
        StatementReference(statement: statement, document: "Datgene wat ons bindt", page: 13)
    }

    /// A sentence of the working group's own text.
    static func group(_ statement: String) -> StatementReference {
        StatementReference(statement: statement, document: nil, page: nil)
    }
}

/// The six statements in the problem definition that local data can test. They are claims, not facts; the texts are
/// summaries in this project's own words.
public enum Claim: String, Sendable, Codable, CaseIterable, Hashable, Identifiable {
    /// Most people of a group live in areas with a one-sided stock and limited facilities.
    case residence = "C1"
    /// Residents of such areas have more trouble from crime.
    case crime = "C2"
    /// They are dissatisfied with their neighbourhood.
    case dissatisfaction = "C3"
    /// They wish to move away more often.
    case wishToMove = "C4"
    /// Good facilities add to the well-being of the area and the emancipation of its residents.
    case facilities = "C5"
    /// Physical measures, social facilities and steering of the stock together lead to better mixing.
    case mixing = "C6"

    /// The identifier on cards and in links: `C1` to `C6`.
    public var id: String { rawValue }

    /// A short title.
    public var title: BilingualText {
        switch self {
        case .residence: BilingualText(nl: "Waar mensen wonen", en: "Where people live")
        case .crime: BilingualText(nl: "Criminaliteit en overlast", en: "Crime and nuisance")
        case .dissatisfaction:
            BilingualText(nl: "Tevreden over de buurt", en: "Satisfied with the neighbourhood")
        case .wishToMove: BilingualText(nl: "Willen verhuizen", en: "Wishing to move")
        case .facilities:
            BilingualText(nl: "Voorzieningen en welzijn", en: "Facilities and well-being")
        case .mixing: BilingualText(nl: "Menging van inkomens", en: "Mixing of incomes")
        }
    }

    /// What the claim says, in this project's own words.
    public var text: BilingualText {
        switch self {
        case .residence:
            BilingualText(
                nl: "Meer dan de helft van de groep woont in buurten met eenzijdige woningen en weinig "
                    + "voorzieningen.",
                en: "More than half of the group lives in areas with one-sided housing and few facilities.")
        case .crime:
            BilingualText(
                nl: "Bewoners van zulke buurten hebben meer te maken met criminaliteit en overlast.",
                en: "Residents of such areas face more crime and nuisance.")
        case .dissatisfaction:
            BilingualText(
                nl: "Bewoners van zulke buurten zijn minder tevreden over hun buurt.",
                en: "Residents of such areas are less satisfied with their neighbourhood.")
        case .wishToMove:
            BilingualText(
                nl: "Bewoners van zulke buurten willen vaker naar een andere buurt verhuizen.",
                en: "Residents of such areas wish to move to another neighbourhood more often.")
        case .facilities:
            BilingualText(
                nl:
                    "Goede voorzieningen helpen het welzijn van de buurt en de emancipatie van bewoners vooruit.",
                en: "Good facilities add to the well-being of the area and the emancipation of residents.")
        case .mixing:
            BilingualText(
                nl:
                    "Fysieke ingrepen, sociale voorzieningen en sturing op de woningvoorraad leiden samen tot "
                    + "een betere menging van inkomensgroepen.",
                en:
                    "Physical measures, social facilities and steering of the stock together lead to a better "
                    + "mixing of income groups.")
        }
    }

    /// Where it is stated.
    public var reference: StatementReference {
        switch self {
        case .residence: .agenda("S3")
        case .crime: .agenda("S4a")
        case .dissatisfaction: .agenda("S4b")
        case .wishToMove: .agenda("S4c")
        case .facilities: .agenda("S7")
        case .mixing: .agenda("S9")
        }
    }

    /// Whether it says that one thing brings about another. Data on areas alone never settle such a claim.
    public var isCausal: Bool { self == .facilities || self == .mixing }
}
