import Segregation

/// A linear congruential sequence, the same on every machine: enough to time on.
struct Sequence {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}

/// A table of made-up counts, 0 to 511 per cell.
func table(units: Int, groups: Int) throws -> ContingencyTable {
    var sequence = Sequence(seed: 42)
    let counts = (0..<units * groups).map { _ in Double(sequence.next() >> 55) }
    return try ContingencyTable(
        groups: (1...groups).map { Group(rawValue: "g\($0)") }, counts: counts,
        unitIdentifiers: (1...units).map(String.init))
}

/// Two groups in 14,000 units scattered over a square.
struct Country: Sendable {
    let table: ContingencyTable
    let geography: UnitGeography

    /// - Parameter side: the side of the square in metres.
    init(side: Double) throws {
        table = try Promises.table(units: 14_000, groups: 2)
        var sequence = Sequence(seed: 7)
        let places = (0..<28_000).map { _ in Double(sequence.next() >> 11) * 0x1p-53 * side }
        geography = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: Array(places[..<14_000]), y: Array(places[14_000...]),
            areas: [Double](repeating: side * side / 14_000, count: 14_000))
    }
}
