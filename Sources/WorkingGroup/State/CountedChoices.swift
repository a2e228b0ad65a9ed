public import Perspectives

/// Votes and choices of participants at one moment. With few people a count that changes ballot by ballot says who chose
/// what, so pages tell them as they were when they were last counted, and a new count waits until enough ballots changed.
public struct CountedChoices: Sendable, Equatable {
    /// Votes of rounds that were closed, by round, then voter, then statement.
    public internal(set) var votes: [Int: [Voter: [Int: Vote]]] = [:]
    /// By seat the bottlenecks found most pressing.
    public internal(set) var bottleneckApprovals: [String: [Int]] = [:]
    /// By seat the alternatives chosen.
    public internal(set) var portfolios: [String: Portfolio] = [:]
    /// By norm and seat the value.
    public internal(set) var norms: [String: [String: Double]] = [:]
    /// By item, then seat, the answers at the start and at the end.
    public internal(set) var pollAnswers: [Int: [String: PollAnswers]] = [:]
}

/// What a new count is held back of.
public enum HeldBack: Sendable, Hashable {
    /// The votes of a round.
    case votes(round: Int)
    /// The bottlenecks found most pressing.
    case bottlenecks
    /// The alternatives chosen.
    case alternatives
    /// Where people put a norm.
    case norm(String)
    /// Answers to a knowledge item.
    case pollItem(Int)
}

extension RoomScreen {
    /// Whether it tells what people chose.
    var tellsChoices: Bool {
        switch self {
        case .bottlenecks(let counts), .alternatives(let counts): counts
        case .pollItem(_, let answers): answers
        case .norms: true
        case .waiting, .joining, .step, .statement, .results, .perspectives, .tasks, .black: false
        }
    }
}

extension SmallCells {
    /// Whether a new count would tell what fewer than four people did, by the difference with a count that was told.
    static func isTooNear<Key: Hashable, Ballot: Equatable>(
        _ told: [Key: Ballot], _ now: [Key: Ballot]
    ) -> Bool {
        // Of fewer than four people nothing was told, so there is nothing to take away from.
        guard told.count >= least else { return false }
        let changed = Set(told.keys).union(now.keys).count { told[$0] != now[$0] }
        return 1..<least ~= changed
    }

    fileprivate static func count<Key: Hashable, Ballot: Equatable>(
        _ now: [Key: Ballot], after told: inout [Key: Ballot]
    ) {
        if !isTooNear(told, now) { told = now }
    }
}

extension SessionState {
    /// Ends the round that is open, and counts its votes.
    mutating func closeRound() {
        guard let round = votingRound else { return }
        votingRound = nil
        SmallCells.count(votes[round] ?? [:], after: &counted.votes[round, default: [:]])
    }

    /// Counts all choices other than votes.
    mutating func countChoices() {
        SmallCells.count(bottleneckApprovals, after: &counted.bottleneckApprovals)
        SmallCells.count(portfolios, after: &counted.portfolios)
        for (norm, values) in norms { SmallCells.count(values, after: &counted.norms[norm, default: [:]]) }
        for (item, answers) in pollAnswers {
            SmallCells.count(answers, after: &counted.pollAnswers[item, default: [:]])
        }
    }

    /// Of what a new count is held back now: too few ballots changed since the one that was told. Rounds that are open
    /// are not among them.
    public var heldBack: Set<HeldBack> {
        var held: Set<HeldBack> = []
        for (round, ballots) in counted.votes
        where round != votingRound && SmallCells.isTooNear(ballots, votes[round] ?? [:]) {
            held.insert(.votes(round: round))
        }
        if SmallCells.isTooNear(counted.bottleneckApprovals, bottleneckApprovals) {
            held.insert(.bottlenecks)
        }
        if SmallCells.isTooNear(counted.portfolios, portfolios) { held.insert(.alternatives) }
        for (norm, values) in counted.norms where SmallCells.isTooNear(values, norms[norm] ?? [:]) {
            held.insert(.norm(norm))
        }
        for (item, answers) in counted.pollAnswers
        where SmallCells.isTooNear(answers, pollAnswers[item] ?? [:]) {
            held.insert(.pollItem(item))
        }
        return held
    }

    /// The session with only those votes and choices that may be told now: votes of rounds that are closed, and choices,
    /// both as last counted. Every page that shows a count shows it of this.
    public var told: SessionState {
        var copy = self
        copy.votes = counted.votes.filter { $0.key != votingRound && !$0.value.isEmpty }
        copy.bottleneckApprovals = counted.bottleneckApprovals
        copy.portfolios = counted.portfolios
        copy.norms = counted.norms
        copy.pollAnswers = counted.pollAnswers
        return copy
    }

    /// The last round whose outcome the group may see; a round that is open again is not seen until it closes.
    public var visibleRound: Int? { shownRounds.filter { $0 != votingRound }.max() }
}
