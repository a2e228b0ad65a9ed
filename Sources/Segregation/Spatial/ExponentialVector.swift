/// e to the power of four numbers of 0 or less, within about one unit in the last place.
///
/// 196 million exponentials stand between 14,000 units and their proximities, and a library call for each is most of
/// the time. x = n ln 2 + r with |r| <= ½ ln 2; Taylor's series of e^r to the twelfth power leaves 2e-16, and n goes
/// straight into the exponent.
enum ExponentialVector {
    @inline(__always)
    static func exp(_ x: SIMD4<Double>) -> SIMD4<Double> {
        // Adding and taking away 1.5 x 2^52 rounds to a whole number, whose last bits then stand in the fraction.
        let magic = SIMD4<Double>(repeating: 0x1.8p52)
        let shifted = x * 1.4426950408889634 + magic
        let n = shifted - magic
        // ln 2 in two parts, the first with enough zeros to make n times it exact.
        let r = (x - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33
        // Two series in r squared run side by side.
        let s = r * r
        var even = SIMD4<Double>(repeating: 1.0 / 479_001_600)
        even = even * s + 1.0 / 3_628_800
        even = even * s + 1.0 / 40_320
        even = even * s + 1.0 / 720
        even = even * s + 1.0 / 24
        even = even * s + 0.5
        var odd = SIMD4<Double>(repeating: 1.0 / 39_916_800)
        odd = odd * s + 1.0 / 362_880
        odd = odd * s + 1.0 / 5040
        odd = odd * s + 1.0 / 120
        odd = odd * s + 1.0 / 6
        odd = odd * s + 1.0
        let fraction = (even * s + odd * r) + 1.0
        let exponent = unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &<< 52
        var power = unsafeBitCast(
            unsafeBitCast(fraction, to: SIMD4<UInt64>.self) &+ exponent, to: SIMD4<Double>.self)
        power.replace(with: 0, where: x .< SIMD4(repeating: -708))
        return power
    }
}
