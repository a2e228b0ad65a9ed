internal import Bilingual
internal import Neighbourhoods

extension ClaimContext {
    /// What a contrast must be for the claim to hold.
    enum Expectation {
        /// Higher in the areas that the claim speaks of.
        case higher
        /// Lower there.
        case lower
        /// The claim says nothing of it; it is shown beside.
        case none
    }

    /// The difference of an outcome between the two sides of a division, or nil where it cannot be had.
    func contrast(
        _ id: String, of series: Series, between division: AreaDivision, expecting expectation: Expectation
    ) -> LocalFigure? {
        guard let variable = VariableCatalogue.variable(series.variable) else { return nil }
        let weights = frame.weights(of: variable.universe, near: series.year)
        guard
            let contrast = WeightedContrast(
                of: frame.numbers(series), weights: weights, sides: division.sides, draws: draws),
            contrast.areasInside >= AreaDivision.fewestAreas,
            contrast.areasOutside >= AreaDivision.fewestAreas
        else { return nil }
        let verdict: Verdict? =
            switch expectation {
            case .higher: Self.verdict(contrast.uncertainty, line: 0, above: true)
            case .lower: Self.verdict(contrast.uncertainty, line: 0, above: false)
            case .none: nil
            }
        return LocalFigure(
            id: id, name: variable.name,
            label: BilingualText(
                nl: "\(variable.name.nl): verschil tussen \(division.inside.nl) en \(division.outside.nl)",
                en: "\(variable.name.en): difference between \(division.inside.en) and \(division.outside.en)"
            ),
            unit: .difference(variable.unit), value: contrast.difference, uncertainty: contrast.uncertainty,
            line: verdict == nil ? nil : 0, verdict: verdict,
            levels: LocalFigure.Levels(
                inside: contrast.inside, outside: contrast.outside, areasInside: contrast.areasInside,
                areasOutside: contrast.areasOutside, unit: .level(variable.unit)),
            municipal: municipal(variable, series, weights), national: national(variable, series),
            year: series.year, areas: contrast.areasInside + contrast.areasOutside)
    }

    /// The side of a line that an interval lies on.
    static func verdict(_ uncertainty: Uncertainty, line: Double, above: Bool) -> Verdict {
        guard let lower = uncertainty.lower, let upper = uncertainty.upper else { return .undecided }
        if lower > line { return above ? .supports : .contradicts }
        if upper < line { return above ? .contradicts : .supports }
        return .undecided
    }

    /// The published figure of the municipality, or the weighted mean of its areas where none is published.
    func municipal(_ variable: Variable, _ series: Series, _ weights: [Double]) -> Reference {
        if let value = frame.dataset.municipalValue(variable.id, year: series.year).number {
            return .value(
                label: BilingualText(
                    nl: "\(variable.name.nl), \(frame.dataset.municipality.name)",
                    en: "\(variable.name.en), \(frame.dataset.municipality.name)"),
                value, unit: .level(variable.unit), year: series.year)
        }
        guard let mean = frame.numbers(series).weightedMean(weights) else {
            return .none(reason: BilingualText(nl: "geen enkel gebied bekend", en: "no area is known"))
        }
        return .value(
            label: BilingualText(
                nl: "\(variable.name.nl), gemiddeld over de \(frame.level.plural.nl)",
                en: "\(variable.name.en), mean over the \(frame.level.plural.en)"),
            mean, unit: .level(variable.unit), year: series.year)
    }

    /// The published national figure of the same year.
    func national(_ variable: Variable, _ series: Series) -> Reference {
        if let value = frame.dataset.nationalValue(variable.id, year: series.year).number {
            return .value(
                label: BilingualText(
                    nl: "\(variable.name.nl), Nederland", en: "\(variable.name.en), Netherlands"),
                value, unit: .level(variable.unit), year: series.year)
        }
        return .none(
            reason: BilingualText(
                nl: "in de ingelezen bestanden staat geen landelijk cijfer over \(series.year)",
                en: "the imported files hold no national figure for \(series.year)"))
    }
}
