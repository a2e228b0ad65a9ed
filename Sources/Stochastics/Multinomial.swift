/// Persons thrown over cells with fixed shares.
///
/// A draw first gives every cell a Poisson number with a total that stays just below the number of persons, then
/// throws the few persons that are left one by one with an alias table. Given how many were left, both parts are
/// multinomial with the same shares, so their sum is exactly multinomial; a first part that overshoots is drawn
/// again. The preparation is done once, and a draw allocates nothing.
public struct MultinomialSampler: Sendable {
    /// The number of persons in every draw.
    public let persons: Int
    @usableFromInline let poissons: [PoissonSampler]
    @usableFromInline let aliases: AliasTable

    /// A sampler for cells with these weights.
    /// - Parameters:
    ///   - persons: persons per draw.
    ///   - weights: one per cell, not negative, not all 0 unless there are no persons.
    public init(persons: Int, weights: [Double]) {
        precondition(persons >= 0)
        self.persons = persons
        let total = weights.compensatedSum()
        precondition(total > 0 || persons == 0, "a multinomial draw needs a positive weight")
        // Two and a half standard deviations: one draw in 160 overshoots and starts again.
        let first = max(0, Double(persons) - 2.5 * Double(persons).squareRoot())
        poissons = weights.map { PoissonSampler(mean: total > 0 ? first * $0 / total : 0) }
        aliases = AliasTable(weights: weights)
    }

    /// One draw, written into a buffer with one place per cell.
    /// - Complexity: linear in the number of cells.
    @inlinable
    public func draw(into counts: UnsafeMutableBufferPointer<Double>, using stream: inout RandomStream) {
        precondition(counts.count == poissons.count)
        var placed = 0.0
        repeat {
            placed = throwFirst(into: counts, using: &stream)
        } while placed > Double(persons)
        aliases.scatter(persons - Int(placed), into: counts, using: &stream)
    }

    /// Gives every cell its Poisson number and returns their sum.
    @inlinable
    func throwFirst(
        into counts: UnsafeMutableBufferPointer<Double>, using stream: inout RandomStream
    ) -> Double {
        // A kibibyte of numbers fits on the stack.
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 128) { buffer in
            var bits = BufferedBits(stream, buffer: buffer)
            let placed = poissons.withUnsafeBufferPointer { poissons in
                var placed = 0.0
                for cell in 0..<poissons.count {
                    let number = poissons[cell].draw(using: &bits)
                    counts[cell] = number
                    placed += number
                }
                return placed
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
    @usableFromInline let thresholds: [Double]
    @usableFromInline let others: [Int]

    /// A table for these weights; cells with weight 0 are never picked.
    public init(weights: [Double]) {
        let total = weights.compensatedSum()
        let count = weights.count
        var scaled = weights.map { total > 0 ? $0 * Double(count) / total : 1 }
        var others = Array(0..<count)
        var small = scaled.indices.filter { scaled[$0] < 1 }
        var large = scaled.indices.filter { scaled[$0] >= 1 }
        while let poor = small.last, let rich = large.last {
            small.removeLast()
            others[poor] = rich
            scaled[rich] -= 1 - scaled[poor]
            if scaled[rich] < 1 {
                large.removeLast()
                small.append(rich)
            }
        }
        // Rounding may leave a positive cell unpaired; it then keeps its own place. An empty cell must not.
        let fullest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
        for cell in small {
            if weights[cell] > 0 { scaled[cell] = 1 } else { others[cell] = fullest }
        }
        thresholds = scaled
        self.others = others
    }

    /// A random cell.
    @inlinable @inline(__always)
    public func pick(using stream: inout RandomStream) -> Int {
        let cell = Int(stream.integer(below: UInt32(thresholds.count)))
        return stream.unit() < thresholds[cell] ? cell : others[cell]
    }

    /// Adds persons to random cells.
    @inlinable
    func scatter(
        _ persons: Int, into counts: UnsafeMutableBufferPointer<Double>, using stream: inout RandomStream
    ) {
        for _ in 0..<persons { counts[pick(using: &stream)] += 1 }
    }
}
