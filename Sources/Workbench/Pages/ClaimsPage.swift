import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

/// All claims as cards, with the switch that changes all of them at once.
struct ClaimsPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        Page(
            route: .claims, title: Strings.Claims.title[language],
            main: .fragment([
                .element("section", ["class": "mp-card"]) {
                    Markup.element("h1") {
                        "\(Strings.Claims.title[language]): \(scene.dataset.municipality.name)"
                    }
                    Markup.element("p") { Strings.Claims.lead[language] }
                    LowIncomeSwitch(scene: scene, route: .claims, hint: Strings.Claims.switchHint).markup
                    NormList(scene: scene).markup
                    Markup.element("details") {
                        Markup.element("summary") { Strings.Claims.verdicts[language] }
                        Markup.element("ul") {
                            for meaning in Strings.Claims.verdictMeanings {
                                Markup.element("li") { meaning[language] }
                            }
                        }
                        Markup.element("p") { Strings.Claims.interval[language] }
                    }
                },
                .element("div", ["class": "mp-grid mp-wide"]) {
                    for finding in scene.findings { ClaimCard(scene: scene, finding: finding).markup }
                },
            ]))
    }
}

/// The choice of what counts as a low income.
struct LowIncomeSwitch {
    let scene: Scene
    let route: Route
    var hint: BilingualText?

    var markup: Markup {
        guard let field = ChoiceForm.Field.lowIncome(scene, hint: hint) else { return .empty }
        return ChoiceForm(scene: scene, route: route).markup(fields: [field])
    }
}

/// The numbers that the group set, always with who set them.
struct NormList {
    let scene: Scene

    var markup: Markup {
        guard !scene.state.groupNorms.isEmpty else { return .empty }
        return .fragment(
            scene.state.groupNorms.map { norm in
                Note.markup(
                    Strings.Claims.groupThreshold[scene.language] + ":",
                    "\(norm.norm.title[scene.language].lowercased()) \(scene.numbers.decimal(norm.value * 100))"
                        + (norm.norm == .limitedFacilities || norm.norm == .oneSidedStock ? "" : "%")
                        + " (\(norm.author)).")
            })
    }
}
