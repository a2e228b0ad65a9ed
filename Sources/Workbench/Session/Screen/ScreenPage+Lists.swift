import Bilingual
import Figures
import HousingMarket
import Perspectives
import WorkingGroup

/// Bottlenecks, alternatives, norms, knowledge items, plans and tasks.
extension ScreenPage {
    func bottlenecks(counts: Bool) -> [Markup] {
        let choice = counts ? BottleneckChoice(of: told) : nil
        return paged(
            Words.bottlenecks[language],
            state.bottlenecks.enumerated().map { place, one in
                .fragment([
                    .element("p", ["class": "mp-zaal-tekst"]) {
                        "\(one.number). \(one.text)"
                        if !counts, !one.remover.isEmpty {
                            Markup.element("span", ["class": "mp-note"]) {
                                " \(SessionStrings.Chair.canRemove(one.remover)[language])"
                            }
                        }
                    },
                    choice?.approvals.map { count($0[place], of: choice?.people ?? 0) } ?? .empty,
                ])
            }, style: counts ? "mp-zaal-uitslag" : "mp-zaal-regels",
            intro: counts && choice?.approvals == nil ? note(Words.tooFew[language]) : .empty)
    }

    func alternatives(counts: Bool) -> [Markup] {
        let found = counts ? AlternativeChoices(of: told) : nil
        let isTold = found?.nothing != nil
        var lines: [Markup] = state.alternatives.enumerated().map { place, one in
            .fragment([
                .element("p", ["class": "mp-zaal-tekst"]) {
                    "\(one.name) "
                    Markup.element("span", ["class": "mp-note"]) {
                        one.price.map(million) ?? SessionStrings.Chair.priceUnknown[language]
                    }
                },
                found?.choices[place].takers.map { count($0.count, of: $0.of) } ?? .empty,
            ])
        }
        if !lines.isEmpty {
            lines.append(
                .fragment([
                    .element("p", ["class": "mp-zaal-tekst"]) { Words.nothingToo[language] },
                    found?.nothing.map { count($0.count, of: $0.of) } ?? .empty,
                ]))
        }
        let budget = state.budget.map { note(SessionStrings.Chair.budgetIs(million($0))[language]) } ?? .empty
        return paged(
            Words.alternatives[language], lines, style: counts ? "mp-zaal-uitslag" : "mp-zaal-regels",
            intro: .fragment([budget, counts && !isTold ? note(Words.tooFew[language]) : .empty]))
    }

    private func million(_ value: Double) -> String {
        SessionStrings.Chair.million(SessionStrings.amount(value, "", language))[language]
    }

    /// A count with a bar; of how many stands beside it.
    private func count(_ count: Int, of all: Int) -> Markup {
        .element("div") {
            Markup.element(
                "svg",
                [
                    "viewBox": .numbers([0, 0, 100, 6]), "class": "mp-stembalk", "aria-hidden": "true",
                    "preserveAspectRatio": "none",
                ]
            ) {
                Markup.element("rect", ["width": 100, "height": 6, "class": "mp-pas"])
                Markup.element(
                    "rect",
                    [
                        "width": .number(100 * Double(count) / Double(max(all, 1))), "height": 6,
                        "class": "mp-eens",
                    ])
            }
            Markup.element("p", ["class": "mp-stemtelling"]) { Words.times(count, of: all)[language] }
        }
    }

    var norms: [Markup] {
        paged(
            Words.norms[language],
            NormNames.all(of: told).map { norm in
                .fragment([
                    .element("p", ["class": "mp-zaal-tekst"]) { NormNames.title(norm)[language] },
                    .element("p") { SessionStrings.spread(told.normSpread(norm), unit: "", language) },
                ])
            }, intro: note(Words.normsHow[language]))
    }

    func pollItem(_ number: Int, answers: Bool) -> Markup {
        guard state.pollItems.indices.contains(number - 1) else { return .empty }
        let item = state.pollItems[number - 1]
        guard answers, let gain = told.knowledgeGains.first(where: { $0.item == number }) else {
            return .fragment([heading(item.text), note(Words.answerNow[language])])
        }
        return .fragment([
            heading(item.text),
            item.truth.map { truth in
                .element("p", ["class": "mp-zaal-waar"]) {
                    "\(Words.truth[language]): "
                    Markup.element("strong") { SessionStrings.amount(truth, item.unit, language) }
                    if !item.source.isEmpty {
                        Markup.element("span", ["class": "mp-note"]) { " (\(item.source))" }
                    }
                }
            } ?? .empty,
            .element("ul", ["class": "mp-zaal-regels"]) {
                for (name, spread) in [(Words.atStart, gain.before), (Words.atEnd, gain.after)]
                where spread.people > 0 {
                    Markup.element("li") {
                        "\(name[language]): \(SessionStrings.spread(spread, unit: item.unit, language))"
                    }
                }
                if let nearer = gain.nearer, let farther = gain.farther {
                    Markup.element("li") { SessionStrings.Chair.learned(nearer, farther)[language] }
                }
            },
        ])
    }

    /// Where the group wants to go, then who does what.
    var plans: [Markup] {
        let targets = state.targets.map { target in
            let levers = state.leverChoices.filter { $0.target == target.number }.map { choice in
                let name = LeverKind.allCases.first { $0.code == choice.lever }?.name[language]
                return "\(name ?? choice.lever): \(choice.place)"
            }
            return Markup.fragment([
                .element("p", ["class": "mp-zaal-tekst"]) { "\(target.text) (\(target.year))" },
                levers.isEmpty ? .empty : note(levers.joined(separator: "; ")),
            ])
        }
        let tasks = state.tasks.map { task in
            Markup.fragment([
                .element("p", ["class": "mp-zaal-tekst"]) { task.text },
                note(
                    [task.actor, task.place, task.when(language)].filter { !$0.isEmpty }.joined(
                        separator: " · ")),
            ])
        }
        return (targets.isEmpty ? [] : paged(Words.plans[language], targets))
            + (tasks.isEmpty && !targets.isEmpty ? [] : paged(Words.tasks[language], tasks))
    }
}
