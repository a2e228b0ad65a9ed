internal import Perspectives

extension SessionState {
    mutating func applyStatements(_ entry: SessionEntry) throws(SessionError) {
        switch entry.event {
        case .statementProposed(let text, let source, let claims):
            var author: String?
            if case .seat(let code) = entry.author { author = code }
            statements.append(
                Statement(
                    number: statements.count + 1, text: try checked(text, most: Self.longestStatement),
                    source: author == nil ? source : .participant, author: author, claims: claims,
                    // What the chair brings in was looked at; what comes from a seat is looked at first.
                    moderation: author == nil ? .accepted : .unseen, reason: "", merge: nil))
        case .statementModerated(let number, let moderation, let reason):
            let place = try place(number, in: statements, "statement")
            if moderation == .rejected { _ = try checked(reason) }
            statements[place].moderation = moderation
            statements[place].reason = reason
        case .statementEdited(let number, let text):
            let place = try place(number, in: statements, "statement")
            try checkUnvoted(number)
            statements[place].text = try checked(text, most: Self.longestStatement)
        case .mergeProposed(let number, let into):
            let place = try place(number, in: statements, "statement")
            _ = try self.place(into, in: statements, "statement")
            guard number != into, statements[into - 1].merge == nil else {
                throw .value(
                    what: "statement", found: "\(into)", expected: "another statement that stands by itself")
            }
            try checkUnvoted(number)
            // What the chair or an introduction brought in has no author to ask.
            statements[place].merge = .init(into: into, isAccepted: statements[place].author == nil)
        case .mergeAccepted(let number):
            let place = try place(number, in: statements, "statement")
            guard statements[place].merge != nil else { throw .wrongMoment(what: "nobody proposed this") }
            guard case .seat(let code) = entry.author, statements[place].author == code else {
                throw .notTheAuthor
            }
            try checkUnvoted(number)
            statements[place].merge?.isAccepted = true
        default: break
        }
    }

    private func checkUnvoted(_ statement: Int) throws(SessionError) {
        let isVoted = votes.values.contains { $0.values.contains { $0[statement] != nil } }
        if isVoted { throw .hasVotes(statement: statement) }
    }

    mutating func applyVotes(_ entry: SessionEntry) throws(SessionError) {
        switch entry.event {
        case .votingOpened(let round):
            guard 1...2 ~= round else { throw .value(what: "round", found: "\(round)", expected: "1 or 2") }
            closeRound()
            votingRound = round
        case .votingClosed:
            guard votingRound != nil else { throw .votingIsClosed }
            closeRound()
        case .resultsShown(let round):
            guard votes[round] != nil else { throw .noSuch(what: "round with votes", number: round) }
            shownRounds.insert(round)
        case .resultsHidden(let round): shownRounds.remove(round)
        case .choicesCounted: countChoices()
        case .voteCast(let statement, let vote):
            guard case .seat(let code) = entry.author else { throw .onlyASeat }
            try cast(.seat(code), statement, vote)
        case .voteWithdrawn(let statement):
            guard case .seat(let code) = entry.author else { throw .onlyASeat }
            _ = try place(statement, in: statements, "statement")
            // A vote is the person's own until the session closes: what is not in the round that is open goes from all.
            let open = votingRound.flatMap { votes[$0]?[.seat(code)]?[statement] == nil ? nil : $0 }
            for round in open.map({ [$0] }) ?? Array(votes.keys) {
                votes[round]?[.seat(code)]?[statement] = nil
            }
        case .paperVoteEntered(let ballot, let statement, let vote):
            guard 1...999 ~= ballot else {
                throw .value(what: "ballot", found: "\(ballot)", expected: "between 1 and 999")
            }
            try cast(.paper(ballot), statement, vote)
        default: break
        }
    }

    private mutating func cast(_ voter: Voter, _ statement: Int, _ vote: Vote) throws(SessionError) {
        guard let round = votingRound else { throw .votingIsClosed }
        guard statements[try place(statement, in: statements, "statement")].isVotable else {
            throw .noSuch(what: "statement to vote on", number: statement)
        }
        votes[round, default: [:]][voter, default: [:]][statement] = vote
    }
}
