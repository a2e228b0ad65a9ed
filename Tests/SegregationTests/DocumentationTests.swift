import Foundation
import Segregation
import Testing

@Suite struct DocumentationTests {
    private func article(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "Sources/Segregation/Segregation.docc/\(name).md")
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test func theTableOfAllMeasuresIsComplete() throws {
        let lines = try article("AllMeasures").split(separator: "\n")
        for definition in MeasureDefinition.complete {
            let line = lines.first { $0.hasPrefix("| `\(definition.identifier)` |") }
            #expect(line?.contains(definition.paper) == true, "\(definition.identifier)")
        }
        #expect(lines.count { $0.hasPrefix("| `") } == MeasureDefinition.complete.count)
    }

    /// The numbers in the landing page and the articles on evenness, exposure and local values.
    @Test func theWorkedExampleGivesTheNumbersInTheArticles() throws {
        let town = try twoGroups([[10, 90], [20, 80], [60, 40], [90, 10]])
        #expect(agree(try town.dissimilarity(of: .low, from: .rest).number, 0.606, within: 5e-4))
        #expect(agree(try town.gini(of: .low, from: .rest).number, 0.707, within: 5e-4))
        #expect(agree(try town.informationTheoryIndex(of: .low, from: .rest).number, 0.337, within: 6e-4))
        #expect(agree(try town.correlationRatio(of: .low).number, 0.414, within: 5e-4))
        #expect(agree(try town.isolation(of: .low).number, 0.678, within: 5e-4))
        #expect(agree(town.mutualInformation().number, 0.232, within: 5e-4))
        #expect(agree(town.normalisedEntropy().number, 0.993, within: 5e-4))
        let local = LocalMeasures(of: town).segregation
        for (found, printed) in zip(local, [0.293, 0.138, 0.045, 0.453]) {
            #expect(agree(found, printed, within: 5e-4))
        }
    }

    /// The numbers in the articles on places and profiles.
    @Test func theWorkedExamplesOfPlacesGiveTheNumbersInTheArticles() throws {
        let town = try twoGroups([[10, 90], [20, 80], [60, 40], [90, 10]])
        let units = town.unitIdentifiers
        let places = try UnitGeography(
            unitIdentifiers: units, x: [0, 1000, 2000, 3000], y: [0, 0, 0, 0],
            areas: [1e6, 2e6, 3e6, 4e6],
            contacts: UnitContact.list([("1", "2", 1000), ("2", "3", 1000), ("3", "4", 1000)], among: units))
        var options = SpatialOptions()
        options.centre = "1"
        let rows =
            try town.spatialMeasures(geography: places, options: options)
            + town.distanceProfiles(geography: places)
        func number(_ identifier: String, unit: String? = nil) -> Double? {
            rows.first { $0.identifier == identifier && $0.unit == unit }?.estimate.value.number
        }
        #expect(agree(number("RO-spatial-H"), 0.266, within: 5e-4))
        #expect(agree(number("D-adj-Morrill-vs-rest"), 0.339, within: 5e-4))
        #expect(agree(number("RCE-vs-rest"), -0.707, within: 5e-4))
        #expect(agree(number("distortion-local", unit: "4"), 0.667, within: 5e-4))
        let scales = try town.egohoodProfile(of: .low, sizes: [150, 300], geography: places)
        for (scale, printed) in zip(scales, [0.606, 0.505, 0.269]) {
            #expect(agree(scale.dissimilarity, printed, within: 5e-4))
        }
    }

    /// The numbers in the articles on ordered groups and on change.
    @Test func theWorkedExamplesOfOrdersAndDatesGiveTheNumbersInTheArticles() throws {
        let bins: [Group] = ["1", "2", "3", "4"]
        let near = try ContingencyTable(groups: bins, rows: [[50, 50, 0, 0], [0, 0, 50, 50]])
        let far = try ContingencyTable(groups: bins, rows: [[50, 0, 50, 0], [0, 50, 0, 50]])
        #expect(agree(try near.ordinalMeasures()[0].estimate.value.number, 0.619, within: 5e-4))
        #expect(agree(try far.ordinalMeasures()[0].estimate.value.number, 0.237, within: 5e-4))
        #expect(agree(far.informationTheoryIndex().number, 0.5))
        let town = try twoGroups([[10, 90], [20, 80], [60, 40], [90, 10]])
        let later = try twoGroups([[20, 90], [30, 90], [60, 60], [70, 10]])
        let change = try #require(try town.change(to: later))
        #expect(agree(change.after, 0.138, within: 5e-4))
        #expect(agree(change.structural, -0.070, within: 5e-4))
        #expect(agree(change.unitMarginal, -0.026, within: 5e-4))
        #expect(agree(change.groupMarginal, 0.001, within: 5e-4))
        #expect(change.additions == 0 && change.removals == 0)
    }

    @Test func theBoardsOfTheArticleOnPlacesGiveItsNumbers() throws {
        let cells = (0..<64).map { (row: $0 / 8, column: $0 % 8) }
        var options = SpatialOptions()
        options.selfDistance = .none
        for (isLow, printed) in [
            (cells.map { ($0.row + $0.column) % 2 == 0 }, 1.087), (cells.map { $0.row < 4 }, 1.690),
        ] {
            let board = try twoGroups(isLow.map { $0 ? [100, 0] : [0, 100] })
            let places = try UnitGeography(
                unitIdentifiers: board.unitIdentifiers, x: cells.map { Double($0.row) },
                y: cells.map { Double($0.column) }, distanceUnit: 1)
            let rows = try board.spatialMeasures(["SP-multi"], geography: places, options: options)
            #expect(agree(rows[0].estimate.value.number, printed, within: 5e-4))
        }
    }
}
