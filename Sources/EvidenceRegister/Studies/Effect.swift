public import Bilingual

/// One number that was seen in a publication.
public struct Effect: RegisterRow {
    /// The columns of `effects.csv`.
    public enum Field: String, RegisterColumn {
        case id = "effect_id"
        case study = "study_id"
        case outcomeDomain = "outcome_domain"
        case outcome, group, contrast, measure, value
        case standardError = "se"
        case lower = "ci95_lb"
        case upper = "ci95_ub"
        case unit
        case favoursMixing = "favours_mixing"
        case sourceSeen = "source_seen"
        case note
    }

    /// Whether a number speaks for mixing.
    public enum FavoursMixing: String, CodedTerm {
        /// It does.
        case yes
        /// It does not.
        case no
        /// That cannot be said of it.
        case notApplicable = "na"

        /// Its name.
        public var name: BilingualText {
            switch self {
            case .yes: BilingualText(nl: "spreekt voor mengen", en: "speaks for mixing")
            case .no: BilingualText(nl: "spreekt niet voor mengen", en: "does not speak for mixing")
            case .notApplicable: BilingualText(nl: "zegt niets over mengen", en: "says nothing of mixing")
            }
        }
    }

    /// The table it belongs to.
    public static let table = RegisterTable.effects
    /// The columns that name the row.
    public static let keyFields: [Field] = [.id, .study]

    /// Its identifier, such as `E01`.
    public let id: String
    /// The study it was seen in.
    public let study: String
    /// What it is about.
    public let outcomeDomain: OutcomeDomain
    /// The outcome in words.
    public let outcome: String
    /// Whom it is about.
    public let group: String
    /// What was compared with what.
    public let contrast: String
    /// The measure, such as `risk difference`.
    public let measure: String
    /// The number; a placeholder is never a number.
    public let value: EffectValue
    /// The standard error; nil when not seen.
    public let standardError: Double?
    /// The 95% interval; nil when not seen.
    public let interval: ClosedRange<Double>?
    /// The unit and what belongs to it.
    public let unit: String
    /// Whether it speaks for mixing, by the register's reading.
    public let favoursMixing: FavoursMixing
    /// Where it was seen.
    public let sourceSeen: String
    /// A remark.
    public let note: String

    private let recorded: RecordedNumbers

    /// The cells of numbers as they were written, so that a file comes back as it was.
    private struct RecordedNumbers: Sendable, Hashable {
        let value, standardError, lower, upper: String
    }

    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    public init(cells: (Field) -> String) throws(RegisterError) {
        id = try Cell.identifier(cells(.id), Field.id.rawValue)
        study = try Cell.identifier(cells(.study), Field.study.rawValue)
        outcomeDomain = try Cell.term(cells(.outcomeDomain), Field.outcomeDomain.rawValue)
        outcome = try Cell.required(cells(.outcome), Field.outcome.rawValue)
        group = cells(.group)
        contrast = cells(.contrast)
        measure = cells(.measure)
        unit = cells(.unit)
        note = cells(.note)
        sourceSeen = cells(.sourceSeen)
        value = try EffectValue(cells(.value), unit: unit, note: note)
        standardError = try Cell.number(cells(.standardError), Field.standardError.rawValue)
        if let error = standardError, error <= 0 {
            throw RegisterError(
                .cell, at: "column 'se'", found: cells(.standardError),
                expected: "a number above 0, or nothing",
                mend: "leave it empty when the paper gives none")
        }
        interval = try Self.interval(cells(.lower), cells(.upper), around: value)
        favoursMixing = try Cell.term(cells(.favoursMixing), Field.favoursMixing.rawValue)
        recorded = RecordedNumbers(
            value: cells(.value), standardError: cells(.standardError), lower: cells(.lower),
            upper: cells(.upper))
    }

    /// The cell of one column, as it stands in a file.
    public func cell(_ field: Field) -> String {
        switch field {
        case .id: id
        case .study: study
        case .outcomeDomain: outcomeDomain.rawValue
        case .outcome: outcome
        case .group: group
        case .contrast: contrast
        case .measure: measure
        case .value: recorded.value
        case .standardError: recorded.standardError
        case .lower: recorded.lower
        case .upper: recorded.upper
        case .unit: unit
        case .favoursMixing: favoursMixing.rawValue
        case .sourceSeen: sourceSeen
        case .note: note
        }
    }

    /// Whether something is known of how uncertain it is.
    public var hasUncertainty: Bool { standardError != nil || interval != nil }

    private static func interval(
        _ lower: String, _ upper: String, around value: EffectValue
    ) throws(RegisterError) -> ClosedRange<Double>? {
        let low = try Cell.number(lower, Field.lower.rawValue)
        let high = try Cell.number(upper, Field.upper.rawValue)
        guard low != nil || high != nil else { return nil }
        guard let low, let high, low <= high else {
            throw RegisterError(
                .cell, at: "columns 'ci95_lb' and 'ci95_ub'", found: "\(lower) and \(upper)",
                expected: "two ends, the lower first", mend: "give both ends or neither")
        }
        if let number = value.number, !(low...high).contains(number) {
            throw RegisterError(
                .cell, at: "columns 'ci95_lb' and 'ci95_ub'", found: "\(lower) to \(upper)",
                expected: "an interval that holds the value \(number)", mend: "check the signs and the unit")
        }
        return low...high
    }
}
