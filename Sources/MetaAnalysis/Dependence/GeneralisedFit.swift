internal import Foundation

/// Generalised least squares with a covariance in independent blocks.
struct GeneralisedFit: Sendable, Equatable {
    let model: LinearModel
    /// The rows of each block.
    let blocks: [[Int]]
    /// The covariance of each block.
    let covariances: [Matrix]
    /// Coefficients on the user's scale.
    let estimates: [Double]
    /// Their covariance on the user's scale.
    let covariance: Matrix
    /// Coefficients of the basis.
    let basisEstimates: [Double]
    /// (X′WX)⁻¹ in the basis.
    let basisCovariance: Matrix
    /// y − Xb.
    let residuals: [Double]
    /// e′We.
    let quadratic: Double
    /// ln |covariance|.
    let logDeterminant: Double
    /// ln |X′WX| in the basis.
    let logInformation: Double

    /// `nil` where a block is not positive definite.
    init?(_ model: LinearModel, blocks: [[Int]], covariances: [Matrix]) {
        let p = model.parameters
        var information = Matrix(rows: p, columns: p)
        var crossing = [Double](repeating: 0, count: p)
        var logDeterminant = 0.0
        var total = 0.0
        var factors: [Cholesky] = []
        for (rows, covariance) in zip(blocks, covariances) {
            guard let factor = Cholesky(covariance) else { return nil }
            factors.append(factor)
            logDeterminant += factor.logDeterminant
            let y = factor.forward(rows.map { model.effects[$0] - model.centre })
            total += y.reduce(0) { $0 + $1 * $1 }
            let columns = (0..<p).map { column in
                factor.forward(rows.map { model.basis[column * model.count + $0] })
            }
            for a in 0..<p {
                crossing[a] += zip(columns[a], y).reduce(0) { $0 + $1.0 * $1.1 }
                for b in 0..<p {
                    information[a, b] += zip(columns[a], columns[b]).reduce(0) { $0 + $1.0 * $1.1 }
                }
            }
        }
        guard let factor = Cholesky(information) else { return nil }
        let inverse = factor.inverse
        var slopes = inverse * crossing
        // The centre is added back as the fit of a constant outcome.
        if model.isConstantOnly {
            slopes[0] += model.centre
        } else {
            var constant = [Double](repeating: 0, count: p)
            for (rows, factor) in zip(blocks, factors) {
                let y = factor.solve([Double](repeating: model.centre, count: rows.count))
                for a in 0..<p {
                    for (place, row) in rows.enumerated() {
                        constant[a] += model.basis[a * model.count + row] * y[place]
                    }
                }
            }
            let added = inverse * constant
            for a in 0..<p { slopes[a] += added[a] }
        }
        var residuals = [Double](repeating: 0, count: model.count)
        for i in 0..<model.count {
            residuals[i] = model.effects[i] - zip(model.basisRow(i), slopes).reduce(0) { $0 + $1.0 * $1.1 }
        }
        var quadratic = 0.0
        for (rows, factor) in zip(blocks, factors) {
            quadratic += factor.forward(rows.map { residuals[$0] }).reduce(0) { $0 + $1 * $1 }
        }
        self.model = model
        self.blocks = blocks
        self.covariances = covariances
        basisEstimates = slopes
        basisCovariance = inverse
        estimates = model.backToTerms * slopes
        covariance = model.backToTerms * inverse * model.backToTerms.transposed
        self.residuals = residuals
        self.quadratic = quadratic
        self.logDeterminant = logDeterminant
        logInformation = factor.logDeterminant
    }

    /// ln L, restricted or not.
    func logLikelihood(restricted: Bool) -> Double {
        let plain = -0.5 * logDeterminant - 0.5 * quadratic
        let logTwoPi = 1.83787706640934548356065947281
        guard restricted else { return plain - Double(model.count) / 2 * logTwoPi }
        let design = model.isConstantOnly ? model.logDeterminantOfDesign : 0
        return plain - model.degreesOfFreedom / 2 * logTwoPi + 0.5 * design - 0.5 * logInformation
    }
}
