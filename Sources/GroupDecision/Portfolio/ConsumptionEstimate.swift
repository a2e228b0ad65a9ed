internal import Foundation

/// Maximum likelihood for ``ConsumptionModel``.
public struct ConsumptionEstimate: Sendable, Equatable {
    /// One number per attribute.
    public let beta: [Double]
    /// Satiation per project, above 0.
    public let gamma: [Double]
    /// Standard errors of beta, from the inverse of the numerical Hessian.
    public let betaErrors: [Double]
    /// Standard errors of ln gamma; the error of gamma is about gamma times this.
    public let logGammaErrors: [Double]
    /// Log-likelihood at the estimate.
    public let logLikelihood: Double
    /// Log-likelihood where all parameters are 0, so every gamma is 1.
    public let startLogLikelihood: Double
    /// The largest absolute element of the gradient at the estimate.
    public let largestGradient: Double

    /// The estimate from parameters 0.
    /// - Throws: ``GroupDecisionError/notConverged(what:iterations:)`` if no maximum is found, as when a
    ///   project is never funded or attributes are collinear; or an error of choices that do not
    ///   fit the model.
    public init(_ model: ConsumptionModel, _ choices: [ConsumptionChoice]) throws {
        let start = try model.value(choices, at: [Double](repeating: 0, count: model.parameterCount))
        let scale = Double(choices.count)
        let climber = Maximiser(iterationLimit: 500, tolerance: 1e-9)
        // The mean over people keeps steps and tolerance the same for any size of group.
        func mean(_ parameters: [Double]) -> LikelihoodValue {
            let sum = model.uncheckedValue(choices, at: parameters)
            return LikelihoodValue(
                logLikelihood: sum.logLikelihood / scale, gradient: sum.gradient.map { $0 / scale })
        }
        let failure = GroupDecisionError.notConverged(what: "the consumption model", iterations: 500)
        guard let end = climber.climb(from: [Double](repeating: 0, count: model.parameterCount), mean),
            let factor = CholeskyFactor(Self.information(end.parameters, mean), tolerance: 1e-8)
        else { throw failure }
        let errors = factor.inverseDiagonal.map { ($0 / scale).squareRoot() }
        // A parameter that runs off to infinity has no curvature left.
        guard errors.allSatisfy({ $0.isFinite }), end.parameters.allSatisfy({ abs($0) < 30 }) else {
            throw failure
        }
        beta = Array(end.parameters.prefix(model.attributeCount))
        gamma = end.parameters.suffix(model.projectCount).map { exp($0) }
        betaErrors = Array(errors.prefix(model.attributeCount))
        logGammaErrors = Array(errors.suffix(model.projectCount))
        logLikelihood = end.value.logLikelihood * scale
        startLogLikelihood = start.logLikelihood
        largestGradient = scale * (end.value.gradient.map { abs($0) }.max() ?? 0)
    }

    /// Minus the Hessian, from central differences of the gradient.
    private static func information(_ parameters: [Double], _ value: ([Double]) -> LikelihoodValue)
        -> [[Double]]
    {
        let step = 1e-5
        let rows = parameters.indices.map { place -> [Double] in
            var (up, down) = (parameters, parameters)
            up[place] += step
            down[place] -= step
            return zip(value(up).gradient, value(down).gradient).map { ($1 - $0) / (2 * step) }
        }
        return rows.indices.map { a in rows.indices.map { (rows[a][$0] + rows[$0][a]) / 2 } }
    }
}
