import Segregation
import Stochastics
import Testing

/// Intervals without a draw against intervals of many draws.
@Suite struct ClosedFormTests {
    private let measures = [
        "M", "H", "R-multi", "D-vs-rest", "Gorard-segregation", "H-vs-rest", "isolation",
        "interaction-with-rest",
        "eta2", "exposure-matrix",
    ]

    /// Sixty units of some two hundred persons with shares that differ from unit to unit.
    private func town() throws -> ContingencyTable {
        var stream = RandomStream(seed: 21, purpose: .selfTest)
        let rows = (0..<60).map { unit in
            [40, 60, 100].enumerated().map { group, mean in
                let tilt = 1 + 0.6 * (Double((unit * (group + 2)) % 13) / 6 - 1)
                return PoissonSampler(mean: Double(mean) * tilt).draw(using: &stream)
            }
        }
        return try ContingencyTable(groups: [.low, .middle, .high], rows: rows)
    }

    private func rows(_ table: ContingencyTable, closedForm: Bool) throws -> [MeasureRow] {
        var options = MeasureOptions()
        options.draws = 4_000
        options.method = closedForm ? .closedForm : .basic
        return try table.measure(measures, options: options)
    }

    @Test func errorsAndBiasesAgreeWithThoseOfDraws() throws {
        let table = try town()
        for (closed, drawn) in zip(try rows(table, closedForm: true), try rows(table, closedForm: false)) {
            let name = "\(closed.identifier) \(closed.groups.map(\.rawValue))"
            let error = try #require(closed.estimate.standardError, "\(name)")
            let ofDraws = try #require(drawn.estimate.standardError, "\(name)")
            #expect(abs(error - ofDraws) < 0.08 * ofDraws, "\(name)")
            let bias = try #require(closed.estimate.bias, "\(name)")
            let biasOfDraws = try #require(drawn.estimate.bias, "\(name)")
            #expect(abs(bias - biasOfDraws) < 0.12 * ofDraws + 0.12 * abs(biasOfDraws), "\(name)")
            let interval = try #require(closed.estimate.interval, "\(name)")
            #expect(interval.method == .closedForm && interval.draws == 0)
            #expect(interval.lower <= interval.upper)
        }
    }

    /// A hundred towns are drawn from one large town; their intervals should cover its values nearly always.
    @Test(arguments: ["M", "H", "D-vs-rest", "isolation"])
    func intervalsCoverTheTruth(identifier: String) throws {
        let table = try town()
        let truth = try #require(try table.measure([identifier]).first?.estimate.value.number)
        let sampler = MultinomialSampler(persons: Int(table.total), weights: table.counts)
        var options = MeasureOptions()
        options.method = .closedForm
        let covered = try (0..<100).count { run in
            var stream = RandomStream(seed: 22, run: UInt32(run), purpose: .selfTest)
            var counts = table.counts
            counts.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &stream) }
            let sample = try ContingencyTable(
                groups: table.groups, counts: counts, unitIdentifiers: table.unitIdentifiers)
            guard let interval = try sample.measure([identifier], options: options).first?.estimate.interval
            else { return false }
            return interval.lower <= truth && truth <= interval.upper
        }
        #expect(covered >= 87, "\(covered) of 100")
    }

    @Test func endsAreCorrectedLikeTheValue() throws {
        let row = try #require(try rows(try town(), closedForm: true).first { $0.identifier == "H" })
        let expected = try #require(row.estimate.expectedUnderNoSegregation)
        let interval = try #require(row.estimate.interval)
        let corrected = try #require(row.estimate.correctedInterval)
        #expect(corrected.lower == ChanceCorrection.rescaled.correct(interval.lower, expected: expected))
        #expect(corrected.upper == ChanceCorrection.rescaled.correct(interval.upper, expected: expected))
    }

    @Test func aMeasureWithoutClosedFormSaysSo() throws {
        var options = MeasureOptions()
        options.method = .closedForm
        let row = try #require(try town().measure(["Gini-vs-rest"], options: options).first)
        #expect(row.estimate.interval == nil && row.estimate.intervalAbsence == .noClosedForm)
    }

    @Test func chanceIsLeftOutWhenNotAskedFor() throws {
        var options = MeasureOptions()
        options.draws = 0
        options.includesChance = false
        options.scale = "buurt"
        options.year = 2024
        let row = try #require(try town().measure(["H"], options: options).first)
        #expect(row.estimate.expectedUnderNoSegregation == nil && row.estimate.corrected == nil)
        #expect(row.scale == "buurt" && row.year == 2024)
    }
}
