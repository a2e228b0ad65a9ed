import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// Statements: rounds of votes, what waits for a decision, editing before the first vote, and taking together.
extension ChairPage {
    var statements: Markup {
        .fragment([
            section("stemmen", votingTitle) {
                rounds
                if state.votingRound != nil { paper }
            },
            waiting,
            section("lijst", Words.statementList(votable.count)[language]) {
                if state.votingRound != nil { note(Words.countsLater[language]) }
                Markup.element("ul", ["class": "mp-stellingen"]) { votable.map(statement) }
                together
            },
            section("nieuwe-stelling", Words.newStatement[language]) {
                forms.form(
                    "nieuw", "stelling", submit: Words.add, place: "nieuwe-stelling",
                    [
                        .line("tekst", Words.statementText, most: SessionState.longestStatement),
                        .choice(
                            "bron", Words.source,
                            [
                                ("0", Words.prepared[language]), ("1", Words.introduction(1)[language]),
                                ("2", Words.introduction(2)[language]),
                            ]),
                        .check("bevestigd", Words.speakerAgrees), .claims(),
                    ])
            },
            takenOut,
        ])
    }

    private var votable: [Statement] { state.statements.filter(\.isVotable) }

    private var votingTitle: String {
        guard let round = state.votingRound else { return Words.voting[language] }
        let progress = state.progress(round)
        return Words.votingNow(
            round, some: progress.some, of: max(state.seated, progress.some), all: progress.all)[language]
    }

    @MarkupBuilder private var rounds: Markup {
        Markup.element("div", ["class": "mp-zaal-knoppen"]) {
            if state.isClosed {
                note(Words.isClosed[language])
            } else if state.votingRound == nil {
                for number in 1...2 {
                    forms.button(
                        Words.openRound(number), "stemmen", [("nummer", "\(number)")], place: "stemmen",
                        isPrimary: number == (state.votes.isEmpty ? 1 : 2))
                }
            } else {
                forms.button(Words.closeRound, "dicht", place: "stemmen", isPrimary: true)
            }
            for number in told.votes.keys.sorted() {
                if state.shownRounds.contains(number) {
                    forms.button(
                        Words.hideRound(number), "verberg", [("nummer", "\(number)")], place: "stemmen")
                } else {
                    forms.button(Words.showRound(number), "toon", [("nummer", "\(number)")], place: "stemmen")
                }
            }
        }
        if state.votingRound == nil, !told.votes.isEmpty { note(Words.frozen[language]) }
    }

    private func isVoted(_ number: Int) -> Bool {
        state.votes.values.contains { $0.values.contains { $0[number] != nil } }
    }

    /// Counts of the last round that is closed; none while people vote.
    private func summary(_ number: Int) -> StatementSummary? {
        guard state.votingRound == nil else { return nil }
        return findings?.last?.summary(number)
    }

    private func statement(_ one: Statement) -> Markup {
        let about = Words.statement(one.number)[language]
        let anchor = "stelling-\(one.number)"
        return .element("li", ["id": .text(anchor), "class": "mp-zaal-stuk"]) {
            Markup.element("p", ["class": "mp-stelling"]) { "\(one.number). \(one.text)" }
            note(tags(one))
            summary(one.number).map { SessionPage.bar($0, language) }
            Markup.element("div", ["class": "mp-zaal-acties"]) {
                forms.button(
                    Words.onScreen, "scherm", [("beeld", "stelling"), ("nummer", "\(one.number)")],
                    about: about, place: anchor, isPressed: state.screen == .statement(number: one.number))
                if !isVoted(one.number), !state.isClosed { edit(one, about, anchor) }
                if !state.isClosed {
                    forms.folded(
                        Words.takeOut, about: about, id: "weg-\(one.number)",
                        reject("weg", one, place: "lijst"))
                }
            }
        }
    }

    private func edit(_ one: Statement, _ about: String, _ anchor: String) -> Markup {
        forms.folded(
            Words.change, about: about, id: "anders-\(one.number)",
            forms.form(
                "anders-\(one.number)", "verander", submit: Words.save,
                hidden: [("nummer", "\(one.number)")], place: anchor,
                [
                    .line(
                        "tekst", Words.statementText, most: SessionState.longestStatement, value: one.text)
                ]))
    }

    private func tags(_ one: Statement) -> String {
        var parts = [SessionStrings.name(of: one.source)[language]]
        if let seed = SeedStatement.of(one.text) { parts.append(SessionStrings.leaning(seed)[language]) }
        if !one.claims.isEmpty { parts.append(one.claims.joined(separator: ", ")) }
        if let merge = one.merge, !merge.isAccepted { parts.append(Words.asked(merge.into)[language]) }
        if isVoted(one.number) { parts.append(Words.textStands[language]) }
        return parts.joined(separator: " · ")
    }

    private func reject(_ prefix: String, _ one: Statement, place: String) -> Markup {
        forms.form(
            "\(prefix)-\(one.number)", "afwijzen", submit: Words.reject,
            hidden: [("nummer", "\(one.number)")], place: place, [.line("tekst", Words.reason)])
    }

    private var waiting: Markup {
        let waiting = state.statements.filter { $0.moderation == .unseen }
        guard !waiting.isEmpty else { return .empty }
        return section("wachtend", Words.waiting(waiting.count)[language]) {
            Markup.element("ul", ["class": "mp-stellingen"]) {
                for one in waiting {
                    Markup.element("li", ["class": "mp-zaal-stuk"]) {
                        Markup.element("p", ["class": "mp-stelling"]) { "\(one.number). “\(one.text)”" }
                        state.alike(one).map { note(Words.alike($0.number, $0.text)[language]) }
                        Markup.element("div", ["class": "mp-zaal-acties"]) {
                            forms.button(
                                Words.letIn, "toelaten", [("nummer", "\(one.number)")], about: one.text,
                                place: "wachtend", isPrimary: true)
                            forms.folded(
                                Words.reject, about: one.text, id: "reden-\(one.number)",
                                reject("reden", one, place: "wachtend"))
                        }
                    }
                }
            }
        }
    }

    /// Choosing two statements that say the same.
    @MarkupBuilder private var together: Markup {
        let open = votable.filter { !isVoted($0.number) && $0.merge == nil }
        if open.count > 0, votable.count > 1, !state.isClosed {
            forms.folded(
                Words.takeTogether, id: "samen",
                .fragment([
                    note(Words.takeTogetherHow[language]),
                    forms.form(
                        "samen", "samen", submit: Words.propose, place: "lijst",
                        [
                            .choice("nummer", Words.thisStatement, open.map(Self.option)),
                            .choice(
                                "met", Words.goesInto, votable.map(Self.option),
                                value: votable.first { $0.number != open[0].number }.map { "\($0.number)" }
                                    ?? ""),
                        ]),
                ]))
        }
    }

    private static func option(_ one: Statement) -> (value: String, name: String) {
        ("\(one.number)", "\(one.number). \(one.text)")
    }

    private var takenOut: Markup {
        let gone = state.statements.filter { $0.moderation == .rejected || $0.merge?.isAccepted == true }
        guard !gone.isEmpty else { return .empty }
        return section("eruit", Words.takenOut(gone.count)[language]) {
            Markup.element("ul", ["class": "mp-stellingen"]) {
                for one in gone {
                    Markup.element("li", ["class": "mp-zaal-stuk"]) {
                        Markup.element("p") {
                            "\(one.number). “\(one.text)” "
                            if one.moderation == .rejected {
                                Words.because(one.reason)[language]
                            } else {
                                Words.togetherWith(one.merge?.into ?? 0)[language]
                            }
                        }
                        if one.moderation == .rejected, !state.isClosed {
                            forms.button(
                                Words.letInAgain, "toelaten", [("nummer", "\(one.number)")], about: one.text,
                                place: "eruit")
                        }
                    }
                }
            }
        }
    }

    /// Votes on paper.
    private var paper: Markup {
        forms.folded(
            Words.paper, id: "papier",
            forms.form(
                "papier", "papier", submit: Words.enter, place: "stemmen",
                [
                    .number("biljet", Words.ballot, 1...999),
                    .choice("nummer", Words.statementWord, votable.map(Self.option)),
                    .choice(
                        "stem", Words.vote,
                        [
                            ("1", Words.agree[language]), ("-1", Words.disagree[language]),
                            ("0", Words.pass[language]),
                        ]),
                ]))
    }
}
