/// What somebody wrote beside a study.
public struct Remark: RegisterRow {
    /// The columns.
    public enum Field: String, RegisterColumn {
        case id
        case study = "study_id"
        case text
    }

    /// The table it belongs to.
    public static let table = RegisterTable.remarks
    /// The columns that name the row.
    public static let keyFields: [Field] = [.id, .study]

    /// Its identifier.
    public let id: String
    /// The study.
    public let study: String
    /// The remark.
    public let text: String

    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    public init(cells: (Field) -> String) throws(RegisterError) {
        id = try Cell.identifier(cells(.id), Field.id.rawValue)
        study = try Cell.identifier(cells(.study), Field.study.rawValue)
        text = try Cell.required(cells(.text), Field.text.rawValue)
    }

    /// The cell of one column, as it stands in a file.
    public func cell(_ field: Field) -> String {
        switch field {
        case .id: id
        case .study: study
        case .text: text
        }
    }
}
