import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

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

    /// The report itself, without anything that only works on a screen.
    var body: Markup {
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
        let part = Scene(studio: scene.studio, state: state)
        guard let figure = part.mapFigure(linked: false, id: "kaart-\(variable.rawValue)") else {
            return .empty
        }
        return figure.html(.full, heading: 3)
    }

    private var evenness: Markup {
        guard let table = scene.evennessTable() else { return .empty }
        return .element("section", ["class": "mp-chapter"]) {
            Markup.element("h2") { Strings.Map.evenness[language] }
            Markup.element("p") { Strings.Map.evennessNote[language] }
            OpenTable.markup(table)
        }
    }

    private var sources: Markup {
        .element("section", ["class": "mp-chapter"]) {
            Markup.element("h2") { Strings.Report.sources[language] }
            Markup.element("ul") {
                for source in scene.dataset.sources {
                    Markup.element("li") {
                        "\(scene.title(of: source.id)). "
                            + "\(BilingualText(nl: "Licentie", en: "Licence")[language]): \(source.licence). "
                            + (source.isSynthetic ? Strings.synthetic[language] + ". " : "")
                            + (source.caveat.map { scene.inLanguage($0, of: source) } ?? "")
                    }
                }
            }
            Markup.element("p") { Strings.Sources.disclosure[language] }
            Markup.element("p", ["class": "mp-note"]) {
                Strings.Report.again[language] + " " + scene.href(.report)
            }
        }
    }
}

/// One claim in the report: verdict, reason, figures with interval and references, caveats.
struct ReportClaim {
    let scene: Scene
    let finding: ClaimFinding
    private var language: Language { scene.language }

    var markup: Markup {
        .element("article", ["class": "mp-claim"]) {
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
            }
            if !finding.caveats.isEmpty {
                Markup.element("ul", ["class": "mp-note"]) {
                    for caveat in finding.caveats { Markup.element("li") { caveat[language] } }
                }
            }
        }
    }
}
