/// Score then automatic runoff: the two highest totals, then who is graded higher by more people.
///
/// Equal totals at the edge of the final are reported, and every possible pair of finalists is listed.
public struct StarVote: Sendable, Equatable {
    /// One possible final.
    public struct Final: Sendable, Equatable {
        /// The finalist with the higher total, or the lower index if the totals are equal.
        public let first: Int
        /// The other finalist.
        public let second: Int
        /// People who grade the first higher.
        public let preferFirst: Int
        /// People who grade the second higher.
        public let preferSecond: Int

        /// Who is graded higher by more people; both if equally many.
        public var tied: [Int] {
            if preferFirst == preferSecond { return [first, second].sorted() }
            return [preferFirst > preferSecond ? first : second]
        }
    }

    /// Sum of grades per option.
    public let totals: [Int]
    /// Every final that some way of breaking equal totals gives; the first one takes lower indices first.
    public let finals: [Final]

    /// The vote of a group.
    /// - Throws: ``GroupDecisionError`` if there are fewer than two options.
    public init(_ profile: GradeProfile) throws {
        guard profile.optionCount >= 2 else {
            throw GroupDecisionError.outOfRange(
                what: "the number of options", found: "\(profile.optionCount)", expected: "at least 2")
        }
        let totals = profile.totals
        let order = totals.indices.sorted { (-totals[$0], $0) < (-totals[$1], $1) }
        let edge = totals[order[1]]
        let certain = order.filter { totals[$0] > edge }
        let candidates = order.filter { totals[$0] == edge }
        var pairs: [(Int, Int)] = []
        if let leader = certain.first {
            pairs = candidates.map { (leader, $0) }
        } else {
            for (place, a) in candidates.enumerated() {
                pairs += candidates[(place + 1)...].map { (a, $0) }
            }
        }
        self.totals = totals
        finals = pairs.map { a, b in
            Final(
                first: a, second: b, preferFirst: profile.grades.filter { $0[a] > $0[b] }.count,
                preferSecond: profile.grades.filter { $0[b] > $0[a] }.count)
        }
    }

    /// Options that come out of at least one possible final, in rising order.
    public var tied: [Int] { Array(Set(finals.flatMap(\.tied))).sorted() }
}
