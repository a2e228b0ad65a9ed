import Bilingual
import Figures
import HousingMarket
import Perspectives
import WorkingGroup

/// Alternatives with their price, the budget, and what people would take within it.
extension ChairPage {
    var alternatives: Markup {
        .fragment([
            section("budget-vak", Words.budget[language]) {
                Markup.element("p") {
                    state.budget.map { Words.budgetIs(million($0))[language] } ?? Words.noBudget[language]
                }
                forms.form(
                    "budget", "budget", submit: Words.save, place: "budget-vak",
                    [.decimal("miljoen", Words.budgetLabel, isNeeded: true, value: plain(state.budget))])
            },
            section("alternatieven-lijst", Words.alternativesTitle(state.alternatives.count)[language]) {
                note(Words.nothingToo[language])
                Markup.element("ol", ["class": "mp-zaal-lijst"]) {
                    for one in state.alternatives {
                        Markup.element("li") {
                            Markup.element("p", ["class": "mp-stelling"]) { one.name }
                            note(one.price.map(million) ?? Words.priceUnknown[language])
                            if !one.package.isEmpty {
                                Markup.element("details", ["id": .text("pakket-\(one.number)")]) {
                                    Markup.element("summary") {
                                        Words.package[language]
                                        Markup.element("span", ["class": "mp-hidden"]) { " \(one.name)" }
                                    }
                                    Markup.element("pre", ["class": "mp-zaal-yaml", "tabindex": 0]) {
                                        one.package
                                    }
                                }
                                deskLink(one)
                            }
                        }
                    }
                }
            },
            section("alternatief-vak", Words.newAlternative[language]) {
                forms.form(
                    "alternatief", "alternatief", submit: Words.add, place: "alternatieven-lijst",
                    [
                        .line("naam", Words.alternativeName, most: 100),
                        .decimal("prijs", Words.price),
                        .lines("pakket", Words.packageLabel, rows: 6, most: 60_000, isNeeded: false),
                    ])
            },
            section("alternatieven-keuze", Words.choices[language]) {
                counting(state.portfolios.count, place: "alternatieven-keuze", of: [.alternatives])
                alternativeChoices
            },
        ])
    }

    /// The way to what the model says of a package: who must move, who comes back, at what rent.
    @MarkupBuilder private func deskLink(_ one: Alternative) -> Markup {
        if one.package.count <= DeskState.longestPackage,
            let horizon = try? Package.read(yaml: one.package, file: one.name).horizon
        {
            let query = QueryString.text(of: [
                .init(PageState.Key.packages[0], one.package), .init(PageState.Key.horizon, "\(horizon)"),
            ])
            Markup.element("p") {
                Markup.element(
                    "a",
                    ["href": .text("\(Route.desk.path)?\(query)"), "target": "_blank", "rel": "noopener"]
                ) {
                    Words.toDesk[language]
                    Markup.element("span", ["class": "mp-hidden"]) { " \(one.name)" }
                }
            }
        }
    }

    /// A price in millions of euros.
    func million(_ value: Double) -> String {
        Words.million(NumberText(language).decimal(value, decimals: value == value.rounded() ? 0 : 1))[
            language]
    }

    private func plain(_ value: Double?) -> String {
        value.map {
            let text = $0 == $0.rounded() ? "\(Int($0))" : "\($0)"
            return language == .dutch ? text.replacing(".", with: ",") : text
        } ?? ""
    }

    @MarkupBuilder private var alternativeChoices: Markup {
        if let found = findings?.alternatives, found.people > 0 {
            if let nothing = found.nothing {
                Markup.element("p") { Words.countedOf(found.people)[language] }
                Markup.element("ul") {
                    for (one, choice) in zip(state.alternatives, found.choices) {
                        Markup.element("li") { "\(choice.takers?.count ?? 0) × \(one.name)" }
                    }
                    Markup.element("li") { "\(nothing.count) × \(Words.doNothing[language])" }
                }
                if !found.bundles.isEmpty {
                    Markup.element("h3") { Words.threeRules[language] }
                    Markup.element("dl", ["class": "mp-words"]) {
                        for bundle in found.bundles {
                            Markup.element("dt") { SessionStrings.name(of: bundle.rule)[language] }
                            Markup.element("dd") { numbers(bundle.lists) }
                        }
                    }
                    note(Words.noAdvice[language])
                }
                if !found.withoutPrice.isEmpty { note(Words.withoutPrice[language]) }
            } else {
                note(Words.tooFewToTell[language])
            }
        }
    }
}
