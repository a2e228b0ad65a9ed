import Segregation
import Testing

@Suite struct ContingencyTableTests {
    @Test func aNegativeCountIsRefusedWithItsPlace() {
        #expect(throws: SegregationError.negativeCount(row: 1, column: 0, found: -3)) {
            try twoGroups([[1, 2], [-3, 4]])
        }
    }

    @Test func aCountThatIsNotANumberIsRefusedWithItsPlace() {
        #expect(throws: SegregationError.notFinite(row: 0, column: 1)) { try twoGroups([[1, .nan]]) }
        #expect(throws: SegregationError.notFinite(row: 0, column: 1)) { try twoGroups([[1, .infinity]]) }
    }

    @Test func aShortRowIsRefused() {
        #expect(throws: SegregationError.ragged(row: 1, found: 1, expected: 2)) {
            try twoGroups([[1, 2], [3]])
        }
    }

    @Test func anEmptyTableIsRefused() {
        #expect(throws: SegregationError.noUnits) { try twoGroups([]) }
        #expect(throws: SegregationError.noGroups) { try ContingencyTable(groups: [], rows: [[]]) }
    }

    @Test func namesMustDiffer() {
        #expect(throws: SegregationError.duplicateGroup(name: "a", firstColumn: 0, secondColumn: 1)) {
            try ContingencyTable(groups: ["a", "a"], rows: [[1, 2]])
        }
        #expect(throws: SegregationError.namelessGroup(column: 1)) {
            try ContingencyTable(groups: ["a", ""], rows: [[1, 2]])
        }
        #expect(throws: SegregationError.duplicateUnit(identifier: "u", firstRow: 0, secondRow: 1)) {
            try ContingencyTable(groups: ["a"], rows: [[1], [2]], unitIdentifiers: ["u", "u"])
        }
        #expect(throws: SegregationError.identifierCount(found: 1, expected: 2)) {
            try ContingencyTable(groups: ["a"], rows: [[1], [2]], unitIdentifiers: ["u"])
        }
    }

    @Test func anUnknownGroupIsNamedTogetherWithTheKnownOnes() throws {
        let table = try twoGroups([[1, 2]])
        #expect(throws: SegregationError.unknownGroup(name: "middle", known: ["low", "high"])) {
            try table.dissimilarity(of: .middle, from: .rest)
        }
        #expect(throws: SegregationError.sameGroup(name: "low")) {
            try table.dissimilarity(of: .low, from: .low)
        }
    }

    @Test func everyErrorIsOneLine() {
        let errors: [SegregationError] = [
            .noGroups, .noUnits, .duplicateGroup(name: "a", firstColumn: 0, secondColumn: 1),
            .namelessGroup(column: 0), .duplicateUnit(identifier: "u", firstRow: 0, secondRow: 1),
            .ragged(row: 0, found: 1, expected: 2), .identifierCount(found: 1, expected: 2),
            .negativeCount(row: 0, column: 0, found: -1), .notFinite(row: 0, column: 0),
            .unknownGroup(name: "x", known: ["a"]), .sameGroup(name: "a"),
            .labelCount(level: "district", found: 1, expected: 2), .unknownMeasure(identifier: "Q"),
            .parameter(name: "b", found: 2, expected: "between 0 and 1"), .totalTooLarge(found: 1e300),
            .tooManyGroups(found: 101, limit: 100),
        ]
        for error in errors { #expect(!error.description.isEmpty && !error.description.contains("\n")) }
    }

    @Test func emptyUnitsAndAbsentGroupsKeepTheirPlace() throws {
        let table = try ContingencyTable(
            groups: [.low, .middle, .high], rows: [[1, 0, 2], [0, 0, 0], [3, 0, 1]])
        let report = try MeasureReport(of: table)
        #expect(report.unitCount == 3 && report.emptyUnitCount == 1)
        #expect(
            report.row("D-vs-rest", .middle)?.estimate.value == .undefined(.absentGroup("middle")))
        let entropies = report.rows(of: "local-entropy")
        #expect(entropies.count == 3)
        #expect(entropies[1].estimate.value == .undefined(.emptyUnit("2")))
        #expect(report.rows(of: "LQ").count == 9)
    }
}
