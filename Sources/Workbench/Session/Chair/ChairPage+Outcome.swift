import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// What came of closed rounds: what is most shared and most disputed, a line or groups as far as tests allow, and what
/// changed between rounds.
extension ChairPage {
    var outcome: Markup {
        .fragment([
            stillOpen,
            .fragment((findings?.rounds ?? []).reversed().map(round)),
            changes,
        ])
    }

    private var stillOpen: Markup {
        let rounds = findings?.rounds ?? []
        guard state.votingRound != nil || rounds.isEmpty else { return .empty }
        return section("nog-open", Words.outcome[language]) {
            if let round = state.votingRound {
                let progress = state.progress(round)
                Markup.element("p") {
                    Words.votingNow(
                        round, some: progress.some, of: max(state.seated, progress.some), all: progress.all)[
                            language]
                }
                note(Words.countsLater[language])
            } else {
                note(Words.noVotes[language])
            }
        }
    }

    private func round(_ round: SessionFindings.Round) -> Markup {
        section("ronde-\(round.number)", Words.outcomeOf(round.number)[language]) {
            Markup.element("p") {
                Words.voters(round.table.participantCount, statements: round.table.statementCount)[language]
            }
            list(Words.mostShared, round.mostShared(), round)
            list(Words.mostDisputed, round.mostDisputed(), round)
            Markup.element("h3") { Words.lineAndGroups[language] }
            claims(round)
            forms.button(
                Words.Screens.perspectives, "scherm", [("beeld", "perspectief")],
                place: "ronde-\(round.number)", isPressed: state.screen == .perspectives)
            if !state.shownRounds.contains(round.number) { note(Words.notShownYet[language]) }
            heldBack([.votes(round: round.number)])
        }
    }

    private func text(_ number: Int) -> String {
        state.statements.indices.contains(number - 1) ? state.statements[number - 1].text : ""
    }

    private func list(
        _ title: BilingualText, _ statements: [StatementSummary], _ round: SessionFindings.Round
    ) -> Markup {
        .fragment([
            .element("h3") { title[language] },
            statements.isEmpty ? note(Words.none[language]) : .empty,
            .element("ol", ["class": "mp-stellingen"]) {
                for one in statements {
                    Markup.element("li", ["class": "mp-zaal-stuk"]) {
                        Markup.element("p", ["class": "mp-stelling"]) {
                            "\(one.statement). \(text(one.statement))"
                        }
                        SessionPage.bar(one, language)
                        note(SessionPage.reading(one, language))
                        byKind(one.statement, round.number)
                        forms.button(
                            Words.onScreen, "scherm",
                            [("beeld", "stelling"), ("nummer", "\(one.statement)")],
                            about: Words.statement(one.statement)[language], place: "ronde-\(round.number)")
                    }
                }
            },
        ])
    }

    /// By kind of participant, where every part and the rest are large enough.
    @MarkupBuilder private func byKind(_ statement: Int, _ round: Int) -> Markup {
        let kinds = told.countsByKind(round, statement: statement)
        if kinds.contains(where: { $0.counts != nil }) {
            Markup.element("details", ["id": .text("soort-\(round)-\(statement)")]) {
                Markup.element("summary") {
                    Words.byKind[language]
                    Markup.element("span", ["class": "mp-hidden"]) { " \(statement)" }
                }
                Markup.element("table") {
                    Markup.element("thead") {
                        Markup.element("tr") {
                            for word in [Words.kind, Words.agree, Words.disagree, Words.pass] {
                                Markup.element("th", ["scope": "col"]) { word[language] }
                            }
                        }
                    }
                    Markup.element("tbody") {
                        for one in kinds {
                            Markup.element("tr") {
                                Markup.element("th", ["scope": "row"]) {
                                    (one.kind?.name ?? Words.notSaid)[language]
                                }
                                if let counts = one.counts {
                                    counts.map { count in Markup.element("td") { "\(count)" } }
                                } else {
                                    Markup.element("td", ["colspan": 3]) { Words.tooFewToTell[language] }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func claims(_ round: SessionFindings.Round) -> Markup {
        let words = PerspectiveWords(opinions: round.opinions, language: language)
        if round.table.participantCount < SmallCells.least {
            note(Words.tooFewToTell[language])
        } else {
            words.line.map { line in Markup.element("p") { line } }
            round.lineEnds.map { ends in
                Markup.element("ul") {
                    for (name, statements) in [(Words.oneEnd, ends.one), (Words.otherEnd, ends.other)]
                    where !statements.isEmpty {
                        Markup.element("li") {
                            name[language] + " "
                                + statements.map { "“\(text($0))”" }.joined(separator: "; ")
                        }
                    }
                }
            }
            words.groups.map { groups in Markup.element("p") { groups } }
            groups(round)
        }
    }

    @MarkupBuilder private func groups(_ round: SessionFindings.Round) -> Markup {
        if let groups = round.tellableGroups {
            Markup.element("ol") {
                for group in groups {
                    Markup.element("li") {
                        Words.people(group.people)[language] + ": "
                            + group.statements.map { one in
                                "“\(text(one.statement))” (\((one.agrees ? Words.agree : Words.disagree)[language]))"
                            }.joined(separator: "; ")
                    }
                }
            }
        } else if round.opinions.claims?.showsGroups == true {
            note(Words.groupTooSmall[language])
        }
    }

    private static let mostChanges = 6

    /// The largest changes first, the others behind a line that opens them.
    private var changes: Markup {
        let told = (findings?.changes ?? []).filter { $0.people >= SmallCells.least }
            .sorted { ($0.pValue, $0.statement) < ($1.pValue, $1.statement) }
        guard !told.isEmpty else { return .empty }
        return section("verschil", Words.changes[language]) {
            note(Words.changesHow[language])
            list(Array(told.prefix(Self.mostChanges)))
            if told.count > Self.mostChanges {
                Markup.element("details", ["id": "verschil-rest"]) {
                    Markup.element("summary") { Words.otherChanges(told.count - Self.mostChanges)[language] }
                    list(Array(told.dropFirst(Self.mostChanges)))
                }
            }
        }
    }

    private func list(_ changes: [VoteChange]) -> Markup {
        .element("ul", ["class": "mp-stellingen"]) {
            for one in changes {
                Markup.element("li", ["class": "mp-zaal-stuk"]) {
                    Markup.element("p", ["class": "mp-stelling"]) {
                        "\(one.statement). \(text(one.statement))"
                    }
                    note(
                        Words.moved(
                            up: one.up, down: one.down, of: one.people,
                            p: NumberText(language).decimal(one.pValue, decimals: 3))[language])
                }
            }
        }
    }
}
