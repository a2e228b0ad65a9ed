internal import GroupDecision

/// Which bottlenecks are found most pressing: by a rule that serves every view, beside plain counting.
public struct BottleneckChoice: Sendable, Hashable {
    /// How many bottlenecks are picked.
    public static let seats = 4

    /// How many people approved at least one.
    public let people: Int
    /// Per bottleneck, in order of number, how many people find it pressing; `nil` below four people in all.
    public let approvals: [Int]?
    /// The numbers that proportional approval voting picks (Thiele 1895): the largest sum of 1 + 1/2 + 1/3 ... over the
    /// picked ones that each person approved. Several lists where it cannot tell them apart, lowest numbers first.
    public let proportional: [[Int]]
    /// The numbers with most approvals, likewise.
    public let mostApproved: [[Int]]
    /// The numbers that equal shares picks (Peters & Skowron 2020), likewise.
    public let equalShares: [[Int]]
    /// How many people have at least one approved bottleneck among the first proportional list; `nil` below four people.
    public let served: Int?

    /// Whether the three rules pick other ones.
    public var rulesDiffer: Bool {
        Set([proportional.first, mostApproved.first, equalShares.first]).count > 1
    }

    /// The choices of a session, most often of ``SessionState/told``; `nil` where there is nothing to choose.
    public init?(of state: SessionState) {
        let ballots = state.approvalBallots.filter { !$0.isEmpty }
        guard !state.bottlenecks.isEmpty, !ballots.isEmpty else { return nil }
        people = ballots.count
        let isTold = ballots.count >= SmallCells.least
        let size = min(Self.seats, state.bottlenecks.count)
        let profile =
            isTold
            ? try? ApprovalProfile(
                candidateCount: state.bottlenecks.count, approvals: ballots.map { $0.map { $0 - 1 } }) : nil
        func picked(_ method: CommitteeMethod) -> [[Int]] {
            // A count that would take too long is left out; the report then shows the other rules.
            let view = try? profile?.committees(of: size, by: method)
            return (view?.tied ?? []).map { $0.map { $0 + 1 } }
        }
        approvals = isTold ? state.bottlenecks.map { one in ballots.count { $0.contains(one.number) } } : nil
        proportional = picked(.proportionalApproval)
        mostApproved = picked(.approval)
        equalShares = picked(.equalShares)
        let first = Set(proportional.first ?? [])
        served = isTold ? ballots.count { !first.isDisjoint(with: $0) } : nil
    }
}
