public import Bilingual
public import Neighbourhoods
internal import Segregation

/// How evenly incomes and homes are spread over the areas of a municipality, for the overview page and the command
/// line. Both ends of the income scale are in it.
public struct SegregationSummary: Sendable, Hashable {
    /// One measure.
    public struct Row: Sendable, Hashable, Identifiable {
        /// The figure; its identifier is stable: `D.income.lowest40`.
        public let figure: LocalFigure
        /// The letter of the measure in the literature.
        public let symbol: String
        /// Who or what is counted.
        public let universe: Universe
        /// The group that is set against the others, or the first of all groups.
        public let variable: Variable.ID

        /// What it would be by chance alone, when nobody segregates and areas and groups keep their sizes; nil where
        /// no exact sum is known.
        public var expectedByChance: Double? { figure.chance?.expected }

        /// The identifier of the figure.
        public var id: String { figure.id }
    }

    /// The measures, in a fixed order.
    public let rows: [Row]
    /// What could not be measured, and why.
    public let notes: [BilingualText]
    /// The scale.
    public let level: AreaLevel

    /// Measures a municipality.
    ///
    /// In order: dissimilarity of low incomes from the others, isolation of low incomes, their chance of meeting the
    /// others, isolation of the others, their chance of meeting low incomes, dissimilarity of the highest incomes,
    /// evenness H over all income groups, and dissimilarity of social rent. Counts are shares times their base,
    /// rounded to whole households or dwellings. Intervals are percentiles of a bootstrap over areas.
    public static func of(_ dataset: Dataset, settings: ClaimSettings) -> SegregationSummary {
        let measured = SegregationTables(dataset, settings: settings).measured()
        return SegregationSummary(rows: measured.rows, notes: measured.notes, level: settings.level)
    }

    /// The figures that the mixing claim shows beside its own.
    static func figures(in context: ClaimContext) -> [LocalFigure] {
        SegregationTables(context.frame.dataset, settings: context.settings).incomeEvenness().map(\.figure)
    }
}
