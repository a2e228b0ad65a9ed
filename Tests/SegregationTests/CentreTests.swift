import Foundation
import Segregation
import Testing

/// Several centres, local centralisation, and neighbours of neighbours.
@Suite struct CentreTests {
    private func rows(_ rows: [MeasureRow], _ identifier: String) -> [Double?] {
        rows.filter { $0.identifier == identifier }.map(\.estimate.value.number)
    }

    @Test func oneCentreWithoutLimitIsPlainCentralisation() throws {
        let town = try randomTown(units: 30, seed: 2, empty: [4])
        for centre in ["1", "15", "30"] {
            var options = SpatialOptions()
            options.centre = centre
            let plain = try town.table.spatialMeasures(
                ["ACE", "RCE-vs-rest", "RCE-matrix"], geography: town.places, options: options)
            let found = try town.table.centralisation(around: [centre], geography: town.places)
            for (identifier, other) in [
                ("ACE-centres", "ACE"), ("RCE-centres-vs-rest", "RCE-vs-rest"),
                ("RCE-centres-matrix", "RCE-matrix"),
            ] {
                let pairs = zip(rows(found, identifier), rows(plain, other))
                #expect(pairs.allSatisfy { agree($0, $1, within: 1e-10) && $0 != nil }, "\(identifier)")
            }
        }
    }

    /// Members around two centres look spread out from one of them and central from both.
    @Test func aTownWithTwoCentresIsCentralAroundBoth() throws {
        let town = try board { row, column in
            (abs(row - 1) + abs(column - 1) < 2) || (abs(row - 6) + abs(column - 6) < 2)
        }
        func relative(_ centres: [String]) throws -> Double {
            try #require(
                rows(
                    try town.table.centralisation(around: centres, geography: town.places),
                    "RCE-centres-vs-rest")[0])
        }
        // Cells (1, 1) and (6, 6).
        let (one, both) = try (relative(["10"]), relative(["10", "55"]))
        #expect(both > 0.9 && one < both - 0.3)
    }

    /// Sums by hand over those who belong to a centre.
    @Test func limitsLeaveOutWhatIsFar() throws {
        let table = try twoGroups([[40, 10], [30, 30], [20, 40], [5, 50], [90, 10]])
        let places = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: [0, 1000, 2000, 3000, 9000], y: [0, 0, 0, 0, 0],
            areas: [1, 1, 1, 1, 1])
        // Units 1 to 3 hold 90 members and 80 others.
        let x = [40.0 / 90, 70.0 / 90, 1]
        let y = [10.0 / 80, 40.0 / 80, 1]
        let expected = x[0] * y[1] - x[1] * y[0] + x[1] * y[2] - x[2] * y[1]
        for influence in [CentreInfluence.nearest(3), .reach(2), .reach(2.9)] {
            let found = try table.centralisation(around: ["1"], within: influence, geography: places)
            #expect(agree(rows(found, "RCE-centres-vs-rest")[0], expected))
            #expect(found[0].estimate.units == 3 && found[0].estimate.persons == 170)
        }
        let all = try table.centralisation(around: ["1"], geography: places)
        #expect(!agree(rows(all, "RCE-centres-vs-rest")[0], expected))
    }

    /// The number of neighbours counts: a package looks at five whatever is asked.
    @Test func localCentralisationHeedsTheNumberOfNeighbours() throws {
        let town = try randomTown(units: 36, seed: 5)
        let few = rows(
            try town.table.localCentralisation(neighbours: 4, geography: town.places), "local-RCE-vs-rest")
        let five = rows(
            try town.table.localCentralisation(neighbours: 5, geography: town.places), "local-RCE-vs-rest")
        let many = rows(
            try town.table.localCentralisation(neighbours: 12, geography: town.places), "local-RCE-vs-rest")
        #expect(few != many && few != five && five != many)
        // With all others for neighbours it is centralisation around that unit.
        let all = try town.table.localCentralisation(neighbours: 35, geography: town.places)
        for unit in [0, 17, 35] {
            var options = SpatialOptions()
            options.centre = town.table.unitIdentifiers[unit]
            let plain = try town.table.spatialMeasures(
                ["RCE-vs-rest"], geography: town.places, options: options)
            for group in 0..<3 {
                #expect(
                    agree(
                        all[unit * 3 + group].estimate.value.number, plain[group].estimate.value.number,
                        within: 1e-10))
            }
        }
        #expect(all.map(\.unit).first == "1" && all.count == 36 * 3)
        #expect(all.allSatisfy { abs($0.estimate.value.number ?? 0) <= 1 })
    }

    @Test func oneStepIsMorrillsIndex() throws {
        let town = try randomTown(units: 36, seed: 6, empty: [8])
        let plain = try town.table.spatialMeasures(
            ["D-adj-Morrill-vs-rest", "D-adj-Morrill-matrix"], geography: town.places)
        for corners in [false, true] {
            let found = try town.table.dissimilarityOverSteps(
                1, countsCorners: corners, geography: town.places)
            let expected = plain.filter {
                $0.identifier == "D-adj-Morrill-vs-rest"
                    && $0.parameters.contains(MeasureParameter("contiguity", corners ? "queen" : "rook"))
            }
            let values = rows(found, "D-adj-Morrill-K-vs-rest")
            #expect(expected.count == 3 && values.count == 3)
            #expect(zip(values, expected).allSatisfy { agree($0, $1.estimate.value.number, within: 1e-10) })
        }
    }

    /// All pairs of a grid at city-block distance k, written out anew.
    @Test func stepsAreCityBlocksOnAGrid() throws {
        let town = try randomTown(units: 36, seed: 7)
        let totals = town.table.unitTotals
        let shares = (0..<36).map { town.table.counts[3 * $0] / totals[$0] }
        func mean(_ step: Int) -> Double {
            var (sum, count) = (0.0, 0.0)
            for first in 0..<36 {
                for second in first + 1..<36 {
                    let blocks = abs(first / 6 - second / 6) + abs(first % 6 - second % 6)
                    guard blocks == step else { continue }
                    sum += abs(shares[first] - shares[second])
                    count += 1
                }
            }
            return sum / count
        }
        let d = try #require(try town.table.dissimilarity(of: .low, from: .rest).number)
        let exponential = try town.table.dissimilarityOverSteps(
            3, decay: .exponential(0.7), geography: town.places)
        let expected = (1...3).reduce(d) { $0 - exp(-0.7 * Double($1 - 1)) * mean($1) }
        #expect(agree(rows(exponential, "D-adj-Morrill-K-vs-rest")[0], expected, within: 1e-10))
        let reciprocal = try town.table.dissimilarityOverSteps(
            3, decay: .reciprocal(2), geography: town.places)
        let other = (1...3).reduce(d) { $0 - pow(Double($1), -2) * mean($1) }
        #expect(agree(rows(reciprocal, "D-adj-Morrill-K-vs-rest")[0], other, within: 1e-10))
        // A town of 36 units has no pair at 40 steps, and nothing is taken off for what is not there.
        let far = try town.table.dissimilarityOverSteps(40, decay: .exponential(0), geography: town.places)
        let last = try town.table.dissimilarityOverSteps(10, decay: .exponential(0), geography: town.places)
        #expect(zip(far, last).allSatisfy { agree($0.estimate.value.number, $1.estimate.value.number) })
    }

    @Test func whatIsMissingIsNamed() throws {
        let table = try twoGroups([[3, 1], [0, 2], [0, 4]])
        let nothing = try UnitGeography(unitIdentifiers: table.unitIdentifiers)
        #expect(throws: SegregationError.self) { try table.centralisation(around: ["1"], geography: nothing) }
        #expect(throws: SegregationError.self) {
            try table.localCentralisation(neighbours: 2, geography: nothing)
        }
        let line = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: [0, 1, 2], y: [0, 0, 0], contacts: [])
        #expect(throws: SegregationError.self) { try table.centralisation(around: ["9"], geography: line) }
        #expect(throws: SegregationError.self) { try table.centralisation(around: [], geography: line) }
        #expect(throws: SegregationError.self) {
            try table.centralisation(around: ["1"], within: .nearest(1), geography: line)
        }
        #expect(throws: SegregationError.self) {
            try table.localCentralisation(neighbours: 0, geography: line)
        }
        #expect(throws: SegregationError.self) { try table.dissimilarityOverSteps(0, geography: line) }
        #expect(
            try table.dissimilarityOverSteps(2, geography: nothing)[0].estimate.value
                == .undefined(.notGiven(.contacts)))
        #expect(
            try table.dissimilarityOverSteps(2, geography: line)[0].estimate.value
                == .undefined(.noNeighbours))
        #expect(
            try table.centralisation(around: ["1"], geography: line)[0].estimate.value
                == .undefined(.notGiven(.areas)))
        // Around unit 3 with one neighbour nobody of the first group lives.
        let local = try table.localCentralisation(neighbours: 1, geography: line)
        #expect(local.first { $0.unit == "3" }?.estimate.value == .undefined(.absentGroup("low")))
    }
}
