import Bilingual
import EvidenceRegister
import Figures
import HousingMarket
import Neighbourhoods
import Perspectives
import PolicyTheory
import WorkingGroup

/// What data, model, studies and group say of a claim or arrow, and where the four differ, as parts of a page.
struct SpineBlocks {
    let scene: Scene
    let answers: SpineAnswers
    /// The level of titles inside a block.
    var heading = 3
    private var target: TheoryTarget { answers.target }
    private var language: Language { scene.language }
    private var words: Strings.Spine.Type { Strings.Spine.self }

    init(scene: Scene, target: TheoryTarget, heading: Int = 3) {
        self.scene = scene
        self.heading = heading
        answers = scene.answers(target)
    }

    private func card(_ title: BilingualText, _ body: Markup) -> Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { title[language] }
            body
        }
    }

    private func note(_ text: BilingualText) -> Markup {
        .element("p", ["class": "mp-note"]) { text[language] }
    }

    // MARK: Data

    var data: Markup { card(words.data, dataBody) }

    /// The verdict with its reason, and the figures that it rests on.
    var dataBody: Markup {
        guard let local = answers.local else { return note(words.noData) }
        return .fragment([
            Self.tag(local.verdict, language), .element("p") { local.reason[language] },
            local.figures.isEmpty ? .empty : figures(local),
            .fragment(
                local.caveats.map { caveat in
                    .element("p", ["class": "mp-note"]) { caveat[language] }
                }),
        ])
    }

    /// The verdict with its reason, without the figures.
    var verdict: Markup {
        guard let local = answers.local else { return note(words.noData) }
        return .fragment([
            Self.tag(local.verdict, language), .element("p", ["class": "mp-note"]) { local.reason[language] },
        ])
    }

    private func figures(_ local: SpineAnswers.Local) -> Markup {
        let table = scene.figureTable(
            caption: "\(target.name): \(Strings.Claims.figure[language].lowercased())", local.figures)
        return .fragment([
            OpenTable.markup(table),
            scene.provenance(of: local.data, bearing: TheoryBearing(of: target)).markup(language),
        ])
    }

    /// A verdict as a word in a frame, with a mark beside it.
    static func tag(_ verdict: Verdict, _ language: Language) -> Markup {
        .element("p") {
            Markup.element("strong", ["class": "mp-tag", "data-verdict": .text(verdict.rawValue)]) {
                ClaimCard.sign(verdict) + " " + verdict.name[language]
            }
        }
    }

    // MARK: Model

    var model: Markup { card(words.model, modelBody) }

    /// Without a frame, for a card that has one.
    var modelBody: Markup {
        switch answers.model {
        case .notComputed: return note(words.notInModel)
        case .noRuns: return note(words.noRuns)
        case .outcomes(let measures, let isEnd):
            return .fragment([
                note(words.modelLead), isEnd ? .empty : note(words.onlyTheStart),
                .fragment(answers.outcomes.map { run($0, measures) }),
            ])
        }
    }

    private func run(_ outcome: ModelOutcome, _ measures: [OutcomeMeasure]) -> Markup {
        .fragment([
            OpenTable.markup(
                FigureTable(
                    caption: outcome.title[language],
                    columns: [words.outcome, words.difference, words.range].map { $0[language] },
                    rows: SpineAnswers.rows(of: outcome, measures).map { row in
                        [.text(row.name[language]), .text(row.middle(language)), .text(row.range(language))]
                    }, language: language)),
            scene.provenance(
                simulation: words.keptRun(outcome.simulation)[language], run: outcome.simulation, of: measures
            ).markup(language),
        ])
    }

    // MARK: Studies

    var studies: Markup {
        card(
            words.studies, ClaimEvidenceBlock(scene: scene, answers: answers, isWhole: true, heading: 3).body)
    }

    // MARK: Group

    var group: Markup { card(words.group, groupBody) }

    /// Without a frame, for a card that has one.
    var groupBody: Markup {
        guard !answers.voices.isEmpty else { return note(words.noGroup) }
        return .fragment(answers.voices.map(voice))
    }

    /// How one group voted on the statements about the claim or arrow.
    func statements(_ voice: GroupVoice) -> Markup {
        let statements = voice.statements(on: target)
        if statements.isEmpty { return note(words.noStatements) }
        return .element("ul", ["class": "mp-stellingen"]) {
            for (statement, summary) in statements {
                Markup.element("li") {
                    Markup.element("p", ["class": "mp-stelling"]) { "\(statement.number). \(statement.text)" }
                    scene.votes(on: statement, summary, in: voice)
                    Markup.element("p", ["class": "mp-note"]) { summary.reading.name[language] }
                }
            }
        }
    }

    private func voice(_ voice: GroupVoice) -> Markup {
        let dissent = voice.notes(on: target, .dissent)
        return .fragment([
            Heading.markup(heading) { .text(voice.state.title) }, statements(voice),
            .element("p") {
                Markup.element("strong") { words.dissent[language] + ": " }
                dissent.isEmpty ? words.noDissent[language] : dissent.joined(separator: " ")
            },
        ])
    }

    // MARK: Differences

    var differences: Markup { card(words.differ, differencesBody) }

    /// Without a frame, for a card that has one.
    var differencesBody: Markup {
        let found = answers.contradictions
        if found.isEmpty { return note(words.noneDiffer) }
        return .element("ul", ["class": "mp-tegenspraak"]) {
            for one in found {
                Markup.element("li") {
                    Markup.element("strong") { one.name(language).capitalisedFirst + ". " }
                    one.sentence[language]
                }
            }
        }
    }
}

extension ModelOutcome {
    /// The package with its last year and how many runs there are.
    var title: BilingualText {
        BilingualText(
            nl: package + (isTwin ? Strings.Spine.twin.nl : "") + " (\(year), \(runs) runs)",
            en: package + (isTwin ? Strings.Spine.twin.en : "") + " (\(year), \(runs) runs)")
    }
}

extension Scene {
    /// The votes on a statement as a figure, with the group that cast them and what the statement is about.
    func votes(on statement: Statement, _ summary: StatementSummary, in voice: GroupVoice) -> Markup {
        .element("figure", ["class": "mp-figure mp-stemmen"]) {
            Markup.element("figcaption", ["class": "mp-hidden"]) {
                Strings.Spine.votesOn(statement.number)[language]
            }
            VoteBar(summary: summary, language: language).markup
            provenance(of: statement.claims, in: voice).markup(language)
        }
    }
}
