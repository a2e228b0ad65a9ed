import Bilingual
import Figures
import HousingMarket
import Neighbourhoods

/// Does the simulation beat "nothing changes" on years that are past? Shown whatever the answer is.
struct BacktestPage {
    let scene: Scene
    /// The scores; nil where nothing can be scored.
    let table: BacktestTable?
    private var language: Language { scene.language }

    var page: Page { Page(route: .backtest, title: Strings.Backtest.title[language], main: main) }

    private var main: Markup {
        .fragment([
            .element("h1", ["class": "mp-place"]) {
                "\(Strings.Backtest.title[language]) \(scene.dataset.municipality.name)"
            },
            .element("section", ["class": "mp-card"]) {
                Markup.element("p") { Strings.Backtest.intro[language] }
                choice
                content
                Markup.element("p") {
                    Markup.element("a", ["href": .text(scene.href(.desk))]) {
                        Strings.Backtest.back[language]
                    }
                }
            },
        ])
    }

    private var choice: Markup {
        let pairs = scene.backtestYears
        guard let chosen = scene.chosenBacktest, !pairs.isEmpty else { return .empty }
        func field(_ key: String, _ label: BilingualText, _ years: [Int], _ now: Int) -> ChoiceForm.Field {
            .init(
                key: key, label: label[language],
                options: years.map { .init(value: "\($0)", label: "\($0)", isChosen: $0 == now) })
        }
        return ChoiceForm(scene: scene, route: .backtest).markup(
            fields: [
                ChoiceForm.Field.level(scene),
                field(
                    PageState.Key.changeFrom, Strings.Backtest.from, Set(pairs.map(\.from)).sorted(),
                    chosen.from),
                field(
                    PageState.Key.changeTo, Strings.Backtest.to,
                    Set(pairs.filter { $0.from == chosen.from }.map(\.to)).sorted(), chosen.to),
            ].compactMap(\.self))
    }

    @MarkupBuilder private var content: Markup {
        if let table, let years = scene.chosenBacktest {
            Markup.element("h2", ["class": "mp-finding"]) { finding(table) }
            OpenTable.markup(scene.skillTable(table))
            Markup.element("p", ["class": "mp-note"]) { Strings.Backtest.reading[language] }
            for sentence in scene.unscored(table) {
                Markup.element("p", ["class": "mp-note"]) { sentence }
            }
            Markup.element("p") {
                Markup.element("a", ["href": .text(csv(years)), "download": .flag(true)]) {
                    Strings.Backtest.download[language]
                }
            }
            Markup.element("p", ["class": "mp-note"]) {
                Strings.Backtest.footer(runs: DeskModel.fullRuns, seed: DeskModel.seed)[language]
            }
        } else {
            Markup.element("p", ["class": "mp-note"]) { Strings.Backtest.nothing[language] }
        }
    }

    /// How many indicators are surely better, surely worse, and neither, against "nothing changes".
    private func finding(_ table: BacktestTable) -> String {
        let verdicts = table.scores.map(\.verdict)
        return Strings.Backtest.finding(
            better: verdicts.count { $0 == .better }, worse: verdicts.count { $0 == .worse },
            neither: verdicts.count { $0 != .better && $0 != .worse })[language]
    }

    private func csv(_ years: BacktestYears) -> String {
        let state = scene.state.with {
            $0.changeFrom = years.from
            $0.changeTo = years.to
        }
        return Route.backtest.path + ".csv?" + state.query
    }
}
