internal import Bilingual
public import Neighbourhoods
internal import Segregation

/// How near facilities are to an average household of a group: the exposure of segregation measures, with the
/// distance of the area in place of the share of another group, Σ (x/X) d. It needs no line between near and far.
///
/// An area counts with the mean distance of its residents, so all its households are taken to live equally near. By
/// chance every group would find the mean of all households, Σ (t/T) d, an exact sum.
public struct FacilityExposure: Sendable, Hashable {
    /// One facility.
    public struct Row: Sendable, Hashable {
        /// The distance that is measured.
        public let variable: Variable.ID
        /// The mean for a household of the group, in kilometres.
        public let group: Double
        /// The mean for all other households, in kilometres.
        public let others: Double
        /// The mean for all households, in kilometres: what chance alone would give both.
        public let all: Double
        /// The mean of the group less that of the others, in kilometres; below 0 the group lives nearer.
        public var difference: Double { group - others }
        /// How sure the difference is.
        public let uncertainty: Uncertainty
        /// The year of the distances.
        public let year: Int
        /// How many areas it stands on.
        public let areas: Int
    }

    /// The facilities, in the order of the catalogue.
    public let rows: [Row]
    /// The group.
    public let group: Variable.ID
    /// The year of the group's figures.
    public let year: Int
    /// The series behind it.
    public let data: [DataUse]

    /// The distances that households with a low income and the others find; nil without figures on either.
    public static func of(_ dataset: Dataset, settings: ClaimSettings) -> FacilityExposure? {
        let group = settings.lowIncome.variable
        guard
            let table = SegregationTables(dataset, settings: settings).table(of: [group], includeRest: true)
        else { return nil }
        let frame = AreaFrame(dataset, level: settings.level, year: table.year)
        var members = [Double](repeating: .nan, count: frame.areas.count)
        var others = members
        for (unit, code) in table.counts.unitIdentifiers.enumerated() {
            guard let place = dataset.index(of: AreaCode(code), at: settings.level) else { continue }
            let row = Array(table.counts.counts(inUnit: unit))
            (members[place], others[place]) = (row[0], row[1])
        }
        let draws = AreaDraws(areas: members.count, draws: settings.bootstrapDraws, seed: settings.seed)
        var used = [group].compactMap { dataset.series($0, at: settings.level, year: table.year) }
        if let base = dataset.base(of: table.universe, at: settings.level, near: table.year) {
            used.append(base)
        }
        var rows: [Row] = []
        for variable in VariableCatalogue.all
        where variable.id.family == "facility" && variable.unit == .kilometres
            && variable.direction == .lowerIsWished
        {
            guard let series = frame.series(variable.id, near: table.year),
                let row = row(series, frame.numbers(series), members, others, draws)
            else { continue }
            rows.append(row)
            used.append(series)
        }
        guard !rows.isEmpty else { return nil }
        return FacilityExposure(rows: rows, group: group, year: table.year, data: used.map(frame.use))
    }

    private static func row(
        _ series: Series, _ distances: [Double], _ members: [Double], _ others: [Double], _ draws: AreaDraws
    ) -> Row? {
        let known = distances.indices.filter { distances[$0].isFinite && members[$0].isFinite }
        func mean(_ weights: [Double], _ times: (Int) -> Double) -> Double {
            var (weight, sum) = (0.0, 0.0)
            for area in known {
                weight += times(area) * weights[area]
                sum += times(area) * weights[area] * distances[area]
            }
            return sum / weight
        }
        let (own, rest) = (mean(members) { _ in 1 }, mean(others) { _ in 1 })
        guard own.isFinite, rest.isFinite else { return nil }
        return Row(
            variable: series.variable, group: own, others: rest,
            all: mean(zip(members, others).map { $0 + $1 }) { _ in 1 },
            uncertainty: draws.uncertainty { times in
                mean(members) { Double(times[$0]) } - mean(others) { Double(times[$0]) }
            }, year: series.year, areas: known.count)
    }
}
