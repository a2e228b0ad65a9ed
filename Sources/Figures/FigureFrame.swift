public import Bilingual

/// What stands around a picture: the same frame for every figure. All texts are in `language` already and are
/// computed by the caller; a figure adds no finding of its own.
public struct FigureFrame: Sendable {
    /// The id of the figure on its page; letters, digits, `-` and `_`, anything else becomes `-`.
    public let id: String
    /// The finding, as a title: "In 5 van de 84 buurten heeft meer dan een derde een laag inkomen".
    public var title: String
    /// What is drawn, of what and when, with the unit.
    public var subtitle: String
    /// "Wat ziet u?": how to read the picture. Empty = left out.
    public var seen: String
    /// "Wat zegt het niet?": what must not be concluded. Empty = left out.
    public var notSaid: String
    /// Where the numbers come from and what they bear on.
    public var provenance: FigureProvenance
    /// Where the numbers can be downloaded, if they can.
    public var csvHref: String?
    /// The language of all texts and numbers in the figure.
    public var language: Language
    /// What the areas of the figure are called.
    public var areaNoun: AreaNoun

    /// A frame from its parts, where only the source is known and that in words.
    public init(
        id: String, title: String, subtitle: String, seen: String = "", notSaid: String = "", source: String,
        csvHref: String? = nil, language: Language, areaNoun: AreaNoun = .neighbourhood
    ) {
        self.init(
            id: id, title: title, subtitle: subtitle, seen: seen, notSaid: notSaid,
            provenance: FigureProvenance(source: source), csvHref: csvHref, language: language,
            areaNoun: areaNoun)
    }

    /// A frame from its parts.
    public init(
        id: String, title: String, subtitle: String, seen: String = "", notSaid: String = "",
        provenance: FigureProvenance, csvHref: String? = nil, language: Language,
        areaNoun: AreaNoun = .neighbourhood
    ) {
        self.id = String(
            id.unicodeScalars.map { scalar -> Character in
                let isPlain =
                    scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || scalar == "-" || scalar == "_")
                return isPlain ? Character(scalar) : "-"
            })
        self.title = title
        self.subtitle = subtitle
        self.seen = seen
        self.notSaid = notSaid
        self.provenance = provenance
        self.csvHref = csvHref
        self.language = language
        self.areaNoun = areaNoun
    }
}
