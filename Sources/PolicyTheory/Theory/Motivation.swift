public import Bilingual

/// A reason that a municipality may have to strive for dispersal. More than one can hold at once, also unspoken.
public enum MotivationKind: String, Sendable, Codable, CaseIterable, Hashable {
    /// A more liveable area.
    case liveability
    /// Better chances for residents.
    case opportunity
    /// Municipal finance, property values and the city's image.
    case financeAndImage
    /// A fair share of tasks among areas or municipalities.
    case burdenSharing
    /// Fear that an area is cut off from the city.
    case preventIsolation
    /// More contact between groups.
    case contact
    /// A mixed population in schools.
    case schoolMix

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .liveability: BilingualText(nl: "Leefbaarheid", en: "Liveability")
        case .opportunity: BilingualText(nl: "Kansen voor bewoners", en: "Opportunity for residents")
        case .financeAndImage: BilingualText(nl: "Geld en imago", en: "Finance and image")
        case .burdenSharing: BilingualText(nl: "Eerlijk verdelen", en: "Sharing the burden")
        case .preventIsolation:
            BilingualText(nl: "Voorkomen dat een buurt losraakt", en: "Keeping an area from being cut off")
        case .contact: BilingualText(nl: "Contact tussen groepen", en: "Contact between groups")
        case .schoolMix: BilingualText(nl: "Gemengde scholen", en: "Mixed schools")
        }
    }
}

/// A motivation that someone put forward.
public struct Motivation: Sendable, Hashable, Codable {
    /// What kind of reason it is.
    public let kind: MotivationKind
    /// The actor who holds it, such as a council; nil when it was entered without a name.
    public let holder: String?

    /// Makes a motivation. A holder of only spaces counts as none.
    public init(kind: MotivationKind, holder: String? = nil) {
        self.kind = kind
        self.holder = holder.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
}
