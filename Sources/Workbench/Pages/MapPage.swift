import Bilingual
import Figures
import Neighbourhoods

/// The map of the municipality: what to show, the picture, and the chosen area.
struct MapPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        Page(
            route: .map, title: Strings.Map.title(scene.dataset.municipality.name)[language], main: main
        )
    }

    private var main: Markup {
        .fragment([
            .element("h1", ["class": "mp-place"]) {
                Strings.Map.title(scene.dataset.municipality.name)[language]
            },
            .element("div", ["class": "mp-columns mp-overview"]) {
                Markup.element("section", ["class": "mp-card mp-choice"]) { choices }
                Markup.element("section", ["class": "mp-card mp-picture"]) { picture }
                Markup.element("section", ["class": "mp-card mp-chosen", "id": "gekozen"]) {
                    AreaPanel(scene: scene).markup
                }
                EvennessCard(scene: scene).markup
            },
        ])
    }

    private var picture: Markup {
        guard let figure = scene.mapFigure() else {
            return .element("p") { Strings.Map.noIndicators[language] }
        }
        return .fragment([
            .element("h2", ["class": "mp-finding"]) { figure.frame.title },
            .element("p", ["class": "mp-subtitle"]) { figure.frame.subtitle },
            scene.outlines == nil
                ? .element("p", ["class": "mp-note"]) { Strings.Map.noShapes[language] } : map(figure),
            notes(figure.frame),
        ])
    }

    private func map(_ figure: Figure) -> Markup {
        .element("div", ["class": "mp-map-frame", "data-map": .flag(true)]) {
            Markup.element("p", ["class": "mp-readout", "aria-live": "polite", "data-readout": .flag(true)]) {
                scene.selection.flatMap { selected in scene.reading?.item(selected.code) }.map(readout) ?? ""
            }
            Markup.element(
                "div", ["class": "mp-map-tools", "hidden": .flag(true), "data-tools": .flag(true)]
            ) {
                tool("in", Strings.Map.zoomIn, "+")
                tool("out", Strings.Map.zoomOut, "−")
                tool("home", Strings.Map.zoomHome, "⌂")
            }
            figure.html(.compact)
            extent
            Markup.element("p", ["class": "mp-note mp-keyboard"]) { Strings.Map.keyboard[language] }
        }
    }

    /// The way from the core to the whole municipality and back, where there is a difference.
    private var extent: Markup {
        guard !scene.core.isEmpty else { return .empty }
        let whole = scene.showsWhole
        let href = scene.href(.map) {
            $0.showsWhole = !whole
            // An area outside the core keeps the whole in sight as long as it is chosen.
            if whole, let code = scene.selection?.code.rawValue, !scene.core.contains(code) {
                $0.selection = nil
            }
        }
        return .element("p") {
            Markup.element("a", ["href": .text(href)]) {
                (whole ? Strings.Map.showCore : Strings.Map.showWhole)[language]
            }
        }
    }

    private func readout(_ item: MapReading.Item) -> String {
        guard let reading = scene.reading, let number = item.value.number else { return item.area.name }
        return "\(item.area.name): \(reading.format.text(number, language))"
    }

    private func tool(_ action: String, _ name: BilingualText, _ sign: String) -> Markup {
        .element(
            "button",
            ["type": "button", "data-zoom": .text(action), "aria-label": .text(name[language])]
        ) { sign }
    }

    private func notes(_ frame: FigureFrame) -> Markup {
        .element("div", ["class": "mp-notes"]) {
            Note.markup(BilingualText(nl: "Wat ziet u?", en: "What do you see?")[language], frame.seen)
            Note.markup(
                BilingualText(nl: "Wat zegt het niet?", en: "What does it not say?")[language], frame.notSaid)
            Markup.element("p") {
                Markup.element("a", ["href": .text(scene.href(.map))]) { Strings.permalink[language] }
            }
        }
    }

    // MARK: Choices

    private var choices: Markup {
        .fragment([
            .element("h2") { Strings.Map.choose[language] },
            ChoiceForm(scene: scene, route: .map).markup(
                fields: [.town(scene), .level(scene), indicatorField, yearField, comparisonField, areaField]
                    .compactMap(\.self)),
            .element("p", ["class": "mp-note"]) { scene.variable?.meaning[language] ?? "" },
        ])
    }

    private var indicatorField: ChoiceForm.Field? {
        let variables = scene.dataset.variables(at: scene.level)
        guard !variables.isEmpty else { return nil }
        return .init(
            key: PageState.Key.indicator, label: Strings.Map.indicator[language],
            groups: Theme.readingOrder.compactMap { theme in
                let options = variables.filter { $0.theme == theme }.map {
                    ChoiceForm.Option(
                        value: $0.id.rawValue, label: $0.name[language], isChosen: $0.id == scene.variable?.id
                    )
                }
                return options.isEmpty ? nil : .init(label: theme.name[language], options: options)
            })
    }

    private var yearField: ChoiceForm.Field? {
        guard let variable = scene.variable else { return nil }
        let years = scene.dataset.years(of: variable.id, at: scene.level)
        return .init(
            key: PageState.Key.year, label: Strings.year[language],
            options: years.reversed().map {
                .init(value: String($0), label: String($0), isChosen: $0 == scene.series?.year)
            })
    }

    private var comparisonField: ChoiceForm.Field? {
        guard let variable = scene.variable, let series = scene.series else { return nil }
        var options = [
            ChoiceForm.Option(
                value: "geen", label: Strings.Map.compareNone[language], isChosen: scene.comparison == .none)
        ]
        if variable.canBeSetAgainstTheWhole {
            if scene.dataset.municipalValue(variable.id, year: series.year).number != nil {
                options.append(
                    .init(
                        value: "gemeente", label: Strings.Map.compareMunicipality[language],
                        isChosen: scene.comparison == .municipality))
            }
            if scene.dataset.nationalValue(variable.id, year: series.year).number != nil {
                options.append(
                    .init(
                        value: "nederland", label: Strings.Map.compareNation[language],
                        isChosen: scene.comparison == .nation))
            }
        }
        options += scene.years.reversed().filter { $0 != series.year }.map {
            .init(
                value: String($0), label: "\(Strings.Map.compareYear[language]) \($0)",
                isChosen: scene.comparison == .year($0))
        }
        return .init(key: PageState.Key.comparison, label: Strings.Map.compare[language], options: options)
    }

    private var areaField: ChoiceForm.Field? {
        guard !scene.areas.isEmpty else { return nil }
        let none = ChoiceForm.Option(
            value: "", label: Strings.Map.areaNone[language], isChosen: scene.selection == nil)
        return .init(
            key: PageState.Key.selection, label: scene.level.one[language].capitalisedFirst,
            options: [none]
                + scene.areas.sorted { ($0.name, $0.code) < ($1.name, $1.code) }.map {
                    .init(value: $0.code.rawValue, label: $0.name, isChosen: $0.code == scene.selection?.code)
                })
    }
}

extension String {
    /// The same text with a capital first letter.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
