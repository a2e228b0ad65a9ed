internal import Dispatch

/// For every unit the weighted counts of all other units: Σ over j ≠ i of c_ij x_j, and the sum of the weights.
///
/// Rows of the matrix of weights live only while they are summed, so memory grows with the units and not with their
/// square. The unit itself is left out; how near residents of one unit are to each other is a choice of its own.
struct NeighbourSums {
    let groupCount: Int
    /// Unit after unit, one sum per group.
    private(set) var counts: [Double]
    /// The sum of the weights of the other units.
    private(set) var weights: [Double]

    /// Sums over distance.
    /// - Parameter threads: every thread takes rows of its own, so the number changes nothing in the result.
    init?(of places: InhabitedPlaces, kernel: DistanceKernel, threads: Int) {
        guard let x = places.x, let y = places.y else { return nil }
        let groups = places.groupCount
        let units = places.count
        let width = groups + 1
        groupCount = groups
        counts = [Double](repeating: 0, count: units * groups)
        weights = [Double](repeating: 0, count: units)
        let columns = DistanceColumns(
            x: x, y: y, columns: (0..<groups).map { places.members(of: $0) })
        var sums = [Double](repeating: 0, count: units * width)
        let workers = max(1, min(threads, units))
        sums.withUnsafeMutableBufferPointer { sums in
            // Every worker writes the rows of its own units only, and all are done before the pointer is handed back.
            nonisolated(unsafe) let sums = sums
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                var row = DistanceRow(columns, kernel: kernel)
                for unit in stride(from: worker, to: units, by: workers) {
                    row.add(
                        around: unit,
                        into: UnsafeMutableBufferPointer(rebasing: sums[unit * width..<(unit + 1) * width]))
                }
            }
        }
        for unit in 0..<units {
            weights[unit] = sums[unit * width]
            for group in 0..<groups { counts[unit * groups + group] = sums[unit * width + 1 + group] }
        }
    }

    /// Sums over units that share a border, each with weight 1.
    init(of places: InhabitedPlaces, borders contacts: [UnitContact]) {
        let groups = places.groupCount
        groupCount = groups
        counts = [Double](repeating: 0, count: places.count * groups)
        weights = [Double](repeating: 0, count: places.count)
        for contact in contacts where contact.length > 0 {
            weights[contact.first] += 1
            weights[contact.second] += 1
            for group in 0..<groups {
                counts[contact.first * groups + group] += places.count(of: group, in: contact.second)
                counts[contact.second * groups + group] += places.count(of: group, in: contact.first)
            }
        }
    }

    /// The weighted count around a unit with its own residents at weight `own`.
    func count(of group: Int, around unit: Int, own: Double, in places: InhabitedPlaces) -> Double {
        counts[unit * groupCount + group] + own * places.count(of: group, in: unit)
    }
}
