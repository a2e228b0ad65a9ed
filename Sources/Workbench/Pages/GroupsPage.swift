import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// The working groups of a conference side by side, for the plenary: what each shares, where each is divided, what it
/// would choose and what it leaves open. Nothing is added up over groups and no group is put above another.
struct GroupsPage {
    let scene: Scene
    private var language: Language { scene.language }
    private var words: Strings.Groups.Type { Strings.Groups.self }

    var page: Page {
        Page(
            route: .groups, title: words.title[language],
            main: .fragment([
                .element("h1") { words.title[language] },
                .element("p") { (scene.voices.isEmpty ? words.none : words.lead)[language] },
                .fragment(conferences.map(conference)),
            ]))
    }

    /// The groups by conference, each in the order of their numbers.
    private var conferences: [(name: String?, voices: [GroupVoice])] {
        Dictionary(grouping: scene.voices) { $0.state.conference }
            .map { name, voices in
                (
                    name,
                    voices.sorted {
                        ($0.state.groupNumber ?? .max, $0.code) < ($1.state.groupNumber ?? .max, $1.code)
                    }
                )
            }
            .sorted { ($0.name == nil ? 1 : 0, $0.name ?? "") < ($1.name == nil ? 1 : 0, $1.name ?? "") }
    }

    private func conference(_ name: String?, _ voices: [GroupVoice]) -> Markup {
        .element("section") {
            Markup.element("h2") { name ?? words.noConference[language] }
            Markup.element("div", ["class": "mp-grid mp-double"]) { for voice in voices { card(voice) } }
            if voices.count > 1 { together(voices) }
        }
    }

    // MARK: Side by side

    /// Statements with the same text, group by group.
    private func together(_ voices: [GroupVoice]) -> Markup {
        var texts: [String] = []
        var byText: [String: [(GroupVoice, StatementSummary)]] = [:]
        for voice in voices {
            for statement in voice.state.statements where statement.isVotable {
                guard let summary = voice.findings.summary(statement.number),
                    summary.agree.of >= SmallCells.least
                else { continue }
                if byText[statement.text] == nil { texts.append(statement.text) }
                byText[statement.text, default: []].append((voice, summary))
            }
        }
        let common = texts.filter { (byText[$0]?.count ?? 0) > 1 }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h3") { words.together[language] }
            if common.isEmpty { Markup.element("p", ["class": "mp-note"]) { words.noneTogether[language] } }
            for text in common {
                Markup.element("h4") { text }
                for (voice, summary) in byText[text] ?? [] {
                    Markup.element("p", ["class": "mp-note"]) {
                        "\(name(voice)): \(summary.reading.name[language])"
                    }
                    if let statement = voice.state.statements.first(where: { $0.text == text }) {
                        scene.votes(on: statement, summary, in: voice)
                    }
                }
            }
        }
    }

    /// The title of a group with its number, or with its code where another group has the same title.
    private func name(_ voice: GroupVoice) -> String {
        if let number = voice.state.groupNumber { return "\(number). \(voice.state.title)" }
        let isAlone = scene.voices.count { $0.state.title == voice.state.title } == 1
        return isAlone ? voice.state.title : "\(voice.state.title) (\(voice.code))"
    }

    // MARK: One group

    /// The place of a group on this page, where figures on its votes lead back to.
    static func anchor(of code: String) -> String { "groep-" + code }

    private func card(_ voice: GroupVoice) -> Markup {
        .element("section", ["class": "mp-card", "id": .text(Self.anchor(of: voice.code))]) {
            Markup.element("h3") { name(voice) }
            Markup.element("p", ["class": "mp-note"]) {
                words.present(voice.state.seats.values.count { $0.wasTaken })[language]
            }
            statements(words.shared, voice.findings.last?.mostShared() ?? [], words.noneShared, voice)
            statements(words.disputed, voice.findings.last?.mostDisputed() ?? [], words.noneDisputed, voice)
            perspectives(voice)
            list(Strings.Spine.bottlenecks, bottlenecks(voice))
            list(words.alternatives, alternatives(voice))
            list(words.tasks, voice.state.tasks.map(task))
            list(words.questions, voice.state.questions.filter { $0.status == .open }.map(\.text))
            list(
                words.dissent,
                voice.state.notes.filter { $0.register == .dissent || $0.register == .objection }.map(\.text))
        }
    }

    private func statements(
        _ title: BilingualText, _ summaries: [StatementSummary], _ none: BilingualText, _ voice: GroupVoice
    ) -> Markup {
        .fragment([
            .element("h4") { title[language] },
            summaries.isEmpty ? .element("p", ["class": "mp-note"]) { none[language] } : .empty,
            .fragment(
                summaries.map { summary in
                    .fragment([
                        .element("p", ["class": "mp-stelling"]) {
                            voice.state.statements[summary.statement - 1].text
                        },
                        scene.votes(
                            on: voice.state.statements[summary.statement - 1], summary, in: voice),
                    ])
                }),
        ])
    }

    private func perspectives(_ voice: GroupVoice) -> Markup {
        guard let round = voice.findings.last else { return .empty }
        let sentences = PerspectiveWords(opinions: round.opinions, language: language)
        return .fragment([
            .element("h4") { words.perspectives[language] },
            .fragment(
                [sentences.line, sentences.groups].compactMap(\.self).map { text in
                    .element("p", ["class": "mp-note"]) { text }
                }),
        ])
    }

    private func list(_ title: BilingualText, _ items: [String]) -> Markup {
        .fragment([
            .element("h4") { title[language] },
            items.isEmpty
                ? .element("p", ["class": "mp-note"]) { words.nothing[language] }
                : .element("ul") { for item in items { Markup.element("li") { item } } },
        ])
    }

    private func bottlenecks(_ voice: GroupVoice) -> [String] {
        let choice = voice.findings.bottlenecks
        return voice.state.bottlenecks.map { one in
            let count = choice?.approvals.map { words.of($0[one.number - 1], choice?.people ?? 0)[language] }
            return "\(one.text): \(count ?? Strings.Spine.hidden[language])"
        }
    }

    private func alternatives(_ voice: GroupVoice) -> [String] {
        voice.state.alternatives.map { one in
            let takers = voice.findings.alternatives?.choices[one.number - 1].takers
            let count = takers.map { words.of($0.count, $0.of)[language] }
            return "\(one.name): \(count ?? Strings.Spine.hidden[language])"
        }
    }

    private func task(_ one: AgreedTask) -> String {
        let rest = [one.actor, one.place, one.when(language)].filter { !$0.isEmpty }.joined(separator: ", ")
        return "\(one.text) (\(rest))"
    }
}
