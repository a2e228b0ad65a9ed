import Bilingual
import HousingMarket
import Neighbourhoods
import Stochastics
import Testing

/// A small case with known answers.
enum MadeCase {
    static func areas(_ count: Int) -> [AreaCode] { (0..<count).map { AreaCode("BU0599\(1000 + $0)") } }

    static func known(_ numbers: [Double]) -> [Value] { numbers.map { .known($0) } }

    static let share = BacktestIndicator(
        id: "income.low", name: .init(nl: "Laag inkomen", en: "Low income"), unit: .share)

    /// Shares that all change by a normal amount; the model knows `knowledge` of each change.
    static func shares(areas count: Int = 40, knowledge: Double, noise: Double = 0.005, runs: Int = 5) throws
        -> BacktestCase
    {
        var stream = RandomStream(seed: 7, purpose: .selfTest)
        let before = (0..<count).map { _ in 0.3 + 0.2 * stream.unit() }
        let change = (0..<count).map { _ in 0.03 * stream.standardNormal() }
        let draws = (0..<runs).map { _ in
            (0..<count).map { before[$0] + knowledge * change[$0] + noise * stream.standardNormal() }
        }
        return try BacktestCase(
            indicator: share, areas: areas(count), year0: 2014, year1: 2018, observed0: known(before),
            observed1: known(zip(before, change).map { $0 + $1 }), predicted: draws)
    }
}

@Suite struct BacktestScoreTests {
    private let quick = BacktestOptions(bootstrapDraws: 400, seed: 3)

    @Test func aModelThatKnowsTheChangesIsBetterAndMayShowLevels() throws {
        let score = try BacktestScore(try MadeCase.shares(knowledge: 0.8), options: quick)
        let skill = try #require(score.score(against: .persistence).score).skill
        #expect(skill.low > 0.8 && skill.value > 0.9 && skill.high < 1)
        #expect(score.verdict == .better && score.showsLevels)
        let correlation = try #require(score.changeCorrelation)
        #expect(correlation.value > 0.95 && correlation.low <= correlation.value)
    }

    @Test func aModelThatKnowsNothingIsNotBetterThanNothingChangesAndShowsNoLevels() throws {
        let one = try MadeCase.shares(knowledge: 0, noise: 0.008, runs: 2)
        let score = try BacktestScore(one, options: quick)
        #expect(score.verdict == .notBetterThanNothingChanges && !score.showsLevels)
        let skill = try #require(score.score(against: .persistence).score).skill
        #expect(skill.low <= 0 && skill.high >= 0)
    }

    @Test func aModelThatGoesTheOtherWayIsWorse() throws {
        let score = try BacktestScore(try MadeCase.shares(knowledge: -1), options: quick)
        #expect(score.verdict == .worse && !score.showsLevels)
        // Every prediction is off by twice the change: 1 - 4.
        let skill = try #require(score.score(against: .persistence).score)
        #expect(abs(skill.skill.value + 3) < 0.3)
        #expect(try #require(score.direction).hits == 0)
    }

    @Test func theSkillIsOneMinusTheRatioOfTheErrorsByHand() throws {
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: MadeCase.areas(4), year0: 2014, year1: 2016,
            observed0: MadeCase.known([0.1, 0.2, 0.3, 0.4]), observed1: MadeCase.known([0.2, 0.2, 0.1, 0.5]),
            predicted: [[0.2, 0.3, 0.2, 0.4], [0.1, 0.3, 0.2, 0.4]])
        let score = try BacktestScore(one, options: quick)
        let skill = try #require(score.score(against: .persistence).score)
        #expect(abs(skill.modelError - (0.0025 + 0.01 + 0.01 + 0.01) / 4) < 1e-12)
        #expect(abs(skill.baselineError - (0.01 + 0 + 0.04 + 0.01) / 4) < 1e-12)
        #expect(abs(skill.skill.value - (1 - 0.0325 / 0.06)) < 1e-12)
        #expect(abs(skill.worstAreaPart - 0.04 / 0.06) < 1e-12)
        #expect(skill.verdict == .tooFewAreas && !skill.verdict.showsLevels)
        // Hits: 1 and 3. Miss: 4. False alarm: 2.
        let direction = try #require(score.direction)
        #expect(
            [
                direction.hits, direction.misses, direction.falseAlarms, direction.wrongDirection,
                direction.stayed,
            ]
                == [2, 1, 1, 0, 0])
        #expect(direction.figureOfMerit?.value == 0.5)
    }

    @Test func theErrorOfARunIsTheErrorOfTheMeanPlusTheVarianceOfTheRuns() throws {
        let one = try MadeCase.shares(areas: 15, knowledge: 0.4, noise: 0.02, runs: 9)
        let error = try #require(try BacktestScore(one, options: quick).error)
        var total = 0.0
        for draw in one.predicted {
            for (said, seen) in zip(draw, one.observed1) {
                let off = said - (seen.number ?? .nan)
                total += off * off
            }
        }
        #expect(abs(error.total - total / Double(9 * 15)) < 1e-12)
        #expect(error.ofChance > 0.0002 && error.ofChance < 0.0006)
    }

    @Test func weightsFollowSizesForSharesAndNeverForCounts() throws {
        let before = MadeCase.known([0.1, 0.5])
        let after = MadeCase.known([0.2, 0.5])
        let draws = [[0.1, 0.6]]
        let sizes = MadeCase.known([300, 100])
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: MadeCase.areas(2), year0: 2014, year1: 2016, observed0: before,
            observed1: after, predicted: draws, sizes: sizes)
        let weighted = try BacktestScore(one, options: quick)
        #expect(weighted.isWeighted)
        #expect(abs((weighted.error?.ofMean ?? 0) - 0.01) < 1e-12)
        var equal = quick
        equal.weighting = .equal
        #expect(try !BacktestScore(one, options: equal).isWeighted)
        let counts = try BacktestCase(
            indicator: BacktestIndicator(
                id: "population.households", name: .init(same: "hh"), unit: .households),
            areas: MadeCase.areas(2), year0: 2014, year1: 2016, observed0: before, observed1: after,
            predicted: draws, sizes: sizes)
        #expect(try !BacktestScore(counts, options: quick).isWeighted)
    }

    @Test func whatIsMissingStaysMissingWithItsReason() throws {
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: MadeCase.areas(6), year0: 2014, year1: 2016,
            observed0: [.missing(.suppressed)] + MadeCase.known([0.2, 0.3, 0.4, 0.5, 0.6]),
            observed1: [.known(0.2), .missing(.notCollected)] + MadeCase.known([0.3, 0.4, 0.6, 0.7]),
            predicted: [[0.2, 0.2, .nan, 0.4, 0.5, 0.6]],
            sizes: MadeCase.known([900, 900, 900, 200, 900]) + [.missing(.notCollected)])
        var options = quick
        options.minimumSize = 500
        let score = try BacktestScore(one, options: options)
        #expect(score.areas == [MadeCase.areas(6)[4]])
        #expect(
            score.leftOut.map(\.reason) == [
                .before(.suppressed), .after(.notCollected), .noPrediction, .tooSmall, .noSize,
            ])
    }

    @Test func aBaselineWithoutErrorGivesAReasonAndNoScore() throws {
        let values = MadeCase.known((0..<20).map { 0.1 + 0.01 * Double($0) })
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: MadeCase.areas(20), year0: 2014, year1: 2016, observed0: values,
            observed1: values, predicted: [Array(repeating: 0.2, count: 20)])
        let score = try BacktestScore(one, options: quick)
        #expect(score.score(against: .persistence).outcome == .notEstimable(.baselineExact))
        #expect(score.verdict == .notEstimable && !score.showsLevels)
        #expect(score.changeCorrelation == nil, "the observed change does not vary")
    }

    @Test func aBaselineThatErrsInOneAreaOnlyGivesNoInterval() throws {
        let before = MadeCase.known(Array(repeating: 0.2, count: 30))
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: MadeCase.areas(30), year0: 2014, year1: 2016, observed0: before,
            observed1: [.known(0.3)] + before.dropFirst(), predicted: [Array(repeating: 0.21, count: 30)])
        let score = try BacktestScore(one, options: quick)
        #expect(score.score(against: .persistence).outcome == .notEstimable(.baselineMostlyExact))
    }

    @Test func noAreaLeftIsSaidAndNotScored() throws {
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: MadeCase.areas(1), year0: 2014, year1: 2016,
            observed0: [.missing(.suppressed)], observed1: [.known(0.2)], predicted: [[0.2]])
        let score = try BacktestScore(one, options: quick)
        #expect(score.areas.isEmpty && score.error == nil && score.direction == nil)
        #expect(score.baselines.allSatisfy { $0.outcome == .notEstimable(.noAreas) })
    }

    @Test func ninetyFiveInAHundredAreasLieWithinRunsOfTheSameLaw() throws {
        var stream = RandomStream(seed: 11, purpose: .selfTest)
        let count = 400
        let start = Array(repeating: 0.5, count: count)
        func draw() -> [Double] { (0..<count).map { _ in 0.5 + 0.05 * stream.standardNormal() } }
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: MadeCase.areas(count), year0: 2014, year1: 2016,
            observed0: MadeCase.known(start), observed1: MadeCase.known(draw()),
            predicted: (0..<120).map { _ in draw() })
        let options = BacktestOptions(bootstrapDraws: 100)
        let coverage = try #require(try BacktestScore(one, options: options).coverage)
        #expect(coverage.low < 0.95 && coverage.high > 0.93 && coverage.value > 0.9)
        let few = try one.predicting(Array(one.predicted.prefix(39)))
        #expect(try BacktestScore(few, options: options).coverage == nil)
    }

    /// 15 of 20: 0.75 (0.531 to 0.888), the worked value of Wilson's interval without correction.
    @Test func theIntervalOfCoverageIsWilsons() throws {
        let seen = (0..<20).map { $0 < 15 ? 0.5 : 0.9 }
        let one = try BacktestCase(
            indicator: MadeCase.share, areas: MadeCase.areas(20), year0: 2014, year1: 2016,
            observed0: MadeCase.known(Array(repeating: 0.4, count: 20)), observed1: MadeCase.known(seen),
            predicted: (0..<40).map { run in Array(repeating: 0.4 + 0.005 * Double(run), count: 20) })
        let coverage = try #require(try BacktestScore(one, options: quick).coverage)
        #expect(coverage.value == 0.75)
        #expect(abs(coverage.low - 0.5313) < 5e-4 && abs(coverage.high - 0.8881) < 5e-4)
    }

    @Test func theSameSeedGivesTheSameScoreAndAnotherSeedNearlyTheSame() throws {
        let one = try MadeCase.shares(knowledge: 0.3, noise: 0.03)
        let first = try BacktestScore(one, options: quick)
        #expect(try BacktestScore(one, options: quick) == first)
        var other = quick
        other.seed = 4
        let second = try BacktestScore(one, options: other)
        let a = try #require(first.score(against: .persistence).score).skill
        let b = try #require(second.score(against: .persistence).score).skill
        #expect(a.value == b.value && a.low != b.low && abs(a.low - b.low) < 0.2)
    }

    /// A model that knows half of each change and adds a noise of half its size: the error is half that of "nothing
    /// changes", so the skill is 0.5.
    @Test func theIntervalHoldsTheTrueSkillAboutAsOftenAsItSays() throws {
        var held = 0
        for trial in 0..<60 {
            var stream = RandomStream(seed: 5, run: UInt32(trial), purpose: .selfTest)
            let count = 40
            let change = (0..<count).map { _ in 0.03 * stream.standardNormal() }
            let said = change.map { 0.5 + 0.5 * $0 + 0.015 * stream.standardNormal() }
            let one = try BacktestCase(
                indicator: MadeCase.share, areas: MadeCase.areas(count), year0: 2014, year1: 2016,
                observed0: MadeCase.known(Array(repeating: 0.5, count: count)),
                observed1: MadeCase.known(change.map { 0.5 + $0 }), predicted: [said])
            let options = BacktestOptions(bootstrapDraws: 150, seed: UInt64(trial))
            let skill = try #require(
                try BacktestScore(one, options: options).score(against: .persistence).score
            ).skill
            if skill.low <= 0.5, skill.high >= 0.5 { held += 1 }
        }
        #expect(held >= 50 && held <= 60, "held in \(held) of 60")
    }
}
