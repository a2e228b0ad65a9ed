internal import Stochastics

/// Incomes, or other ordered values, person by person and unit by unit.
///
/// Ranks are average ranks over the number of persons, so equal incomes have equal ranks.
public struct PersonalIncomes: Sendable, Equatable {
    /// The unit of every person, in ascending order of income.
    private let unitsInOrder: [Int]
    /// Where every run of equal incomes ends in that order.
    private let ties: [Int]
    let unitCount: Int

    /// Ranks incomes.
    /// - Parameter incomesByUnit: one list per unit; a unit may be empty.
    /// - Throws: ``SegregationError/notFinite(row:column:)`` and ``SegregationError/noUnits``.
    public init(incomesByUnit: [[Double]]) throws(SegregationError) {
        guard !incomesByUnit.isEmpty else { throw .noUnits }
        for (row, incomes) in incomesByUnit.enumerated() {
            for (column, income) in incomes.enumerated() where !income.isFinite {
                throw .notFinite(row: row, column: column)
            }
        }
        let ordered = incomesByUnit.enumerated()
            .flatMap { unit, incomes in incomes.map { (income: $0, unit: unit) } }
            .sorted { ($0.income, $0.unit) < ($1.income, $1.unit) }
        unitsInOrder = ordered.map(\.unit)
        ties = ordered.indices.filter {
            $0 + 1 == ordered.count || ordered[$0].income != ordered[$0 + 1].income
        }
        .map { $0 + 1 }
        unitCount = incomesByUnit.count
    }

    /// The number of persons.
    public var persons: Int { unitsInOrder.count }

    /// The rank-order index H^R, R^R or S^R (Reardon 2011): values at p = 1/K ... (K-1)/K, a polynomial
    /// through them and its integral.
    /// - Parameters:
    ///   - variation: how variety is measured; not `absolute`.
    ///   - thresholds: K - 1, the number of thresholds.
    ///   - degree: the degree of the polynomial.
    public func rankOrderIndex(
        _ variation: OrdinalVariation, thresholds: Int = 19, degree: Int = 4
    ) throws(SegregationError) -> MeasuredValue {
        try Self.check(thresholds: thresholds, degree: degree)
        return OrderedCounts(self, thresholds: thresholds).profile([variation])
            .rankOrder(variation, degree: degree)
    }

    static func check(thresholds: Int, degree: Int) throws(SegregationError) {
        guard (1...10_000).contains(thresholds) else {
            throw .parameter(name: "thresholds", found: Double(thresholds), expected: "between 1 and 10000")
        }
        guard (1...12).contains(degree) else {
            throw .parameter(name: "degree", found: Double(degree), expected: "between 1 and 12")
        }
    }

    /// The same with a function of its own for the variety of shares.
    func rankOrderIndex(
        _ variation: OrdinalVariation, thresholds: Int, degree: Int, of shares: (Double) -> Double
    ) -> MeasuredValue {
        guard persons > 0 else { return .undefined(.emptyTable) }
        let places = (1...thresholds).map { Double($0) / Double(thresholds + 1) }
        let counts = binned(at: places)
        var points: [(share: Double, value: Double)] = []
        for threshold in places.indices {
            var below = 0.0
            var units = 0.0
            for first in stride(from: 0, to: counts.count, by: thresholds + 1) {
                let all = counts[first...first + thresholds].reduce(0, +)
                guard all > 0 else { continue }
                let inside = counts[first...first + threshold].reduce(0, +)
                below += inside
                units += all * shares(inside / all)
            }
            let city = shares(below / Double(persons))
            guard below > 0, below < Double(persons), city > 0 else { continue }
            points.append((places[threshold], 1 - units / (Double(persons) * city)))
        }
        return RankOrderFit(variation, degree: degree).value(points)
    }

    /// Counts by unit and class, when incomes are cut at these ranks.
    func binned(at places: [Double]) -> [Double] {
        binned(at: places, rows: unitCount, persons: Double(persons), times: { _ in 1 }) {
            counts, row, person in
            counts[unitsInOrder[person] * row] += 1
        }
    }

    /// The same with persons drawn again with replacement, all alike, and ranked anew.
    func binnedDrawingPersons(at places: [Double], using stream: inout RandomStream) -> [Double] {
        guard persons > 0 else { return binned(at: places) }
        var times = [Double](repeating: 0, count: persons)
        for _ in 0..<persons { times[Int(stream.integer(below: UInt32(persons)))] += 1 }
        return binned(at: places, rows: unitCount, persons: Double(persons), times: { times[$0] }) {
            counts, row, person in
            counts[unitsInOrder[person] * row] += times[person]
        }
    }

    /// The same with whole units drawn again with replacement; a unit drawn twice is two units.
    func binnedDrawingUnits(at places: [Double], using stream: inout RandomStream) -> [Double] {
        var copies = [[Int]](repeating: [], count: unitCount)
        for copy in 0..<unitCount { copies[Int(stream.integer(below: UInt32(unitCount)))].append(copy) }
        let all = unitsInOrder.reduce(0) { $0 + copies[$1].count }
        return binned(
            at: places, rows: unitCount, persons: Double(all),
            times: { Double(copies[unitsInOrder[$0]].count) }
        ) { counts, row, person in
            for copy in copies[unitsInOrder[person]] { counts[copy * row] += 1 }
        }
    }

    /// Goes through the persons in order, finds the class of every run of equal incomes by its average rank
    /// and adds its persons there.
    private func binned(
        at places: [Double], rows: Int, persons all: Double, times: (Int) -> Double,
        add: (UnsafeMutablePointer<Double>, Int, Int) -> Void
    ) -> [Double] {
        let width = places.count + 1
        var counts = [Double](repeating: 0, count: rows * width)
        counts.withUnsafeMutableBufferPointer { counts in
            // A table has at least one unit and one class.
            guard let base = counts.baseAddress else { return }
            var start = 0
            var before = 0.0
            var bin = 0
            for end in ties {
                var inside = 0.0
                for person in start..<end { inside += times(person) }
                if inside > 0 {
                    let rank = (before + 1 + before + inside) / 2 / all
                    while bin < places.count, rank > places[bin] { bin += 1 }
                    for person in start..<end { add(base + bin, width, person) }
                }
                before += inside
                start = end
            }
        }
        return counts
    }
}
