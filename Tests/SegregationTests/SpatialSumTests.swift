import Foundation
import Segregation
import Stochastics
import Testing

/// The sums over pairs of units against a plain double loop over all of them.
@Suite struct SpatialSumTests {
    /// A map in kilometres with its table.
    private struct Town {
        var table: ContingencyTable
        var x: [Double]
        var y: [Double]

        var geography: UnitGeography {
            get throws {
                try UnitGeography(
                    unitIdentifiers: table.unitIdentifiers, x: x, y: y,
                    areas: x.map { 0.1 + abs($0).truncatingRemainder(dividingBy: 1) }, distanceUnit: 1)
            }
        }
    }

    /// Units spread by chance over a square, some of them empty.
    private func town(units: Int, side: Double, seed: UInt64 = 1) throws -> Town {
        var stream = RandomStream(seed: seed, run: 7, purpose: .selfTest)
        let table = try randomTable(units: units, seed: seed, empty: [3, 17])
        let x = (0..<units).map { _ in side * stream.unit() }
        let y = (0..<units).map { _ in side * stream.unit() }
        return Town(table: table, x: x, y: y)
    }

    /// Two towns 60 kilometres apart, of which only one houses the third group.
    private func twoTowns() throws -> Town {
        var town = try town(units: 300, side: 6, seed: 4)
        let rows = (0..<300).map { unit -> [Double] in
            let counts = town.table.counts(inUnit: unit)
            return unit < 150 ? counts.dropLast() + [0] : [0, 0] + counts.suffix(1)
        }
        town.table = try ContingencyTable(groups: town.table.groups, rows: rows)
        for unit in 150..<300 { town.x[unit] += 60 }
        return town
    }

    /// Σ over others of the weight times the counts, per unit and group.
    private func sums(_ town: Town, _ weight: (Double) -> Double) -> [[Double]] {
        (0..<town.x.count).map { unit in
            var sums = [Double](repeating: 0, count: town.table.groupCount)
            for other in 0..<town.x.count where other != unit {
                let dx = town.x[unit] - town.x[other]
                let dy = town.y[unit] - town.y[other]
                let near = weight((dx * dx + dy * dy).squareRoot())
                for (group, count) in town.table.counts(inUnit: other).enumerated() {
                    sums[group] += near * count
                }
            }
            return sums
        }
    }

    private func closeness(_ found: Double?, _ naive: Double) -> Bool {
        found.map { abs($0 - naive) <= 1e-12 * abs(naive) } ?? false
    }

    /// Over 5 kilometres nothing is left out, over 400 nearly all; in two towns a group is far from the
    /// others.
    @Test(arguments: [5.0, 60, 400, -1])
    func proximitiesAreThoseOfADoubleLoop(side: Double) throws {
        let town = side > 0 ? try town(units: 500, side: side) : try twoTowns()
        let around = sums(town) { exp(-1.5 * $0) }
        var options = SpatialOptions()
        options.decay = 1.5
        options.selfDistance = .none
        options.threads = 2
        let rows = try town.table.spatialMeasures(
            ["Pxy-matrix", "DPxy-matrix"], geography: town.geography, options: options)
        // Asked for alone, every pair of units is looked at once.
        let once = try town.table.spatialMeasures(
            ["Pxy-matrix"], geography: town.geography, options: options)
        let totals = town.table.groupTotals
        for (of, first) in town.table.groups.enumerated() {
            for (to, second) in town.table.groups.enumerated() {
                var meetings = 0.0
                var environments = 0.0
                for unit in 0..<town.x.count {
                    let counts = Array(town.table.counts(inUnit: unit))
                    let near = zip(around[unit], counts).map { $0 + $1 }
                    meetings += counts[of] * near[to]
                    let all = near.reduce(0, +)
                    if counts[of] > 0 { environments += counts[of] * near[to] / all }
                }
                func value(_ rows: [MeasureRow], _ identifier: String) -> Double? {
                    rows.first { $0.identifier == identifier && $0.groups == [first, second] }?
                        .estimate.value.number
                }
                #expect(closeness(value(rows, "Pxy-matrix"), meetings / (totals[of] * totals[to])))
                #expect(closeness(value(once, "Pxy-matrix"), meetings / (totals[of] * totals[to])))
                #expect(closeness(value(rows, "DPxy-matrix"), environments / totals[of]))
            }
        }
    }

    @Test(arguments: [nil, 0, 0.8, 40] as [Double?], [0, 2])
    func environmentsAreThoseOfADoubleLoop(reach: Double?, decay: Double) throws {
        for side in [5.0, 90] {
            let town = try town(units: 400, side: side)
            let around = sums(town) { $0 <= reach ?? .infinity ? exp(-decay * $0) : 0 }
            var options = SpatialOptions()
            options.environments = [EnvironmentKernel(decay: decay, reach: reach)]
            let rows = try town.table.spatialMeasures(
                ["RO-spatial-H"], geography: town.geography, options: options)
            let shares = town.table.groupTotals.map { $0 / town.table.total }
            func entropy(_ shares: [Double]) -> Double {
                -shares.reduce(0) { $0 + ($1 > 0 ? $1 * log($1) : 0) }
            }
            var inside = 0.0
            for unit in 0..<town.x.count {
                let counts = Array(town.table.counts(inUnit: unit))
                let near = zip(around[unit], counts).map { $0 + $1 }
                let all = near.reduce(0, +)
                let persons = counts.reduce(0, +)
                if persons > 0 { inside += persons * entropy(near.map { $0 / all }) }
            }
            let naive = 1 - inside / (town.table.total * entropy(shares))
            #expect(agree(rows[0].estimate.value.number, naive))
        }
    }

    /// Σ q ln(q/P) over units in order of distance, with units at one distance together.
    private func distortion(_ town: Town) -> Double {
        let shares = town.table.groupTotals.map { $0 / town.table.total }
        let units = (0..<town.x.count).filter { town.table.counts(inUnit: $0).reduce(0, +) > 0 }
        var all = 0.0
        for origin in units {
            let order = units.map { unit -> (square: Double, unit: Int) in
                let dx = town.x[unit] - town.x[origin]
                let dy = town.y[unit] - town.y[origin]
                return (dx * dx + dy * dy, unit)
            }.sorted { $0.square < $1.square }
            var counts = [Double](repeating: 0, count: shares.count)
            var sum = 0.0
            var start = 0
            while start < order.count {
                var end = start
                while end < order.count, order[end].square <= order[start].square * (1 + 1e-12) {
                    for (group, count) in town.table.counts(inUnit: order[end].unit).enumerated() {
                        counts[group] += count
                    }
                    end += 1
                }
                let persons = counts.reduce(0, +)
                var divergence = 0.0
                for group in shares.indices where counts[group] > 0 {
                    divergence += counts[group] / persons * log(counts[group] / persons / shares[group])
                }
                sum += divergence * Double(end - start)
                start = end
            }
            all += sum * town.table.counts(inUnit: origin).reduce(0, +)
        }
        return all / town.table.total
    }

    /// A spread of units, a board with many ties, and a crowd with one unit a million kilometres away.
    @Test func distortionIsThatOfAPlainWalk() throws {
        var towns = [try town(units: 203, side: 20), try twoTowns()]
        var board = try town(units: 144, side: 1)
        board.x = (0..<144).map { Double($0 / 12) }
        board.y = (0..<144).map { Double($0 % 12) }
        towns.append(board)
        var crowd = try town(units: 150, side: 1)
        crowd.x[0] = 1e6
        towns.append(crowd)
        var spot = try town(units: 40, side: 1)
        spot.x = spot.x.map { _ in 2 }
        spot.y = spot.y.map { _ in 3 }
        towns.append(spot)
        for town in towns {
            let row = try town.table.distanceProfiles(geography: town.geography, threads: 2)[0]
            #expect(row.identifier == "distortion-global")
            #expect(agree(row.estimate.value.number, distortion(town), within: 1e-11))
        }
    }

    @Test func theStepsOfAProfileEndWithTheTown() throws {
        let town = try town(units: 90, side: 9)
        let steps = try town.table.divergenceProfile(around: "5", geography: town.geography)
        let last = try #require(steps.last)
        #expect(steps.count == 88 && abs(last.divergence) < 1e-14)
        #expect(agree(last.persons, town.table.total) && steps[0].unit == "5" && steps[0].distance == 0)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.distance <= $1.distance })
    }
}
