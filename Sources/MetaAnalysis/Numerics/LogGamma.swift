internal import Foundation

/// The logarithm of the gamma function and its relatives, for arguments above 0.
enum LogGamma {
    /// ln Γ(x) for x > 0.
    ///
    /// Stirling's series from 15 upwards, where eight terms leave less than 1e-17; smaller arguments climb
    /// there by Γ(x + 1) = x Γ(x).
    static func value(_ x: Double) -> Double {
        if x == 1 || x == 2 { return 0 }
        var shifted = x
        var product = 1.0
        while shifted < 15 {
            product *= shifted
            shifted += 1
        }
        let main = (shifted - 0.5) * log(shifted) - shifted + 0.918938533204672741780329736406
        return main + correction(shifted) - log(product)
    }

    /// What Stirling's formula leaves out of ln Γ(x).
    static func correction(_ x: Double) -> Double {
        guard x >= 15 else {
            return value(x) - ((x - 0.5) * log(x) - x + 0.918938533204672741780329736406)
        }
        let square = 1 / (x * x)
        let series =
            1.0 / 12
            - square
            * (1.0 / 360
                - square
                * (1.0 / 1260
                    - square
                    * (1.0 / 1680
                        - square * (1.0 / 1188 - square * (691.0 / 360360 - square * (1.0 / 156))))))
        return series / x
    }

    /// ln B(a, b), written so that large arguments do not cancel.
    static func beta(_ a: Double, _ b: Double) -> Double {
        let small = min(a, b)
        let large = max(a, b)
        if small >= 15 {
            let ratio = small / large
            return -0.5 * log(large) + 0.918938533204672741780329736406
                + (small - 0.5) * log(ratio / (1 + ratio)) - large * log1p(ratio)
                + correction(small) + correction(large) - correction(small + large)
        }
        if large >= 15 {
            let sum = small + large
            let change = correction(large) - correction(sum)
            return value(small) + change + small - small * log(sum)
                + (large - 0.5) * log1p(-small / sum)
        }
        return value(small) + value(large) - value(small + large)
    }
}
