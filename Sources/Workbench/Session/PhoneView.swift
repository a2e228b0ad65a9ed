import Perspectives
import WorkingGroup

extension SessionState {
    /// All that a phone shows, other than what its own seat did.
    struct PhoneView: Hashable {
        var step: RunningStep?
        var round: Int?
        var shown: Set<Int>
        var statements: [Statement]
        var rejected: [Int]
        var bottlenecks: [Bottleneck]
        var alternatives: [Alternative]
        var budget: Double?
        var norms: [AskedNorm]
        var pollItems: [PollItem]
        var isClosed: Bool
    }

    var phoneView: PhoneView {
        PhoneView(
            step: running, round: votingRound, shown: shownRounds, statements: statements.filter(\.isVotable),
            rejected: statements.filter { $0.moderation == .rejected }.map(\.number),
            bottlenecks: bottlenecks, alternatives: alternatives, budget: budget, norms: askedNorms,
            pollItems: pollItems, isClosed: isClosed)
    }
}
