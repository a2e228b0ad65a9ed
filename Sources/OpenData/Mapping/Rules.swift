public import Neighbourhoods

/// A year that is given, or stands in a column.
public enum YearRule: Sendable, Hashable, Codable {
    /// The same for all rows.
    case fixed(Int)
    /// In a column, as `2019` or `2019JJ00`.
    case column(String)

    private enum CodingKeys: String, CodingKey { case column }

    /// Reads `2015` or `{column: YEAR}`.
    public init(from decoder: any Decoder) throws {
        if let year = try? decoder.singleValueContainer().decode(Int.self) {
            self = .fixed(year)
        } else {
            self = .column(
                try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .column))
        }
    }

    /// Writes it the same way.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .fixed(let year):
            var box = encoder.singleValueContainer()
            try box.encode(year)
        case .column(let name):
            var box = encoder.container(keyedBy: CodingKeys.self)
            try box.encode(name, forKey: .column)
        }
    }
}

/// A text that is given, or stands in a column.
public enum TextRule: Sendable, Hashable, Codable {
    /// The same for all rows.
    case fixed(String)
    /// In a column.
    case column(String)

    private enum CodingKeys: String, CodingKey { case column }

    /// Reads a text or `{column: versie}`.
    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self = .fixed(text)
        } else {
            self = .column(
                try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .column))
        }
    }

    /// Writes it the same way.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .fixed(let text):
            var box = encoder.singleValueContainer()
            try box.encode(text)
        case .column(let name):
            var box = encoder.container(keyedBy: CodingKeys.self)
            try box.encode(name, forKey: .column)
        }
    }
}

/// A level that is given, or follows from a column.
public enum LevelRule: Sendable, Hashable, Codable {
    /// The same for all rows.
    case fixed(AreaLevel)
    /// By the text in a column; rows with another text are left out.
    case column(String, values: [String: AreaLevel])

    private enum CodingKeys: String, CodingKey { case column, values }

    /// Reads `neighbourhood` or `{column: niveau, values: {buurt: neighbourhood}}`.
    public init(from decoder: any Decoder) throws {
        if let level = try? decoder.singleValueContainer().decode(AreaLevel.self) {
            self = .fixed(level)
        } else {
            let box = try decoder.container(keyedBy: CodingKeys.self)
            self = .column(
                try box.decode(String.self, forKey: .column),
                values: try box.decode([String: AreaLevel].self, forKey: .values))
        }
    }

    /// Writes it the same way.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .fixed(let level):
            var box = encoder.singleValueContainer()
            try box.encode(level)
        case .column(let name, let values):
            var box = encoder.container(keyedBy: CodingKeys.self)
            try box.encode(name, forKey: .column)
            try box.encode(values, forKey: .values)
        }
    }
}
