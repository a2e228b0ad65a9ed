internal import Stochastics

/// How often effects put with other studies' moderators, at random, give a coefficient at least as far from 0
/// (Higgins and Thompson 2004).
public struct CoefficientPermutationTest: Sendable, Equatable {
    /// The names of the coefficients, the constant first.
    public let terms: [String]
    /// The probabilities per coefficient, two-sided; never 0, as the data are one of the permutations.
    public let pValues: [Double]
    /// The probability for all moderators together.
    public let moderatorPValue: Double
    /// The number of permutations beside the data themselves.
    public let draws: Int
    /// Whether all permutations were visited, so that the probabilities have no error of simulation.
    public let isExact: Bool
}

extension MetaRegression {
    /// Tests coefficients by shuffling the moderators over the studies and fitting again.
    ///
    /// All k! orders are visited when there are no more than `draws`; otherwise that many are drawn. The
    /// constant is tested under the same shuffles and says little; read the moderators.
    /// - Parameters:
    ///   - draws: 1 or more; 1000 gives a standard error of 0.007 at p = 0.05.
    ///   - seed: the seed of the random numbers; the same seed gives the same result.
    /// - Throws: no moderators, or `draws` below 1.
    public func permutationTest(
        draws: Int = 1000, seed: UInt64 = 1
    ) throws(MetaAnalysisError) -> CoefficientPermutationTest {
        guard draws >= 1 else { throw .parameter(name: "draws", found: Double(draws), expected: "1 or more") }
        guard let observed = moderatorTest else {
            throw .needs("at least one moderator, for there is nothing to shuffle")
        }
        let k = effects.count
        let model = fit.model
        let p = model.parameters
        var beyond = [Int](repeating: 0, count: p)
        var beyondAll = 0
        var visited = 0
        func visit(_ order: [Int]) {
            let design = (0..<p).map { column in order.map { model.columns[column * k + $0] } }
            guard
                let shuffled = try? LinearModel(
                    effects: model.effects, variances: model.variances, terms: model.terms, design: design)
            else { return }
            let again = ModelFit(shuffled, options.model, options.inference, userWeights: options.weights)
            let covariance = again.covariance
            for place in 0..<p {
                let statistic = again.estimates[place] / covariance[place, place].squareRoot()
                if abs(statistic) >= abs(coefficients[place].statistic) * (1 - 1e-10) { beyond[place] += 1 }
            }
            let test = WaldTest(again, places: Array(1..<p))
            if test.statistic >= observed.statistic * (1 - 1e-10) { beyondAll += 1 }
            visited += 1
        }
        var factorial = 1
        for n in 2...max(k, 2) where factorial <= draws { factorial *= n }
        let isExact = factorial <= draws
        if isExact {
            visitAllOrders(k, visit)
            // The data themselves are among the orders, so nothing is added.
            return CoefficientPermutationTest(
                terms: model.terms, pValues: beyond.map { Double($0) / Double(visited) },
                moderatorPValue: Double(beyondAll) / Double(visited), draws: visited - 1, isExact: true)
        }
        for draw in 0..<draws {
            var stream = RandomStream(
                seed: seed, run: UInt32(truncatingIfNeeded: draw), purpose: .permutation)
            var order = Array(0..<k)
            for place in stride(from: k - 1, to: 0, by: -1) {
                order.swapAt(place, Int(stream.integer(below: UInt32(place + 1))))
            }
            visit(order)
        }
        func probability(_ count: Int) -> Double { Double(count + 1) / Double(visited + 1) }
        return CoefficientPermutationTest(
            terms: model.terms, pValues: beyond.map(probability), moderatorPValue: probability(beyondAll),
            draws: visited, isExact: false)
    }

    /// Heap's algorithm.
    private func visitAllOrders(_ k: Int, _ visit: ([Int]) -> Void) {
        var order = Array(0..<k)
        var state = [Int](repeating: 0, count: k)
        visit(order)
        var place = 0
        while place < k {
            if state[place] < place {
                order.swapAt(place % 2 == 0 ? 0 : state[place], place)
                visit(order)
                state[place] += 1
                place = 0
            } else {
                state[place] = 0
                place += 1
            }
        }
    }
}
