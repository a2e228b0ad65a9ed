internal import Bilingual
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

    /// Where the group stands on a claim, over the statements about it.
    public enum Stand: Sendable, Hashable {
        /// More statements lean towards the claim than against it, each by a surely larger side.
        case leansFor
        /// The other way round.
        case leansAgainst
        /// Statements about it divide the group, or point both ways.
        case divided
        /// There are no statements about it with four votes or more.
        case silent
    }

    /// The statements about a claim with how the group voted.
    public func statements(on claim: Claim) -> [(Statement, StatementSummary)] {
        findings.statements(on: claim.rawValue, in: state)
    }

    /// Where the group stands on a claim.
    ///
    /// Only statements of which the direction is known count: the ones that every session can begin with. Others are shown
    /// beside them, since nobody but their author can say which way they point.
    public func stand(on claim: Claim) -> Stand {
        let directions = Dictionary(
            SeedStatement.all.flatMap { [($0.text.nl, $0.isForClaim), ($0.text.en, $0.isForClaim)] }
        ) { first, _ in first }
        let own = statements(on: claim)
        guard !own.isEmpty else { return .silent }
        var sum = 0
        for (statement, summary) in own {
            guard let isForClaim = directions[statement.text] else { continue }
            switch summary.reading {
            case .sharedAgreement: sum += isForClaim ? 1 : -1
            case .sharedDisagreement: sum += isForClaim ? -1 : 1
            default: break
            }
        }
        return sum > 0 ? .leansFor : sum < 0 ? .leansAgainst : .divided
    }

    /// What people said beside the votes about a claim, by register.
    public func notes(on claim: Claim, _ register: Register) -> [String] {
        state.notes.filter { $0.register == register && $0.claims.contains(claim.rawValue) }.map(\.text)
    }
}
