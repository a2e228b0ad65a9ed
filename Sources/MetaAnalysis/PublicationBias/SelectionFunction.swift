internal import Foundation

/// How the chance that a study is seen depends on its one-sided p.
public enum SelectionFunction: Sendable, Hashable {
    /// Constant between steps, 1 below the first (Hedges 1992). One step at 0.025 is the three-parameter
    /// model.
    case steps([Double])
    /// Constant between steps with given chances (Vevea and Woods 2005), for sensitivity.
    case fixedSteps([Double], weights: [Double])
    /// p^(δ₁−1) (1−p)^(δ₂−1) (Citkowicz and Vevea 2017).
    case beta
    /// exp(−δp²).
    case halfNormal
    /// exp(−δp).
    case negativeExponential
    /// 2 exp(−δp)/(1 + exp(−δp)).
    case logistic
    /// (1−p)^δ.
    case power

    /// The cut points of Vevea and Woods' tables.
    public static let veveaWoodsSteps = [
        0.005, 0.01, 0.05, 0.1, 0.25, 0.35, 0.5, 0.65, 0.75, 0.9, 0.95, 0.99, 0.995, 1,
    ]
    /// Moderate selection on one side.
    public static let moderateOneTailed = SelectionFunction.fixedSteps(
        veveaWoodsSteps, weights: [1, 0.99, 0.95, 0.8, 0.75, 0.65, 0.6, 0.55, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5])
    /// Severe selection on one side.
    public static let severeOneTailed = SelectionFunction.fixedSteps(
        veveaWoodsSteps, weights: [1, 0.99, 0.9, 0.75, 0.6, 0.5, 0.4, 0.35, 0.3, 0.25, 0.1, 0.1, 0.1, 0.1])
    /// The three-parameter model: one step at one-sided 0.025.
    public static let threeParameter = SelectionFunction.steps([0.025])

    /// The number of δ that are estimated.
    var parameters: Int {
        switch self {
        case .steps(let cuts): Self.closed(cuts).count - 1
        case .fixedSteps: 0
        case .beta: 2
        default: 1
        }
    }

    /// The values of δ without selection.
    var neutral: [Double] {
        switch self {
        case .steps, .beta: [Double](repeating: 1, count: parameters)
        case .fixedSteps: []
        default: [0]
        }
    }

    /// The cut points with 1 at the end.
    static func closed(_ cuts: [Double]) -> [Double] { cuts.last == 1 ? cuts : cuts + [1] }

    /// The cut points and the chance per step; `nil` for smooth functions.
    func stepWeights(_ delta: [Double]) -> (cuts: [Double], weights: [Double])? {
        switch self {
        case .steps(let cuts): (Self.closed(cuts), [1] + delta)
        case .fixedSteps(let cuts, let weights): (Self.closed(cuts), weights)
        default: nil
        }
    }

    /// ln of the chance at a p strictly between 0 and 1, for smooth functions.
    func logWeight(_ p: Double, _ delta: [Double]) -> Double {
        switch self {
        case .beta:
            // Beyond these limits the function would run to infinity.
            let held = min(max(p, 1e-5), 1 - 1e-5)
            return (delta[0] - 1) * log(held) + (delta[1] - 1) * log1p(-held)
        case .halfNormal: return -delta[0] * p * p
        case .negativeExponential: return -delta[0] * p
        case .logistic: return log(2.0) - delta[0] * p - log1p(exp(-delta[0] * p))
        case .power: return delta[0] * log1p(-min(p, 1 - 1e-5))
        case .steps, .fixedSteps: return 0
        }
    }

    func check() throws(MetaAnalysisError) {
        let cuts: [Double]
        switch self {
        case .steps(let given): cuts = given
        case .fixedSteps(let given, let weights):
            cuts = given
            guard weights.count == Self.closed(given).count else {
                throw .count(
                    what: "chance per step", found: weights.count, expected: Self.closed(given).count)
            }
            for weight in weights where !(weight > 0 && weight.isFinite) {
                throw .parameter(name: "chance of a step", found: weight, expected: "above 0")
            }
        default: return
        }
        guard !cuts.isEmpty, cuts != [1] else { throw .needs("at least one step below 1") }
        for (place, cut) in cuts.enumerated() {
            guard cut > (place == 0 ? 0 : cuts[place - 1]), cut <= 1 else {
                throw .parameter(name: "step", found: cut, expected: "above the one before and at most 1")
            }
        }
    }
}
