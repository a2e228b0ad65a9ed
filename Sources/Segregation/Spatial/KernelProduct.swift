/// The matrix of weights between all units times columns of numbers, a tile of the matrix at a time.
///
/// A tile is sixteen units by at most 128 and stays in the processor's first cache while all columns pass
/// over it, so that the weights of many draws cost no more than those of one table and memory grows with the
/// units only.
struct KernelProduct {
    let blocks: PlaceBlocks
    let kernel: DistanceKernel
    let cutoff: KernelCutoff

    /// How often a pair of units is looked at.
    enum Pairs {
        /// From both sides; sums of a block are complete.
        case twice
        /// Once; both sides take the weight.
        case once
        /// Once, and only the first side takes it, with half the weights within a block of sixteen.
        case half
    }

    init(_ blocks: PlaceBlocks, kernel: DistanceKernel, counts columns: [[Double]], threads: Int) {
        self.blocks = blocks
        self.kernel = kernel
        cutoff = KernelCutoff(blocks, kernel: kernel, columns: columns, threads: threads)
    }

    /// Blocks whose places are in one tile at most.
    private static let widest = 8

    /// The memory of one thread.
    struct Hand {
        fileprivate var weights = [Double](
            repeating: 0, count: PlaceBlocks.size * PlaceBlocks.size * KernelProduct.widest)
        /// The sums of the block: strip after strip, then unit after unit, then the four columns of the
        /// strip.
        fileprivate(set) var sums: [Double]

        init(_ panel: ColumnPanel) {
            sums = [Double](repeating: 0, count: panel.strips * PlaceBlocks.size * 4)
        }

        /// The sum of a column around a unit of the block, both counted from 0.
        @inline(__always)
        func sum(_ column: Int, around unit: Int) -> Double {
            sums[((column >> 2) * PlaceBlocks.size + unit) << 2 | column & 3]
        }

        /// Adds the sums of a block to those of all units.
        fileprivate func add(
            to values: UnsafeMutableBufferPointer<Double>, _ panel: ColumnPanel, _ block: Int
        ) {
            let length = PlaceBlocks.size * 4
            for strip in 0..<panel.strips {
                let first = strip * panel.places * 4 + block * length
                for place in 0..<length { values[first + place] += sums[strip * length + place] }
            }
        }
    }

    /// Sums all columns around the units of one block; a unit has no weight around itself.
    /// - Parameter scattered: takes what the block adds around other units, where pairs are looked at once.
    func gather(
        around block: Int, _ panel: ColumnPanel, pairs: Pairs, with hand: inout Hand,
        scattered: UnsafeMutableBufferPointer<Double>? = nil
    ) {
        precondition(
            panel.places == blocks.x.count && block < blocks.count
                && hand.sums.count == panel.strips * PlaceBlocks.size * 4
                && (pairs == .once) == (scattered?.count == panel.values.count))
        for place in hand.sums.indices { hand.sums[place] = 0 }
        var first = pairs == .twice ? 0 : block
        while first < blocks.count {
            while first < blocks.count, !isKept(first, block, pairs) { first += 1 }
            // The block itself is a tile of its own: its pairs are on both sides already.
            let widest = first == block ? 1 : Self.widest
            var end = first
            while end < blocks.count, end - first < widest, end == first || end != block,
                isKept(end, block, pairs)
            { end += 1 }
            if first < end {
                multiply(
                    block, first..<end, panel, pairs, &hand, first == block ? nil : scattered?.baseAddress)
            }
            first = end
        }
    }

    @inline(__always)
    private func isKept(_ other: Int, _ block: Int, _ pairs: Pairs) -> Bool {
        switch pairs {
        case .twice: cutoff.counts(other, around: block, in: blocks)
        case .once, .half: cutoff.counts(eitherWay: other, block, in: blocks)
        }
    }

    private func multiply(
        _ block: Int, _ others: Range<Int>, _ panel: ColumnPanel, _ pairs: Pairs, _ hand: inout Hand,
        _ scattered: UnsafeMutablePointer<Double>?
    ) {
        let size = PlaceBlocks.size
        let start = others.lowerBound * size
        let count = others.count * size
        // Both ends lie within the columns: gather checks that the panel has a place for every place of the
        // blocks.
        hand.weights.withUnsafeMutableBytes { weights in
            guard let weights = weights.baseAddress else { return }
            fill(weights, block, from: start, count: count)
            if others.contains(block) {
                Self.mend(weights, at: block * size - start, pairs)
            }
            hand.sums.withUnsafeMutableBytes { sums in
                panel.values.withUnsafeBytes { values in
                    guard let sums = sums.baseAddress, let values = values.baseAddress else { return }
                    for strip in 0..<panel.strips {
                        let first = strip * panel.places * 32
                        Self.multiply(
                            weights, values + first + start * 32, count: count,
                            into: sums + strip * size * 32)
                        if let scattered {
                            Self.scatter(
                                weights, values + first + block * size * 32, count: count,
                                into: UnsafeMutableRawPointer(scattered) + first + start * 32)
                        }
                    }
                }
            }
        }
    }

    /// Writes the weights of the sixteen units around each of the others.
    private func fill(_ weights: UnsafeMutableRawPointer, _ block: Int, from start: Int, count: Int) {
        let size = PlaceBlocks.size
        blocks.x.withUnsafeBytes { x in
            blocks.y.withUnsafeBytes { y in
                guard let x = x.baseAddress, let y = y.baseAddress else { return }
                let ownX = x + block * size * 8
                let ownY = y + block * size * 8
                for place in 0..<count {
                    let otherX = x.loadUnaligned(fromByteOffset: (start + place) * 8, as: Double.self)
                    let otherY = y.loadUnaligned(fromByteOffset: (start + place) * 8, as: Double.self)
                    for quarter in stride(from: 0, to: size * 8, by: 32) {
                        let dx = ownX.loadUnaligned(fromByteOffset: quarter, as: SIMD4<Double>.self) - otherX
                        let dy = ownY.loadUnaligned(fromByteOffset: quarter, as: SIMD4<Double>.self) - otherY
                        weights.storeBytes(
                            of: dx * dx + dy * dy, toByteOffset: place * size * 8 + quarter,
                            as: SIMD4<Double>.self)
                    }
                }
            }
        }
        kernel.replaceSquares(
            UnsafeMutableBufferPointer(
                start: weights.assumingMemoryBound(to: Double.self), count: count * size))
    }

    /// Takes the units themselves out of the tile, and halves what a half of the matrix would count twice.
    private static func mend(_ weights: UnsafeMutableRawPointer, at first: Int, _ pairs: Pairs) {
        let size = PlaceBlocks.size
        let weights = (weights + first * size * 8).assumingMemoryBound(to: Double.self)
        if pairs == .half {
            for place in 0..<size * size { weights[place] *= 0.5 }
        }
        for unit in 0..<size { weights[unit * size + unit] = 0 }
    }

    /// Adds a tile times four columns to sixteen rows of sums, four rows at a time in registers.
    @inline(__always)
    private static func multiply(
        _ weights: UnsafeMutableRawPointer, _ values: UnsafeRawPointer, count: Int,
        into sums: UnsafeMutableRawPointer
    ) {
        for quarter in 0..<4 {
            let rows = sums + quarter * 128
            let own = UnsafeRawPointer(weights + quarter * 32)
            var first = rows.loadUnaligned(as: SIMD4<Double>.self)
            var second = rows.loadUnaligned(fromByteOffset: 32, as: SIMD4<Double>.self)
            var third = rows.loadUnaligned(fromByteOffset: 64, as: SIMD4<Double>.self)
            var fourth = rows.loadUnaligned(fromByteOffset: 96, as: SIMD4<Double>.self)
            for place in 0..<count {
                let value = values.loadUnaligned(fromByteOffset: place * 32, as: SIMD4<Double>.self)
                let weight = own.loadUnaligned(fromByteOffset: place * 128, as: SIMD4<Double>.self)
                first += value * weight[0]
                second += value * weight[1]
                third += value * weight[2]
                fourth += value * weight[3]
            }
            rows.storeBytes(of: first, as: SIMD4<Double>.self)
            rows.storeBytes(of: second, toByteOffset: 32, as: SIMD4<Double>.self)
            rows.storeBytes(of: third, toByteOffset: 64, as: SIMD4<Double>.self)
            rows.storeBytes(of: fourth, toByteOffset: 96, as: SIMD4<Double>.self)
        }
    }

    /// Adds what sixteen units bring to each of the others, four columns at a time.
    @inline(__always)
    private static func scatter(
        _ weights: UnsafeMutableRawPointer, _ values: UnsafeRawPointer, count: Int,
        into sums: UnsafeMutableRawPointer
    ) {
        for place in 0..<count {
            let own = UnsafeRawPointer(weights + place * 128)
            var even = sums.loadUnaligned(fromByteOffset: place * 32, as: SIMD4<Double>.self)
            var odd = SIMD4<Double>.zero
            for quarter in 0..<4 {
                let weight = own.loadUnaligned(fromByteOffset: quarter * 32, as: SIMD4<Double>.self)
                let rows = values + quarter * 128
                even += rows.loadUnaligned(as: SIMD4<Double>.self) * weight[0]
                odd += rows.loadUnaligned(fromByteOffset: 32, as: SIMD4<Double>.self) * weight[1]
                even += rows.loadUnaligned(fromByteOffset: 64, as: SIMD4<Double>.self) * weight[2]
                odd += rows.loadUnaligned(fromByteOffset: 96, as: SIMD4<Double>.self) * weight[3]
            }
            sums.storeBytes(of: even + odd, toByteOffset: place * 32, as: SIMD4<Double>.self)
        }
    }
}

extension KernelProduct {
    /// All columns summed around every unit. - Parameter threads: sums are kept in a fixed number of pieces,
    /// so the number changes nothing in the result.
    func sums(of panel: ColumnPanel, threads: Int) -> ColumnPanel {
        // With few columns most of the time goes into weights, so each is worked out once for both sides;
        // that takes as many copies of the sums as there are pieces.
        panel.strips <= Self.mostStripsInPieces
            ? sumsInPieces(of: panel, threads: threads) : sumsByBlock(of: panel, threads: threads)
    }

    private static let mostStripsInPieces = 4
    private static let pieces = 16

    private func sumsByBlock(of panel: ColumnPanel, threads: Int) -> ColumnPanel {
        var result = panel.cleared()
        result.withUnsafeMutableValues { values in
            // Every block writes the places of its own units only, and all are done before the pointer is
            // handed back.
            nonisolated(unsafe) let values = values
            ParallelLoop.run(blocks.count, threads: threads, memory: { Hand(panel) }) { hand, block in
                gather(around: block, panel, pairs: .twice, with: &hand)
                hand.add(to: values, panel, block)
            }
        }
        return result
    }

    private func sumsInPieces(of panel: ColumnPanel, threads: Int) -> ColumnPanel {
        let pieces = min(Self.pieces, max(1, blocks.count))
        let size = panel.values.count
        var sums = [Double](repeating: 0, count: pieces * size)
        sums.withUnsafeMutableBufferPointer { sums in
            // Every piece writes a copy of its own, and all are done before the pointer is handed back.
            nonisolated(unsafe) let sums = sums
            ParallelLoop.run(pieces, threads: threads, memory: { Hand(panel) }) { hand, piece in
                let own = UnsafeMutableBufferPointer(rebasing: sums[piece * size..<(piece + 1) * size])
                for block in stride(from: piece, to: blocks.count, by: pieces) {
                    gather(around: block, panel, pairs: .once, with: &hand, scattered: own)
                    hand.add(to: own, panel, block)
                }
            }
        }
        var result = panel.cleared()
        result.withUnsafeMutableValues { values in
            for piece in 0..<pieces {
                for place in 0..<size { values[place] += sums[piece * size + place] }
            }
        }
        return result
    }
}
