import Bilingual
import EvidenceRegister
import Figures
import Neighbourhoods
import PolicyTheory

/// The seven questions, the thresholds that the policy leaves open, and the arrows of the policy theory.
struct QuestionsPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        Page(
            route: .questions, title: Strings.Questions.title[language],
            main: .fragment([
                .element("h1") { Strings.Questions.title[language] }, questions, norms, theory,
            ]))
    }

    private var questions: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Questions.questions[language] }
            Markup.element("p") { Strings.Questions.lead[language] }
            Markup.element("ol", ["class": "mp-questions"]) {
                for question in Question.allCases {
                    Markup.element("li") {
                        Markup.element("p") {
                            Markup.element(
                                "a", ["href": .text(scene.href(.question(question.rawValue)))]
                            ) { question.text[language] }
                        }
                        Markup.element("p", ["class": "mp-note"]) {
                            Strings.Claims.reference(
                                question.reference.statement, question.reference.document,
                                question.reference.page)[
                                    language] + ". "
                            arrows(question)
                            Strings.Questions.answered(by: answering(question), of: scene.voices.count)[
                                language]
                        }
                    }
                }
            }
        }
    }

    /// The arrows that a question asks for, each with its page.
    private func arrows(_ question: Question) -> Markup {
        .fragment(
            TheoryGraph.seed.edges(askedBy: question).map { edge in
                .fragment([
                    .element("a", ["href": .text(scene.href(.edge(edge.code)))]) {
                        "\(edge.code) \(edge.name[language])"
                    }, .text(". "),
                ])
            })
    }

    /// How many groups have recorded an answer of their own.
    private func answering(_ question: Question) -> Int {
        scene.voices.count { !$0.answers(to: question).isEmpty }
    }

    // MARK: Norms

    private var norms: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Questions.norms[language] }
            Markup.element("p") { Strings.Questions.normsLead[language] }
            LowIncomeSwitch(scene: scene, route: .questions).markup
            Markup.element("div", ["class": "mp-tiles"]) {
                for norm in NormKind.allCases { NormForm(scene: scene, kind: norm).markup }
            }
        }
    }

    // MARK: Theory

    /// The arrows themselves stand on a page of their own.
    private var theory: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Questions.theory[language] }
            Markup.element("p") { Strings.Questions.theoryLead[language] }
            Markup.element("ul", ["class": "mp-links"]) {
                for (route, text) in [
                    (Route.theory, Strings.Theory.title), (.contradictions, Strings.Theory.contradictions),
                    (.answers, Strings.Evidence.answersLink),
                ] {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text(scene.href(route))]) { text[language] }
                    }
                }
            }
            Markup.element("p", ["class": "mp-note"]) { scene.register.poolability().reason[language] }
        }
    }
}
