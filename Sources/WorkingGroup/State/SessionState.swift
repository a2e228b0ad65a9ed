public import Perspectives

/// A session as it stands: what all entries together come to. Made by ``SessionLog``; nothing changes it but an entry.
public struct SessionState: Sendable, Equatable {
    /// A person with a part, named with consent.
    public struct Chair: Sendable, Hashable {
        /// The name.
        public var name: String
        /// Where the person works.
        public var affiliations: [String]
        /// Interests that were declared.
        public var interests: String
    }

    /// One of the two introductions.
    public struct Introduction: Sendable, Hashable {
        /// Who speaks.
        public var speaker: String
        /// Where the speaker works.
        public var affiliations: [String]
        /// Whether the speaker comes from practice.
        public var isPractitioner: Bool
        /// What it is about.
        public var title: String
    }

    /// What the session is called.
    public internal(set) var title = ""
    /// The conference it is part of.
    public internal(set) var conference: String?
    /// Its number among the groups of the conference.
    public internal(set) var groupNumber: Int?
    /// The day, as the chair wrote it.
    public internal(set) var date = ""
    /// Where.
    public internal(set) var place = ""
    /// Whether it was made.
    public internal(set) var isOpen = false
    /// Whether it is closed.
    public internal(set) var isClosed = false
    /// Who chairs.
    public internal(set) var chair: Chair?
    /// The introductions by number, 1 and 2.
    public internal(set) var introductions: [Int: Introduction] = [:]
    /// The SHA-256 of the key of the chair's pages, as hexadecimal digits.
    public internal(set) var chairKeyHash: String?
    /// What the projector shows.
    public internal(set) var screen = RoomScreen.waiting
    /// After how many days the session is to be deleted, where that was set.
    public internal(set) var keepDays: Int?
    /// Which page of a long list it shows, from 1.
    public internal(set) var screenPage = 1
    /// Choices other than votes as they were last counted.
    public internal(set) var counted = CountedChoices()
    /// Parties that the subject concerns and that are not in the room.
    public internal(set) var absent: [String] = []

    /// The seats by code.
    public internal(set) var seats: [String: Seat] = [:]
    /// The run sheet.
    public internal(set) var steps: [RunStep] = []
    /// The step that runs, with when it began and minutes added.
    public internal(set) var running: RunningStep?

    /// The statements, in order of number from 1.
    public internal(set) var statements: [Statement] = []
    /// The round in which votes are cast now.
    public internal(set) var votingRound: Int?
    /// The rounds whose outcome the group may see.
    public internal(set) var shownRounds: Set<Int> = []
    /// Votes by round, then voter, then statement.
    public internal(set) var votes: [Int: [Voter: [Int: Vote]]] = [:]

    /// The questions, in order of number.
    public internal(set) var questions: [Question] = []
    /// The entries of the other registers, in order of arrival.
    public internal(set) var notes: [Note] = []
    /// The bottlenecks, in order of number.
    public internal(set) var bottlenecks: [Bottleneck] = []
    /// By seat the bottlenecks found most pressing.
    public internal(set) var bottleneckApprovals: [String: [Int]] = [:]

    /// The ambitions, in order of number.
    public internal(set) var ambitions: [Ambition] = []
    /// The targets, in order of number.
    public internal(set) var targets: [Target] = []
    /// The levers on places.
    public internal(set) var leverChoices: [LeverChoice] = []
    /// The alternatives, in order of number; doing nothing is always there beside them.
    public internal(set) var alternatives: [Alternative] = []
    /// The budget of the exercise, in millions of euros.
    public internal(set) var budget: Double?
    /// By seat the alternatives chosen, with the reason.
    public internal(set) var portfolios: [String: Portfolio] = [:]
    /// The tasks, in order of number.
    public internal(set) var tasks: [AgreedTask] = []

    /// The norms that the chair asks for, in order.
    public internal(set) var askedNorms: [AskedNorm] = []
    /// By norm and seat the value.
    public internal(set) var norms: [String: [String: Double]] = [:]
    /// The knowledge items, in order of number.
    public internal(set) var pollItems: [PollItem] = []
    /// By item, then seat, the answers at the start and at the end.
    public internal(set) var pollAnswers: [Int: [String: PollAnswers]] = [:]

    /// Nothing has happened.
    public init() {}

    /// People in seats now.
    public var seated: Int { seats.values.count { $0.isTaken } }
}

/// Who votes: a seat, or a paper ballot that the chair enters.
public enum Voter: Sendable, Hashable, Comparable {
    /// A seat, by its code.
    case seat(String)
    /// A paper ballot, by its number.
    case paper(Int)
}

/// A seat in the room.
public struct Seat: Sendable, Hashable {
    /// What kind of participant sits there, where said.
    public var kind: ParticipantKind?
    /// Whether somebody sits there now.
    public var isTaken: Bool
    /// Whether somebody ever sat there.
    public var wasTaken: Bool
}

/// The step that runs.
public struct RunningStep: Sendable, Hashable {
    /// Its number.
    public var step: Int
    /// When it began, milliseconds since 1970.
    public var began: Int64
    /// Minutes added since.
    public var added: Int
}

/// A statement that people vote on.
public struct Statement: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// Its text.
    public var text: String
    /// Where it comes from.
    public var source: StatementSource
    /// The seat that wrote it; never shown.
    public var author: String?
    /// The claims (`C1`) and arrows (`E5`) of the policy theory that it bears on.
    public var claims: [String]
    /// What the chair decided, and why.
    public var moderation: Moderation
    /// Why.
    public var reason: String
    /// The statement that it is to be taken together with, and whether its author agreed.
    public var merge: Merge?

    /// Taking a statement together with another.
    public struct Merge: Sendable, Hashable {
        /// The other statement.
        public var into: Int
        /// Whether the author agreed.
        public var isAccepted: Bool
    }

    /// Whether people may vote on it.
    public var isVotable: Bool { moderation == .accepted && merge?.isAccepted != true }
}
