/// All aspatial measures of a table with their uncertainty, as tidy rows.
///
/// One pass over the table gives all values, one bootstrap all intervals, and exact sums what chance alone would give.
/// The rows follow the order of ``MeasureDefinition/all``, then groups, then units; equal input gives equal rows.
public struct MeasureReport: Sendable, Equatable {
    /// The rows.
    public let rows: [MeasureRow]
    /// The settings behind them.
    public let options: MeasureOptions
    /// Units in the table, empty ones included.
    public let unitCount: Int
    /// Units without persons.
    public let emptyUnitCount: Int
    /// All persons.
    public let persons: Double

    /// Measures a table.
    /// - Throws: ``SegregationError/parameter(name:found:expected:)`` for a setting out of range.
    public init(of table: ContingencyTable, options: MeasureOptions = MeasureOptions())
        throws(SegregationError)
    {
        try options.check(for: table)
        let writer = ReportWriter(table, options: options, of: MeasureDefinition.all)
        rows = MeasureDefinition.all.flatMap { writer.rows(of: $0) }
        self.options = options
        unitCount = table.unitCount
        emptyUnitCount = table.unitCount - writer.usedUnits
        persons = table.total
    }

    /// The rows of one measure.
    public func rows(of identifier: String) -> [MeasureRow] {
        rows.filter { $0.identifier == identifier }
    }

    /// The row of a measure of one group, or of two.
    public func row(_ identifier: String, _ groups: Group...) -> MeasureRow? {
        rows.first { $0.identifier == identifier && $0.groups == groups && $0.unit == nil }
    }
}

extension ContingencyTable {
    /// The measures with these identifiers, in the order asked for.
    /// - Throws: ``SegregationError/unknownMeasure(identifier:)`` or a parameter out of range.
    public func measure(
        _ identifiers: [String], options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> [MeasureRow] {
        try options.check(for: self)
        var definitions: [MeasureDefinition] = []
        for identifier in identifiers {
            guard let definition = MeasureDefinition.named(identifier) else {
                throw .unknownMeasure(identifier: identifier)
            }
            guard MeasureDefinition.all.contains(definition) else {
                throw .needsMore(
                    identifier: identifier,
                    needs: definition.asksFor)
            }
            definitions.append(definition)
        }
        let writer = ReportWriter(self, options: options, of: definitions)
        return definitions.flatMap { writer.rows(of: $0) }
    }

    /// Every aspatial measure without intervals: one pass over the table, for when speed counts.
    public func allAspatialMeasures(includingLocal: Bool = true) -> [MeasureRow] {
        var options = MeasureOptions()
        options.draws = 0
        options.includesLocalMeasures = includingLocal
        options.includesChance = false
        let writer = ReportWriter(self, options: options, of: MeasureDefinition.all)
        return MeasureDefinition.all.flatMap { writer.rows(of: $0) }
    }
}
