/// The running sums of one pass over the units.
struct GroupSums {
    /// What is summed over units for every group; t persons, x members, y others, P the group's share of the town.
    enum Term: Int, CaseIterable {
        /// |x - tP|
        case absoluteDeviation
        /// (x - tP)^2 / t
        case squaredDeviation
        /// x |x - tP| / t
        case weightedDeviation
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

    private static let width = Term.allCases.count

    var members: [Double]
    var total = 0.0
    /// The sum of t ln t.
    var unitTerms = 0.0
    /// Per group, the sum over pairs of units of t_i t_j |p_i - p_j|, every pair once.
    var pairDifferences: [Double]
    private var terms: [Double]
    private var atkinson: [Double]
    private let shapes: Int

    init(groups: Int, shapes: Int) {
        members = [Double](repeating: 0, count: groups)
        pairDifferences = members
        terms = [Double](repeating: 0, count: groups * Self.width)
        atkinson = [Double](repeating: 0, count: groups * shapes)
        self.shapes = shapes
    }

    subscript(group: Int, term: Term) -> Double {
        @inline(__always) get { terms[group * Self.width + term.rawValue] }
        @inline(__always) _modify { yield &terms[group * Self.width + term.rawValue] }
    }

    @inline(__always)
    mutating func addAtkinson(_ term: Double, group: Int, shape: Int) {
        atkinson[group * shapes + shape] += term
    }

    func atkinson(group: Int, shape: Int) -> Double { atkinson[group * shapes + shape] }

    mutating func reset() {
        total = 0
        unitTerms = 0
        for index in members.indices { members[index] = 0 }
        for index in pairDifferences.indices { pairDifferences[index] = 0 }
        for index in terms.indices { terms[index] = 0 }
        for index in atkinson.indices { atkinson[index] = 0 }
    }
}

/// The running sums for pairs of groups; only the half on and above the diagonal is filled.
struct PairSums {
    private let groups: Int
    /// x_k x_l / t
    private(set) var meeting: [Double]
    /// x_k x_l / (t - 1), on the diagonal x (x - 1) / (t - 1); someone who lives alone in a unit meets nobody there.
    private(set) var meetingOthers: [Double]
    /// |x_k / X_k - x_l / X_l|
    private(set) var apart: [Double]

    init(groups: Int) {
        self.groups = groups
        meeting = [Double](repeating: 0, count: groups * groups)
        meetingOthers = meeting
        apart = meeting
    }

    mutating func reset() {
        for index in meeting.indices {
            meeting[index] = 0
            meetingOthers[index] = 0
            apart[index] = 0
        }
    }

    @inline(__always)
    mutating func add(
        _ row: UnsafeBufferPointer<Double>, scales: [Double], inverse: Double, inverseOthers: Double
    ) {
        for of in 0..<groups {
            let own = row[of]
            let share = own * scales[of]
            let diagonal = of * groups + of
            meeting[diagonal] += own * own * inverse
            meetingOthers[diagonal] += own * max(0, own - 1) * inverseOthers
            for to in of + 1..<max(groups, of + 1) {
                let product = own * row[to]
                meeting[of * groups + to] += product * inverse
                meetingOthers[of * groups + to] += product * inverseOthers
                apart[of * groups + to] += abs(share - row[to] * scales[to])
            }
        }
    }
}
