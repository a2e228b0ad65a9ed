internal import Foundation
public import Neighbourhoods

/// From a place on the national income ladder to euros and back, so that limits in euro can be held against it.
///
/// Gross yearly income of a household of n persons at place r of the ladder: median x equivalence factor(n) x
/// exp(spread x z(r)), with z the standard normal quantile. The ladder orders by equivalised income, as CBS does for
/// its 40/40/20 groups. The form is an assumption of this program; with a one-person median of 40,000 euro (2024) and a
/// spread of 0.52 the households below the limit for social rent come to about half of all.
public struct IncomeScale: Sendable, Hashable {
    /// Gross income in the middle of the ladder of a one-person household, in euro of ``year``.
    public var median: Double
    /// The year of ``median``.
    public var year: Int
    /// Standard deviation of the logarithm of income.
    public var spread: Double
    /// Yearly growth of nominal incomes.
    public var growth: Double

    /// The scale of this program.
    public init(median: Double = 40_000, year: Int = 2024, spread: Double = 0.52, growth: Double = 0.03) {
        self.median = median
        self.year = year
        self.spread = spread
        self.growth = growth
    }

    /// CBS's equivalence factor for `persons`: two adults need 1.37 times what one needs, and so on.
    static func equivalence(persons: Int) -> Double {
        [1, 1, 1.37, 1.67, 1.88, 2.06, 2.23][min(max(persons, 1), 6)]
    }

    /// The place on the ladder, 0...1, of a household of `persons` with `income` euro a year in `year`.
    public func place(ofIncome income: Double, persons: Int, in year: Int) -> Double {
        guard income > 0 else { return 0 }
        let middle =
            median * pow(1 + growth, Double(year - self.year)) * Self.equivalence(persons: persons)
        return 0.5 * erfc(-log(income / middle) / (spread * 2.0.squareRoot()))
    }
}

/// Limits on income as places on the ladder, in a year: what the allocation rules ask of a household.
///
/// A limit of a year without a published norm is taken from the nearest year that has one, as a place on the ladder of
/// that year, so that limits keep their bite. ``normYears`` tells which years were used.
public struct IncomeLimits: Sendable, Hashable {
    /// The limit for social rent by number of persons (1 or more), as a place on the ladder.
    public var socialRent: [Double]
    /// Appropriate allocation: the limit below which a home must lie under the capping limit.
    public var appropriate: [Double]
    /// The limit for the middle segment.
    public var midRent: [Double]
    /// The years of the norms used, in the same order; nil where no year has one.
    public var normYears: [Int?]

    /// The limits of `year` by the norms of `table`, for households of 1...6 persons.
    public init(year: Int, norms: NormTable, scale: IncomeScale) {
        func nearest(_ parameters: [String]) -> (year: Int, parameter: String)? {
            parameters.flatMap { parameter in norms.years(of: parameter).map { ($0, parameter) } }
                .min { (abs($0.0 - year), -$0.0) < (abs($1.0 - year), -$1.0) }
                .map { (year: $0.0, parameter: $0.1) }
        }
        func places(one: [String], more: [String]) -> ([Double], Int?) {
            guard let single = nearest(one), let several = nearest(more) else {
                return (Array(repeating: 1, count: 7), nil)
            }
            let places = (0...6).map { persons in
                let found = persons <= 1 ? single : several
                guard let norm = norms.norm(found.parameter, year: found.year) else { return 1.0 }
                return scale.place(ofIncome: norm.value, persons: max(persons, 1), in: found.year)
            }
            return (places, single.year)
        }
        let social = places(
            one: ["sgeiIncomeLimit.onePerson", "sgeiIncomeLimit"],
            more: ["sgeiIncomeLimit.morePersons", "sgeiIncomeLimit"])
        let fitting = places(
            one: ["appropriateAllocation.onePerson"], more: ["appropriateAllocation.morePersons"])
        let middle = places(one: ["middleIncomeLimit.onePerson"], more: ["middleIncomeLimit.morePersons"])
        socialRent = social.0
        appropriate = fitting.0
        midRent = middle.0
        normYears = [social.1, fitting.1, middle.1]
    }
}
