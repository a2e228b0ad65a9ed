import Foundation
import Segregation
import Stochastics

/// The folder with the fixtures of this target.
let fixtures = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "Fixtures").path

extension Group {
    static let low: Group = "low"
    static let middle: Group = "middle"
    static let high: Group = "high"
}

/// A table of two groups.
func twoGroups(_ rows: [[Double]]) throws -> ContingencyTable {
    try ContingencyTable(groups: [.low, .high], rows: rows)
}

/// A table of three groups with uneven shares, the same on every run.
func randomTable(units: Int, seed: UInt64 = 1, empty: Set<Int> = []) throws -> ContingencyTable {
    var stream = RandomStream(seed: seed, purpose: .selfTest)
    let rows = (0..<units).map { unit in
        (0..<3).map { _ in empty.contains(unit) ? 0 : Double(stream.integer(below: 60)) }
    }
    return try ContingencyTable(groups: [.low, .middle, .high], rows: rows)
}

/// The identifying part of a row and its number, to compare reports.
struct NamedValue: Hashable {
    var identifier: String
    var groups: [Group]
    var parameters: [MeasureParameter]
    var number: Double?

    init(_ row: MeasureRow, renaming: [Group: Group] = [:]) {
        identifier = row.identifier
        groups = row.groups.map { renaming[$0] ?? $0 }
        parameters = row.parameters
        number = row.estimate.value.number
    }
}

/// Whether two numbers agree, both absent included.
func agree(_ first: Double?, _ second: Double?, within tolerance: Double = 1e-12) -> Bool {
    switch (first, second) {
    case (.none, .none): true
    case (.some(let first), .some(let second)): abs(first - second) <= tolerance * max(1, abs(first))
    default: false
    }
}
