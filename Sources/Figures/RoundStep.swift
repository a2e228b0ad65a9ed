/// A step of 1, 2, 2.5 or 5 times a power of ten, and its multiples without the rounding noise of repeated
/// addition: the grid on which axes tick and classes break.
struct RoundStep: Hashable {
    /// The step is `mantissa` × 10^`exponent`.
    let mantissa: Int
    let exponent: Int

    /// The smallest round step that is at least `size` (1 when `size` is not above zero). Without quarters 2.5 is
    /// left out: ticks of 0.025 would ask a decimal more than the values have.
    init(atLeast size: Double, withQuarters: Bool = true) {
        guard size.isFinite, size > 0 else {
            (mantissa, exponent) = (1, 0)
            return
        }
        var power = -12
        while Self.value(100, power) < size, power < 15 { power += 1 }
        // A hair of slack keeps 0.2 from becoming 0.25 when it arrives as 0.20000000000000001.
        let wanted = size * (1 - 1e-9)
        let choices = withQuarters ? [10, 20, 25, 50, 100] : [10, 20, 50, 100]
        let choice = choices.first { Self.value($0, power) >= wanted } ?? 100
        let isWhole = choice % 10 == 0
        mantissa = isWhole ? choice / 10 : choice
        exponent = isWhole ? power + 1 : power
    }

    /// The length of the step.
    var length: Double { Self.value(mantissa, exponent) }

    /// `count` steps from zero.
    func multiple(_ count: Int) -> Double { Self.value(count * mantissa, exponent) }

    /// How many decimals a multiple needs; a share that is shown as a percentage needs two fewer.
    func decimals(isShare: Bool) -> Int {
        let digits = mantissa % 10 == 0 && mantissa > 0 ? -exponent - 1 : -exponent
        return max(0, digits - (isShare ? 2 : 0))
    }

    /// Whole steps at or below `value`.
    func stepsBelow(_ value: Double) -> Int { Int((value / length + 1e-9).rounded(.down)) }

    /// Whole steps at or above `value`.
    func stepsAbove(_ value: Double) -> Int { Int((value / length - 1e-9).rounded(.up)) }

    /// One multiplication or division by an exact power of ten, so that the result is the double nearest to the
    /// decimal number that is printed.
    private static func value(_ mantissa: Int, _ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        return exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
    }
}
