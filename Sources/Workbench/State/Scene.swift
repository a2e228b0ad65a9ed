import Bilingual
import Figures
import Neighbourhoods

/// A ``PageState`` with every open choice filled in from the studio: what a page is really about.
struct Scene: Sendable {
    let studio: Studio
    let state: PageState
    let town: Town
    /// The scale of the areas; nil when the municipality has no areas with figures.
    let level: AreaLevel
    /// The chosen indicator; nil when there is none at this scale.
    let variable: Variable?
    /// The figures on the map.
    let series: Series?
    /// The years that the indicator has at this scale, oldest first, in the version of ``series``.
    let years: [Int]
    /// What the figures are set against, after checking that it can be done.
    let comparison: PageState.Comparison
    /// The chosen area, when it is one of this municipality.
    let selection: Area?
    /// What the reader must know.
    let notices: [Notice]
    /// What working groups have said.
    var voices: [GroupVoice] = []
    /// Whether the page is a file or for paper, so that links lead to places in it and not to other pages.
    var isPaper = false

    /// The same for a file or for paper.
    var onPaper: Scene {
        var scene = self
        scene.isPaper = true
        return scene
    }

    var language: Language { state.language }
    var dataset: Dataset { town.dataset }
    var numbers: NumberText { NumberText(language) }
    var areas: [Area] { dataset.areas(level) }

    init(studio: Studio, state: PageState, notices: [Notice] = []) {
        var notices = notices
        self.studio = studio
        self.state = state
        // A studio has at least one town; the chosen area decides when no municipality was chosen.
        let town =
            studio.towns.first { $0.code == state.municipality }
            ?? studio.towns.first { town in state.selection.map { town.dataset.area($0) != nil } ?? false }
            ?? studio.towns[0]
        self.town = town
        let selected = state.selection.flatMap { town.dataset.area($0) }
        let levels = town.levels
        let wanted = state.level ?? selected?.level
        let level = wanted.flatMap { levels.contains($0) ? $0 : nil } ?? levels.first ?? .neighbourhood
        self.level = level
        selection = selected?.level == level ? selected : nil
        if let asked = state.level, asked != level { notices.append(.noSuchScale) }

        let available = town.dataset.variables(at: level)
        let chosen = state.indicator.flatMap { id in available.first { $0.id == id } }
        if state.indicator != nil, chosen == nil { notices.append(.noSuchIndicator) }
        variable = chosen ?? Self.opening(available)
        (series, years, comparison) = Self.figures(variable, town.dataset, level, state, &notices)
        self.notices = notices
    }

    /// The indicator that a map opens with: facilities, not people; and no plain number, which a large area has more of.
    private static func opening(_ variables: [Variable]) -> Variable? {
        variables.first { $0.theme == .facilities } ?? variables.first {
            $0.theme == .stock && $0.canBeSetAgainstTheWhole
        }
            ?? variables.first { $0.canBeSetAgainstTheWhole } ?? variables.first
    }

    private static func figures(
        _ variable: Variable?, _ dataset: Dataset, _ level: AreaLevel, _ state: PageState,
        _ notices: inout [Notice]
    ) -> (Series?, [Int], PageState.Comparison) {
        guard let variable else { return (nil, [], .none) }
        let asked = state.year.flatMap { dataset.series(variable.id, at: level, year: $0) }
        let series =
            asked.flatMap { $0.values.knownCount > 0 ? $0 : nil } ?? dataset.series(variable.id, at: level)
        guard let series else { return (nil, [], .none) }
        if let year = state.year, year != series.year {
            notices.append(.noFigures(year: year, shown: series.year))
        }
        let years = dataset.years(of: variable.id, at: level, version: series.version)
        switch state.comparison {
        case .none: return (series, years, .none)
        case .year(let other):
            if other == series.year { return (series, years, .none) }
            if years.contains(other) { return (series, years, .year(other)) }
            notices.append(.notComparable(year: other))
        case .municipality:
            if variable.canBeSetAgainstTheWhole,
                dataset.municipalValue(variable.id, year: series.year).number != nil
            {
                return (series, years, .municipality)
            }
            notices.append(.noReference)
        case .nation:
            if variable.canBeSetAgainstTheWhole,
                dataset.nationalValue(variable.id, year: series.year).number != nil
            {
                return (series, years, .nation)
            }
            notices.append(.noReference)
        }
        return (series, years, .none)
    }

    /// The outlines of the areas, from the boundaries nearest in time to the figures; nil without shapes. A far-off
    /// part (a port, an island) would make all other areas tiny: the map shows the core, unless the reader wants the
    /// whole or chose an area outside it.
    var outlines: MapOutlines? { outlines(near: series?.year) }

    /// The same for figures of `year`.
    func outlines(near year: Int?) -> MapOutlines? {
        guard let geometry = dataset.geometry(at: level, year: year) else { return nil }
        let core = showsWhole ? [] : core(near: year)
        let key = StudioMemory.OutlineKey(
            town: town.code, level: level, year: geometry.year, isWhole: core.isEmpty)
        return studio.memory.outlines(key) { MapOutlines(shapes(geometry), focus: core) }
    }

    /// The codes of the areas in the core; empty where the whole municipality fits one picture well.
    var core: Set<String> { core(near: series?.year) }

    private func core(near year: Int?) -> Set<String> {
        guard let geometry = dataset.geometry(at: level, year: year) else { return [] }
        let key = StudioMemory.OutlineKey(town: town.code, level: level, year: geometry.year, isWhole: false)
        return studio.memory.cores(key) { MapOutlines.core(of: shapes(geometry)) }
    }

    /// Whether the map shows all areas.
    var showsWhole: Bool {
        let core = core
        return state.showsWhole || core.isEmpty || selection.map { !core.contains($0.code.rawValue) } ?? false
    }

    private func shapes(_ geometry: AreaGeometry) -> [MapShape] {
        geometry.shapes.sorted { $0.key < $1.key }.map { code, shape in
            MapShape(
                id: code.rawValue, district: dataset.area(code)?.parent?.rawValue,
                polygons: shape.polygons.map { rings in
                    rings.map { ring in ring.map { MapPoint(x: $0.x, y: $0.y) } }
                })
        }
    }

    /// The address of `route` with the choices of this scene, and one change to them.
    func href(_ route: Route, _ change: (inout PageState) -> Void = { _ in }) -> String {
        route.href(state.with(change))
    }

    /// The address of the profile of `code`.
    func profileHref(_ code: AreaCode) -> String { href(.profile(code)) }
}

extension Variable {
    /// Whether one area can be set against a whole: a count of homes or people cannot.
    var canBeSetAgainstTheWhole: Bool {
        switch unit {
        case .share, .euro, .kilometres, .perThousand, .points, .perSquareKilometre, .years, .count: true
        case .persons, .households, .dwellings, .hectares: false
        }
    }
}

extension Notice {
    static let noSuchScale = Notice(
        BilingualText(
            nl: "Op deze schaal zijn er geen cijfers. U ziet de schaal die er wel is.",
            en: "There are no figures at this scale. You see the scale that is there."))
    static let noSuchIndicator = Notice(
        BilingualText(
            nl: "Dit kenmerk staat niet in dit project. U ziet een ander kenmerk.",
            en: "This indicator is not in this project. You see another one."))
    static func noFigures(year: Int, shown: Int) -> Notice {
        Notice(
            BilingualText(
                nl: "Voor \(year) is er geen cijfer van dit kenmerk. U ziet \(shown).",
                en: "There is no figure of this indicator for \(year). You see \(shown)."))
    }
    static func notComparable(year: Int) -> Notice {
        Notice(
            BilingualText(
                nl:
                    "Met \(year) kan dit kenmerk niet worden vergeleken: er is geen cijfer met dezelfde definitie.",
                en:
                    "This indicator cannot be compared with \(year): there is no figure with the same definition."
            ))
    }
    static let noReference = Notice(
        BilingualText(
            nl: "Voor deze vergelijking is er geen cijfer van het geheel. U ziet de cijfers zelf.",
            en: "There is no figure of the whole for this comparison. You see the figures themselves."))
}
