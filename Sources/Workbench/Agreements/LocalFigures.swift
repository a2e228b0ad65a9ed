import Bilingual
import Figures
import HousingMarket
import Neighbourhoods
import WorkingGroup

/// What the local data offer when a group sets a target or names an estate: indicators, areas, and how it stands now.
struct LocalFigures: Sendable {
    let dataset: Dataset

    /// The figures of the first municipality of a project, which reports use too; `nil` where there is none.
    init?(_ studio: Studio?) {
        guard let town = studio?.towns.first else { return nil }
        self.init(town.dataset)
    }

    init(_ dataset: Dataset) { self.dataset = dataset }

    /// The municipality and its neighbourhoods, in the order of their names.
    var areas: [Area] {
        [dataset.municipality] + neighbourhoods
    }

    /// The neighbourhoods, in the order of their names.
    var neighbourhoods: [Area] {
        dataset.areas(.neighbourhood).sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    }

    /// What a target can be measured by, theme by theme.
    var indicators: [Variable] {
        let known = Set(
            [AreaLevel.municipality, .neighbourhood].flatMap { dataset.variables(at: $0).map(\.id) })
        return Theme.readingOrder.flatMap { theme in
            VariableCatalogue.all.filter { $0.theme == theme && known.contains($0.id) }
        }
    }

    /// A target with the figure as it stands now in the newest year.
    /// - Parameters:
    ///   - indicator: the variable, by its word.
    ///   - area: the code of the area.
    ///   - shown: what it should become, as it is written: shares in per cent.
    /// - Returns: `nil` where there is no such variable or area.
    func measure(indicator: String, area: String, shown: Double) -> TargetMeasure? {
        guard let variable = VariableCatalogue.variable(.init(rawValue: indicator)),
            let area = dataset.area(AreaCode(area))
        else { return nil }
        return measure(
            variable, area, to: variable.unit == .share ? shown / 100 : shown)
    }

    /// The same, for a value in the unit of the variable.
    func measure(_ variable: Variable, _ area: Area, to value: Double) -> TargetMeasure {
        let series = dataset.series(variable.id, at: area.level)
        let now = dataset.shown(variable.id, of: area.code, at: area.level, year: series?.year).number
        let index = dataset.index(of: area.code, at: area.level)
        let margin = index.flatMap { series?.margins?[$0].number }
        let source = series.flatMap { dataset.source($0.source)?.title } ?? ""
        return TargetMeasure(
            indicator: variable.id.rawValue, area: area.code.rawValue, areaName: area.name, from: now,
            low: now.flatMap { number in margin.map { number - $0 } },
            high: now.flatMap { number in margin.map { number + $0 } }, fromYear: series?.year,
            source: source, to: value)
    }

    /// The homes that were chosen; `nil` where no area was.
    func estate(area: String, dwelling: String, period: String) -> NamedEstate? {
        guard let area = neighbourhoods.first(where: { $0.code.rawValue == area }) else { return nil }
        return NamedEstate(
            area: area.code.rawValue, areaName: area.name,
            dwelling: DwellingType.allCases.map { "\($0)" }.first { $0 == dwelling },
            period: BuildingPeriod.allCases.map { "\($0)" }.first { $0 == period })
    }
}
