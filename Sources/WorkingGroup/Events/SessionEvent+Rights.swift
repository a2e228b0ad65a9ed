extension SessionEvent {
    /// Which part of the state an event is about.
    enum Family { case session, seats, runSheet, statements, votes, registers, plans, tasks, polls, undo }

    /// Who may send an event.
    enum Rights { case chair, seat, both }

    var family: Family {
        switch self {
        case .sessionOpened, .chairNamed, .introductionPlanned, .chairKeySet, .screenShown, .screenPaged,
            .absenceNoted, .sessionClosed, .retentionSet:
            .session
        case .seatOpened, .seatTaken, .seatLeft: .seats
        case .stepAdded, .stepChanged, .stepMoved, .stepRemoved, .stepStarted, .timeAdded: .runSheet
        case .statementProposed, .statementModerated, .statementEdited, .mergeProposed, .mergeAccepted:
            .statements
        case .votingOpened, .votingClosed, .voteCast, .voteWithdrawn, .paperVoteEntered, .resultsShown,
            .resultsHidden, .choicesCounted:
            .votes
        case .questionRaised, .questionSettled, .noted, .bottleneckNamed, .bottlenecksApproved: .registers
        case .ambitionNamed, .targetSet, .targetMeasured, .leverChosen, .leverPlaced, .alternativeSketched,
            .budgetSet, .portfolioChosen:
            .plans
        case .taskAgreed, .taskReported, .taskPlanned, .taskChanged, .taskStood: .tasks
        case .normAsked, .normPlaced, .pollItemAsked, .pollAnswered: .polls
        case .undone: .undo
        }
    }

    var rights: Rights {
        switch self {
        case .seatTaken, .seatLeft, .mergeAccepted, .voteCast, .voteWithdrawn, .bottlenecksApproved,
            .portfolioChosen, .normPlaced, .pollAnswered:
            .seat
        case .statementProposed, .questionRaised, .noted, .bottleneckNamed, .ambitionNamed,
            .alternativeSketched:
            .both
        default: .chair
        }
    }

    /// Whether it makes the session.
    var opensSession: Bool { if case .sessionOpened = self { true } else { false } }

    /// Whether it may still happen when the session is closed.
    var isAfterwards: Bool {
        switch self {
        case .taskReported, .taskPlanned, .taskChanged, .taskStood, .questionSettled, .screenShown,
            .screenPaged,
            .chairKeySet:
            true
        default: false
        }
    }

    /// Whether the chair may take it back: what a participant did is the participant's own.
    var isUndoable: Bool {
        switch self {
        case .sessionOpened, .chairKeySet, .seatOpened, .screenShown, .screenPaged, .choicesCounted, .undone:
            false
        default: rights != .seat
        }
    }

    /// Things that get a number in order of arrival.
    enum NumberedKind { case statement, question, bottleneck, ambition, target, alternative, task, pollItem }

    /// What this event gives a number to.
    var numberedKind: NumberedKind? {
        switch self {
        case .statementProposed: .statement
        case .questionRaised: .question
        case .bottleneckNamed: .bottleneck
        case .ambitionNamed: .ambition
        case .targetSet: .target
        case .alternativeSketched: .alternative
        case .taskAgreed, .taskPlanned: .task
        case .pollItemAsked: .pollItem
        default: nil
        }
    }
}
