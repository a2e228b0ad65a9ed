import Bilingual
import EvidenceRegister
import Figures
import HousingMarket
import Neighbourhoods
import PolicyTheory

/// The whole policy theory: a picture in which every node and arrow is a link, the arrows as a list with what is known of
/// each, and the nodes with what stands for them.
struct TheoryPage {
    let scene: Scene
    /// Every arrow with its four answers, made once for picture, table and list.
    private let answers: [(edge: TheoryEdge, answers: SpineAnswers)]
    private var language: Language { scene.language }
    private var words: Strings.Theory.Type { Strings.Theory.self }

    init(scene: Scene) {
        self.scene = scene
        answers = TheoryGraph.seed.edges.map { ($0, scene.answers(.edge($0.id))) }
    }

    var page: Page {
        Page(
            route: .theory, title: words.title[language],
            main: .fragment([
                .element("h1") { words.title[language] },
                .element("section", ["class": "mp-card"]) {
                    Markup.element("p") { words.lead[language] }
                    Markup.element("p") {
                        Markup.element("a", ["href": .text(scene.href(.contradictions))]) {
                            words.toContradictions[language]
                        }
                    }
                    figure.html(.full, heading: 2)
                },
                arrows, nodes,
            ]))
    }

    /// The picture with the arrows as its table.
    var figure: Figure {
        let nodeHref = { (concept: Concept) in
            scene.isPaper ? "#" + ReportPage.theoryAnchor : "#" + concept.rawValue
        }
        return .nodeDiagram(
            FigureFrame(
                id: "beleidstheorie", title: words.picture[language], subtitle: words.subtitle[language],
                seen: words.seen[language], notSaid: words.notSaid[language],
                provenance: scene.theoryProvenance, language: language),
            nodes: TheoryLayout.nodes(language, href: nodeHref),
            arrows: TheoryLayout.arrows(language) { scene.href(of: .edge($0.id)) },
            sentence: words.sentence(Concept.allCases.count, TheoryGraph.seed.edges.count)[language],
            legend: [
                (.solid, words.stated[language]), (.dashed, words.implied[language]),
                (.dotted, words.asked[language]),
            ], table: table)
    }

    // MARK: Arrows

    private var arrows: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.arrows[language] }
            Markup.element("p", ["class": "mp-note"]) { words.arrowsLead[language] }
            Markup.element("ol", ["class": "mp-pijlen"]) {
                for (edge, answers) in answers { Markup.element("li") { item(edge, answers) } }
            }
        }
    }

    /// One arrow with what each of the four says, in a few words.
    private func item(_ edge: TheoryEdge, _ answers: SpineAnswers) -> Markup {
        let words = zip(words.columns.dropFirst(3), short(answers))
        return .fragment([
            .element("p") {
                Markup.element("a", ["href": .text(scene.href(of: .edge(edge.id)))]) {
                    "\(edge.code) \(edge.name[language])"
                }
            },
            .element("p") { edge.text[language] },
            .element("p", ["class": "mp-note"]) {
                words.map { "\($0[language]): \($1)" }.joined(separator: " · ")
            },
        ])
    }

    /// Figures, model, studies, groups and the number of contradictions.
    private func short(_ answers: SpineAnswers) -> [String] {
        let known = Strings.Theory.self
        return [
            answers.local?.verdict.name[language] ?? Strings.Spine.noData[language],
            known.model(answers.model)[language], known.studies(answers.evidence)[language],
            known.groups(answers.voices.map { $0.stand(on: answers.target) })[language],
            String(answers.contradictions.count),
        ]
    }

    /// The same as a table.
    private var table: FigureTable {
        FigureTable(
            caption: words.arrows[language], columns: words.columns.map { $0[language] },
            rows: answers.map { edge, answers in
                [
                    .link("\(edge.code) \(edge.name[language])", href: scene.href(of: .edge(edge.id))),
                    .text(edge.text[language]), ground(edge),
                ] + short(answers).map(FigureTable.Cell.text)
            }, language: language)
    }

    private func ground(_ edge: TheoryEdge) -> FigureTable.Cell {
        switch edge.ground {
        case .stated(let claim):
            .link("\(claim.rawValue) \(claim.title[language])", href: scene.href(of: .claim(claim)))
        case .implied(let reference): .text(Strings.Questions.implied(reference.statement)[language])
        case .asked(let question):
            scene.isPaper
                ? .text(Strings.Questions.asked(question.rawValue)[language])
                : .link(
                    Strings.Questions.asked(question.rawValue)[language],
                    href: scene.href(.question(question.rawValue)))
        }
    }

    // MARK: Nodes

    private var nodes: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.nodes[language] }
            Markup.element("p", ["class": "mp-note"]) { words.nodesLead[language] }
            Markup.element("div", ["class": "mp-grid mp-wide"]) {
                for concept in Concept.allCases { node(concept) }
            }
        }
    }

    private func node(_ concept: Concept) -> Markup {
        .element("section", ["id": .text(concept.rawValue), "class": "mp-knoop"]) {
            Markup.element("h3") { concept.name[language] }
            Markup.element("p", ["class": "mp-note"]) { words.kind(concept.kind)[language] }
            Markup.element("ul", ["class": "mp-links"]) {
                for edge in TheoryGraph.seed.edges(touching: concept) {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text(scene.href(of: .edge(edge.id)))]) {
                            "\(edge.code) \(edge.name[language])"
                        }
                    }
                }
            }
            indicators(concept)
            if !concept.outcomes.isEmpty {
                Markup.element("p", ["class": "mp-note"]) {
                    words.inModel[language] + " "
                        + concept.outcomes.map { $0.name[language] }.joined(separator: "; ") + "."
                }
            }
        }
    }

    /// The variables with figures here, each a way to its map.
    @MarkupBuilder private func indicators(_ concept: Concept) -> Markup {
        let known = concept.indicators.filter {
            !scene.dataset.years(of: $0, at: scene.level).isEmpty
        }.compactMap(VariableCatalogue.variable)
        if concept == .residenceOfMigrants {
            Markup.element("p") {
                Markup.element("a", ["href": .text(scene.href(.origin))]) { Strings.Menu.origin[language] }
            }
        } else if known.isEmpty {
            Markup.element("p", ["class": "mp-note"]) { words.noIndicator[language] }
        } else {
            Markup.element("details") {
                Markup.element("summary") {
                    "\(words.indicators[language]) (\(known.count))"
                    Markup.element("span", ["class": "mp-hidden"]) { ": \(concept.name[language])" }
                }
                Markup.element("ul", ["class": "mp-links"]) {
                    for variable in known {
                        Markup.element("li") {
                            Markup.element(
                                "a",
                                [
                                    "href": .text(
                                        scene.href(.map) {
                                            $0.indicator = variable.id
                                            $0.year = nil
                                        })
                                ]
                            ) { variable.name[language] }
                        }
                    }
                }
            }
        }
    }
}
