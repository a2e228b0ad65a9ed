import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// What is most shared and most disputed, and what may be said of a line and of groups; one idea a page.
extension ScreenPage {
    var perspectives: [Markup] {
        guard let visible else {
            return [.fragment([heading(Words.shared[language]), note(Words.notVisible[language])])]
        }
        return paged(Words.shared[language], visible.mostShared().map(summaryLine), style: "mp-zaal-uitslag")
            + paged(
                Words.disputed[language], visible.mostDisputed().map(summaryLine), style: "mp-zaal-uitslag")
            + line(visible) + groups(visible)
    }

    private func line(_ round: SessionFindings.Round) -> [Markup] {
        guard round.table.participantCount >= SmallCells.least else {
            return [.fragment([heading(Words.lineOrGroups[language]), note(Words.tooFew[language])])]
        }
        let words = PerspectiveWords(opinions: round.opinions, language: language).line ?? ""
        guard let ends = round.lineEnds else {
            return [.fragment([heading(Words.noLine[language]), note(words)])]
        }
        return [
            .fragment([
                heading(Words.line[language]),
                .element("div", ["class": "mp-zaal-lijn"]) {
                    for statements in [ends.one, ends.other] {
                        Markup.element("ul") {
                            statements.map { number in
                                Markup.element("li") { "“\(text(number))”" }
                            }
                        }
                    }
                }, note(words),
            ])
        ]
    }

    private func groups(_ round: SessionFindings.Round) -> [Markup] {
        guard round.table.participantCount >= SmallCells.least else { return [] }
        let words = PerspectiveWords(opinions: round.opinions, language: language).groups ?? ""
        guard let groups = round.tellableGroups else {
            let isSmall = round.opinions.claims?.showsGroups == true
            return [
                .fragment([
                    heading(isSmall ? Words.lineOrGroups[language] : Words.noGroups[language]),
                    note(isSmall ? SessionStrings.Chair.groupTooSmall[language] : words),
                ])
            ]
        }
        return zip(["A", "B", "C", "D", "E"], groups).map { letter, group in
            .fragment([
                heading(Words.group(letter, group.people)[language]),
                .element("ul", ["class": "mp-zaal-regels"]) {
                    group.statements.prefix(3).map { one in
                        Markup.element("li") {
                            Markup.element("strong") {
                                one.agrees
                                    ? "✓ \(SessionStrings.Chair.agree[language]): "
                                    : "✗ \(SessionStrings.Chair.disagree[language]): "
                            }
                            text(one.statement)
                        }
                    }
                }, note(words),
            ])
        }
    }
}
