internal import Foundation

/// The density-corrected dissimilarity of Allen, Burgess, Davidson and Windmeijer (2015), Econometrics Journal 18.
///
/// In each unit the absolute difference of shares follows a folded normal law. Its most likely centre given what
/// was seen is 0 when the difference is within one standard error, and otherwise the solution of
/// θ = θ̂ tanh(θ θ̂), found here by Newton's method; the sum of the centres is the corrected index.
enum DensityCorrection {
    /// From this many standard errors on, tanh(θ θ̂) is 1 to the last digit and the centre is what was seen.
    private static let certain = 4.5

    /// The corrected index of every group of a table against the rest; `nil` for an absent group and for one that is
    /// everyone.
    static func dissimilarities(of table: ContingencyTable, groupTotals: [Double]) -> [Double?] {
        let groups = table.groupCount
        let units = table.unitCount
        let total = groupTotals.reduce(0, +)
        let ranges = (units + AspatialPass.range - 1) / AspatialPass.range
        let parts = ranges.computedSideBySide { range in
            let first = range * AspatialPass.range
            return sums(
                first..<min(first + AspatialPass.range, units), table.counts, groupTotals, total: total)
        }
        return (0..<groups).map { group in
            guard groupTotals[group] > 0, groupTotals[group] < total else { return nil }
            return parts.reduce(0) { $0 + $1[group] } / 2
        }
    }

    private static func sums(
        _ units: Range<Int>, _ counts: [Double], _ groupTotals: [Double], total: Double
    ) -> [Double] {
        let groups = groupTotals.count
        var sums = [Double](repeating: 0, count: groups)
        let inverses = groupTotals.map { (own: 1 / $0, rest: 1 / (total - $0)) }
        counts.withUnsafeBufferPointer { counts in
            for unit in units {
                let row = unit * groups
                var persons = 0.0
                for group in 0..<groups { persons += counts[row + group] }
                for group in 0..<groups {
                    let members = counts[row + group]
                    let difference = Difference(
                        members, max(0, persons - members), inverseOwn: inverses[group].own,
                        inverseRest: inverses[group].rest)
                    sums[group] += difference.mostLikely
                }
            }
        }
        return sums
    }

    /// The difference of the shares that a unit holds of a group and of the rest, with its sampling variance.
    struct Difference {
        let seen: Double
        let variance: Double

        init(_ members: Double, _ others: Double, own: Double, rest: Double) {
            self.init(members, others, inverseOwn: 1 / own, inverseRest: 1 / rest)
        }

        @inline(__always)
        init(_ members: Double, _ others: Double, inverseOwn: Double, inverseRest: Double) {
            let first = members * inverseOwn
            let second = others * inverseRest
            seen = abs(first - second)
            variance = first * (1 - first) * inverseOwn + second * (1 - second) * inverseRest
        }

        /// The most likely centre of the folded normal law.
        @inline(__always) var mostLikely: Double {
            let square = seen * seen
            guard variance > 0, square < certain * certain * variance else { return seen }
            guard square > variance else { return 0 }
            let error = variance.squareRoot()
            return error * mostLikelyCentre(seen / error)
        }

        /// What folding does to a normal number with this mean and variance: how much its mean grows, and how much of its
        /// variance goes.
        var folding: (excess: Double, lostVariance: Double) {
            guard variance > 0 else { return (0, 0) }
            let error = variance.squareRoot()
            let centre = seen / error
            let tail = erfc(centre / 2.0.squareRoot())
            let excess = (2 / Double.pi).squareRoot() * exp(-centre * centre / 2) - centre * tail
            let mean = centre + excess
            return (error * excess, variance * (mean * mean - centre * centre))
        }
    }

    /// The θ that maximises φ(θ̂ - θ) + φ(θ̂ + θ).
    static func mostLikelyCentre(_ seen: Double) -> Double {
        guard seen > 1 else { return 0 }
        guard seen < certain else { return seen }
        // tanh u is below u / (1 + u²/(3 + u²/5)), so the root lies below that of the same equation with the fraction in
        // its place; the function is convex right of its root, so Newton's steps from above never pass it.
        let excess = seen * seen - 1
        var centre = seen
        if excess < 2.5 { centre = min(centre, (3 * excess / (1 - excess / 5)).squareRoot() / seen) }
        for _ in 0..<200 {
            let curve = tanh(centre * seen)
            let step = (centre - seen * curve) / (1 - seen * seen * (1 - curve * curve))
            let next = max(0, centre - step)
            if abs(centre - next) <= 1e-9 * centre { return next }
            centre = next
        }
        return centre
    }
}
