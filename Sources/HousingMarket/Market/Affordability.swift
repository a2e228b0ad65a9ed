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
        guard !isOpen else {
            classes = Array(repeating: 15, count: Self.cells)
            return
        }
        let places = (0..<64).map { (Double($0) + 0.5) / 64 }
        let incomes = places.map { exp(scale.spread * StandardNormal.quantile($0)) }
        let quantiles = (0..<10).map { StandardNormal.quantile((Double($0) + 0.5) / 10) }
        let rent = assumptions[.priceLevel] / 9 * 0.9 * priceIndex[2]
        let price = assumptions[.priceLevel] * priceIndex[3]
        let rents = quantiles.map { rent * exp(0.25 * $0) }
        let prices = quantiles.map { price * exp(0.35 * $0) }
        var result: [Int8] = []
        result.reserveCapacity(Self.cells)
        for tenure in 0..<4 {
            for isOwner in [false, true] {
                for persons in 0..<8 {
                    let equivalence = IncomeScale.equivalence(persons: persons)
                    for income in 0..<64 {
                        // Income in multiples of the middle one-person income.
                        let gross = incomes[income] * equivalence
                        switch tenure {
                        case 0: result.append(9)
                        case 1:
                            // The middle segment: an income of two and a half times the rent, and below the limit.
                            let isBelow = places[income] <= limits.midRent[min(persons, 6)]
                            result.append(isBelow && gross >= 0.75 ? 9 : -1)
                        case 2: result.append(Self.highest(rents, within: gross))
                        default:
                            let means = Self.loan * gross * (isOwner ? 1 + Self.equity : 1)
                            result.append(Self.highest(prices, within: means))
                        }
                    }
                }
            }
        }
        classes = result
    }

    /// The highest class of which the price is within `means`; -1 for none.
    private static func highest(_ prices: [Double], within means: Double) -> Int8 {
        Int8(prices.lastIndex { $0 <= means } ?? -1)
    }
}
