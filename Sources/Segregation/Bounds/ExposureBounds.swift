/// Bounds of the exposure of one group to another, Σ x z / t / X.
///
/// Exposure is at least c when Σ x (z/t - c) is at least 0, a sum over units without anything that ties them
/// together, so the extreme is a sum of extremes. In one unit and for given x, the highest z/t has z as high
/// and all others as low as the total lets them; along x that is one of three concave pieces, whose ends and
/// summits are the only candidates.
struct ExposureBounds {
    private let ranges: CountRanges
    private let of: Int
    private let to: Int

    /// The ranges of x, z and all others in one unit with its total.
    private struct Unit {
        var x: ClosedRange<Double>
        var z: ClosedRange<Double>
        var others: ClosedRange<Double>
        var total: ClosedRange<Double>
    }

    private let units: [Unit]
    /// Where the units with a share have two totals to choose from: the rows that belong together.
    private let choices: [Range<Int>]

    init(_ ranges: CountRanges, of: Int, to: Int) {
        self.ranges = ranges
        self.of = of
        self.to = to
        var units: [Unit] = []
        var choices: [Range<Int>] = []
        let groups = ranges.groupCount
        for row in 0..<ranges.unitCount {
            let first = row * groups
            let others = (0..<groups).filter { $0 != of && $0 != to }
            let start = units.count
            func unit(_ lows: [Double], _ highs: [Double], _ scale: Double, _ total: ClosedRange<Double>)
                -> Unit
            {
                func range(_ column: Int) -> ClosedRange<Double> {
                    scale * lows[first + column]...scale * highs[first + column]
                }
                let low = others.reduce(0) { $0 + scale * lows[first + $1] }
                let high = others.reduce(0) { $0 + scale * highs[first + $1] }
                return Unit(x: range(of), z: range(to), others: low...max(low, high), total: total)
            }
            if ranges.isByShare[row] {
                for total in [ranges.totalLows[row], ranges.totalHighs[row]] {
                    units.append(unit(ranges.shareLows, ranges.shareHighs, total, total...total))
                }
            } else {
                units.append(
                    unit(ranges.lows, ranges.highs, 1, ranges.totalLows[row]...ranges.totalHighs[row]))
            }
            choices.append(start..<units.count)
        }
        self.units = units
        self.choices = choices
    }

    /// The bounds; `nil` when the group has no members in any table.
    func bounds() -> MeasureBounds? {
        guard ranges.groupHighs[of] > 0, let lowest = extreme(.lowest), let highest = extreme(.highest) else {
            return nil
        }
        // What bisection leaves is given to the bound.
        return MeasureBounds(
            lowest: max(0, lowest - 1e-9), highest: min(1, highest + 1e-9), lowestFound: lowest,
            highestFound: highest, because: ranges.because, isExact: !ranges.statesGroupTotals)
    }

    /// The level at which the extreme of Σ x (z/t - c) is 0.
    private func extreme(_ end: BoundEnd) -> Double? {
        var low = 0.0
        var high = 1.0
        while high - low > 1e-12 {
            let level = (low + high) / 2
            let sum = choices.reduce(0) { sum, rows in
                let values = rows.map { value(units[$0], level, end) }
                return sum + ((end == .highest ? values.max() : values.min()) ?? 0)
            }
            if end == .highest ? sum >= 0 : sum > 0 { low = level } else { high = level }
        }
        return end == .highest ? low : high
    }

    private func value(_ unit: Unit, _ level: Double, _ end: BoundEnd) -> Double {
        let isHighest = end == .highest
        let z = isHighest ? unit.z.upperBound : unit.z.lowerBound
        let others = isHighest ? unit.others.lowerBound : unit.others.upperBound
        let (low, high) = (unit.total.lowerBound, unit.total.upperBound)
        var best = isHighest ? -Double.infinity : .infinity
        func consider(_ candidate: Double) {
            guard candidate.isFinite else { return }
            let x = min(max(candidate, unit.x.lowerBound), unit.x.upperBound)
            let (met, total) = meeting(x, z, others, unit, isHighest)
            let value = total > 0 ? x * met / total - level * x : 0
            best = isHighest ? max(best, value) : min(best, value)
        }
        consider(unit.x.lowerBound)
        consider(unit.x.upperBound)
        // Where the total starts and stops to bind.
        consider(low - z - others)
        consider(high - z - others)
        // Summits of x z / (x + z + others) - c x and of x (total - others - x) / total - c x.
        if level > 0 { consider((z * (z + others) / level).squareRoot() - z - others) }
        let bound = isHighest ? high : low
        consider((bound - others - level * bound) / 2)
        return best
    }

    /// The z and the total that go with x.
    private func meeting(
        _ x: Double, _ z: Double, _ others: Double, _ unit: Unit, _ isHighest: Bool
    ) -> (met: Double, total: Double) {
        let sum = x + z + others
        let (low, high) = (unit.total.lowerBound, unit.total.upperBound)
        if sum > high { return (isHighest ? high - x - others : z, high) }
        if sum < low { return (isHighest ? z : low - x - others, low) }
        return (z, sum)
    }
}
