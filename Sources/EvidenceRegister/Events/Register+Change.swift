extension Register {
    /// The register after `change`.
    ///
    /// - Throws: ``RegisterError``; the register is then as it was.
    public func applying(_ change: RegisterChange) throws(RegisterError) -> Register {
        var next = self
        try next.apply(change)
        return next
    }

    mutating func apply(_ change: RegisterChange) throws(RegisterError) {
        let whyWithdrawn = reasonOfWithdrawal(change.table, change.row)
        try perform(change)
        do {
            try checkReferences(of: change)
        } catch {
            takeBack(change, whyWithdrawn: whyWithdrawn)
            throw error
        }
    }

    /// In place: a register of thousands of rows is not copied for each of them.
    private mutating func perform(_ change: RegisterChange) throws(RegisterError) {
        switch change.table {
        case .studies: try Self.apply(change, to: &studyRows)
        case .effects: try Self.apply(change, to: &effectRows)
        case .trials: try Self.apply(change, to: &trialRows)
        case .leverLinks: try Self.apply(change, to: &leverRows)
        case .edgeLinks: try Self.apply(change, to: &edgeRows)
        case .remarks: try Self.apply(change, to: &remarkRows)
        case .answers: try Self.apply(change, to: &answerRows)
        case .strength: try Self.apply(change, to: &strengthRows)
        }
    }

    private mutating func takeBack(_ change: RegisterChange, whyWithdrawn: String?) {
        switch change.table {
        case .studies: studyRows.takeBack(change, whyWithdrawn)
        case .effects: effectRows.takeBack(change, whyWithdrawn)
        case .trials: trialRows.takeBack(change, whyWithdrawn)
        case .leverLinks: leverRows.takeBack(change, whyWithdrawn)
        case .edgeLinks: edgeRows.takeBack(change, whyWithdrawn)
        case .remarks: remarkRows.takeBack(change, whyWithdrawn)
        case .answers: answerRows.takeBack(change, whyWithdrawn)
        case .strength: strengthRows.takeBack(change, whyWithdrawn)
        }
    }

    private func reasonOfWithdrawal(_ table: RegisterTable, _ row: String) -> String? {
        switch table {
        case .studies: studyRows.withdrawn[row]
        case .effects: effectRows.withdrawn[row]
        case .trials: trialRows.withdrawn[row]
        case .leverLinks: leverRows.withdrawn[row]
        case .edgeLinks: edgeRows.withdrawn[row]
        case .remarks: remarkRows.withdrawn[row]
        case .answers: answerRows.withdrawn[row]
        case .strength: strengthRows.withdrawn[row]
        }
    }

    private static func apply<Row: RegisterRow>(
        _ change: RegisterChange, to rows: inout RowSet<Row>
    ) throws(RegisterError) {
        switch change {
        case .add(_, let row, let cells): try rows.add(id: row, cells: cells)
        case .set(_, let row, let column, let old, let new):
            try rows.set(id: row, column: column, old: old, new: new)
        case .withdraw(_, let row, let why): try rows.withdraw(id: row, why: why)
        case .restore(_, let row, _): try rows.restore(id: row)
        }
    }

    /// A row that is added or changed may name only studies that are there, and a study shares one trial at
    /// most.
    private func checkReferences(of change: RegisterChange) throws(RegisterError) {
        if case .withdraw = change { return }
        let place = "\(change.table.rawValue), row '\(change.row)'"
        for study in studiesNamed(in: change.table, row: change.row) where !studyRows.contains(study) {
            throw RegisterError(
                .unknownReference, at: place, found: study, expected: "a study of the register",
                mend: "add the study first, or correct its identifier")
        }
        if change.table == .trials, let trial = trialRows[change.row] {
            for other in trialRows.active where other.id != trial.id {
                if let shared = trial.studies.first(where: other.studies.contains) {
                    throw RegisterError(
                        .duplicateRow, at: place, found: shared,
                        expected: "a study that shares no other trial",
                        mend: "take it out of '\(other.id)' first")
                }
            }
        }
    }

    /// The studies that a row names, whether the row counts or was withdrawn.
    func studiesNamed(in table: RegisterTable, row: String) -> [String] {
        switch table {
        case .studies: []
        case .effects: effectRows[row].map { [$0.study] } ?? []
        case .trials: trialRows[row]?.studies ?? []
        case .leverLinks: leverRows[row].map { [$0.study] } ?? []
        case .edgeLinks: edgeRows[row].map { [$0.study] } ?? []
        case .remarks: remarkRows[row].map { [$0.study] } ?? []
        case .answers: answerRows[row]?.studies ?? []
        case .strength: []
        }
    }
}
