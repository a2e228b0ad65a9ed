/// A column of one of the register's tables; its raw value is the name in the header.
public protocol RegisterColumn: RawRepresentable, CaseIterable, Sendable, Hashable
where RawValue == String, AllCases == [Self] {}

/// The tables of the register. The raw value is the name of the file without its ending.
public enum RegisterTable: String, Sendable, Hashable, Codable, CaseIterable {
    /// Publications.
    case studies
    /// Numbers that were seen in a publication.
    case effects
    /// Publications that share one trial, programme or sample.
    case trials
    /// Which measure a study is about.
    case leverLinks = "lever-links"
    /// Which claim or arrow of the policy theory a study bears on.
    case edgeLinks = "edge-links"
    /// What people wrote beside a study.
    case remarks
    /// Sentences that answer the questions of the working group.
    case answers
    /// How a panel voted on the strength of an answer.
    case strength
}

/// A row of a table: typed, and at the same time a line of cells.
public protocol TableRow: Sendable, Hashable, Identifiable where ID == String {
    /// The columns.
    associatedtype Field: RegisterColumn
    /// The columns that name the row. They never change: withdraw the row and add another.
    static var keyFields: [Field] { get }
    /// Reads a row from its cells.
    ///
    /// - Throws: ``RegisterError`` whose place is the column.
    init(cells: (Field) -> String) throws(RegisterError)
    /// The cell of one column, as it stands in a file. For forms and files; a page shows the typed values.
    func cell(_ field: Field) -> String
}

/// A row of the register. One way of reading serves files, edits and events, so that nothing enters by a side
/// door.
public protocol RegisterRow: TableRow {
    /// The table.
    static var table: RegisterTable { get }
}

extension TableRow {
    /// The same row with one other cell.
    ///
    /// - Throws: ``RegisterError`` when the column does not take the text.
    public func setting(_ field: Field, to text: String) throws(RegisterError) -> Self {
        try Self(cells: { $0 == field ? text : cell($0) })
    }
}
