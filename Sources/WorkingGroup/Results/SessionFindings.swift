public import Perspectives

/// What a session came to, made from its entries and nothing else: the same entries and seed give the same findings, on
/// every machine. The pages, the report and the exported files all rest on these.
public struct SessionFindings: Sendable {
    /// A round of votes.
    public struct Round: Sendable {
        /// Its number, 1 or 2.
        public let number: Int
        /// The votes.
        public let table: VoteTable
        /// What they say, statement by statement, on a line and in groups as far as tests allow.
        public let opinions: Opinions

        /// The summary of a statement; `nil` where nobody voted on it.
        public func summary(_ statement: Int) -> StatementSummary? {
            opinions.statements.first { $0.statement == statement }
        }
    }

    /// The rounds that hold votes.
    public let rounds: [Round]
    /// What everybody said last on each statement, with the number of the last round; `nil` without votes.
    public let last: Round?
    /// How votes moved from the first round to the second; empty with one round.
    public let changes: [VoteChange]
    /// The bottlenecks that were found most pressing; `nil` where nobody approved any.
    public let bottlenecks: BottleneckChoice?
    /// What people would choose within the budget; `nil` without alternatives.
    public let alternatives: AlternativeChoices?
    /// What the group learned on each knowledge item.
    public let knowledge: [KnowledgeGain]
    /// Where the group puts each norm, by name.
    public let norms: [(norm: String, spread: Spread)]

    /// The findings of a session.
    /// - Parameters:
    ///   - state: the session as it stands.
    ///   - seed: of the shuffled votes that lines and groups are tested against.
    ///   - earlier: findings made before with the same seed; a round whose votes are the same is taken from them.
    /// - Throws: `PerspectivesError` when votes cannot be analysed.
    public init(
        _ state: SessionState, seed: UInt64 = 1, earlier: SessionFindings? = nil
    ) throws(PerspectivesError) {
        var rounds: [Round] = []
        for number in state.votes.keys.sorted() {
            guard let table = state.voteTable(number) else { continue }
            let known = earlier?.rounds.first { $0.number == number }
            rounds.append(try Self.round(number, table, seed: seed, known: known))
        }
        self.rounds = rounds
        if rounds.count > 1, let number = rounds.last?.number, let table = state.finalVoteTable {
            last = try Self.round(number, table, seed: seed, known: earlier?.last)
        } else {
            last = rounds.last
        }
        changes = rounds.count == 2 ? rounds[0].table.changes(to: rounds[1].table) : []
        bottlenecks = BottleneckChoice(of: state)
        alternatives = AlternativeChoices(of: state)
        knowledge = state.knowledgeGains
        norms = state.norms.keys.sorted().map { ($0, state.normSpread($0)) }
    }

    private static func round(
        _ number: Int, _ table: VoteTable, seed: UInt64, known: Round?
    ) throws(PerspectivesError) -> Round {
        if let known, known.table == table, known.opinions.options.seed == seed {
            return Round(number: number, table: table, opinions: known.opinions)
        }
        return Round(
            number: number, table: table, opinions: try Opinions(table, options: OpinionOptions(seed: seed)))
    }

    /// How the group stands on a statement in the end; `nil` where nobody voted on it.
    public func summary(_ statement: Int) -> StatementSummary? { last?.summary(statement) }

    /// The statements that bear on a claim of the policy theory, as the group stands on them in the end; those with fewer
    /// than four votes are left out.
    public func statements(on claim: String, in state: SessionState) -> [(Statement, StatementSummary)] {
        state.statements.filter { $0.isVotable && $0.claims.contains(claim) }.compactMap { statement in
            summary(statement.number).flatMap { summary in
                summary.agree.of >= SmallCells.least ? (statement, summary) : nil
            }
        }
    }
}
