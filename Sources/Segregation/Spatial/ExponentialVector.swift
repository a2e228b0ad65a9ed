/// e to the power of four numbers of 0 or less, within about one unit in the last place.
///
/// Nearly 200 million exponentials stand between 14,000 units and their proximities, and a library call for
/// each is most of the time. x = n (ln 2)/256 + r with |r| <= (ln 2)/512: the whole part of n/256 goes
/// straight into the exponent, the rest finds its power of two in a table, and Taylor's series of e^r to the
/// fourth power leaves 4e-17. Nothing here depends on the processor or on the system's library, so the bits
/// are the same everywhere.
struct ExponentialVector {
    /// 2^(j/256) for j = 0 ..< 256.
    let powers: UnsafePointer<Double>

    @inline(__always)
    func callAsFunction(_ x: SIMD4<Double>) -> SIMD4<Double> {
        // Adding and taking away 1.5 x 2^52 rounds to a whole number, whose last bits then stand in the
        // fraction.
        let magic = SIMD4<Double>(repeating: 0x1.8p52)
        let shifted = x * 369.3299304675746 + magic
        let n = shifted - magic
        // (ln 2)/256 in two parts, the first with enough zeros to make n times it exact.
        let r = (x - n * 0x1.62e42feep-9) - n * 0x1.a39ef35793c76p-41
        let series = r + r * r * ((r * (1.0 / 24) + 1.0 / 6) * r + 0.5)
        let bits = unsafeBitCast(shifted, to: SIMD4<UInt64>.self)
        let places = bits & 255
        let power = SIMD4(
            powers[Int(places[0])], powers[Int(places[1])], powers[Int(places[2])], powers[Int(places[3])])
        let scaled = unsafeBitCast(
            unsafeBitCast(power, to: SIMD4<UInt64>.self) &+ (bits &- places) &<< 44,
            to: SIMD4<Double>.self)
        return scaled + scaled * series
    }

    /// The same where x may be so low that e^x is no longer a normal number: 0 there.
    @inline(__always)
    func orZero(_ x: SIMD4<Double>) -> SIMD4<Double> {
        var power = self(x)
        power.replace(with: 0, where: x .< SIMD4(repeating: Self.lowest))
        return power
    }

    /// Below this, e^x is taken for 0.
    static let lowest = -708.0

    /// Lends the table to one loop.
    @inline(__always)
    static func withTable<Result>(_ body: (ExponentialVector) -> Result) -> Result {
        table.withUnsafeBufferPointer { powers in
            guard let first = powers.baseAddress, powers.count == 256 else {
                preconditionFailure("the table of powers holds 256 numbers")
            }
            return body(ExponentialVector(powers: first))
        }
    }

    /// Taylor's series of e^(j (ln 2)/256) - 1 in whole numbers of 2^-64, so each entry is the nearest number
    /// there is.
    private static let table: [Double] = (0..<256).map { place in
        let step: UInt64 = 0xb172_17f7_d1cf_79ac
        let exponent = (UInt64(place) &* (step &>> 8)) &+ (UInt64(place) &* (step & 255)) &>> 8
        var term = exponent
        var sum = exponent
        for order in 2..<24 as Range<UInt64> {
            term = term.multipliedFullWidth(by: exponent).high / order
            sum &+= term
        }
        return 1 + Double(sum) * 0x1p-64
    }
}
