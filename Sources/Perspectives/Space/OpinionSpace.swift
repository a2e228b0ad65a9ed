/// The plane in which votes differ most: the first two principal axes of the votes, empty cells filled with the mean of
/// their statement.
///
/// Two axes hold a part of the differences only; ``share`` says how much. The sign of an axis has no meaning; the entry
/// that is largest in size is made positive.
public struct OpinionSpace: Sendable, Equatable {
    /// How rejected statements are dealt with.
    public enum Columns: Sendable, Hashable {
        /// Statements that do not count are left out.
        case activeOnly
        /// They stay as a column of zeros that everybody filled, as Polis has it.
        case zeroed
    }

    /// The mean vote on each statement, -1 ... 1; 0 for statements that do not count.
    public let means: [Double]
    /// The two axes, each with one loading per statement and length 1; a second axis of zeros where the votes have one
    /// dimension only.
    public let axes: [[Double]]
    /// The variance along each axis (over n - 1).
    public let variances: [Double]
    /// The variance of all votes together.
    public let totalVariance: Double
    /// Where each person stands on the first axis.
    public let x: [Double]
    /// Where each person stands on the second axis.
    public let y: [Double]
    /// Where a person would stand who agreed with this statement and voted on nothing else.
    public let statementPoints: [[Double]]

    /// The part of the variance on each axis, 0 ... 1; `nil` where votes do not differ at all.
    public var share: [Double]? {
        totalVariance > 0 ? variances.map { $0 / totalVariance } : nil
    }

    /// How far a statement by itself takes a person from the middle.
    public var extremity: [Double] {
        statementPoints.map { ($0[0] * $0[0] + $0[1] * $0[1]).squareRoot() }
    }

    /// The space of a table of votes (Pearson 1901; scaling by the number of votes: Small and others 2021).
    /// - Complexity: the sum of squares of votes per person, and the eigenvalues of the smaller side.
    public init(_ table: VoteTable, columns: Columns = .activeOnly, threads: Int = 1) {
        let active = table.isActive
        let kept = ActiveVotes(table, active)
        let centred = kept.centred(kept.votes)
        let width = columns == .zeroed ? table.statementCount : kept.width
        let extra = columns == .zeroed ? table.statementCount - kept.width : 0
        let axes = PrincipalAxes(centred, threads: threads)
        let positions = axes.positions(
            centred,
            scales: (0..<centred.height).map { person in
                let cells = centred.starts[person + 1] - centred.starts[person] + extra
                return (Double(width) / Double(max(1, cells))).squareRoot()
            })
        x = positions.x
        y = positions.y
        variances = axes.variances
        totalVariance = axes.totalVariance
        var means = Array(repeating: 0.0, count: table.statementCount)
        var loadings = [means, means]
        for (place, column) in kept.places.enumerated() {
            means[column] = centred.means[place]
            for axis in 0..<2 { loadings[axis][column] = axes.loadings[axis][place] }
        }
        self.means = means
        self.axes = loadings
        let scale = Double(width).squareRoot()
        statementPoints = means.indices.map { column in
            loadings.map { scale * (1 - means[column]) * $0[column] }
        }
    }
}

/// The votes on statements that count, in one block.
struct ActiveVotes: Sendable {
    let starts: [Int]
    let columns: [Int32]
    var votes: [Int8]
    /// The statements that count, as places in the table.
    let places: [Int]

    var width: Int { places.count }
    var height: Int { starts.count - 1 }

    init(_ table: VoteTable, _ active: [Bool]) {
        places = active.indices.filter { active[$0] }
        guard places.count < active.count else {
            (starts, columns, votes) = (table.starts, table.columns, table.votes)
            return
        }
        var rank = Array(repeating: Int32(-1), count: active.count)
        for (place, column) in places.enumerated() { rank[column] = Int32(place) }
        var starts = [0]
        var columns: [Int32] = []
        var votes: [Int8] = []
        columns.reserveCapacity(table.voteCount)
        votes.reserveCapacity(table.voteCount)
        for person in 0..<table.participantCount {
            for cell in table.starts[person]..<table.starts[person + 1]
            where rank[Int(table.columns[cell])] >= 0 {
                columns.append(rank[Int(table.columns[cell])])
                votes.append(table.votes[cell])
            }
            starts.append(votes.count)
        }
        (self.starts, self.columns, self.votes) = (starts, columns, votes)
    }

    func centred(_ votes: [Int8]) -> CentredVotes {
        CentredVotes(width: width, starts: starts, columns: columns, votes: votes)
    }

    /// The same without one person.
    func without(_ person: Int) -> ActiveVotes {
        let gone = starts[person]..<starts[person + 1]
        return ActiveVotes(
            starts: starts[...person] + starts[(person + 2)...].map { $0 - gone.count },
            columns: Array(columns[..<gone.lowerBound] + columns[gone.upperBound...]),
            votes: Array(votes[..<gone.lowerBound] + votes[gone.upperBound...]), places: places)
    }

    private init(starts: ArraySlice<Int>, columns: [Int32], votes: [Int8], places: [Int]) {
        (self.starts, self.columns, self.votes, self.places) = (Array(starts), columns, votes, places)
    }
}

/// The two axes along which centred votes differ most.
struct PrincipalAxes {
    let loadings: [[Double]]
    let variances: [Double]
    let totalVariance: Double

    init(_ votes: CentredVotes, threads: Int) {
        let degrees = Double(max(votes.height - 1, 1))
        totalVariance = votes.squares / degrees
        let cross = CrossProduct(votes, threads: threads)
        let pairs =
            totalVariance > 0
            ? SymmetricMatrix(size: cross.size, entries: cross.entries).leading(2) : []
        var loadings: [[Double]] = []
        var variances: [Double] = []
        for pair in pairs {
            // What rounding leaves of a dimension that is not there is no axis.
            let isReal = pair.value > 1e-12 * votes.squares
            var axis = cross.isByPeople ? votes.transposedProduct(pair.vector) : pair.vector
            axis.normalise()
            if !isReal { axis = Array(repeating: 0, count: votes.width) }
            loadings.append(Self.signed(axis))
            variances.append(isReal ? pair.value / degrees : 0)
        }
        while loadings.count < 2 {
            loadings.append(Array(repeating: 0, count: votes.width))
            variances.append(0)
        }
        self.loadings = loadings
        self.variances = variances
    }

    /// The sign at which the entry that is largest in size is positive.
    private static func signed(_ axis: [Double]) -> [Double] {
        var largest = 0.0
        for value in axis where abs(value) > abs(largest) { largest = value }
        return largest < 0 ? axis.map { -$0 } : axis
    }

    /// Where people stand; their distance from the middle is multiplied by their scale.
    func positions(_ votes: CentredVotes, scales: [Double]) -> (x: [Double], y: [Double]) {
        (
            zip(votes.product(loadings[0]), scales).map { $0 * $1 },
            zip(votes.product(loadings[1]), scales).map { $0 * $1 }
        )
    }
}
