import Foundation
import Segregation
import Testing

/// Other margins, other units, fewer units.
@Suite struct FittingTests {
    @Test func fittedTablesHaveTheMarginsAndKeepTheOddsRatios() throws {
        let table = try randomTable(units: 12, seed: 2, empty: [5])
        var units = (0..<12).map { 40 + 10 * Double($0) }
        units[5] = 0
        units[8] = 0
        let total = units.reduce(0, +)
        let groups = [0.2 * total, 0.3 * total, 0.5 * total]
        let found = try table.fitted(unitTotals: units, groupTotals: groups)
        for (own, target) in zip(found.unitTotals + found.groupTotals, units + groups) {
            #expect(agree(own, target, within: 1e-10))
        }
        func odds(_ t: ContingencyTable, _ unit: Int) -> Double {
            t.counts[3 * unit] * t.counts[1] / (t.counts[3 * unit + 1] * t.counts[0])
        }
        for unit in [1, 3, 7, 11] { #expect(agree(odds(table, unit), odds(found, unit), within: 1e-9)) }
        // Its own margins change nothing.
        let same = try table.fitted(unitTotals: table.unitTotals, groupTotals: table.groupTotals)
        #expect(zip(same.counts, table.counts).allSatisfy { agree($0, $1, within: 1e-12) })
    }

    @Test func marginsThatCannotBeMetAreRefused() throws {
        let table = try twoGroups([[5, 0], [0, 5]])
        #expect(throws: SegregationError.self) { try table.fitted(unitTotals: [4, 6], groupTotals: [5, 5]) }
        #expect(throws: SegregationError.self) { try table.fitted(unitTotals: [4], groupTotals: [5, 5]) }
        #expect(throws: SegregationError.self) { try table.fitted(unitTotals: [4, 4], groupTotals: [5, 5]) }
        for wrong in [-1, Double.nan] {
            #expect(throws: SegregationError.self) {
                try table.fitted(unitTotals: [wrong, 6], groupTotals: [5, 5])
            }
        }
    }

    @Test func aCrosswalkMovesEveryoneOnce() throws {
        let table = try ContingencyTable(
            groups: [.low, .high], rows: [[10, 30], [20, 0], [0, 0]], unitIdentifiers: ["a", "b", "c"])
        let shares = [
            CrosswalkShare(from: "a", to: "north", share: 0.25),
            CrosswalkShare(from: "a", to: "south", share: 0.75),
            CrosswalkShare(from: "b", to: "south", share: 1),
        ]
        let found = try table.crosswalked(shares)
        #expect(found.unitIdentifiers == ["north", "south"])
        #expect(found.counts == [2.5, 7.5, 27.5, 22.5])
        #expect(
            try table.crosswalked(shares, units: ["south", "empty", "north"]).counts == [
                27.5, 22.5, 0, 0, 2.5, 7.5,
            ])
        let identity = table.unitIdentifiers.map { CrosswalkShare(from: $0, to: $0, share: 1) }
        #expect(try table.crosswalked(identity) == table)
        // Merging by whole shares is grouping.
        let merged = try table.crosswalked(
            table.unitIdentifiers.map { CrosswalkShare(from: $0, to: "all", share: 1) })
        #expect(merged == (try table.grouped(by: ["all", "all", "all"])))
    }

    @Test func aCrosswalkThatLosesPeopleIsRefused() throws {
        let table = try ContingencyTable(groups: [.low, .high], rows: [[10, 30]], unitIdentifiers: ["a"])
        for shares in [
            [CrosswalkShare(from: "a", to: "x", share: 0.9)], [],
            [CrosswalkShare(from: "z", to: "x", share: 1)],
            [CrosswalkShare(from: "a", to: "x", share: 100)],
            [CrosswalkShare(from: "a", to: "x", share: .nan)],
        ] {
            #expect(throws: SegregationError.self) { try table.crosswalked(shares) }
        }
        #expect(throws: SegregationError.self) {
            try table.crosswalked([CrosswalkShare(from: "a", to: "x", share: 1)], units: ["y"])
        }
    }

    /// Every pair tried at every step, through the public measure.
    @Test func eachMergerIsTheOneThatLosesLeast() throws {
        let town = try randomTown(units: 12, seed: 4)
        for neighbours in [nil, town.places] {
            let merging = try town.table.mergedUnits(onlyNeighboursIn: neighbours)
            #expect(merging.steps.count == 11 && merging.fewest == 1)
            var labels = town.table.unitIdentifiers
            for step in merging.steps {
                var least = Double.infinity
                let before = try town.table.grouped(by: labels).mutualInformation().number ?? .nan
                for first in Set(labels) {
                    for second in Set(labels) where first < second {
                        if let neighbours {
                            let touch = (neighbours.contacts ?? []).contains { contact in
                                [labels[contact.first], labels[contact.second]].sorted() == [first, second]
                            }
                            guard touch else { continue }
                        }
                        let joined = labels.map { $0 == second ? first : $0 }
                        let after = try town.table.grouped(by: joined).mutualInformation().number ?? .nan
                        least = min(least, before - after)
                    }
                }
                #expect(agree(step.loss, least, within: 1e-10))
                labels = labels.map { $0 == step.second ? step.first : $0 }
                #expect(try merging.labels(units: step.units) == labels)
                let left = try merging.table(units: step.units)
                #expect(left.unitCount == step.units)
                #expect(agree(left.mutualInformation().number, step.mutualInformation, within: 1e-10))
            }
            #expect(agree(merging.steps.last?.share, 0, within: 1e-9))
            let shares = merging.steps.map(\.share)
            #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 >= $1 })
            let half = merging.fewestUnits(keeping: 0.5)
            #expect(
                try (merging.table(units: half).mutualInformation().number ?? 0) >= 0.5
                    * (town.table.mutualInformation().number ?? 1) - 1e-12)
        }
    }

    @Test func unitsOfTheSameCompositionMergeForNothing() throws {
        let table = try twoGroups([[10, 20], [30, 10], [20, 40], [0, 0]])
        let merging = try table.mergedUnits()
        #expect(merging.steps.prefix(2).allSatisfy { agree($0.loss, 0, within: 1e-12) })
        #expect(merging.fewestUnits(keeping: 1 - 1e-12) == 2)
    }

    @Test func islandsAreNotMerged() throws {
        let table = try randomTable(units: 4)
        let places = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, contacts: [UnitContact(first: 0, second: 1, length: 1)])
        let merging = try table.mergedUnits(onlyNeighboursIn: places)
        #expect(merging.fewest == 3 && merging.steps.count == 1)
        #expect(try merging.labels(units: 4) == table.unitIdentifiers)
        #expect(throws: SegregationError.self) { try merging.labels(units: 2) }
        #expect(throws: SegregationError.self) {
            try table.mergedUnits(onlyNeighboursIn: UnitGeography(unitIdentifiers: table.unitIdentifiers))
        }
    }
}
