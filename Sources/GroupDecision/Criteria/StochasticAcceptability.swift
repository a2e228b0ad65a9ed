internal import Foundation
internal import Stochastics

/// What holds if nothing is known about the weights (SMAA; Lahdelma, Hokkanen & Salminen 1998, EJOR 106:137).
///
/// Weights are drawn uniformly from all lists that are 0 or more and sum to 1; values are added after min-max
/// normalisation. The same seed gives the same numbers.
public struct StochasticAcceptability: Sendable, Equatable {
    /// How many lists of weights were drawn.
    public let draws: Int
    /// Share of draws, 0 to 1, in which an alternative (row) takes a rank (column, best first). Alternatives
    /// that are equal in a draw share their ranks equally, so rows and columns sum to 1.
    public let rankAcceptability: [[Double]]
    /// Mean weights of the draws in which an alternative comes first (alone or shared); nil if it never does.
    public let centralWeights: [[Double]?]
    /// Standard deviation of those weights, one per criterion; nil as above.
    public let weightDeviations: [[Double]?]
    /// Share of draws, 0 to 1, in which the row scores above the column; 0 on the diagonal.
    public let pairwiseWinning: [[Double]]

    /// The draws over a table; its own weights play no part.
    /// - Parameters:
    ///   - draws: how many lists of weights, at least 1; a share p has standard error sqrt(p (1 - p) /
    ///     draws).
    ///   - seed: the seed of the draws.
    /// - Throws: ``GroupDecisionError/outOfRange(what:found:expected:)`` for fewer than one draw.
    public init(_ table: CriteriaTable, draws: Int = 100_000, seed: UInt64 = 1) throws {
        guard draws >= 1 else {
            throw GroupDecisionError.outOfRange(
                what: "the number of draws", found: "\(draws)", expected: "at least 1")
        }
        var count = AcceptabilityCount(values: try table.normalised(.minMax))
        var stream = RandomStream(seed: seed, purpose: .weightDraw)
        for _ in 0..<draws { count.add(&stream) }
        let alternatives = table.alternativeCount
        let criteria = table.directions.count
        let total = Double(draws)
        func rows(_ flat: [Double], _ width: Int) -> [[Double]] {
            (0..<alternatives).map { row in flat[(row * width)..<((row + 1) * width)].map { $0 / total } }
        }
        self.draws = draws
        rankAcceptability = rows(count.ranks, alternatives)
        pairwiseWinning = rows(count.wins, alternatives)
        let firsts = count.firsts
        let means = (0..<alternatives).map { row in
            firsts[row] > 0
                ? (0..<criteria).map { count.weightSums[row * criteria + $0] / firsts[row] } : nil
        }
        centralWeights = means
        weightDeviations = means.indices.map { row in
            means[row].map { mean in
                mean.indices.map { criterion in
                    let square = count.weightSquares[row * criteria + criterion] / firsts[row]
                    return max(0, square - mean[criterion] * mean[criterion]).squareRoot()
                }
            }
        }
    }
}

/// Running counts over draws, in flat tables because they are touched a million times.
struct AcceptabilityCount {
    private let values: [Double]
    private let alternatives: Int
    private let criteria: Int
    private var weights: [Double]
    private var scores: [Double]
    var ranks: [Double]
    var wins: [Double]
    var firsts: [Double]
    var weightSums: [Double]
    var weightSquares: [Double]

    init(values rows: [[Double]]) {
        alternatives = rows.count
        criteria = rows.first?.count ?? 0
        values = rows.flatMap { $0 }
        weights = [Double](repeating: 0, count: criteria)
        scores = [Double](repeating: 0, count: alternatives)
        ranks = [Double](repeating: 0, count: alternatives * alternatives)
        wins = ranks
        firsts = scores
        weightSums = [Double](repeating: 0, count: alternatives * criteria)
        weightSquares = weightSums
    }

    /// Draws one list of weights and adds what follows from it.
    mutating func add(_ stream: inout RandomStream) {
        // Exponential numbers divided by their sum are uniform on the simplex.
        var sum = 0.0
        for criterion in 0..<criteria {
            weights[criterion] = -log(1 - stream.unit())
            sum += weights[criterion]
        }
        for criterion in 0..<criteria { weights[criterion] /= sum }
        for row in 0..<alternatives {
            var score = 0.0
            for criterion in 0..<criteria { score += weights[criterion] * values[row * criteria + criterion] }
            scores[row] = score
        }
        for row in 0..<alternatives { count(row) }
    }

    private mutating func count(_ row: Int) {
        var better = 0
        var equal = 0
        for other in 0..<alternatives where other != row {
            if scores[row] > scores[other] {
                wins[row * alternatives + other] += 1
            } else if scores[row] < scores[other] {
                better += 1
            } else {
                equal += 1
            }
        }
        for rank in better...(better + equal) { ranks[row * alternatives + rank] += 1 / Double(equal + 1) }
        if better == 0 {
            firsts[row] += 1
            for criterion in 0..<criteria {
                weightSums[row * criteria + criterion] += weights[criterion]
                weightSquares[row * criteria + criterion] += weights[criterion] * weights[criterion]
            }
        }
    }
}

extension DrawPurpose {
    /// Weights drawn from the simplex.
    static let weightDraw = DrawPurpose(rawValue: 70)
}
