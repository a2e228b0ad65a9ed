/// Incomes, or other ordered values, person by person and unit by unit.
///
/// Ranks are average ranks over the number of persons, so equal incomes have equal ranks.
public struct PersonalIncomes: Sendable, Equatable {
    /// The ranks of every unit's persons in ascending order, in 0 to 1.
    private let ranks: [[Double]]
    private let persons: Int

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
        let ordered = incomesByUnit.joined().sorted()
        persons = ordered.count
        var rankOf: [Double: Double] = [:]
        var start = 0
        while start < ordered.count {
            var end = start
            while end < ordered.count, ordered[end] == ordered[start] { end += 1 }
            rankOf[ordered[start]] = Double(start + 1 + end) / 2 / Double(ordered.count)
            start = end
        }
        ranks = incomesByUnit.map { incomes in incomes.compactMap { rankOf[$0] }.sorted() }
    }

    /// The rank-order index H^R, R^R or S^R (Reardon 2011): values at p = 1/K ... (K-1)/K, a polynomial through them and
    /// its integral.
    /// - Parameters:
    ///   - variation: how variety is measured; not `absolute`.
    ///   - thresholds: K - 1, the number of thresholds.
    ///   - degree: the degree of the polynomial.
    public func rankOrderIndex(
        _ variation: OrdinalVariation, thresholds: Int = 19, degree: Int = 4
    ) throws(SegregationError) -> MeasuredValue {
        guard thresholds > 0 else {
            throw .parameter(name: "thresholds", found: Double(thresholds), expected: "1 or more")
        }
        guard (1...12).contains(degree) else {
            throw .parameter(name: "degree", found: Double(degree), expected: "between 1 and 12")
        }
        return rankOrderIndex(variation, thresholds: thresholds, degree: degree) { variation($0) }
    }

    /// The same with a function of its own for the variety of shares.
    func rankOrderIndex(
        _ variation: OrdinalVariation, thresholds: Int, degree: Int, of shares: (Double) -> Double
    ) -> MeasuredValue {
        guard persons > 0 else { return .undefined(.emptyTable) }
        var points: [(share: Double, value: Double)] = []
        for step in 1...thresholds {
            let threshold = Double(step) / Double(thresholds + 1)
            var below = 0
            var units = 0.0
            for unit in ranks where !unit.isEmpty {
                let inside = Self.count(unit, upTo: threshold)
                below += inside
                units += Double(unit.count) * shares(Double(inside) / Double(unit.count))
            }
            let city = shares(Double(below) / Double(persons))
            guard below > 0, below < persons, city > 0 else { continue }
            points.append((threshold, 1 - units / (Double(persons) * city)))
        }
        return RankOrderFit(variation, degree: degree).value(points)
    }

    /// How many of these ascending ranks are at most the threshold.
    private static func count(_ ranks: [Double], upTo threshold: Double) -> Int {
        var low = 0
        var high = ranks.count
        while low < high {
            let middle = (low + high) / 2
            if ranks[middle] <= threshold { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
