import Bilingual
import Figures
import Neighbourhoods

/// The figures of one map as they may be shown: values or differences per area, with margins, and what can be
/// counted from them for the title.
struct MapReading: Sendable {
    /// One area.
    struct Item: Sendable {
        var area: Area
        /// The value or difference.
        var value: MapValue
        /// Half the width of the 95% interval, where the source gives one.
        var margin: Double?
        /// The value before anything was subtracted.
        var original: Value
    }

    let variable: Variable
    let series: Series
    let comparison: PageState.Comparison
    let items: [Item]
    let breaks: ClassBreaks
    /// How the shown quantity is written.
    let format: ValueFormat
    /// How the plain values are written.
    let plainFormat: ValueFormat
    /// The figure of the municipality and of the Netherlands in the year of the map.
    let municipality: Value
    let nation: Value

    /// Nil when there is no indicator to show.
    init?(_ scene: Scene) {
        guard let variable = scene.variable, let series = scene.series else { return nil }
        let dataset = scene.dataset
        let level = scene.level
        let comparison = scene.comparison
        self.variable = variable
        self.series = series
        self.comparison = comparison
        municipality = dataset.municipalValue(variable.id, year: series.year)
        nation = dataset.nationalValue(variable.id, year: series.year)
        let reader = Reader(scene: scene, variable: variable.id)
        items = scene.areas.enumerated().map { reader.item(at: $0.offset, area: $0.element, series: series) }

        let versions = dataset.allSeries(of: variable.id, at: level).filter { $0.version == series.version }
        let all = versions.flatMap(\.values.numbers).filter(\.isFinite)
        plainFormat = variable.format(over: all)
        if comparison == .none {
            format = plainFormat
            breaks = ClassBreaks.sequential(over: all, format: plainFormat)
        } else {
            let numbers = items.compactMap(\.value.number)
            format = variable.differenceFormat(over: all)
            // Differences within the noise have the neutral colour to themselves.
            breaks = ClassBreaks.diverging(
                over: numbers, classes: series.margins == nil ? 7 : 6, format: format)
        }
    }

    /// The area with `code`.
    func item(_ code: AreaCode) -> Item? { items.first { $0.area.code == code } }

    /// The areas that have a figure.
    var known: [Item] { items.filter { $0.value.number != nil } }

    /// How many areas lie above, below and at (within the noise of) `reference`.
    func split(at reference: Double) -> (above: Int, below: Int, noise: Int) {
        var result = (above: 0, below: 0, noise: 0)
        for item in items {
            switch item.value {
            case .withinNoise: result.noise += 1
            case .value(let number):
                if abs(number - reference) <= (item.margin ?? 0) {
                    result.noise += 1
                } else if number > reference {
                    result.above += 1
                } else {
                    result.below += 1
                }
            case .missing: break
            }
        }
        return result
    }
}

/// Takes the figures of one area from the dataset and sets them against what was chosen.
private struct Reader {
    let scene: Scene
    let variable: Variable.ID

    func item(at index: Int, area: Area, series: Series) -> MapReading.Item {
        let value = scene.dataset.shown(variable, of: area.code, at: scene.level, year: series.year)
        let margin = series.margins?[index].number
        var item = MapReading.Item(area: area, value: .missing(""), margin: margin, original: value)
        guard let number = value.number else {
            item.value = .missing(text(value))
            return item
        }
        switch scene.comparison {
        case .none: item.value = .value(number)
        case .municipality: set(&item, number, scene.dataset.municipalValue(variable, year: series.year), nil)
        case .nation: set(&item, number, scene.dataset.nationalValue(variable, year: series.year), nil)
        case .year(let year):
            let before = scene.dataset.shown(variable, of: area.code, at: scene.level, year: year)
            let other = scene.dataset.series(variable, at: scene.level, year: year)?.margins?[index].number
            set(&item, number, before, other)
        }
        return item
    }

    /// The difference with `reference`; its margin is that of the difference of two independent estimates.
    private func set(_ item: inout MapReading.Item, _ number: Double, _ reference: Value, _ other: Double?) {
        guard let reference = reference.number else {
            item.value = .missing(text(reference))
            return
        }
        let difference = number - reference
        if let margin = item.margin {
            item.margin = (margin * margin + (other ?? 0) * (other ?? 0)).squareRoot()
        }
        if let margin = item.margin, abs(difference) <= margin {
            item.value = .withinNoise(difference)
        } else {
            item.value = .value(difference)
        }
    }

    private func text(_ value: Value) -> String {
        (value.reason ?? .notCollected).name[scene.language]
    }
}
