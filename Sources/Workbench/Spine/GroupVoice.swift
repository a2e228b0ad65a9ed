internal import Bilingual
public import EvidenceRegister
public import Perspectives
public import PolicyTheory
public import WorkingGroup

/// What one working group has said, as far as it may be seen by everybody.
public struct GroupVoice: Sendable {
    /// The code of the session.
    public let code: String
    /// The session, without what the chair has not shown.
    public let state: SessionState
    /// What came of it.
    public let findings: SessionFindings

    /// The voice of a session; nil when its votes cannot be analysed.
    /// - Parameter earlier: findings made before; rounds whose votes are the same are taken from them.
    public init?(code: String, state: SessionState, earlier: SessionFindings? = nil) {
        let visible = state.visible
        guard let findings = try? SessionFindings(visible, earlier: earlier) else { return nil }
        self.code = code
        self.state = visible
        self.findings = findings
    }

    /// Whether there is anything to hear in a session: votes that were shown, an answer to a question, or its end.
    public static func speaks(_ visible: SessionState) -> Bool {
        !visible.votes.isEmpty || visible.isClosed || visible.notes.contains { $0.register == .answer }
    }

    /// The voice of a session for its own report, which holds what the chair has not shown as well.
    init(code: String, report state: SessionState, findings: SessionFindings) {
        self.code = code
        self.state = state
        self.findings = findings
    }

    /// Where the group stands on a claim or arrow, over the statements about it.
    public enum Stand: Sendable, Hashable {
        /// More statements lean towards it than against it, each by a surely larger side.
        case leansFor
        /// The other way round.
        case leansAgainst
        /// Statements about it divide the group, or point both ways.
        case divided
        /// There are no statements about it with four votes or more.
        case silent
    }

    /// What is linked to a claim or arrow: by its short name, and for an arrow that a claim states by that claim.
    private func names(of target: TheoryTarget) -> [String] {
        [target.name, target.edge?.claim?.rawValue].compactMap(\.self)
    }

    /// The statements about a claim or arrow with how the group voted; those about an arrow itself before those about
    /// its claim as a whole.
    public func statements(on target: TheoryTarget) -> [(Statement, StatementSummary)] {
        var seen: Set<Int> = []
        return names(of: target).flatMap { findings.statements(on: $0, in: state) }
            .filter { seen.insert($0.0.number).inserted }
    }

    /// The statements about a claim with how the group voted.
    public func statements(on claim: Claim) -> [(Statement, StatementSummary)] {
        statements(on: .claim(claim))
    }

    /// Where the group stands on a claim or arrow.
    ///
    /// Only statements of which the direction is known count: the ones that every session can begin with. Others are shown
    /// beside them, since nobody but their author can say which way they point.
    public func stand(on target: TheoryTarget) -> Stand {
        let own = statements(on: target)
        guard !own.isEmpty else { return .silent }
        var sum = 0
        for (statement, summary) in own {
            let seed = SeedStatement.of(statement.text)
            guard let isFor = names(of: target).lazy.compactMap({ seed?.isFor($0) }).first else { continue }
            switch summary.reading {
            case .sharedAgreement: sum += isFor ? 1 : -1
            case .sharedDisagreement: sum += isFor ? -1 : 1
            default: break
            }
        }
        return sum > 0 ? .leansFor : sum < 0 ? .leansAgainst : .divided
    }

    /// Where the group stands on a claim.
    public func stand(on claim: Claim) -> Stand { stand(on: .claim(claim)) }

    /// What people said beside the votes about a claim or arrow, by register.
    public func notes(on target: TheoryTarget, _ register: WorkingGroup.Register) -> [String] {
        notes(register, about: names(of: target))
    }

    /// What the group answers to one of the seven questions; empty where it recorded none.
    public func answers(to question: PolicyTheory.Question) -> [String] {
        notes(.answer, about: [question.rawValue])
    }

    /// What people hold against it, or do not want left out.
    public func dissent(on question: PolicyTheory.Question) -> [String] {
        notes(.dissent, about: [question.rawValue]) + notes(.objection, about: [question.rawValue])
    }

    private func notes(_ register: WorkingGroup.Register, about names: [String]) -> [String] {
        state.notes.filter { $0.register == register && !Set($0.claims).isDisjoint(with: names) }.map(\.text)
    }
}
