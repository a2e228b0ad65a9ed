/// A group of persons or households, known by its name in the table.
///
/// A project gives its groups names to write with: `extension Group { static let lowIncome: Group = "low" }`, after
/// which `table.dissimilarity(of: .lowIncome, from: .rest)` reads as in a textbook.
public struct Group: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible
{
    /// The name as it stands above the column.
    public let rawValue: String

    /// A group with this name.
    @inlinable
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A group with this name.
    @inlinable
    public init(stringLiteral name: String) {
        rawValue = name
    }

    /// The name.
    public var description: String { rawValue }
}

/// Everyone who does not belong to the group that is measured.
public enum Remainder: Sendable {
    /// All other persons in the table.
    case rest
}
