import Bilingual
import EvidenceRegister
import Figures
import Neighbourhoods
import PolicyTheory
import WorkingGroup

/// The measure part on one page, for paper: overview, evenness, claims, sources. Every figure stands with its table
/// open, because paper cannot be unfolded.
struct ReportPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        Page(
            route: .report, title: Strings.Report.title[language],
            main: .fragment([downloads, body]), isPrinted: true)
    }

    private var downloads: Markup {
        let query = scene.state.query.isEmpty ? "" : "?" + scene.state.query
        return .element("p", ["class": "mp-screen mp-actions"]) {
            Markup.element("button", ["type": "button", "data-print": .flag(true), "hidden": .flag(true)]) {
                Strings.Report.print[language]
            }
            Markup.element(
                "a", ["class": "mp-button", "href": .text("/rapport.html" + query), "download": .flag(true)]
            ) {
                Strings.Report.html[language]
            }
            Markup.element("a", ["class": "mp-button", "href": .text("/rapport.pdf" + query)]) {
                Strings.Report.pdf[language]
            }
        }
    }

    /// The place of the register of studies.
    static let studiesAnchor = "register"
    /// The place of the picture of the policy theory.
    static let theoryAnchor = "beleidstheorie"

    /// The report itself, without anything that only works on a screen.
    var body: Markup { ReportPage(scene: scene.onPaper).content }

    private var content: Markup {
        .element("div", ["class": "mp-report"]) {
            Markup.element("h1") { "\(Strings.Report.title[language]): \(scene.dataset.municipality.name)" }
            Markup.element("p") { scene.studio.title }
            Markup.element("p") { Strings.Report.lead[language] }
            NormList(scene: scene).markup
            Markup.element("section", ["class": "mp-chapter"]) {
                Markup.element("h2") { Strings.Report.maps[language] }
                for variable in variables { map(of: variable) }
            }
            evenness
            Markup.element("section", ["class": "mp-chapter"]) {
                Markup.element("h2") {
                    "\(Strings.Claims.title[language]) (\(scene.lowIncome.name[language]))"
                }
                Markup.element("p") { Strings.Claims.lead[language] }
                Markup.element("ul") {
                    for meaning in Strings.Claims.verdictMeanings {
                        Markup.element("li") { meaning[language] }
                    }
                }
                for finding in scene.findings { ReportClaim(scene: scene, finding: finding).markup }
            }
            theory
            contradictions
            sources
        }
    }

    /// The indicator that was chosen on the map, and one for each part of the policy theory that has figures.
    private var variables: [Variable.ID] {
        let wanted = [
            scene.variable?.id, scene.lowIncome.variable, "tenure.socialRent", "satisfaction.neighbourhood",
            "liveability.score",
        ].compactMap(\.self)
        var found: [Variable.ID] = []
        for id in wanted where !found.contains(id) && !scene.dataset.years(of: id, at: scene.level).isEmpty {
            found.append(id)
        }
        return found
    }

    private func map(of variable: Variable.ID) -> Markup {
        let state = scene.state.with {
            if variable != scene.variable?.id {
                $0.year = nil
                $0.comparison = .none
            }
            $0.indicator = variable
        }
        let part = Scene(studio: scene.studio, state: state).onPaper
        guard var figure = part.mapFigure(linked: false, id: "kaart-\(variable.rawValue)") else {
            return .empty
        }
        // A file and a sheet of paper have no server to download from.
        figure.frame.csvHref = nil
        return figure.html(.full, heading: 3)
    }

    private var evenness: Markup {
        guard let table = scene.evennessTable() else { return .empty }
        return .element("section", ["class": "mp-chapter"]) {
            Markup.element("h2") { Strings.Map.evenness[language] }
            Markup.element("p") { Strings.Map.evennessNote[language] }
            OpenTable.markup(table)
            scene.evennessProvenance.markup(language)
        }
    }

    /// The policy theory with its arrows, each with what the four say of it.
    private var theory: Markup {
        .element("section", ["class": "mp-chapter"]) {
            Markup.element("h2") { Strings.Theory.title[language] }
            Markup.element("p") { Strings.Theory.lead[language] }
            TheoryPage(scene: scene).figure.html(.full, heading: 3)
            for edge in TheoryGraph.seed.edges { ReportEdge(scene: scene, edge: edge).markup }
        }
    }

    private var contradictions: Markup {
        .element("section", ["class": "mp-chapter"]) {
            Markup.element("h2") { Strings.Theory.contradictions[language] }
            Markup.element("p") { Strings.Theory.contradictionsLead[language] }
            ContradictionsPage(scene: scene).list(level: 3)
        }
    }

    private var sources: Markup {
        .element("section", ["class": "mp-chapter"]) {
            Markup.element("h2") { Strings.Report.sources[language] }
            Markup.element("ul") {
                for source in scene.dataset.sources {
                    Markup.element("li", ["id": .text(SourcesPage.anchor(of: source.id))]) {
                        "\(scene.title(of: source.id)). "
                            + "\(BilingualText(nl: "Licentie", en: "Licence")[language]): \(source.licence). "
                            + (source.isSynthetic ? Strings.synthetic[language] + ". " : "")
                            + (source.caveat.map { scene.inLanguage($0, of: source) } ?? "")
                    }
                }
            }
            Markup.element("p") { Strings.Sources.disclosure[language] }
            otherSources
            Markup.element("p", ["class": "mp-note"]) {
                Strings.Report.again[language] + " " + scene.href(.report)
            }
        }
    }

    /// What is no imported table: the text, the studies, the simulations and the groups.
    private var otherSources: Markup {
        .fragment([
            .element("h3", ["id": .text(SourcesPage.textAnchor)]) { Strings.Sources.theoryText[language] },
            .element("p") { Strings.Spine.theorySource[language] },
            .element("h3", ["id": .text(Self.studiesAnchor)]) { Strings.Evidence.listTitle[language] },
            .element("p") { Strings.Evidence.source[language] },
            .element("h3", ["id": .text(SourcesPage.modelAnchor)]) { Strings.Sources.simulations[language] },
            .element("p") { Strings.Sources.simulationsNote[language] }, runs, groups,
        ])
    }

    private var groups: Markup {
        guard !scene.voices.isEmpty else { return .empty }
        return .fragment([
            .element("h3") { Strings.Groups.title[language] },
            .fragment(
                scene.voices.map { voice in
                    .element("p", ["id": .text(GroupsPage.anchor(of: voice.code))]) {
                        Strings.Spine.session(voice.state.title, voice.code, voice.state.date)[language]
                    }
                }),
        ])
    }

    private var runs: Markup {
        .fragment(
            scene.outcomes.enumerated().filter { place, outcome in
                !scene.outcomes[..<place].contains { $0.simulation == outcome.simulation }
            }.map { _, outcome in
                .element("p", ["id": .text(SourcesPage.anchor(ofRun: outcome.simulation))]) {
                    "\(Strings.Spine.keptRun(outcome.simulation)[language]) \(outcome.title[language])."
                }
            })
    }
}

/// One claim in the report: verdict, reason, figures with interval and references, caveats.
struct ReportClaim {
    let scene: Scene
    let finding: ClaimFinding
    private var language: Language { scene.language }

    var markup: Markup {
        .element("article", ["class": "mp-claim", "id": .text(finding.claim.rawValue)]) {
            Markup.element("h3") { "\(finding.claim.rawValue) \(finding.claim.title[language])" }
            Markup.element("p") { finding.claim.text[language] }
            Markup.element("p") {
                Markup.element("strong", ["class": "mp-tag"]) {
                    ClaimCard.sign(finding.verdict) + " " + finding.verdict.name[language]
                }
            }
            Markup.element("p") { finding.reason[language] }
            if !finding.headlines.isEmpty {
                let table = scene.figureTable(
                    caption: "\(finding.claim.rawValue): \(Strings.Claims.figure[language].lowercased())",
                    finding.headlines + finding.others)
                OpenTable.markup(table)
                scene.provenance(of: finding.data, bearing: TheoryBearing(of: finding.claim)).markup(language)
            }
            if !finding.caveats.isEmpty {
                Markup.element("ul", ["class": "mp-note"]) {
                    for caveat in finding.caveats { Markup.element("li") { caveat[language] } }
                }
            }
            ReportVoices(blocks: SpineBlocks(scene: scene, target: .claim(finding.claim), heading: 5)).markup
        }
    }
}

/// One arrow in the report: what it says, and the four answers.
struct ReportEdge {
    let scene: Scene
    let edge: TheoryEdge
    private var language: Language { scene.language }

    var markup: Markup {
        let blocks = SpineBlocks(scene: scene, target: .edge(edge.id), heading: 5)
        return .element("article", ["class": "mp-claim", "id": .text(edge.code)]) {
            Markup.element("h3") { "\(edge.code) \(edge.name[language])" }
            Markup.element("p") { edge.text[language] }
            blocks.dataBody
            ReportVoices(blocks: blocks).markup
        }
    }
}

/// What studies, model and groups say of a claim or arrow in the report, and where they differ.
struct ReportVoices {
    let blocks: SpineBlocks
    private var language: Language { blocks.scene.language }

    var markup: Markup {
        .fragment([
            part(
                Strings.Spine.studies,
                ClaimEvidenceBlock(scene: blocks.scene, answers: blocks.answers, isWhole: false, heading: 5)
                    .body), part(Strings.Spine.model, blocks.modelBody),
            part(Strings.Spine.group, blocks.groupBody), part(Strings.Spine.differ, blocks.differencesBody),
        ])
    }

    private func part(_ title: BilingualText, _ body: Markup) -> Markup {
        .fragment([.element("h4") { title[language] }, body])
    }
}
