/// Whole-number grades a group gives to options.
public struct GradeProfile: Sendable, Equatable {
    /// One row per person, one grade per option; higher is better.
    public let grades: [[Int]]
    /// The largest grade where no range is given; totals of any group then stay exact.
    public static let largestGrade = 1_000_000_000
    /// How many options are graded.
    public let optionCount: Int

    /// Grades of a group.
    /// - Parameters:
    ///   - grades: one row per person, the same number of grades in each.
    ///   - range: the grades that may be given; ``largestGrade`` to both sides if left out.
    /// - Throws: ``GroupDecisionError`` if there is nobody, no option, rows differ in length or a grade lies
    ///   outside the range.
    public init(grades: [[Int]], range: ClosedRange<Int>? = nil) throws {
        guard let first = grades.first else { throw GroupDecisionError.empty(what: "ballots") }
        guard !first.isEmpty else { throw GroupDecisionError.empty(what: "options") }
        for (person, row) in grades.enumerated() {
            guard row.count == first.count else {
                throw GroupDecisionError.wrongLength(
                    what: "the grades of person \(person)", found: row.count, expected: first.count)
            }
            let allowed = range ?? -Self.largestGrade...Self.largestGrade
            if let stray = row.first(where: { !allowed.contains($0) }) {
                throw GroupDecisionError.outOfRange(
                    what: "a grade of person \(person)", found: "\(stray)",
                    expected: "\(allowed.lowerBound) to \(allowed.upperBound)")
            }
        }
        self.grades = grades
        optionCount = first.count
    }

    /// The grades of one option in rising order.
    public func sortedGrades(of option: Int) -> [Int] { grades.map { $0[option] }.sorted() }

    /// Sum of grades per option (score voting).
    public var totals: [Int] {
        (0..<optionCount).map { option in grades.reduce(0) { $0 + $1[option] } }
    }

    /// The options with the highest total.
    public var highestTotals: [Int] { placesOfMaximum(totals) }
}
