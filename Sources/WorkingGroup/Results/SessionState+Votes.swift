public import Perspectives

extension SessionState {
    /// Who voted in a round, in an order that says nothing: seat codes are drawn at random.
    func voters(_ round: Int) -> [Voter] { (votes[round] ?? [:]).filter { !$0.value.isEmpty }.keys.sorted() }

    /// Everybody who voted in any round, ordered by what they voted: a number then says nothing of a seat, and stays the
    /// same when seats get other codes.
    private var everybody: [Voter] {
        let rounds = votes.keys.sorted()
        // Which statement comes first in a ballot, then which vote, with what is missing below all votes.
        func ballot(_ voter: Voter) -> [Int8] {
            rounds.flatMap { round in
                statements.map { votes[round]?[voter]?[$0.number]?.rawValue ?? -2 }
            }
        }
        return Set(rounds.flatMap(voters)).map { (voter: $0, ballot: ballot($0)) }.sorted { left, right in
            left.ballot == right.ballot
                ? left.voter < right.voter : left.ballot.lexicographicallyPrecedes(right.ballot)
        }.map(\.voter)
    }

    /// The votes of a round on statements that may be voted on; `nil` without votes. People are numbered from 1, the same
    /// in every round.
    public func voteTable(_ round: Int) -> VoteTable? { table { votes[round]?[$0] ?? [:] } }

    /// What everybody said last on each statement: in a second round the group votes on some statements only, and on the
    /// others the first round holds. `nil` without votes.
    public var finalVoteTable: VoteTable? {
        let rounds = votes.keys.sorted()
        return table { voter in
            rounds.reduce(into: [:]) { ballot, round in
                ballot.merge(votes[round]?[voter] ?? [:]) { _, later in later }
            }
        }
    }

    private func table(_ ballot: (Voter) -> [Int: Vote]) -> VoteTable? {
        var builder = VoteTable.Builder()
        for (place, voter) in everybody.enumerated() {
            for (statement, vote) in ballot(voter).sorted(by: { $0.key < $1.key })
            where statements[statement - 1].isVotable {
                builder.add(participant: place + 1, statement: statement, vote: vote)
            }
        }
        return try? builder.table(
            moderation: Dictionary(uniqueKeysWithValues: statements.map { ($0.number, $0.moderation) }))
    }

    /// How many people have voted on everything, and how many on something.
    public func progress(_ round: Int) -> (some: Int, all: Int) {
        let votable = statements.filter(\.isVotable).map(\.number)
        let ballots = voters(round).compactMap { votes[round]?[$0] }
        return (ballots.count, ballots.count { ballot in votable.allSatisfy { ballot[$0] != nil } })
    }

    /// How one kind of participant voted on a statement.
    public struct KindCounts: Sendable, Hashable {
        /// The kind; `nil` for those who did not say and for paper ballots.
        public let kind: ParticipantKind?
        /// Agree, disagree and pass; `nil` where too few people are of this kind, or the rest is too small.
        public let counts: [Int]?
    }

    /// A statement by kind of participant, without small cells.
    public func countsByKind(_ round: Int, statement: Int) -> [KindCounts] {
        var kinds: [ParticipantKind?: [Int]] = [:]
        for voter in voters(round) {
            guard let vote = votes[round]?[voter]?[statement] else { continue }
            var kind: ParticipantKind?
            if case .seat(let code) = voter { kind = seats[code]?.kind }
            let column = vote == .agree ? 0 : vote == .disagree ? 1 : 2
            kinds[kind, default: [0, 0, 0]][column] += 1
        }
        let order = kinds.keys.sorted { Self.rank($0) < Self.rank($1) }
        let shown = SmallCells.shown(order.map { (kinds[$0] ?? []).reduce(0, +) })
        return zip(order, shown).map { kind, isShown in
            KindCounts(kind: kind, counts: isShown ? kinds[kind] : nil)
        }
    }

    private static func rank(_ kind: ParticipantKind?) -> String {
        switch kind {
        case .practitioner: "1"
        case .policyMaker: "2"
        case .scientist: "3"
        case .other(let name): "4" + name
        case nil: "5"
        }
    }
}
