/// How far around each block units can be without changing any of its sums.
///
/// exp(-βd) is never 0, but far units add less than rounding takes away. Around a block, and for every
/// column, let U be the most that the units left out can add, their counts at the smallest distance between
/// boxes, and L the least that all units together add, their counts at the largest. Only boxes with U <=
/// 2^-58 L for every column are left out: the sums then lie within 2^-58 of themselves from the full ones, a
/// thirtieth of one rounding. Where a group is only far away L is small and its boxes stay.
struct KernelCutoff: Sendable {
    private let kernel: DistanceKernel
    /// Quarters of 1/β up to which boxes count, per block; empty where all do.
    private let rungs: [Int]
    private let rungsPerDistance: Double

    private static let tolerance = 0x1p-58

    /// - Parameter columns: the columns that are to be summed, unit after unit in the order of the blocks.
    init(_ blocks: PlaceBlocks, kernel: DistanceKernel, columns: [[Double]], threads: Int) {
        self.kernel = kernel
        guard case .exponential(let rate, _) = kernel, rate > 0, let diameter = Self.diameter(blocks),
            rate * diameter > 36
        else {
            rungs = []
            rungsPerDistance = 0
            return
        }
        let perDistance = 4 * rate
        rungsPerDistance = perDistance
        let width = columns.count
        // Counts per block and column, and without the largest unit: a unit is no neighbour of itself.
        var totals = [Double](repeating: 0, count: blocks.count * width)
        var without = totals
        for block in 0..<blocks.count {
            for column in 0..<width {
                var largest = 0.0
                for place in blocks.places(of: block) {
                    totals[block * width + column] += columns[column][place]
                    largest = max(largest, columns[column][place])
                }
                without[block * width + column] = max(0, totals[block * width + column] - largest)
            }
        }
        let highest = Int(min(Double(Self.last), perDistance * diameter + 2))
        let unit = DistanceKernel.exponential(rate: 0.25, reach: nil)
        let weights = (0...highest + 1).map { unit.weight(at: Double($0)) }
        let top = Double(highest)
        func rung(_ distance: Double) -> Int { Int(min(top, perDistance * distance)) }
        var rungs = [Int](repeating: highest, count: blocks.count)
        rungs.withUnsafeMutableBufferPointer { rungs in
            nonisolated(unsafe) let rungs = rungs
            ParallelLoop.run(
                blocks.count, threads: threads,
                memory: { [Double](repeating: 0, count: (highest + 1) * width) },
                { most, block in
                    for place in most.indices { most[place] = 0 }
                    var least = [Double](repeating: 0, count: width)
                    let box = blocks.boxes[block]
                    for other in 0..<blocks.count {
                        let near = rung(box.nearest(blocks.boxes[other]))
                        let far = rung(box.farthest(blocks.boxes[other]))
                        for column in 0..<width {
                            let place = other * width + column
                            most[near * width + column] += totals[place] * weights[near]
                            least[column] +=
                                (other == block ? without[place] : totals[place]) * weights[far + 1]
                        }
                    }
                    var left = [Double](repeating: 0, count: width)
                    var rung = highest
                    search: while rung > 0 {
                        for column in 0..<width {
                            left[column] += most[rung * width + column]
                            if left[column] > Self.tolerance * least[column] { break search }
                        }
                        rung -= 1
                    }
                    rungs[block] = rung
                })
        }
        self.rungs = rungs
    }

    /// The rung of e^-708, below which weights are 0.
    private static let last = 4 * 708 + 1

    private static func diameter(_ blocks: PlaceBlocks) -> Double? {
        guard var all = blocks.boxes.first else { return nil }
        for box in blocks.boxes {
            all.lowX = min(all.lowX, box.lowX)
            all.highX = max(all.highX, box.highX)
            all.lowY = min(all.lowY, box.lowY)
            all.highY = max(all.highY, box.highY)
        }
        return all.farthest(all)
    }

    /// Whether the units of one block count around those of another.
    @inline(__always)
    func counts(_ other: Int, around block: Int, in blocks: PlaceBlocks) -> Bool {
        let distance = blocks.boxes[block].nearest(blocks.boxes[other])
        if let reach = kernel.reach, distance > reach { return false }
        return rungs.isEmpty || rungsPerDistance * distance < Double(rungs[block] + 1)
    }

    /// Whether either counts around the other.
    @inline(__always)
    func counts(eitherWay other: Int, _ block: Int, in blocks: PlaceBlocks) -> Bool {
        let distance = blocks.boxes[block].nearest(blocks.boxes[other])
        if let reach = kernel.reach, distance > reach { return false }
        return rungs.isEmpty
            || rungsPerDistance * distance < Double(max(rungs[block], rungs[other]) + 1)
    }
}
