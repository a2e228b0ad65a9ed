import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory

/// Where data, model, studies and groups differ, claim by claim and arrow by arrow, with values and intervals. Nobody is
/// said to be right.
struct ContradictionsPage {
    let scene: Scene
    private var language: Language { scene.language }
    private var words: Strings.Theory.Type { Strings.Theory.self }

    var page: Page {
        Page(
            route: .contradictions, title: words.contradictions[language],
            main: .fragment([
                .element("p") {
                    Markup.element("a", ["href": .text(scene.href(.theory))]) {
                        "← " + words.title[language]
                    }
                },
                .element("h1") { words.contradictions[language] },
                .element("section", ["class": "mp-card"]) {
                    Markup.element("p") { words.contradictionsLead[language] }
                    LowIncomeSwitch(scene: scene, route: .contradictions).markup
                },
                list(level: 2),
            ]))
    }

    /// The list itself, for a page or a report.
    func list(level: Int) -> Markup {
        let all = TheoryTarget.all.map { scene.answers($0) }.map { ($0.target, $0.contradictions) }
        let silent = all.filter { $0.1.isEmpty }.map(\.0)
        return .fragment(
            all.filter { !$0.1.isEmpty }.map { target, found in section(target, found, level: level) }
                + [rest(silent, level: level)])
    }

    private func link(_ target: TheoryTarget) -> Markup {
        .element("a", ["href": .text(scene.href(of: target))]) {
            "\(target.name) \(target.title[language])"
        }
    }

    private func section(_ target: TheoryTarget, _ found: [Contradiction], level: Int) -> Markup {
        .element("section", ["class": "mp-card"]) {
            Heading.markup(level) { link(target) }
            Markup.element("p", ["class": "mp-note"]) { target.text[language] }
            Markup.element("ul", ["class": "mp-tegenspraak"]) {
                for one in found {
                    Markup.element("li") {
                        Markup.element("strong") { one.name(language).capitalisedFirst + ". " }
                        one.sentence[language]
                    }
                }
            }
        }
    }

    /// Those without differences are named: nothing found is an answer too.
    private func rest(_ silent: [TheoryTarget], level: Int) -> Markup {
        guard !silent.isEmpty else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Heading.markup(level) { .text(words.noContradiction[language]) }
            Markup.element("p", ["class": "mp-note"]) { Strings.Spine.noneDiffer[language] }
            Markup.element("ul", ["class": "mp-links"]) {
                for target in silent { Markup.element("li") { link(target) } }
            }
        }
    }
}
