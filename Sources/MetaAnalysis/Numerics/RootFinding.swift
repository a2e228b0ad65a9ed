/// Zeros of a continuous function on an interval.
enum RootFinding {
    /// The zero between two points where the function has different signs, to the last digits (Brent 1973,
    /// chapter 4).
    ///
    /// Ends as soon as the bracket is as narrow as rounding allows. `nil` where the signs do not differ.
    static func brent(
        from first: Double, to second: Double, valueAtFirst: Double? = nil, valueAtSecond: Double? = nil,
        absoluteTolerance: Double = 1e-300, _ function: (Double) -> Double
    ) -> Double? {
        var a = first
        var b = second
        var fa = valueAtFirst ?? function(a)
        var fb = valueAtSecond ?? function(b)
        if fa == 0 { return a }
        if fb == 0 { return b }
        guard fa.isFinite, fb.isFinite, (fa < 0) != (fb < 0) else { return nil }
        var c = a
        var fc = fa
        var d = b - a
        var e = d
        for _ in 0..<300 {
            if (fb < 0) == (fc < 0) {
                c = a
                fc = fa
                d = b - a
                e = d
            }
            if abs(fc) < abs(fb) {
                (a, b, c) = (b, c, b)
                (fa, fb, fc) = (fb, fc, fb)
            }
            let tolerance = 2 * abs(b).ulp + absoluteTolerance
            let half = (c - b) / 2
            if abs(half) <= tolerance || fb == 0 { return b }
            if abs(e) >= tolerance, abs(fa) > abs(fb) {
                var p: Double
                var q: Double
                let s = fb / fa
                if a == c {
                    p = 2 * half * s
                    q = 1 - s
                } else {
                    let u = fa / fc
                    let r = fb / fc
                    p = s * (2 * half * u * (u - r) - (b - a) * (r - 1))
                    q = (u - 1) * (r - 1) * (s - 1)
                }
                if p > 0 { q = -q } else { p = -p }
                if 2 * p < min(3 * half * q - abs(tolerance * q), abs(e * q)) {
                    e = d
                    d = p / q
                } else {
                    d = half
                    e = half
                }
            } else {
                d = half
                e = half
            }
            a = b
            fa = fb
            b += abs(d) > tolerance ? d : (half > 0 ? tolerance : -tolerance)
            fb = function(b)
        }
        return b
    }

    /// A point above `start` where the function is no longer positive, by doubling the step; `nil` when
    /// none is found.
    static func firstNonPositive(
        above start: Double, step: Double, _ function: (Double) -> Double
    ) -> (point: Double, value: Double)? {
        var width = step
        for _ in 0..<200 {
            let value = function(start + width)
            if value <= 0 { return (start + width, value) }
            if !value.isFinite { return nil }
            width *= 2
        }
        return nil
    }
}
