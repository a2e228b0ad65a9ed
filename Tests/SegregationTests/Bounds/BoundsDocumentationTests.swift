import Segregation
import Testing

/// The numbers in the articles on imperfect data and on ordered groups.
@Suite struct BoundsDocumentationTests {
    @Test func theWorkedExampleOfImperfectDataGivesItsNumbers() throws {
        let ranges = try CountRanges(
            groups: [.low, "other"], published: [[10, 90], [20, 80], [60, 40], [90, nil]],
            roundedTo: 5, suppressed: 0...12, unitTotals: [100, 100, 100, 100])
        let row = try ranges.measure(["D-vs-rest"], options: .plain)[0]
        let bounds = try #require(row.estimate.bounds)
        #expect(bounds.kind == .sharp)
        #expect(agree(bounds.lowest, 0.566, within: 5e-4) && agree(bounds.highest, 0.654, within: 5e-4))
        let later = try CountRanges.rounded(
            try ContingencyTable(
                groups: [.low, "other"], rows: [[20, 90], [30, 90], [60, 60], [70, 10]]), to: 5)
        let change = try #require(try ranges.change(to: later, in: ["D-vs-rest"]).first)
        #expect(agree(change.after.lowest, 0.404, within: 5e-4))
        #expect(agree(change.after.highest, 0.480, within: 5e-4))
        #expect(change.answer == .fell)
    }

    @Test func theWorkedExampleOfClassesGivesItsNumbers() throws {
        let table = try ContingencyTable(
            groups: (1...6).map { Group(rawValue: "\($0)") },
            rows: [[40, 25, 15, 10, 6, 4], [4, 6, 10, 15, 25, 40], [15, 15, 20, 20, 15, 15]])
        let report = try table.rankOrderReport(degree: 3, options: .plain)
        #expect(agree(report.estimate.value.number, 0.167, within: 5e-4))
        #expect(agree(report.sensitivity.lowest?.value.number, 0.150, within: 5e-4))
        #expect(agree(report.sensitivity.highest?.value.number, 0.185, within: 5e-4))
        #expect(agree(report.estimate.expectedUnderNoSegregation, 0.006, within: 5e-4))
        #expect(agree(report.samplingCorrected.value.number, 0.160, within: 5e-4))
    }
}
