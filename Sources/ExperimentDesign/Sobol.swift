internal import Stochastics

/// Shares of the variance of an outcome that factors explain (Sobol' 2001).
public struct SobolResult: Sendable, Hashable {
    /// The shares of one factor.
    public struct Share: Sendable, Hashable {
        /// The factor.
        public let factor: String
        /// What it explains by itself (Saltelli and others 2010).
        public let first: Interval
        /// What it explains with all others (Jansen 1999).
        public let total: Interval
    }

    /// The shares in the order of the factors.
    public let shares: [Share]
    /// The variance of the outcome.
    public let variance: Double

    /// The shares from the outcomes of a Saltelli design.
    ///
    /// - Parameters:
    ///   - design: made by ``Design/saltelli(_:samples:seed:)``, or its rows from a file.
    ///   - outcomes: one for each row.
    ///   - draws: bootstrap draws over blocks.
    /// - Throws: ``DesignError``, also when the outcome never changes.
    /// - Complexity: (k + 2) N (draws + 1).
    public init(
        _ design: Design, outcomes: [Double], draws: Int = 200, level: Double = 0.95, seed: UInt64 = 1
    ) throws(DesignError) {
        let k = design.factors.count
        guard outcomes.count == design.rows.count, outcomes.count.isMultiple(of: k + 2), !outcomes.isEmpty
        else {
            throw DesignError(
                "\(outcomes.count) outcomes for \(design.rows.count) rows; blocks of \(k + 2) rows each are expected (\(k) factors)."
            )
        }
        let blocks = Blocks(outcomes, factors: k)
        let all = Array(0..<blocks.count)
        guard let found = blocks.estimate(all) else {
            throw DesignError("the outcome is the same in every run; nothing explains what does not vary.")
        }
        var random = RandomStream(seed: seed, purpose: .designBootstrap)
        var again: [[(first: Double, total: Double)]] = []
        for _ in 0..<draws {
            let rows = all.map { _ in Int(random.integer(below: UInt32(blocks.count))) }
            if let one = blocks.estimate(rows) { again.append(one.shares) }
        }
        variance = found.variance
        shares = design.factors.enumerated().map { index, factor in
            Share(
                factor: factor.name,
                first: Interval(
                    found.shares[index].first, draws: again.map { $0[index].first }, level: level),
                total: Interval(found.shares[index].total, draws: again.map { $0[index].total }, level: level)
            )
        }
    }

    /// Outcomes by block: A, then A with one column of B for each factor, then B.
    private struct Blocks {
        let outcomes: [Double]
        let factors: Int
        var count: Int { outcomes.count / (factors + 2) }

        init(_ outcomes: [Double], factors: Int) {
            // The mean is taken out: the estimators are exact only then (Saltelli and others 2010).
            let mean = outcomes.reduce(0, +) / Double(outcomes.count)
            self.outcomes = outcomes.map { $0 - mean }
            self.factors = factors
        }

        func estimate(_ rows: [Int]) -> (variance: Double, shares: [(first: Double, total: Double)])? {
            let width = factors + 2
            var sum = 0.0
            var square = 0.0
            var first = Array(repeating: 0.0, count: factors)
            var total = first
            for row in rows {
                let base = row * width
                let (a, b) = (outcomes[base], outcomes[base + width - 1])
                sum += a + b
                square += a * a + b * b
                for factor in 0..<factors {
                    let mixed = outcomes[base + 1 + factor]
                    first[factor] += b * (mixed - a)
                    total[factor] += (a - mixed) * (a - mixed)
                }
            }
            let count = Double(rows.count)
            let mean = sum / (2 * count)
            let variance = square / (2 * count) - mean * mean
            guard variance > 1e-300 else { return nil }
            let shares = (0..<factors).map {
                (first: first[$0] / count / variance, total: total[$0] / (2 * count) / variance)
            }
            return (variance, shares)
        }
    }
}
