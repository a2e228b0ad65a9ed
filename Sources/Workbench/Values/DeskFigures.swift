import Bilingual
import Figures
import HousingMarket
import Neighbourhoods

/// The figures of the mixing desk, from a result of the simulation. Arm 0 does nothing, arm 1 is the package.
struct DeskFigures {
    let scene: Scene
    let result: EnsembleResult
    /// A name that keeps ids of the quick and the full answer apart.
    let part: String

    var language: Language { scene.language }
    private var last: Int { result.years.count - 1 }
    var hasPackage: Bool { result.arms.count > 1 }
    private var arm: Int { hasPackage ? 1 : 0 }

    // MARK: Areas

    private func differences(_ area: Int) -> [Double] { result.lowShareDifferences(area: area, arm: arm) }

    private func isShown(_ area: Int) -> Bool { result.holdsEnough(area, arm: arm) }

    /// How many areas have surely fewer, surely more, and no difference to be shown.
    var counts: (less: Int, more: Int, none: Int) {
        var counts = (less: 0, more: 0, none: 0)
        for area in result.frame.areas.indices where isShown(area) {
            guard let band = Band(differences(area)) else { continue }
            if band.high < 0 {
                counts.less += 1
            } else if band.low > 0 {
                counts.more += 1
            } else {
                counts.none += 1
            }
        }
        return counts
    }

    var finding: String {
        guard hasPackage else { return Strings.Desk.nothingFinding[language] }
        let (less, more, none) = counts
        return Strings.Desk.finding(
            less: less, more: more, none: none, one: scene.level.one, many: scene.level.many)[language]
    }

    enum Map { case now, then, difference }

    func map(_ kind: Map) -> Figure? {
        guard let outlines = scene.outlines(near: result.frame.startYear) else { return nil }
        let shares = result.frame.areas.indices.map { area in
            kind == .now ? Band(startShares(area)) : Band(result.lowShares(area: area, arm: arm))
        }
        let levels = ClassBreaks.sequential(
            over: result.frame.areas.indices.compactMap { Band(startShares($0))?.middle }, format: .percent())
        let changes = result.frame.areas.indices.compactMap { Band(differences($0))?.middle }
        let areas = result.frame.areas.enumerated().map { index, place in
            MapArea(id: place.code.rawValue, name: place.name, value: value(kind, index, shares[index]))
        }
        let format = kind == .difference ? ValueFormat.percentagePoints() : .percent()
        return Figure.choropleth(
            frame(kind), outlines: outlines, areas: areas,
            options: ChoroplethOptions(
                breaks: kind == .difference ? .diverging(over: changes, classes: 6, format: format) : levels,
                format: format, quantity: OutcomeMeasure.lowShareScope.name[language],
                selected: [], showsDistricts: scene.level == .neighbourhood))
    }

    private func startShares(_ area: Int) -> [Double] {
        [scene.deskStartShares(result)[area]].filter { $0.isFinite }
    }

    private func value(_ kind: Map, _ area: Int, _ band: Band?) -> MapValue {
        guard isShown(area), let band else {
            return .missing(BilingualText(nl: "te weinig huishoudens", en: "too few households")[language])
        }
        guard kind == .difference else { return .value(band.middle) }
        guard let change = Band(differences(area)) else { return .missing("") }
        return change.low <= 0 && change.high >= 0 ? .withinNoise(change.middle) : .value(change.middle)
    }

    private func frame(_ kind: Map) -> FigureFrame {
        let (start, end) = (result.years[0], result.years[last])
        let title: BilingualText =
            switch kind {
            case .now: BilingualText(nl: "Nu (\(start))", en: "Now (\(start))")
            case .then: BilingualText(nl: "Straks (\(end))", en: "Then (\(end))")
            case .difference: Strings.Desk.difference
            }
        return FigureFrame(
            id: "mengtafel-\(part)-\(kind)", title: title[language],
            subtitle: BilingualText(
                nl: "Aandeel huishoudens met een laag inkomen (laagste 40%), middelste van de simulaties.",
                en: "Share of low-income households (lowest 40%), middle of the runs.")[language],
            seen: kind == .difference
                ? BilingualText(
                    nl: "Blauw: meer. Oker: minder. Grijs: valt binnen de ruis.",
                    en: "Blue: more. Ochre: fewer. Grey: within the noise.")[language] : "",
            notSaid: Strings.Desk.noForecast[language], provenance: provenance(of: [.lowShareScope]),
            language: language,
            areaNoun: scene.level.noun)
    }

    /// Where numbers of this answer come from, and what outcomes of these measures bear on.
    func provenance(of measures: [OutcomeMeasure]) -> FigureProvenance {
        scene.provenance(simulation: source, of: measures)
    }

    private var source: String {
        BilingualText(
            nl:
                "Mengpaneel, simulatie op cijfers van \(result.frame.startYear); \(result.runCount) simulaties.",
            en: "Mengpaneel, simulation on figures of \(result.frame.startYear); \(result.runCount) runs.")[
                language]
    }

    // MARK: Dots

    /// The outcomes that are shown as dots: how evenly low incomes are spread, the areas of the package, waiting.
    var dots: [Figure] {
        guard hasPackage else { return [] }
        return [OutcomeMeasure.dissimilarityLow, .lowShareScope, .waitingYearsLow].compactMap(dots)
    }

    private func dots(_ measure: OutcomeMeasure) -> Figure? {
        let values = Band.twentyDots(result.differences(measure, arm: arm, year: last))
        guard !values.isEmpty else { return nil }
        let format: ValueFormat =
            switch measure.unit {
            case .share: .percentagePoints()
            case .index: .number(decimals: 3, isSigned: true)
            default: .number(decimals: 1, unit: BilingualText(nl: "jaar", en: "years"), isSigned: true)
            }
        let lower = values.count { $0 < 0 }
        let name = measure.name[language]
        return Figure.quantileDotplot(
            FigureFrame(
                id: "mengtafel-\(part)-\(measure.rawValue)",
                title: BilingualText(
                    nl: "\(name): \(lower) van 20 lager", en: "\(name): \(lower) of 20 lower")[language],
                subtitle: Strings.Desk.difference[language], provenance: provenance(of: [measure]),
                language: language),
            quantiles: values,
            options: QuantileDotplotOptions(
                format: format, quantity: name, threshold: 0, below: Strings.Desk.fewer[language],
                above: Strings.Desk.equalOrMore[language]))
    }
}

extension EnsembleResult {
    /// Differences in the share of low incomes with doing nothing, by area, one for each run in which both exist.
    func lowShareDifferences(area: Int, arm: Int) -> [Double] {
        func share(_ run: RunSummary) -> Double? {
            let all = (0..<3).reduce(0) { $0 + Int(run.households[area * 3 + $1]) }
            return all > 0 ? Double(run.households[area * 3]) / Double(all) : nil
        }
        return zip(runs[arm], runs[0]).compactMap { one, nothing in
            guard let first = share(one), let second = share(nothing) else { return nil }
            return first - second
        }
    }

    /// Whether so many households live in an area in every run that a share tells of no single one.
    func holdsEnough(_ area: Int, arm: Int) -> Bool {
        runs[arm].allSatisfy { run in (0..<3).reduce(0) { $0 + Int(run.households[area * 3 + $1]) } >= 20 }
    }
}

extension Scene {
    /// The share of low incomes by area at the start; NaN where nobody lives.
    func deskStartShares(_ result: EnsembleResult) -> [Double] {
        guard case .success(let town) = startingTown else { return [] }
        return StartingState(frame: town.frame, state: town.state).lowIncomeShares
    }
}
