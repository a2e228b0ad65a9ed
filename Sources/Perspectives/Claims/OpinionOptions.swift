/// How opinions are analysed.
public struct OpinionOptions: Sendable, Hashable {
    /// Whose rules hold.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// Ours: rejected statements are left out, groups come from many starts, nothing is claimed before it is tested.
        case tested
        /// The rules of Polis' library, to the digit, for comparison with reports made elsewhere.
        case polis
    }

    /// Whose rules hold.
    public var mode: Mode
    /// The same seed gives the same outcome.
    public var seed: UInt64
    /// How often votes are shuffled to see what chance gives; 0 tests nothing, and then nothing is claimed.
    public var shuffles: Int
    /// At most so many people are left out one by one.
    public var leaveOut: Int
    /// Who voted on fewer statements is not put in a group; those on all statements are always grouped.
    public var fewestVotes: Int
    /// The numbers of groups that are tried.
    public var groupCounts: ClosedRange<Int>
    /// Above this number of people the silhouette is estimated from so many of them.
    public var silhouetteSample: Int
    /// The level of intervals.
    public var level: Double
    /// Threads to work with. The outcome does not depend on it.
    public var threads: Int

    /// With fewer people groups are not spoken of: one person more or less would make others of them.
    public static let fewestPeople = 12
    /// The smallest group that may be spoken of.
    public static let smallestGroup = 3
    /// The agreement (adjusted Rand index) without one person that groups must have.
    public static let fewestAgreement = 0.8
    /// The part of shuffles that a value must be above.
    public static let chanceLevel = 0.95

    /// Options.
    public init(
        mode: Mode = .tested, seed: UInt64 = 1, shuffles: Int = 200, leaveOut: Int = 60, fewestVotes: Int = 7,
        groupCounts: ClosedRange<Int> = 2...5, silhouetteSample: Int = 5_000, level: Double = 0.95,
        threads: Int = 1
    ) {
        self.mode = mode
        self.seed = seed
        self.shuffles = shuffles
        self.leaveOut = leaveOut
        self.fewestVotes = fewestVotes
        self.groupCounts = groupCounts
        self.silhouetteSample = silhouetteSample
        self.level = level
        self.threads = threads
    }

    func check() throws(PerspectivesError) {
        func refuse(_ name: String, _ found: String, _ expected: String) throws(PerspectivesError) {
            throw .parameter(name: name, found: found, expected: expected)
        }
        if !(0...100_000).contains(shuffles) { try refuse("shuffles", "\(shuffles)", "between 0 and 100000") }
        if leaveOut < 0 { try refuse("leaveOut", "\(leaveOut)", "0 or more") }
        if fewestVotes < 1 { try refuse("fewestVotes", "\(fewestVotes)", "1 or more") }
        if groupCounts.lowerBound < 2 || groupCounts.upperBound > 20 {
            try refuse("groupCounts", "\(groupCounts)", "within 2...20")
        }
        if silhouetteSample < 10 { try refuse("silhouetteSample", "\(silhouetteSample)", "10 or more") }
        if !(level > 0 && level < 1) { try refuse("level", "\(level)", "between 0 and 1") }
        if threads < 1 { try refuse("threads", "\(threads)", "1 or more") }
    }
}
