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

    /// Adds up the measures of a package.
    public init(_ package: Package) {
        low = 0
        high = 0
        unknown = []
        for (index, measure) in package.measures.enumerated() {
            if case .stateMoney(let euro) = measure.lever {
                low -= euro
                high -= euro
                continue
            }
            if let cost = measure.lever.kind.card.cost, let homes = measure.lever.amount {
                low += cost.low * Double(homes)
                high += cost.high * Double(homes)
            } else if measure.lever.hasCost {
                unknown.append(index)
            }
        }
    }
}

extension Lever {
    /// Whether it takes money at all, as far as the catalogue of levers says.
    var hasCost: Bool {
        switch self {
        case .freeAllocation, .localPriority, .buyToLetRestriction, .midRentRegulation, .doNothing,
            .stateMoney, .sale,
            .liberalise, .fairShare:
            false
        default: true
        }
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
            let open = costs.unknown.count
            checks.append(
                LimitCheck(
                    limit: .budget,
                    isKept: costs.low > budget ? false : open > 0 ? nil : costs.high <= budget,
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
