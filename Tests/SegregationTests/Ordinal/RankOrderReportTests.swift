import Foundation
import Stochastics
import Testing

@testable import Segregation

@Suite struct RankOrderReportTests {
    private func bins(_ rows: [[Double]]) throws -> ContingencyTable {
        try ContingencyTable(groups: rows[0].indices.map { Group(rawValue: "b\($0)") }, rows: rows)
    }

    /// A town of 40 units, six classes and a slope from poor to rich.
    private func town(scale: Double = 1) throws -> ContingencyTable {
        try bins(
            (0..<40).map { unit in
                (0..<6).map { bin in
                    let distance = Double(unit) / 40 - (Double(bin) + 0.5) / 6
                    return (scale * (20 + 60 * max(0, 1 - 2 * abs(distance)))).rounded()
                }
            })
    }

    @Test func everyOrdinalRowHasAnIntervalOrAReason() throws {
        var options = MeasureOptions()
        options.draws = 100
        let table = try town()
        let rows = try table.ordinalMeasures(options: options)
        let plain = try table.ordinalMeasures()
        #expect(rows.count == plain.count)
        for (row, before) in zip(rows, plain) {
            #expect(row.estimate.value == before.estimate.value && row.parameters == before.parameters)
            let interval = try #require(row.estimate.interval, "\(row.identifier)")
            let value = try #require(row.estimate.value.number)
            #expect(interval.lower < value + 0.02 && value - 0.02 < interval.upper && interval.draws == 100)
            let chance = try #require(row.estimate.expectedUnderNoSegregation)
            #expect(chance > 0 && chance < value)
            #expect(try #require(row.estimate.corrected) < value)
            #expect(before.estimate.intervalAbsence == .notDrawn)
        }
        for threads in [1, 3] {
            options.threads = threads
            #expect(try table.ordinalMeasures(options: options) == rows)
        }
        options.draws = 0
        let none = try table.ordinalMeasures(options: options)
        #expect(none.allSatisfy { $0.estimate.intervalAbsence == .notRequested })
        #expect(none[0].estimate.expectedUnderNoSegregation == rows[0].estimate.expectedUnderNoSegregation)
    }

    @Test(arguments: Resampling.allCases)
    func reportsAreTheSameWithAnyNumberOfThreads(resampling: Resampling) throws {
        var options = MeasureOptions()
        options.draws = 60
        options.resampling = resampling
        let one = try town().rankOrderReport(options: options)
        options.threads = 3
        #expect(try town().rankOrderReport(options: options) == one)
        #expect(one.estimate.interval?.resampling == resampling)
    }

    /// With two classes the only threshold is the group against the rest, whose exact expectation is known.
    @Test func theExpectationAtAThresholdIsThatOfTheGroupBelow() throws {
        let table = try twoGroups([[4, 10], [8, 6], [6, 5], [9, 21]])
        let rest = try #require(try table.measure(["H-vs-rest", "eta2"], options: .plain).first)
        let squares = try #require(try table.measure(["eta2"], options: .plain).first)
        var options = MeasureOptions()
        options.draws = 0
        let rows = try table.ordinalMeasures(degrees: [], options: options)
        func row(_ identifier: String) -> MeasureRow? { rows.first { $0.identifier == identifier } }
        #expect(
            agree(
                row("ordinal-H")?.estimate.expectedUnderNoSegregation,
                rest.estimate.expectedUnderNoSegregation))
        #expect(
            agree(
                row("ordinal-R")?.estimate.expectedUnderNoSegregation,
                squares.estimate.expectedUnderNoSegregation))
    }

    /// H^R of shuffled persons lies around its exact expectation.
    @Test func theExpectationOfRankOrderIndicesIsExact() throws {
        let table = try bins([[3, 4, 2, 5, 3], [6, 1, 4, 2, 2], [1, 5, 5, 3, 4], [2, 2, 3, 6, 1]])
        var options = MeasureOptions()
        options.draws = 0
        for variation in [OrdinalVariation.entropy, .varianceRatio, .squareRoot] {
            let report = try table.rankOrderReport(variation, degree: 2, options: options)
            let expected = try #require(report.estimate.expectedUnderNoSegregation)
            var persons = (0..<5).flatMap { [Int](repeating: $0, count: Int(table.groupTotals[$0])) }
            var stream = RandomStream(seed: 8, purpose: .permutation)
            var values: [Double] = []
            for _ in 0..<3000 {
                persons.shuffle(using: &stream)
                var counts = [Double](repeating: 0, count: 20)
                var next = 0
                for (unit, total) in table.unitTotals.enumerated() {
                    for _ in 0..<Int(total) {
                        counts[unit * 5 + persons[next]] += 1
                        next += 1
                    }
                }
                let shuffled = try ContingencyTable(
                    groups: table.groups, counts: counts, unitIdentifiers: table.unitIdentifiers)
                values.append(
                    try #require(OrdinalProfile(shuffled).rankOrder(variation, degree: 2).number))
            }
            let summary = DrawSummary(values)
            #expect(abs(summary.mean - expected) < 5 * summary.standardDeviation / 3000.0.squareRoot())
        }
    }

    /// Over every sample there is, weighted by its chance, the corrected variety within units and of the
    /// whole are those of the population; so with known composition is R. The plain variety is too low.
    @Test(arguments: [Double.infinity, 12])
    func theCorrectionOfTheVarianceRatioIsUnbiased(population: Double) throws {
        let truth: [(size: Double, share: Double)] = [(3, 0.25), (4, 0.5), (2, 1.0 / 3)]
        let fraction = 0.25
        // Without replacement every unit holds four times its sample.
        let isFinite = population.isFinite
        func chance(_ unit: (size: Double, share: Double), _ below: Double) -> Double {
            isFinite
                ? Hypergeometric(
                    total: unit.size * 4, marked: (unit.share * unit.size * 4).rounded(), drawn: unit.size
                ).probability(below)
                : exponential(Binomial(trials: unit.size, probability: unit.share).logProbability(below))
        }
        func share(_ unit: (size: Double, share: Double)) -> Double {
            isFinite ? (unit.share * unit.size * 4).rounded() / (unit.size * 4) : unit.share
        }
        let all = truth.reduce(0) { $0 + $1.size }
        let correction = SampleCorrection(fraction: isFinite ? fraction : 0)
        var within = 0.0
        var plain = 0.0
        var whole = 0.0
        for a in 0...3 {
            for b in 0...4 {
                for c in 0...2 {
                    let below = [Double(a), Double(b), Double(c)]
                    let counts = zip(truth, below).flatMap { [$1, $0.size - $1] }
                    let profile = OrdinalProfile(
                        counts: counts, groups: 2, variations: [.varianceRatio], terms: EntropyTerms(upTo: 10)
                    )
                    let weight = zip(truth, below).reduce(1) { $0 * chance($1.0, $1.1) }
                    plain += weight * profile.means[0]
                    let mended = correction.profile(
                        profile, counts: counts, groups: 2, variation: .varianceRatio,
                        harmonics: HarmonicNumbers(upTo: 10))
                    within += weight * (mended?.means[0] ?? .nan)
                    // Where everyone is below, the whole has no variety and is left as it is; so is the
                    // truth's part.
                    let p = below.reduce(0, +) / all
                    whole += weight * (p > 0 && p < 1 ? (mended?.wholes[0] ?? .nan) : 0)
                }
            }
        }
        let trueWithin = truth.reduce(0) { $0 + $1.size / all * 4 * share($1) * (1 - share($1)) }
        let p = truth.reduce(0) { $0 + $1.size / all * share($1) }
        #expect(agree(within, trueWithin, within: 1e-12))
        #expect(agree(whole, 4 * p * (1 - p), within: 1e-12))
        #expect(plain < trueWithin - 0.1)
    }

    private func exponential(_ logarithm: Double) -> Double {
        logarithm == -.infinity ? 0 : exp(logarithm)
    }

    /// The expectation of the corrected entropy of n persons is the series of Zhang (2012) cut after n - 1
    /// terms.
    @Test(arguments: [2.0, 5, 12], [0.1, 0.5, 0.8])
    func theCorrectedEntropyLacksTermsBeyondTheSampleOnly(size: Double, share: Double) throws {
        let correction = SampleCorrection(fraction: 0)
        var expected = 0.0
        var plain = 0.0
        for below in stride(from: 0.0, through: size, by: 1) {
            let counts = [below, size - below]
            let profile = OrdinalProfile(
                counts: counts, groups: 2, variations: [.entropy], terms: EntropyTerms(upTo: 20))
            let mended = try #require(
                correction.profile(
                    profile, counts: counts, groups: 2, variation: .entropy,
                    harmonics: HarmonicNumbers(upTo: 20)))
            let chance = exponential(Binomial(trials: size, probability: share).logProbability(below))
            expected += chance * mended.means[0]
            plain += chance * profile.means[0]
        }
        var series = 0.0
        for part in [share, 1 - share] {
            var power = 1.0
            for j in stride(from: 1.0, to: size, by: 1) {
                power *= 1 - part
                series += part * power / j
            }
        }
        let bits = series / 0.6931471805599453
        #expect(agree(expected, bits, within: 1e-12))
        let truth = OrdinalVariation.entropy(share)
        #expect(expected < truth + 1e-12 && truth - expected < truth - plain)
    }

    /// Samples from a large town: plain H^R is too high, corrected H^R is right, and its intervals cover the
    /// truth.
    @Test(arguments: [OrdinalVariation.entropy, .varianceRatio])
    func correctedSamplesTellTheTruth(variation: OrdinalVariation) throws {
        let population = try town(scale: 100)
        var options = MeasureOptions()
        options.draws = 0
        let truth = try #require(
            try population.rankOrderReport(variation, samplingFraction: 1, options: options)
                .estimate.value.number)
        let sampler = MultinomialSampler(persons: 40 * 15, weights: population.counts)
        options.draws = 80
        options.threads = 2
        var plain: [Double] = []
        var corrected: [Double] = []
        var covered = 0
        for run in 0..<100 as Range<UInt32> {
            var stream = RandomStream(seed: 3, run: run, purpose: .selfTest)
            var counts = population.counts
            counts.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &stream) }
            let sample = try ContingencyTable(
                groups: population.groups, counts: counts, unitIdentifiers: population.unitIdentifiers)
            options.seed = UInt64(run)
            let report = try sample.rankOrderReport(variation, options: options)
            plain.append(try #require(report.estimate.value.number))
            corrected.append(try #require(report.samplingCorrected.value.number))
            let interval = try #require(report.samplingCorrected.interval)
            if interval.lower <= truth, truth <= interval.upper { covered += 1 }
        }
        let raw = DrawSummary(plain)
        let mended = DrawSummary(corrected)
        let error = mended.standardDeviation / 10
        #expect(raw.mean - truth > 0.02)
        #expect(abs(mended.mean - truth) < 3 * error + 0.002, "\(mended.mean) \(truth) \(raw.mean)")
        #expect(covered >= 86, "\(covered)")
    }

    @Test func whenEveryoneIsCountedNothingIsCorrected() throws {
        var options = MeasureOptions()
        options.draws = 0
        let report = try town().rankOrderReport(samplingFraction: 1, options: options)
        #expect(agree(report.samplingCorrected.value.number, report.estimate.value.number, within: 1e-10))
        let half = try town().rankOrderReport(samplingFraction: 0.5, options: options)
        let sample = try town().rankOrderReport(samplingFraction: 0, options: options)
        let values = [report, half, sample].compactMap(\.samplingCorrected.value.number)
        #expect(values.count == 3 && values[0] > values[1] && values[1] > values[2])
        let root = try town().rankOrderReport(.squareRoot, options: options)
        #expect(root.samplingCorrected.value == .undefined(.noSamplingCorrection))
    }

    @Test func sensitivityNamesTheChoicesBehindTheExtremes() throws {
        let report = try town().rankOrderReport(degree: 2, options: .plain)
        let sensitivity = report.sensitivity
        let lowest = try #require(sensitivity.lowest?.value.number)
        let highest = try #require(sensitivity.highest?.value.number)
        let value = try #require(report.estimate.value.number)
        #expect(lowest <= value && value <= highest && sensitivity.spread == highest - lowest)
        #expect(sensitivity.choices.first?.value.number == value)
        #expect(sensitivity.choices.contains { $0.change == .without(0) })
        #expect(sensitivity.choices.contains { $0.change == .degree(4) })
        #expect(sensitivity.choices.contains { $0.change == .everyOther(step: 2, start: 1) })
        // Leaving a threshold out is taking two classes together.
        let table = try town()
        let merged = try bins(
            (0..<40).map { unit in
                let row = Array(table.counts(inUnit: unit))
                return [row[0], row[1], row[2] + row[3], row[4], row[5]]
            })
        let without = sensitivity.choices.first { $0.change == .without(2) }
        #expect(
            agree(
                without?.value.number,
                try merged.rankOrderReport(degree: 2, options: .plain).estimate.value.number))
    }

    @Test func warningsTellOfThresholdsFarFromTheEnds() throws {
        let few = try bins([[40, 20, 40], [50, 10, 40], [30, 30, 40]])
        let report = try few.rankOrderReport(options: .plain)
        #expect(report.degree == 1)
        #expect(report.warnings.contains(.fewThresholds(2)))
        #expect(report.warnings.contains(.curveThroughEveryThreshold(degree: 1)))
        #expect(report.warnings.contains(.lowestThresholdFarFromZero(share: 0.4)))
        #expect(report.warnings.contains(.highestThresholdFarFromOne(share: 0.6)))
        let rows: [[Double]] = [
            [30, 33, 31, 34, 32, 30, 33, 31, 34, 32], [32, 30, 33, 31, 34, 32, 30, 33, 31, 34],
            [34, 32, 30, 33, 31, 34, 32, 30, 33, 31],
        ]
        let fine = try bins(rows)
        #expect(try fine.rankOrderReport(degree: 3, options: .plain).warnings.isEmpty)
        let all: [RankOrderWarning] =
            report.warnings + [
                .wideGap(from: 0.2, to: 0.6), .choiceOutweighsChance(spread: 0.2, interval: 0.1),
                .unitsOfOnePerson(3),
            ]
        for warning in all { #expect(!warning.english.isEmpty && !warning.dutch.isEmpty) }
    }

    @Test func tooFewThresholdsAndWrongParametersAreSaidToBe() throws {
        let two = try twoGroups([[1, 2], [2, 1]])
        let report = try two.rankOrderReport(degree: 2)
        #expect(report.estimate.value == .undefined(.tooFewThresholds(found: 1, needed: 3)))
        #expect(report.samplingCorrected.value.number == nil && report.sensitivity.lowest == nil)
        #expect(throws: SegregationError.self) { try two.rankOrderReport(.absolute) }
        #expect(throws: SegregationError.self) { try two.rankOrderReport(degree: 13) }
        #expect(throws: SegregationError.self) { try two.rankOrderReport(samplingFraction: 2) }
        let empty = try bins([[0, 0, 0, 0]])
        #expect(try empty.rankOrderReport().estimate.value == .undefined(.emptyTable))
        let half = try bins([[1.5, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1]])
        let weighted = try half.rankOrderReport(options: .plain)
        #expect(weighted.estimate.value.number != nil && weighted.estimate.expectedUnderNoSegregation == nil)
        #expect(weighted.samplingCorrected.value == .undefined(.noSamplingCorrection))
    }

    @Test func incomesOfPersonsGetIntervalsAndCorrections() throws {
        var stream = RandomStream(seed: 4, purpose: .selfTest)
        let incomes = (0..<12).map { unit in
            (0..<30).map { _ in Double(stream.integer(below: 1000)) + Double(unit) * 60 }
        }
        let persons = try PersonalIncomes(incomesByUnit: incomes)
        var options = MeasureOptions()
        options.draws = 80
        for resampling in [Resampling.persons, .units] {
            options.resampling = resampling
            options.threads = 1
            let report = try persons.rankOrderReport(thresholds: 9, degree: 3, options: options)
            let value = try #require(report.estimate.value.number)
            #expect(
                agree(value, try persons.rankOrderIndex(.entropy, thresholds: 9, degree: 3).number))
            let corrected = try #require(report.samplingCorrected.value.number)
            #expect(corrected < value - 0.01)
            let chance = try #require(report.estimate.expectedUnderNoSegregation)
            #expect(chance > 0.01 && chance < value)
            #expect(report.estimate.interval != nil && report.samplingCorrected.interval != nil)
            options.threads = 3
            #expect(try persons.rankOrderReport(thresholds: 9, degree: 3, options: options) == report)
            #expect(report.rows.count == 4 && report.rows.allSatisfy { $0.identifier == "rankorder-Hr" })
        }
        options.resampling = .personsWithinGroups
        #expect(throws: SegregationError.self) { try persons.rankOrderReport(options: options) }
        options.resampling = .persons
        #expect(throws: SegregationError.self) {
            try persons.rankOrderReport(thresholds: 0, options: options)
        }
    }
}
