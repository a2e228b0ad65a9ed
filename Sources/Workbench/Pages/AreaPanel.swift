import Bilingual
import Figures
import Neighbourhoods

/// The chosen area beside the map: its figure with margin, its place among all areas, and the way to its profile.
struct AreaPanel {
    let scene: Scene
    private var language: Language { scene.language }

    var markup: Markup {
        guard let reading = scene.reading else { return .empty }
        guard let area = scene.selection, let item = reading.item(area.code) else {
            return .fragment([
                .element("h2") { scene.dataset.municipality.name },
                whole(reading),
                strip,
                .element("p", ["class": "mp-note"]) { Strings.Map.chooseArea[language] },
            ])
        }
        return .fragment([
            .element("h2") { area.name },
            .element("p") { reading.variable.name[language] + ", " + String(reading.series.year) },
            KeyFigure.markup(
                value: item.original, margin: margin(of: area, reading),
                format: reading.plainFormat, language: language),
            difference(reading, item),
            references(reading),
            strip,
            .element("p") {
                Markup.element("a", ["class": "mp-button", "href": .text(scene.profileHref(area.code))]) {
                    Strings.Map.openProfile[language]
                }
            },
        ])
    }

    /// The margin of the value itself; on a map of differences the item holds that of the difference.
    private func margin(of area: Area, _ reading: MapReading) -> Double? {
        guard let index = scene.dataset.index(of: area.code, at: scene.level) else { return nil }
        return reading.series.margins?[index].number
    }

    private func whole(_ reading: MapReading) -> Markup {
        .fragment([
            .element("p") {
                reading.variable.name[language] + ", " + Strings.municipality[language] + ", "
                    + String(reading.series.year)
            },
            KeyFigure.markup(
                value: reading.municipality, margin: nil, format: reading.plainFormat, language: language),
        ])
    }

    private func difference(_ reading: MapReading, _ item: MapReading.Item) -> Markup {
        guard reading.comparison != .none else { return .empty }
        let lead = BilingualText(nl: "Verschil: ", en: "Difference: ")[language]
        let text: String
        switch item.value {
        case .value(let number): text = reading.format.text(number, language) + margin(reading, item)
        case .withinNoise(let number):
            text =
                reading.format.text(number, language) + margin(reading, item)
                + BilingualText(nl: ", binnen de ruis", en: ", within the noise")[language]
        case .missing(let reason): text = reason
        }
        return .element("p") {
            lead
            Markup.element("strong") { text }
        }
    }

    private func margin(_ reading: MapReading, _ item: MapReading.Item) -> String {
        item.margin.map {
            " ± " + reading.plainFormat.withDecimals(reading.format.decimals).text($0, language)
        } ?? ""
    }

    private func references(_ reading: MapReading) -> Markup {
        let parts = [(Strings.municipality, reading.municipality), (Strings.nation, reading.nation)]
            .compactMap { name, value in
                value.number.map { "\(name[language]) \(reading.plainFormat.text($0, language))" }
            }
        return parts.isEmpty || !reading.variable.canBeSetAgainstTheWhole
            ? .empty
            : .element("p", ["class": "mp-note"]) { parts.joined(separator: ", ").capitalisedFirst + "." }
    }

    private var strip: Markup { scene.stripFigure()?.html(.compact) ?? .empty }
}

/// One large figure with its margin, or the reason why there is none.
enum KeyFigure {
    static func markup(value: Value, margin: Double?, format: ValueFormat, language: Language) -> Markup {
        guard let number = value.number else {
            return .element("p", ["class": "mp-key mp-key-missing"]) {
                (value.reason ?? .notCollected).name[language].capitalisedFirst
            }
        }
        return .fragment([
            .element("p", ["class": "mp-key"]) {
                format.text(number, language)
                if let margin {
                    " "
                    Markup.element("span", ["class": "mp-margin"]) { "± " + format.text(margin, language) }
                }
            },
            margin == nil
                ? .element("p", ["class": "mp-note"]) { Strings.Map.register[language] } : .empty,
        ])
    }
}
