/// A stream of random numbers at one address: seed, run, entity, time and purpose.
///
/// The address fills the counter of ``Philox`` without mixing or hashing, so different addresses never overlap.
/// A stream gives 2^33 numbers before it would repeat. Hold it in a local `var`; copies continue independently.
public struct RandomStream: RandomNumberGenerator, Sendable {
    @usableFromInline let key: SIMD2<UInt32>
    @usableFromInline var counter: SIMD4<UInt32>
    @usableFromInline var spare: UInt64
    @usableFromInline var hasSpare: Bool

    /// A stream at an address.
    /// - Parameters:
    ///   - seed: the seed of the whole study.
    ///   - run: the replication or draw.
    ///   - entity: the person, dwelling or unit.
    ///   - time: the step or year, counted from the start of the run.
    ///   - purpose: what the numbers are for.
    @inlinable
    public init(
        seed: UInt64, run: UInt32 = 0, entity: UInt32 = 0, time: UInt16 = 0, purpose: DrawPurpose
    ) {
        key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
        counter = SIMD4(0, entity, run, UInt32(time) &<< 16 | UInt32(purpose.rawValue))
        spare = 0
        hasSpare = false
    }

    /// The next 64 random bits. A block of the generator holds two of them.
    @inlinable @inline(__always)
    public mutating func next() -> UInt64 {
        if hasSpare {
            hasSpare = false
            return spare
        }
        let block = Philox.block(counter, key: key)
        counter[0] &+= 1
        spare = UInt64(block[3]) &<< 32 | UInt64(block[2])
        hasSpare = true
        return UInt64(block[1]) &<< 32 | UInt64(block[0])
    }

    /// Fills a buffer with the numbers that ``next()`` would give one by one.
    ///
    /// Blocks do not wait for each other here, which makes a full buffer several times faster than single numbers.
    @inlinable @inline(__always)
    public mutating func fill(_ buffer: UnsafeMutableBufferPointer<UInt64>) {
        var place = 0
        if hasSpare, !buffer.isEmpty {
            buffer[0] = next()
            place = 1
        }
        while place + 1 < buffer.count {
            let block = Philox.block(counter, key: key)
            counter[0] &+= 1
            buffer[place] = UInt64(block[1]) &<< 32 | UInt64(block[0])
            buffer[place + 1] = UInt64(block[3]) &<< 32 | UInt64(block[2])
            place += 2
        }
        if place < buffer.count { buffer[place] = next() }
    }

    /// The next 32 random bits.
    @inlinable @inline(__always)
    public mutating func word() -> UInt32 {
        UInt32(truncatingIfNeeded: next() &>> 32)
    }

    /// A number in [0, 1) with 53 random bits.
    @inlinable @inline(__always)
    public mutating func unit() -> Double {
        Double(next() &>> 11) * 0x1p-53
    }

    /// A number in (0, 1), never 0 and never 1, with 32 random bits.
    @inlinable @inline(__always)
    public mutating func openUnit() -> Double {
        (Double(word()) + 0.5) * 0x1p-32
    }

    /// A whole number in 0 ..< bound, each equally likely (Lemire 2019, ACM TOMACS 29:3).
    /// - Precondition: `bound` is above 0.
    @inlinable @inline(__always)
    public mutating func integer(below bound: UInt32) -> UInt32 {
        precondition(bound > 0, "a random whole number needs a bound above 0")
        var product = UInt64(word()) &* UInt64(bound)
        if UInt32(truncatingIfNeeded: product) < bound {
            let threshold = (0 &- bound) % bound
            while UInt32(truncatingIfNeeded: product) < threshold {
                product = UInt64(word()) &* UInt64(bound)
            }
        }
        return UInt32(truncatingIfNeeded: product &>> 32)
    }

    /// Whether an event with this chance happens.
    @inlinable @inline(__always)
    public mutating func happens(_ chance: Chance) -> Bool {
        UInt64(word()) < chance.threshold
    }
}

/// A probability held as a whole-number threshold, so that a draw is one comparison of integers.
///
/// Resolution 2^-32; 0 never happens and 1 always happens.
public struct Chance: Hashable, Sendable {
    @usableFromInline let threshold: UInt64

    /// The chance nearest to a probability.
    /// - Precondition: the probability lies in 0 ... 1.
    @inlinable
    public init(_ probability: Double) {
        precondition(probability >= 0 && probability <= 1, "a probability lies between 0 and 1")
        threshold = UInt64((probability * 0x1p32).rounded())
    }
}
