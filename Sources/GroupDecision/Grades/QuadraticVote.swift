/// Quadratic voting: the number of votes is the square root of the credits spent (Lalley & Weyl 2018, AEA P&P
/// 108:33).
public struct QuadraticVote: Sendable, Equatable {
    /// Signed votes, one row per person: sign(c) times the square root of |c| for c credits.
    public let votes: [[Double]]
    /// Sum of votes per option.
    public let totals: [Double]
    /// Credits each person spent.
    public let creditsSpent: [Int]

    /// The vote of a group.
    /// - Parameters:
    ///   - credits: signed credits per person and option; negative ones are spent against an option.
    ///   - budget: the most credits a person may spend; no limit if left out.
    /// - Throws: ``GroupDecisionError`` for an empty or ragged table or an overspent budget.
    public init(credits: [[Int]], budget: Int? = nil) throws {
        let profile = try GradeProfile(grades: credits)
        let spent = credits.map { $0.reduce(0) { $0 + abs($1) } }
        if let budget, let person = spent.firstIndex(where: { $0 > budget }) {
            throw GroupDecisionError.outOfRange(
                what: "the credits of person \(person)", found: "\(spent[person])",
                expected: "at most \(budget)")
        }
        let votes = credits.map { row in
            row.map { Double($0.signum()) * Double($0.magnitude).squareRoot() }
        }
        self.votes = votes
        creditsSpent = spent
        totals = (0..<profile.optionCount).map { option in votes.reduce(0) { $0 + $1[option] } }
    }

    /// The options with the highest total.
    public var highestTotals: [Int] { placesOfMaximum(totals) }
}
