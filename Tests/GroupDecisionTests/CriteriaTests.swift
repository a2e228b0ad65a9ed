import GroupDecision
import Stochastics
import Testing

@Suite struct CriteriaTests {
    func table(_ case_: UInt32) throws -> CriteriaTable {
        var groups = RandomGroups(case_)
        let values = (0..<5).map { _ in (0..<4).map { _ in 1 + 9 * groups.stream.unit() } }
        return try CriteriaTable(
            values: values, weights: [0.4, 0.3, 0.2, 0.1], directions: [.benefit, .cost, .benefit, .cost])
    }

    func views(_ table: CriteriaTable) throws -> [CriteriaView] {
        [
            try table.weightedSum(.minMax), try table.weightedProduct(.sum), try table.topsis(.vector),
            try table.vikor(), try table.promethee(table.directions.map { _ in .usual }),
            try table.promethee(table.directions.map { _ in .linear(indifference: 1, preference: 3) }),
            try table.spotis(bounds: table.directions.map { _ in 0...11 }), try table.copras(),
        ]
    }

    @Test func renamingAlternativesPermutesEveryScore() throws {
        for case_ in 1300..<1320 as Range<UInt32> {
            let table = try table(case_)
            let turned = try CriteriaTable(
                values: table.values.reversed(), weights: table.weights, directions: table.directions)
            for (first, second) in zip(try views(table), try views(turned)) {
                for (a, b) in zip(first.scores, second.scores.reversed()) { #expect(abs(a - b) < 1e-12) }
            }
        }
    }

    @Test func anAlternativeThatIsBetterOnEverythingStandsAlone() throws {
        for case_ in 1400..<1420 as Range<UInt32> {
            let random = try table(case_)
            let table = try CriteriaTable(
                values: random.values + [[10.5, 0.5, 10.5, 0.5]], weights: random.weights,
                directions: random.directions)
            for view in try views(table) { #expect(view.tied == [5]) }
        }
    }

    @Test func scoresStayInTheirBounds() throws {
        for case_ in 1500..<1520 as Range<UInt32> {
            let table = try table(case_)
            #expect(try table.topsis(.minMax).scores.allSatisfy { (0...1).contains($0) })
            #expect(try table.vikor().scores.allSatisfy { (0...1).contains($0) })
            let flows = try table.promethee(table.directions.map { _ in .usual }).scores
            #expect(abs(flows.reduce(0, +)) < 1e-12)
            for weights in [
                try table.entropyWeights(), table.standardDeviationWeights(), try table.criticWeights(),
            ] {
                #expect(abs(weights.reduce(0, +) - 1) < 1e-12)
                #expect(weights.allSatisfy { $0 >= 0 })
            }
        }
    }

    @Test func theTwoReadingsOfCoprasDifferOnCosts() throws {
        let table = try CriteriaTable(
            values: [[10, 1], [10, 9]], weights: [0.5, 0.5], directions: [.benefit, .cost])
        #expect(try table.copras().tied == [0])
        #expect(try table.copras(.costsAdded).tied == [1])
    }

    @Test func unknownWeightsGiveSharesThatSumToOne() throws {
        let table = try table(1600)
        let smaa = try StochasticAcceptability(table, draws: 4000, seed: 3)
        #expect(smaa == (try StochasticAcceptability(table, draws: 4000, seed: 3)))
        for row in smaa.rankAcceptability { #expect(abs(row.reduce(0, +) - 1) < 1e-9) }
        for rank in 0..<5 {
            #expect(abs(smaa.rankAcceptability.reduce(0) { $0 + $1[rank] } - 1) < 1e-9)
        }
        for weights in smaa.centralWeights.compactMap({ $0 }) {
            #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
        }
    }

    @Test func twoCriteriaThatOpposeEachOtherSplitTheWeightsInHalf() throws {
        let table = try CriteriaTable(values: [[1, 0], [0, 1]], directions: [.benefit, .benefit])
        let smaa = try StochasticAcceptability(table, draws: 20_000)
        #expect(abs(smaa.rankAcceptability[0][0] - 0.5) < 0.02)
        // Weight of the first criterion above one half, uniformly: mean three quarters.
        let central = try #require(smaa.centralWeights[0])
        #expect(abs(central[0] - 0.75) < 0.01)
    }

    @Test func consistentComparisonsGiveBackTheirWeights() throws {
        let weights = [0.5, 0.3, 0.2]
        let comparison = try PairwiseComparison(ratios: weights.map { a in weights.map { a / $0 } })
        for (found, expected) in zip(comparison.weights, weights) { #expect(abs(found - expected) < 1e-12) }
        #expect(abs(comparison.consistencyIndex) < 1e-12)
        let pair = try PairwiseComparison(ratios: [[1, 4], [0.25, 1]])
        #expect(pair.consistencyRatio(.saaty) == 0)
    }

    @Test func unusableTablesAreRefused() throws {
        #expect(throws: GroupDecisionError.self) { try CriteriaTable(values: [[1]], directions: [.benefit]) }
        #expect(throws: GroupDecisionError.self) {
            try CriteriaTable(values: [[1, 2], [3]], directions: [.benefit, .cost])
        }
        #expect(throws: GroupDecisionError.self) {
            try CriteriaTable(values: [[1], [2]], weights: [0.9], directions: [.benefit])
        }
        let flat = try CriteriaTable(values: [[1, 2], [1, 3]], directions: [.benefit, .cost])
        #expect(throws: GroupDecisionError.self) { try flat.vikor() }
        #expect(throws: GroupDecisionError.self) { try PairwiseComparison(ratios: [[1, 2], [2, 1]]) }
        let negative = try CriteriaTable(values: [[-1], [2]], directions: [.benefit])
        #expect(throws: GroupDecisionError.self) { try negative.weightedSum(.sum) }
    }
}
