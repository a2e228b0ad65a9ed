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
                unitIdentifiers: units, x: [0, 1000, 2000, 3000], y: [0, 0, 0, 0],
                areas: [1e6, 2e6, 3e6, 4e6],
                contacts: UnitContact.list(
                    [("1", "2", 1000), ("2", "3", 1000), ("3", "4", 1000)], among: units))
        }
    }

    private func isPrinted(
        _ number: Double?, _ printed: Double, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(number.map { abs($0 - printed) < 6e-4 } == true, sourceLocation: sourceLocation)
    }

    @Test func comparing() throws {
        var options = ComparisonOptions()
        options.pairing = .sameUnits
        options.groups = [.low]
        let rows = try town.difference(to: later, in: ["D-vs-rest", "H-vs-rest"], options: options)
        isPrinted(rows[0].difference.number, -0.164)
        isPrinted(rows[0].test?.adjustedPValue, 0.248)
        let split = try town.decomposedDifference(to: later, in: "D-vs-rest", of: .low)
        isPrinted(split.attributePart.number, -0.102)
        isPrinted(split.structuralPart.number, -0.062)
        let influences = try town.jackknife(["D-vs-rest"])[0].influences.map(\.influence)
        isPrinted(influences[3], 0.130)
        isPrinted(influences[2], -0.088)
    }

    @Test func change() throws {
        let found = try #require(try town.changeEstimate(to: later))
        for (unit, printed) in zip(found.change.unitStructurals, [-0.032, -0.012, -0.013, -0.013]) {
            isPrinted(unit.value, printed)
        }
        let structural = found.estimates.first { $0.part.name == "structural" }
        isPrinted(structural?.interval?.lower, -0.147)
        isPrinted(structural?.interval?.upper, 0.001)
    }

    @Test func levels() throws {
        let sides = [("side", ["west", "west", "east", "east"])]
        let parts = try town.nestedSegregationEstimates(sides)
        isPrinted(parts[0].part.mutualInformation, 0.196)
        isPrinted(parts[0].mutualInformationInterval?.lower, 0.139)
        isPrinted(parts[0].mutualInformationInterval?.upper, 0.248)
        let levels = try #require(try town.multilevelDissimilarity(of: .low, from: .rest, levels: sides))
            .levels
        isPrinted(levels[0].varianceShare, 0.756)
        isPrinted(levels[0].holdback, -0.667)
    }

    @Test func diversity() {
        for (order, printed) in zip([DiversityOrder.richness, .shannon, .simpson], [2, 1.990, 1.980]) {
            isPrinted(town.hillNumber(order).number, printed)
        }
        isPrinted(town.diversityPartition(.shannon).alpha.number, 1.578)
        isPrinted(town.diversityPartition(.shannon).beta.number, 1.261)
    }

    @Test func places() throws {
        let centres = try town.centralisation(around: ["1", "4"], geography: line)
        isPrinted(centres.first { $0.identifier == "RCE-centres-vs-rest" }?.estimate.value.number, 0.101)
        isPrinted(try town.dissimilarityOverSteps(2, geography: line)[0].estimate.value.number, 0.119)
        let distortion = try town.normalisedDistortion(geography: line)
        isPrinted(distortion[0].estimate.value.number, 0.221)
        isPrinted(distortion.first { $0.unit == "4" }?.estimate.value.number, 0.381)
    }

    @Test func streets() throws {
        let streets = try StreetNetwork(
            junctions: 4,
            edges: [
                StreetEdge(from: 0, to: 1, length: 1), StreetEdge(from: 2, to: 3, length: 1),
                StreetEdge(from: 0, to: 3, length: 5),
            ])
        let travel = try TravelDistances(
            unitIdentifiers: town.unitIdentifiers, at: [0, 1, 2, 3], in: streets, reach: 10)
        isPrinted(try town.environmentMeasures(over: travel, decay: 2)[0].estimate.value.number, 0.314)
        isPrinted(try town.spatialMeasures(["RO-spatial-H"], geography: line)[0].estimate.value.number, 0.266)
    }

    @Test func localChance() throws {
        let first = try #require(town.localChance()?.first)
        isPrinted(first.expected, 0.004)
        isPrinted(first.excess, 0.289)
    }

    @Test func otherUnits() throws {
        let steps = try town.mergedUnits().steps
        isPrinted(steps[0].share, 0.979)
        isPrinted(steps[1].share, 0.842)
        let fitted = try town.fitted(unitTotals: [110, 120, 120, 80], groupTotals: [180, 250])
        #expect(abs(fitted.counts[4] - 72.4) < 0.06)
    }
}
