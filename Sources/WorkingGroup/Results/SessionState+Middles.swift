internal import Stochastics

/// The middle of what people gave, with its spread.
public struct Spread: Sendable, Hashable {
    /// How many people.
    public let people: Int
    /// The middle value; with the quartiles `nil` below four people.
    public let median: Double?
    /// A quarter lies below.
    public let lowerQuartile: Double?
    /// A quarter lies above.
    public let upperQuartile: Double?

    init(_ values: [Double]) {
        people = values.count
        let sorted = values.sorted()
        let isTold = sorted.count >= SmallCells.least
        median = isTold ? sorted.quantileOfSorted(0.5) : nil
        lowerQuartile = isTold ? sorted.quantileOfSorted(0.25) : nil
        upperQuartile = isTold ? sorted.quantileOfSorted(0.75) : nil
    }
}

/// What the group learned on one knowledge item.
public struct KnowledgeGain: Sendable, Hashable {
    /// The item.
    public let item: Int
    /// Answers at the start.
    public let before: Spread
    /// Answers at the end.
    public let after: Spread
    /// People who answered twice and came nearer to the true answer, and those who went away from it; `nil` below four
    /// people or without a true answer.
    public let nearer: Int?
    /// See ``nearer``.
    public let farther: Int?
}

extension SessionState {
    /// Where the group puts a norm.
    public func normSpread(_ norm: String) -> Spread {
        Spread((norms[norm] ?? [:]).sorted { $0.key < $1.key }.map(\.value))
    }

    /// What the group learned, by item.
    public var knowledgeGains: [KnowledgeGain] {
        pollItems.map { item in
            let answers = (pollAnswers[item.number] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
            let twice = answers.compactMap { one in
                one.before.flatMap { before in one.after.map { (before.value, $0.value) } }
            }
            let isTold = twice.count >= SmallCells.least
            func count(_ test: (Double, Double) -> Bool) -> Int? {
                guard isTold, let truth = item.truth else { return nil }
                return twice.count { test(abs($0.0 - truth), abs($0.1 - truth)) }
            }
            return KnowledgeGain(
                item: item.number, before: Spread(answers.compactMap { $0.before?.value }),
                after: Spread(answers.compactMap { $0.after?.value }), nearer: count { $1 < $0 },
                farther: count { $1 > $0 })
        }
    }

    /// How often each alternative was chosen within the budget, in the order of the alternatives; and by how many people.
    public var alternativeChoices: (counts: [Int], people: Int) {
        let counts = alternatives.map { one in
            portfolios.values.count { $0.alternatives.contains(one.number) }
        }
        return (counts, portfolios.count)
    }

    /// Who approved which bottlenecks: one list for each person, numbers ascending, in an order that says nothing.
    public var approvalBallots: [[Int]] {
        bottleneckApprovals.values.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
