/// The running sums of one pass over the units.
struct GroupSums {
    /// What is summed over units for every group; t persons, x members, y others, P the group's share of the town.
    enum Term: Int, CaseIterable {
        /// (x - tP)^2 / t
        case squaredDeviation
        /// x |x - tP| / t
        case weightedDeviation
        /// x^2 / t
        case meetingOwn
        /// x (x - 1) / (t - 1); someone who lives alone in a unit meets nobody there.
        case meetingOwnOthers
        /// xy / t
        case meetingRest
        /// sqrt(xy)
        case root
        /// x ln x
        case ownTerms
        /// y ln y
        case restTerms
        /// x ln t
        case logPersons
    }

    static let width = Term.allCases.count

    var members: [Double]
    var total = 0.0
    /// The sum of t ln t.
    var unitTerms = 0.0
    /// The sum of x ln x over all cells.
    var cellTerms = 0.0
    /// Per group, the sum of |x - tP|.
    var deviations: [Double]
    /// Per group, the sum over pairs of units of t_i t_j |p_i - p_j|, every pair once.
    var pairDifferences: [Double]
    /// All terms of the first group, then of the second, and so on.
    var terms: [Double]
    /// Per group and shape, the sum of x^b y^(1-b).
    var atkinson: [Double]
    /// Per ordered pair of groups, only above the diagonal: x_k x_l / t.
    var meeting: [Double]
    /// The same over t - 1.
    var meetingOthers: [Double]
    /// |x_k / X_k - x_l / X_l|
    var apart: [Double]

    init(groups: Int, shapes: Int) {
        members = [Double](repeating: 0, count: groups)
        deviations = members
        pairDifferences = members
        terms = [Double](repeating: 0, count: groups * Self.width)
        atkinson = [Double](repeating: 0, count: groups * shapes)
        meeting = [Double](repeating: 0, count: groups * groups)
        meetingOthers = meeting
        apart = meeting
    }

    subscript(group: Int, term: Term) -> Double { terms[group * Self.width + term.rawValue] }

    mutating func reset() {
        total = 0
        unitTerms = 0
        cellTerms = 0
        Self.clear(&deviations)
        Self.clear(&members)
        Self.clear(&pairDifferences)
        Self.clear(&terms)
        Self.clear(&atkinson)
        Self.clear(&meeting)
        Self.clear(&meetingOthers)
        Self.clear(&apart)
    }

    /// Adds the sums of another range of units, all but ``total`` and ``pairDifferences``, which belong to the whole.
    mutating func add(_ other: GroupSums) {
        unitTerms += other.unitTerms
        cellTerms += other.cellTerms
        Self.add(other.members, to: &members)
        Self.add(other.deviations, to: &deviations)
        Self.add(other.terms, to: &terms)
        Self.add(other.atkinson, to: &atkinson)
        Self.add(other.meeting, to: &meeting)
        Self.add(other.meetingOthers, to: &meetingOthers)
        Self.add(other.apart, to: &apart)
    }

    private static func add(_ part: [Double], to sums: inout [Double]) {
        for index in sums.indices { sums[index] += part[index] }
    }

    private static func clear(_ sums: inout [Double]) {
        for index in sums.indices { sums[index] = 0 }
    }
}
