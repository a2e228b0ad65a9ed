import Bilingual
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
                        caveats
                        data
                        if claim == .residence { originLink }
                    }
                },
            ]))
    }

    private var others: Markup {
        let figures = scene.otherClaimFigures(claim)
        guard !figures.isEmpty else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Claims.othersTitle[language] }
            for figure in figures { figure.html(.compact, heading: 3) }
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
        let areas = scene.level.many[language]
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Claims.data[language] }
            Markup.element("ul") {
                for use in finding.data {
                    Markup.element("li") {
                        "\(use.label[language]), \(use.year)\(use.version.isEmpty ? "" : ", \(use.version)"), "
                            + "\(use.areas) \(areas). "
                        Markup.element("span", ["class": "mp-note"]) {
                            scene.dataset.source(use.source).map { "\($0.producer): \($0.title)." } ?? ""
                        }
                    }
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

    private var originLink: Markup {
        .element("p") {
            Markup.element("a", ["href": .text(scene.href(.origin))]) { Strings.Claims.originLink[language] }
        }
    }
}
