/// A table with the name of its place or year.
public struct NamedTable: Sendable, Equatable {
    /// The name, such as "Gouda" or "2025".
    public let name: String
    /// The counts.
    public let table: ContingencyTable

    /// A named table.
    public init(_ name: String, _ table: ContingencyTable) {
        self.name = name
        self.table = table
    }
}

/// Which of several places or years are compared.
public enum ComparedPairs: String, Sendable, CaseIterable {
    /// Each with the one before it.
    case successive
    /// Each with the first.
    case withFirst
    /// Each with each.
    case all

    func pairs(of count: Int) -> [(Int, Int)] {
        switch self {
        case .successive: (1..<max(1, count)).map { ($0 - 1, $0) }
        case .withFirst: (1..<max(1, count)).map { (0, $0) }
        case .all: (0..<count).flatMap { first in (first + 1..<max(first + 1, count)).map { (first, $0) } }
        }
    }
}

extension ContingencyTable {
    /// The difference of measures between this table and another, with interval and test.
    /// - Parameters:
    ///   - other: a table with the same groups, in any order.
    ///   - identifiers: aspatial measures of the table, of groups or of pairs.
    ///   - options: draws, pairing of units, test and its adjustment for the number of tests.
    /// - Returns: one row per measure, group or pair; the second value minus the first.
    /// - Throws: an unknown measure, other groups or units, or a parameter out of range.
    /// - Complexity: draws and permutations times one pass over both tables; memory grows with draws times rows.
    public func difference(
        to other: ContingencyTable, in identifiers: [String],
        options: ComparisonOptions = ComparisonOptions()
    ) throws(SegregationError) -> [MeasureDifference] {
        try Self.differences(
            between: [NamedTable("first", self), NamedTable("second", other)], in: identifiers,
            options: options)
    }

    /// The differences of measures between several places or years, with p-values raised for the number of all tests.
    /// - Throws: an unknown measure, other groups or units, or a parameter out of range.
    public static func differences(
        between places: [NamedTable], in identifiers: [String], pairs: ComparedPairs = .successive,
        options: ComparisonOptions = ComparisonOptions()
    ) throws(SegregationError) -> [MeasureDifference] {
        var rows: [MeasureDifference] = []
        for (number, (first, second)) in pairs.pairs(of: places.count).enumerated() {
            guard number <= Int(UInt16.max) else {
                throw .parameter(
                    name: "pairs of places", found: Double(number + 1), expected: "at most 65536")
            }
            let comparison = try PairComparison(
                places[first], places[second], in: identifiers, options: options, number: UInt16(number))
            rows += comparison.rows()
        }
        let adjusted = options.adjustment.adjusted(rows.map { $0.test?.pValue })
        let tests = rows.count { $0.test != nil }
        for row in rows.indices {
            guard let pValue = adjusted[row] else { continue }
            rows[row].test?.adjustedPValue = pValue
            rows[row].test?.adjustment = options.adjustment
            rows[row].test?.tests = tests
        }
        return rows
    }
}
