/// The assumptions of the simulation. The order is part of the file formats: new ones are added at the end.
public enum AssumptionID: Int, Sendable, Codable, CaseIterable, Hashable {
    /// How often households wish to move, relative to the catalogue's own hazards.
    case wishLevel
    /// The yearly chance that a settled tenant of an association wishes to move.
    case wishSocialRent
    /// The same for mid rent.
    case wishMidRent
    /// The same for private rent.
    case wishPrivateRent
    /// The same for owners.
    case wishOwner
    /// How much more often those wish to move who came recently (multiplier in the first years).
    case wishRecentMover
    /// How much a home that is too small or too large adds to the wish to move (multiplier per step).
    case wishMisfit
    /// How the wish to move falls with age (per ten years after 30, in log points).
    case wishAgeSlope
    /// How strongly homes of fitting size are preferred (log points per step of misfit).
    case choiceSize
    /// How strongly a dear home repels (log points per step of price beyond what suits the income).
    case choicePrice
    /// The power with which distance repels (1: double the distance, half the chance).
    case choiceDistance
    /// How strongly facilities attract (log points per standard deviation).
    case choiceFacilities
    /// How strongly families prefer houses to flats (log points).
    case choiceHouse
    /// How many homes a seeker looks at in one round.
    case offersSeen
    /// How much better a home must be than the present one before a household moves by choice (ratio).
    case reservation
    /// The preference for owning (log points at the middle income).
    case preferOwning
    /// How the preference for owning rises with income (log points over the whole ladder).
    case preferOwningIncome
    /// The preference for private rent (log points).
    case preferPrivateRent
    /// The preference for mid rent (log points).
    case preferMidRent
    /// The yearly chance that a couple separates.
    case separation
    /// The yearly chance that a single person of 30 forms a couple.
    case union
    /// The yearly chance that a child of a family with a parent of 45 to 60 leaves home.
    case leaveHome
    /// Births relative to the catalogue's curve.
    case birthLevel
    /// Deaths relative to the catalogue's curve.
    case deathLevel
    /// Departures from the municipality relative to the national curve by age.
    case departureLevel
    /// Arrivals who look for a home, as a share of the households at the start, a year.
    case arrivalRate
    /// The share of arrivals in the lowest 40% of incomes.
    case arrivalLowIncome
    /// The yearly chance that a waiting household without a home of its own leaves.
    case giveUp
    /// The yearly chance that an income is drawn anew from households of the same age and type.
    case incomeRenewal
    /// The standard deviation of the yearly small change of income, in hundredths of the ladder.
    case incomeJitter
    /// The share of social lettings that goes to groups in direct mediation.
    case mediatedShare
    /// The share of social lettings above the income limit that corporations really use without steering.
    case freeShareUsed
    /// The share of social lettings by lottery.
    case lotteryShare
    /// The share of low-income lettings that must be below the capping limit.
    case appropriateShare
    /// The share of displaced households that wants to come back.
    case returnShare
    /// New homes of the baseline programme, as a share of the stock, a year.
    case buildRate
    /// The share of social rent in the baseline programme.
    case buildSocialShare
    /// Demolition of the baseline, as a share of social rent, a year.
    case demolitionRate
    /// The share of social homes that come free and are sold in the baseline.
    case saleRate
    /// The share of owner homes that come free and are let privately.
    case buyToLet
    /// The share of privately let homes that come free and are sold to occupiers.
    case sellOff
    /// The yearly share of privately owned homes of over 100 m² that come free and are split.
    case splitRate
    /// How fast prices follow excess demand (log points per share of the stock short).
    case priceResponse
    /// The price of the middle home in multiples of the middle one-person income.
    case priceLevel
    /// How much a change of the share of low incomes changes turnover (log points per unit share).
    case feedbackComposition
    /// The share of low incomes beyond which high incomes leave faster, where tipping is switched on.
    case tippingPoint
    /// How much faster they then leave (multiplier).
    case tippingStrength
    /// How strongly a neighbourhood repels whose mean income differs from one's own (log points over the whole ladder).
    case choiceSocialDistance
    /// How much more often those wish to leave who differ from their neighbourhood's mean income (log points over the
    /// whole ladder).
    case wishSocialDistance
}

/// Parts of the model that can be switched on or off: the third line of uncertainty.
public struct ModelSwitches: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Switches from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Composition changes turnover.
    public static let feedback = ModelSwitches(rawValue: 1)
    /// Beyond a share of low incomes, high incomes leave faster. Not found in the Netherlands (Ong 2014).
    public static let tipping = ModelSwitches(rawValue: 2)
    /// All social homes by lottery instead of registration time.
    public static let lottery = ModelSwitches(rawValue: 4)
    /// The baseline programme builds, demolishes, sells and splits nothing; only the package does.
    public static let frozenBaseline = ModelSwitches(rawValue: 8)
    /// Social homes are open to every income.
    public static let noIncomeTest = ModelSwitches(rawValue: 16)
    /// A household takes any home, each as likely as the next, whatever it costs or offers.
    public static let randomChoice = ModelSwitches(rawValue: 32)
}
