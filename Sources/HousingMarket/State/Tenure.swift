public import Bilingual
public import Neighbourhoods

/// How a home is held: the division of the stock in which the market clears.
public enum Tenure: UInt8, Sendable, Codable, CaseIterable, Hashable {
    /// Let by a housing association below the rent ceiling (sociale huur).
    case socialRent = 0
    /// Let in the regulated middle segment (middenhuur).
    case midRent = 1
    /// Let by others, or above the middle segment (particuliere huur).
    case privateRent = 2
    /// Lived in by its owner (koop).
    case ownerOccupied = 3

    /// How many tenures there are.
    @usableFromInline static let count = 4

    /// The word for it in package files.
    public var word: String {
        switch self {
        case .socialRent: "socialRent"
        case .midRent: "midRent"
        case .privateRent: "privateRent"
        case .ownerOccupied: "ownerOccupied"
        }
    }

    /// The variable that holds its share of the stock.
    public var variable: Variable.ID { Variable.ID(rawValue: "tenure.\(word)") }

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .socialRent: BilingualText(nl: "sociale huur", en: "social rent")
        case .midRent: BilingualText(nl: "middenhuur", en: "mid-market rent")
        case .privateRent: BilingualText(nl: "particuliere huur", en: "private rent")
        case .ownerOccupied: BilingualText(nl: "koop", en: "owner-occupied")
        }
    }
}
