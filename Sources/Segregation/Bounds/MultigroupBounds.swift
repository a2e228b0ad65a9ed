/// Bounds of the multigroup measures H, M and R over all tables in keeping with ranges.
///
/// Each is at least v when κ - Σ tᵢ V(pᵢ) is at least 0, with κ = (1-v) T V(P), or T V(P) - v T for M.
/// Highest value: V lies below its tangent at any composition q, so no table exceeds v if for one q the sum
/// over units of the highest point of a convex function is below 0; such a point is a corner. The best q is
/// the composition of the mean of the tables met (fictitious play). Lowest value: V lies above its chords
/// over the possible shares, which leaves a sum of lowest points of convex functions; each is bounded from
/// below by its tangent at a nearby point (Frank and Wolfe 1956), so the bound holds however near that point
/// is.
struct MultigroupBounds {
    enum Measure { case entropyIndex, information, relativeDiversity }

    private let regions: MultigroupRegions
    private let measure: Measure
    private let diversity: GroupDiversity
    private let cornerDiversity: [Double]
    private let persons: Double

    init(_ regions: MultigroupRegions, _ measure: Measure) {
        self.regions = regions
        self.measure = measure
        let diversity: GroupDiversity = measure == .relativeDiversity ? .interaction : .entropy
        self.diversity = diversity
        let groups = regions.groupCount
        cornerDiversity = stride(from: 0, to: regions.corners.count, by: groups).map {
            diversity(regions.corners[$0..<$0 + groups])
        }
        persons = regions.corners.reduce(0, +)
    }

    /// Guaranteed bounds and the values of tables that were found.
    func bounds(_ because: Set<CountUncertainty>, isExact: Bool) -> MeasureBounds? {
        let middle = centre()
        let first = value(middle)
        guard first.isFinite else { return nil }
        let highest = highest(from: middle, first)
        let lowest = lowest(from: middle, first)
        return MeasureBounds(
            lowest: max(0, lowest.bound), highest: min(ceiling, highest.bound),
            lowestFound: max(lowest.found, 0, lowest.bound), highestFound: min(highest.found, ceiling),
            because: because, isExact: isExact)
    }

    private var ceiling: Double { measure == .information ? .infinity : 1 }

    /// A table: what the groups have in all, and Σ t V.
    private struct Sums {
        var members: [Double]
        var diversity: Double

        var shares: [Double] {
            let all = members.reduce(0, +)
            return members.map { $0 / all }
        }
    }

    private func centre() -> Sums {
        let groups = regions.groupCount
        var sums = Sums(members: [Double](repeating: 0, count: groups), diversity: 0)
        for unit in 0..<regions.unitCount {
            let counts = centre(ofUnit: unit)
            for group in 0..<groups { sums.members[group] += counts[group] }
            sums.diversity += diversity(counts)
        }
        return sums
    }

    private func centre(ofUnit unit: Int) -> [Double] {
        let groups = regions.groupCount
        let corners = regions.starts[unit]..<regions.starts[unit + 1]
        return (0..<groups).map { group in
            corners.reduce(0) { $0 + regions.corners[$1 * groups + group] } / Double(corners.count)
        }
    }

    private func value(_ sums: Sums) -> Double { ratio(sums, whole: diversity(sums.members)) }

    /// The level at which κ equals Σ t V when T V(P) is this.
    private func ratio(_ sums: Sums, whole: Double) -> Double {
        measure == .information
            ? (whole - sums.diversity) / sums.members.reduce(0, +) : 1 - sums.diversity / whole
    }

    /// κ as a linear function of counts, when T V(P) is one.
    private func linear(_ whole: [Double], level: Double) -> [Double] {
        measure == .information ? whole.map { $0 - level } : whole.map { $0 * (1 - level) }
    }

    private func highest(from middle: Sums, _ first: Double) -> (bound: Double, found: Double) {
        var found = first
        var bound = Double.infinity
        var shares = middle.shares
        for round in 0..<40 {
            let tangent = diversity.tangent(shares)
            var level = found
            for _ in 0..<20 {
                let (sum, table) = highestTable(linear(tangent, level: level))
                let value = value(table)
                if value.isFinite { found = max(found, value) }
                if round == 0 || value.isFinite {
                    let weight = 1 / Double(round + 2)
                    for (group, share) in table.shares.enumerated() where share.isFinite {
                        shares[group] += weight * (share - shares[group])
                    }
                }
                if sum <= 1e-13 * persons {
                    bound = min(bound, level)
                    break
                }
                let next = ratio(table, whole: zip(tangent, table.members).reduce(0) { $0 + $1.0 * $1.1 })
                level = max(next, level) + 1e-9
            }
            if bound - found < 1e-7 { break }
        }
        return (bound, found)
    }

    private func highestTable(_ slopes: [Double]) -> (sum: Double, table: Sums) {
        let groups = regions.groupCount
        var sums = Sums(members: [Double](repeating: 0, count: groups), diversity: 0)
        var sum = 0.0
        regions.corners.withUnsafeBufferPointer { corners in
            for unit in 0..<regions.unitCount {
                var best = -Double.infinity
                var bestCorner = regions.starts[unit]
                for corner in regions.starts[unit]..<regions.starts[unit + 1] {
                    var height = -cornerDiversity[corner]
                    for group in 0..<groups { height += slopes[group] * corners[corner * groups + group] }
                    if height > best {
                        best = height
                        bestCorner = corner
                    }
                }
                sum += best
                sums.diversity += cornerDiversity[bestCorner]
                for group in 0..<groups { sums.members[group] += corners[bestCorner * groups + group] }
            }
        }
        return (sum, sums)
    }

    private func lowest(from middle: Sums, _ first: Double) -> (bound: Double, found: Double) {
        var found = first
        var shares = middle.shares
        for _ in 0..<6 {
            let table = lowestTable(linear(diversity.tangent(shares), level: found)).table
            let value = value(table)
            guard value.isFinite, value < found else { break }
            let isDone = found - value < 1e-7
            found = value
            shares = table.shares
            if isDone { break }
        }
        let chords = diversity.chords(regions.shares)
        var level = found
        for _ in 0..<4 {
            let table = lowestTable(linear(chords, level: level)).table
            let next = ratio(table, whole: zip(chords, table.members).reduce(0) { $0 + $1.0 * $1.1 })
            guard next.isFinite, next < level else { break }
            level = next
        }
        for tolerance in [1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1] where level - tolerance > 0 {
            if lowestTable(linear(chords, level: level - tolerance)).bound > 0 {
                return (level - tolerance, found)
            }
        }
        return (0, found)
    }

    /// A bound from below of the lowest Σ (slopes · x - t V), and a table near it.
    private func lowestTable(_ slopes: [Double]) -> (bound: Double, table: Sums) {
        let groups = regions.groupCount
        var sums = Sums(members: [Double](repeating: 0, count: groups), diversity: 0)
        var bound = 0.0
        for unit in 0..<regions.unitCount {
            let corners = regions.starts[unit]..<regions.starts[unit + 1]
            var counts = centre(ofUnit: unit)
            var lowest = -Double.infinity
            for _ in 0..<40 {
                let total = counts.reduce(0, +)
                guard total > 0 else {
                    lowest = max(lowest, 0)
                    break
                }
                let tangent = diversity.tangent(counts.map { $0 / total })
                let gradient = zip(slopes, tangent).map { $0 - $1 }
                var best = Double.infinity
                var bestCorner = corners.lowerBound
                for corner in corners {
                    var height = 0.0
                    for group in 0..<groups {
                        height += gradient[group] * regions.corners[corner * groups + group]
                    }
                    if height < best {
                        best = height
                        bestCorner = corner
                    }
                }
                lowest = max(lowest, best)
                let here = zip(gradient, counts).reduce(0) { $0 + $1.0 * $1.1 }
                guard here - best > 1e-9 * total else { break }
                let direction = (0..<groups).map { regions.corners[bestCorner * groups + $0] - counts[$0] }
                let curvature = diversity.curvature(counts, total: total, along: direction)
                // A full step may end where a logarithm has none.
                let step = min(curvature > 0 ? (here - best) / curvature : 1, 0.999_999)
                for group in 0..<groups { counts[group] += step * direction[group] }
            }
            bound += lowest
            sums.diversity += diversity(counts)
            for group in 0..<groups { sums.members[group] += counts[group] }
        }
        return (bound, sums)
    }
}
