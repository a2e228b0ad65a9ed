import Foundation
import Segregation
import Testing

/// Tables that hardly can be measured: every family gives a value, a reason or one clear error, never a silent number.
@Suite struct DegenerateInputTests {
    enum Case: String, CaseIterable {
        case oneUnit, oneGroup, onePerson, emptyTable, emptyUnits, absentGroup, everyoneInOneGroup,
            oneGroupPerUnit
        case sameComposition, millions, fractions, tinyWeights, tiesInDistance, samePlace, islands, equalAreas

        func town() throws -> Town {
            var groups: [Group] = [.low, .middle, .high]
            var rows: [[Double]] = [[4, 5, 6], [7, 0, 2], [1, 9, 3], [2, 2, 8], [6, 1, 1], [3, 3, 3]]
            switch self {
            case .oneUnit: rows = [[4, 5, 6]]
            case .oneGroup:
                groups = [.low]
                rows = [[4], [7], [1]]
            case .onePerson: rows = [[0, 0, 0], [0, 1, 0], [0, 0, 0]]
            case .emptyTable: rows = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]
            case .emptyUnits: rows = [[0, 0, 0], [4, 5, 6], [0, 0, 0], [7, 0, 2], [0, 0, 0]]
            case .absentGroup: rows = rows.map { [$0[0], 0, $0[2]] }
            case .everyoneInOneGroup: rows = rows.map { [0, $0[1] + 1, 0] }
            case .oneGroupPerUnit: rows = [[9, 0, 0], [0, 5, 0], [0, 0, 4], [0, 8, 0]]
            case .sameComposition: rows = [[2, 3, 5], [4, 6, 10], [6, 9, 15]]
            case .millions: rows = rows.map { $0.map { 1_234_567 * $0 } }
            case .fractions: rows = rows.map { $0.map { $0 * 0.37 } }
            case .tinyWeights: rows = rows.map { $0.map { $0 * 1e-9 } }
            case .tiesInDistance, .samePlace, .islands, .equalAreas: break
            }
            let table = try ContingencyTable(groups: groups, rows: rows)
            let places = try grid(table.unitIdentifiers, width: 3)
            let units = table.unitIdentifiers
            switch self {
            case .samePlace:
                return Town(
                    table: table,
                    places: try UnitGeography(
                        unitIdentifiers: units, x: units.map { _ in 5 }, y: units.map { _ in 5 },
                        areas: places.areas,
                        perimeters: places.perimeters, contacts: places.contacts))
            case .islands:
                return Town(
                    table: table,
                    places: try UnitGeography(
                        unitIdentifiers: units, x: places.x, y: places.y, areas: places.areas,
                        perimeters: places.perimeters, contacts: []))
            default: return Town(table: table, places: places)
            }
        }
    }

    private func check(
        _ value: MeasuredValue, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        switch value {
        case .defined(let number): #expect(number.isFinite, "\(name)", sourceLocation: sourceLocation)
        case .undefined(let reason):
            #expect(
                !reason.english.isEmpty && !reason.dutch.isEmpty, "\(name)", sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: Case.allCases)
    func everyMeasureOfTheCatalogueHasAValueOrAReason(input: Case) throws {
        let town = try input.town()
        let totals = town.table.unitTotals
        let centre = totals.firstIndex { $0 > 0 }.map { town.table.unitIdentifiers[$0] }
        let rows = try everyMeasure(town, centre: centre)
        let missing = Set(MeasureDefinition.complete.map(\.identifier)).subtracting(rows.map(\.identifier))
        // Without persons there is no centre, and one group has no thresholds.
        let allowed: Set = [
            "ACE-centres", "RCE-centres-vs-rest", "RCE-centres-matrix", "rankorder-profile-H",
            "rankorder-profile-R",
            "rankorder-profile-S",
        ]
        #expect(missing.isSubset(of: allowed))
        for row in rows {
            check(row.estimate.value, row.identifier)
            #expect(
                (row.estimate.interval == nil) == (row.estimate.intervalAbsence != nil), "\(row.identifier)")
        }
    }

    @Test(arguments: Case.allCases)
    func comparisonsHaveAValueOrAReason(input: Case) throws {
        let town = try input.town()
        let identifiers = MeasureDefinition.all.filter {
            [.table, .group, .pair].contains($0.subject) && $0.identifier != "D-density-corrected-vs-rest"
        }.map(\.identifier)
        let other = try ContingencyTable(
            groups: town.table.groups,
            rows: [[9, 1, 1], [2, 8, 3], [1, 1, 6]].map { Array($0.prefix(town.table.groupCount)) })
        for null in DifferenceNull.allCases {
            for resampling in Resampling.allCases {
                var options = ComparisonOptions()
                options.measuring.draws = 20
                options.measuring.resampling = resampling
                options.permutations = 20
                options.null = null
                for row in try town.table.difference(to: other, in: identifiers, options: options) {
                    check(row.difference, row.identifier)
                    #expect((row.interval == nil) == (row.intervalAbsence != nil), "\(row.identifier)")
                    #expect((row.test == nil) == (row.testAbsence != nil), "\(row.identifier)")
                    if let interval = row.interval {
                        #expect(interval.lower.isFinite && interval.upper.isFinite)
                    }
                    if let test = row.test {
                        #expect(test.pValue > 0 && test.pValue <= 1 && test.mean.isFinite)
                    }
                    #expect(row.bias?.isFinite ?? true)
                }
            }
        }
        for estimate in try town.table.jackknife(identifiers) {
            check(estimate.value, estimate.identifier)
            #expect(estimate.bias?.isFinite ?? true)
            #expect(estimate.standardError?.isFinite ?? true)
            for unit in estimate.influences { check(unit.valueWithout, estimate.identifier) }
        }
    }

    @Test(arguments: Case.allCases)
    func partsHaveAValueOrAReason(input: Case) throws {
        let town = try input.town()
        let table = town.table
        let labels = table.unitIdentifiers.indices.map { "d\($0 % 2)" }
        var options = MeasureOptions()
        options.draws = 5
        for estimate in try table.nestedSegregationEstimates([("d", labels)], options: options) {
            #expect(estimate.part.mutualInformation.isFinite && estimate.part.entropyIndex?.isFinite ?? true)
            let hasInterval = estimate.mutualInformationInterval != nil
            #expect(hasInterval == (estimate.intervalAbsence == nil))
        }
        for part in try table.segregationWithin(labels) {
            #expect(
                part.entropyRatio.isFinite && part.entropyIndex.isFinite && part.mutualInformation.isFinite)
        }
        for group in table.groups {
            let levels = try table.multilevelDissimilarity(
                of: group, from: .rest, levels: [("d", labels)], options: options)
            for level in levels?.levels ?? [] {
                #expect(level.holdback.isFinite && level.varianceShare.isFinite && level.variance >= 0)
            }
            if let curve = try table.segregationCurve(of: group, from: .rest) {
                #expect(curve.gini >= -1e-12 && curve.gini <= 1 + 1e-12)
            }
            let split = try table.decomposedDifference(to: table, in: "D-vs-rest", of: group)
            check(split.attributePart, "attribute")
            check(split.structuralPart, "structure")
        }
        let merging = try table.mergedUnits()
        #expect(merging.fewest == 1)
        #expect(merging.steps.allSatisfy { $0.loss >= 0 && $0.share.isFinite })
        _ = try table.mergedUnits(onlyNeighboursIn: town.places)
        #expect(try table.fitted(unitTotals: table.unitTotals, groupTotals: table.groupTotals).total.isFinite)
        if let change = try table.changeEstimate(to: table, options: options) {
            #expect(change.change.difference == 0)
            for estimate in change.estimates {
                #expect(estimate.part.value.isFinite)
                #expect((estimate.interval == nil) == (estimate.intervalAbsence != nil))
            }
        }
        for test in try table.holdsWholeNumbers ? table.permutationTest(["H", "D-vs-rest"]) : [] {
            check(test.value, test.identifier)
        }
    }

    @Test func countsThatAreNoCountsAreRefusedWithTheirPlace() throws {
        #expect(throws: SegregationError.notFinite(row: 1, column: 0)) {
            try twoGroups([[1, 2], [.nan, 2]])
        }
        #expect(throws: SegregationError.notFinite(row: 0, column: 1)) { try twoGroups([[1, .infinity]]) }
        #expect(throws: SegregationError.negativeCount(row: 0, column: 1, found: -2)) {
            try twoGroups([[1, -2]])
        }
        #expect(throws: SegregationError.noUnits) { try twoGroups([]) }
        #expect(throws: SegregationError.noGroups) { try ContingencyTable(groups: [], rows: [[]]) }
    }
}
