/// One use of one lever: what it does in the model, with its numbers. When and where stand in ``Measure``.
///
/// Numbers of homes are totals over the years and areas of the measure. Shares lie in 0...1.
public enum Lever: Sendable, Hashable {
    /// Homes of `target` are emptied, demolished and replaced.
    case demolishRebuild(DemolishRebuild)
    /// Social homes are renovated to a higher class of rent.
    case renovation(Renovation)
    /// Small homes are merged two into one (negative side of `split`), or large ones split in two.
    case mergeSplit(MergeSplit)
    /// Social homes are sold.
    case sale(Sale)
    /// Social homes leave the social segment when they come free.
    case liberalise(Liberalisation)
    /// Homes become social rent, and those that are stay so.
    case addSocialRent(SocialRentAddition)
    /// Homes are built beside those of the baseline.
    case newBuild(NewBuild)
    /// The share of low incomes among those who come from elsewhere, relative to the baseline (1 = as it was).
    case fairShare(lowIncomeInflow: Double)
    /// The share of social lettings that may go to households above the income limit.
    case freeAllocation(share: Double)
    /// The classes of rent at which social homes that come free are let: lower capping limit, higher capping limit,
    /// below the ceiling; shares that add up to 1.
    case areaRents(classShares: [Double])
    /// The share of social lettings for which seekers who live in the same district come first; at most half.
    case localPriority(share: Double)
    /// Area rules of the Wbmgp.
    case areaDesignation(AreaDesignation)
    /// The share of social lettings in these areas that goes to groups in direct mediation, in place of the
    /// municipality's mean; the other areas take the rest.
    case specialGroups(share: Double, justification: Justification)
    /// Homes of owner-occupiers that come free stay owner-occupied.
    case buyToLetRestriction
    /// Privately rented homes in the points of the middle segment are let in it when they come free; a part of their
    /// landlords sells instead.
    case midRentRegulation(regulatedShare: Double, sellOffShare: Double)
    /// Households with the lowest incomes rise on the income ladder without moving.
    case householdIncome(IncomeSupport)
    /// Facilities of one function are added, in standard deviations of the municipality's spread.
    case facilities(function: FacilityChoice, strength: Double)
    /// Wishes to move fall by this share, as long as it lasts.
    case socialManagement(fewerMoves: Double)
    /// Money of the State: widens the budget, changes nothing in the model.
    case stateMoney(euro: Double)
    /// Of the homes that the baseline programme builds in these areas, this share follows `mix` in place of the
    /// baseline's own tenures.
    case landPolicy(share: Double, mix: TenureMix)
    /// No home is split, and no room let, without a permit that is refused.
    case permits
    /// Nothing.
    case doNothing

    /// Which lever it is.
    public var kind: LeverKind {
        switch self {
        case .demolishRebuild: .demolishRebuild
        case .renovation: .renovation
        case .mergeSplit: .mergeSplit
        case .sale: .sale
        case .liberalise: .liberalise
        case .addSocialRent: .addSocialRent
        case .newBuild: .newBuild
        case .fairShare: .fairShare
        case .freeAllocation: .freeAllocation
        case .areaRents: .areaRents
        case .localPriority: .localPriority
        case .areaDesignation: .areaDesignation
        case .specialGroups: .specialGroups
        case .buyToLetRestriction: .buyToLetRestriction
        case .midRentRegulation: .midRentRegulation
        case .householdIncome: .householdIncome
        case .facilities: .facilities
        case .socialManagement: .socialManagement
        case .stateMoney: .stateMoney
        case .landPolicy: .landPolicy
        case .permits: .permits
        case .doNothing: .doNothing
        }
    }

    /// Whether households must leave their homes because of it.
    public var forcesMoves: Bool {
        switch self {
        case .demolishRebuild: true
        case .renovation(let renovation): renovation.emptied
        case .mergeSplit(let work): work.merges
        default: false
        }
    }

    /// The tenures of the homes that it takes when they come free, one bit for each in the order of ``Tenure``.
    var takenTenures: UInt8 {
        func bit(_ tenure: Tenure) -> UInt8 { 1 << tenure.rawValue }
        return switch self {
        case .sale(let plan): plan.toSittingTenants ? 0 : bit(.socialRent)
        case .liberalise: bit(.socialRent)
        case .addSocialRent: 0b1111 & ~bit(.socialRent)
        case .mergeSplit(let plan): plan.merges ? 0 : bit(plan.tenure)
        case .midRentRegulation: bit(.privateRent)
        default: 0
        }
    }

    /// Whether it works on homes as they come free.
    public var waitsForFreeHomes: Bool {
        switch self {
        case .sale(let plan): !plan.toSittingTenants
        case .mergeSplit(let work): !work.merges
        case .liberalise, .addSocialRent: true
        default: false
        }
    }
}
