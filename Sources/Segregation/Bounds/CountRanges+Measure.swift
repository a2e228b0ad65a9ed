extension CountRanges {
    /// The identifiers of the measures that can be bounded, in the order of ``MeasureDefinition/all``. With
    /// more than six groups H, M and R have no bounds, and with more than two P, C and the exact exposures
    /// never do.
    public static let boundedMeasures: [String] = MeasureDefinition.all.map(\.identifier).filter {
        PairBounds.identifiers.contains($0)
            || [
                "D-matrix", "exposure-matrix", "M", "H", "D-multi", "Gini-multi", "P-multi", "R-multi",
                "C-multi",
                "divintseg-segregation",
            ].contains($0)
    }

    /// Measures of a table of ranges, as tidy rows: bounds over all tables in keeping with the ranges, a
    /// central value and an interval.
    ///
    /// ``MeasureOptions/draws`` tables are drawn within the ranges (see ``imputations(_:seed:)``). The value
    /// is the mean over these, and the interval comes from persons drawn again from each of them, so it
    /// covers both what rounding and suppression hide and what chance does (multiple imputation; Rubin 1987).
    /// Without draws the value is that of ``middle``. Bounds cover rounding and suppression only, and say
    /// nothing of chance.
    /// - Parameter identifiers: measures of the table, of groups or of pairs; ``boundedMeasures`` is the
    ///   default. Bounds are `nil` for others, which have a value and interval alone.
    /// - Throws: ``SegregationError/unknownMeasure(identifier:)``,
    ///   ``SegregationError/needsMore(identifier:needs:)`` for a measure of single units or of exact counts,
    ///   or a parameter out of range.
    public func measure(
        _ identifiers: [String] = Self.boundedMeasures, options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> [MeasureRow] {
        try options.check(for: middle)
        var definitions: [MeasureDefinition] = []
        for identifier in identifiers {
            guard let definition = MeasureDefinition.named(identifier) else {
                throw .unknownMeasure(identifier: identifier)
            }
            guard MeasureDefinition.all.contains(definition) else {
                throw .needsMore(identifier: identifier, needs: "places or groups in order, and exact counts")
            }
            guard [.table, .group, .pair].contains(definition.subject),
                identifier != "D-density-corrected-vs-rest"
            else { throw .needsMore(identifier: identifier, needs: "exact counts in every unit") }
            definitions.append(definition)
        }
        var writer = RangeReport(self, options: options, definitions)
        return definitions.flatMap { writer.rows(of: $0) }
    }

    /// Tables of whole persons drawn within the ranges: in every unit each combination of counts in keeping
    /// with its ranges and total is equally likely; stated totals of groups are met as nearly as the ranges
    /// of single cells let them by moving persons in units drawn at random. The same seed gives the same
    /// tables.
    public func imputations(_ number: Int, seed: UInt64 = 1) -> [ContingencyTable] {
        let imputation = CountImputation(self)
        return (0..<max(0, number)).map { run in
            ContingencyTable(
                trustedGroups: groups, counts: imputation.draw(run, seed: seed),
                unitIdentifiers: unitIdentifiers)
        }
    }
}

/// Joins bounds and draws into rows.
private struct RangeReport {
    private let ranges: CountRanges
    private let options: MeasureOptions
    private let middle: AspatialResult
    private let draws: ImputedDraws?
    private var bounds: RangeBounds
    private let usedUnits: Int

    init(_ ranges: CountRanges, options: MeasureOptions, _ definitions: [MeasureDefinition]) {
        let parts = AspatialParts(for: definitions)
        self.ranges = ranges
        self.options = options
        middle = AspatialResult(of: ranges.middle, atkinsonShapes: options.atkinsonShapes, parts: parts)
        draws = options.draws > 0 ? ImputedDraws(ranges, options: options, parts: parts) : nil
        bounds = RangeBounds(ranges)
        usedUnits = (0..<ranges.unitCount).count { ranges.total(ofUnit: $0).upperBound > 0 }
    }

    mutating func rows(of definition: MeasureDefinition) -> [MeasureRow] {
        let layout = middle.layout
        let identifier = definition.identifier
        switch definition.subject {
        case .table:
            if identifier == "entropy" {
                return [
                    row(definition, layout.place(.groupEntropy), [], bounds: nil, of: "groups"),
                    row(definition, layout.place(.unitEntropy), [], bounds: nil, of: "units"),
                ]
            }
            guard let scalar = AspatialLayout.Scalar(identifier: identifier) else { return [] }
            return [row(definition, layout.place(scalar), [], bounds: bounds.bounds(ofTable: identifier))]
        case .group:
            return (0..<ranges.groupCount).flatMap { group in
                if identifier == "Atkinson-vs-rest" {
                    return options.atkinsonShapes.enumerated().map { shape, b in
                        row(
                            definition, layout.place(atkinson: shape, group: group), [group],
                            bounds: b == 0.5 ? bounds.bounds(identifier, ofGroup: group) : nil,
                            parameters: [MeasureParameter("b", "\(b)")])
                    }
                }
                guard let measure = AspatialLayout.PerGroup(identifier: identifier) else { return [] }
                return [
                    row(
                        definition, layout.place(measure, group: group), [group],
                        bounds: bounds.bounds(identifier, ofGroup: group))
                ]
            }
        default:
            guard let matrix = AspatialLayout.Matrix(identifier: identifier) else { return [] }
            return (0..<ranges.groupCount).flatMap { of in
                (0..<ranges.groupCount).map { to in
                    row(
                        definition, layout.place(matrix, of: of, to: to), [of, to],
                        bounds: bounds.bounds(identifier, of: of, to: to))
                }
            }
        }
    }

    private func row(
        _ definition: MeasureDefinition, _ place: Int, _ columns: [Int], bounds: MeasureBounds?,
        of subject: String? = nil, parameters: [MeasureParameter] = []
    ) -> MeasureRow {
        var parameters = parameters
        if ["M", "entropy", "local-segregation-groups"].contains(definition.identifier) {
            parameters.append(.naturalBase)
        }
        if let subject { parameters.append(MeasureParameter("of", subject)) }
        var value: MeasuredValue = .undefined(reason(columns))
        var absence = IntervalAbsence.notRequested
        let imputed = draws.map { DrawSummary($0.imputed(place)) }
        if let imputed, imputed.defined > 0 {
            value = .defined(imputed.mean)
            parameters.append(
                MeasureParameter("value", "mean of \(imputed.defined) tables within the ranges"))
        } else if middle.values[place].isFinite {
            value = .defined(middle.values[place])
            parameters.append(MeasureParameter("value", "middle of the ranges"))
        } else {
            absence = .undefinedMeasure
        }
        var estimate = Estimate(
            value: value, intervalAbsence: absence, units: usedUnits, persons: middle.total)
        estimate.bounds = bounds
        if let draws, let number = value.number { addDraws(to: &estimate, number, draws, place, definition) }
        return MeasureRow(
            identifier: definition.identifier, groups: columns.map { ranges.groups[$0] },
            parameters: parameters, estimate: estimate)
    }

    private func reason(_ columns: [Int]) -> UndefinedReason {
        guard middle.total > 0 else { return .emptyTable }
        return columns.first.map { middle.reason(group: $0) } ?? .singleGroup
    }

    private func addDraws(
        to estimate: inout Estimate, _ value: Double, _ draws: ImputedDraws, _ place: Int,
        _ definition: MeasureDefinition
    ) {
        let summary = DrawSummary(draws.resampled(place))
        let undefined = draws.draws - summary.defined
        guard undefined * 20 <= draws.draws else {
            estimate.intervalAbsence = .undefinedInDraws(undefined, of: draws.draws)
            return
        }
        estimate.standardError = summary.standardDeviation.isFinite ? summary.standardDeviation : nil
        let imputed = DrawSummary(draws.imputed(place))
        estimate.imputationError = imputed.standardDeviation.isFinite ? imputed.standardDeviation : nil
        estimate.bias = summary.mean - value
        estimate.interval = summary.interval(around: value, definition: definition, options: options)
        if estimate.interval != nil { estimate.intervalAbsence = nil }
    }
}
