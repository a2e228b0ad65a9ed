import GRDB

extension Row {
    /// The value of a column that the query names. GRDB's own subscript stops the program where a damaged file, or one
    /// that somebody edited, holds a text for a number or nothing at all.
    /// - Throws: a `DatabaseError` that names the column.
    func take<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        guard let value = Value.fromDatabaseValue(self[column] as DatabaseValue) else {
            throw DatabaseError(
                resultCode: .SQLITE_MISMATCH,
                message: "the column '\(column)' holds something else than this program writes")
        }
        return value
    }

    /// The value of a column that may hold nothing.
    func takeOptional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
        let value: DatabaseValue = self[column]
        return value.isNull ? nil : try take(column)
    }
}
