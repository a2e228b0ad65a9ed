/// The aspatial values of one table, with the reason for each that is missing.
struct AspatialResult {
    let layout: AspatialLayout
    let values: [Double]
    let table: ContingencyTable
    let groupTotals: [Double]
    let total: Double

    init(of table: ContingencyTable, atkinsonShapes: [Double], parts: AspatialParts = .all) {
        self.table = table
        layout = AspatialLayout(groupCount: table.groupCount, atkinsonShapes: atkinsonShapes)
        var kernel = AspatialKernel(
            layout: layout, unitCount: table.unitCount, parts: parts, sideBySide: true)
        var values = [Double](repeating: .nan, count: layout.count)
        table.counts.withUnsafeBufferPointer { counts in
            values.withUnsafeMutableBufferPointer { kernel.evaluate(counts, into: $0) }
        }
        groupTotals = kernel.groupTotals
        total = groupTotals.reduce(0, +)
        self.values = values
    }

    /// The number itself, NaN where undefined.
    subscript(_ scalar: AspatialLayout.Scalar) -> Double { values[layout.place(scalar)] }

    func number(_ scalar: AspatialLayout.Scalar) -> Double? {
        self[scalar].isFinite ? self[scalar] : nil
    }

    func value(_ scalar: AspatialLayout.Scalar) -> MeasuredValue {
        measured(layout.place(scalar)) ?? .undefined(total > 0 ? .singleGroup : .emptyTable)
    }

    func value(_ measure: AspatialLayout.PerGroup, group: Int) -> MeasuredValue {
        measured(layout.place(measure, group: group)) ?? .undefined(reason(group: group))
    }

    func value(atkinson shape: Int, group: Int) -> MeasuredValue {
        measured(layout.place(atkinson: shape, group: group)) ?? .undefined(reason(group: group))
    }

    func value(_ matrix: AspatialLayout.Matrix, of row: Int, to column: Int) -> MeasuredValue {
        if let value = measured(layout.place(matrix, of: row, to: column)) { return value }
        return .undefined(reason(group: groupTotals[row] > 0 ? column : row))
    }

    private func measured(_ place: Int) -> MeasuredValue? {
        values[place].isFinite ? .defined(values[place]) : nil
    }

    /// Why a group has no value against the rest.
    func reason(group: Int) -> UndefinedReason {
        if total == 0 { return .emptyTable }
        if groupTotals[group] == 0 { return .absentGroup(table.groups[group].rawValue) }
        if groupTotals[group] == total { return .noRest(table.groups[group].rawValue) }
        return .divisionByZero
    }
}
