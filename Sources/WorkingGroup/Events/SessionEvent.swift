public import Perspectives

/// Something that happens in a session. A session is a list of these; everything shown follows from them.
///
/// Numbers of statements, questions and so on are given out in order of arrival, from 1. Written as JSON; a case or label
/// that has landed never changes its name.
public enum SessionEvent: Codable, Sendable, Hashable {
    // MARK: The session
    /// The session is made.
    case sessionOpened(title: String, conference: String?, groupNumber: Int?, date: String, place: String)
    /// The chair is named, with consent; affiliations and interests as the chair states them.
    case chairNamed(name: String, affiliations: [String], interests: String)
    /// One of two introductions is planned.
    case introductionPlanned(
        number: Int, speaker: String, affiliations: [String], isPractitioner: Bool, title: String)
    /// The key of the chair's own pages is set; only its SHA-256 is kept, as hexadecimal digits.
    case chairKeySet(hash: String)
    /// The projector shows something else.
    case screenShown(screen: RoomScreen)
    /// The projector shows another page of a list that does not fit at once, from 1.
    case screenPaged(page: Int)
    /// A party that is not in the room although the subject concerns it.
    case absenceNoted(party: String)
    /// The session is closed; nothing comes after it but what becomes of tasks and questions.
    case sessionClosed
    /// After how many days the session is to be deleted.
    case retentionSet(days: Int)

    // MARK: Seats
    /// A seat is given out. Its code is never a name.
    case seatOpened(seat: String)
    /// Somebody takes a seat.
    case seatTaken(kind: ParticipantKind?)
    /// A seat is given up; its votes stay.
    case seatLeft

    // MARK: The run sheet
    /// A step is put at a place, from 0.
    case stepAdded(step: RunStep, at: Int)
    /// A step is changed.
    case stepChanged(step: RunStep)
    /// A step goes to another place.
    case stepMoved(step: Int, to: Int)
    /// A step is taken out.
    case stepRemoved(step: Int)
    /// A step begins; the one before it ends.
    case stepStarted(step: Int)
    /// The step that runs gets more time.
    case timeAdded(minutes: Int)

    // MARK: Statements
    /// A statement is written.
    case statementProposed(text: String, source: StatementSource, claims: [String])
    /// The chair lets it through or takes it out, with the reason.
    case statementModerated(statement: Int, moderation: Moderation, reason: String)
    /// A statement gets another text; only before it was voted on.
    case statementEdited(statement: Int, text: String)
    /// The chair proposes to take statements together; only before they were voted on.
    case mergeProposed(statement: Int, into: Int)
    /// The author of a statement agrees with taking it together.
    case mergeAccepted(statement: Int)
    /// Voting opens for a round, 1 or 2.
    case votingOpened(round: Int)
    /// Voting closes.
    case votingClosed
    /// A vote; a later one takes its place.
    case voteCast(statement: Int, vote: Vote)
    /// A vote is taken back.
    case voteWithdrawn(statement: Int)
    /// A vote on paper, entered by the chair for a numbered ballot.
    case paperVoteEntered(ballot: Int, statement: Int, vote: Vote)
    /// The group may see the outcome of a round.
    case resultsShown(round: Int)
    /// The group may see it no longer.
    case resultsHidden(round: Int)
    /// Choices other than votes are counted: what is told of them stays so until they are counted again.
    case choicesCounted

    // MARK: Registers
    /// A question is raised.
    case questionRaised(text: String, theme: Int?)
    /// A question gets a status, an owner and an answer.
    case questionSettled(question: Int, status: QuestionStatus, owner: String, answer: String)
    /// An entry in a register.
    case noted(register: Register, text: String, claims: [String])
    /// A bottleneck: what stands in the way, who can remove it, and the lever it is about (L1 ... L22).
    case bottleneckNamed(text: String, type: BottleneckType, remover: String, lever: String?)
    /// The bottlenecks that a participant finds most pressing, at most five; a later list takes its place.
    case bottlenecksApproved(bottlenecks: [Int])

    // MARK: From ambition to task
    /// An ambition.
    case ambitionNamed(text: String)
    /// A local target under an ambition, with a year.
    case targetSet(ambition: Int, text: String, year: Int)
    /// A lever on a place, for a target.
    case leverChosen(target: Int, lever: String, place: String)
    /// What a target is measured by, and where it stood in the local data; a later measure takes its place.
    case targetMeasured(target: Int, measure: TargetMeasure)
    /// A lever on an estate, for a target, as a part of an alternative: its place as the group calls it, and the homes
    /// where they were named.
    case leverPlaced(target: Int, lever: String, place: String, estate: NamedEstate?, alternative: Int?)
    /// An alternative: a package of measures as YAML, its price in millions of euros where known.
    case alternativeSketched(name: String, package: String, price: Double?)
    /// The budget of the exercise, in millions of euros.
    case budgetSet(millions: Double)
    /// The alternatives that a participant would choose within the budget, and why.
    case portfolioChosen(alternatives: [Int], reason: String)
    /// A first task.
    case taskAgreed(text: String, actor: String, place: String, date: String, target: Int?)
    /// A task is done, or not.
    case taskReported(task: Int, isDone: Bool)
    /// A task with all that is agreed of it.
    case taskPlanned(plan: TaskPlan)
    /// A task is agreed anew.
    case taskChanged(task: Int, plan: TaskPlan)
    /// How a task stands; a task that is dropped has a reason.
    case taskStood(task: Int, status: TaskStatus, reason: String)

    // MARK: Norms and polls
    /// The chair asks where people put a norm: its name, the unit, and the lowest and highest value that can be given.
    case normAsked(norm: String, unit: String, low: Double, high: Double)
    /// Where a participant puts a norm; the group sees the middle and the spread.
    case normPlaced(norm: String, value: Double)
    /// A knowledge item: a question with a true answer from the local data.
    case pollItemAsked(text: String, unit: String, truth: Double?, source: String)
    /// An answer at the start or the end, with how sure one is, 0 ... 100.
    case pollAnswered(item: Int, atEnd: Bool, value: Double, confidence: Int)

    // MARK: Taking back
    /// An earlier entry of the chair is taken back.
    case undone(entry: Int)
}

/// A step of the run sheet.
public struct RunStep: Codable, Sendable, Hashable {
    /// What happens in it.
    public enum Kind: String, Codable, Sendable, Hashable, CaseIterable {
        /// Welcome, aim and privacy.
        case welcome
        /// One of the introductions.
        case introduction
        /// Everybody writes statements in silence.
        case writing
        /// Voting on statements.
        case voting
        /// Talking about what is most shared and most disputed.
        case discussion
        /// Bottlenecks.
        case bottlenecks
        /// Alternatives within a budget.
        case alternatives
        /// Who takes what home.
        case tasks
        /// The closing check.
        case closing
        /// Something else.
        case other
    }

    /// The number of the step, unique in the sheet.
    public var number: Int
    /// What happens.
    public var kind: Kind
    /// Its title.
    public var title: String
    /// What it is for, one sentence.
    public var purpose: String
    /// How long it takes.
    public var minutes: Int

    /// A step.
    public init(number: Int, kind: Kind, title: String, purpose: String, minutes: Int) {
        self.number = number
        self.kind = kind
        self.title = title
        self.purpose = purpose
        self.minutes = minutes
    }
}

/// What the projector shows.
public enum RoomScreen: Codable, Sendable, Hashable {
    /// The title, until it begins.
    case waiting
    /// How to join.
    case joining
    /// The step that runs, with its clock.
    case step
    /// One statement, with its outcome where that may be seen.
    case statement(number: Int)
    /// All statements with their outcome, where that may be seen.
    case results
    /// What is most shared and most disputed, and the line or groups that tests allow, where that may be seen.
    case perspectives
    /// The bottlenecks; how many find each pressing only where `counts` says so.
    case bottlenecks(counts: Bool)
    /// The alternatives with their price; how many would take each only where `counts` says so.
    case alternatives(counts: Bool)
    /// Where the group puts its norms: middle and spread.
    case norms
    /// A knowledge item; the answers and the true one only where `answers` says so.
    case pollItem(number: Int, answers: Bool)
    /// Ambitions, targets, levers and first tasks.
    case tasks
    /// Nothing.
    case black
}
