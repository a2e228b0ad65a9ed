internal import Foundation

/// The likelihood of one or more choices and its gradient.
struct LikelihoodValue {
    var logLikelihood = 0.0
    var gradient: [Double]
}

extension ConsumptionModel {
    /// The log-likelihood of choices at parameters (beta, then ln gamma).
    ///
    /// With M goods consumed including the outside good, V_0 = -ln x_0, V_k = beta . z_k - ln(x_k / gamma_k +
    /// 1) - ln p_k, f_0 = 1 / x_0 and f_k = 1 / (x_k + gamma_k), the density is product f * sum(p / f) *
    /// product exp V over the consumed * (M - 1)! / (sum of exp V over all)^M (Bhat 2008).
    /// - Throws: ``GroupDecisionError`` if choices or parameters do not fit the model.
    public func logLikelihood(_ choices: [ConsumptionChoice], at parameters: [Double]) throws -> Double {
        try value(choices, at: parameters).logLikelihood
    }

    /// The gradient of the log-likelihood, one element per parameter.
    /// - Throws: as ``logLikelihood(_:at:)``.
    public func gradient(_ choices: [ConsumptionChoice], at parameters: [Double]) throws -> [Double] {
        try value(choices, at: parameters).gradient
    }

    func value(_ choices: [ConsumptionChoice], at parameters: [Double]) throws -> LikelihoodValue {
        try check(choices)
        guard parameters.count == parameterCount else {
            throw GroupDecisionError.wrongLength(
                what: "the list of parameters", found: parameters.count, expected: parameterCount)
        }
        return uncheckedValue(choices, at: parameters)
    }

    func uncheckedValue(_ choices: [ConsumptionChoice], at parameters: [Double]) -> LikelihoodValue {
        let worth = baselines(parameters)
        let gamma = parameters.suffix(projectCount).map { exp($0) }
        var sum = LikelihoodValue(gradient: parameters.map { _ in 0 })
        for choice in choices { add(choice, worth, gamma, to: &sum) }
        return sum
    }

    /// beta . z per project.
    func baselines(_ parameters: [Double]) -> [Double] {
        attributes.map { row in zip(row, parameters).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    private func add(
        _ choice: ConsumptionChoice, _ worth: [Double], _ gamma: [Double], to sum: inout LikelihoodValue
    ) {
        let x = choice.quantities
        let projects = 0..<projectCount
        let utilities = projects.map { worth[$0] - log1p(x[$0] / gamma[$0]) - log(choice.prices[$0]) }
        let outside = choice.outside
        let outsideUtility = -log(outside)
        let top = max(outsideUtility, utilities.max() ?? outsideUtility)
        let total = utilities.reduce(exp(outsideUtility - top)) { $0 + exp($1 - top) }
        let consumed = projects.filter { x[$0] > 0 }
        let goods = Double(consumed.count + 1)
        // Sum of p / f over the consumed goods.
        let spread = consumed.reduce(outside) { $0 + choice.prices[$1] * (x[$1] + gamma[$1]) }
        sum.logLikelihood +=
            lgamma(goods) - log(outside) + log(spread) + outsideUtility - goods * (top + log(total))
        for k in consumed { sum.logLikelihood += utilities[k] - log(x[k] + gamma[k]) }
        for k in projects {
            let share = exp(utilities[k] - top) / total
            let slope = (x[k] > 0 ? 1 : 0) - goods * share
            for (place, value) in attributes[k].enumerated() { sum.gradient[place] += slope * value }
            guard x[k] > 0 else { continue }
            // By ln gamma: of V, of ln f, and of the logarithm of the spread.
            sum.gradient[attributeCount + k] +=
                slope * x[k] / (x[k] + gamma[k]) - gamma[k] / (x[k] + gamma[k])
                + choice.prices[k] * gamma[k] / spread
        }
    }
}
