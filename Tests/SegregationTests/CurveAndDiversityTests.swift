import Foundation
import Segregation
import Testing

@Suite struct CurveAndDiversityTests {
    @Test func theAreaUnderTheCurveIsTheGiniAndItsDepthTheDissimilarity() throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let table = try randomTable(units: 30, seed: seed, empty: [Int(seed)])
            let curve = try #require(try table.segregationCurve(of: .low, from: .rest))
            #expect(agree(curve.gini, try table.gini(of: .low, from: .rest).number, within: 1e-12))
            #expect(agree(curve.dissimilarity, try table.dissimilarity(of: .low, from: .rest).number))
            let pair = try #require(try table.segregationCurve(of: .low, from: .high))
            #expect(agree(pair.dissimilarity, try table.dissimilarity(of: .low, from: .high).number))
            #expect(curve.points.first?.others == 0 && curve.points.first?.members == 0)
            #expect(curve.points.last?.others == 1 && curve.points.last?.members == 1)
            for (from, to) in zip(curve.points, curve.points.dropFirst()) {
                #expect(from.others <= to.others && from.members <= to.members)
            }
            for point in curve.points.dropFirst().dropLast() {
                #expect(point.members <= point.others + 1e-15)
            }
        }
    }

    /// The example of <doc:Curves>.
    @Test func theCurveOfTheExampleHasTheCornersInTheArticle() throws {
        let town = try twoGroups([[10, 90], [20, 80], [60, 40], [90, 10]])
        let curve = try #require(try town.segregationCurve(of: .low, from: .rest))
        let printed = [(0.0, 0.0), (0.409, 0.056), (0.773, 0.167), (0.955, 0.5), (1, 1)]
        #expect(curve.points.count == printed.count)
        for (point, corner) in zip(curve.points, printed) {
            #expect(abs(point.others - corner.0) < 6e-4 && abs(point.members - corner.1) < 6e-4)
        }
        #expect(agree(curve.members(atOthers: 0.2045), 0.0278, within: 1e-3))
        let milder = try twoGroups([[20, 90], [30, 90], [60, 60], [70, 10]])
        let other = try #require(try milder.segregationCurve(of: .low, from: .rest))
        #expect(other.position(against: curve) == .above && curve.position(against: other) == .below)
        #expect(curve.position(against: curve) == .same)
    }

    @Test func curvesThatCrossAreSaidToCross() throws {
        let first = try #require(
            try twoGroups([[0, 40], [50, 30], [50, 30]]).segregationCurve(of: .low, from: .rest))
        let second = try #require(
            try twoGroups([[30, 45], [30, 45], [40, 10]]).segregationCurve(of: .low, from: .rest))
        #expect(first.position(against: second) == .crosses)
        for position in CurvePosition.allCases {
            #expect(!position.english.isEmpty && !position.dutch.isEmpty)
        }
    }

    /// A transfer to an evener unit lifts the curve and lowers every measure that respects transfers.
    @Test func aHigherCurveGoesWithLowerValuesOfAllMeasuresThatRespectTransfers() throws {
        let before = try twoGroups([[10, 40], [25, 25], [40, 10]])
        let after = try twoGroups([[14, 36], [25, 25], [36, 14]])
        let curves = try (
            #require(try before.segregationCurve(of: .low, from: .rest)),
            #require(try after.segregationCurve(of: .low, from: .rest))
        )
        #expect(curves.1.position(against: curves.0) == .above)
        for identifier in [
            "D-vs-rest", "Gini-vs-rest", "H-vs-rest", "Atkinson-vs-rest", "eta2", "hutchens-sqrt-vs-rest",
        ] {
            let values = try [before, after].map {
                try $0.measure([identifier])[0].estimate.value.number ?? .nan
            }
            #expect(values[1] <= values[0], "\(identifier)")
        }
    }

    @Test func aCurveNeedsTwoGroups() throws {
        let table = try twoGroups([[0, 4], [0, 2]])
        #expect(try table.segregationCurve(of: .low, from: .rest) == nil)
        #expect(try table.segregationCurve(of: .high, from: .low) == nil)
        #expect(throws: SegregationError.sameGroup(name: "low")) {
            try table.segregationCurve(of: .low, from: .low)
        }
    }

    @Test func hillNumbersHaveTheirKnownOrders() throws {
        let table = try randomTable(units: 12, seed: 2)
        let shares = table.groupTotals.map { $0 / table.total }
        #expect(table.hillNumber(.richness) == .defined(3))
        #expect(agree(table.hillNumber(.shannon).number, exp(table.entropy(of: .groups).number ?? .nan)))
        #expect(agree(table.hillNumber(.simpson).number, 1 / (table.simpsonConcentration().number ?? .nan)))
        #expect(agree(table.hillNumber(.largest).number, 1 / (shares.max() ?? .nan)))
        // Higher orders count rare groups less, and order 1 is the limit from both sides.
        let orders = try [0, 0.5, 0.999999, 1, 1.000001, 2, 5, 50, .infinity].map { try DiversityOrder($0) }
        let values = orders.map { table.hillNumber($0).number ?? .nan }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
        #expect(agree(values[2], values[3], within: 1e-6) && agree(values[4], values[3], within: 1e-6))
        for order in orders {
            let entropy = table.renyiEntropy(order).number ?? .nan
            #expect(agree(table.normalisedRenyiEntropy(order).number, entropy / log(3)))
            #expect(agree(exp(entropy), table.hillNumber(order).number))
        }
        let even = try twoGroups([[10, 10]])
        for order in orders { #expect(agree(even.hillNumber(order).number, 2)) }
        #expect(throws: SegregationError.self) { try DiversityOrder(-1) }
        #expect(throws: SegregationError.self) { try DiversityOrder(.nan) }
    }

    @Test func betweenUnitsDiversityIsTheExponentialOfMutualInformation() throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let table = try randomTable(units: 12, seed: seed, empty: [5])
            let split = table.diversityPartition(.shannon)
            #expect(agree(split.beta.number, exp(table.mutualInformation().number ?? .nan), within: 1e-12))
            #expect(split.units == 11)
            #expect(agree((split.alpha.number ?? 0) * (split.beta.number ?? 0), split.gamma.number))
            #expect(agree(split.gamma.number, table.hillNumber(.shannon).number))
        }
    }

    /// Whole numbers in cases that can be counted: four units with nothing in common, and four that are alike.
    @Test func betaCountsWhollyDifferentUnits() throws {
        let apart = try ContingencyTable(
            groups: ["a", "b", "c", "d"],
            rows: [[9, 0, 0, 0], [0, 9, 0, 0], [0, 0, 9, 0], [0, 0, 0, 9]])
        let alike = try ContingencyTable(groups: ["a", "b"], rows: [[5, 5], [5, 5], [5, 5], [5, 5]])
        for q in [0, 0.5, 1, 2, 3, .infinity] {
            let order = try DiversityOrder(q)
            #expect(agree(apart.diversityPartition(order).beta.number, 4))
            #expect(agree(alike.diversityPartition(order).beta.number, 1))
            #expect(agree(apart.diversityPartition(order, weighting: .equal).beta.number, 4))
        }
    }

    @Test func unitsOfUnequalWeightHaveNoBetaAtHigherOrders() throws {
        let table = try twoGroups([[100, 0], [1, 9]])
        #expect(table.diversityPartition(.simpson).beta == .undefined(.unequalWeights))
        #expect(table.diversityPartition(.simpson).alpha.number != nil)
        #expect((table.diversityPartition(.simpson, weighting: .equal).beta.number ?? 0) >= 1)
        #expect((table.diversityPartition(.richness).beta.number ?? 0) >= 1)
    }

    @Test func emptyUnitsAndTablesHaveAReason() throws {
        let table = try twoGroups([[3, 1], [0, 0], [2, 2]])
        #expect(table.hillNumbersByUnit(.shannon)[1] == .undefined(.emptyUnit("2")))
        #expect(agree(table.hillNumbersByUnit(.shannon)[2].number, 2))
        let empty = try twoGroups([[0, 0]])
        #expect(empty.hillNumber(.shannon) == .undefined(.emptyTable))
        #expect(empty.diversityPartition(.shannon).beta == .undefined(.emptyTable))
        let single = try ContingencyTable(groups: [.low], rows: [[3]])
        #expect(single.hillNumber(.simpson) == .defined(1))
        #expect(single.normalisedRenyiEntropy(.simpson) == .undefined(.singleGroup))
    }
}
