internal import Bilingual
internal import Neighbourhoods
internal import Segregation

/// Turns shares into tables of counts and measures them with the segregation library.
struct SegregationTables {
    let frame: AreaFrame
    let settings: ClaimSettings

    init(_ dataset: Dataset, settings: ClaimSettings) {
        frame = AreaFrame(dataset, level: settings.level, year: settings.year)
        self.settings = settings
    }

    func measured() -> (rows: [SegregationSummary.Row], notes: [BilingualText]) {
        var rows: [SegregationSummary.Row] = []
        var notes: [BilingualText] = []
        let others = BilingualText(nl: "andere huishoudens", en: "other households")
        let low = settings.lowIncome.name
        if let table = table(of: [settings.lowIncome.variable], includeRest: true) {
            rows += measure(
                table,
                [
                    .init("D-vs-rest", 0, "D", "D", Self.apart(low)),
                    .init("isolation", 0, "xPx", "isolation", Self.among(low, low)),
                    .init("interaction-with-rest", 0, "xPy", "interaction", Self.among(low, others)),
                    .init("isolation", 1, "xPx", "isolation.rest", Self.among(others, others)),
                    .init("interaction-with-rest", 1, "xPy", "interaction.rest", Self.among(others, low)),
                ])
        } else {
            notes.append(Self.lacking(low))
        }
        rows += topIncomes()
        rows += allIncomes()
        let socialRent = VariableCatalogue.variable("tenure.socialRent")?.name ?? BilingualText(same: "")
        if let table = table(of: ["tenure.socialRent"], includeRest: true) {
            rows += measure(table, [.init("D-vs-rest", 0, "D", "D", Self.apart(socialRent))])
        } else {
            notes.append(Self.lacking(socialRent))
        }
        return (rows, notes)
    }

    /// Unevenness of low incomes and of all income groups.
    func incomeEvenness() -> [SegregationSummary.Row] {
        let low = table(of: [settings.lowIncome.variable], includeRest: true).map {
            measure($0, [.init("D-vs-rest", 0, "D", "D", Self.apart(settings.lowIncome.name))])
        }
        return (low ?? []) + allIncomes()
    }

    private func topIncomes() -> [SegregationSummary.Row] {
        let id: Variable.ID = settings.lowIncome == .lowestQuintile ? "income.quintile5" : "income.highest20"
        guard let table = table(of: [id], includeRest: true), let name = VariableCatalogue.variable(id)?.name
        else { return [] }
        return measure(table, [.init("D-vs-rest", 0, "D", "D", Self.apart(name))])
    }

    private func allIncomes() -> [SegregationSummary.Row] {
        let grouping = settings.lowIncome == .lowestQuintile ? IncomeGrouping.quintiles : .fortyFortyTwenty
        guard let table = table(of: grouping.variables, includeRest: false) else { return [] }
        return measure(
            table,
            [
                .init(
                    "H", nil, "H", "H",
                    BilingualText(
                        nl: "Ongelijke spreiding van alle inkomensgroepen",
                        en: "Uneven spread of all income groups"))
            ])
    }

    /// Whole counts of groups by area, in one year.
    struct Table {
        var counts: ContingencyTable
        var lead: Variable.ID
        var year: Int
        var universe: Universe
    }

    /// The counts of `groups` in the year wanted or the nearest one; nil where they are not known.
    func table(of groups: [Variable.ID], includeRest: Bool) -> Table? {
        guard let year = AreaFrame.nearest(frame.commonYears(groups), to: settings.year),
            let found = frame.dataset.counts(
                of: groups, at: settings.level, year: year, includeRest: includeRest),
            let lead = groups.first
        else { return nil }
        var small: Set<AreaCode> = []
        for (index, area) in frame.areas.enumerated() where frame.tooSmall[index] { small.insert(area.code) }
        let rows = found.areas.indices.filter { !small.contains(found.areas[$0]) }
        let counts = try? ContingencyTable(
            groups: found.groups.map { Group(rawValue: $0.rawValue) },
            rows: rows.map { row in found.counts[row].map { $0.rounded() } },
            unitIdentifiers: rows.map { found.areas[$0].rawValue })
        return counts.map { Table(counts: $0, lead: lead, year: year, universe: found.universe) }
    }

    private struct Wanted {
        var measure: String
        /// The column of the group; nil for a measure of the whole table.
        var column: Int?
        var symbol: String
        var name: String
        var label: BilingualText

        init(_ measure: String, _ column: Int?, _ symbol: String, _ name: String, _ label: BilingualText) {
            self.measure = measure
            self.column = column
            self.symbol = symbol
            self.name = name
            self.label = label
        }
    }

    /// Intervals say how much a value hangs on which areas are in the table, as those of all cards do.
    var options: MeasureOptions { Self.options(settings) }

    static func options(_ settings: ClaimSettings) -> MeasureOptions {
        var options = MeasureOptions()
        options.draws = settings.bootstrapDraws
        options.seed = settings.seed
        options.resampling = .units
        options.method = .percentile
        options.includesLocalMeasures = false
        return options
    }

    private func measure(_ table: Table, _ wanted: [Wanted]) -> [SegregationSummary.Row] {
        var identifiers: [String] = []
        for one in wanted where !identifiers.contains(one.measure) { identifiers.append(one.measure) }
        guard let rows = try? table.counts.measure(identifiers, options: options) else { return [] }
        return wanted.compactMap { one in
            let groups = one.column.map { [table.counts.groups[$0]] } ?? []
            guard let row = rows.first(where: { $0.identifier == one.measure && $0.groups == groups }),
                let value = row.estimate.value.number
            else { return nil }
            return SegregationSummary.Row(
                figure: LocalFigure(
                    id: "\(one.name).\(table.lead.rawValue)", name: one.label, label: one.label, unit: .index,
                    value: value,
                    uncertainty: Uncertainty(row.estimate), line: nil, verdict: nil, levels: nil,
                    municipal: .none(reason: Self.isMunicipal), national: .none(reason: Self.noNation),
                    year: table.year, areas: row.estimate.units, chance: ChancePart(row)),
                symbol: one.symbol, universe: table.universe, variable: table.lead)
        }
    }

    /// Why a measure of a whole municipality has no municipal figure to be held against.
    static let isMunicipal = BilingualText(
        nl: "dit is het cijfer van de gemeente zelf", en: "this is the municipality's own figure")
    /// Why it has no national one.
    static let noNation = BilingualText(
        nl: "hangt af van de grootte van de gebieden en is niet te vergelijken",
        en: "depends on the size of the areas and cannot be compared")

    private static func apart(_ name: BilingualText) -> BilingualText {
        BilingualText(nl: "Ongelijke spreiding van ‘\(name.nl)’", en: "Uneven spread of ‘\(name.en)’")
    }

    private static func among(_ own: BilingualText, _ met: BilingualText) -> BilingualText {
        BilingualText(
            nl: "Aandeel ‘\(met.nl)’ in de omgeving van ‘\(own.nl)’",
            en: "Share of ‘\(met.en)’ around ‘\(own.en)’")
    }

    private static func lacking(_ name: BilingualText) -> BilingualText {
        BilingualText(nl: "Geen cijfers over ‘\(name.nl)’.", en: "No figures on ‘\(name.en)’.")
    }
}

extension Uncertainty {
    /// The interval of an estimate of the segregation library, or its reason for none.
    init(_ estimate: Estimate) {
        if let interval = estimate.interval {
            self = .interval(lower: interval.lower, upper: interval.upper)
        } else {
            let absence = estimate.intervalAbsence ?? .notRequested
            self = .none(reason: BilingualText(nl: absence.dutch, en: absence.english))
        }
    }
}
