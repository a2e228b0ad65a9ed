internal import Stochastics

/// Draws tables of whole persons that keep to ranges.
///
/// In every unit each combination of counts that keeps to the ranges and the total is equally likely. Stated
/// totals of groups are then met by moving single persons in units that have room for it, units in random
/// order.
struct CountImputation: Sendable {
    private let ranges: CountRanges

    init(_ ranges: CountRanges) {
        self.ranges = ranges
    }

    /// Writes one table, row after row.
    func draw(_ run: Int, seed: UInt64) -> [Double] {
        var stream = RandomStream(seed: seed, run: UInt32(run), purpose: .imputation)
        var counts = ranges.middle.counts
        for unit in 0..<ranges.unitCount {
            let cells = unit * ranges.groupCount..<(unit + 1) * ranges.groupCount
            counts.withUnsafeMutableBufferPointer {
                fill(unit, UnsafeMutableBufferPointer(rebasing: $0[cells]), &stream)
            }
        }
        if ranges.statesGroupTotals { meetGroupTotals(&counts, &stream) }
        return counts
    }

    /// A unit without a whole table in its ranges, as shares of few persons may leave, keeps its middle.
    private func fill(
        _ unit: Int, _ counts: UnsafeMutableBufferPointer<Double>, _ stream: inout RandomStream
    ) {
        let first = unit * ranges.groupCount
        guard ranges.isByShare[unit] else {
            let box = WholeBox(
                lows: counts.indices.map { ranges.lows[first + $0] },
                highs: counts.indices.map { ranges.highs[first + $0] },
                total: ranges.totalLows[unit]...ranges.totalHighs[unit])
            box?.draw(into: counts, using: &stream)
            return
        }
        let low = ranges.totalLows[unit].rounded(.up)
        let high = ranges.totalHighs[unit].rounded(.down)
        guard low <= high else { return }
        let choices = UInt32(min(high - low, 1e6)) + 1
        for _ in 0..<32 {
            let total = low + Double(stream.integer(below: choices))
            let box = WholeBox(
                lows: counts.indices.map { ranges.shareLows[first + $0] * total },
                highs: counts.indices.map { ranges.shareHighs[first + $0] * total }, total: total...total)
            if let box {
                box.draw(into: counts, using: &stream)
                return
            }
        }
    }

    private func meetGroupTotals(_ counts: inout [Double], _ stream: inout RandomStream) {
        var order = Array(0..<ranges.unitCount)
        order.shuffle(using: &stream)
        var totals = (0..<ranges.unitCount).map { unit in
            counts[unit * ranges.groupCount..<(unit + 1) * ranges.groupCount].reduce(0, +)
        }
        for group in 0..<ranges.groupCount {
            var sum = stride(from: group, to: counts.count, by: ranges.groupCount).reduce(0) {
                $0 + counts[$1]
            }
            let low = ranges.groupLows[group] - 1e-6
            let high = ranges.groupHighs[group] + 1e-6
            var moved = true
            while moved, sum < low || sum > high {
                moved = false
                let step = sum < low ? 1.0 : -1
                for unit in order where sum < low || sum > high {
                    let cell = unit * ranges.groupCount + group
                    let count = counts[cell] + step
                    let total = totals[unit] + step
                    guard count >= ranges.lows[cell] - 1e-9, count <= ranges.highs[cell] + 1e-9,
                        total >= ranges.totalLows[unit] - 1e-9, total <= ranges.totalHighs[unit] + 1e-9
                    else { continue }
                    counts[cell] = count
                    totals[unit] = total
                    sum += step
                    moved = true
                }
            }
        }
    }
}

extension DrawPurpose {
    /// Counts drawn within the ranges that rounding and suppression leave.
    static let imputation = DrawPurpose(rawValue: 7)
}

/// Whole numbers in ranges with a sum in a range, each combination equally likely.
struct WholeBox {
    private let lows: [Double]
    private let widths: [Int]
    private let sums: ClosedRange<Int>

    /// - Returns: `nil` when there is no combination.
    init?(lows: [Double], highs: [Double], total: ClosedRange<Double>) {
        let slack = 1e-9 * max(1, total.upperBound)
        self.lows = lows.map { ($0 - slack).rounded(.up) }
        widths = zip(self.lows, highs).map { Int(($1 + slack).rounded(.down) - $0) }
        guard widths.allSatisfy({ $0 >= 0 }) else { return nil }
        let least = self.lows.reduce(0, +)
        let room = widths.reduce(0, +)
        let from = max(0, Int((total.lowerBound - slack).rounded(.up) - least))
        let to = min(room, Int((total.upperBound + slack).rounded(.down) - least))
        guard from <= to else { return nil }
        sums = from...to
    }

    /// One combination.
    ///
    /// Ranges are drawn one by one until the sum fits; where that is rare, counts of ways to fill up the rest
    /// give the chance of each number.
    func draw(into counts: UnsafeMutableBufferPointer<Double>, using stream: inout RandomStream) {
        let room = widths.reduce(0, +)
        if sums.count * 4 > room || sums == 0...room {
            for _ in 0..<64 {
                var sum = 0
                for place in widths.indices {
                    let extra = Int(stream.integer(below: UInt32(widths[place] + 1)))
                    counts[place] = lows[place] + Double(extra)
                    sum += extra
                }
                if sums.contains(sum) { return }
            }
        }
        drawByCounting(into: counts, using: &stream)
    }

    private func drawByCounting(
        into counts: UnsafeMutableBufferPointer<Double>, using stream: inout RandomStream
    ) {
        // ways[k][s]: the share of ways in which the ranges from k on add up to s, scaled so that it cannot
        // overflow.
        let most = sums.upperBound
        var ways = [[Double]](repeating: [], count: widths.count + 1)
        ways[widths.count] = [1] + [Double](repeating: 0, count: most)
        for place in widths.indices.reversed() {
            var next = [Double](repeating: 0, count: most + 1)
            var window = 0.0
            for sum in 0...most {
                window += ways[place + 1][sum]
                if sum > widths[place] { window -= ways[place + 1][sum - widths[place] - 1] }
                next[sum] = max(0, window) / Double(widths[place] + 1)
            }
            ways[place] = next
        }
        var left = pick(ways[0], sums, &stream)
        for place in widths.indices {
            let low = max(0, left - most)
            let high = min(widths[place], left)
            // What is left after this count.
            let rest = pick(ways[place + 1], (left - high)...(left - low), &stream)
            counts[place] = lows[place] + Double(left - rest)
            left = rest
        }
    }

    /// A place drawn with these weights.
    private func pick(_ weights: [Double], _ places: ClosedRange<Int>, _ stream: inout RandomStream) -> Int {
        let all = places.reduce(0) { $0 + weights[$1] }
        var left = stream.unit() * all
        for place in places {
            left -= weights[place]
            if left < 0 { return place }
        }
        return places.last { weights[$0] > 0 } ?? places.lowerBound
    }
}
