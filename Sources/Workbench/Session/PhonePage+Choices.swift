import Bilingual
import Figures
import WorkingGroup

/// Choosing from lists: the most pressing bottlenecks, and alternatives within the budget.
extension PhonePage {
    func bottlenecks(_ seat: String) -> Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { SessionStrings.Bottlenecks.title[language] }
            state.bottlenecks.isEmpty
                ? .element("p", ["class": "mp-note"]) { SessionStrings.Bottlenecks.none[language] }
                : pressing(seat)
            Markup.element("h3") { SessionStrings.Bottlenecks.name[language] }
            PhoneField.form(
                "knelpunt", id: "f-knelpunt", to: path, button: SessionStrings.Phone.send[language],
                isEmptied: true
            ) {
                PhoneField.text(
                    "tekst", id: "knelpunt", label: SessionStrings.Bottlenecks.text[language],
                    most: SessionActions.Longest.bottleneck)
                PhoneField.choice(
                    "soort", id: "knelpunt-soort", label: SessionStrings.Bottlenecks.type[language],
                    BottleneckType.allCases.map { ($0.rawValue, $0.name[language]) })
                PhoneField.line(
                    "wie", id: "knelpunt-wie", label: SessionStrings.Bottlenecks.remover[language],
                    most: SessionActions.Longest.remover, isRequired: false)
            }
        }
    }

    private func pressing(_ seat: String) -> Markup {
        let own = Set(state.bottleneckApprovals[seat] ?? [])
        let most = SessionState.mostApprovals
        return PhoneField.form(
            "knelpunten", id: "f-knelpunten", to: path, button: SessionStrings.Bottlenecks.save[language],
            isPrimary: true
        ) {
            Markup.element("p", ["id": "knelpunten-uitleg"]) {
                "\(SessionStrings.Bottlenecks.lead[language]) \(SessionStrings.Bottlenecks.most(most)[language])"
            }
            Markup.element(
                "ul",
                ["class": "mp-vinken", "aria-describedby": "knelpunten-uitleg", "data-meest": .integer(most)]
            ) {
                for one in state.bottlenecks {
                    PhoneField.tick(
                        "nummer", id: "kp\(one.number)", value: one.number, isTicked: own.contains(one.number)
                    ) {
                        Markup.text(one.text)
                        Markup.element("span", ["class": "mp-hint"]) {
                            one.type.name[language]
                                + (one.remover.isEmpty
                                    ? "" : " · " + SessionStrings.Bottlenecks.remover(one.remover)[language])
                        }
                    }
                }
            }
            Markup.element(
                "p",
                [
                    "class": "mp-note", "role": "status", "data-geteld": .flag(true),
                    "data-tekst": .text(SessionStrings.Bottlenecks.ticked("#", most)[language]),
                ]
            ) { SessionStrings.Bottlenecks.ticked("\(own.count)", most)[language] }
        }
    }

    func alternatives(_ seat: String) -> Markup {
        guard !state.alternatives.isEmpty else { return .empty }
        let own = state.portfolios[seat]
        let chosen = Set(own?.alternatives ?? [])
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { SessionStrings.Alternatives.title[language] }
            PhoneField.form(
                "pakket", id: "f-pakket", to: path, button: SessionStrings.Alternatives.save[language],
                isPrimary: true
            ) {
                Markup.element("p", ["id": "pakket-uitleg"]) { SessionStrings.Alternatives.lead[language] }
                Markup.element("ul", ["class": "mp-vinken", "aria-describedby": "pakket-uitleg"]) {
                    for one in state.alternatives {
                        PhoneField.tick(
                            "nummer", id: "alt\(one.number)", value: one.number,
                            isTicked: chosen.contains(one.number), price: one.price
                        ) {
                            Markup.text(one.name)
                            Markup.element("span", ["class": "mp-hint"]) {
                                (one.price.map { SessionStrings.Alternatives.price(number($0)) }
                                    ?? SessionStrings.Alternatives.unknown)[language]
                            }
                        }
                    }
                }
                budget(chosen)
                if state.alternatives.contains(where: { $0.price == nil }) {
                    Markup.element("p", ["class": "mp-note"]) {
                        SessionStrings.Alternatives.someUnknown[language]
                    }
                }
                PhoneField.text(
                    "reden", id: "pakket-reden", label: SessionStrings.Alternatives.reason[language],
                    most: SessionActions.Longest.reason, value: own?.reason ?? "", isRequired: false)
            }
            if own != nil {
                Markup.element("p", ["class": "mp-note"]) { SessionStrings.Alternatives.saved[language] }
            }
        }
    }

    /// What is spent and what is left, as a bar and in words. The script keeps both up to date while one ticks.
    private func budget(_ chosen: Set<Int>) -> Markup {
        guard let budget = state.budget else {
            return .element("p", ["class": "mp-note"]) { SessionStrings.Alternatives.noBudget[language] }
        }
        let sum = state.alternatives.filter { chosen.contains($0.number) }.reduce(0) { $0 + ($1.price ?? 0) }
        let words = SessionStrings.Alternatives.self
        return .element(
            "div",
            [
                "class": "mp-budget", "data-budget": PhoneField.plain(budget),
                "data-som": .text(words.sum("#", number(budget))[language]),
                "data-over": .text(words.left("#")[language]),
                "data-teveel": .text(words.over("#")[language]),
            ]
        ) {
            Markup.element(
                "progress",
                [
                    "class": "mp-voortgang", "max": PhoneField.plain(max(budget, 0.001)),
                    "value": PhoneField.plain(min(sum, budget)), "aria-label": .text(words.bar[language]),
                ])
            Markup.element("p", ["role": "status"]) {
                "\(words.sum(number(sum), number(budget))[language]) \(words.left(number(budget - sum))[language])"
            }
        }
    }
}
