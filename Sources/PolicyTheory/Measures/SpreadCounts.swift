internal import Neighbourhoods

/// The counts of one subject: which groups divide it here, in which years, and their table by area.
struct SpreadCounts {
    let dataset: Dataset
    let subject: SpreadSubject
    let settings: ClaimSettings

    /// The groups that divide the subject, finest division first choice, or one group and all others.
    var division: (groups: [Variable.ID], includesRest: Bool)? {
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

    /// The table in `year`, or in the year that the settings ask for.
    func table(year: Int? = nil) -> SegregationTables.Table? {
        guard let division else { return nil }
        var settings = settings
        if let year { settings.year = year }
        return SegregationTables(dataset, settings: settings).table(
            of: division.groups, includeRest: division.includesRest)
    }

    /// The series behind the table of `year`: the groups, then the base that their shares are of.
    func series(year: Int, universe: Universe) -> [Series] {
        var used = (division?.groups ?? []).compactMap { dataset.series($0, at: settings.level, year: year) }
        if let base = dataset.base(of: universe, at: settings.level, near: year) { used.append(base) }
        return used
    }

    /// The versions of all groups in `year`, in their order.
    func version(year: Int) -> [String?] {
        (division?.groups ?? []).map { dataset.series($0, at: settings.level, year: year)?.version }
    }

    /// The years, oldest first, in which every group has figures of the version that it has in `year`. Two versions
    /// of a source are never compared.
    func comparableYears(with year: Int) -> [Int] {
        guard let groups = division?.groups else { return [] }
        let own = version(year: year)
        return AreaFrame(dataset, level: settings.level, year: nil).commonYears(groups).filter {
            version(year: $0) == own
        }
    }
}
