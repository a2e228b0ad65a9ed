public import Neighbourhoods

/// The choices behind all claim cards of one view. Changing one changes every card that depends on it.
public struct ClaimSettings: Sendable, Hashable {
    /// Which households count as having a low income.
    public var lowIncome: LowIncomeDefinition
    /// The scale of the areas.
    public var level: AreaLevel
    /// The year that is wanted; each variable gives its nearest year. Nil takes the newest of each.
    public var year: Int?
    /// The dimensions in which the stock can be one-sided; those without data are left out and named.
    public var stockDimensions: [StockDimension]
    /// The share from which the group calls a concentration too high; nil takes the municipality's own share.
    public var concentrationNorm: ConcentrationNorm?
    /// The homogeneity (0...1) from which the group calls a stock one-sided; nil takes the municipal level.
    public var stockThreshold: GroupThreshold?
    /// The facility index (standard deviations from the municipal mean) below which the group calls facilities
    /// limited; nil takes the municipal level.
    public var facilityThreshold: GroupThreshold?
    /// How many draws the intervals stand on, at least 99.
    public var bootstrapDraws: Int
    /// The seed of the draws: the same seed gives the same intervals.
    public var seed: UInt64

    /// Makes settings.
    public init(
        lowIncome: LowIncomeDefinition, level: AreaLevel = .neighbourhood, year: Int? = nil,
        stockDimensions: [StockDimension] = StockDimension.allCases,
        concentrationNorm: ConcentrationNorm? = nil, stockThreshold: GroupThreshold? = nil,
        facilityThreshold: GroupThreshold? = nil, bootstrapDraws: Int = 999, seed: UInt64 = 1
    ) {
        self.lowIncome = lowIncome
        self.level = level
        self.year = year
        self.stockDimensions = stockDimensions
        self.concentrationNorm = concentrationNorm
        self.stockThreshold = stockThreshold
        self.facilityThreshold = facilityThreshold
        self.bootstrapDraws = max(99, bootstrapDraws)
        self.seed = seed
    }

    /// The definitions of a low income that `dataset` has figures for at `level`, in the order of their declaration:
    /// what the switch offers. Its first is a fair start.
    public static func definitions(in dataset: Dataset, at level: AreaLevel) -> [LowIncomeDefinition] {
        LowIncomeDefinition.allCases.filter { !dataset.years(of: $0.variable, at: level).isEmpty }
    }
}
