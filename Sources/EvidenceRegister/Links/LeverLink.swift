/// That a study is about a measure, and why somebody thinks so.
public struct LeverLink: RegisterRow {
    /// The columns of `lever-links.csv`.
    public enum Field: String, RegisterColumn {
        case study = "study_id"
        case lever, why
    }

    /// The table it belongs to.
    public static let table = RegisterTable.leverLinks
    /// The columns that name the row.
    public static let keyFields: [Field] = [.study, .lever]

    /// The study.
    public let study: String
    /// The measure.
    public let lever: Lever
    /// Why.
    public let why: String

    /// Study and measure: `NL-07|sale`.
    public var id: String { "\(study)|\(lever.rawValue)" }

    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    public init(cells: (Field) -> String) throws(RegisterError) {
        study = try Cell.identifier(cells(.study), Field.study.rawValue)
        lever = try Cell.term(cells(.lever), Field.lever.rawValue)
        why = try Cell.required(cells(.why), Field.why.rawValue)
    }

    /// The cell of one column, as it stands in a file.
    public func cell(_ field: Field) -> String {
        switch field {
        case .study: study
        case .lever: lever.rawValue
        case .why: why
        }
    }
}
