internal import Foundation

/// Which price class a household can pay in the market.
///
/// An owner needs price <= 4.5 times gross income, and may add the gain on a present home (equity of 60% of the loan);
/// a tenant in private rent needs an income of three times the rent. Prices lie log-normally around the middle with a
/// spread of 0.35 (owner) and 0.25 (rent), so that class k of ten lies at its quantile.
struct Affordability {
    /// The highest class, -1 for none: [tenure][owner now][persons 0...7][income 64].
    let classes: [Int8]

    /// How many cells ``classes`` has.
    static let cells = 4 * 2 * 8 * 64
    static let loan = 4.5
    static let equity = 0.6

    @inline(__always)
    static func place(tenure: Int, isOwner: Bool, persons: Int, income: UInt16) -> Int {
        ((tenure * 2 + (isOwner ? 1 : 0)) * 8 + min(persons, 7)) * 64 + Int(income >> 10)
    }

    init(limits: IncomeLimits, assumptions: Assumptions, priceIndex: [Double], isOpen: Bool) {
        let scale = IncomeScale()
        var result: [Int8] = []
        result.reserveCapacity(Self.cells)
        let quantiles = (0..<10).map { Self.normalQuantile((Double($0) + 0.5) / 10) }
        for tenure in 0..<4 {
            for isOwner in [false, true] {
                for persons in 0..<8 {
                    for income in 0..<64 {
                        guard !isOpen else {
                            result.append(15)
                            continue
                        }
                        let place = (Double(income) + 0.5) / 64
                        let gross =
                            exp(scale.spread * Self.normalQuantile(place))
                            * IncomeScale.equivalence(persons: persons)
                        result.append(
                            Self.highest(
                                tenure, gross: gross, place: place, persons: persons, isOwner: isOwner,
                                limits,
                                assumptions, priceIndex, quantiles))
                    }
                }
            }
        }
        classes = result
    }

    /// - Parameter gross: income in multiples of the middle one-person income.
    private static func highest(
        _ tenure: Int, gross: Double, place: Double, persons: Int, isOwner: Bool, _ limits: IncomeLimits,
        _ assumptions: Assumptions, _ priceIndex: [Double], _ quantiles: [Double]
    ) -> Int8 {
        switch tenure {
        case 0: return 9
        case 1:
            // The middle segment: an income of two and a half times the rent, and below the limit.
            guard place <= limits.midRent[min(persons, 6)] else { return -1 }
            return gross >= 0.75 ? 9 : -1
        case 2:
            let middle = assumptions[.priceLevel] / 9 * 0.9 * priceIndex[2]
            return Int8(quantiles.lastIndex { middle * exp(0.25 * $0) <= gross } ?? -1)
        default:
            let middle = assumptions[.priceLevel] * priceIndex[3]
            let means = loan * gross * (isOwner ? 1 + equity : 1)
            return Int8(quantiles.lastIndex { middle * exp(0.35 * $0) <= means } ?? -1)
        }
    }

    /// The standard normal quantile (Acklam's rational approximation, relative error below 1.2e-9).
    static func normalQuantile(_ probability: Double) -> Double {
        let a = [
            -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
            -3.066479806614716e+01, 2.506628277459239e+00,
        ]
        let b = [
            -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
            -1.328068155288572e+01,
        ]
        let c = [
            -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00,
            4.374664141464968e+00, 2.938163982698783e+00,
        ]
        let d = [
            7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00,
        ]
        func tail(_ q: Double) -> Double {
            (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5])
                / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1)
        }
        if probability < 0.02425 { return tail((-2 * log(probability)).squareRoot()) }
        if probability > 1 - 0.02425 { return -tail((-2 * log(1 - probability)).squareRoot()) }
        let q = probability - 0.5
        let r = q * q
        return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q
            / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1)
    }
}
