import Foundation
import Segregation
import Stochastics
import Testing

/// Where other packages disagree or fail: every test is a promise that this library does the right thing.
@Suite struct IncumbentErrorsTests {
    private func values(
        _ identifier: String, _ town: Town, _ change: (inout SpatialOptions) -> Void = { _ in }
    ) throws -> [Double?] {
        var options = SpatialOptions()
        change(&options)
        return try town.table.spatialMeasures([identifier], geography: town.places, options: options)
            .map(\.estimate.value.number)
    }

    /// A package takes 1 - exp(-d/Σd) for proximity, which grows with distance and turns the order round.
    @Test func proximityFallsWithDistance() throws {
        let boards = [
            (try board { row, _ in row < 4 }, 1.690), (try board { row, _ in row % 2 == 0 }, 1.135),
            (try board { ($0 + $1) % 2 == 0 }, 1.087),
        ]
        for (town, published) in boards {
            let found = try values("SP-multi", town) { $0.selfDistance = .none }[0] ?? .nan
            #expect(abs(found - published) < 5e-4)
        }
        for identifier in ["SP-multi", "ACL", "DPxx", "Pxx"] {
            let found = try boards.map { try values(identifier, $0.0)[0] ?? .nan }
            #expect(found[0] > found[1] && found[1] > found[2], "\(identifier)")
        }
    }

    /// A package sets the same seed inside every draw, so that a thousand draws are one.
    @Test func everyDrawDiffers() throws {
        let table = try randomTable(units: 20, seed: 1)
        var options = MeasureOptions()
        options.draws = 400
        for resampling in Resampling.allCases {
            options.resampling = resampling
            let row = try table.measure(["H"], options: options)[0]
            #expect((row.estimate.standardError ?? 0) > 0)
            #expect((row.estimate.interval?.upper ?? 0) > (row.estimate.interval?.lower ?? 1))
        }
    }

    /// The expectation under no segregation is a finite sum; simulations only come near it.
    @Test func theCorrectionForChanceIsExact() throws {
        let table = try twoGroups([[3, 5], [1, 7], [6, 2], [2, 6]])
        let exact = try #require(try table.expectedDissimilarity(of: .low, from: .rest))
        var options = MeasureOptions()
        options.draws = 20_000
        let test = try table.permutationTest(["D-vs-rest"], options: options)[0]
        #expect(abs(test.mean - exact) < 5 * 0.2 / 20_000.0.squareRoot())
        let first = try table.chanceCorrectedDissimilarity(of: .low, from: .rest)
        #expect(try table.chanceCorrectedDissimilarity(of: .low, from: .rest) == first && first != nil)
    }

    /// Packages divide the number of extreme draws by the number of draws, and find p = 0.
    @Test func noPValueIsZero() throws {
        let apart = try twoGroups((0..<20).map { $0 < 10 ? [500, 0] : [0, 500] })
        let even = try twoGroups((0..<20).map { [100 + Double($0), 100] })
        var options = MeasureOptions()
        options.draws = 99
        #expect(try apart.permutationTest(["D-vs-rest"], options: options)[0].pValue == 0.01)
        var comparison = ComparisonOptions()
        comparison.permutations = 99
        for null in DifferenceNull.allCases {
            comparison.null = null
            for row in try even.difference(to: apart, in: ["D-vs-rest"], options: comparison) {
                #expect((row.test?.pValue ?? 0) >= 0.01)
            }
        }
    }

    /// A package asks for geometry before it can test evenness on a plain table.
    @Test func aPlainTableIsTestedWithoutGeometry() throws {
        let table = try randomTable(units: 10)
        #expect(try table.permutationTest(["H", "M", "D-multi"]).allSatisfy { $0.pValue != nil })
    }

    /// A package sums neighbours into each unit, rounds to whole persons and takes the sums for units: people count
    /// many times and the shares of the town shift.
    @Test func environmentsCountEveryResidentOnceAndRoundNobody() throws {
        let town = try randomTown(units: 30, seed: 2)
        let tiny = Town(
            table: try ContingencyTable(
                groups: town.table.groups, counts: town.table.counts.map { $0 / 1000 },
                unitIdentifiers: town.table.unitIdentifiers), places: town.places)
        for identifier in ["RO-spatial-H", "RO-spatial-R", "RO-spatial-D", "RO-spatial-P-matrix"] {
            let found = try zip(values(identifier, town), values(identifier, tiny))
            #expect(found.allSatisfy { agree($0, $1, within: 1e-10) }, "\(identifier)")
        }
        // With everyone in every environment there is no segregation left, measured against the town's own shares.
        let all = try values("RO-spatial-H", town) { $0.environments = [EnvironmentKernel(decay: 0)] }[0]
        #expect(agree(all, 0))
        // With nobody but the residents themselves it is the segregation of the units.
        let own = try values("RO-spatial-H", town) {
            $0.environments = [EnvironmentKernel(decay: 0, reach: 0)]
        }[0]
        #expect(agree(own, town.table.informationTheoryIndex().number, within: 1e-10))
    }

    /// A package fits the rank-order curve by plain least squares; Reardon (2011) weighs by w(p)². The curve here is
    /// fitted and integrated once more, by normal equations and a sum over a fine grid.
    @Test func theRankOrderCurveIsFittedWithTheWeightsOfThePaper() throws {
        let table = try ContingencyTable(
            groups: ["1", "2", "3", "4", "5"],
            rows: [
                [30, 10, 8, 5, 2], [12, 20, 15, 9, 6], [4, 9, 25, 14, 8], [2, 6, 11, 30, 18],
                [1, 2, 7, 12, 40],
            ])
        func entropy(_ p: Double) -> Double { p > 0 && p < 1 ? -p * log2(p) - (1 - p) * log2(1 - p) : 0 }
        var matrix = [[Double]](repeating: [0, 0, 0, 0], count: 3)
        for threshold in 1..<5 {
            let below = (0..<5).map { table.counts(inUnit: $0).prefix(threshold).reduce(0, +) }
            let p = below.reduce(0, +) / table.total
            let within = zip(below, table.unitTotals).reduce(0) { $0 + $1.1 * entropy($1.0 / $1.1) }
            let index = 1 - within / (table.total * entropy(p))
            let weight = entropy(p) * entropy(p)
            for row in 0..<3 {
                for column in 0..<3 { matrix[row][column] += weight * pow(p, Double(row + column)) }
                matrix[row][3] += weight * pow(p, Double(row)) * index
            }
        }
        for pivot in 0..<3 {
            for row in 0..<3 where row != pivot {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                for column in 0..<4 { matrix[row][column] -= factor * matrix[pivot][column] }
            }
        }
        var area = 0.0
        var whole = 0.0
        for step in 0..<200_000 {
            let p = (Double(step) + 0.5) / 200_000
            let curve = (0..<3).reduce(0.0) { $0 + matrix[$1][3] / matrix[$1][$1] * pow(p, Double($1)) }
            area += entropy(p) * curve
            whole += entropy(p)
        }
        let found = try table.ordinalMeasures(degrees: [2]).first { $0.identifier == "rankorder-Hr" }
        #expect(agree(found?.estimate.value.number, area / whole, within: 1e-7))
    }

    /// A package divides the spread of its draws by the root of their number.
    @Test func theStandardErrorIsTheSpreadOfTheDraws() throws {
        let table = try randomTable(units: 4, seed: 3)
        var errors: [Double] = []
        for draws in [200, 2000] {
            var options = MeasureOptions()
            options.draws = draws
            options.resampling = .units
            errors.append(
                try #require(try table.measure(["D-vs-rest"], options: options)[0].estimate.standardError))
        }
        #expect(abs(errors[0] / errors[1] - 1) < 0.2)
    }

    /// A column called "a" covers the areas in a package, silently.
    @Test func noNameOfAColumnChangesAValue() throws {
        let plain = try randomTown(units: 30, seed: 4, empty: [3])
        for names: [Group] in [
            ["a", "b", "c"], ["x", "y", "d"], ["t", "area", "total"], ["dc", "p", "NA"],
        ] {
            let renamed = Town(
                table: try ContingencyTable(
                    groups: names, counts: plain.table.counts, unitIdentifiers: plain.table.unitIdentifiers),
                places: plain.places)
            let first = try allMeasures(plain).map(\.estimate.value.number)
            let second = try allMeasures(renamed).map(\.estimate.value.number)
            #expect(first == second)
        }
    }

    /// A package rounds to four decimals.
    @Test func valuesKeepFullPrecision() throws {
        let table = try twoGroups([[2, 1], [1, 2]])
        #expect(abs((try table.dissimilarity(of: .low, from: .rest).number ?? 0) - 1.0 / 3) < 1e-15)
        #expect(abs((try table.isolation(of: .low).number ?? 0) - 5.0 / 9) < 1e-15)
    }

    /// A package drops empty units and absent groups, and all that follow move up.
    @Test func emptyUnitsAndAbsentGroupsKeepTheirPlace() throws {
        let table = try ContingencyTable(
            groups: [.low, .middle, .high], rows: [[3, 0, 4], [0, 0, 0], [9, 0, 1]],
            unitIdentifiers: ["a", "empty", "c"])
        let rows = table.allAspatialMeasures()
        #expect(
            rows.filter { $0.identifier == "local-entropy" }.map(\.unit) == ["a", "empty", "c"])
        let entropies = rows.filter { $0.identifier == "local-entropy" }.map(\.estimate.value)
        #expect(entropies[1] == .undefined(.emptyUnit("empty")))
        let dissimilarities = rows.filter { $0.identifier == "D-vs-rest" }
        #expect(dissimilarities.map(\.groups) == [[.low], [.middle], [.high]])
        #expect(dissimilarities[1].estimate.value == .undefined(.absentGroup("middle")))
        #expect(dissimilarities[2].estimate.value.number != nil)
    }

    /// Two packages read the upper cut-off of relative concentration differently; both readings are there by name, and
    /// they agree when both groups are equally large.
    @Test func bothReadingsOfRelativeConcentrationAreNamed() throws {
        let areas: [Double] = [1e5, 2e5, 4e5, 8e5, 16e5]
        func both(_ rows: [[Double]]) throws -> (Double?, Double?) {
            let table = try twoGroups(rows)
            let places = try UnitGeography(unitIdentifiers: table.unitIdentifiers, areas: areas)
            let found = try table.spatialMeasures(["RCO-vs-rest", "RCO-matrix"], geography: places)
            return (
                found.first { $0.groups == [.low] }?.estimate.value.number,
                found.first { $0.groups == [.low, .high] }?.estimate.value.number
            )
        }
        let equal = try both([[30, 10], [30, 10], [20, 20], [10, 30], [10, 30]])
        #expect(equal.0 != nil && agree(equal.0, equal.1))
        let unequal = try both([[30, 40], [10, 30], [5, 50], [5, 60], [2, 30]])
        #expect(!agree(unequal.0, unequal.1))
        #expect(MeasureDefinition.named("RCO-vs-rest")?.english.contains("one cut-off") == true)
        #expect(MeasureDefinition.named("RCO-matrix")?.english.contains("two cut-offs") == true)
    }

    /// Units equally far from the centre stand in one ring; packages order them by chance.
    @Test func theOrderOfRowsDecidesNoCentralisation() throws {
        let town = try board { row, column in row + column < 5 || (row > 5 && column > 6) }
        let turned = Array((0..<64).reversed())
        let other = Town(
            table: try ContingencyTable(
                groups: town.table.groups, counts: turned.flatMap { town.table.counts(inUnit: $0) },
                unitIdentifiers: turned.map { town.table.unitIdentifiers[$0] }),
            places: try UnitGeography(
                unitIdentifiers: turned.map { town.table.unitIdentifiers[$0] },
                x: turned.map { town.places.x?[$0] ?? 0 }, y: turned.map { town.places.y?[$0] ?? 0 },
                areas: turned.map { town.places.areas?[$0] ?? 0 }))
        for identifier in ["ACE", "ACE-Duncan", "RCE-vs-rest", "RCE-matrix"] {
            let first = try values(identifier, town) { $0.centre = "28" }
            let second = try values(identifier, other) { $0.centre = "28" }
            #expect(zip(first, second).allSatisfy { agree($0, $1, within: 1e-10) } && first[0] != nil)
        }
    }

    /// A package gives a Gini of 3.7e-9, an entropy that is no number and a proximity of 8.6 for a segregated town.
    @Test func aSegregatedTownHasNumbersThatFitIt() throws {
        let town = try randomTown(units: 40, seed: 8, empty: [5])
        #expect((try town.table.gini(of: .low, from: .rest).number ?? 0) > 0.1)
        #expect((town.table.entropy(of: .groups).number ?? 0) > 0.5)
        let proximity = try values("SP-multi", town)[0] ?? .nan
        #expect(proximity > 0.5 && proximity < 1.5)
        let cells = try ContingencyTable(
            groups: [.low, .middle, .high], rows: [[0, 5, 5], [5, 0, 5], [5, 5, 0]])
        #expect(cells.allAspatialMeasures().allSatisfy { $0.estimate.value.number?.isNaN != true })
    }

    /// Packages sum the concentration profile over 999 or 1000 steps; the exact integral is their limit.
    @Test func theConcentrationProfileIsTheLimitOfItsSums() throws {
        let table = try randomTable(units: 25, seed: 6)
        let totals = table.unitTotals
        let members = (0..<25).map { table.counts[3 * $0] }
        let all = members.reduce(0, +)
        let share = all / table.total
        var sum = 0.0
        let steps = 200_000
        for step in 0..<steps {
            let threshold = (Double(step) + 0.5) / Double(steps)
            let above = zip(members, totals).reduce(0) {
                $1.1 > 0 && $1.0 / $1.1 >= threshold ? $0 + $1.0 : $0
            }
            sum += (threshold < share ? 1 - above / all : above / all) / Double(steps)
        }
        let found = try table.concentrationProfile(of: .low).number
        #expect(agree(found, sum / (1 - share), within: 1e-4))
    }

    /// Two packages normalise the entropy of a unit by different numbers of groups; both are there by name.
    @Test func bothNormalisationsOfLocalEntropyAreNamed() throws {
        let table = try ContingencyTable(groups: [.low, .middle, .high], rows: [[5, 5, 0], [1, 2, 3]])
        let local = LocalMeasures(of: table)
        #expect(agree(local.entropiesByAllGroups[0], log(2) / log(3)))
        #expect(agree(local.entropiesByPresentGroups[0], 1))
    }

    /// What a package calls divergence is M in nats.
    @Test func mutualInformationIsNamedWithItsUnit() throws {
        let row = try randomTable(units: 5).measure(["M"])[0]
        #expect(row.parameters == [MeasureParameter("base", "e")])
    }

    /// A package runs out of memory on the Gini of 20,000 units, where a square of differences would take 3 GB.
    @Test func theGiniOfManyUnitsNeedsNoSquareOfThem() throws {
        let table = try randomTable(units: 20_000)
        #expect((try table.gini(of: .low, from: .rest).number ?? 0) > 0.1)
    }

    /// Islands keep a package searching for paths for ever.
    @Test(.timeLimit(.minutes(1))) func islandsEndTheSearchForPaths() throws {
        let table = try randomTable(units: 12)
        let places = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers,
            contacts: [
                UnitContact(first: 0, second: 1, length: 1), UnitContact(first: 4, second: 5, length: 1),
            ])
        let rows = try table.distanceProfiles(geography: places).filter { $0.identifier == "SPP" }
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0.estimate.value.number?.isFinite ?? true })
    }

    /// A district with one group stops a loop over districts in a package.
    @Test func aDistrictOfOneGroupDoesNotStopALoop() throws {
        let table = try twoGroups([[5, 0], [7, 0], [3, 4], [6, 1]])
        let parts = try table.segregationWithin(["mono", "mono", "mixed", "mixed"])
        #expect(parts.map(\.label) == ["mixed", "mono"])
        #expect(parts[1].mutualInformation == 0 && parts[1].entropyIndex == 0)
    }
}
