public import Bilingual

/// The country that a study is about, by its two-letter code (`UK` for the United Kingdom), or `INT` for
/// studies of several countries. Any code of two capital letters is taken, so that a register can grow.
public struct Region: RawRepresentable, Sendable, Hashable, Codable {
    /// The code.
    public let rawValue: String

    /// A region; nil when the code is neither two capital letters nor `INT`.
    public init?(rawValue: String) {
        let capitals = rawValue.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) }
        guard rawValue == "INT" || (rawValue.count == 2 && capitals) else { return nil }
        self.rawValue = rawValue
    }

    private init(known code: String) { rawValue = code }

    /// The Netherlands.
    public static let netherlands = Region(known: "NL")
    /// Several countries.
    public static let international = Region(known: "INT")

    /// Its name; the code where the register has no name for it.
    public var name: BilingualText { Self.names[rawValue] ?? BilingualText(same: rawValue) }

    private static let names: [String: BilingualText] = [
        "NL": BilingualText(nl: "Nederland", en: "Netherlands"),
        "SE": BilingualText(nl: "Zweden", en: "Sweden"),
        "DK": BilingualText(nl: "Denemarken", en: "Denmark"),
        "NO": BilingualText(nl: "Noorwegen", en: "Norway"),
        "CH": BilingualText(nl: "Zwitserland", en: "Switzerland"),
        "DE": BilingualText(nl: "Duitsland", en: "Germany"),
        "BE": BilingualText(nl: "België", en: "Belgium"),
        "FR": BilingualText(nl: "Frankrijk", en: "France"),
        "UK": BilingualText(nl: "Verenigd Koninkrijk", en: "United Kingdom"),
        "US": BilingualText(nl: "Verenigde Staten", en: "United States"),
        "CA": BilingualText(nl: "Canada", en: "Canada"),
        "AU": BilingualText(nl: "Australië", en: "Australia"),
        "IN": BilingualText(nl: "India", en: "India"),
        "NZ": BilingualText(nl: "Nieuw-Zeeland", en: "New Zealand"),
        "INT": BilingualText(nl: "meer landen", en: "several countries"),
    ]
}
