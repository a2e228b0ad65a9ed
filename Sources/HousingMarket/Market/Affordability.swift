internal import Foundation
internal import Stochastics

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

    init(
        limits: IncomeLimits, scale: IncomeScale, assumptions: Assumptions, priceIndex: [Double],
        isOpen: Bool
    ) {
        var result: [Int8] = []
        result.reserveCapacity(Self.cells)
        let quantiles = (0..<10).map { StandardNormal.quantile((Double($0) + 0.5) / 10) }
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
                            exp(scale.spread * StandardNormal.quantile(place))
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
}
