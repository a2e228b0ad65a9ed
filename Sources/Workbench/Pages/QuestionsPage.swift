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
                                    language] + ". " + arrows(question) + Strings.Questions.open[language]
                        }
                    }
                }
            }
        }
    }

    private func arrows(_ question: Question) -> String {
        let edges = TheoryGraph.seed.edges.filter { $0.ground == .asked(question) }
        guard !edges.isEmpty else { return "" }
        return edges.map { "\($0.from.name[language]) → \($0.to.name[language])" }.joined(separator: "; ")
            + ". "
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

    private var theory: Markup {
        let table = FigureTable(
            caption: Strings.Questions.theory[language],
            columns: Strings.Questions.columns.map { $0[language] },
            rows: TheoryGraph.seed.edges.map(row), language: language)
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Questions.theory[language] }
            Markup.element("p") { Strings.Questions.theoryLead[language] }
            OpenTable.markup(table)
            Markup.element("p", ["class": "mp-note"]) { scene.register.poolability().reason[language] }
            Markup.element("p") {
                Markup.element("a", ["href": .text(scene.href(.answers))]) {
                    Strings.Evidence.answersLink[language]
                }
            }
        }
    }

    private func row(_ edge: TheoryEdge) -> [FigureTable.Cell] {
        let effect: BilingualText =
            switch edge.effect {
            case .raises: Strings.Questions.raises
            case .lowers: Strings.Questions.lowers
            case .goesWith: Strings.Questions.goesWith
            }
        let ground: FigureTable.Cell
        let local: FigureTable.Cell
        switch edge.ground {
        case .stated(let claim):
            ground = .text("\(claim.rawValue) \(claim.title[language])")
            local = .link(
                scene.finding(claim)?.verdict.name[language] ?? claim.rawValue,
                href: scene.href(.claim(claim.rawValue)))
        case .implied(let reference):
            ground = .text(Strings.Questions.implied(reference.statement)[language])
            local = .text(Strings.Questions.notMeasured[language])
        case .asked(let question):
            ground = .text(Strings.Questions.asked(question.rawValue)[language])
            local = .text(Strings.Questions.notMeasured[language])
        }
        return [
            .text(edge.from.name[language].capitalisedFirst), .text(edge.to.name[language]),
            .text(effect[language]),
            ground, local,
            .text(studies(edge)),
        ]
    }

    /// How many studies say what of an arrow; the reason why they are not pooled stands once, under the table.
    private func studies(_ edge: TheoryEdge) -> String {
        let evidence = ClaimEvidence(forEdge: edge.id, in: scene.register)
        if evidence.isWithoutEvidence, evidence.context.isEmpty,
            case .notYet(let reason) = scene.register.studySlot(forEdge: edge.id)
        {
            return reason[language]
        }
        return evidence.summary[language]
    }
}
