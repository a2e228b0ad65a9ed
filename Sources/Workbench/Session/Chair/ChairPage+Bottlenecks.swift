import Bilingual
import Figures
import HousingMarket
import WorkingGroup

/// Bottlenecks: what stands in the way, who can remove it, and what three rules make of the choices.
extension ChairPage {
    var bottlenecks: Markup {
        .fragment([
            section("knelpunten-lijst", Words.bottlenecks(state.bottlenecks.count)[language]) {
                if state.bottlenecks.isEmpty { note(Words.none[language]) }
                Markup.element("ol", ["class": "mp-zaal-lijst"]) {
                    for one in state.bottlenecks {
                        Markup.element("li") {
                            Markup.element("p", ["class": "mp-stelling"]) { one.text }
                            note(describe(one))
                        }
                    }
                }
            },
            section("knelpunt-vak", Words.newBottleneck[language]) {
                forms.form(
                    "knelpunt", "knelpunt", submit: Words.add, place: "knelpunten-lijst",
                    [
                        .line("tekst", Words.whatStands),
                        .choice(
                            "soort", Words.bottleneckType,
                            BottleneckType.allCases.map { ($0.rawValue, $0.name[language]) }),
                        .line("wie", Words.remover, isNeeded: false),
                        .choice("knop", Words.lever, levers(withNone: true)),
                    ])
            },
            section("knelpunten-keuze", Words.choices[language]) {
                counting(state.bottleneckApprovals.count, place: "knelpunten-keuze", of: [.bottlenecks])
                bottleneckChoice
            },
        ])
    }

    private func describe(_ one: Bottleneck) -> String {
        var parts = [one.type.name[language]]
        if !one.remover.isEmpty { parts.append(Words.canRemove(one.remover)[language]) }
        if let lever = one.lever { parts.append(leverName(lever)) }
        return parts.joined(separator: " · ")
    }

    /// The levers of the catalogue by name.
    func levers(withNone: Bool) -> [(value: String, name: String)] {
        (withNone ? [("", Words.noLever[language])] : [])
            + LeverKind.allCases.map { ($0.code, leverName($0.code)) }
    }

    func leverName(_ code: String) -> String {
        LeverKind.allCases.first { $0.code == code }.map { "\(code) \($0.name[language])" } ?? code
    }

    /// How many people chose, and a button that has the choices counted.
    @MarkupBuilder func counting(_ people: Int, place: String, of parts: Set<HeldBack>) -> Markup {
        Markup.element("p") { Words.chose(people)[language] }
        heldBack(parts)
        if people > 0, !state.isClosed {
            forms.button(Words.countNow, "tel", place: place)
            note(Words.countNowWhy[language])
        }
    }

    /// That a new count waits, and why.
    @MarkupBuilder func heldBack(_ parts: Set<HeldBack>) -> Markup {
        if !state.heldBack.isDisjoint(with: parts) {
            note(Strings.Agreements.heldBack(SmallCells.least)[language])
        }
    }

    @MarkupBuilder private var bottleneckChoice: Markup {
        if let choice = findings?.bottlenecks {
            if let approvals = choice.approvals {
                Markup.element("p") { Words.countedOf(choice.people)[language] }
                Markup.element("ul") {
                    for (one, count) in zip(state.bottlenecks, approvals) {
                        Markup.element("li") { "\(count) × \(one.number). \(one.text)" }
                    }
                }
                Markup.element("h3") { Words.threeRules[language] }
                Markup.element("dl", ["class": "mp-words"]) {
                    rule(Words.proportional, choice.proportional)
                    rule(Words.mostApproved, choice.mostApproved)
                    rule(Words.equalShares, choice.equalShares)
                }
                note((choice.rulesDiffer ? Words.rulesDiffer : Words.rulesAgree)[language])
                choice.served.map { served in note(Words.served(served, of: choice.people)[language]) }
            } else {
                note(Words.tooFewToTell[language])
            }
        }
    }

    private func rule(_ name: BilingualText, _ lists: [[Int]]) -> Markup {
        .fragment([
            .element("dt") { name[language] },
            .element("dd") { lists.isEmpty ? Words.none[language] : numbers(lists) },
        ])
    }

    /// Lists of numbers that a rule cannot tell apart.
    func numbers(_ lists: [[Int]]) -> String {
        let shown = lists.prefix(3).map { list in
            list.isEmpty ? "–" : list.map { "\($0)" }.joined(separator: ", ")
        }
        let rest = lists.count - shown.count
        return shown.joined(separator: " \(Words.or[language]) ")
            + (rest > 0 ? " " + Words.andMore(rest)[language] : "")
    }
}
