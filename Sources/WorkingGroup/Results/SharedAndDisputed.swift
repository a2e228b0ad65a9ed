public import Perspectives

extension SessionFindings.Round {
    /// The statements on which most people surely stand on one side: those with the highest lower end of that share
    /// first. Statements with fewer than four votes are left out, and so are those without a larger side.
    public func mostShared(_ count: Int = 3) -> [StatementSummary] {
        Array(
            tellable.filter { [.sharedAgreement, .sharedDisagreement, .leaning].contains($0.reading) }
                .sorted { (-Self.sureness($0), $0.statement) < (-Self.sureness($1), $1.statement) }
                .prefix(count))
    }

    /// The statements on which those with an opinion stand most evenly on both sides; none of the most shared ones.
    public func mostDisputed(_ count: Int = 3) -> [StatementSummary] {
        let shared = Set(mostShared(count).map(\.statement))
        return Array(
            tellable.filter { one in
                min(one.agree.count, one.disagree.count) > 0 && !shared.contains(one.statement)
                    && one.reading != .sharedAgreement && one.reading != .sharedDisagreement
            }
            .sorted { Self.rank($0) < Self.rank($1) }.prefix(count))
    }

    private var tellable: [StatementSummary] {
        opinions.statements.filter { $0.agree.of >= SmallCells.least }
    }

    private static func sureness(_ one: StatementSummary) -> Double { max(one.agree.low, one.disagree.low) }

    private static func rank(_ one: StatementSummary) -> (Double, Int, Int) {
        (-(one.division ?? 0), -(one.agree.count + one.disagree.count), one.statement)
    }
}

extension SessionFindings.Round {
    /// A group in words: how many people, and what tells it apart.
    public struct Group: Sendable {
        /// People in it.
        public let people: Int
        /// The numbers of statements that tell it apart, and whether the group agrees.
        public let statements: [(statement: Int, agrees: Bool)]
    }

    /// The groups that tests allow; `nil` where they allow none, or where a group is too small to be told.
    public var tellableGroups: [Group]? {
        guard opinions.claims?.showsGroups == true, let chosen = opinions.chosen else { return nil }
        let sizes = opinions.groupings[chosen].sizes
        guard SmallCells.shown(sizes).allSatisfy(\.self) else { return nil }
        return zip(sizes, opinions.representative).map { size, found in
            Group(
                people: size,
                statements: found.filter(Self.isTelling).map {
                    (table.statements[$0.statement], $0.isAgree)
                })
        }
    }

    /// Whether most of the group votes so, and surely more often than others (z at 90%): where few statements tell a
    /// group apart, the list is filled up with some that do not.
    private static func isTelling(_ one: RepresentativeStatement) -> Bool {
        2 * one.successes > one.trials && one.ratioTest > 1.2815515655446004
    }

    /// The statements that carry the line at its two ends, strongest first; `nil` where tests allow no line. Which end
    /// is which has no meaning.
    public var lineEnds: (one: [Int], other: [Int])? {
        guard opinions.claims?.showsLine == true, let axis = opinions.space.axes.first else { return nil }
        func strongest(_ sign: Double) -> [Int] {
            axis.indices.filter { axis[$0] * sign > 0 }
                .sorted { (-abs(axis[$0]), $0) < (-abs(axis[$1]), $1) }
                .prefix(2).map { table.statements[$0] }
        }
        return (strongest(1), strongest(-1))
    }
}
