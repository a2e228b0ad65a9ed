import Bilingual
import EvidenceRegister
import Figures
import Neighbourhoods
import PolicyTheory

/// One claim with everything that was looked at.
struct ClaimPage {
    let scene: Scene
    let finding: ClaimFinding
    private var language: Language { scene.language }
    private var claim: Claim { finding.claim }

    var page: Page {
        let title = "\(claim.rawValue) \(claim.title[language])"
        return Page(
            route: .claim(claim.rawValue), title: title,
            main: .fragment([
                .element("p") {
                    Markup.element("a", ["href": .text(scene.href(.claims))]) {
                        "← " + Strings.Claims.all[language]
                    }
                },
                .element("h1") { title },
                .element("div", ["class": "mp-columns mp-profile"]) {
                    Markup.element("div", ["class": "mp-column"]) {
                        LowIncomeSwitch(scene: scene, route: .claim(claim.rawValue)).markup
                        NormList(scene: scene).markup
                        ClaimCard(scene: scene, finding: finding, isWhole: true).markup
                        others
                    }
                    Markup.element("div", ["class": "mp-column"]) {
                        blocks.differences
                        blocks.model
                        blocks.group
                        arrows
                        caveats
                        data
                        if claim == .residence { originLink }
                    }
                },
            ]))
    }

    private var blocks: SpineBlocks { SpineBlocks(scene: scene, target: .claim(claim)) }

    /// The arrows that the claim states, each with a page of its own.
    private var arrows: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Claims.arrows[language] }
            Markup.element("ul", ["class": "mp-links"]) {
                for edge in TheoryGraph.seed.edges(stating: claim) {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text(scene.href(.edge(edge.code)))]) {
                            "\(edge.code) \(edge.name[language])"
                        }
                    }
                }
            }
        }
    }

    private var others: Markup {
        guard !finding.others.isEmpty else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Claims.othersTitle[language] }
            Markup.element("dl", ["class": "mp-facts"]) {
                for figure in finding.others {
                    Markup.element("dt") { "\(figure.label[language]), \(figure.year)" }
                    Markup.element("dd") {
                        Markup.element("strong") { figure.unit.text(figure.value, language) }
                        Markup.element("span", ["class": "mp-range"]) {
                            switch figure.uncertainty {
                            case .interval(let lower, let upper):
                                figure.unit.text(from: lower, to: upper, language)
                            case .none(let reason): reason[language]
                            }
                        }
                        CorrectedNote(figure: figure, language: language).markup
                    }
                }
            }
        }
    }

    private var caveats: Markup {
        let texts = (claim.isCausal ? [Strings.Claims.causal] : []) + finding.caveats
        guard !texts.isEmpty else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Claims.caveats[language] }
            Markup.element("ul") { for text in texts { Markup.element("li") { text[language] } } }
        }
    }

    private var data: Markup {
        guard !finding.data.isEmpty else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Claims.data[language] }
            for source in sources {
                Markup.element("h3") {
                    Markup.element("a", ["href": .optional(scene.href(ofSource: source))]) {
                        scene.title(of: source)
                    }
                }
                Markup.element("p") {
                    finding.data.filter { $0.source == source }.map(text).joined(separator: "; ") + "."
                }
            }
            Markup.element("p") {
                Markup.element("a", ["href": .text(scene.csvHref(.claim(claim))), "download": .flag(true)]) {
                    BilingualText(nl: "Download alle cijfers (CSV)", en: "Download all figures (CSV)")[
                        language]
                }
            }
        }
    }

    private var sources: [Source.ID] {
        var found: [Source.ID] = []
        for use in finding.data where !found.contains(use.source) { found.append(use.source) }
        return found
    }

    private func text(_ use: DataUse) -> String {
        let version = use.version.isEmpty ? "" : ", \(use.version)"
        return "\(use.label[language]) (\(use.year)\(version), \(use.areas) \(scene.level.many[language]))"
    }

    private var originLink: Markup {
        .element("p") {
            Markup.element("a", ["href": .text(scene.href(.origin))]) { Strings.Claims.originLink[language] }
        }
    }
}
