/// A fraction of whole numbers in lowest terms, so that ties are ties and not rounding.
///
/// Shares of votes, loads and budgets of small groups fit in 128 bits. If a sum or product does not, the
/// value continues as the nearest binary fraction and ``isExact`` turns false; such values still order
/// correctly to about 1e-15 but no longer reveal ties.
struct ExactFraction: Sendable, Hashable, Comparable {
    let numerator: Int128
    let denominator: Int128
    let isExact: Bool

    static let zero = ExactFraction(0)
    static let one = ExactFraction(1)

    init(_ whole: Int) {
        numerator = Int128(whole)
        denominator = 1
        isExact = true
    }

    /// Precondition: the denominator is not 0.
    init(_ numerator: Int, _ denominator: Int) {
        self.init(reducing: Int128(numerator), Int128(denominator), isExact: true)
    }

    private init(reducing top: Int128, _ bottom: Int128, isExact: Bool) {
        let divisor = Self.commonDivisor(top.magnitude, bottom.magnitude)
        let sign: Int128 = bottom < 0 ? -1 : 1
        numerator = sign * (top / Int128(divisor))
        denominator = sign * (bottom / Int128(divisor))
        self.isExact = isExact
    }

    /// The binary fraction nearest to a value, used when 128 bits are too few.
    private init(approximating value: Double) {
        var scale: Int128 = 1
        var scaled = value
        while scaled.magnitude < 0x1p52, scale < 1 << 60 {
            scaled *= 2
            scale *= 2
        }
        let bounded = Swift.max(-0x1p120, Swift.min(0x1p120, scaled.rounded()))
        self.init(reducing: Int128(bounded), scale, isExact: false)
    }

    var double: Double { Double(numerator) / Double(denominator) }

    static func + (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        let divisor = Int128(commonDivisor(left.denominator.magnitude, right.denominator.magnitude))
        let leftFactor = right.denominator / divisor
        let rightFactor = left.denominator / divisor
        let first = left.numerator.multipliedReportingOverflow(by: leftFactor)
        let second = right.numerator.multipliedReportingOverflow(by: rightFactor)
        let top = first.partialValue.addingReportingOverflow(second.partialValue)
        let bottom = left.denominator.multipliedReportingOverflow(by: leftFactor)
        if first.overflow || second.overflow || top.overflow || bottom.overflow {
            return ExactFraction(approximating: left.double + right.double)
        }
        return ExactFraction(
            reducing: top.partialValue, bottom.partialValue, isExact: left.isExact && right.isExact)
    }

    static func * (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        // Crosswise reduction first keeps the products small.
        let first = ExactFraction(reducing: left.numerator, right.denominator, isExact: true)
        let second = ExactFraction(reducing: right.numerator, left.denominator, isExact: true)
        let top = first.numerator.multipliedReportingOverflow(by: second.numerator)
        let bottom = first.denominator.multipliedReportingOverflow(by: second.denominator)
        if top.overflow || bottom.overflow {
            return ExactFraction(approximating: left.double * right.double)
        }
        return ExactFraction(
            reducing: top.partialValue, bottom.partialValue, isExact: left.isExact && right.isExact)
    }

    static prefix func - (value: ExactFraction) -> ExactFraction {
        ExactFraction(reducing: -value.numerator, value.denominator, isExact: value.isExact)
    }

    static func - (left: ExactFraction, right: ExactFraction) -> ExactFraction { left + -right }

    /// Precondition: the divisor is above 0.
    static func / (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        left * ExactFraction(reducing: right.denominator, right.numerator, isExact: right.isExact)
    }

    static func += (left: inout ExactFraction, right: ExactFraction) { left = left + right }

    static func -= (left: inout ExactFraction, right: ExactFraction) { left = left - right }

    static func < (left: ExactFraction, right: ExactFraction) -> Bool {
        let first = left.numerator.multipliedFullWidth(by: right.denominator)
        let second = right.numerator.multipliedFullWidth(by: left.denominator)
        return first.high == second.high ? first.low < second.low : first.high < second.high
    }

    static func == (left: ExactFraction, right: ExactFraction) -> Bool {
        left.numerator == right.numerator && left.denominator == right.denominator
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(numerator)
        hasher.combine(denominator)
    }

    private static func commonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
        // Most numbers here fit in 64 bits, where division is many times faster.
        var (large, small) = (a, b)
        while small != 0 {
            if large <= UInt64.max, small <= UInt64.max {
                var (x, y) = (UInt64(large), UInt64(small))
                while y != 0 { (x, y) = (y, x % y) }
                return Swift.max(1, UInt128(x))
            }
            (large, small) = (small, large % small)
        }
        return Swift.max(1, large)
    }
}
