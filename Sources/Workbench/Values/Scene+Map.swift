import Bilingual
import Figures
import Neighbourhoods

extension Scene {
    /// The figures of the map; nil without an indicator.
    var reading: MapReading? { MapReading(self) }

    /// The map itself. Without boundaries the figure has no picture, but still its table.
    ///
    /// - Parameters:
    ///   - linked: whether each area leads to its profile; a report on paper has no links.
    ///   - id: the id of the figure on its page, for a page with more than one map.
    func mapFigure(linked: Bool = true, id: String? = nil) -> Figure? {
        guard let reading else { return nil }
        let frame = mapFrame(.map, reading, id: id)
        let areas = mapAreas(reading, linked: linked)
        let options = ChoroplethOptions(
            breaks: reading.breaks, format: reading.format, quantity: reading.variable.name[language],
            selected: selection.map { [$0.code.rawValue] } ?? [], showsDistricts: level == .neighbourhood)
        return Figure.choropleth(
            frame, outlines: outlines ?? MapOutlines([]), areas: areas, options: options)
    }

    /// All areas on one line, in order of the axis and not of each other.
    func stripFigure() -> Figure? {
        guard let reading, reading.known.count > 1 else { return nil }
        let isPlain = comparison == .none
        return Figure.stripPlot(
            mapFrame(.strip, reading), areas: mapAreas(reading, linked: true),
            options: StripPlotOptions(
                format: reading.format, quantity: reading.variable.name[language],
                selected: selection?.code.rawValue,
                benchmarks: Benchmarks(
                    municipality: isPlain && reading.variable.canBeSetAgainstTheWhole
                        ? reading.municipality.number : nil,
                    national: isPlain && reading.variable.canBeSetAgainstTheWhole
                        ? reading.nation.number : nil)))
    }

    private func mapAreas(_ reading: MapReading, linked: Bool) -> [MapArea] {
        reading.items.map { item in
            MapArea(
                id: item.area.code.rawValue, name: item.area.name, value: item.value,
                href: linked ? profileHref(item.area.code) : nil)
        }
    }

    private func mapFrame(_ kind: FigureKind, _ reading: MapReading, id: String? = nil) -> FigureFrame {
        let finding = reading.finding(level)[language]
        let isDifference = comparison != .none
        let notSaid =
            reading.variable.canBeSetAgainstTheWhole
            ? Strings.Map.notSaid[language]
            : Strings.Map.notSaidCount[language] + " " + Strings.Map.notSaid[language]
        return FigureFrame(
            id: id ?? kind.name, title: finding,
            subtitle: Strings.Map.subtitle(
                reading.variable.meaning[language], per: level.one,
                Strings.Map.years(reading.series.year, comparison))[language],
            seen: isDifference
                ? Strings.Map.seenDifference[language] : Strings.Map.seenMap(level.one)[language],
            notSaid: notSaid, provenance: provenance(of: [reading.series]), csvHref: csvHref(kind),
            language: language, areaNoun: level.noun)
    }

    /// Producer and title of a source. Those of the demo town write both languages with a slash between them.
    func title(of id: Source.ID) -> String {
        guard let source = dataset.source(id) else { return id.rawValue }
        return source.producer + ": " + inLanguage(source.title, of: source)
    }

    /// `text` of `source` in the reader's language, where the source has both.
    func inLanguage(_ text: String, of source: Source) -> String {
        guard studio.isSynthetic, source.id.rawValue.hasPrefix("demo-") else { return text }
        let halves = text.split(separator: " / ", maxSplits: 1)
        guard halves.count == 2 else { return text }
        return String(language == .dutch ? halves[0] : halves[1])
    }

    /// Producer, table, year and licence of `series` in one line, and that it is made up where it is.
    func sourceLine(_ series: Series) -> String {
        guard let source = dataset.source(series.source) else { return series.source.rawValue }
        var parts = [title(of: series.source)]
        if let table = source.table { parts.append(table) }
        parts.append(String(series.year))
        if !series.version.isEmpty { parts.append(series.version) }
        parts.append(BilingualText(nl: "licentie: ", en: "licence: ")[language] + source.licence)
        if source.isSynthetic { parts.append(Strings.synthetic[language].lowercased()) }
        return parts.joined(separator: ", ") + "."
    }
}
