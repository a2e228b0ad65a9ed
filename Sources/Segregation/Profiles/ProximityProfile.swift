/// The spatial proximity profile of Hong and Sadahiro (2014): how close, in steps from neighbour to neighbour, the units
/// lie in which a group has at least a given share.
struct ProximityProfile {
    private let places: InhabitedPlaces
    /// The neighbours of unit i stand at starts[i] ..< starts[i+1].
    private let starts: [Int]
    private let neighbours: [Int]
    private let thresholds: Int

    /// - Parameter thresholds: the number of shares from 0 to 1 at which the curve is read.
    init?(_ places: InhabitedPlaces, thresholds: Int) {
        guard let contacts = places.contacts else { return nil }
        var starts = [Int](repeating: 0, count: places.count + 1)
        for contact in contacts {
            starts[contact.first + 1] += 1
            starts[contact.second + 1] += 1
        }
        for unit in 0..<places.count { starts[unit + 1] += starts[unit] }
        var free = starts
        var neighbours = [Int](repeating: 0, count: 2 * contacts.count)
        for contact in contacts {
            neighbours[free[contact.first]] = contact.second
            neighbours[free[contact.second]] = contact.first
            free[contact.first] += 1
            free[contact.second] += 1
        }
        self.places = places
        self.starts = starts
        self.neighbours = neighbours
        self.thresholds = thresholds
    }

    /// The threshold shares, evenly from 0 to 1.
    private var grid: [Double] {
        let step = 1 / Double(thresholds - 1)
        return (0..<thresholds).map { $0 == thresholds - 1 ? 1 : Double($0) * step }
    }

    /// The profile of every group: the area by which the curve η lies above and below the town's share P,
    /// (P - Σ_{below P} η/m + Σ_{from P} η/m) / (1 - P).
    func values() -> [MeasuredValue] {
        let groups = places.groupCount
        let grid = grid
        // How many thresholds a unit passes, per unit and group.
        let passed = places.counts.indices.map { cell in
            Self.count(grid, upTo: places.counts[cell] / places.totals[cell / groups])
        }
        let sums = pathSums(passed)
        return (0..<groups).map { group in
            let name = places.table.groups[group].rawValue
            guard places.groupTotals[group] > 0 else { return .undefined(.absentGroup(name)) }
            guard places.groupTotals[group] < places.total else { return .undefined(.noRest(name)) }
            guard places.count > 1 else { return .undefined(.singleUnit) }
            let share = places.groupTotals[group] / places.total
            var units = [Int](repeating: 0, count: thresholds + 1)
            for unit in 0..<places.count { units[passed[unit * groups + group]] += 1 }
            var inside = 0
            var path = 0.0
            var broken = false
            var area = 0.0
            for threshold in stride(from: thresholds, to: 0, by: -1) {
                inside += units[threshold]
                path += sums.steps[group * (thresholds + 1) + threshold]
                broken = broken || sums.broken[group * (thresholds + 1) + threshold]
                guard path > 0, !broken else { continue }
                let curve = Double(inside) * Double(inside - 1) / path / Double(thresholds)
                area += grid[threshold - 1] < share ? -curve : curve
            }
            return .defined((share + area) / (1 - share))
        }
    }

    /// The steps between all ordered pairs, by group and by the last threshold that both units pass; and whether there
    /// is a pair without a path. One unit's paths at a time are kept.
    private func pathSums(_ passed: [Int]) -> (steps: [Double], broken: [Bool]) {
        let groups = places.groupCount
        let width = thresholds + 1
        var sums = [Double](repeating: 0, count: groups * width)
        var broken = [Bool](repeating: false, count: groups * width)
        var steps = [Int](repeating: -1, count: places.count)
        var queue = [Int](repeating: 0, count: places.count)
        for origin in 0..<places.count {
            for unit in steps.indices { steps[unit] = -1 }
            walk(from: origin, &steps, &queue)
            for unit in 0..<places.count where unit != origin {
                for group in 0..<groups {
                    let both = min(passed[origin * groups + group], passed[unit * groups + group])
                    let place = group * width + both
                    if steps[unit] < 0 {
                        broken[place] = true
                    } else {
                        sums[place] += Double(steps[unit])
                    }
                }
            }
        }
        return (sums, broken)
    }

    /// Breadth first.
    private func walk(from origin: Int, _ steps: inout [Int], _ queue: inout [Int]) {
        steps[origin] = 0
        queue[0] = origin
        var first = 0
        var last = 1
        while first < last {
            let unit = queue[first]
            first += 1
            for place in starts[unit]..<starts[unit + 1] where steps[neighbours[place]] < 0 {
                steps[neighbours[place]] = steps[unit] + 1
                queue[last] = neighbours[place]
                last += 1
            }
        }
    }

    private static func count(_ grid: [Double], upTo share: Double) -> Int {
        var low = 0
        var high = grid.count
        while low < high {
            let middle = (low + high) / 2
            if grid[middle] <= share { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
