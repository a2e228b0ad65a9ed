internal import Neighbourhoods
internal import Segregation

/// Makes a report from the counts of a subject.
struct SpreadMeasurement {
    private let source: SpreadCounts
    private var dataset: Dataset { source.dataset }
    private var settings: ClaimSettings { source.settings }
    private let options: MeasureOptions

    init(_ source: SpreadCounts) {
        self.source = source
        options = SegregationTables(source.dataset, settings: source.settings).options
    }

    func report() -> SpreadReport? {
        guard let table = source.table(),
            let series = dataset.series(table.lead, at: settings.level, year: table.year)
        else { return nil }
        let frame = AreaFrame(dataset, level: settings.level, year: table.year)
        let used = source.series(year: table.year, universe: table.universe).map(frame.use)
        let groups = table.counts.groups.map { Variable.ID(rawValue: $0.rawValue) }
        let years = source.comparableYears(with: table.year)
        let areas = SpreadAreas(table, in: frame)
        let rows = whole(table) + table.columns.flatMap { self.rows(table, column: $0) }
        return SpreadReport(
            subject: source.subject, groups: groups, universe: table.universe, year: table.year,
            version: series.version, level: settings.level,
            rows: rows, parts: parts(table),
            local: areas.measure(data: used), areas: areas.areas, whole: areas.whole,
            profile: ScaleProfile.of(table, dataset: dataset, settings: settings),
            trend: trend(years, known: rows),
            comparableYears: years, data: used, areasLeftOut: frame.areas.count - table.counts.unitCount,
            draws: options.draws, seed: options.seed)
    }

    // MARK: Measures

    private func whole(_ table: SegregationTables.Table) -> [SpreadReport.Row] {
        let found = try? table.counts.measure([SpreadReport.Measure.entropy.identifier], options: options)
        return (found ?? []).compactMap { row($0, .entropy, of: nil, table) }
    }

    /// One group against the others, in both directions.
    private func rows(
        _ table: SegregationTables.Table, column: Int,
        _ measures: [SpreadReport.Measure] = [
            .dissimilarity, .isolation, .interaction, .interactionOfOthers, .isolationOfOthers,
        ]
    ) -> [SpreadReport.Row] {
        let group = table.counts.groups[column]
        var identifiers: [String] = []
        for measure in measures where !identifiers.contains(measure.identifier) {
            identifiers.append(measure.identifier)
        }
        guard let two = table.against(column: column),
            let found = try? two.measure(identifiers, options: options)
        else { return [] }
        return measures.compactMap { measure in
            let subject = measure.isOfOthers ? SegregationTables.Table.others : group
            return found.first { $0.identifier == measure.identifier && $0.groups == [subject] }
                .flatMap { row($0, measure, of: group, table) }
        }
    }

    private func row(
        _ found: MeasureRow, _ measure: SpreadReport.Measure, of group: Group?,
        _ table: SegregationTables.Table
    ) -> SpreadReport.Row? {
        guard let value = found.estimate.value.number else { return nil }
        return SpreadReport.Row(
            measure: measure, group: group.map { Variable.ID(rawValue: $0.rawValue) }, year: table.year,
            value: value, uncertainty: Uncertainty(found.estimate), bias: found.estimate.bias,
            chance: ChancePart(found), areas: found.estimate.units, counted: found.estimate.persons)
    }

    // MARK: Scales

    private func parts(_ table: SegregationTables.Table) -> [SpreadReport.Part] {
        let districts = table.counts.unitIdentifiers.compactMap { code -> String? in
            dataset.area(AreaCode(code))?.parent.flatMap { dataset.area($0) }.flatMap { parent in
                parent.level == .district ? parent.code.rawValue : nil
            }
        }
        let count = Set(districts).count
        guard settings.level == .neighbourhood, districts.count == table.counts.unitCount,
            count > 1, count < districts.count,
            let found = try? table.counts.nestedSegregation([(name: "district", labels: districts)])
        else { return [] }
        return SpreadReport.Part.parts(found, [.district, .neighbourhood])
    }

    // MARK: Years

    /// H and D of the first group in every year; those of the year of the report are `known`.
    private func trend(_ years: [Int], known: [SpreadReport.Row]) -> [SpreadReport.Row] {
        guard years.count > 1 else { return [] }
        return years.flatMap { year -> [SpreadReport.Row] in
            if known.first?.year == year {
                return [SpreadReport.Measure.entropy, .dissimilarity].compactMap { measure in
                    known.first { $0.measure == measure }
                }
            }
            guard let table = source.table(year: year), table.year == year else { return [] }
            return whole(table) + rows(table, column: 0, [.dissimilarity])
        }
    }
}

extension SpreadReport.Part {
    /// Nested parts with the levels that they compare, largest first; empty when nothing is uneven.
    static func parts(_ found: [NestedPart], _ levels: [AreaLevel]) -> [SpreadReport.Part] {
        let total = found.map(\.mutualInformation).reduce(0, +)
        guard total > 0 else { return [] }
        return zip(found, levels.enumerated()).compactMap { part, level in
            part.entropyIndex.map { index in
                SpreadReport.Part(
                    between: level.element, within: level.offset > 0 ? levels[level.offset - 1] : nil,
                    mutualInformation: part.mutualInformation, entropyIndex: index,
                    share: part.mutualInformation / total)
            }
        }
    }
}

extension SegregationTables.Table {
    /// All members of other groups, in a table of one group against them.
    static let others = Group(rawValue: "others")

    /// The columns that are set against the others. Of two groups one tells the whole story: the other one is "the
    /// others".
    var columns: Range<Int> { counts.groupCount == 2 ? 0..<1 : 0..<counts.groupCount }

    /// One group against all others together.
    func against(column: Int) -> ContingencyTable? {
        let pairs = (0..<counts.unitCount).map { unit -> [Double] in
            let row = Array(counts.counts(inUnit: unit))
            return [row[column], row.reduce(0, +) - row[column]]
        }
        return try? ContingencyTable(
            groups: [counts.groups[column], Self.others], rows: pairs, unitIdentifiers: counts.unitIdentifiers
        )
    }
}
