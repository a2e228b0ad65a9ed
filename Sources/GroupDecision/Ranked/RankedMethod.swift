/// A way to look at ranked ballots. Raw values are the names used in the reference files.
public enum RankedMethod: String, Sendable, CaseIterable, Hashable {
    /// Most first places.
    case plurality
    /// Highest Borda score (Borda 1784).
    case borda
    /// Most wins minus losses (Copeland 1951).
    case copeland
    /// Most wins plus ties (Llull 1299).
    case llull
    /// Smallest largest defeat (Simpson 1969; Kramer 1977).
    case minimax
    /// Strongest paths (Schulze 2011, Social Choice and Welfare 36:267).
    case beatPath = "beat_path"
    /// Ranked pairs over all tie-breaks (Tideman 1987, Social Choice and Welfare 4:185).
    case rankedPairs = "ranked_pairs"
    /// Split cycle (Holliday & Pacuit 2023, Public Choice 197:1).
    case splitCycle = "split_cycle"
    /// Fewest first places leave, all at once when equal.
    case instantRunoff = "instant_runoff"
    /// Fewest first places leave, every tie-break tried.
    case instantRunoffAllTies = "instant_runoff_put"
    /// Most last places leave, all at once when equal (Coombs 1964).
    case coombs
    /// Most last places leave, every tie-break tried.
    case coombsAllTies = "coombs_put"
    /// Lowest Borda score leaves (Baldwin 1926).
    case baldwin
    /// Those at or below the average Borda score leave (Nanson 1882).
    case weakNanson = "weak_nanson"
    /// First rank at which somebody has a majority, then most votes (Bucklin).
    case bucklin
    /// Top of an order with fewest disagreements (Kemeny 1959).
    case kemenyYoung = "kemeny_young"
    /// The candidate that beats all others, else Borda (Black 1958).
    case black = "blacks"
    /// Instant runoff within the Smith set.
    case smithInstantRunoff = "smith_irv"
    /// Not covered by anyone (Gillies 1959).
    case uncoveredSet = "uc_gill"
    /// Smallest set that beats everybody outside (Smith 1973), also called the top cycle.
    case topCycle = "top_cycle"
    /// Stable voting (Holliday & Pacuit 2023, Constitutional Political Economy).
    case stableVoting = "stable_voting"
    /// The same set as ``topCycle`` under its other name.
    case smithSet = "smith_set"
}

/// What one method shows: candidates it cannot tell apart at the top, and how close that was.
///
/// A view is a statement about the ballots under one way of counting, not a decision.
public struct RankedView: Sendable, Equatable {
    /// The way of counting.
    public let method: RankedMethod
    /// The candidates tied at the top, in rising order; never empty.
    public let tied: [Int]
    /// The number each candidate is judged by, higher better; nil if the method has no such number.
    public let scores: [Double]?
    /// How close it was: the distance, in the method's own unit (voters or points), to the nearest change at
    /// the top or in an elimination. Nil if the method has no such distance or nobody is outside the tie.
    public let gap: Double?
    /// The rounds of an elimination; empty otherwise.
    public let rounds: [EliminationRound]

    init(
        method: RankedMethod, tied: [Int], scores: [Double]? = nil, gap: Double? = nil,
        rounds: [EliminationRound] = []
    ) {
        self.method = method
        self.tied = tied
        self.scores = scores
        self.gap = gap
        self.rounds = rounds
    }
}
