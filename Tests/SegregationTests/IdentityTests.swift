import Segregation
import Stochastics
import Testing

/// Relations that hold for every table, whatever the numbers.
@Suite struct IdentityTests {
    private let tables: [ContingencyTable]

    init() throws {
        tables = try (1...8).map { try randomTable(units: 5 * Int($0), seed: $0, empty: [Int($0) % 5]) }
    }

    @Test func everyValueLiesWithinTheRangeOfItsMeasure() {
        for table in tables {
            for row in table.allAspatialMeasures() {
                guard let number = row.estimate.value.number,
                    let definition = MeasureDefinition.named(row.identifier)
                else { continue }
                #expect(number.isFinite)
                #expect(number >= (definition.lowest ?? -.infinity) - 1e-12, "\(row.identifier)")
                #expect(number <= (definition.highest ?? .infinity) + 1e-12, "\(row.identifier)")
            }
        }
    }

    @Test func everyMeasureOfTheCatalogueIsReported() {
        let reported = Set(tables[0].allAspatialMeasures().map(\.identifier))
        #expect(reported == Set(MeasureDefinition.all.map(\.identifier)))
        #expect(Set(MeasureDefinition.all.map(\.identifier)).count == MeasureDefinition.all.count)
    }

    /// Twice as many persons everywhere leaves shares and therefore values as they are, save for those that leave
    /// oneself out or correct for size.
    @Test func valuesDoNotDependOnTheScale() throws {
        let sized: Set = ["isolation-exact", "exposure-matrix-exact", "D-density-corrected-vs-rest"]
        for table in tables {
            let double = try ContingencyTable(
                groups: table.groups, counts: table.counts.map { 3 * $0 },
                unitIdentifiers: table.unitIdentifiers)
            for (first, second) in zip(table.allAspatialMeasures(), double.allAspatialMeasures())
            where !sized.contains(first.identifier) {
                #expect(
                    agree(first.estimate.value.number, second.estimate.value.number), "\(first.identifier)")
            }
        }
    }

    @Test func valuesDoNotDependOnTheOrderOfUnits() throws {
        for table in tables {
            let order = Array(table.unitIdentifiers.indices.reversed())
            let turned = try ContingencyTable(
                groups: table.groups, counts: order.flatMap { table.counts(inUnit: $0) },
                unitIdentifiers: order.map { table.unitIdentifiers[$0] })
            let pairs = zip(
                table.allAspatialMeasures(includingLocal: false),
                turned.allAspatialMeasures(includingLocal: false))
            for (first, second) in pairs {
                #expect(
                    agree(first.estimate.value.number, second.estimate.value.number), "\(first.identifier)")
            }
        }
    }

    @Test func valuesDoNotDependOnTheOrderOfGroups() throws {
        for table in tables {
            let turned = try ContingencyTable(
                groups: [.high, .middle, .low],
                counts: (0..<table.unitCount).flatMap { table.counts(inUnit: $0).reversed() },
                unitIdentifiers: table.unitIdentifiers)
            let found = turned.allAspatialMeasures(includingLocal: false).map { NamedValue($0) }
            for value in table.allAspatialMeasures(includingLocal: false).map({ NamedValue($0) }) {
                let other = found.first {
                    $0.identifier == value.identifier && $0.groups == value.groups
                        && $0.parameters == value.parameters
                }
                #expect(agree(value.number, other?.number), "\(value.identifier)")
            }
        }
    }

    /// A unit split into two of the same composition changes nothing (James and Taeuber 1985).
    /// Large tables are summed range by range on several processors; a town repeated sixty times has the values of the
    /// town, whatever comes of the sums in between.
    @Test func aTownRepeatedUntilItIsLargeHasTheSameValues() throws {
        let sized: Set = [
            "isolation-exact", "exposure-matrix-exact", "D-density-corrected-vs-rest", "entropy",
        ]
        let town = try randomTable(units: 600, seed: 3, empty: [7])
        let large = try ContingencyTable(
            groups: town.groups, counts: Array([[Double]](repeating: town.counts, count: 60).joined()),
            unitIdentifiers: (0..<36_000).map(String.init))
        let pairs = zip(
            town.allAspatialMeasures(includingLocal: false), large.allAspatialMeasures(includingLocal: false))
        for (first, second) in pairs where !sized.contains(first.identifier) {
            #expect(
                agree(first.estimate.value.number, second.estimate.value.number, within: 1e-11),
                "\(first.identifier)")
        }
        #expect(large.allAspatialMeasures() == large.allAspatialMeasures())
    }

    @Test func splittingAUnitIntoEqualHalvesChangesNothing() throws {
        let sized: Set = [
            "isolation-exact", "exposure-matrix-exact", "D-density-corrected-vs-rest", "entropy",
        ]
        for table in tables {
            let split = try ContingencyTable(
                groups: table.groups, counts: (table.counts + table.counts).map { $0 / 2 },
                unitIdentifiers: (0..<2 * table.unitCount).map { "u\($0)" })
            let pairs = zip(
                table.allAspatialMeasures(includingLocal: false),
                split.allAspatialMeasures(includingLocal: false))
            for (first, second) in pairs where !sized.contains(first.identifier) {
                #expect(
                    agree(first.estimate.value.number, second.estimate.value.number), "\(first.identifier)")
            }
        }
    }

    @Test func dissimilarityIsSymmetricAndNothingFromItself() throws {
        for table in tables {
            for of in table.groups {
                for to in table.groups where of != to {
                    let there = try table.dissimilarity(of: of, from: to).number
                    let back = try table.dissimilarity(of: to, from: of).number
                    #expect(there == back)
                }
            }
            let rows = table.allAspatialMeasures(includingLocal: false)
            for row in rows where row.identifier == "D-matrix" && row.groups[0] == row.groups[1] {
                #expect(row.estimate.value == .defined(0))
            }
        }
    }

    @Test func exposuresOfAGroupAddUpToOne() throws {
        for table in tables {
            for of in table.groups {
                let exposures = try table.groups.map { try table.exposure(of: of, to: $0).number ?? .nan }
                #expect(agree(exposures.reduce(0, +), 1))
                let isolation = try table.isolation(of: of).number ?? .nan
                let interaction = try table.interaction(of: of, with: .rest).number
                #expect(agree(interaction, 1 - isolation))
            }
        }
    }

    @Test func theCorrelationRatioFollowsFromIsolation() throws {
        for table in tables {
            for (group, members) in zip(table.groups, table.groupTotals) {
                let share = members / table.total
                let isolation = try table.isolation(of: group).number ?? .nan
                #expect(
                    agree(try table.correlationRatio(of: group).number, (isolation - share) / (1 - share)))
            }
        }
    }

    @Test func theInformationIndexIsMutualInformationOverEntropy() {
        for table in tables {
            let information = table.mutualInformation().number ?? .nan
            let entropy = table.entropy(of: .groups).number ?? .nan
            #expect(agree(table.informationTheoryIndex().number, information / entropy))
            let bits = table.mutualInformation(base: .two).number ?? .nan
            #expect(agree(bits * 0.693147180559945309, information))
        }
    }

    @Test func localScoresAddUpToMutualInformation() throws {
        for table in tables {
            let local = LocalMeasures(of: table)
            let byUnit = zip(local.segregation, local.shares).map { ($0 ?? 0) * ($1 ?? 0) }.reduce(0, +)
            let byGroup = try zip(table.groups, table.groupTotals)
                .map { try (table.localSegregation(of: $0).number ?? 0) * $1 / table.total }.reduce(0, +)
            let whole = table.mutualInformation().number ?? .nan
            #expect(agree(byUnit, whole) && agree(byGroup, whole))
        }
    }

    @Test func betweenAndWithinAddUpToTheWhole() throws {
        for table in tables {
            let district = (0..<table.unitCount).map { "d\($0 % 4)" }
            let quarter = (0..<table.unitCount).map { "q\($0 % 3)" }
            let between = try table.grouped(by: district).mutualInformation().number ?? .nan
            let within = try table.segregationWithinTotal(district)
            let whole = table.mutualInformation().number ?? .nan
            #expect(agree(between + within.mutualInformation, whole, within: 1e-10))
            let nested = try table.nestedSegregation([("district", district), ("quarter", quarter)])
            #expect(agree(nested.map(\.mutualInformation).reduce(0, +), whole, within: 1e-10))
            #expect(
                agree(
                    nested.compactMap(\.entropyIndex).reduce(0, +), table.informationTheoryIndex().number,
                    within: 1e-10))
            #expect(nested.map(\.between) == ["district", "quarter", "unit"])
        }
    }

    /// The sum over all pairs of units, as the definition has it.
    @Test(arguments: [7, 90, 300, 700])
    func giniBySortingEqualsGiniByPairs(units: Int) throws {
        let table = try randomTable(units: units, seed: UInt64(units), empty: [3])
        let totals = table.unitTotals
        let members = (0..<units).map { table.counts[3 * $0] }
        var sum = 0.0
        for first in 0..<units {
            for second in 0..<units where totals[first] > 0 && totals[second] > 0 {
                sum += abs(members[first] * totals[second] - members[second] * totals[first])
            }
        }
        let own = members.reduce(0, +)
        let expected = sum / (2 * own * (table.total - own))
        #expect(agree(try table.gini(of: .low, from: .rest).number, expected, within: 1e-13))
    }

    @Test func aTransferToAnEvenerUnitLowersTheGini() throws {
        let before = try twoGroups([[10, 40], [25, 25], [40, 10]])
        let after = try twoGroups([[11, 39], [25, 25], [39, 11]])
        let (first, second) = try (before.gini(of: .low, from: .rest), after.gini(of: .low, from: .rest))
        #expect((first.number ?? 0) > (second.number ?? 1))
    }
}
