import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory

/// The provisional answer to each question, every sentence with the studies it rests on.
struct EvidenceAnswersPage {
    let scene: Scene
    private var language: Language { scene.language }
    private var words: Strings.Evidence.Type { Strings.Evidence.self }

    var page: Page {
        Page(
            route: .answers, title: words.answersTitle[language],
            main: .fragment([
                .element("p") {
                    Markup.element("a", ["href": .text(scene.href(.evidence))]) {
                        "← " + words.back[language]
                    }
                },
                .element("h1") { words.answersTitle[language] },
                .element("section", ["class": "mp-card"]) {
                    Markup.element("p") { words.answersLead[language] }
                },
                .element("div", ["class": "mp-grid mp-double"]) {
                    for question in Question.allCases { section(question) }
                },
            ]))
    }

    private func section(_ question: Question) -> Markup {
        let answer = scene.register.answer(to: question)
        return .element("section", ["class": "mp-card", "id": .text(question.rawValue)]) {
            Markup.element("h2") { "\(question.rawValue) \(question.text[language])" }
            if answer.sentences.isEmpty { Markup.element("p") { words.noAnswer[language] } }
            Markup.element("ul", ["class": "mp-answers"]) {
                for sentence in answer.sentences {
                    Markup.element("li") {
                        Markup.element("p") { sentence.text[language] }
                        Markup.element("p", ["class": "mp-note"]) {
                            words.studies[language] + ": "
                            links(sentence.studies)
                        }
                    }
                }
            }
            Markup.element("h3") { words.strength[language] }
            if let missing = answer.strengthIsMissing {
                Markup.element("p") { missing[language] }
            } else {
                let shown = answer.strength.shownCounts
                Markup.element("dl", ["class": "mp-facts"]) {
                    for vote in PanelStrength.Vote.allCases {
                        Markup.element("dt") { vote.name[language].capitalisedFirst }
                        Markup.element("dd") { shown[vote].map { "\($0)" } ?? words.hiddenVotes[language] }
                    }
                }
                if shown.count < PanelStrength.Vote.allCases.count {
                    Markup.element("p", ["class": "mp-note"]) { words.whyHidden[language] }
                }
            }
        }
    }

    private func links(_ ids: [String]) -> Markup {
        let studies = ids.compactMap(scene.register.study)
        return .fragment(
            studies.enumerated().map { place, study in
                .fragment([
                    .element("a", ["href": .text(scene.href(.study(study.id)))]) {
                        study.shortName(language)
                    },
                    .text(place + 1 < studies.count ? "; " : "."),
                ])
            })
    }
}
