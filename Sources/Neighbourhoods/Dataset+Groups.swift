/// Counts derived from shares: how many households, dwellings or persons of each group live in each area.
public struct GroupCounts: Sendable, Hashable {
    /// The areas that count: every group known and a base of at least one.
    public var areas: [AreaCode]
    /// The groups.
    public var groups: [Variable.ID]
    /// One row per area, one number per group. Not rounded: a share times a rounded base is no whole number.
    public var counts: [[Double]]
    /// What is counted.
    public var universe: Universe
    /// The year of the shares.
    public var year: Int
    /// Areas left out because a share or the base is missing.
    public var leftOut: [AreaCode]
}

extension Dataset {
    /// The number that the shares of `universe` are of, in `year` or the nearest year that has it.
    public func base(of universe: Universe, at level: AreaLevel, near year: Int) -> Series? {
        let id: Variable.ID
        switch universe {
        case .persons: id = "population.inhabitants"
        case .households: id = "population.households"
        case .dwellings: id = "stock.dwellings"
        case .area: return nil
        }
        return allSeries(of: id, at: level).filter { $0.values.knownCount > 0 }
            .min { (abs($0.year - year), -$0.year) < (abs($1.year - year), -$1.year) }
    }

    /// How many of each group live in each area at `level`, from shares times the base of their universe.
    ///
    /// A group with counts of its own (unit persons, households or dwellings) is taken as it is. Where the shares
    /// of one area do not add up to 1 because each was rounded, they are not forced to: the base is the sum.
    ///
    /// - Parameters:
    ///   - groups: variables of one universe that divide it.
    ///   - includeRest: adds the rest of the base as a last group with identifier `rest`.
    /// - Returns: nil when a group has no series in the year or there is no base.
    public func counts(
        of groups: [Variable.ID], at level: AreaLevel, year: Int? = nil, includeRest: Bool = false
    ) -> GroupCounts? {
        guard let first = groups.first, let lead = series(first, at: level, year: year),
            let universe = VariableCatalogue.variable(first)?.universe,
            let base = base(of: universe, at: level, near: lead.year)
        else { return nil }
        let columns = groups.compactMap { series($0, at: level, year: lead.year)?.values }
        guard columns.count == groups.count else { return nil }
        let areShares = groups.map { VariableCatalogue.variable($0)?.unit == .share }
        var result = GroupCounts(
            areas: [], groups: groups + (includeRest ? ["rest"] : []), counts: [], universe: universe,
            year: lead.year, leftOut: [])
        for (index, area) in areas(level).enumerated() {
            let total = base.values[index].number ?? 0
            let parts = zip(columns, areShares).compactMap { column, isShare in
                column[index].number.map { isShare ? $0 * total : $0 }
            }
            guard total >= 1, parts.count == groups.count else {
                result.leftOut.append(area.code)
                continue
            }
            result.areas.append(area.code)
            result.counts.append(includeRest ? parts + [max(0, total - parts.reduce(0, +))] : parts)
        }
        return result.areas.isEmpty ? nil : result
    }

    /// The finest division of the stock by `dimension` that every dwelling is known in, for `year` or the newest.
    public func division(of dimension: StockDimension, at level: AreaLevel, year: Int? = nil) -> [Variable
        .ID]?
    {
        dimension.divisions.first { division in
            let found = division.compactMap { series($0, at: level, year: year) }
            return found.count == division.count && Set(found.map(\.year)).count == 1
                && found.allSatisfy { $0.values.knownCount > 0 }
        }
    }

    /// The value of one area as it may be shown: hidden where the people behind it are a small cell.
    ///
    /// An area with 1 to 4 households (or 1 to 9 inhabitants where no households are known) shows nothing, and a
    /// share that stands for a small cell of a known base is hidden with ``DisclosureControl``.
    public func shown(_ variable: Variable.ID, of code: AreaCode, at level: AreaLevel, year: Int? = nil)
        -> Value
    {
        let value = value(variable, of: code, at: level, year: year)
        guard let number = value.number, let known = VariableCatalogue.variable(variable),
            let limit = DisclosureControl.smallestShown(for: known.universe),
            let index = index(of: code, at: level)
        else { return value }
        let near = year ?? series(variable, at: level)?.year ?? 0
        guard let total = base(of: known.universe, at: level, near: near)?.values[index].number else {
            return value
        }
        if total > 0, total < limit { return .missing(.smallCell) }
        guard known.unit == .share else { return value }
        let cell = number * total
        let rest = total - cell
        // Half a unit of slack: published shares are rounded, a share of exactly 0 or 1 tells of nobody.
        let isSmall = { (count: Double) in count >= 0.5 && count < limit - 0.5 }
        return isSmall(cell) || isSmall(rest) ? .missing(.smallCell) : value
    }
}
