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
        guard let figures = scene.demonstration else { return .empty }
        let first = EvidencePart.pooling.filter { !EvidencePart.checks.contains($0) }
        return .fragment([
            .element("section", ["class": "mp-card"]) {
                Markup.element("h2") { words.demonstrationTitle[language] }
                Markup.element("p") { words.demonstrationLead[language] }
                for warning in figures.pooled.warnings {
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
                for figure in first.compactMap({ figures.outcome($0).figure }) {
                    Markup.element("section", ["class": "mp-card"]) { figure.html(.full, heading: 3) }
                }
            },
            checks(figures),
        ])
    }

    /// The checks, folded, for each is a large figure.
    private func checks(_ figures: PoolingFigures) -> Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Pooling.checksTitle[language] }
            Markup.element("p") { Strings.Pooling.checksLead[language] }
            for part in EvidencePart.checks {
                Markup.element("details") {
                    Markup.element("summary") { Strings.Pooling.kind(part)[language] }
                    switch figures.outcome(part) {
                    case .drawn(let figure): figure.html(.full, heading: 3)
                    case .missing(let reason): Markup.element("p") { reason[language] }
                    }
                }
            }
        }
    }
}
