public import Neighbourhoods

/// Where a measure applies: by code, or by what stands there. Never by who lives there by origin: that type does not
/// exist in this module.
public enum AreaSelector: Sendable, Hashable {
    /// Everywhere.
    case everywhere
    /// The neighbourhoods or districts with these codes.
    case codes([AreaCode])
    /// Neighbourhoods where the share of a tenure at the start lies in a range.
    case stock(Tenure, ClosedRange<Double>)
    /// Neighbourhoods where the share of households in the lowest 40% of incomes at the start lies in a range.
    case lowIncomeShare(ClosedRange<Double>)
}

/// One lever, at a time and a place.
public struct Measure: Sendable, Hashable {
    /// What is done.
    public var lever: Lever
    /// Where.
    public var areas: AreaSelector
    /// Which homes within those areas.
    public var estates: EstateChoice
    /// The first year in which it works.
    public var from: Int
    /// The last year in which it works; numbers of homes are spread evenly over the years.
    public var through: Int
    /// What a reader should know.
    public var note: String

    /// Makes a measure.
    public init(
        _ lever: Lever, areas: AreaSelector = .everywhere, estates: EstateChoice = EstateChoice(), from: Int,
        through: Int? = nil, note: String = ""
    ) {
        self.lever = lever
        self.areas = areas
        self.estates = estates
        self.from = from
        self.through = through ?? from
        self.note = note
    }
}

/// Hard limits that a package must keep to. Nil where there is none.
public struct PackageLimits: Sendable, Hashable {
    /// How many households can be rehoused a year.
    public var rehousingPerYear: Int?
    /// How many homes can be built a year.
    public var buildingPerYear: Int?
    /// What may be spent, in euro.
    public var budget: Double?
    /// The least share of social rent in the municipality, 0...1.
    public var leastSocialRent: Double?
    /// Makes limits.
    public init(
        rehousingPerYear: Int? = nil, buildingPerYear: Int? = nil, budget: Double? = nil,
        leastSocialRent: Double? = nil
    ) {
        self.rehousingPerYear = rehousingPerYear
        self.buildingPerYear = buildingPerYear
        self.budget = budget
        self.leastSocialRent = leastSocialRent
    }
}

/// A policy: dated measures under limits.
public struct Package: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The last year that is simulated.
    public var horizon: Int
    /// The measures, in the order in which they were written.
    public var measures: [Measure]
    /// The limits.
    public var limits: PackageLimits

    /// Makes a package.
    public init(name: String, horizon: Int, measures: [Measure], limits: PackageLimits = PackageLimits()) {
        self.name = name
        self.horizon = horizon
        self.measures = measures
        self.limits = limits
    }

    /// The twin in which nothing is done.
    public var doingNothing: Package {
        Package(
            name: "do nothing", horizon: horizon, measures: [], limits: PackageLimits())
    }

    /// What stands behind the name of a twin without forced moves; stored outcomes know the twin by it.
    public static let twinMark = ", no displacement"

    /// The twin from which every measure that forces a move is taken out.
    public var withoutDisplacement: Package {
        Package(
            name: name + Self.twinMark, horizon: horizon,
            measures: measures.filter { !$0.lever.forcesMoves }, limits: limits)
    }
}
