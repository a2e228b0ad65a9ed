import Bilingual
import EvidenceRegister
import Figures
import MetaAnalysis

/// Why nothing of the register is pooled, what could be, and what pooling looks like on a set that is not on mixing.
struct PoolingPage {
    let scene: Scene
    private var language: Language { scene.language }
    private var words: Strings.Evidence.Type { Strings.Evidence.self }

    var page: Page {
        Page(
            route: .pooling, title: words.poolingTitle[language],
            main: .fragment([
                .element("p") {
                    Markup.element("a", ["href": .text(scene.href(.evidence))]) {
                        "← " + words.back[language]
                    }
                },
                .element("h1") { words.poolingTitle[language] }, refusal, candidates, demonstration,
            ]))
    }

    private var refusal: Markup {
        let poolability = scene.register.poolability()
        let gaps = Dictionary(grouping: poolability.missing.flatMap(\.gaps)) { $0 }.mapValues(\.count)
        let order: [Poolability.Gap] = [.noUncertainty, .noExactNumber, .noIndependentSecond]
        return .element("section", ["class": "mp-card"]) {
            Markup.element("p") { poolability.reason[language] }
            Markup.element("h2") { words.missingTitle[language] }
            Markup.element("ul") {
                for gap in order where gaps[gap] != nil {
                    Markup.element("li") { "\(gap.text[language].capitalisedFirst): \(gaps[gap] ?? 0)" }
                }
            }
        }
    }

    private var candidates: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.candidatesTitle[language] }
            OpenTable.markup(scene.candidateTable())
            CSVLink(href: scene.csvHref(.evidence(.candidates)), language: language).markup
        }
    }

    private var demonstration: Markup {
        guard let pooled = Demonstration.pooled else { return .empty }
        let figures = [
            scene.demonstrationForest(pooled), scene.demonstrationFunnel(pooled),
            scene.demonstrationEstimators(pooled), scene.demonstrationLeaveOneOut(pooled),
        ].compactMap(\.self)
        return .fragment([
            .element("section", ["class": "mp-card"]) {
                Markup.element("h2") { words.demonstrationTitle[language] }
                Markup.element("p") { words.demonstrationLead[language] }
                for warning in pooled.warnings {
                    Note.markup(
                        Strings.notices[language] + ":",
                        (language == .dutch ? warning.dutch : warning.english) + ".")
                }
                Markup.element("p") {
                    words.ownEffects[language] + " "
                    Markup.element("code") { "mengpaneel evidence pool effects.csv" }
                }
            },
            .element("div", ["class": "mp-grid mp-broad"]) {
                for figure in figures {
                    Markup.element("section", ["class": "mp-card"]) { figure.html(.full, heading: 3) }
                }
            },
        ])
    }
}
