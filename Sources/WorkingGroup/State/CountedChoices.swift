/// Choices of participants at one moment. With few people a count that changes choice by choice says who chose what, so
/// pages tell the choices as they were when the chair had them counted.
public struct CountedChoices: Sendable, Equatable {
    /// By seat the bottlenecks found most pressing.
    public internal(set) var bottleneckApprovals: [String: [Int]] = [:]
    /// By seat the alternatives chosen.
    public internal(set) var portfolios: [String: Portfolio] = [:]
    /// By norm and seat the value.
    public internal(set) var norms: [String: [String: Double]] = [:]
    /// By item, then seat, the answers at the start and at the end.
    public internal(set) var pollAnswers: [Int: [String: PollAnswers]] = [:]
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

extension SessionState {
    /// The choices as they are now.
    var choicesNow: CountedChoices {
        CountedChoices(
            bottleneckApprovals: bottleneckApprovals, portfolios: portfolios, norms: norms,
            pollAnswers: pollAnswers)
    }

    /// The session with only those votes and choices that may be told now: votes of rounds that are closed, and choices
    /// as last counted. Every page that shows a count shows it of this.
    public var told: SessionState {
        var copy = self
        if let votingRound { copy.votes[votingRound] = nil }
        copy.bottleneckApprovals = counted.bottleneckApprovals
        copy.portfolios = counted.portfolios
        copy.norms = counted.norms
        copy.pollAnswers = counted.pollAnswers
        return copy
    }

    /// The last round whose outcome the group may see; a round that is open again is not seen until it closes.
    public var visibleRound: Int? { shownRounds.filter { $0 != votingRound }.max() }
}
