import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory

/// One arrow of the policy theory, with what data, model, studies and groups say, and where these differ.
struct EdgePage {
    let scene: Scene
    let edge: TheoryEdge
    private var language: Language { scene.language }
    private var words: Strings.Theory.Type { Strings.Theory.self }

    var page: Page {
        let title = "\(edge.code) \(edge.name[language])"
        let blocks = SpineBlocks(scene: scene, target: .edge(edge.id))
        return Page(
            route: .edge(edge.code), title: title,
            main: .fragment([
                .element("p") {
                    Markup.element("a", ["href": .text(scene.href(.theory))]) {
                        "← " + words.title[language]
                    }
                },
                .element("h1") { title },
                .element("div", ["class": "mp-columns mp-profile"]) {
                    Markup.element("div", ["class": "mp-column"]) {
                        says
                        blocks.data
                        blocks.model
                    }
                    Markup.element("div", ["class": "mp-column"]) {
                        blocks.differences
                        blocks.studies
                        blocks.group
                    }
                },
            ]))
    }

    /// What the arrow says, and who says so.
    private var says: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.says[language] }
            Markup.element("blockquote", ["class": "mp-quote"]) {
                Markup.element("p") { edge.text[language] }
                Markup.element("p", ["class": "mp-note"]) {
                    Strings.Claims.reference(
                        edge.reference.statement, edge.reference.document, edge.reference.page)[language]
                }
            }
            Markup.element("p") { ground }
            LowIncomeSwitch(scene: scene, route: .edge(edge.code)).markup
            Markup.element("p") {
                for (place, concept) in [edge.from, edge.to].enumerated() {
                    place == 0 ? "" : " · "
                    Markup.element(
                        "a", ["href": .text(scene.href(.theory) + "#" + concept.rawValue)]
                    ) { concept.name[language] }
                }
            }
        }
    }

    @MarkupBuilder private var ground: Markup {
        switch edge.ground {
        case .stated(let claim):
            words.statedBy[language] + " "
            Markup.element("a", ["href": .text(scene.href(.claim(claim.rawValue)))]) {
                "\(claim.rawValue) \(claim.title[language])"
            }
        case .implied: words.impliedOnly[language]
        case .asked(let question):
            words.askedBy[language] + " "
            Markup.element("a", ["href": .text(scene.href(.question(question.rawValue)))]) {
                "\(question.rawValue) \(question.text[language])"
            }
        }
    }
}
