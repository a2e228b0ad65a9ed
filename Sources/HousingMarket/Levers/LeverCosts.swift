public import Bilingual

/// What one measure of a package costs, as far as a price with a source is known.
public struct CostLine: Sendable, Hashable {
    /// What is known of the money of a measure.
    public enum Amount: Sendable, Hashable {
        /// Between two sums in euro, the lower one first; below 0 for money that comes in.
        case known(low: Double, high: Double)
        /// No sourced price: it costs something, and the text says what to ask. Never 0.
        case unknown(BilingualText)
        /// It brings money in, but how much has no source. Never 0.
        case unknownRevenue(BilingualText)
        /// The catalogue says that it costs nothing directly.
        case nothing
    }
    /// The position of the measure in the package.
    public var measure: Int
    /// Which lever.
    public var lever: LeverKind
    /// What is known.
    public var amount: Amount
}

/// The sum of cost lines that knows what it does not know.
public struct CostTotal: Sendable, Hashable {
    /// The lower sum of what is known, in euro; nil when nothing is known.
    public var low: Double?
    /// The higher sum of what is known, in euro; nil when nothing is known.
    public var high: Double?
    /// How many measures cost something without a sourced price.
    public var unknown: Int
    /// How many measures bring in an amount without a source.
    public var unknownRevenue: Int

    /// Whether `low` and `high` are the whole story.
    public var isComplete: Bool { unknown == 0 && unknownRevenue == 0 }
}

/// What packages cost by the cards of their levers. An unknown price is never taken as 0.
public enum LeverCosts {
    /// One line for each measure of `package`, in its order.
    public static func estimate(of package: Package) -> [CostLine] {
        package.measures.enumerated().map { index, measure in
            CostLine(measure: index, lever: measure.lever.kind, amount: amount(of: measure.lever))
        }
    }

    /// Adds up what is known and counts what is not. A package without costs, such as doing nothing, totals 0; one of
    /// which every cost is unknown totals nil.
    public static func total(_ lines: [CostLine]) -> CostTotal {
        var total = CostTotal(low: nil, high: nil, unknown: 0, unknownRevenue: 0)
        for line in lines {
            switch line.amount {
            case .known(let low, let high):
                total.low = (total.low ?? 0) + low
                total.high = (total.high ?? 0) + high
            case .unknown: total.unknown += 1
            case .unknownRevenue: total.unknownRevenue += 1
            case .nothing: break
            }
        }
        if total.isComplete {
            total.low = total.low ?? 0
            total.high = total.high ?? 0
        }
        return total
    }

    private static func amount(of lever: Lever) -> CostLine.Amount {
        switch lever {
        case .stateMoney(let euro): return .known(low: -euro, high: -euro)
        case .sale, .liberalise: return .unknownRevenue(lever.kind.card.revenue ?? LeverCard.ask)
        // The catalogue says that these cost nothing directly, or, for doing nothing, that there is nothing to pay.
        case .freeAllocation, .localPriority, .buyToLetRestriction, .doNothing: return .nothing
        default: break
        }
        let card = lever.kind.card
        guard let cost = card.cost, let homes = lever.amount else {
            return .unknown(card.revenue ?? LeverCard.ask)
        }
        return .known(low: cost.low * Double(homes), high: cost.high * Double(homes))
    }
}
