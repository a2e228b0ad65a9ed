/// How near the groups are to each other over all pairs of different units: ΣΣ x_i y_j c_ij and ΣΣ c_ij.
///
/// c_ij = c_ji, so every pair of units is looked at once; that is half the work of ``NeighbourSums``.
struct GroupMeetings {
    /// Group after group.
    let pairs: [Double]
    /// The sum of the weights.
    let weight: Double

    private init(pairs: [Double], weight: Double) {
        self.pairs = pairs
        self.weight = weight
    }

    /// - Parameter threads: the number changes nothing in the result.
    init(of places: InhabitedPlaces, _ blocks: PlaceBlocks, kernel: DistanceKernel, threads: Int) {
        let columns = places.columns(in: blocks)
        let product = KernelProduct(blocks, kernel: kernel, counts: columns, threads: threads)
        let one = TableColumns(first: 0, groups: places.groupCount, weights: places.groupCount)
        let meetings = Self.list(of: [one], in: ColumnPanel(blocks, columns), product, threads: threads)
        self = meetings[0]
    }

    /// The meetings in several tables on one map, from one pass over the weights. - Parameter threads: sums
    /// are kept in a fixed number of pieces, so the number changes nothing in the result.
    static func list(
        of tables: [TableColumns], in panel: ColumnPanel, _ product: KernelProduct, threads: Int
    ) -> [GroupMeetings] {
        let blocks = product.blocks
        let groups = tables.first?.groups ?? 0
        let width = groups * groups + 1
        let pieces = min(Self.pieces, blocks.count)
        let sums = ParallelLoop.map(pieces, threads: threads, memory: { KernelProduct.Hand(panel) }) {
            hand, piece in
            var sums = [Double](repeating: 0, count: tables.count * width)
            for block in stride(from: piece, to: blocks.count, by: pieces) {
                product.gather(around: block, panel, pairs: .half, with: &hand)
                for (row, place) in blocks.places(of: block).enumerated() {
                    for (index, table) in tables.enumerated() {
                        let start = index * width
                        for of in 0..<groups {
                            let members = panel[table.first + of, place]
                            guard members > 0 else { continue }
                            for to in 0..<groups {
                                sums[start + of * groups + to] +=
                                    members * hand.sum(table.first + to, around: row)
                            }
                        }
                        sums[start + width - 1] +=
                            panel[table.weights, place] * hand.sum(table.weights, around: row)
                    }
                }
            }
            return sums
        }
        return tables.indices.map { index in
            var half = [Double](repeating: 0, count: width)
            for piece in sums {
                for place in 0..<width { half[place] += piece[index * width + place] }
            }
            return GroupMeetings(
                pairs: (0..<groups * groups).map { place in
                    half[place] + half[place % groups * groups + place / groups]
                }, weight: 2 * half[width - 1])
        }
    }

    static let pieces = 64

    /// The same from sums around every unit.
    init(of places: InhabitedPlaces, sums: NeighbourSums) {
        let groups = places.groupCount
        var pairs = [Double](repeating: 0, count: groups * groups)
        for unit in 0..<places.count {
            for of in 0..<groups {
                let members = places.count(of: of, in: unit)
                guard members > 0 else { continue }
                for to in 0..<groups {
                    pairs[of * groups + to] += members * sums.counts[unit * groups + to]
                }
            }
        }
        self.pairs = pairs
        weight = sums.weights.reduce(0, +)
    }
}

/// Where the columns of one table stand among those of several.
struct TableColumns {
    /// The column of the first group.
    let first: Int
    let groups: Int
    /// The column with 1 for every unit with persons.
    let weights: Int
}

extension InhabitedPlaces {
    /// The members of every group and then 1 for every unit, in the order of the blocks.
    func columns(in blocks: PlaceBlocks) -> [[Double]] {
        (0..<groupCount).map { group in blocks.order.map { count(of: group, in: $0) } }
            + [[Double](repeating: 1, count: blocks.order.count)]
    }
}
