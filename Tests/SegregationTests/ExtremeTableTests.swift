import Segregation
import Testing

/// Tables at the edge of what can be measured: a value or a reason, never a silent number.
@Suite struct ExtremeTableTests {
    @Test func fullyApartIsOneAndEvenIsZero() throws {
        let apart = try twoGroups([[30, 0], [0, 50], [12, 0]])
        let even = try twoGroups([[10, 20], [5, 10], [50, 100]])
        for identifier in ["D-vs-rest", "Gini-vs-rest", "H-vs-rest", "Atkinson-vs-rest", "eta2", "minmax"] {
            for row in try apart.measure([identifier]) {
                #expect(agree(row.estimate.value.number, 1), "\(identifier)")
            }
            for row in try even.measure([identifier]) {
                #expect(agree(row.estimate.value.number, 0), "\(identifier)")
            }
        }
    }

    @Test func anEmptyTableIsUndefinedWithAReason() throws {
        let table = try twoGroups([[0, 0], [0, 0]])
        for row in try MeasureReport(of: table).rows {
            #expect(row.estimate.value.reason != nil, "\(row.identifier)")
            #expect(row.estimate.interval == nil && row.estimate.intervalAbsence == .undefinedMeasure)
        }
        #expect(table.mutualInformation() == .undefined(.emptyTable))
    }

    @Test func aSingleGroupIsUndefinedWithAReason() throws {
        let table = try ContingencyTable(groups: [.low], rows: [[3], [4]])
        #expect(try table.dissimilarity(of: .low, from: .rest) == .undefined(.noRest("low")))
        #expect(table.informationTheoryIndex() == .undefined(.singleGroup))
        #expect(try table.isolation(of: .low) == .defined(1))
        #expect(table.normalisedEntropy() == .undefined(.singleGroup))
    }

    @Test func anAbsentGroupDoesNotDisturbTheOthers() throws {
        let two = try twoGroups([[10, 90], [20, 80], [60, 40]])
        let three = try ContingencyTable(
            groups: [.low, .middle, .high], rows: [[10, 0, 90], [20, 0, 80], [60, 0, 40]])
        for identifier in ["M", "H", "D-multi", "Gini-multi", "P-multi", "R-multi", "C-multi"] {
            let first = try two.measure([identifier])[0].estimate.value.number
            let second = try three.measure([identifier])[0].estimate.value.number
            #expect(agree(first, second), "\(identifier)")
        }
        #expect(try three.exposure(of: .middle, to: .low) == .undefined(.absentGroup("middle")))
        #expect(try three.exposure(of: .low, to: .middle) == .defined(0))
    }

    @Test func oneUnitIsNotSegregated() throws {
        let table = try twoGroups([[10, 20]])
        #expect(try table.dissimilarity(of: .low, from: .rest) == .defined(0))
        #expect(table.mutualInformation() == .defined(0))
    }

    @Test func someoneWhoLivesAloneMeetsNobody() throws {
        let table = try twoGroups([[1, 0], [2, 2]])
        // Of three members one is alone; the two others meet one of three neighbours of the own group.
        #expect(agree(try table.isolation(of: .low, countingOneself: false).number, 2.0 / 9))
    }

    @Test func countsOfMillionsAndFractionsAreMeasured() throws {
        let large = try twoGroups([[1_500_000, 2_500_000], [30, 4_000_000], [2_999_970, 1]])
        let small = try twoGroups([[0.15, 0.25], [0.000003, 0.4], [0.299997, 1e-7]])
        #expect(
            agree(
                try large.dissimilarity(of: .low, from: .rest).number,
                try small.dissimilarity(of: .low, from: .rest).number, within: 1e-12))
        #expect(try small.expectedDissimilarity(of: .low, from: .rest) == nil)
    }

    @Test func tablesBeyondMeasureAreRefused() throws {
        #expect(throws: SegregationError.totalTooLarge(found: 2e300)) { try twoGroups([[1e300, 1e300]]) }
        let wide = try ContingencyTable(
            groups: (0..<101).map { Group(rawValue: "g\($0)") }, rows: [[Double](repeating: 1, count: 101)])
        #expect(throws: SegregationError.tooManyGroups(found: 101, limit: 100)) {
            try MeasureReport(of: wide)
        }
    }

    @Test func parametersOutOfRangeAreRefused() throws {
        let table = try twoGroups([[1, 2], [3, 4]])
        #expect(throws: SegregationError.parameter(name: "b", found: 1, expected: "between 0 and 1")) {
            try table.atkinson(of: .low, from: .rest, shape: 1)
        }
        var options = MeasureOptions()
        options.level = 1
        #expect(throws: SegregationError.parameter(name: "level", found: 1, expected: "between 0 and 1")) {
            try MeasureReport(of: table, options: options)
        }
        #expect(throws: SegregationError.parameter(name: "base", found: 1, expected: "a number above 1")) {
            try LogarithmBase(1)
        }
        #expect(throws: SegregationError.unknownMeasure(identifier: "Q")) { try table.measure(["Q"]) }
        #expect(throws: SegregationError.labelCount(level: "district", found: 1, expected: 2)) {
            try table.segregationWithin(["a"], level: "district")
        }
    }
}
