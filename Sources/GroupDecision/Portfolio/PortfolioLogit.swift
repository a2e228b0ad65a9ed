internal import Foundation

/// A logit over feasible portfolios, estimated by maximum likelihood.
///
/// P(y) = exp V(y) / sum of exp V over the feasible set: the plain logit of participatory value evaluation
/// (Mouter, Koster & Dekker 2021, Transportation Research A 144:54; McFadden 1974).
public struct PortfolioLogit: Sendable, Equatable {
    /// The model.
    public let model: PortfolioModel
    /// One number per parameter in the order of the model, the worth of a unit of unspent budget last; 0
    /// where aliased.
    public let estimates: [Double]
    /// Standard errors from the inverse Hessian; nil where aliased.
    public let standardErrors: [Double?]
    /// Parameters that are exact combinations of earlier ones in this set and therefore fixed at 0.
    public let aliased: [Int]
    /// Log-likelihood at the estimates, 0 or less.
    public let logLikelihood: Double
    /// Log-likelihood if every feasible portfolio were equally likely.
    public let nullLogLikelihood: Double
    /// The largest absolute element of the gradient at the estimates.
    public let largestGradient: Double
    /// Utility of each feasible portfolio at the estimates, in the order of the set.
    public let utilities: [Double]
    /// Probability of each feasible portfolio at the estimates.
    public let probabilities: [Double]

    /// The estimate by Newton's method from zeros.
    /// - Throws: ``GroupDecisionError/notConverged(what:iterations:)`` if no finite maximum exists, as when a
    ///   project is in every chosen portfolio or in none; or an error of the model's shape.
    public init(_ choices: PortfolioChoices, model: PortfolioModel) throws {
        let features = try model.features(of: choices.feasible)
        let start = LogitState(features: features, counts: choices.counts, parameters: [])
        let aliased = CholeskyFactor.dependentColumns(of: start.covariance)
        let kept = features.first.map { Array($0.indices) }?.filter { !aliased.contains($0) } ?? []
        let used = features.map { row in kept.map { row[$0] } }
        let end = try Self.maximise(used, choices.counts)
        let people = Double(choices.chosen.count)
        guard let factor = CholeskyFactor(end.covariance) else {
            throw GroupDecisionError.notConverged(
                what: "the portfolio model", iterations: Self.iterationLimit)
        }
        let errors = factor.inverseDiagonal.map { ($0 / people).squareRoot() }
        var estimates = [Double](repeating: 0, count: kept.count + aliased.count)
        var standardErrors = [Double?](repeating: nil, count: estimates.count)
        for (place, parameter) in kept.enumerated() {
            estimates[parameter] = end.parameters[place]
            standardErrors[parameter] = errors[place]
        }
        self.model = model
        self.estimates = estimates
        self.standardErrors = standardErrors
        self.aliased = aliased
        logLikelihood = end.logLikelihood
        nullLogLikelihood = -people * log(Double(features.count))
        largestGradient = end.largestGradient
        utilities = end.utilities
        probabilities = end.probabilities
    }

    private static let iterationLimit = 100

    private static func maximise(_ features: [[Double]], _ counts: [Double]) throws -> LogitState {
        let width = features.first?.count ?? 0
        var state = LogitState(
            features: features, counts: counts, parameters: [Double](repeating: 0, count: width))
        let spreadAtStart = width == 0 ? [] : (0..<width).map { state.covariance[$0][$0] }
        let people = counts.reduce(0, +)
        for _ in 0..<iterationLimit {
            guard let factor = CholeskyFactor(state.covariance) else { break }
            let step = factor.solve(state.gradient).map { $0 / people }
            // Newton's decrement is the climb still possible, in units of log-likelihood.
            let decrement = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
            if decrement < 1e-9 {
                // Too small a climb to see in the log-likelihood: full steps for as long as the gradient
                // shrinks.
                let next = state.moved(step, 1)
                if next.largestGradient >= state.largestGradient { break }
                state = next
                continue
            }
            // The log-likelihood is concave, so a short enough step in this direction always climbs.
            var length = 1.0
            var next = state.moved(step, length)
            while next.logLikelihood < state.logLikelihood, length > 1e-10 {
                length /= 2
                next = state.moved(step, length)
            }
            state = next
        }
        // Where no finite maximum exists, the model becomes certain and the spread of some feature dies out.
        let scaled = state.gradient.indices.allSatisfy {
            state.covariance[$0][$0] > 1e-7 * spreadAtStart[$0]
                && abs(state.gradient[$0]) < 1e-7 * people * max(1, spreadAtStart[$0].squareRoot())
        }
        guard scaled, CholeskyFactor(state.covariance, tolerance: 1e-11) != nil || width == 0 else {
            throw GroupDecisionError.notConverged(what: "the portfolio model", iterations: iterationLimit)
        }
        return state
    }

    /// Places of the portfolios with the highest utility in the feasible set; utilities within 1e-9 count as
    /// equal.
    public var highestUtility: [Int] {
        let best = utilities.max() ?? 0
        return utilities.indices.filter { utilities[$0] >= best - 1e-9 }
    }

    /// Distance in utility from those to the next portfolio; nil if all are equal.
    public var gap: Double? {
        let best = utilities.max() ?? 0
        return utilities.filter { $0 < best - 1e-9 }.max().map { best - $0 }
    }
}

/// The likelihood and its derivatives at one list of parameters.
struct LogitState {
    let features: [[Double]]
    let counts: [Double]
    let parameters: [Double]
    let utilities: [Double]
    let probabilities: [Double]
    let logLikelihood: Double
    /// Observed minus expected sum of each feature.
    let gradient: [Double]
    private let means: [Double]

    /// Parameters left empty stand for zeros.
    init(features: [[Double]], counts: [Double], parameters: [Double]) {
        let people = counts.reduce(0, +)
        let utilities = features.map { row in zip(row, parameters).reduce(0) { $0 + $1.0 * $1.1 } }
        let top = utilities.max() ?? 0
        let weights = utilities.map { exp($0 - top) }
        let total = weights.reduce(0, +)
        let logTotal = top + log(total)
        let probabilities = weights.map { $0 / total }
        let width = features.first?.count ?? 0
        var means = [Double](repeating: 0, count: width)
        var observed = means
        for (row, line) in features.enumerated() {
            for column in 0..<width {
                means[column] += probabilities[row] * line[column]
                observed[column] += counts[row] * line[column]
            }
        }
        self.features = features
        self.counts = counts
        self.parameters = parameters
        self.utilities = utilities
        self.probabilities = probabilities
        self.means = means
        logLikelihood = zip(counts, utilities).reduce(0) { $0 + $1.0 * ($1.1 - logTotal) }
        gradient = zip(observed, means).map { $0 - people * $1 }
    }

    var largestGradient: Double { gradient.map { abs($0) }.max() ?? 0 }

    func moved(_ step: [Double], _ length: Double) -> LogitState {
        LogitState(
            features: features, counts: counts, parameters: zip(parameters, step).map { $0 + length * $1 })
    }

    /// Covariance of the features under the model; minus the Hessian per person.
    var covariance: [[Double]] {
        let width = means.count
        var table = means.map { _ in [Double](repeating: 0, count: width) }
        for (row, line) in features.enumerated() {
            for a in 0..<width {
                let first = probabilities[row] * (line[a] - means[a])
                for b in 0...a { table[a][b] += first * (line[b] - means[b]) }
            }
        }
        for a in 0..<width {
            for b in 0..<a { table[b][a] = table[a][b] }
        }
        return table
    }
}
