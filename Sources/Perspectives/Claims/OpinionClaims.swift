internal import Dispatch
internal import Stochastics

/// What may be claimed of a line and of groups, each with the values that decide.
public struct OpinionClaims: Sendable, Equatable {
    /// A value beside what chance gives.
    public struct ChanceTest: Sendable, Hashable {
        /// The value of the votes.
        public let value: Double
        /// The value that 95% of shuffled votes stay below.
        public let chance: Double
        /// The part of shuffles with at least this value, with the votes themselves counted among them.
        public let pValue: Double
        /// Whether the value is above that of chance.
        public var passes: Bool { value > chance }
    }

    /// Why something is not claimed.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// No shuffles were asked for.
        case notTested
        /// There are too few people or too little difference to test.
        case tooFew
        /// Shuffled votes give as much.
        case noMoreThanChance
        /// Groups change when one person is left out.
        case hangsOnOnePerson
        /// A group would have fewer than three people.
        case groupTooSmall
    }

    /// The part of the variance on the first axis, against votes shuffled within each statement (parallel analysis; Horn
    /// 1965); `nil` where it cannot be tested.
    public let axis: ChanceTest?
    /// The highest silhouette, against the same.
    public let silhouette: ChanceTest?
    /// The mean agreement (adjusted Rand index) of the groups with those found without one person.
    public let agreementWithoutOne: Double?
    /// The part of people without whom the number of groups stays the same.
    public let sameCountWithoutOne: Double?
    /// The people that were left out one by one.
    public let leftOut: Int
    /// How often votes were shuffled.
    public let shuffles: Int
    /// The people of the smallest group.
    public let smallestGroup: Int?
    /// Whether people may be shown on a line.
    public let showsLine: Bool
    /// Whether people may be spoken of as groups.
    public let showsGroups: Bool
    /// Why not on a line; empty where they may.
    public let lineReasons: [Reason]
    /// Why not in groups; empty where they may.
    public let groupReasons: [Reason]

    init(
        _ table: VoteTable, options: OpinionOptions, space: OpinionSpace, people: [Int], best: Grouping?
    ) {
        shuffles = options.shuffles
        smallestGroup = best?.sizes.min()
        let test = ClaimTest(table, options: options, people: people)
        let drawn = options.shuffles > 0 && best != nil ? test.shuffled() : []
        axis = space.share.flatMap { Self.test($0[0], drawn.map(\.axis)) }
        silhouette = best.flatMap { Self.test($0.silhouette, drawn.map(\.silhouette)) }
        let left = drawn.isEmpty ? [] : test.withoutOne(best)
        leftOut = left.count
        agreementWithoutOne = left.isEmpty ? nil : left.reduce(0) { $0 + $1.agreement } / Double(left.count)
        sameCountWithoutOne =
            left.isEmpty ? nil : Double(left.count { $0.hasSameCount }) / Double(left.count)
        let untested: Reason? = options.shuffles == 0 ? .notTested : drawn.isEmpty ? .tooFew : nil
        lineReasons =
            untested.map { [$0] } ?? (axis?.passes ?? false ? [] : [.noMoreThanChance])
        var reasons: [Reason] = untested.map { [$0] } ?? []
        if untested == nil {
            if people.count < OpinionOptions.fewestPeople { reasons.append(.tooFew) }
            if !(silhouette?.passes ?? false) { reasons.append(.noMoreThanChance) }
            if (agreementWithoutOne ?? 0) < OpinionOptions.fewestAgreement {
                reasons.append(.hangsOnOnePerson)
            }
            if (smallestGroup ?? 0) < OpinionOptions.smallestGroup { reasons.append(.groupTooSmall) }
        }
        groupReasons = reasons
        showsLine = lineReasons.isEmpty
        showsGroups = groupReasons.isEmpty
    }

    private static func test(_ value: Double, _ draws: [Double]) -> ChanceTest? {
        guard let chance = draws.sorted().quantileOfSorted(OpinionOptions.chanceLevel) else { return nil }
        let asLarge = draws.count { $0 >= value }
        return ChanceTest(
            value: value, chance: chance, pValue: Double(asLarge + 1) / Double(draws.count + 1))
    }
}

/// The same analysis on votes shuffled, and on votes without one person.
private struct ClaimTest: Sendable {
    struct Shuffle: Sendable {
        var axis = 0.0
        var silhouette = 0.0
    }

    struct WithoutOne: Sendable {
        var agreement = 0.0
        var hasSameCount = false
    }

    private let active: ActiveVotes
    private let people: [Int]
    private let options: OpinionOptions
    /// The cells of every statement.
    private let cellsByColumn: [[Int32]]

    init(_ table: VoteTable, options: OpinionOptions, people: [Int]) {
        let active = ActiveVotes(table, table.isActive)
        self.active = active
        self.people = people
        self.options = options
        var cells = Array(repeating: [Int32](), count: active.width)
        for cell in active.columns.indices { cells[Int(active.columns[cell])].append(Int32(cell)) }
        cellsByColumn = cells
    }

    func shuffled() -> [Shuffle] {
        many(options.shuffles) { draw in
            var votes = active.votes
            for (column, cells) in cellsByColumn.enumerated() {
                var stream = RandomStream(
                    seed: options.seed, run: UInt32(draw), entity: UInt32(column), purpose: .voteShuffle)
                for last in stride(from: cells.count - 1, to: 0, by: -1) {
                    let other = Int(stream.integer(below: UInt32(last + 1)))
                    votes.swapAt(Int(cells[last]), Int(cells[other]))
                }
            }
            let found = analysed(active.centred(votes), of: people)
            return Shuffle(axis: found.share, silhouette: found.best?.silhouette ?? 0)
        }
    }

    func withoutOne(_ best: Grouping?) -> [WithoutOne] {
        guard let best else { return [] }
        let left = GroupSearch.sample(options.leaveOut, of: people.count, seed: options.seed)
        return many(left.count) { draw in
            let gone = left[draw]
            let person = people[gone]
            let rest = active.without(person)
            var others = people
            others.remove(at: gone)
            let found = analysed(rest.centred(rest.votes), of: others.map { $0 > person ? $0 - 1 : $0 })
            var before = best.labels
            before.remove(at: gone)
            guard let after = found.best else { return WithoutOne() }
            return WithoutOne(
                agreement: adjustedRandIndex(before, after.labels), hasSameCount: after.k == best.k)
        }
    }

    private func analysed(_ votes: CentredVotes, of people: [Int]) -> (share: Double, best: Grouping?) {
        let axes = PrincipalAxes(votes, threads: 1)
        let positions = axes.positions(
            votes,
            scales: (0..<votes.height).map { person in
                let cells = votes.starts[person + 1] - votes.starts[person]
                return (Double(votes.width) / Double(max(1, cells))).squareRoot()
            })
        let points = people.map { SIMD2(positions.x[$0], positions.y[$0]) }
        let best = GroupSearch.best(GroupSearch(options: options).groupings(points))
        return (axes.totalVariance > 0 ? axes.variances[0] / axes.totalVariance : 0, best)
    }

    /// Does independent pieces of work on all threads; the result is in their order.
    private func many<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
        let lanes = min(options.threads, count)
        guard lanes > 1 else { return (0..<count).map(work) }
        var found = [Value?](repeating: nil, count: count)
        found.withUnsafeMutableBufferPointer { found in
            // Every lane writes its own places only.
            nonisolated(unsafe) let found = found
            DispatchQueue.concurrentPerform(iterations: lanes) { lane in
                for place in stride(from: lane, to: count, by: lanes) { found[place] = work(place) }
            }
        }
        return found.compactMap(\.self)
    }
}
