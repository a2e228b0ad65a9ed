import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

/// How evenly incomes, tenures and types of home are spread over the municipality.
struct SpreadPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        Page(
            route: .spread, title: Strings.Spread.title[language],
            main: .fragment([
                .element("h1") { "\(Strings.Spread.title[language]) \(scene.dataset.municipality.name)" },
                introduction, summary,
                scene.spread.isEmpty
                    ? .element("p", ["class": "mp-card"]) { Strings.Spread.none[language] }
                    : .fragment(scene.spread.map { SpreadSection(scene: scene, report: $0).markup }),
                ExposureCard(scene: scene).markup,
            ]))
    }

    private var introduction: Markup {
        .element("section", ["class": "mp-card mp-row"]) {
            Markup.element("p") { Strings.Spread.lead[language] }
            ChoiceForm(scene: scene, route: .spread).markup(
                fields: [.town(scene), .level(scene), .lowIncome(scene)].compactMap(\.self)
                    + .changeYears(scene))
            contents
            Markup.element("details") {
                Markup.element("summary") { Strings.Spread.how[language] }
                Markup.element("ul") {
                    for text in Strings.Spread.reading { Markup.element("li") { text[language] } }
                }
            }
        }
    }

    /// The way to each subject, for a long page.
    private var contents: Markup {
        guard scene.spread.count > 1 else { return .empty }
        return .element("nav", ["aria-label": .text(Strings.Spread.jump[language])]) {
            Markup.element("ul", ["class": "mp-jump"]) {
                for report in scene.spread {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text("#verdeling-" + report.subject.word)]) {
                            report.subject.name[language]
                        }
                    }
                }
                if scene.exposure != nil {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text("#" + FigureKind.exposure.name)]) {
                            Strings.Spread.exposureTitle[language]
                        }
                    }
                }
            }
        }
    }

    private var summary: Markup {
        guard let table = scene.evennessTable() else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Spread.summary[language] }
            OpenTable.markup(table)
            for note in scene.evenness.notes { Markup.element("p", ["class": "mp-note"]) { note[language] } }
            scene.evennessProvenance.markup(language)
            CSVLink(href: scene.csvHref(.evenness), language: language).markup
        }
    }
}

extension [ChoiceForm.Field] {
    /// From which year to which a change is split; none where no subject has two years.
    fileprivate static func changeYears(_ scene: Scene) -> [ChoiceForm.Field] {
        let years = scene.changeYears
        guard years.count > 1 else { return [] }
        func field(_ key: String, _ label: BilingualText, _ open: BilingualText, _ chosen: Int?)
            -> ChoiceForm.Field
        {
            let known = chosen.map { years.contains($0) ? [] : [$0] } ?? []
            return ChoiceForm.Field(
                key: key, label: label[scene.language],
                options: [.init(value: "", label: open[scene.language], isChosen: chosen == nil)]
                    + (years + known).sorted().map {
                        .init(value: String($0), label: String($0), isChosen: $0 == chosen)
                    })
        }
        let words = Strings.Spread.self
        return [
            field(PageState.Key.changeFrom, words.changeFrom, words.firstYear, scene.state.changeFrom),
            field(PageState.Key.changeTo, words.changeTo, words.lastYear, scene.state.changeTo),
        ]
    }
}

/// How near facilities are to low incomes and to others.
struct ExposureCard {
    let scene: Scene
    private var language: Language { scene.language }

    var markup: Markup {
        guard let exposure = scene.exposure, let table = scene.exposureTable() else { return .empty }
        let group = VariableCatalogue.variable(exposure.group)?.name[language] ?? exposure.group.rawValue
        return .element("section", ["class": "mp-card", "id": .text(FigureKind.exposure.name)]) {
            Markup.element("h2") { Strings.Spread.exposureTitle[language] }
            Markup.element("p") { Strings.Spread.exposureFinding(exposure, group)[language] }
            OpenTable.markup(table)
            Markup.element("p", ["class": "mp-note"]) { Strings.Spread.exposureNote[language] }
            scene.provenance(of: exposure.data).markup(language)
            CSVLink(href: scene.csvHref(.exposure), language: language).markup
        }
    }
}

/// The way to the numbers as a file.
struct CSVLink {
    let href: String
    let language: Language

    var markup: Markup {
        .element("p") {
            Markup.element("a", ["href": .text(href), "download": .flag(true)]) {
                Strings.Spread.download[language]
            }
        }
    }
}
