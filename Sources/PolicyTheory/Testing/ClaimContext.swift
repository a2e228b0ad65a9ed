internal import Bilingual
internal import Neighbourhoods
internal import Segregation

/// Everything that the six tests share: the areas, the draws and the divisions of the areas. It is made once for
/// each evaluation, so that all cards speak of the same areas.
struct ClaimContext {
    let frame: AreaFrame
    let settings: ClaimSettings
    let draws: AreaDraws
    /// The low incomes that the definition asks for; nil where they are not in the data.
    let lowIncome: Series?
    /// Areas with more low incomes than the municipality, or than the group's norm.
    let concentration: AreaDivision?
    let homogeneity: AreaMeasure?
    let facilities: AreaMeasure?
    /// Areas with a one-sided stock and limited facilities; nil where one of both cannot be measured.
    let typed: AreaDivision?

    init(_ dataset: Dataset, settings: ClaimSettings) {
        let frame = AreaFrame(dataset, level: settings.level, year: settings.year)
        self.frame = frame
        self.settings = settings
        draws = AreaDraws(areas: frame.areas.count, draws: settings.bootstrapDraws, seed: settings.seed)
        lowIncome = frame.series(settings.lowIncome.variable, near: settings.year)
        concentration = lowIncome.flatMap { Self.concentration($0, frame, settings) }
        homogeneity = StockHomogeneity.of(frame, dimensions: settings.stockDimensions, near: settings.year)
        facilities = FacilityAccess.of(frame, near: settings.year)
        typed = Self.typed(homogeneity, facilities, frame, settings)
    }

    /// How measures of segregation on the cards are made: as those of the overview.
    var measureOptions: MeasureOptions { SegregationTables.options(settings) }

    /// The name of the low incomes in running text.
    var lowIncomeName: BilingualText { settings.lowIncome.name }

    /// The low-income shares as plain numbers, for the year nearest to `year`.
    func lowIncomeShares(near year: Int?) -> [Double]? {
        frame.series(settings.lowIncome.variable, near: year).map(frame.numbers)
    }

    /// The division by low incomes of the year nearest to `year`: the trend of an outcome follows the areas of its
    /// own time where these are known.
    func concentration(near year: Int) -> AreaDivision? {
        frame.series(settings.lowIncome.variable, near: year).flatMap {
            $0.year == lowIncome?.year ? concentration : Self.concentration($0, frame, settings)
        }
    }

    private static func concentration(_ series: Series, _ frame: AreaFrame, _ settings: ClaimSettings)
        -> AreaDivision?
    {
        let shares = frame.numbers(series)
        let weights = frame.weights(of: settings.lowIncome.universe, near: series.year)
        let norm = settings.concentrationNorm.flatMap { $0.measure == settings.lowIncome ? $0 : nil }
        guard let line = norm?.threshold.value ?? shares.weightedMean(weights) else { return nil }
        var notes: [BilingualText] = []
        if norm == nil, let other = settings.concentrationNorm { notes.append(unusedNorm(other)) }
        if let norm {
            notes.append(author(norm.threshold, FigureUnit.level(.share), of: settings.lowIncome.name))
        }
        let (areas, name) = (frame.level.plural, settings.lowIncome.name)
        let whose =
            norm == nil
            ? BilingualText(nl: "de gemeente", en: "the municipality's")
            : BilingualText(nl: "de grens van de groep", en: "the group's threshold")
        return AreaDivision(
            inside: BilingualText(
                nl:
                    "\(areas.nl) met een hoger aandeel ‘\(name.nl)’ dan \(whose.nl) (\(percent(line, .dutch)))",
                en: "\(areas.en) with a share of ‘\(name.en)’ above \(whose.en) (\(percent(line, .english)))"),
            outside: BilingualText(nl: "de andere \(areas.nl)", en: "the other \(areas.en)"),
            sides: AreaDivision.sides(shares, line: line, above: true), data: [frame.use(series)],
            notes: notes, year: series.year)
    }

    private static func typed(
        _ stock: AreaMeasure?, _ facilities: AreaMeasure?, _ frame: AreaFrame, _ settings: ClaimSettings
    ) -> AreaDivision? {
        guard let stock, let facilities,
            let stockLine = settings.stockThreshold?.value ?? stock.municipalLevel,
            let facilityLine = settings.facilityThreshold?.value ?? facilities.municipalLevel
        else { return nil }
        var notes = stock.notes + facilities.notes
        if let threshold = settings.stockThreshold {
            notes.append(
                author(threshold, .index, of: BilingualText(nl: "eenzijdige voorraad", en: "one-sided stock"))
            )
        }
        if let threshold = settings.facilityThreshold {
            notes.append(
                author(
                    threshold, .index, of: BilingualText(nl: "weinig voorzieningen", en: "limited facilities")
                )
            )
        }
        let areas = frame.level.plural
        return AreaDivision(
            inside: BilingualText(
                nl: "\(areas.nl) met een eenzijdige voorraad en weinig voorzieningen",
                en: "\(areas.en) with a one-sided stock and limited facilities"),
            outside: BilingualText(nl: "de andere \(areas.nl)", en: "the other \(areas.en)"),
            sides: AreaDivision.both(
                AreaDivision.sides(stock.values.numbers, line: stockLine, above: true),
                AreaDivision.sides(facilities.values.numbers, line: facilityLine, above: false)),
            data: stock.data + facilities.data, notes: notes, year: max(stock.year, facilities.year))
    }

    private static func percent(_ share: Double, _ language: Language) -> String {
        FigureUnit.level(.share).text(share, language)
    }

    private static func author(_ threshold: GroupThreshold, _ unit: FigureUnit, of name: BilingualText)
        -> BilingualText
    {
        BilingualText(
            nl: "De grens voor ‘\(name.nl)’ (\(unit.text(threshold.value, .dutch))) is gezet door "
                + "\(threshold.author).",
            en: "The threshold for ‘\(name.en)’ (\(unit.text(threshold.value, .english))) was set by "
                + "\(threshold.author).")
    }

    private static func unusedNorm(_ norm: ConcentrationNorm) -> BilingualText {
        BilingualText(
            nl: "De grens van \(norm.threshold.author) geldt voor ‘\(norm.measure.name.nl)’ en is hier niet "
                + "gebruikt; de grens is het aandeel van de gemeente zelf.",
            en: "The threshold of \(norm.threshold.author) is for ‘\(norm.measure.name.en)’ and is not used "
                + "here; the line is the municipality's own share.")
    }
}
