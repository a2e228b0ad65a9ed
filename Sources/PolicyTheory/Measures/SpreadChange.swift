internal import Bilingual
public import Neighbourhoods
internal import Segregation

/// Why the unevenness of a subject changed between two years: the difference in M in parts that add up (Elbers 2021,
/// by Shapley's method, in which every order of changing sizes and segregation counts alike).
///
/// Both years are of one version of the source. An area is the same when its code is; a code that is there in one
/// year only came or went, and is never set against another one.
public struct SpreadChange: Sendable, Hashable {
    /// A cause of the difference.
    public enum Cause: String, Sendable, CaseIterable {
        /// Areas that have figures in the last year only.
        case areasThatCame
        /// Areas that have figures in the first year only.
        case areasThatWent
        /// Groups that became larger or smaller in the municipality as a whole.
        case sizesOfGroups
        /// Areas that became larger or smaller.
        case sizesOfAreas
        /// Groups that spread otherwise over the areas, with all sizes held.
        case segregation
    }

    /// The part of one cause.
    public struct Part: Sendable, Hashable {
        /// The cause.
        public let cause: Cause
        /// What it adds to M, in nats; below 0 it makes the spread more even.
        public let value: Double
        /// How sure it is: areas are drawn again, each with both its years.
        public let uncertainty: Uncertainty
    }

    /// What one area added to M in both years, and what its size did.
    public struct AreaPart: Sendable, Hashable {
        /// The area.
        public let code: AreaCode
        /// Its size x departure in the first year, in nats.
        public let before: Value
        /// The same in the last year.
        public let after: Value
        /// After minus before; over all areas, those that came or went included, it adds up to the difference.
        public let difference: Value
        /// Its part in ``Cause/sizesOfAreas``.
        public let bySize: Value
    }

    /// M in one year.
    public struct End: Sendable, Hashable {
        /// The year.
        public let year: Int
        /// M, in nats.
        public let mutualInformation: Double
        /// M when all live at random, in nats; nil where it is not known.
        public let expectedByChance: Double?
        /// H, 0...1.
        public let entropyIndex: Double
        /// How many areas it stands on.
        public let areas: Int
    }

    /// The first year.
    public let before: End
    /// The last year.
    public let after: End
    /// The difference in M, in nats, and how sure it is.
    public let difference: Double
    /// How sure the difference is.
    public let uncertainty: Uncertainty
    /// The parts, in the order of ``Cause``.
    public let parts: [Part]
    /// All areas of both years, in code order.
    public let areas: [AreaPart]
    /// Areas with figures in the first year only, in code order.
    public let went: [AreaCode]
    /// Areas with figures in the last year only, in code order.
    public let came: [AreaCode]
    /// How many areas have figures in both years.
    public let commonAreas: Int
    /// Whether both years lean on the same numbers of households or dwellings, so that sizes of areas cannot differ.
    public let hasOneBase: Bool
    /// How many draws the intervals stand on.
    public let draws: Int
    /// The series behind it.
    public let data: [DataUse]

    /// The difference with chance taken out of both years, in nats; nil where it is not known.
    public var correctedDifference: Double? {
        guard let first = before.expectedByChance, let last = after.expectedByChance else { return nil }
        return difference - (last - first)
    }

    /// Draws enough for a 95% interval of parts that each take five fits; a page must not wait for more.
    public static let mostDraws = 199

    /// Splits the change of `subject` between two years, or says why it cannot be done.
    /// - Parameters:
    ///   - first: the first year; the oldest comparable one when nil.
    ///   - last: the last year; the year of the report when nil.
    public static func of(
        _ dataset: Dataset, subject: SpreadSubject, settings: ClaimSettings, from first: Int? = nil,
        to last: Int? = nil
    ) -> Derived<SpreadChange> {
        let source = SpreadCounts(dataset: dataset, subject: subject, settings: settings)
        guard let newest = source.table() else { return .none(reason: noFigures) }
        let years = source.comparableYears(with: newest.year)
        guard let oldest = years.first, years.count > 1 else { return .none(reason: oneYear(newest.year)) }
        let (from, to) = (first ?? oldest, last ?? years.last ?? newest.year)
        guard years.contains(from), years.contains(to) else {
            return .none(reason: notComparable(years.contains(from) ? to : from))
        }
        guard from < to else { return .none(reason: order) }
        guard let before = source.table(year: from), let after = source.table(year: to), before.year == from,
            after.year == to
        else { return .none(reason: noFigures) }
        return ChangeMeasurement(source: source, before: before, after: after).change()
    }

    private static let noFigures = BilingualText(
        nl: "er zijn geen cijfers op deze schaal", en: "there are no figures at this scale")
    private static let order = BilingualText(
        nl: "het eerste jaar moet vóór het laatste liggen", en: "the first year must lie before the last")
    private static func oneYear(_ year: Int) -> BilingualText {
        BilingualText(
            nl:
                "er is maar één jaar (\(year)) van deze versie van de bron, dus geen verandering te verklaren",
            en: "there is one year only (\(year)) of this version of the source, so no change to explain")
    }
    private static func notComparable(_ year: Int) -> BilingualText {
        BilingualText(
            nl: "\(year) is niet te vergelijken: er zijn geen cijfers van dezelfde groepen en versie",
            en: "\(year) cannot be compared: there are no figures of the same groups and version")
    }
}
