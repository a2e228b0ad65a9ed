/// Ordinal segregation at every threshold between ordered groups, and what follows from it.
struct OrdinalProfile {
    /// The share of all persons below each threshold.
    let shares: [Double]
    private let table: ContingencyTable
    private let unitTotals: [Double]
    private let total: Double

    init(_ table: ContingencyTable) {
        self.table = table
        unitTotals = table.unitTotals
        let groups = table.groupTotals
        let all = groups.reduce(0, +)
        total = all
        var below = 0.0
        shares = groups.dropLast().map { members in
            below += members
            return below / all
        }
    }

    /// 1 - Σ t v_i / (T v), with v the mean variation over all thresholds.
    func index(_ variation: OrdinalVariation) -> MeasuredValue {
        guard total > 0 else { return .undefined(.emptyTable) }
        let city = shares.reduce(0) { $0 + variation($1) }
        guard city > 0 else { return .undefined(.singleGroup) }
        let units = shares.indices.reduce(0) { $0 + meanVariation(variation, at: $1) }
        return .defined(1 - units / city)
    }

    /// The same at one threshold.
    func index(_ variation: OrdinalVariation, at threshold: Int) -> MeasuredValue {
        guard total > 0 else { return .undefined(.emptyTable) }
        let city = variation(shares[threshold])
        // Nobody on one side: a division of nobody from everybody.
        guard city > 0, shares[threshold] < 1 else { return .undefined(.singleGroup) }
        return .defined(1 - meanVariation(variation, at: threshold) / city)
    }

    /// The rank-order index: a polynomial through the values at the thresholds, integrated.
    func rankOrder(_ variation: OrdinalVariation, degree: Int) -> MeasuredValue {
        guard total > 0 else { return .undefined(.emptyTable) }
        var points: [(share: Double, value: Double)] = []
        for threshold in shares.indices where shares[threshold] != points.last?.share {
            guard let value = index(variation, at: threshold).number else { continue }
            points.append((shares[threshold], value))
        }
        return RankOrderFit(variation, degree: degree).value(points)
    }

    private func meanVariation(_ variation: OrdinalVariation, at threshold: Int) -> Double {
        var sum = 0.0
        for unit in 0..<table.unitCount where unitTotals[unit] > 0 {
            var below = 0.0
            for group in 0...threshold { below += table.counts[unit * table.groupCount + group] }
            // Fractions may add up to a hair more than the unit holds.
            sum += unitTotals[unit] * variation(min(1, below / unitTotals[unit]))
        }
        return sum / total
    }
}

/// The rank-order index of Reardon (2011): least squares weighted by f(p)² through the values at the thresholds, times
/// the moments of f.
struct RankOrderFit {
    private let variation: OrdinalVariation
    private let degree: Int

    init(_ variation: OrdinalVariation, degree: Int) {
        self.variation = variation
        self.degree = degree
    }

    func value(_ points: [(share: Double, value: Double)]) -> MeasuredValue {
        guard points.count > degree, let moments = variation.moments(upTo: degree) else {
            return .undefined(.tooFewThresholds(found: points.count, needed: degree + 1))
        }
        let rows = points.map { point in
            var power = variation(point.share)
            return (0...degree).map { _ in
                defer { power *= point.share }
                return power
            }
        }
        let targets = points.map { variation($0.share) * $0.value }
        guard let coefficients = LeastSquares.solve(rows, targets) else {
            return .undefined(.tooFewThresholds(found: points.count, needed: degree + 1))
        }
        return .defined(zip(coefficients, moments).reduce(0) { $0 + $1.0 * $1.1 })
    }
}
