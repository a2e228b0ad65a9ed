internal import Bilingual
public import Neighbourhoods

/// How mixed the incomes of each area are, 0 (all in one group) to 1 (all groups equally large).
///
/// With a definition that belongs to a full division of households (the national lowest 40%, middle 40% and highest
/// 20%, or fifths) it is the normalised Shannon entropy over those groups. With any other definition there are two
/// groups only, and the measure is twice the smaller one of the share with a low income and the share without.
public enum IncomeMix {
    /// The measure for every area, or nil when the definition has no data.
    /// - Parameter year: the year wanted, or the nearest one. Nil takes the newest.
    public static func of(
        _ dataset: Dataset, definition: LowIncomeDefinition, at level: AreaLevel, year: Int? = nil
    ) -> AreaMeasure? {
        of(AreaFrame(dataset, level: level, year: year), definition: definition, near: year)
    }

    static func of(_ frame: AreaFrame, definition: LowIncomeDefinition, near year: Int?) -> AreaMeasure? {
        let groups = groups(of: definition, in: frame)
        guard let nearest = AreaFrame.nearest(frame.commonYears(groups), to: year),
            let values = values(of: groups, in: frame, year: nearest)
        else { return nil }
        let series = groups.compactMap { frame.dataset.series($0, at: frame.level, year: nearest) }
        let universe = VariableCatalogue.variable(definition.variable)?.universe ?? .households
        return AreaMeasure(
            level: frame.level, areas: frame.areas.map(\.code),
            values: frame.column(values, missing: .suppressed),
            municipalLevel: values.weightedMean(frame.weights(of: universe, near: nearest)), year: nearest,
            data: series.map(frame.use), notes: groups.count == 1 ? [twoGroups] : [])
    }

    /// The income groups that mixing is measured over: a full division where the data hold one, else the low incomes.
    static func groups(of definition: LowIncomeDefinition, in frame: AreaFrame) -> [Variable.ID] {
        let grouping: IncomeGrouping? =
            switch definition {
            case .lowest40: .fortyFortyTwenty
            case .lowestQuintile: .quintiles
            default: nil
            }
        if let grouping, !frame.commonYears(grouping.variables).isEmpty { return grouping.variables }
        return [definition.variable]
    }

    static func values(of groups: [Variable.ID], in frame: AreaFrame, year: Int) -> [Double]? {
        if groups.count > 1 { return StockHomogeneity.diversity(groups, in: frame, year: year) }
        guard let only = groups.first, let series = frame.dataset.series(only, at: frame.level, year: year)
        else { return nil }
        return frame.numbers(series).map { $0.isFinite ? 2 * min($0, max(0, 1 - $0)) : .nan }
    }

    private static let twoGroups = BilingualText(
        nl: "Menging is gemeten tussen twee groepen: met en zonder een laag inkomen.",
        en: "Mixing was measured between two groups: with and without a low income.")
}
