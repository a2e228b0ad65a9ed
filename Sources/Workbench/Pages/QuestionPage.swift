import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory
import WorkingGroup

/// One of the seven questions, with what the local data, the model, studies and the group say, and where these differ.
struct QuestionPage {
    let scene: Scene
    let question: PolicyTheory.Question
    private var language: Language { scene.language }
    private var words: Strings.Spine.Type { Strings.Spine.self }

    var page: Page {
        let title = "\(question.rawValue) \(question.text[language])"
        return Page(
            route: .question(question.rawValue), title: title,
            main: .fragment([
                .element("p") {
                    Markup.element("a", ["href": .text(scene.href(.questions))]) {
                        "← " + Strings.Questions.title[language]
                    }
                },
                .element("h1") { title },
                .element("div", ["class": "mp-columns mp-profile"]) {
                    Markup.element("div", ["class": "mp-column"]) {
                        data
                        model
                    }
                    Markup.element("div", ["class": "mp-column"]) {
                        differences
                        studies
                        group
                    }
                },
            ]))
    }

    /// The claims that bear on a question, in this project's own reading.
    static func claims(on question: PolicyTheory.Question) -> [Claim] {
        switch question {
        case .motivations: []
        case .problemsSolved: [.crime, .dissatisfaction, .wishToMove]
        case .advantages: [.facilities]
        case .practice, .steering: [.mixing]
        case .integration: [.residence, .facilities]
        case .evidence: Claim.allCases
        }
    }

    private var claims: [Claim] { Self.claims(on: question) }

    /// What the question is about: its claims, then the arrows that it asks for itself.
    private var targets: [TheoryTarget] {
        claims.map { .claim($0) } + TheoryGraph.seed.edges(askedBy: question).map { .edge($0.id) }
    }

    private func card(_ title: BilingualText, _ content: Markup) -> Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { title[language] }
            content
        }
    }

    private func note(_ text: BilingualText) -> Markup {
        .element("p", ["class": "mp-note"]) { text[language] }
    }

    private func perTarget(_ body: (SpineBlocks) -> Markup) -> Markup {
        guard !targets.isEmpty else { return note(words.noClaim) }
        return .fragment(
            targets.map { target in
                .fragment([
                    .element("h3") {
                        Markup.element("a", ["href": .text(scene.href(of: target))]) {
                            "\(target.name) \(target.title[language])"
                        }
                    }, body(SpineBlocks(scene: scene, target: target)),
                ])
            })
    }

    private var data: Markup { card(words.data, perTarget(\.verdict)) }
    private var model: Markup { card(words.model, perTarget(\.modelBody)) }
    private var differences: Markup { card(words.differ, perTarget(\.differencesBody)) }

    private var studies: Markup {
        let answer = scene.register.answer(to: question)
        return card(
            words.studies,
            .fragment([
                answer.sentences.isEmpty ? note(Strings.Evidence.noAnswer) : .empty,
                .element("ul", ["class": "mp-answers"]) {
                    for sentence in answer.sentences {
                        Markup.element("li") { sentence.text[language] }
                    }
                },
                .element("p") {
                    Markup.element(
                        "a", ["href": .text(scene.href(.answers) + "#" + question.rawValue)]
                    ) { Strings.Evidence.answersTitle[language] }
                },
            ]))
    }

    // MARK: Group

    private var group: Markup {
        card(
            words.answer,
            scene.voices.isEmpty ? note(words.noGroup) : .fragment(scene.voices.map(voice)))
    }

    private func voice(_ voice: GroupVoice) -> Markup {
        .fragment([
            .element("h3") { voice.state.title }, own(voice), raised(voice),
            question == .motivations ? notes(voice, .motivation, words.motivations) : .empty,
            question == .practice ? notes(voice, .practiceCase, words.cases) : .empty,
            question == .practice || question == .steering ? bottlenecks(voice) : .empty,
            .fragment(targets.map { SpineBlocks(scene: scene, target: $0).statements(voice) }),
        ])
    }

    /// The group's own answer, and what somebody holds against it. Nothing recorded is said as such.
    private func own(_ voice: GroupVoice) -> Markup {
        let answers = voice.answers(to: question)
        let dissent = voice.dissent(on: question)
        return .fragment([
            answers.isEmpty
                ? note(words.noAnswerYet) : .fragment(answers.map { text in .element("p") { text } }),
            .element("p") {
                Markup.element("strong") { words.dissent[language] + ": " }
                dissent.isEmpty ? words.noDissent[language] : dissent.joined(separator: " ")
            },
        ])
    }

    private func list(_ title: BilingualText, _ items: [String]) -> Markup {
        guard !items.isEmpty else { return .empty }
        return .fragment([
            .element("h4") { title[language] },
            .element("ul") { for item in items { Markup.element("li") { item } } },
        ])
    }

    private func raised(_ voice: GroupVoice) -> Markup {
        let theme = (PolicyTheory.Question.allCases.firstIndex(of: question) ?? 0) + 1
        return list(
            words.raised,
            voice.state.questions.filter { $0.theme == theme }.map { one in
                let rest = [one.answer, one.status.name[language], one.owner].filter { !$0.isEmpty }
                return "\(one.text) (\(rest.joined(separator: "; ")))"
            })
    }

    private func notes(_ voice: GroupVoice, _ register: WorkingGroup.Register, _ title: BilingualText)
        -> Markup
    {
        list(
            title,
            voice.state.notes.filter { $0.register == register && !isOnAnother($0) }.map(\.text))
    }

    /// Whether a note is about another of the seven questions and about this one not.
    private func isOnAnother(_ note: WorkingGroup.Note) -> Bool {
        let questions = note.claims.filter { PolicyTheory.Question(rawValue: $0) != nil }
        return !questions.isEmpty && !questions.contains(question.rawValue)
    }

    private func bottlenecks(_ voice: GroupVoice) -> Markup {
        let counts = voice.findings.bottlenecks?.approvals
        let people = voice.findings.bottlenecks?.people ?? 0
        return list(
            words.bottlenecks,
            voice.state.bottlenecks.map { one in
                let count =
                    counts.map {
                        BilingualText(
                            nl: "\($0[one.number - 1]) van \(people)",
                            en: "\($0[one.number - 1]) of \(people)")[
                                language]
                    } ?? words.hidden[language]
                return "\(one.text) (\(one.type.name[language]); \(one.remover)): \(count)"
            })
    }
}
