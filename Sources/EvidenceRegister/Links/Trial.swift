public import Bilingual

/// Publications that share one trial, programme, evaluation or sample, and therefore count once.
public struct Trial: RegisterRow {
    /// The columns of `trials.csv`.
    public enum Field: String, RegisterColumn {
        case id
        case nameNL = "name_nl"
        case nameEN = "name_en"
        case studies
        case otherPapers = "other_papers"
        case whyNL = "why_nl"
        case whyEN = "why_en"
    }

    /// The table it belongs to.
    public static let table = RegisterTable.trials
    /// The columns that name the row.
    public static let keyFields: [Field] = [.id]

    /// Its identifier.
    public let id: String
    /// Its name.
    public let name: BilingualText
    /// The publications of the register that share it.
    public let studies: [String]
    /// Publications outside the register that share it, in words.
    public let otherPapers: String
    /// Why they count once.
    public let why: BilingualText

    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    public init(cells: (Field) -> String) throws(RegisterError) {
        id = try Cell.identifier(cells(.id), Field.id.rawValue)
        name = BilingualText(
            nl: try Cell.required(cells(.nameNL), Field.nameNL.rawValue),
            en: try Cell.required(cells(.nameEN), Field.nameEN.rawValue))
        studies = try Cell.identifiers(cells(.studies), Field.studies.rawValue)
        otherPapers = cells(.otherPapers)
        why = BilingualText(
            nl: try Cell.required(cells(.whyNL), Field.whyNL.rawValue),
            en: try Cell.required(cells(.whyEN), Field.whyEN.rawValue))
    }

    /// The cell of one column, as it stands in a file.
    public func cell(_ field: Field) -> String {
        switch field {
        case .id: id
        case .nameNL: name.nl
        case .nameEN: name.en
        case .studies: studies.joined(separator: ";")
        case .otherPapers: otherPapers
        case .whyNL: why.nl
        case .whyEN: why.en
        }
    }
}
