import Bilingual
import HousingMarket
import Neighbourhoods
import Testing

@Suite struct BacktestBaselineTests {
    private let quick = BacktestOptions(bootstrapDraws: 100)
    private let areas = MadeCase.areas(3)

    private func counts(
        earlier: [BacktestCase.Earlier] = [], after: [Double] = [150, 210, 300], level: MunicipalLevel? = nil
    ) throws -> BacktestCase {
        try BacktestCase(
            indicator: BacktestIndicator(
                id: "population.inhabitants", name: .init(nl: "Inwoners", en: "Inhabitants"), unit: .persons),
            areas: areas, year0: 2012, year1: 2016, observed0: MadeCase.known([100, 200, 300]),
            observed1: MadeCase.known(after), earlier: earlier, predicted: [[100, 200, 300]],
            municipality: level)
    }

    private func error(_ one: BacktestCase, _ baseline: BacktestBaseline) throws -> Double {
        try #require(try BacktestScore(one, options: quick).score(against: baseline).score).baselineError
    }

    @Test func driftGoesOnAlongTheLineThroughTheEarlierYears() throws {
        // Slopes 5, -10 and 0 a year: 120, 160 and 300 in 2016.
        let one = try counts(earlier: [
            .init(year: 2010, values: MadeCase.known([90, 220, 300])),
            .init(year: 2008, values: MadeCase.known([80, 240, 300])),
        ])
        #expect(one.earlier.map(\.year) == [2008, 2010])
        #expect(abs(try error(one, .linearDrift) - (900 + 2500) / 3.0) < 1e-9)
    }

    @Test func driftCannotBeMadeFromOneYear() throws {
        let score = try BacktestScore(try counts(), options: quick)
        #expect(score.score(against: .linearDrift).outcome == .notEstimable(.baseline(.noEarlierYear)))
        #expect(score.score(against: .linearDrift).verdict == .notEstimable)
    }

    @Test func anAreaWithoutEarlierYearIsLeftOutOfDriftOnly() throws {
        let one = try counts(earlier: [
            .init(year: 2011, values: [.known(90), .missing(.suppressed), .known(290)])
        ])
        let score = try BacktestScore(one, options: quick)
        #expect(score.score(against: .linearDrift).score?.areas == 2)
        #expect(score.score(against: .persistence).score?.areas == 3)
        let row = try #require(BacktestTable([score]).rows.first { $0.baseline == .linearDrift })
        #expect(row.areas == 2 && row.leftOut == 1)
    }

    @Test func driftDoesNotGoBelowNothing() throws {
        let one = try counts(
            earlier: [.init(year: 2011, values: MadeCase.known([180, 200, 300]))], after: [10, 201, 302])
        // 100 - 4 x 80 is below zero: 0, which is 10 off; the others stay and are 1 and 2 off.
        #expect(abs(try error(one, .linearDrift) - (100 + 1 + 4) / 3.0) < 1e-9)
    }

    @Test func constantShareKeepsEveryAreaItsPartOfTheTotal() throws {
        // 600 becomes 660: 110, 220 and 330.
        let off: [Double] = [40, 10, 30]
        #expect(abs(try error(try counts(), .constantShare) - off.reduce(0) { $0 + $1 * $1 } / 3) < 1e-9)
        // A projection of 900 for 600: 150, 300 and 450.
        let projected = try counts(level: .init(year0: 600, year1: 900, basis: .projected))
        #expect(abs(try error(projected, .constantShare) - (0 + 8100 + 22500) / 3.0) < 1e-9)
    }

    @Test func constantShareIsExactWhereEveryAreaGrowsTheSame() throws {
        let one = try counts(after: [110, 220, 330])
        let score = try BacktestScore(one, options: quick).score(against: .constantShare)
        #expect(score.outcome == .notEstimable(.baselineExact), "what rounding leaves is no error")
    }

    @Test func aModelThatSaysWhatTheBaselineSaysIsNeitherBetterNorWorse() throws {
        let before = (0..<30).map { 0.1 + 0.011 * Double($0) }
        let after = (0..<30).map { 0.1 + 0.012 * Double(29 - $0) }
        let ratio = after.reduce(0, +) / before.reduce(0, +)
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: MadeCase.areas(30), year0: 2012, year1: 2016,
            observed0: MadeCase.known(before), observed1: MadeCase.known(after),
            predicted: [before.map { $0 * ratio }, before.map { ratio * $0 }])
        let score = try BacktestScore(one, options: quick).score(against: .constantShare)
        #expect(score.verdict == .notBetterThanNothingChanges)
        #expect(abs(score.score?.skill.value ?? 1) < 1e-12)
    }

    @Test func sharesAreScaledByTheWeightedLevelAndStayBelowOne() throws {
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: areas, year0: 2012, year1: 2016,
            observed0: MadeCase.known([0.1, 0.2, 0.8]), observed1: MadeCase.known([0.2, 0.3, 0.9]),
            predicted: [[0.1, 0.2, 0.8]], sizes: MadeCase.known([200, 100, 100]))
        // Level (0.2 + 0.2 + 0.8) / 4 = 0.3 to (0.4 + 0.3 + 0.9) / 4 = 0.4; the third area would reach 1.07.
        let expected = [0.1 * 4 / 3, 0.2 * 4 / 3, 1.0]
        let seen = [0.2, 0.3, 0.9]
        let weights = [2.0, 1, 1]
        var sum = 0.0
        for place in 0..<3 {
            sum += weights[place] * (expected[place] - seen[place]) * (expected[place] - seen[place])
        }
        #expect(abs(try error(one, .constantShare) - sum / 4) < 1e-12)
    }

    @Test func aScaleWithoutZeroHasNoConstantShare() throws {
        let one = try BacktestCase(
            indicator: BacktestIndicator(id: "liveability.score", name: .init(same: "lbm"), unit: .points),
            areas: areas, year0: 2014, year1: 2018, observed0: MadeCase.known([-0.1, 0, 0.2]),
            observed1: MadeCase.known([0.1, 0.1, 0.1]), predicted: [[0, 0, 0]])
        let score = try BacktestScore(one, options: quick)
        #expect(score.score(against: .constantShare).outcome == .notEstimable(.baseline(.noZeroPoint)))
        #expect(score.score(against: .persistence).score != nil)
    }

    @Test func nonsenseIsRefusedInOneLine() throws {
        func refused(_ make: () throws -> BacktestCase) -> String {
            do {
                _ = try make()
                return ""
            } catch { return "\(error)" }
        }
        let values = MadeCase.known([0.1, 0.2, 0.3])
        func made(
            areas: [AreaCode]? = nil, year1: Int = 2016, before: [Value]? = nil, draws: [[Double]] = [],
            earlier: [BacktestCase.Earlier] = [], sizes: [Value]? = nil, threshold: NoiseThreshold? = nil
        ) throws -> BacktestCase {
            try BacktestCase(
                indicator: MadeCase.share, areas: areas ?? self.areas, year0: 2012, year1: year1,
                observed0: before ?? values, observed1: values, earlier: earlier, predicted: draws,
                sizes: sizes,
                threshold: threshold)
        }
        let lines = [
            refused { try made(areas: []) },
            refused { try made(areas: [areas[0], areas[1], areas[0]]) },
            refused { try made(year1: 2012) },
            refused { try made(before: Array(values.prefix(2))) },
            refused { try made(before: MadeCase.known([0.1, .infinity, 0.2])) },
            refused { try made(draws: [[0.1, 0.2]]) },
            refused { try made(earlier: [.init(year: 2012, values: values)]) },
            refused { try made(sizes: MadeCase.known([1, 0, 2])) },
            refused { try made(threshold: .absolute(-1)) },
        ]
        for line in lines { #expect(!line.isEmpty && !line.contains("\n") && line.contains("income.low")) }
        #expect(Set(lines).count == lines.count)
        #expect(throws: BacktestError.noDraws(indicator: "income.low")) { try BacktestScore(try made()) }
        #expect(throws: BacktestError.self) {
            try BacktestScore(try made(draws: [[0, 0, 0]]), options: BacktestOptions(bootstrapDraws: 3))
        }
    }
}
