/// Persons thrown over cells with fixed shares.
///
/// A draw first gives every cell a Poisson number with a total that stays just below the number of persons, then
/// throws the few persons that are left one by one with an alias table. Given how many were left, both parts are
/// multinomial with the same shares, so their sum is exactly multinomial; a first part that overshoots is drawn
/// again. The preparation is done once, and a draw allocates nothing.
public struct MultinomialSampler: Sendable {
    /// The number of persons in every draw.
    public let persons: Int
    /// One law per cell; empty where ``laws`` hold them.
    @usableFromInline let poissons: [PoissonSampler]
    /// The different laws, where there are so few that tables of them pay.
    @usableFromInline let laws: TabulatedLaws
    /// The law of every cell; empty where ``poissons`` hold them.
    @usableFromInline let lawOfCell: [Int32]
    @usableFromInline let cellCount: Int
    /// Blocks of neighbouring cells, and the cells of each: persons thrown one by one are first dealt over blocks, so
    /// that the second throw stays within the processor's cache.
    @usableFromInline let blocks: AliasTable
    @usableFromInline let cells: [AliasTable]
    @usableFromInline let blockSize: Int
    /// Kept only where so many persons are left after the first part that throwing them one by one takes long.
    @usableFromInline let weights: [Double]

    /// A sampler for cells with these weights.
    /// - Parameters:
    ///   - persons: persons per draw.
    ///   - weights: one per cell, not negative, not all 0 unless there are no persons.
    public init(persons: Int, weights: [Double]) {
        precondition(persons >= 0)
        self.persons = persons
        let total = weights.compensatedSum()
        precondition(total > 0 || persons == 0, "a multinomial draw needs a positive weight")
        // One and a half standard deviations: one draw in fifteen overshoots and starts again, which costs less than
        // throwing more persons one by one.
        let first = max(0, Double(persons) - 1.5 * Double(persons).squareRoot())
        cellCount = weights.count
        if let table = Self.tabulate(weights, scale: total > 0 ? first / total : 0) {
            (laws, lawOfCell) = table
            poissons = []
        } else {
            (laws, lawOfCell) = (TabulatedLaws(), [])
            poissons = weights.map { PoissonSampler(mean: total > 0 ? first * $0 / total : 0) }
        }
        // At most 128 blocks: their counts fit in a kibibyte on the stack.
        let blockSize = max(256, (weights.count + 127) / 128)
        let members = stride(from: 0, to: weights.count, by: blockSize).map { first in
            Array(weights[first..<min(first + blockSize, weights.count)])
        }
        self.blockSize = blockSize
        let manyAreLeft = 1.5 * Double(persons).squareRoot() > 64 * Double(weights.count)
        self.weights = manyAreLeft ? weights : []
        blocks = AliasTable(weights: members.map { $0.compensatedSum() })
        cells = members.map { AliasTable(weights: $0) }
    }

    /// The largest weight for which laws are looked up by weight.
    private static let largestTabulated = 65_535.0

    /// Tables of the different laws; `nil` where weights are no whole numbers or where making the tables would take
    /// longer than some tens of draws.
    private static func tabulate(
        _ weights: [Double], scale: Double
    ) -> (laws: TabulatedLaws, lawOfCell: [Int32])? {
        guard let largest = weights.max(), largest <= largestTabulated else { return nil }
        var lawOfWeight = [Int32](repeating: -1, count: Int(largest) + 1)
        var lawOfCell = [Int32](repeating: 0, count: weights.count)
        var means: [Double] = []
        var entries = 0.0
        for (cell, weight) in weights.enumerated() {
            let whole = Int(weight)
            guard Double(whole) == weight else { return nil }
            if lawOfWeight[whole] < 0 {
                lawOfWeight[whole] = Int32(means.count)
                means.append(weight * scale)
                entries += TabulatedLaws.size(standardDeviation: (weight * scale).squareRoot())
                guard entries <= 64 * Double(weights.count) else { return nil }
            }
            lawOfCell[cell] = lawOfWeight[whole]
        }
        var laws = TabulatedLaws()
        for mean in means { laws.appendPoisson(mean: mean) }
        return (laws, lawOfCell)
    }

    /// One draw, written into a buffer with one place per cell.
    /// - Complexity: linear in the number of cells.
    @inlinable
    public func draw(into counts: UnsafeMutableBufferPointer<Double>, using stream: inout RandomStream) {
        precondition(counts.count == cellCount)
        var placed = 0.0
        repeat {
            placed = throwFirst(into: counts, using: &stream)
        } while placed > Double(persons)
        let left = persons - Int(placed)
        if weights.isEmpty {
            throwRest(left, into: counts, using: &stream)
        } else {
            drawAgain(left, into: counts, using: &stream)
        }
    }

    /// What is left of a very large number of persons is drawn like the whole.
    @usableFromInline
    func drawAgain(
        _ persons: Int, into counts: UnsafeMutableBufferPointer<Double>, using stream: inout RandomStream
    ) {
        var more = [Double](repeating: 0, count: counts.count)
        let sampler = MultinomialSampler(persons: persons, weights: weights)
        more.withUnsafeMutableBufferPointer { sampler.draw(into: $0, using: &stream) }
        for cell in more.indices { counts[cell] += more[cell] }
    }

    /// Throws persons one by one.
    @inlinable
    func throwRest(
        _ persons: Int, into counts: UnsafeMutableBufferPointer<Double>, using stream: inout RandomStream
    ) {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 128) { buffer in
            var bits = BufferedBits(stream, buffer: buffer)
            withUnsafeTemporaryAllocation(of: Int.self, capacity: cells.count) { dealt in
                dealt.initialize(repeating: 0)
                if cells.count == 1 {
                    dealt[0] = persons
                } else {
                    for _ in 0..<persons { dealt[blocks.pick(using: &bits)] += 1 }
                }
                for block in 0..<cells.count {
                    let first = block * blockSize
                    let table = cells[block]
                    for _ in 0..<dealt[block] { counts[first + table.pick(using: &bits)] += 1 }
                }
            }
            stream = bits.stream
        }
    }

    /// Gives every cell its Poisson number and returns their sum.
    @inlinable
    func throwFirst(
        into counts: UnsafeMutableBufferPointer<Double>, using stream: inout RandomStream
    ) -> Double {
        // A kibibyte of numbers fits on the stack.
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 128) { buffer in
            var bits = BufferedBits(stream, buffer: buffer)
            var placed = 0.0
            for cell in 0..<lawOfCell.count {
                let number = laws.draw(Int(lawOfCell[cell]), using: &bits)
                counts[cell] = number
                placed += number
            }
            ZigguratTable.shared.widths.withUnsafeBufferPointer { widths in
                // The table has 128 layers and is never empty.
                guard let widths = widths.baseAddress else { return }
                poissons.withUnsafeBufferPointer { poissons in
                    for cell in 0..<poissons.count {
                        let number = poissons[cell].draw(widths: widths, using: &bits)
                        counts[cell] = number
                        placed += number
                    }
                }
            }
            stream = bits.stream
            return placed
        }
    }
}

/// Random numbers taken from a stream a buffer at a time.
@usableFromInline
struct BufferedBits: RandomNumberGenerator {
    @usableFromInline var stream: RandomStream
    @usableFromInline let buffer: UnsafeMutableBufferPointer<UInt64>
    @usableFromInline var place: Int

    @inlinable
    init(_ stream: RandomStream, buffer: UnsafeMutableBufferPointer<UInt64>) {
        self.stream = stream
        self.buffer = buffer
        place = buffer.count
    }

    @inlinable @inline(__always)
    mutating func next() -> UInt64 {
        if place == buffer.count {
            stream.fill(buffer)
            place = 0
        }
        let bits = buffer[place]
        place &+= 1
        return bits
    }
}

/// A table that picks a cell with a given chance in constant time (Walker 1977; Vose 1991).
public struct AliasTable: Sendable {
    /// A cell keeps a pick when the coin is below the threshold and passes it on otherwise.
    @usableFromInline
    struct Entry: Sendable {
        @usableFromInline let threshold: UInt64
        @usableFromInline let other: Int

        init(threshold: UInt64, other: Int) {
            self.threshold = threshold
            self.other = other
        }
    }

    @usableFromInline let entries: [Entry]

    /// A table for these weights; cells with weight 0 are never picked.
    public init(weights: [Double]) {
        entries = AliasPairing(weights: weights).pairs.map { share, other in
            Entry(threshold: share < 1 ? UInt64(max(0, share) * 0x1p64) : .max, other: other)
        }
    }

    /// A random cell. One 64-bit number gives the cell by its high and the coin by its low part.
    @inlinable @inline(__always)
    public func pick(using generator: inout some RandomNumberGenerator) -> Int {
        let (cell, coin) = generator.next().multipliedFullWidth(by: UInt64(entries.count))
        let entry = entries[Int(cell)]
        // The coin is a surprise half of the time, so arithmetic is faster than a branch.
        let keeps = coin < entry.threshold ? 1 : 0
        return entry.other &+ (Int(cell) &- entry.other) &* keeps
    }
}
