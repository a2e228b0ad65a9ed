/// The counter-based generator Philox4x32-10 of Salmon, Moraes, Dror and Shaw (2011),
/// "Parallel random numbers: as easy as 1, 2, 3", SC '11.
///
/// A block is a pure function of a 128-bit counter and a 64-bit key, so any draw can be recomputed on its own
/// and no order of evaluation or number of threads can change a result.
public enum Philox {
    /// Four 32-bit words: a counter going in, four random words coming out.
    public typealias Block = SIMD4<UInt32>

    /// The random block that belongs to a counter under a key.
    /// - Complexity: ten rounds of two 32 x 32 bit multiplications; no memory.
    @inlinable @inline(__always)
    public static func block(_ counter: Block, key: SIMD2<UInt32>) -> Block {
        var c0 = counter[0]
        var c1 = counter[1]
        var c2 = counter[2]
        var c3 = counter[3]
        var k0 = key[0]
        var k1 = key[1]
        for _ in 0..<10 {
            let first = UInt64(c0) &* 0xD251_1F53
            let second = UInt64(c2) &* 0xCD9E_8D57
            c0 = UInt32(truncatingIfNeeded: second &>> 32) ^ c1 ^ k0
            c2 = UInt32(truncatingIfNeeded: first &>> 32) ^ c3 ^ k1
            c1 = UInt32(truncatingIfNeeded: second)
            c3 = UInt32(truncatingIfNeeded: first)
            k0 &+= 0x9E37_79B9
            k1 &+= 0xBB67_AE85
        }
        return Block(c0, c1, c2, c3)
    }
}
