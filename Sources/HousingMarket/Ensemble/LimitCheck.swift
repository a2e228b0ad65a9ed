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
            let known = "€ \(Self.millions(costs.low))–\(Self.millions(costs.high))"
            let open = costs.unknown.count + costs.unknownRevenue.count
            checks.append(
                LimitCheck(
                    limit: .budget,
                    isKept: costs.isWithin(budget),
                    text: BilingualText(
                        nl:
                            "Budget € \(Self.millions(budget)) mln: bekend is \(known) mln; \(open) maatregelen zonder prijs met bron",
                        en:
                            "Budget € \(Self.millions(budget)) million: known is \(known) million; \(open) measures without a sourced price"
                    )))
        }
        if let least = package.limits.leastSocialRent,
            let band = Band(values(.socialShare, arm: arm, year: years.count - 1))
        {
            checks.append(
                LimitCheck(
                    limit: .leastSocialRent,
                    isKept: band.low >= least ? true : band.high < least ? false : nil,
                    text: BilingualText(
                        nl:
                            "Sociale huur in de gemeente \(Self.percent(band.low))–\(Self.percent(band.high))%; ten minste \(Self.percent(least))%",
                        en:
                            "Social rent in the municipality \(Self.percent(band.low))–\(Self.percent(band.high))%; at least \(Self.percent(least))%"
                    )))
        }
        return checks
    }

    private static func millions(_ euro: Double) -> String { "\((euro / 1e5).rounded() / 10)" }
    private static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10)" }
}
