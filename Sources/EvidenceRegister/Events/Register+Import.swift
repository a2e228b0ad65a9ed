extension Register {
    /// The changes that bring `rows`, such as those of a file, into the register: new rows are added, cells
    /// that differ are set, rows that were withdrawn are restored. Rows that the file does not name stay as
    /// they are, and a row that is the same asks for no change.
    public func changes<Row: RegisterRow>(bringing rows: [Row]) -> [RegisterChange] {
        rows.flatMap { row -> [RegisterChange] in
            guard let (present, isActive) = find(Row.self, row.id) else { return [.adding(row)] }
            var changes: [RegisterChange] = []
            if !isActive { changes.append(.restore(table: Row.table, row: row.id, why: "imported again")) }
            for field in Row.Field.allCases where present.cell(field) != row.cell(field) {
                changes.append(.setting(field, of: present, to: row.cell(field)))
            }
            return changes
        }
    }

    private func find<Row: RegisterRow>(_ type: Row.Type, _ id: String) -> (row: Row, isActive: Bool)? {
        func look<Other: RegisterRow>(_ rows: RowSet<Other>) -> (row: Row, isActive: Bool)? {
            (rows[id] as? Row).map { ($0, rows.isActive(id)) }
        }
        return switch Row.table {
        case .studies: look(studyRows)
        case .effects: look(effectRows)
        case .trials: look(trialRows)
        case .leverLinks: look(leverRows)
        case .edgeLinks: look(edgeRows)
        case .remarks: look(remarkRows)
        case .answers: look(answerRows)
        case .strength: look(strengthRows)
        }
    }
}
