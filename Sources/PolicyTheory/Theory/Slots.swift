public import Bilingual

/// A place on a claim or edge for something that other parts of the program bring. It is empty with a reason, never
/// just empty.
public enum Slot<Content: Sendable & Hashable>: Sendable, Hashable {
    /// Nothing is there yet, and why.
    case notYet(reason: BilingualText)
    /// What was brought.
    case filled(Content)

    /// The content, or nil.
    public var content: Content? {
        if case .filled(let content) = self { content } else { nil }
    }

    /// Why it is empty, or nil.
    public var reason: BilingualText? {
        if case .notYet(let reason) = self { reason } else { nil }
    }
}

/// What a simulated package did to the end of an edge, as a band over runs.
public struct SimulationOutcome: Sendable, Hashable, Codable {
    /// The name of the run: the hash of program version, data, package, assumptions and seed.
    public let run: String
    /// What was measured.
    public let measure: BilingualText
    /// The middle of the runs, as the difference with doing nothing.
    public let median: Double
    /// The lower end of the band.
    public let lower: Double
    /// The upper end of the band.
    public let upper: Double
    /// How many runs.
    public let runs: Int
    /// How many years were simulated.
    public let years: Int

    /// Makes an outcome; nil when the band does not hold the median, or there are no runs.
    public init?(
        run: String, measure: BilingualText, median: Double, lower: Double, upper: Double, runs: Int,
        years: Int
    ) {
        guard lower <= median, median <= upper, runs > 0, years > 0 else { return nil }
        self.run = run
        self.measure = measure
        self.median = median
        self.lower = lower
        self.upper = upper
        self.runs = runs
        self.years = years
    }
}

/// What the studies say of an edge: the pooled effect and how many studies point which way.
public struct StudyOutcome: Sendable, Hashable, Codable {
    /// The identifiers of the studies in the register.
    public let studies: [String]
    /// The effect measure.
    public let measure: BilingualText
    /// The pooled effect; positive is what the edge states.
    public let effect: Double
    /// The lower end of its 95% interval.
    public let lower: Double
    /// The upper end of its 95% interval.
    public let upper: Double

    /// Makes an outcome; nil without studies or when the interval does not hold the effect.
    public init?(studies: [String], measure: BilingualText, effect: Double, lower: Double, upper: Double) {
        guard !studies.isEmpty, lower <= effect, effect <= upper else { return nil }
        self.studies = studies
        self.measure = measure
        self.effect = effect
        self.lower = lower
        self.upper = upper
    }
}

/// How a group voted on an edge. A pass is no disagreement.
public struct VoteTally: Sendable, Hashable, Codable {
    /// How many agreed.
    public let agree: Int
    /// How many disagreed.
    public let disagree: Int
    /// How many passed.
    public let pass: Int

    /// Makes a tally; nil for negative numbers.
    public init?(agree: Int, disagree: Int, pass: Int) {
        guard agree >= 0, disagree >= 0, pass >= 0 else { return nil }
        self.agree = agree
        self.disagree = disagree
        self.pass = pass
    }
}

/// A place for what the simulation shows.
public typealias SimulationSlot = Slot<SimulationOutcome>
/// A place for what studies show.
public typealias StudySlot = Slot<StudyOutcome>
/// A place for the group's votes.
public typealias VoteSlot = Slot<VoteTally>

/// The three places that every claim and edge has beside its local measurement.
public struct EvidenceSlots: Sendable, Hashable {
    /// What the simulation shows.
    public var simulation: SimulationSlot
    /// What studies show.
    public var studies: StudySlot
    /// What the group voted.
    public var votes: VoteSlot

    /// Makes slots; by default each says why it is empty.
    public init(
        simulation: SimulationSlot = .notYet(
            reason: BilingualText(
                nl: "Er is nog geen pakket doorgerekend.", en: "No package has been simulated yet.")),
        studies: StudySlot = .notYet(
            reason: BilingualText(
                nl: "Er zijn nog geen onderzoeken gekoppeld.", en: "No studies have been linked yet.")),
        votes: VoteSlot = .notYet(
            reason: BilingualText(nl: "De groep heeft nog niet gestemd.", en: "The group has not voted yet."))
    ) {
        self.simulation = simulation
        self.studies = studies
        self.votes = votes
    }
}
