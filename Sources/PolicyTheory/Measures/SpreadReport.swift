public import Neighbourhoods

/// What is divided over the areas of a municipality.
public enum SpreadSubject: String, Sendable, CaseIterable {
    /// Households by income.
    case income
    /// Dwellings by who owns and who may rent.
    case tenure
    /// Houses and flats.
    case type
}

/// How evenly one subject is spread over the areas of a municipality: every group against the others in both
/// directions, all groups at once, the parts by scale, the surroundings from near to far, the areas on their own, and
/// the development.
///
/// Counts are shares times their base, rounded to whole households or dwellings, which the exact expectation needs.
public struct SpreadReport: Sendable, Hashable {
    /// A measure of the report.
    public enum Measure: String, Sendable, CaseIterable {
        /// H of all groups at once.
        case entropy = "H"
        /// D of a group and the others.
        case dissimilarity = "D"
        /// How much of the surroundings of the group belongs to the group.
        case isolation
        /// How much of the surroundings of the group belongs to the others.
        case interaction
        /// How much of the surroundings of the others belongs to the others.
        case isolationOfOthers
        /// How much of the surroundings of the others belongs to the group.
        case interactionOfOthers

        /// The letter in the literature.
        public var symbol: String {
            switch self {
            case .entropy: "H"
            case .dissimilarity: "D"
            case .isolation, .isolationOfOthers: "xPx"
            case .interaction, .interactionOfOthers: "xPy"
            }
        }

        /// The name in the segregation library.
        var identifier: String {
            switch self {
            case .entropy: "H"
            case .dissimilarity: "D-vs-rest"
            case .isolation, .isolationOfOthers: "isolation"
            case .interaction, .interactionOfOthers: "interaction-with-rest"
            }
        }

        var isOfOthers: Bool { self == .isolationOfOthers || self == .interactionOfOthers }
    }

    /// One measured value.
    public struct Row: Sendable, Hashable, Identifiable {
        /// The measure.
        public let measure: Measure
        /// The group that is set against the others; nil for a measure of all groups.
        public let group: Variable.ID?
        /// The year.
        public let year: Int
        /// The value, 0...1.
        public let value: Double
        /// How sure it is.
        public let uncertainty: Uncertainty
        /// The mean of the draws behind the interval less the value: how far drawing areas again shifts the measure.
        /// Nil without draws.
        public let bias: Double?
        /// What chance alone would give with areas and groups of the same sizes, and the value without it; nil where
        /// no exact sum is known.
        public let chance: ChancePart?
        /// How many areas it stands on.
        public let areas: Int
        /// How many households or dwellings it stands on.
        public let counted: Double

        /// What chance alone would give, an exact sum.
        public var expectedByChance: Double? { chance?.expected }
        /// The value with chance taken out, 0 for no more than chance; nil for shares of the surroundings, which are
        /// not 0 when groups are evenly spread.
        public var corrected: Double? { chance?.corrected?.value }

        /// `D.income.lowest40.2020`.
        public var id: String { "\(measure.rawValue).\(group?.rawValue ?? "all").\(year)" }
    }

    /// The part of the unevenness that arises at one scale. The parts add up to the whole.
    public struct Part: Sendable, Hashable {
        /// The areas that are compared.
        public let between: AreaLevel
        /// The larger areas inside which they are compared; nil for the largest.
        public let within: AreaLevel?
        /// The part of the mutual information M, in nats.
        public let mutualInformation: Double
        /// The part of H.
        public let entropyIndex: Double
        /// The part of the whole, 0...1.
        public let share: Double
    }

    /// What is divided.
    public let subject: SpreadSubject
    /// The groups, with `rest` for all others where one group is set against them.
    public let groups: [Variable.ID]
    /// Who or what is counted.
    public let universe: Universe
    /// The year.
    public let year: Int
    /// The version of the source.
    public let version: String
    /// The scale.
    public let level: AreaLevel
    /// H first, then the measures of every group.
    public let rows: [Row]
    /// The parts of H by scale, largest areas first; empty at a scale without larger areas.
    public let parts: [Part]
    /// How far each area departs from the municipality, in nats: 0 for the same make-up. Weighted by size the areas
    /// add up to M, which is the municipal level (Alonso-Villar and Del Río 2010).
    public let local: AreaMeasure
    /// What each area adds, in the order of ``local``.
    public let areas: [SpreadArea]
    /// What the departure and the variety of areas are for the municipality as a whole.
    public let whole: SpreadWhole
    /// The surroundings from near to far, or why there are none.
    public let profile: Derived<ScaleProfile>
    /// H and D of the first group in all years of this version, oldest first; empty with one year.
    public let trend: [Row]
    /// The years that can be compared with each other, oldest first: all groups in the version of this report.
    public let comparableYears: [Int]
    /// The series behind it.
    public let data: [DataUse]
    /// How many areas are left out, because a figure is missing or too few people live there.
    public let areasLeftOut: Int
    /// How many draws the intervals stand on.
    public let draws: Int
    /// The seed of the draws.
    public let seed: UInt64

    /// Measures every subject that has figures, in the order of the subjects.
    public static func all(_ dataset: Dataset, settings: ClaimSettings) -> [SpreadReport] {
        let subjects = SpreadSubject.allCases
        return concurrentResults(subjects.count) { of(dataset, subject: subjects[$0], settings: settings) }
            .compactMap(\.self)
    }

    /// Measures `subject` in a municipality; nil where its groups have no figures.
    public static func of(_ dataset: Dataset, subject: SpreadSubject, settings: ClaimSettings)
        -> SpreadReport?
    {
        SpreadMeasurement(SpreadCounts(dataset: dataset, subject: subject, settings: settings)).report()
    }
}

/// What one area adds to the unevenness of the municipality.
public struct SpreadArea: Sendable, Hashable {
    /// The area.
    public let code: AreaCode
    /// How far it departs from the municipality, in nats.
    public let departure: Value
    /// How far an area of this size departs when all live at random, in nats; an exact sum.
    public let expectedDeparture: Value
    /// How varied it is: the entropy of its groups over the logarithm of their number, 0...1.
    public let variety: Value
    /// How varied an area of this size is when all live at random, 0...1; an exact sum.
    public let expectedVariety: Value
    /// Its share of all households or dwellings, 0...1.
    public let size: Value
    /// Its share of the unevenness, size x departure over M, 0...1: over all areas they add up to 1.
    public let contribution: Value
}

/// The unevenness of a municipality as the mean over its areas.
public struct SpreadWhole: Sendable, Hashable {
    /// M: the mean departure, in nats.
    public let departure: Double
    /// M when all live at random, in nats; an exact sum. Nil where it is not known.
    public let expectedDeparture: Double?
    /// How varied the municipality as a whole is, 0...1.
    public let variety: Double
    /// How varied its areas are on average, weighted by size, 0...1.
    public let meanVariety: Double
    /// How varied they are on average when all live at random, 0...1; nil where it is not known.
    public let expectedVariety: Double?
}
