import Segregation
import Testing

/// The numbers in the articles on comparing, curves, levels, other units and surroundings by street.
@Suite struct DocumentedExamplesTests {
    private let town: ContingencyTable
    private let later: ContingencyTable

    init() throws {
        town = try twoGroups([[10, 90], [20, 80], [60, 40], [90, 10]])
        later = try twoGroups([[20, 90], [30, 90], [60, 60], [70, 10]])
    }

    private var line: UnitGeography {
        get throws {
            let units = town.unitIdentifiers
            return try UnitGeography(
                unitIdentifiers: units, x: [0, 1000, 2000, 3000], y: [0, 0, 0, 0], areas: [1e6, 2e6, 3e6, 4e6],
                contacts: UnitContact.list([("1", "2", 1000), ("2", "3", 1000), ("3", "4", 1000)], among: units))
        }
    }

    @Test func printAll() throws {
        var options = ComparisonOptions()
        options.pairing = .sameUnits
        options.groups = [.low]
        for row in try town.difference(to: later, in: ["D-vs-rest", "H-vs-rest"], options: options) {
            print("EX difference", row.identifier, row.difference, row.interval as Any, row.test?.pValue as Any, row.test?.adjustedPValue as Any)
        }
        for swap in Counterfactual.allCases {
            let split = try town.decomposedDifference(to: later, in: "D-vs-rest", of: .low, by: swap)
            print("EX split", swap, split.difference, split.attributePart, split.structuralPart)
        }
        let jack = try town.jackknife(["D-vs-rest"])[0]
        print("EX jack", jack.bias as Any, jack.standardError as Any, jack.influences.map(\.influence))
        let change = try #require(try town.changeEstimate(to: later))
        print("EX change", change.change.unitStructurals.map(\.value), change.change.structural)
        for estimate in change.estimates { print("EX  ", estimate.part.name, estimate.part.value, estimate.interval as Any) }
        let labels = ["west", "west", "east", "east"]
        let levels = try #require(try town.multilevelDissimilarity(of: .low, from: .rest, levels: [("side", labels)]))
        for level in levels.levels { print("EX level", level.name, level.varianceShare, level.holdback, level.areas, level.varianceShareInterval as Any) }
        for part in try town.nestedSegregationEstimates([("side", labels)]) { print("EX nested", part.part.between, part.part.mutualInformation, part.mutualInformationInterval as Any) }
        for order in [DiversityOrder.richness, .shannon, .simpson] {
            let split = town.diversityPartition(order)
            print("EX hill", order.q, town.hillNumber(order), split.alpha, split.beta, split.gamma)
        }
        for row in try town.centralisation(around: ["1", "4"], geography: line) { print("EX centres", row.identifier, row.groups, row.estimate.value) }
        for row in try town.localCentralisation(neighbours: 2, geography: line) { print("EX local", row.unit as Any, row.groups, row.estimate.value) }
        for row in try town.dissimilarityOverSteps(2, geography: line) { print("EX steps", row.identifier, row.groups, row.estimate.value) }
        for row in try town.normalisedDistortion(geography: line) { print("EX distortion", row.identifier, row.unit as Any, row.estimate.value) }
        let merging = try town.mergedUnits()
        print("EX merging", merging.steps)
        let streets = try StreetNetwork(junctions: 4, edges: [StreetEdge(from: 0, to: 1, length: 1), StreetEdge(from: 2, to: 3, length: 1), StreetEdge(from: 0, to: 3, length: 5)])
        let travel = try TravelDistances(unitIdentifiers: town.unitIdentifiers, at: [0, 1, 2, 3], in: streets, reach: 10)
        for row in try town.environmentMeasures(over: travel, decay: 2) { print("EX travel", row.identifier, row.groups, row.estimate.value) }
        print("EX fitted", try town.fitted(unitTotals: [110, 120, 120, 80], groupTotals: [180, 250]).counts)
    }
}
