/// Tenures by share: of social rent, mid rent, private rent and owner-occupied, together 1.
public struct TenureMix: Sendable, Hashable {
    /// The shares in the order of ``Tenure``.
    public let shares: [Double]

    /// Makes a mix; nil unless there are four shares in 0...1 that add up to 1 within 0.001.
    public init?(_ shares: [Double]) {
        guard shares.count == Tenure.count, shares.allSatisfy({ $0 >= 0 && $0 <= 1 }),
            abs(shares.reduce(0, +) - 1) <= 0.001
        else { return nil }
        self.shares = shares
    }

    /// The share of `tenure`.
    public subscript(tenure: Tenure) -> Double { shares[Int(tenure.rawValue)] }
}

/// Which homes within an area a measure takes: all where nothing is chosen. By code, stock or rent only; who lives
/// there is never a ground.
public struct EstateChoice: Sendable, Hashable {
    /// The building periods; empty for all.
    public var periods: [BuildingPeriod]
    /// Houses or flats; nil for both.
    public var type: DwellingType?
    /// The sizes; empty for all.
    public var sizes: [DwellingSize]

    /// Makes a choice.
    public init(periods: [BuildingPeriod] = [], type: DwellingType? = nil, sizes: [DwellingSize] = []) {
        self.periods = periods
        self.type = type
        self.sizes = sizes
    }

    /// Whether a home with `traits` is meant.
    public func contains(_ traits: DwellingTraits) -> Bool {
        (periods.isEmpty || periods.contains(traits.period)) && (type == nil || type == traits.type)
            && (sizes.isEmpty || sizes.contains(traits.size))
    }
}

/// Homes are emptied, demolished and replaced (L1).
public struct DemolishRebuild: Sendable, Hashable {
    /// How many homes go.
    public var dwellings: Int
    /// The tenure of the homes that go.
    public var tenure: Tenure
    /// How many homes come in their place, and how they are held; in the order of ``Tenure``.
    public var rebuilt: [Int]
    /// Years from the first emptied home to demolition.
    public var emptyingYears: Int
    /// Years from demolition to the new homes.
    public var constructionYears: Int
    /// The share of displaced households that is offered a home in the same neighbourhood and wishes to take it;
    /// nil takes the assumption.
    public var returnShare: Double?

    /// Makes a plan.
    public init(
        dwellings: Int, tenure: Tenure = .socialRent, rebuilt: [Int], emptyingYears: Int = 1,
        constructionYears: Int = 2, returnShare: Double? = nil
    ) {
        self.dwellings = dwellings
        self.tenure = tenure
        self.rebuilt = rebuilt
        self.emptyingYears = emptyingYears
        self.constructionYears = constructionYears
        self.returnShare = returnShare
    }
}

/// Social homes are renovated (L2).
public struct Renovation: Sendable, Hashable {
    /// How many homes.
    public var dwellings: Int
    /// By how many classes the rent rises, 0...2.
    public var rentClassesUp: Int
    /// Whether the homes are emptied for it; households then may return.
    public var emptied: Bool
    /// Makes a plan.
    public init(dwellings: Int, rentClassesUp: Int, emptied: Bool) {
        self.dwellings = dwellings
        self.rentClassesUp = rentClassesUp
        self.emptied = emptied
    }
}

/// Two homes become one, or one becomes two (L3).
public struct MergeSplit: Sendable, Hashable {
    /// How many pairs are merged, or homes split.
    public var dwellings: Int
    /// Whether homes are merged; else they are split.
    public var merges: Bool
    /// The tenure of the homes that are taken.
    public var tenure: Tenure
    /// Makes a plan.
    public init(dwellings: Int, merges: Bool, tenure: Tenure) {
        self.dwellings = dwellings
        self.merges = merges
        self.tenure = tenure
    }
}

/// Social homes are sold (L4).
public struct Sale: Sendable, Hashable {
    /// How many homes.
    public var dwellings: Int
    /// Whether the sitting tenant may buy; else a home is sold when it comes free.
    public var toSittingTenants: Bool
    /// Makes a plan.
    public init(dwellings: Int, toSittingTenants: Bool) {
        self.dwellings = dwellings
        self.toSittingTenants = toSittingTenants
    }
}

/// Social homes are let above the ceiling when they come free (L5).
public struct Liberalisation: Sendable, Hashable {
    /// How many homes.
    public var dwellings: Int
    /// To which segment: mid rent or private rent.
    public var to: Tenure
    /// Makes a plan.
    public init(dwellings: Int, to: Tenure) {
        self.dwellings = dwellings
        self.to = to
    }
}

/// Homes become social rent where there is little of it (L6).
public struct SocialRentAddition: Sendable, Hashable {
    /// How many homes a corporation buys when they come free.
    public var bought: Int
    /// Whether the baseline's own sales and liberalisations stop in these areas.
    public var keepsStock: Bool
    /// Makes a plan.
    public init(bought: Int, keepsStock: Bool) {
        self.bought = bought
        self.keepsStock = keepsStock
    }
}

/// Homes are built beside those of the baseline programme (L7).
public struct NewBuild: Sendable, Hashable {
    /// How many homes.
    public var dwellings: Int
    /// How they are held.
    public var mix: TenureMix
    /// House or flat.
    public var type: DwellingType
    /// Makes a plan.
    public init(dwellings: Int, mix: TenureMix, type: DwellingType) {
        self.dwellings = dwellings
        self.mix = mix
        self.type = type
    }
}

/// Area rules of the Wbmgp (L12).
public struct AreaDesignation: Sendable, Hashable {
    /// Which article.
    public enum Article: Int, Sendable, Hashable, CaseIterable {
        /// Income from work for those who live less than six years in the region.
        case incomeSource = 8
        /// Priority on socio-economic grounds.
        case socioEconomicPriority = 9
        /// Screening on nuisance and crime: conduct is not in the model, so nothing changes in it.
        case screening = 10
    }
    /// The article.
    public var article: Article
    /// The justification in four steps; without it the measure is refused.
    public var justification: Justification
    /// Makes a designation.
    public init(article: Article, justification: Justification) {
        self.article = article
        self.justification = justification
    }
}

/// Why a rule that can set groups of people apart is lawful: the four steps of equal-treatment law. All four are
/// needed.
public struct Justification: Sendable, Hashable {
    /// The legitimate aim.
    public var aim: String
    /// Why the rule suits the aim.
    public var suitable: String
    /// Why no lighter rule would do.
    public var necessary: String
    /// Why what it costs people is in proportion.
    public var proportionate: String
    /// Makes a justification; nil when a step is empty.
    public init?(aim: String, suitable: String, necessary: String, proportionate: String) {
        guard
            [aim, suitable, necessary, proportionate].allSatisfy({ text in text.contains { !$0.isWhitespace }
            })
        else { return nil }
        self.aim = aim
        self.suitable = suitable
        self.necessary = necessary
        self.proportionate = proportionate
    }
}

/// Households with low incomes rise on the income ladder (L16).
public struct IncomeSupport: Sendable, Hashable {
    /// How many households a year.
    public var householdsPerYear: Int
    /// By how many hundredths of the national income ladder each rises.
    public var percentiles: Double
    /// Makes a plan.
    public init(householdsPerYear: Int, percentiles: Double) {
        self.householdsPerYear = householdsPerYear
        self.percentiles = percentiles
    }
}

/// What a facility is for, as a package names it.
public enum FacilityChoice: String, Sendable, Hashable, CaseIterable {
    /// Green, sport, play, culture.
    case recreational
    /// Schools, libraries, childcare.
    case educational
    /// Shops, work.
    case economic
    /// Doctors.
    case care
    /// Stops and stations.
    case transport
}
