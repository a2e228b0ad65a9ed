internal import Foundation

/// Units merged one pair after another, each time the pair whose union loses least of M, as in
/// the R package segregation of B. Elbers.
public struct UnitMerging: Sendable, Equatable {
    /// One merger.
    public struct Step: Sendable, Equatable {
        /// The identifier of the first unit of the one part.
        public let first: String
        /// The identifier of the first unit of the other part.
        public let second: String
        /// How much of M the merger loses, in nats.
        public let loss: Double
        /// M after the merger, in nats.
        public let mutualInformation: Double
        /// M after the merger as a share of M at the start; 1 where there was none.
        public let share: Double
        /// The units left.
        public let units: Int
    }

    /// The mergers in order, a tree from the units to the whole.
    public let steps: [Step]
    private let table: ContingencyTable

    /// The fewest units that keep at least a share of M.
    public func fewestUnits(keeping share: Double) -> Int {
        steps.last { $0.share >= share }.map(\.units) ?? table.unitCount
    }

    /// For every unit the first unit of the part it is in, once so many units are left.
    /// - Throws: a number of units that is never left; it lies between ``fewest`` and the units at the start.
    public func labels(units: Int) throws(SegregationError) -> [String] {
        guard (fewest...table.unitCount).contains(units) else {
            throw .parameter(
                name: "units left", found: Double(units), expected: "between \(fewest) and \(table.unitCount)"
            )
        }
        var rows: [String: Int] = [:]
        for (row, unit) in table.unitIdentifiers.enumerated() { rows[unit] = row }
        var parents = Array(table.unitIdentifiers.indices)
        for step in steps.prefix(table.unitCount - units) {
            if let first = rows[step.first], let second = rows[step.second] { parents[second] = first }
        }
        return parents.indices.map { unit in
            var part = unit
            while parents[part] != part { part = parents[part] }
            return table.unitIdentifiers[part]
        }
    }

    /// The table once so many units are left.
    /// - Throws: as ``labels(units:)``.
    public func table(units: Int) throws(SegregationError) -> ContingencyTable {
        try table.grouped(by: labels(units: units), level: "merged unit")
    }

    /// The units left when nothing can be merged any more: 1, or the separate parts of the map.
    public var fewest: Int { table.unitCount - steps.count }

    /// - Parameter neighbours: the units that each may merge with; all if left out.
    init(_ table: ContingencyTable, neighbours: [[Int]]?) {
        var parts = Parts(table, neighbours: neighbours)
        let total = table.total
        let start = table.mutualInformation().number ?? 0
        var information = start
        var steps: [Step] = []
        while let merger = parts.mergeNext() {
            let loss = total > 0 ? merger.loss / total : 0
            information = max(0, information - loss)
            steps.append(
                Step(
                    first: table.unitIdentifiers[merger.first], second: table.unitIdentifiers[merger.second],
                    loss: loss, mutualInformation: information,
                    share: start > 0 ? information / start : 1, units: table.unitCount - steps.count - 1))
        }
        self.steps = steps
        self.table = table
    }
}

extension ContingencyTable {
    /// Merges units step by step, each time the pair whose union loses least of M.
    /// - Parameter geography: neighbours; only units that touch are merged then. All pairs if left out.
    /// - Throws: places in another order than the rows, or without neighbours.
    /// - Complexity: units squared in time as a rule, units in memory; with neighbours far less.
    public func mergedUnits(onlyNeighboursIn geography: UnitGeography? = nil) throws(SegregationError)
        -> UnitMerging
    {
        guard let geography else { return UnitMerging(self, neighbours: nil) }
        _ = try InhabitedPlaces(self, geography)
        guard let contacts = geography.contacts else {
            throw .needsMore(identifier: "merging of neighbours", needs: PlaceInformation.contacts.english)
        }
        var neighbours = [[Int]](repeating: [], count: unitCount)
        for contact in contacts {
            neighbours[contact.first].append(contact.second)
            neighbours[contact.second].append(contact.first)
        }
        return UnitMerging(self, neighbours: neighbours.map { $0.sorted() })
    }
}

/// The parts that are left, each under the row of its first unit, with the cheapest partner of each.
private struct Parts {
    private let groups: Int
    private var counts: [Double]
    private var terms: [Double]
    private var isLeft: [Bool]
    /// Sorted; nil where all pairs may merge.
    private var neighbours: [[Int]]?
    private var best: [(loss: Double, partner: Int)?]

    init(_ table: ContingencyTable, neighbours: [[Int]]?) {
        groups = table.groupCount
        counts = table.counts
        isLeft = [Bool](repeating: true, count: table.unitCount)
        self.neighbours = neighbours
        terms = []
        best = []
        terms = (0..<table.unitCount).map { Self.term(counts, $0, $0, groups) }
        best = (0..<table.unitCount).map { cheapest($0) }
    }

    /// Merges the cheapest pair; the lowest rows where several are as cheap.
    mutating func mergeNext() -> (first: Int, second: Int, loss: Double)? {
        var found: (first: Int, second: Int, loss: Double)?
        for part in best.indices where isLeft[part] {
            guard let partner = best[part] else { continue }
            if partner.loss < found?.loss ?? .infinity { found = (part, partner.partner, partner.loss) }
        }
        guard let found else { return nil }
        let first = min(found.first, found.second)
        let second = max(found.first, found.second)
        for group in 0..<groups { counts[first * groups + group] += counts[second * groups + group] }
        terms[first] = Self.term(counts, first, first, groups)
        isLeft[second] = false
        joinNeighbours(first, second)
        // Whoever had one of the two for cheapest partner touches the union, where only neighbours may merge.
        let near = neighbours?[first] ?? isLeft.indices.filter { isLeft[$0] }
        for part in near where isLeft[part] && part != first {
            if let partner = best[part]?.partner, partner == first || partner == second {
                best[part] = cheapest(part)
            } else {
                let loss = loss(part, first)
                if loss < best[part]?.loss ?? .infinity { best[part] = (loss, first) }
            }
        }
        best[first] = cheapest(first)
        return (first, second, max(0, found.loss))
    }

    private mutating func joinNeighbours(_ first: Int, _ second: Int) {
        guard var all = neighbours else { return }
        for part in all[second] where part != first {
            all[part] = Self.sortedUnion(all[part].filter { $0 != second }, [first])
        }
        all[first] = Self.sortedUnion(
            all[first].filter { $0 != second }, all[second].filter { $0 != first })
        all[second] = []
        neighbours = all
    }

    private static func sortedUnion(_ first: [Int], _ second: [Int]) -> [Int] {
        Array(Set(first).union(second)).sorted()
    }

    private func cheapest(_ part: Int) -> (loss: Double, partner: Int)? {
        var found: (loss: Double, partner: Int)?
        func look(_ other: Int) {
            let loss = loss(part, other)
            if loss < found?.loss ?? .infinity { found = (loss, other) }
        }
        if let neighbours {
            for other in neighbours[part] where isLeft[other] { look(other) }
        } else {
            for other in isLeft.indices where isLeft[other] && other != part { look(other) }
        }
        return found
    }

    /// T times the loss of M: what n ln(n/t) of both falls by in the union.
    private func loss(_ first: Int, _ second: Int) -> Double {
        terms[first] + terms[second] - Self.term(counts, first, second, groups)
    }

    /// Σ n ln(n/t) of a part, or of the union of two.
    private static func term(_ counts: [Double], _ first: Int, _ second: Int, _ groups: Int) -> Double {
        var persons = 0.0
        var sum = 0.0
        for group in 0..<groups {
            var count = counts[first * groups + group]
            if first != second { count += counts[second * groups + group] }
            persons += count
            if count > 0 { sum += count * log(count) }
        }
        return persons > 0 ? sum - persons * log(persons) : 0
    }
}
