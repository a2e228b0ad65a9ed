import Bilingual
import Figures
import HousingMarket
import Neighbourhoods

/// The mixing desk: packages on the left, the areas in the middle, the people and the outcomes on the right.
struct DeskPage {
    let scene: Scene
    /// What was filled in as limits and refused.
    var limits = DeskLimitForm.Typed()
    private var language: Language { scene.language }

    /// Where the full answer goes when it is there: the server sends the page up to here, then runs on.
    static let gap: StaticString = "<!--volledig-->"

    var page: Page { Page(route: .desk, title: Strings.Desk.title[language], main: main) }

    private var main: Markup {
        .fragment([
            .element("h1", ["class": "mp-place"]) {
                "\(Strings.Desk.title[language]) \(scene.dataset.municipality.name)"
            },
            .element("p", ["class": "mp-note"]) { Strings.Desk.intro[language] },
            content,
        ])
    }

    private var content: Markup {
        switch scene.startingTown {
        case .failure(let error): return .element("p", ["class": "mp-card"]) { error.description }
        case .success(let town):
            do throws(PackageError) {
                let model = try scene.deskModel(town)
                return .element("div", ["class": "mp-desk"]) {
                    DeskForm(scene: scene, town: town, package: model.package, typed: limits, model: model)
                        .markup
                    answers(model)
                }
            } catch {
                let empty = Package(name: "-", horizon: scene.deskHorizon(town), measures: [])
                return .fragment([
                    .element("p", ["class": "mp-notices"]) { error.description },
                    .element("div", ["class": "mp-desk"]) {
                        DeskForm(scene: scene, town: town, package: empty, typed: limits).markup
                    },
                ])
            }
        }
    }

    private func answers(_ model: DeskModel) -> Markup {
        .element("div", ["class": "mp-answers-desk"]) {
            DeskAreaMap(scene: scene, town: model.town).markup
            if let full = scene.studio.memory.simulations.known(
                scene.deskKey(model, runs: DeskModel.fullRuns))
            {
                DeskAnswer(scene: scene, result: full, isFull: true).markup
            } else if let quick = scene.studio.memory.simulations.known(
                scene.deskKey(model, runs: model.quickRuns))
            {
                DeskAnswer(scene: scene, result: quick, isFull: false).markup
                Markup.trusted(Self.gap)
            } else {
                Markup.trusted(Self.gap)
            }
        }
    }
}

/// One answer of the simulation: coarse at first, full in the end.
struct DeskAnswer {
    let scene: Scene
    let result: EnsembleResult
    let isFull: Bool

    private var language: Language { scene.language }
    private var figures: DeskFigures {
        DeskFigures(scene: scene, result: result, part: isFull ? "volledig" : "grof")
    }
    private var tables: DeskTables { DeskTables(result: result, language: language) }

    var markup: Markup {
        .element(
            "section", ["class": isFull ? "mp-answer mp-full" : "mp-answer mp-quick", "aria-live": "polite"]
        ) {
            Markup.element("div", ["class": "mp-card"]) {
                Markup.element("p", ["class": "mp-tag"]) {
                    "\((isFull ? Strings.Desk.full : Strings.Desk.quick)[language]): \(Strings.Desk.runs(result.runCount)[language])"
                }
                if !isFull { Markup.element("p", ["class": "mp-note"]) { Strings.Desk.wait[language] } }
                Markup.element("h2", ["class": "mp-finding"]) { figures.finding }
                maps
            }
            Markup.element("div", ["class": "mp-card"]) {
                if figures.hasPackage {
                    Markup.element("h2") { Strings.Desk.outcomes[language] }
                    Markup.element("p", ["class": "mp-note"]) { Strings.Desk.dots[language] }
                    for figure in figures.dots { figure.html(heading: 3) }
                }
                Markup.element("h2") { Strings.Desk.who[language] }
                if figures.hasPackage {
                    Markup.element("p") { Strings.Desk.mustMove(tables.forcedYears)[language] }
                }
                OpenTable.markup(tables.residents)
                OpenTable.markup(tables.rents)
                Markup.element("p", ["class": "mp-note"]) { Strings.Desk.rentsHow[language] }
                figures.provenance(of: [.lowShareScope]).markup(language)
            }
            DeskLimitBars(scene: scene, result: result).markup
            Markup.element("div", ["class": "mp-card mp-wide"]) {
                Markup.element("h2") { Strings.Desk.areas[language] }
                OpenTable.markup(tables.areas)
                figures.provenance(of: DeskTables.measures).markup(language)
                Markup.element("details", ["class": "mp-numbers"]) {
                    Markup.element("summary") { Strings.Desk.byArea[language] }
                    OpenTable.markup(
                        tables.byArea(
                            figures.hasPackage ? 1 : 0, start: scene.deskStartShares(result),
                            name: scene.level.one[language].capitalisedFirst))
                }
                if isFull, case .success(let town) = scene.startingTown {
                    DeskComparison(scene: scene, town: town).markup
                }
                Markup.element("p", ["class": "mp-note"]) { Strings.Desk.noForecast[language] }
                Markup.element("p") {
                    Markup.element("a", ["href": .text(scene.href(.backtest))]) {
                        Strings.Backtest.link[language]
                    }
                }
                Markup.element("p", ["class": "mp-note"]) {
                    Strings.Desk.footer(
                        seed: DeskModel.seed, start: result.years[0],
                        end: result.years[result.years.count - 1],
                        runs: result.runCount)[language]
                }
            }
        }
    }

    private var maps: Markup {
        guard let now = figures.map(.now), let then = figures.map(.then),
            let change = figures.map(.difference)
        else {
            return .element("p", ["class": "mp-note"]) { Strings.Desk.noMap[language] }
        }
        return .fragment([
            .element("div", ["class": "mp-pair"]) {
                now.html(heading: 3)
                then.html(heading: 3)
            },
            figures.hasPackage ? change.html(heading: 3) : .empty,
        ])
    }
}
