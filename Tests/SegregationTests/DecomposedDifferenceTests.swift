import Segregation
import Testing

/// What a difference between places, or a change over time, is made of.
@Suite struct DecomposedDifferenceTests {
    /// The value at the mean rank of ties, written out anew: ranks by counting, quantiles by their definition.
    private func transferred(_ own: [Double], _ other: [Double]) -> [Double] {
        let sorted = other.sorted()
        return own.map { value in
            let below = Double(own.count { $0 < value })
            let same = Double(own.count { $0 == value })
            let position = (below + (same + 1) / 2) / Double(own.count) * Double(sorted.count - 1)
            let floor = Int(position)
            let next = min(floor + 1, sorted.count - 1)
            return sorted[floor] + (position - Double(floor)) * (sorted[next] - sorted[floor])
        }
    }

    private func table(_ members: [Double], _ others: [Double]) throws -> ContingencyTable {
        try twoGroups(zip(members, others).map { [$0, $1] })
    }

    @Test func cornersAreThoseOfTheSwapWrittenOutAnew() throws {
        let first = try twoGroups([[10, 90], [20, 180], [60, 40], [45, 5], [30, 30]])
        let second = try twoGroups([[30, 70], [40, 60], [80, 120]])
        func split(_ table: ContingencyTable) -> (x: [Double], y: [Double]) {
            let units = 0..<table.unitCount
            return (units.map { table.counts[2 * $0] }, units.map { table.counts[2 * $0 + 1] })
        }
        let (a, b) = (split(first), split(second))
        func swapped(
            _ own: (x: [Double], y: [Double]), _ other: (x: [Double], y: [Double]), _ kind: Counterfactual
        )
            throws -> ContingencyTable
        {
            func sizes(_ t: (x: [Double], y: [Double])) -> [Double] { zip(t.x, t.y).map { $0 + $1 } }
            func shares(_ part: [Double], _ whole: [Double]) -> [Double] { zip(part, whole).map { $0 / $1 } }
            let composition = transferred(shares(own.x, sizes(own)), shares(other.x, sizes(other)))
            switch kind {
            case .composition:
                return try table(
                    zip(composition, sizes(own)).map { $0 * $1 },
                    zip(composition, sizes(own)).map { (1 - $0) * $1 })
            case .dualComposition:
                let rest = transferred(shares(own.y, sizes(own)), shares(other.y, sizes(other)))
                return try table(
                    zip(composition, sizes(own)).map { $0 * $1 }, zip(rest, sizes(own)).map { $0 * $1 })
            case .share:
                func moved(_ own: [Double], _ other: [Double]) -> [Double] {
                    let (total, theirs) = (own.reduce(0, +), other.reduce(0, +))
                    let values = transferred(own.map { $0 / total }, other.map { $0 / theirs })
                    return values.map { $0 / values.reduce(0, +) * total }
                }
                return try table(moved(own.x, other.x), moved(own.y, other.y))
            }
        }
        for kind in Counterfactual.allCases {
            for identifier in ["D-vs-rest", "Gini-vs-rest", "H-vs-rest", "isolation"] {
                let found = try first.decomposedDifference(to: second, in: identifier, of: .low, by: kind)
                let expected = try [swapped(a, b, kind), swapped(b, a, kind)].map {
                    try $0.measure([identifier])[0].estimate.value.number
                }
                #expect(agree(found.firstWithDistributionOfSecond.number, expected[0], within: 1e-10))
                #expect(agree(found.secondWithDistributionOfFirst.number, expected[1], within: 1e-10))
                let whole = try #require(found.difference.number)
                let parts = try #require(found.attributePart.number) + #require(found.structuralPart.number)
                #expect(agree(whole, parts, within: 1e-12))
            }
        }
    }

    @Test func aPlaceComparedWithItselfSplitsIntoNothing() throws {
        let town = try randomTown(units: 24, seed: 3)
        for identifier in ["D-vs-rest", "ACL", "delta"] {
            let found = try town.table.decomposedDifference(
                to: town.table, in: identifier, of: .low, geographies: (town.places, town.places))
            #expect(found.difference == .defined(0))
            let attribute = try #require(found.attributePart.number)
            let structure = try #require(found.structuralPart.number)
            #expect(agree(attribute + structure, 0))
        }
    }

    /// The same people on another map differ in structure only when their distribution is kept.
    @Test func anotherMapWithTheSameDistributionDiffersInStructure() throws {
        let halves = try board { row, _ in row < 4 }
        let chess = try board { ($0 + $1) % 2 == 0 }
        let found = try chess.table.decomposedDifference(
            to: halves.table, in: "SP-one", of: .low, geographies: (chess.places, halves.places))
        #expect((found.difference.number ?? 0) > 0.1)
        #expect(agree(found.attributePart.number, 0, within: 1e-12))
        #expect(agree(found.structuralPart.number, found.difference.number, within: 1e-12))
    }

    @Test func whatCannotBeSplitIsRefused() throws {
        let table = try randomTable(units: 5)
        #expect(throws: SegregationError.self) {
            try table.decomposedDifference(to: table, in: "H", of: .low)
        }
        #expect(throws: SegregationError.self) {
            try table.decomposedDifference(to: table, in: "ACL", of: .low)
        }
        #expect(throws: SegregationError.self) {
            try table.decomposedDifference(to: table, in: "eta2", of: "no")
        }
        let absent = try twoGroups([[0, 3], [0, 5]])
        let other = try twoGroups([[1, 3], [2, 5]])
        #expect(
            try absent.decomposedDifference(to: other, in: "eta2", of: .low).structuralPart
                == .undefined(.absentGroup("low")))
    }

    @Test(arguments: [ChangeMethod.shapley, .moraRuizCastillo])
    func contributionsOfUnitsAddUpToTheStructuralChange(method: ChangeMethod) throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let before = try randomTable(units: 20, seed: seed, empty: [3])
            let after = try randomTable(units: 20, seed: seed + 50, empty: [7])
            let change = try #require(try before.change(to: after, method: method))
            #expect(agree(change.unitStructurals.map(\.value).reduce(0, +), change.structural, within: 1e-12))
            #expect(agree(change.parts.map(\.value).reduce(0, +), change.difference, within: 1e-9))
            #expect(change.unitStructurals.count == change.commonUnits && change.commonUnits == 18)
            let order = change.unitStructurals.compactMap { Int($0.unit) }
            #expect(order == order.sorted())
        }
    }

    /// Only one unit changes who lives in it, with everyone's sizes kept nearly: it drives the change.
    @Test func theUnitThatChangesDrivesTheChange() throws {
        let before = try twoGroups([[10, 90], [50, 50], [50, 50], [90, 10]])
        let after = try twoGroups([[10, 90], [80, 20], [20, 80], [90, 10]])
        let change = try #require(try before.change(to: after))
        let parts = change.unitStructurals.map(\.value)
        #expect(parts[1] > 0.01 && parts[2] > 0.01)
        #expect(abs(parts[0]) < 1e-12 && abs(parts[3]) < 1e-12)
    }

    @Test func changesCarryIntervals() throws {
        let before = try twoGroups([[100, 900], [200, 800], [600, 400], [900, 100]])
        let after = try twoGroups([[200, 900], [300, 900], [600, 600], [700, 100]])
        for resampling in Resampling.allCases {
            var options = MeasureOptions()
            options.draws = 100
            options.resampling = resampling
            let one = try #require(try before.changeEstimate(to: after, options: options))
            options.threads = 3
            #expect(try before.changeEstimate(to: after, options: options) == one)
            #expect(one.estimates.map(\.part.name) == ["difference"] + one.change.parts.map(\.name))
            if resampling == .units { continue }
            let structural = try #require(one.estimates.first { $0.part.name == "structural" })
            let interval = try #require(structural.interval)
            #expect(interval.lower < structural.part.value && structural.part.value < interval.upper)
            #expect(interval.upper < 0)
            #expect((structural.standardError ?? 0) > 0)
        }
        var none = MeasureOptions()
        none.draws = 0
        let plain = try #require(try before.changeEstimate(to: after, options: none))
        #expect(plain.estimates.allSatisfy { $0.intervalAbsence == .notRequested })
    }
}
