/// Joins values, draws and exact expectations into rows.
struct ReportWriter {
    private let table: ContingencyTable
    private let options: MeasureOptions
    private let result: AspatialResult
    private let chance: ChanceExpectation?
    private let bootstrap: Bootstrap?
    private let closedForm: ClosedForm?
    private let local: LocalMeasures?
    let usedUnits: Int

    init(_ table: ContingencyTable, options: MeasureOptions, of definitions: [MeasureDefinition]) {
        let parts = AspatialParts(for: definitions)
        self.table = table
        self.options = options
        result = AspatialResult(of: table, atkinsonShapes: options.atkinsonShapes, parts: parts)
        chance =
            options.includesChance
            ? ChanceExpectation(of: table, atkinsonShapes: options.atkinsonShapes, parts: parts) : nil
        let isDrawn = options.method != .closedForm && options.draws > 0 && !parts.isEmpty
        bootstrap = isDrawn ? Bootstrap(of: table, options: options, parts: parts) : nil
        closedForm = options.method == .closedForm ? ClosedForm(of: table) : nil
        local = options.includesLocalMeasures ? LocalMeasures(of: table) : nil
        usedUnits = table.unitTotals.count { $0 > 0 }
    }

    func rows(of definition: MeasureDefinition) -> [MeasureRow] {
        switch definition.subject {
        case .table: tableRows(definition)
        case .group: groupRows(definition)
        case .pair: pairRows(definition)
        case .unit, .groupInUnit: localRows(definition)
        case .threshold: []
        }
    }

    private func tableRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        if definition.identifier == "entropy" {
            return [(AspatialLayout.Scalar.groupEntropy, "groups"), (.unitEntropy, "units")].map {
                scalar, subject in
                row(
                    definition, place: result.layout.place(scalar), value: result.value(scalar),
                    parameters: [.naturalBase, MeasureParameter("of", subject)])
            }
        }
        guard let scalar = AspatialLayout.Scalar(identifier: definition.identifier) else { return [] }
        let parameters = definition.identifier == "M" ? [MeasureParameter.naturalBase] : []
        return [
            row(
                definition, place: result.layout.place(scalar), value: result.value(scalar),
                parameters: parameters)
        ]
    }

    private func groupRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        let columns = 0..<table.groupCount
        switch definition.identifier {
        case "Atkinson-vs-rest":
            return options.atkinsonShapes.indices.flatMap { shape in
                columns.map { column in
                    row(
                        definition, groups: [column],
                        place: result.layout.place(atkinson: shape, group: column),
                        value: result.value(atkinson: shape, group: column),
                        parameters: [MeasureParameter("b", "\(options.atkinsonShapes[shape])")])
                }
            }
        case "D-density-corrected-vs-rest":
            return zip(columns, DensityCorrection.dissimilarities(of: table, groupTotals: result.groupTotals))
                .map { column, value in
                    row(
                        definition, groups: [column],
                        value: value.map { .defined($0) } ?? .undefined(result.reason(group: column)),
                        without: .correctionItself)
                }
        default:
            guard let measure = AspatialLayout.PerGroup(identifier: definition.identifier) else { return [] }
            let parameters = measure == .localSegregation ? [MeasureParameter.naturalBase] : []
            return columns.map { column in
                row(
                    definition, groups: [column], place: result.layout.place(measure, group: column),
                    value: result.value(measure, group: column), parameters: parameters)
            }
        }
    }

    private func pairRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        guard let matrix = AspatialLayout.Matrix(identifier: definition.identifier) else { return [] }
        return (0..<table.groupCount).flatMap { of in
            (0..<table.groupCount).map { to in
                row(
                    definition, groups: [of, to], place: result.layout.place(matrix, of: of, to: to),
                    value: result.value(matrix, of: of, to: to))
            }
        }
    }

    private func localRows(_ definition: MeasureDefinition) -> [MeasureRow] {
        guard let local else { return [] }
        if definition.subject == .groupInUnit {
            return local.locationQuotients.enumerated().map { cell, value in
                let (unit, column) = cell.quotientAndRemainder(dividingBy: table.groupCount)
                return localRow(definition, unit: unit, column: column, value: value)
            }
        }
        return (local.values(of: definition.identifier) ?? []).enumerated().map { unit, value in
            localRow(definition, unit: unit, column: nil, value: value)
        }
    }

    private func localRow(
        _ definition: MeasureDefinition, unit: Int, column: Int?, value: Double?
    ) -> MeasureRow {
        let name = table.unitIdentifiers[unit]
        var measured = MeasuredValue.undefined(.emptyUnit(name))
        if let value {
            measured = .defined(value)
        } else if result.total == 0 {
            measured = .undefined(.emptyTable)
        } else if let column, result.groupTotals[column] == 0 {
            measured = .undefined(.absentGroup(table.groups[column].rawValue))
        } else if table.groupCount == 1 {
            measured = .undefined(.singleGroup)
        }
        let inNats = ["local-entropy", "local-segregation-units"].contains(definition.identifier)
        return MeasureRow(
            identifier: definition.identifier, groups: column.map { [table.groups[$0]] } ?? [], unit: name,
            parameters: inNats ? [.naturalBase] : [],
            estimate: Estimate(
                value: measured, intervalAbsence: value == nil ? .undefinedMeasure : .valueOfOneUnit,
                units: 1, persons: table.counts(inUnit: unit).reduce(0, +)), scale: options.scale,
            year: options.year)
    }

    private func row(
        _ definition: MeasureDefinition, groups: [Int] = [], place: Int? = nil, value: MeasuredValue,
        parameters: [MeasureParameter] = [], without absence: IntervalAbsence = .notRequested
    ) -> MeasureRow {
        let compared = groups.count == 2 && definition.identifier == "D-matrix"
        let persons = compared ? Set(groups).reduce(0) { $0 + result.groupTotals[$1] } : result.total
        var estimate = Estimate(
            value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : absence,
            units: usedUnits,
            persons: persons)
        if let place, let number = value.number {
            addChance(to: &estimate, number, place: place, definition: definition)
            addDraws(to: &estimate, number, place: place, definition: definition)
            if closedForm != nil {
                addClosedForm(to: &estimate, number, groups: groups, definition: definition)
            }
            estimate.correctEnds(definition)
        }
        return MeasureRow(
            identifier: definition.identifier, groups: groups.map { table.groups[$0] },
            parameters: parameters, estimate: estimate, scale: options.scale, year: options.year)
    }

    private func addClosedForm(
        to estimate: inout Estimate, _ value: Double, groups: [Int], definition: MeasureDefinition
    ) {
        guard let moments = closedForm?.moments(of: definition.identifier, groups: groups) else {
            estimate.intervalAbsence = .noClosedForm
            return
        }
        estimate.standardError = moments.standardError
        estimate.bias = moments.bias
        estimate.interval = moments.interval(around: value, definition: definition, level: options.level)
        estimate.intervalAbsence = nil
    }

    private func addChance(
        to estimate: inout Estimate, _ value: Double, place: Int, definition: MeasureDefinition
    ) {
        guard let expected = chance?.values[place], expected.isFinite else { return }
        estimate.expectedUnderNoSegregation = expected
        estimate.corrected = definition.correction.correct(value, expected: expected)
    }

    private func addDraws(
        to estimate: inout Estimate, _ value: Double, place: Int, definition: MeasureDefinition
    ) {
        guard let bootstrap else { return }
        let summary = DrawSummary(bootstrap.draws(of: place))
        let undefined = bootstrap.draws - summary.defined
        guard undefined * 20 <= bootstrap.draws else {
            estimate.intervalAbsence = .undefinedInDraws(undefined, of: bootstrap.draws)
            return
        }
        estimate.standardError = summary.standardDeviation.isFinite ? summary.standardDeviation : nil
        estimate.bias = summary.mean - value
        estimate.interval = summary.interval(around: value, definition: definition, options: options)
        if estimate.interval != nil { estimate.intervalAbsence = nil }
    }
}

extension Estimate {
    /// Takes out of the ends of the interval what is taken out of the value.
    mutating func correctEnds(_ definition: MeasureDefinition) {
        guard let interval, let expected = expectedUnderNoSegregation,
            let lower = definition.correction.correct(interval.lower, expected: expected),
            let upper = definition.correction.correct(interval.upper, expected: expected)
        else { return }
        var corrected = interval
        (corrected.lower, corrected.upper) = (lower, upper)
        correctedInterval = corrected
    }
}
