import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory

/// What was studied on mixing: map, harvest, counts, places and the list of studies.
struct EvidencePage {
    let scene: Scene
    private var language: Language { scene.language }
    private var words: Strings.Evidence.Type { Strings.Evidence.self }
    private var choice: EvidenceChoice { scene.state.evidence }

    var page: Page {
        Page(
            route: .evidence, title: words.title[language],
            main: .fragment([
                .element("h1") { words.title[language] },
                .element("div", ["class": "mp-columns mp-studied"]) {
                    introduction
                    Markup.element("section", ["class": "mp-card"]) {
                        scene.evidenceMapFigure().html(.full, heading: 2)
                        gaps
                    }
                },
                list,
                .element("section", ["class": "mp-card"]) {
                    scene.harvestFigure()?.html(.full, heading: 2)
                        ?? .element("p") { words.noStudies[language] }
                },
                votes,
                scene.placesFigure().map { figure in
                    .element("section", ["class": "mp-card"]) { figure.html(.full, heading: 2) }
                } ?? .empty,
            ]))
    }

    private var introduction: Markup {
        .element("section", ["class": "mp-card mp-choice"]) {
            Markup.element("p") { words.lead[language] }
            Markup.element("p") { words.notRead[language] }
            ChoiceForm(scene: scene, route: .evidence).markup(fields: fields)
            if !choice.isEmpty {
                Markup.element("p") {
                    Markup.element(
                        "a", ["href": .text(scene.href(.evidence) { $0.evidence = EvidenceChoice() })]
                    ) { words.forget[language] }
                }
            }
            Markup.element("ul", ["class": "mp-links"]) {
                for (route, text) in [(Route.answers, words.answersLink), (.pooling, words.poolingLink)] {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text(scene.href(route))]) { text[language] }
                    }
                }
            }
        }
    }

    private var fields: [ChoiceForm.Field] {
        typealias Key = PageState.Key
        let regions = scene.register.studies.map(\.region).reduce(into: [Region]()) { known, region in
            if !known.contains(region) { known.append(region) }
        }
        return [
            field(
                Key.region, words.country, regions.map { ($0.rawValue, $0.name) }, choice.region?.rawValue),
            field(Key.design, words.design, DesignClass.allCases, choice.design),
            field(Key.verification, words.read, Verification.allCases, choice.verification),
            field(Key.lever, words.lever, Lever.allCases, choice.lever),
            field(Key.domain, words.outcome, OutcomeDomain.allCases, choice.domain),
            field(
                Key.question, words.question,
                Question.allCases.map { question in
                    (
                        question.rawValue,
                        BilingualText(same: "\(question.rawValue) \(question.text[language])")
                    )
                }, choice.question?.rawValue),
        ]
    }

    private func field<Term: CodedTerm>(
        _ key: String, _ label: BilingualText, _ terms: [Term], _ chosen: Term?
    ) -> ChoiceForm.Field {
        field(key, label, terms.map { ($0.rawValue, $0.name) }, chosen?.rawValue)
    }

    private func field(
        _ key: String, _ label: BilingualText, _ options: [(String, BilingualText)], _ chosen: String?
    ) -> ChoiceForm.Field {
        ChoiceForm.Field(
            key: key, label: label[language],
            options: [.init(value: "", label: words.all[language], isChosen: chosen == nil)]
                + options.map { value, name in
                    .init(value: value, label: name[language].capitalisedFirst, isChosen: value == chosen)
                })
    }

    private var gaps: Markup {
        let all = scene.evidenceGaps
        guard !all.isEmpty else { return .empty }
        return .element("details") {
            Markup.element("summary") { "\(words.gapsTitle[language]) (\(all.count))" }
            Markup.element("ul") { for gap in all { Markup.element("li") { gap[language] } } }
        }
    }

    private var votes: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.votesTitle[language] }
            Markup.element("p") { words.votesNote[language] }
            OpenTable.markup(scene.voteTable())
            scene.provenance(of: scene.chosenStudies).markup(language)
            CSVLink(href: scene.csvHref(.evidence(.votes)), language: language).markup
        }
    }

    /// The studies: open after a choice, else folded, for there are many.
    private var list: Markup {
        let studies = scene.chosenStudies
        let count = scene.register.count(studies).text[language]
        let content: Markup =
            studies.isEmpty
            ? .element("p") { words.noStudies[language] }
            : .fragment([
                OpenTable.markup(scene.studyTable(studies)),
                CSVLink(href: scene.csvHref(.evidence(.studies)), language: language).markup,
            ])
        return .element("section", ["class": "mp-card", "id": "lijst"]) {
            Markup.element("h2") { "\(words.listTitle[language]): \(count)" }
            chosenInWords
            Markup.element("p", ["class": "mp-note"]) { words.listNote[language] }
            if choice.isEmpty {
                Markup.element("details") {
                    Markup.element("summary") { words.listTitle[language] }
                    content
                }
            } else {
                content
            }
        }
    }

    private var chosenInWords: Markup {
        let names: [BilingualText?] = [
            choice.lever?.name, choice.domain?.name, choice.region?.name, choice.design?.name,
            choice.verification?.name, choice.question.map { BilingualText(same: $0.rawValue) },
        ]
        let shown = names.compactMap { $0?[language] }
        guard !shown.isEmpty else { return .empty }
        return .element("p") { shown.joined(separator: " · ").capitalisedFirst }
    }
}
