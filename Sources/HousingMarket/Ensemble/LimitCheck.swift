public import Bilingual

/// What a package costs as far as prices with a source are known, beside its budget. What has no sourced price is
/// counted, never taken as nothing.
public struct PackageCosts: Sendable, Hashable {
    /// The lower sum of what is known, in euro; money of the State is taken off.
    public var low: Double
    /// The higher sum.
    public var high: Double
    /// Measures that cost something for which no sourced price is known, by position.
    public var unknown: [Int]
    /// Measures that bring in money of which the amount is not known, by position.
    public var unknownRevenue: [Int]

    /// Adds up the measures of a package.
    public init(_ package: Package) {
        let lines = LeverCosts.estimate(of: package)
        let total = LeverCosts.total(lines)
        low = total.low ?? 0
        high = total.high ?? 0
        unknown = []
        unknownRevenue = []
        for line in lines {
            switch line.amount {
            case .known, .nothing: break
            case .unknown: unknown.append(line.measure)
            case .unknownRevenue: unknownRevenue.append(line.measure)
            }
        }
    }

    /// Whether the package keeps within `budget` in euro; nil where that cannot be said: unknown costs can still break
    /// a budget that seems kept, and unknown revenue can still mend one that seems broken.
    public func isWithin(_ budget: Double) -> Bool? {
        if low > budget { return unknownRevenue.isEmpty ? false : nil }
        return high <= budget && unknown.isEmpty ? true : nil
    }
}

/// A limit of a package held against an outcome.
public struct LimitCheck: Sendable, Hashable {
    /// Which limit.
    public enum Limit: Sendable, Hashable {
        /// Money.
        case budget
        /// The least share of social rent.
        case leastSocialRent
    }
    /// The limit.
    public var limit: Limit
    /// Whether it is kept; nil where that cannot be said.
    public var isKept: Bool?
    /// What was found, beside the limit, in words.
    public var text: BilingualText
}

extension EnsembleResult {
    /// The limits of arm `arm` held against what came out; limits that were not set are left out.
    public func limitChecks(_ arm: Int) -> [LimitCheck] {
        let package = arms[arm].package
        var checks: [LimitCheck] = []
        if let budget = package.limits.budget {
            let costs = PackageCosts(package)
            let open = costs.unknown.count + costs.unknownRevenue.count
            checks.append(
                LimitCheck(
                    limit: .budget, isKept: costs.isWithin(budget),
                    text: BilingualText(
                        nl:
                            "Budget € \(Self.millions(budget, .dutch)) mln: bekend is \(Self.known(costs, .dutch)) mln\(Self.open(open, "; 1 maatregel zonder prijs met bron", "; \(open) maatregelen zonder prijs met bron"))",
                        en:
                            "Budget € \(Self.millions(budget, .english)) million: known is \(Self.known(costs, .english)) million\(Self.open(open, "; 1 measure without a sourced price", "; \(open) measures without a sourced price"))"
                    )))
        }
        if let least = package.limits.leastSocialRent,
            let band = Band(values(.socialShare, arm: arm, year: years.count - 1))
        {
            func text(_ language: Language) -> (String, String) {
                let numbers = NumberText(language)
                let low = numbers.decimal(band.low * 100, decimals: 1)
                let isOne = low == numbers.decimal(band.high * 100, decimals: 1)
                let range = numbers.interval(band.low * 100, band.high * 100, decimals: 1)
                return (isOne ? low : range, numbers.percent(least, decimals: 1))
            }
            let (nl, en) = (text(.dutch), text(.english))
            checks.append(
                LimitCheck(
                    limit: .leastSocialRent,
                    isKept: band.low >= least ? true : band.high < least ? false : nil,
                    text: BilingualText(
                        nl: "Sociale huur in de gemeente \(nl.0)%; ten minste \(nl.1)",
                        en: "Social rent in the municipality \(en.0)%; at least \(en.1)")))
        }
        return checks
    }

    private static func millions(_ euro: Double, _ language: Language) -> String {
        NumberText(language).decimal(euro / 1e6, decimals: 1)
    }

    /// One sum where both ends are the same, else the range.
    private static func known(_ costs: PackageCosts, _ language: Language) -> String {
        let low = millions(costs.low, language)
        return low == millions(costs.high, language)
            ? "€ " + low
            : "€ " + NumberText(language).interval(costs.low / 1e6, costs.high / 1e6, decimals: 1)
    }

    private static func open(_ count: Int, _ one: String, _ many: String) -> String {
        count == 0 ? "" : count == 1 ? one : many
    }
}
