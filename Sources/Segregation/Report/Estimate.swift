/// A measured value with everything needed to judge it.
public struct Estimate: Sendable, Equatable {
    /// The value in the table as it is, or why there is none.
    public var value: MeasuredValue
    /// The interval, if one was asked for and can be given.
    public var interval: Interval?
    /// Why there is no interval; `nil` when there is one.
    public var intervalAbsence: IntervalAbsence?
    /// The standard deviation of the bootstrap draws, or that of the closed form.
    public var standardError: Double?
    /// How much the value lies too high on average: the mean of the bootstrap draws minus the value, or the closed form.
    public var bias: Double?
    /// What chance alone gives when nobody segregates and the sizes of units and groups stay as they are; an
    /// exact finite sum, not a simulation. `nil` where no exact form is known or counts are not whole.
    public var expectedUnderNoSegregation: Double?
    /// The value with what chance alone gives taken out; 0 means no more than chance. See
    /// ``ChanceCorrection``.
    public var corrected: Double?
    /// The interval with the same taken out of both ends.
    public var correctedInterval: Interval?
    /// How low and how high the value can be when counts are rounded, suppressed or known as shares only;
    /// `nil` for a table of known counts.
    public var bounds: MeasureBounds?
    /// The standard deviation over tables drawn within the ranges of their counts: the part of
    /// ``standardError`` that rounding and suppression explain. `nil` for a table of known counts.
    public var imputationError: Double?
    /// Units with at least one person.
    public var units: Int
    /// Persons in the table, or in the two groups compared.
    public var persons: Double

    /// An estimate without an interval.
    public init(
        value: MeasuredValue, intervalAbsence: IntervalAbsence, units: Int, persons: Double
    ) {
        self.value = value
        self.intervalAbsence = intervalAbsence
        self.units = units
        self.persons = persons
    }
}

/// A range of values in keeping with the data.
public struct Interval: Sendable, Equatable {
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double
    /// The share of such intervals that cover the truth, for instance 0.95.
    public var level: Double
    /// How the ends follow from the draws.
    public var method: IntervalMethod
    /// What was drawn again.
    public var resampling: Resampling
    /// The number of draws behind it.
    public var draws: Int

    /// An interval.
    public init(
        lower: Double, upper: Double, level: Double, method: IntervalMethod, resampling: Resampling,
        draws: Int
    ) {
        self.lower = lower
        self.upper = upper
        self.level = level
        self.method = method
        self.resampling = resampling
        self.draws = draws
    }
}

/// How the ends of an interval follow from the data.
public enum IntervalMethod: String, Sendable, CaseIterable {
    /// The quantiles of the draws mirrored in the value, twice the value minus the quantile, held within the
    /// range of the measure. Segregation measured in draws from a table lies too high by about as much as the
    /// table itself lies above the truth; mirroring takes both away (Davison and Hinkley 1997, section 5.2).
    case basic
    /// The quantiles of the draws as they are.
    case percentile
    /// The value less its bias, give or take the quantile of the normal law times the standard error, both in closed form
    /// and without a draw; held within the range of the measure. See <doc:Uncertainty>.
    case closedForm
}

/// What a bootstrap draws again.
public enum Resampling: String, Sendable, CaseIterable {
    /// Persons over cells with the shares of the table: how much would the value move if other persons of the
    /// same kind had settled by the same chances?
    case persons
    /// Persons of each group over the units with the group's own shares; group sizes stay as they are (Allen,
    /// Burgess, Davidson and Windmeijer 2015).
    case personsWithinGroups
    /// Whole units with replacement: how much does the value hang on which neighbourhoods are in the table?
    case units
}

/// Why an estimate carries no interval.
public enum IntervalAbsence: Hashable, Sendable {
    /// No interval was asked for.
    case notRequested
    /// The measure is undefined.
    case undefinedMeasure
    /// A value of one unit; intervals are drawn for values of the whole table.
    case valueOfOneUnit
    /// The measure takes the role of an interval or correction itself.
    case correctionItself
    /// No closed form is known for the measure.
    case noClosedForm
    /// Intervals are not drawn for measures of orders and dates.
    case notDrawn
    /// Units were to be drawn again and the measure asks where they lie: a town with some neighbourhoods missing and
    /// others twice in one spot has no distances or borders of its own. Persons can be drawn.
    case unitsKeepTheirPlace
    /// Every draw would take as long as the measure itself, and there are too many units for that.
    case tooManyUnits(Int, limit: Int)
    /// The measure was undefined in more than one in twenty draws.
    case undefinedInDraws(Int, of: Int)

    /// The reason in English.
    public var english: String {
        switch self {
        case .notRequested: "none was asked for"
        case .undefinedMeasure: "the measure is undefined here"
        case .valueOfOneUnit: "intervals are drawn for values of the whole table, not of one unit"
        case .noClosedForm: "no closed form is known for this measure; ask for draws"
        case .notDrawn: "no draws are made for this kind of measure"
        case .unitsKeepTheirPlace:
            "units drawn again would leave holes in the map; draw persons for this measure"
        case .tooManyUnits(let units, let limit):
            "there are \(units) units and draws of this measure are made for at most \(limit)"
        case .correctionItself: "this value corrects another one; see the interval of that one"
        case .undefinedInDraws(let undefined, let draws):
            "the measure was undefined in \(undefined) of \(draws) draws"
        }
    }

    /// The reason in Dutch.
    public var dutch: String {
        switch self {
        case .notRequested: "er is niet om gevraagd"
        case .undefinedMeasure: "de maat is hier niet te berekenen"
        case .valueOfOneUnit: "marges gelden voor de hele tabel, niet voor één gebied"
        case .noClosedForm: "voor deze maat is geen formule voor de marge bekend; vraag om trekkingen"
        case .notDrawn: "voor dit soort maat worden geen trekkingen gedaan"
        case .unitsKeepTheirPlace:
            "gebieden opnieuw trekken laat gaten in de kaart; trek personen voor deze maat"
        case .tooManyUnits(let units, let limit):
            "er zijn \(units) gebieden en trekkingen van deze maat gaan tot \(limit)"
        case .correctionItself: "deze waarde verbetert een andere; zie de marge daarvan"
        case .undefinedInDraws(let undefined, let draws):
            "de maat was niet te berekenen in \(undefined) van \(draws) trekkingen"
        }
    }
}
