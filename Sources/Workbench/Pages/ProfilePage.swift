import Bilingual
import Figures
import Neighbourhoods

/// The profile of one area: strong sides first, then stock, development, facilities, liveability and how far the
/// figures can be trusted.
struct ProfilePage {
    let scene: Scene
    let area: Area
    let facts: AreaFacts
    private var language: Language { scene.language }

    init?(scene: Scene) {
        guard let area = scene.selection, let facts = scene.facts else { return nil }
        self.scene = scene
        self.area = area
        self.facts = facts
    }

    var page: Page {
        Page(
            route: .profile(area.code), title: area.name,
            main: .fragment([
                heading,
                .element("div", ["class": "mp-columns mp-profile"]) {
                    Markup.element("div", ["class": "mp-column"]) {
                        remarkable
                        card(scene.stockFigure())
                        card(scene.trendFigure())
                    }
                    Markup.element("div", ["class": "mp-column"]) {
                        trust
                        facilities
                        card(scene.liveabilityFigure())
                        neighbours
                    }
                },
            ]))
    }

    private var heading: Markup {
        var parts = [area.code.rawValue]
        if let parent = area.parent.flatMap({ scene.dataset.area($0) }), parent.level == .district {
            parts.insert(Strings.Profile.inDistrict(area.level.one, parent.name)[language], at: 0)
        }
        if let households = facts.fact("population.households"), let number = households.value.number {
            parts.append(Strings.Profile.households(scene.numbers.decimal(number))[language])
        }
        return .element("div", ["class": "mp-heading"]) {
            Markup.element("p", ["class": "mp-note"]) { parts.joined(separator: " · ") }
            Markup.element("h1") { area.name }
            Markup.element("p") {
                Markup.element(
                    "a", ["href": .text(scene.href(.map) { $0.selection = area.code })]
                ) { Strings.Profile.onMap[language] }
                " · "
                Markup.element("a", ["href": .text(scene.href(.areas) { $0.selection = nil })]) {
                    Strings.Profile.choose[language]
                }
            }
        }
    }

    private func card(_ figure: Figure?) -> Markup {
        guard let figure else { return .empty }
        return .element("section", ["class": "mp-card"]) { figure.html(.full, heading: 2) }
    }

    // MARK: Strong and weak sides

    private var remarkable: Markup { RemarkableCard(facts: facts, language: language).markup }

    // MARK: Facilities

    private var facilities: Markup {
        guard let table = scene.facilityTable() else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Profile.facilities[language] }
            for function in FacilityFunction.allCases { block(function) }
            scene.provenance(
                of: FacilityFunction.allCases.flatMap(\.variables).compactMap { facts.fact($0)?.series }
            ).markup(language)
            Markup.element("details", ["class": "mp-numbers"]) {
                Markup.element("summary") {
                    BilingualText(nl: "Alle getallen in een tabel", en: "All numbers in a table")[language]
                }
                Markup.element(
                    "div",
                    [
                        "class": "mp-scroll", "tabindex": 0, "role": "region",
                        "aria-label": .text(table.caption),
                    ]
                ) { table.html() }
                Markup.element("p") {
                    Markup.element("a", ["href": .text(scene.csvHref(.facilities)), "download": .flag(true)])
                    {
                        BilingualText(nl: "Download de getallen (CSV)", en: "Download the numbers (CSV)")[
                            language]
                    }
                }
            }
        }
    }

    private func block(_ function: FacilityFunction) -> Markup {
        let found = function.variables.compactMap(facts.fact)
        guard !found.isEmpty else { return .empty }
        return .fragment([
            .element("h3") { function.name[language].capitalisedFirst },
            .element("dl", ["class": "mp-facts"]) {
                for fact in found {
                    Markup.element("dt") { fact.variable.name[language] }
                    Markup.element("dd") { facilityText(fact) }
                }
            },
        ])
    }

    private func facilityText(_ fact: AreaFacts.Fact) -> Markup {
        guard let number = fact.value.number else {
            return .text((fact.value.reason ?? .notCollected).name[language])
        }
        return .fragment([
            .element("strong") { fact.format.text(number, language) },
            fact.municipality.map { municipality in
                .element("span", ["class": "mp-range"]) {
                    "\(Strings.municipality[language]) \(fact.format.text(municipality, language))"
                }
            } ?? .empty,
        ])
    }

    // MARK: Trust

    private var trust: Markup {
        let all = facts.facts
        let count = { (reason: MissingReason) in all.count { $0.value.reason == reason } }
        let missing = count(.notCollected) + count(.notApplicable) + count(.refused)
        let oldest = all.filter { $0.value.number != nil }.map(\.series.year).min()
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Profile.trust[language] }
            Markup.element("dl", ["class": "mp-facts"]) {
                row(
                    Strings.Profile.complete,
                    Strings.Profile.of(all.count { $0.value.number != nil }, all.count)[language])
                row(Strings.Profile.withMargin, scene.numbers.count(all.count { $0.margin != nil }))
                row(Strings.Profile.suppressed, scene.numbers.count(count(.suppressed)))
                row(Strings.Profile.small, scene.numbers.count(count(.smallCell)))
                row(Strings.Profile.missing, scene.numbers.count(missing))
                if let oldest { row(Strings.Profile.oldest, String(oldest)) }
            }
            Markup.element("p") {
                Markup.element("a", ["href": .text(scene.href(.sources))]) {
                    Strings.Profile.allSources[language]
                }
            }
        }
    }

    private func row(_ name: BilingualText, _ value: String) -> Markup {
        .fragment([.element("dt") { name[language] }, .element("dd") { value }])
    }

    // MARK: Next door

    private var neighbours: Markup {
        let codes = scene.dataset.geometry(at: area.level)?.adjacency.neighbours(of: area.code) ?? []
        let areas = codes.compactMap { scene.dataset.area($0) }.sorted {
            ($0.name, $0.code) < ($1.name, $1.code)
        }
        guard !areas.isEmpty else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Profile.neighbours[language] }
            Markup.element("ul", ["class": "mp-links"]) {
                for area in areas {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text(scene.profileHref(area.code))]) { area.name }
                    }
                }
            }
        }
    }
}
