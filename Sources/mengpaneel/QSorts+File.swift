import Perspectives

extension QSorts {
    /// Sorts from a table: a row for each statement with its name first, a column for each sort.
    init(_ file: PlainTable) throws {
        guard file.header.count > 1 else {
            throw UserError(
                "\(file.fileName): found one column; a column of statements and one for each sort are expected."
            )
        }
        let values = try (1..<file.header.count).map { column in
            try file.rows.indices.map { row in
                try file.filled(
                    row: row, column: column, "every sort places every statement", expected: "a place")
            }
        }
        try self.init(
            statements: file.rows.map { $0[0] }, names: Array(file.header.dropFirst()), values: values)
    }
}
