internal import Dispatch

/// How far units are from each other by street, or by any other way that a list can tell; only pairs within a reach are
/// kept.
public struct TravelDistances: Sendable, Equatable {
    /// One unit within reach of another.
    public struct Listed: Sendable, Equatable {
        /// The identifier of the unit where the way starts.
        public let from: String
        /// The identifier of the unit where it ends.
        public let to: String
        /// How far it is, 0 or more.
        public let distance: Double

        /// A listed distance.
        public init(from: String, to: String, distance: Double) {
            self.from = from
            self.to = to
            self.distance = distance
        }
    }

    /// The identifiers of the units, in the order of the rows of the table.
    public let unitIdentifiers: [String]
    /// The largest distance kept.
    public let reach: Double
    /// The units within reach of unit i stand at starts[i] ..< starts[i+1], itself first and then from near to far.
    let starts: [Int]
    let targets: [Int]
    let distances: [Double]

    /// Pairs within reach, each unit with itself included.
    public var pairs: Int { targets.count }

    /// Distances from a list.
    /// - Parameters:
    ///   - unitIdentifiers: one per unit, as in the table.
    ///   - list: pairs that are not listed are out of reach; a unit is at 0 from itself unless the list says otherwise.
    ///   - isSymmetric: whether a way is as far back, so that one direction is enough; the shorter counts if both are listed.
    ///   - reach: distances beyond it are left out.
    /// - Throws: an identifier that is not there, or a distance below 0, by the pair.
    public init(
        unitIdentifiers: [String], list: [Listed], isSymmetric: Bool = true, reach: Double = .infinity
    ) throws(SegregationError) {
        try Self.check(reach)
        var rows: [String: Int] = [:]
        for (row, unit) in unitIdentifiers.enumerated() { rows[unit] = row }
        var found: [(from: Int, to: Int, distance: Double)] = []
        found.reserveCapacity(2 * list.count)
        for line in list {
            guard let from = rows[line.from], let to = rows[line.to] else {
                let name = rows[line.from] == nil ? line.from : line.to
                throw .contact(
                    first: line.from, second: line.to,
                    problem: "unit '\(name)' is not in the table; remove the line or add the unit")
            }
            guard line.distance >= 0 else {
                throw .contact(
                    first: line.from, second: line.to,
                    problem: "distance \(line.distance) where 0 or more is expected")
            }
            guard line.distance <= reach, line.distance.isFinite else { continue }
            found.append((from, to, line.distance))
            if isSymmetric, from != to { found.append((to, from, line.distance)) }
        }
        let listsItself = Set(found.lazy.filter { $0.from == $0.to }.map(\.from))
        for unit in unitIdentifiers.indices where !listsItself.contains(unit) {
            found.append((unit, unit, 0))
        }
        // The nearest of equal pairs comes first and stays.
        found.sort { ($0.from, $0.to, $0.distance) < ($1.from, $1.to, $1.distance) }
        var kept: [(from: Int, to: Int, distance: Double)] = []
        kept.reserveCapacity(found.count)
        for pair in found {
            if let last = kept.last, last.from == pair.from, last.to == pair.to { continue }
            kept.append(pair)
        }
        self.init(unitIdentifiers, reach: reach, rows: Self.byOrigin(kept, units: unitIdentifiers.count))
    }

    /// Shortest ways over a street network.
    /// - Parameters:
    ///   - unitIdentifiers: one per unit, as in the table.
    ///   - junctions: the junction at which each unit stands; several units may share one and are then at 0.
    ///   - network: the streets.
    ///   - reach: the longest way kept.
    ///   - threads: results do not depend on it.
    /// - Throws: junctions of another number, or one that is not there.
    /// - Complexity: per unit the streets within reach times the logarithm of their number; memory for the pairs kept.
    public init(
        unitIdentifiers: [String], at junctions: [Int], in network: StreetNetwork, reach: Double,
        threads: Int = 1
    ) throws(SegregationError) {
        try Self.check(reach)
        guard threads > 0 else {
            throw .parameter(name: "threads", found: Double(threads), expected: "1 or more")
        }
        guard junctions.count == unitIdentifiers.count else {
            throw .placeCount(what: "junction", found: junctions.count, expected: unitIdentifiers.count)
        }
        for (row, junction) in junctions.enumerated() where !(0..<network.junctions).contains(junction) {
            throw .placeValue(
                what: "junction", row: row, found: Double(junction),
                expected: "between 0 and \(network.junctions - 1)")
        }
        var unitsAt: [[Int]] = [[Int]](repeating: [], count: network.junctions)
        for (unit, junction) in junctions.enumerated() { unitsAt[junction].append(unit) }
        let units = unitsAt
        var rows = [[(to: Int, distance: Double)]](repeating: [], count: unitIdentifiers.count)
        let count = rows.count
        rows.withUnsafeMutableBufferPointer { rows in
            // Every worker writes the rows of its own units only, and all are done before the pointer is handed back.
            nonisolated(unsafe) let rows = rows
            let workers = min(threads, count)
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                var ways = ShortestWays(network, reach: reach)
                for unit in stride(from: worker, to: count, by: workers) {
                    ways.search(from: junctions[unit])
                    for junction in ways.reached {
                        for other in units[junction] { rows[unit].append((other, ways.distances[junction])) }
                    }
                }
            }
        }
        self.init(unitIdentifiers, reach: reach, rows: rows)
    }

    private init(_ units: [String], reach: Double, rows: [[(to: Int, distance: Double)]]) {
        unitIdentifiers = units
        self.reach = reach
        var starts = [0]
        var targets: [Int] = []
        var distances: [Double] = []
        for (unit, row) in rows.enumerated() {
            let sorted = row.sorted {
                ($0.distance, $0.to == unit ? -1 : $0.to) < ($1.distance, $1.to == unit ? -1 : $1.to)
            }
            targets += sorted.map(\.to)
            distances += sorted.map(\.distance)
            starts.append(targets.count)
        }
        self.starts = starts
        self.targets = targets
        self.distances = distances
    }

    private static func check(_ reach: Double) throws(SegregationError) {
        guard reach >= 0 else { throw .parameter(name: "reach", found: reach, expected: "0 or more") }
    }

    private static func byOrigin(
        _ pairs: [(from: Int, to: Int, distance: Double)], units: Int
    ) -> [[(to: Int, distance: Double)]] {
        var rows = [[(to: Int, distance: Double)]](repeating: [], count: units)
        for pair in pairs { rows[pair.from].append((pair.to, pair.distance)) }
        return rows
    }

    /// The distance of two units by row, or `nil` out of reach.
    public func distance(from: Int, to: Int) -> Double? {
        guard unitIdentifiers.indices.contains(from) else { return nil }
        return (starts[from]..<starts[from + 1]).first { targets[$0] == to }.map { distances[$0] }
    }

    /// Finds a table with other units or another order.
    func check(_ table: ContingencyTable) throws(SegregationError) {
        guard unitIdentifiers != table.unitIdentifiers else { return }
        for (row, (own, other)) in zip(unitIdentifiers, table.unitIdentifiers).enumerated() where own != other
        {
            throw .placeOrder(row: row, found: own, expected: other)
        }
        throw .placeCount(what: "unit", found: unitIdentifiers.count, expected: table.unitCount)
    }
}
