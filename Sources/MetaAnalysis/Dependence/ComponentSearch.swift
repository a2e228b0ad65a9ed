internal import Foundation

/// The search for variance components with the greatest likelihood.
struct ComponentSearch: Sendable, Equatable {
    let model: LinearModel
    let terms: [RandomTerm]
    let restricted: Bool
    private let blocks: [[Int]]
    /// Sampling covariances per block.
    private let sampling: [Matrix]
    /// Per block and term, 1 where two effects share a label.
    private let shared: [[Matrix]]
    private let typical: Double

    init(
        model: LinearModel, sampling: SamplingErrors, terms: [RandomTerm], restricted: Bool,
        shared scale: [Matrix]? = nil
    ) {
        self.model = model
        self.terms = terms
        self.restricted = restricted
        let blocks = CovarianceBlocks(count: model.count, terms: terms, sampling: sampling).blocks
        self.blocks = blocks
        self.sampling = blocks.map { sampling.block($0) }
        shared = blocks.map { rows in
            terms.enumerated().map { place, term in
                if let scale { return scale[place].block(rows: rows, columns: rows) }
                var matrix = Matrix(rows: rows.count, columns: rows.count)
                for (i, row) in rows.enumerated() {
                    for (j, column) in rows.enumerated() where term.labels[row] == term.labels[column] {
                        matrix[i, j] = 1
                    }
                }
                return matrix
            }
        }
        typical = max(model.variances.reduce(0, +) / Double(model.count), .leastNormalMagnitude)
    }

    /// The fit with given components; `nil` where the covariance is not positive definite.
    func fit(_ variances: [Double]) -> GeneralisedFit? {
        var covariances = sampling
        for block in covariances.indices {
            for (place, variance) in variances.enumerated() where variance > 0 {
                let pattern = shared[block][place].elements
                for index in pattern.indices {
                    covariances[block].elements[index] += variance * pattern[index]
                }
            }
        }
        return GeneralisedFit(model, blocks: blocks, covariances: covariances)
    }

    private func cost(_ variances: [Double]) -> Double {
        fit(variances).map { -$0.logLikelihood(restricted: restricted) } ?? 1e12
    }

    private func variance(_ logarithm: Double) -> Double {
        logarithm < -25 ? 0 : typical * exp(min(logarithm, 20))
    }

    /// Components at the maximum; from two starts, with every component tried at 0.
    func maximum(holding held: (place: Int, value: Double)? = nil) throws(MetaAnalysisError) -> [Double] {
        let n = terms.count
        let free = (0..<n).filter { $0 != held?.place }
        func full(_ logs: [Double]) -> [Double] {
            var values = [Double](repeating: held?.value ?? 0, count: n)
            for (index, place) in free.enumerated() { values[place] = variance(logs[index]) }
            return values
        }
        guard !free.isEmpty else { return full([]) }
        var best: (values: [Double], cost: Double) = ([], .infinity)
        for start in [0.0, -2.5] {
            let found = Minimisation.quasiNewton(
                from: [Double](repeating: start, count: free.count),
                scales: [Double](repeating: 1, count: free.count)
            ) { cost(full($0)) }
            if found.value < best.cost { best = (full(found.point), found.value) }
        }
        guard best.cost < 1e11 else { throw .notConverged("the search for variance components") }
        for place in free where best.values[place] > 0 {
            var without = best.values
            without[place] = 0
            let value = cost(without)
            if value <= best.cost { best = (without, value) }
        }
        return best.values
    }

    func profileInterval(
        _ place: Int, around variances: [Double], top: Double, level: Double
    ) throws(MetaAnalysisError) -> ConfidenceInterval {
        let drop = ChiSquaredDistribution.quantile(level, df: 1) / 2
        func above(_ value: Double) -> Double {
            let held = try? maximum(holding: (place, value))
            return held.map { -cost($0) - (top - drop) } ?? -.infinity
        }
        let estimate = variances[place]
        let start = max(estimate, typical * 0.1)
        guard let end = RootFinding.firstNonPositive(above: estimate, step: start, above),
            let upper = RootFinding.brent(
                from: estimate, to: end.point, valueAtFirst: drop, valueAtSecond: end.value,
                absoluteTolerance: start * 1e-7, above)
        else { throw .notConverged("the interval of '\(terms[place].name)'") }
        let atZero = above(0)
        let lower =
            atZero >= 0
            ? 0
            : RootFinding.brent(
                from: 0, to: estimate, valueAtFirst: atZero, valueAtSecond: drop,
                absoluteTolerance: start * 1e-7, above) ?? 0
        return ConfidenceInterval(lower: lower, upper: upper, level: level)
    }
}

extension GeneralisedFit {
    /// (k − p)/tr P, the sampling variance of a typical effect.
    var typicalVariance: Double {
        var trace = 0.0
        var second = Matrix(rows: model.parameters, columns: model.parameters)
        for (rows, covariance) in zip(blocks, covariances) {
            guard let factor = Cholesky(covariance) else { continue }
            trace += factor.inverse.trace
            let weighted = factor.solve(Matrix(rows.map { model.basisRow($0) }))
            second = second + weighted.transposed * weighted
        }
        return model.degreesOfFreedom / (trace - (basisCovariance * second).trace)
    }
}
