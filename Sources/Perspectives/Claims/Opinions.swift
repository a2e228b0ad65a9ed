/// What votes say: statement by statement, and as far as tests allow on a line or in groups.
///
/// Everything follows from the votes, the options and nothing else: the same table gives the same bytes, on any number of
/// threads, and a report can be recomputed from its own vote file.
public struct Opinions: Sendable, Equatable {
    /// The options.
    public let options: OpinionOptions
    /// Every statement, in the order of the table.
    public let statements: [StatementSummary]
    /// The plane in which votes differ most.
    public let space: OpinionSpace
    /// The people that are put in groups, as places in the table: those with enough votes.
    public let grouped: [Int]
    /// Every number of groups that was tried.
    public let groupings: [Grouping]
    /// The place of the grouping with the highest silhouette in ``groupings``; `nil` where no groups can be made.
    public let chosen: Int?
    /// Per group of the chosen grouping how it voted.
    public let groupStatistics: [GroupStatistics]
    /// Per group at most five statements that tell it apart.
    public let representative: [[RepresentativeStatement]]
    /// What everybody shares.
    public let consensus: Consensus
    /// Per statement the product over groups of the chance of agreeing.
    public let agreementAcrossGroups: [Double]
    /// The same for disagreeing.
    public let disagreementAcrossGroups: [Double]
    /// Per statement how much it is worth to show it to the next person.
    public let priority: [Double]
    /// What may be claimed of a line and of groups, with the values of the tests; `nil` in the mode of Polis.
    public let claims: OpinionClaims?

    /// The 90% one-sided critical value of the standard normal law.
    static let critical = 1.2815515655446004

    /// Analyses a table of votes.
    /// - Throws: ``PerspectivesError/parameter(name:found:expected:)``.
    public init(_ table: VoteTable, options: OpinionOptions = OpinionOptions()) throws(PerspectivesError) {
        try options.check()
        self.options = options
        statements = table.summaries(level: options.level)
        let columns: OpinionSpace.Columns = options.mode == .polis ? .zeroed : .activeOnly
        let space = OpinionSpace(table, columns: columns, threads: options.threads)
        let fewest =
            options.mode == .polis
            ? options.fewestVotes : min(options.fewestVotes, table.isActive.count(where: \.self))
        let people = table.participants.indices.filter { table.voteCount(of: $0) >= fewest }
        let points = people.map { SIMD2(space.x[$0], space.y[$0]) }
        let groupings = GroupSearch(options: options).groupings(points)
        let best = GroupSearch.best(groupings)
        self.space = space
        grouped = people
        self.groupings = groupings
        chosen = groupings.firstIndex { $0.k == best?.k }
        let members =
            (best?.sizes.indices).map { groups in
                groups.map { group in people.indices.filter { best?.labels[$0] == group }.map { people[$0] } }
            } ?? []
        let everybody = table.counts(of: people)
        let counts = members.map { table.counts(of: $0) }
        groupStatistics = counts.map { GroupStatistics($0, others: everybody.without($0)) }
        let active = table.isActive
        representative = groupStatistics.map {
            RepresentativeStatement.choose($0, counts: active, critical: Self.critical)
        }
        consensus = Consensus(table.counts(), counts: active, critical: Self.critical)
        agreementAcrossGroups = Consensus.acrossGroups(groupStatistics.map(\.agreeProbability))
        disagreementAcrossGroups = Consensus.acrossGroups(groupStatistics.map(\.disagreeProbability))
        priority = RoutingPriority.values(everybody, extremity: space.extremity, isMeta: table.isMeta)
        claims =
            options.mode == .tested
            ? OpinionClaims(table, options: options, space: space, people: people, best: best) : nil
    }

    /// The group of every person in the table, 0 ..< k; `nil` for those who voted too little.
    public var groupOfParticipant: [Int?] {
        var groups = Array(repeating: Int?.none, count: space.x.count)
        guard let chosen else { return groups }
        for (place, person) in grouped.enumerated() { groups[person] = groupings[chosen].labels[place] }
        return groups
    }
}
