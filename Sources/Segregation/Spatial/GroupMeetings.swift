/// How near the groups are to each other over all pairs of different units: ΣΣ x_i y_j c_ij and ΣΣ c_ij.
///
/// c_ij = c_ji, so every pair of units is looked at once; that is half the work of ``NeighbourSums``.
struct GroupMeetings {
    /// Group after group.
    let pairs: [Double]
    /// The sum of the weights.
    let weight: Double

    /// - Parameter threads: sums are kept in a fixed number of pieces, so the number changes nothing in the result.
    init(of places: InhabitedPlaces, _ blocks: PlaceBlocks, kernel: DistanceKernel, threads: Int) {
        let groups = places.groupCount
        let width = groups * groups + 1
        let columns = places.columns(in: blocks)
        let product = KernelProduct(blocks, kernel: kernel, counts: columns, threads: threads)
        let panel = ColumnPanel(blocks, columns)
        let pieces = min(Self.pieces, blocks.count)
        var sums = [Double](repeating: 0, count: max(1, pieces) * width)
        sums.withUnsafeMutableBufferPointer { sums in
            // Every piece writes places of its own, and all are done before the pointer is handed back.
            nonisolated(unsafe) let sums = sums
            ParallelLoop.run(
                pieces, threads: threads, memory: { KernelProduct.Hand(panel) },
                { hand, piece in
                    for block in stride(from: piece, to: blocks.count, by: pieces) {
                        product.gather(around: block, panel, pairs: .half, with: &hand)
                        for (row, place) in blocks.places(of: block).enumerated() {
                            for of in 0..<groups where columns[of][place] > 0 {
                                for to in 0..<groups {
                                    sums[piece * width + of * groups + to] +=
                                        columns[of][place] * hand.sum(to, around: row)
                                }
                            }
                            sums[piece * width + width - 1] += hand.sum(groups, around: row)
                        }
                    }
                })
        }
        var half = [Double](repeating: 0, count: width)
        for piece in 0..<pieces {
            for place in 0..<width { half[place] += sums[piece * width + place] }
        }
        pairs = (0..<groups * groups).map { place in
            half[place] + half[place % groups * groups + place / groups]
        }
        weight = 2 * half[width - 1]
    }

    private static let pieces = 64

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

extension InhabitedPlaces {
    /// The members of every group and then 1 for every unit, in the order of the blocks.
    func columns(in blocks: PlaceBlocks) -> [[Double]] {
        (0..<groupCount).map { group in blocks.order.map { count(of: group, in: $0) } }
            + [[Double](repeating: 1, count: blocks.order.count)]
    }
}
