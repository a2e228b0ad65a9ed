/// The scale of an area, from the country down. Every measure says at which scale it was taken.
public enum AreaLevel: String, Sendable, Codable, CaseIterable, Comparable, Hashable {
    /// The Netherlands (land).
    case nation
    /// A municipality (gemeente).
    case municipality
    /// A district (wijk).
    case district
    /// A neighbourhood (buurt), or the unit that a municipality uses in its place.
    case neighbourhood
    /// An estate (complex): homes of one owner that are let and renewed together.
    case estate

    /// Coarse levels come first.
    public static func < (left: AreaLevel, right: AreaLevel) -> Bool { left.rank < right.rank }

    private var rank: Int { AreaLevel.allCases.firstIndex(of: self) ?? 0 }
}

/// The code of an area as its producer writes it: `GM0599`, `WK059901`, `BU05990110`, `BU0363ME01` (letters do
/// occur). Padding around it is not part of it.
public struct AreaCode: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// The code without padding.
    public let rawValue: String

    /// A code from text that may be padded with spaces.
    public init(_ text: some StringProtocol) {
        var slice = text[...]
        while let first = slice.first, first.isWhitespace { slice = slice.dropFirst() }
        while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
        rawValue = String(slice)
    }

    /// The level that CBS's prefix tells, or nil for a code of another maker.
    public var level: AreaLevel? {
        switch rawValue.prefix(2) {
        case "NL": .nation
        case "GM": .municipality
        case "WK": .district
        case "BU": .neighbourhood
        default: nil
        }
    }

    /// The municipality that the CBS prefix of a district or neighbourhood points to (`BU05990110` -> `GM0599`).
    public var municipality: AreaCode? {
        switch level {
        case .municipality: self
        case .district, .neighbourhood:
            rawValue.count >= 6 ? AreaCode("GM" + rawValue.dropFirst(2).prefix(4)) : nil
        case .nation, .estate, nil: nil
        }
    }

    /// The district of a CBS neighbourhood code (`BU05990110` -> `WK059901`).
    public var district: AreaCode? {
        level == .neighbourhood && rawValue.count >= 8
            ? AreaCode("WK" + rawValue.dropFirst(2).prefix(6)) : nil
    }

    /// The code itself.
    public var description: String { rawValue }

    /// Codes are ordered as text.
    public static func < (left: AreaCode, right: AreaCode) -> Bool { left.rawValue < right.rawValue }

    /// Reads the code as one string.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the code as one string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// An area: a municipality, district, neighbourhood or estate.
public struct Area: Sendable, Hashable, Codable, Identifiable {
    /// Its code.
    public var code: AreaCode
    /// Its name as the producer writes it.
    public var name: String
    /// Its scale.
    public var level: AreaLevel
    /// The area one level up, where known.
    public var parent: AreaCode?
    /// The municipality it belongs to; nil for the nation.
    public var municipality: AreaCode?

    /// The code is the identity.
    public var id: AreaCode { code }

    /// Makes an area. `parent` and `municipality` follow from a CBS code when they are not given.
    public init(
        code: AreaCode, name: String, level: AreaLevel, parent: AreaCode? = nil, municipality: AreaCode? = nil
    ) {
        self.code = code
        self.name = name
        self.level = level
        self.municipality = municipality ?? code.municipality
        self.parent =
            parent ?? (level == .neighbourhood ? code.district : level == .district ? code.municipality : nil)
    }
}
