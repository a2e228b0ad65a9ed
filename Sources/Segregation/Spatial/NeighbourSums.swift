/// For every unit the weighted counts of all other units: Σ over j ≠ i of c_ij x_j, and the sum of the
/// weights.
///
/// Tiles of the matrix of weights live only while they are summed, so memory grows with the units and not
/// with their square. The unit itself is left out; how near residents of one unit are to each other is a
/// choice of its own.
struct NeighbourSums {
    let groupCount: Int
    /// Unit after unit, one sum per group.
    private(set) var counts: [Double]
    /// The sum of the weights of the other units.
    private(set) var weights: [Double]

    /// Sums over distance. - Parameter threads: every block of units has places of its own, so the number
    /// changes nothing in the result.
    init?(of places: InhabitedPlaces, kernel: DistanceKernel, threads: Int) {
        guard let blocks = PlaceBlocks(places) else { return nil }
        self.init(of: places, blocks, kernel: kernel, threads: threads)
    }

    init(of places: InhabitedPlaces, _ blocks: PlaceBlocks, kernel: DistanceKernel, threads: Int) {
        let groups = places.groupCount
        let columns = places.columns(in: blocks)
        let product = KernelProduct(blocks, kernel: kernel, counts: columns, threads: threads)
        let sums = product.sums(of: ColumnPanel(blocks, columns), threads: threads)
        groupCount = groups
        counts = [Double](repeating: 0, count: places.count * groups)
        weights = [Double](repeating: 0, count: places.count)
        for (place, unit) in blocks.order.enumerated() {
            for group in 0..<groups { counts[unit * groups + group] = sums[group, place] }
            weights[unit] = sums[groups, place]
        }
    }

    /// Sums of one of many draws, for the units that drew someone.
    /// - Parameters:
    ///   - sums: by column and place in the order of the blocks.
    ///   - positions: where each unit of the table as it is stands in that order.
    ///   - units: the units that drew someone.
    ///   - table: the columns of the draw.
    init(_ sums: ColumnPanel, positions: [Int], units: [Int], _ table: TableColumns) {
        groupCount = table.groups
        counts = []
        counts.reserveCapacity(units.count * table.groups)
        weights = []
        weights.reserveCapacity(units.count)
        for unit in units {
            for group in 0..<table.groups { counts.append(sums[table.first + group, positions[unit]]) }
            weights.append(sums[table.weights, positions[unit]])
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
