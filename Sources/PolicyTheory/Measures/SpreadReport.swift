public import Neighbourhoods
internal import Segregation

/// What is divided over the areas of a municipality.
public enum SpreadSubject: String, Sendable, CaseIterable {
    /// Households by income.
    case income
    /// Dwellings by who owns and who may rent.
    case tenure
    /// Houses and flats.
    case type
}

/// How evenly one subject is spread over the areas of a municipality: every group against the others in both
/// directions, all groups at once, the parts by scale, the areas on their own, and the development.
///
/// Counts are shares times their base, rounded to whole households or dwellings, which the exact expectation needs.
public struct SpreadReport: Sendable, Hashable {
    /// A measure of the report.
    public enum Measure: String, Sendable, CaseIterable {
        /// H of all groups at once.
        case entropy = "H"
        /// D of a group and the others.
        case dissimilarity = "D"
        /// How much of the surroundings of the group belongs to the group.
        case isolation
        /// How much of the surroundings of the group belongs to the others.
        case interaction
        /// How much of the surroundings of the others belongs to the others.
        case isolationOfOthers
        /// How much of the surroundings of the others belongs to the group.
        case interactionOfOthers

        /// The letter in the literature.
        public var symbol: String {
            switch self {
            case .entropy: "H"
            case .dissimilarity: "D"
            case .isolation, .isolationOfOthers: "xPx"
            case .interaction, .interactionOfOthers: "xPy"
            }
        }

        /// The name in the segregation library.
        fileprivate var identifier: String {
            switch self {
            case .entropy: "H"
            case .dissimilarity: "D-vs-rest"
            case .isolation, .isolationOfOthers: "isolation"
            case .interaction, .interactionOfOthers: "interaction-with-rest"
            }
        }

        fileprivate var isOfOthers: Bool { self == .isolationOfOthers || self == .interactionOfOthers }
    }

    /// One measured value.
    public struct Row: Sendable, Hashable, Identifiable {
        /// The measure.
        public let measure: Measure
        /// The group that is set against the others; nil for a measure of all groups.
        public let group: Variable.ID?
        /// The year.
        public let year: Int
        /// The value, 0...1.
        public let value: Double
        /// How sure it is.
        public let uncertainty: Uncertainty
        /// What chance alone would give with areas and groups of the same sizes, an exact sum.
        public let expectedByChance: Double?
        /// The value with chance taken out, 0 for no more than chance; nil for shares of the surroundings, which are
        /// not 0 when groups are evenly spread.
        public let corrected: Double?
        /// How many areas it stands on.
        public let areas: Int

        /// `D.income.lowest40.2020`.
        public var id: String { "\(measure.rawValue).\(group?.rawValue ?? "all").\(year)" }
    }

    /// The part of the unevenness that arises at one scale. The parts add up to the whole.
    public struct Part: Sendable, Hashable {
        /// The areas that are compared.
        public let between: AreaLevel
        /// The larger areas inside which they are compared; nil for the largest.
        public let within: AreaLevel?
        /// The part of the mutual information M, in nats.
        public let mutualInformation: Double
        /// The part of H.
        public let entropyIndex: Double
        /// The part of the whole, 0...1.
        public let share: Double
    }

    /// What is divided.
    public let subject: SpreadSubject
    /// The groups, with `rest` for all others where one group is set against them.
    public let groups: [Variable.ID]
    /// Who or what is counted.
    public let universe: Universe
    /// The year.
    public let year: Int
    /// The version of the source.
    public let version: String
    /// The scale.
    public let level: AreaLevel
    /// H first, then the measures of every group.
    public let rows: [Row]
    /// The parts of H by scale, largest areas first; empty at a scale without larger areas.
    public let parts: [Part]
    /// How far each area departs from the municipality, in nats: 0 for the same make-up. Weighted by size the areas
    /// add up to M, which is the municipal level (Alonso-Villar and Del Río 2010).
    public let local: AreaMeasure
    /// H and D of the first group in all years of this version, oldest first; empty with one year.
    public let trend: [Row]
    /// The series behind it.
    public let data: [DataUse]
    /// How many areas are left out, because a figure is missing or too few people live there.
    public let areasLeftOut: Int

    /// Measures `subject` in a municipality; nil where its groups have no figures.
    public static func of(_ dataset: Dataset, subject: SpreadSubject, settings: ClaimSettings)
        -> SpreadReport?
    {
        SpreadTables(dataset: dataset, subject: subject, settings: settings).report()
    }
}

/// Makes a report from the counts of a subject.
private struct SpreadTables {
    let dataset: Dataset
    let subject: SpreadSubject
    let settings: ClaimSettings

    func report() -> SpreadReport? {
        guard let division = division,
            let table = SegregationTables(dataset, settings: settings).table(
                of: division.groups, includeRest: division.includesRest),
            let series = dataset.series(table.lead, at: settings.level, year: table.year)
        else { return nil }
        let frame = AreaFrame(dataset, level: settings.level, year: table.year)
        var used = division.groups.compactMap { dataset.series($0, at: settings.level, year: table.year) }
        if let base = dataset.base(of: table.universe, at: settings.level, near: table.year) {
            used.append(base)
        }
        let groups = table.counts.groups.map { Variable.ID(rawValue: $0.rawValue) }
        return SpreadReport(
            subject: subject, groups: groups, universe: table.universe, year: table.year,
            version: series.version, level: settings.level,
            rows: whole(table) + columns(groups).flatMap { rows(table, column: $0) }, parts: parts(table),
            local: local(table, frame, used.map(frame.use)), trend: trend(division, series.version),
            data: used.map(frame.use), areasLeftOut: frame.areas.count - table.counts.unitCount)
    }

    /// Of two groups one tells the whole story: the other one is "the others".
    private func columns(_ groups: [Variable.ID]) -> Range<Int> { groups.count == 2 ? 0..<1 : groups.indices }

    // MARK: Groups

    private var division: (groups: [Variable.ID], includesRest: Bool)? {
        switch subject {
        case .income:
            let grouping: IncomeGrouping? =
                switch settings.lowIncome {
                case .lowest40: .fortyFortyTwenty
                case .lowestQuintile: .quintiles
                default: nil
                }
            if let grouping, hasCommonYear(grouping.variables) { return (grouping.variables, false) }
            return ([settings.lowIncome.variable], true)
        case .tenure: return stock(.tenure)
        case .type: return stock(.type)
        }
    }

    /// The finest division that adds up, or the first class against all other dwellings.
    private func stock(_ dimension: StockDimension) -> (groups: [Variable.ID], includesRest: Bool)? {
        if let found = dataset.division(of: dimension, at: settings.level, year: settings.year) {
            return (found, false)
        }
        return dimension.divisions.first?.first.map { ([$0], true) }
    }

    private func hasCommonYear(_ groups: [Variable.ID]) -> Bool {
        !AreaFrame(dataset, level: settings.level, year: nil).commonYears(groups).isEmpty
    }

    // MARK: Measures

    private func whole(_ table: SegregationTables.Table) -> [SpreadReport.Row] {
        let options = SegregationTables(dataset, settings: settings).options
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
        let counts = table.counts
        let group = counts.groups[column]
        let others = Group(rawValue: "others")
        let options = SegregationTables(dataset, settings: settings).options
        let pairs = (0..<counts.unitCount).map { unit -> [Double] in
            let row = Array(counts.counts(inUnit: unit))
            return [row[column], row.reduce(0, +) - row[column]]
        }
        var identifiers: [String] = []
        for measure in measures where !identifiers.contains(measure.identifier) {
            identifiers.append(measure.identifier)
        }
        guard
            let two = try? ContingencyTable(
                groups: [group, others], rows: pairs, unitIdentifiers: counts.unitIdentifiers),
            let found = try? two.measure(identifiers, options: options)
        else { return [] }
        return measures.compactMap { measure in
            let subject = measure.isOfOthers ? others : group
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
            value: value, uncertainty: Uncertainty(found.estimate),
            expectedByChance: found.estimate.expectedUnderNoSegregation, corrected: found.estimate.corrected,
            areas: found.estimate.units)
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
        let total = found.map(\.mutualInformation).reduce(0, +)
        guard total > 0 else { return [] }
        return zip(found, [AreaLevel.district, .neighbourhood]).compactMap { part, level in
            part.entropyIndex.map { index in
                SpreadReport.Part(
                    between: level, within: level == .district ? nil : .district,
                    mutualInformation: part.mutualInformation, entropyIndex: index,
                    share: part.mutualInformation / total)
            }
        }
    }

    // MARK: Areas

    private func local(_ table: SegregationTables.Table, _ frame: AreaFrame, _ data: [DataUse]) -> AreaMeasure
    {
        let measures = LocalMeasures(of: table.counts)
        let limit = DisclosureControl.smallestShown(for: table.universe) ?? 0
        var values: [AreaCode: Value] = [:]
        for (unit, code) in table.counts.unitIdentifiers.enumerated() {
            // A few households in one group would be told by how far the area departs.
            let isSmall = table.counts.counts(inUnit: unit).contains { $0 > 0 && $0 < limit }
            let value = measures.segregation[unit].map(Value.known) ?? .missing(.notCollected)
            values[AreaCode(code)] = isSmall ? .missing(.smallCell) : value
        }
        let column = frame.areas.enumerated().map { index, area in
            values[area.code] ?? .missing(frame.tooSmall[index] ? .smallCell : .notCollected)
        }
        let level = zip(measures.segregation, measures.shares).reduce(0.0) { sum, unit in
            sum + (unit.0 ?? 0) * (unit.1 ?? 0)
        }
        return AreaMeasure(
            level: frame.level, areas: frame.areas.map(\.code), values: Column(column), municipalLevel: level,
            year: table.year, data: data, notes: [])
    }

    // MARK: Years

    private func trend(_ division: (groups: [Variable.ID], includesRest: Bool), _ version: String)
        -> [SpreadReport
        .Row]
    {
        guard let lead = division.groups.first else { return [] }
        let years = AreaFrame(dataset, level: settings.level, year: nil).commonYears(division.groups).filter {
            dataset.series(lead, at: settings.level, year: $0)?.version == version
        }
        guard years.count > 1 else { return [] }
        return years.flatMap { year -> [SpreadReport.Row] in
            var one = settings
            one.year = year
            let tables = SegregationTables(dataset, settings: one)
            guard let table = tables.table(of: division.groups, includeRest: division.includesRest) else {
                return []
            }
            return whole(table) + rows(table, column: 0, [.dissimilarity])
        }
    }
}
