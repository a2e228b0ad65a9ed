/// Which statements tell factors apart, and which do not.
public struct DistinguishingStatement: Sendable, Hashable {
    /// The difference of z-scores between two factors, with how sure it is.
    public struct Difference: Sendable, Hashable {
        /// The first factor, from 0.
        public let first: Int
        /// The second factor.
        public let second: Int
        /// The z-score of the first less that of the second.
        public let value: Double
        /// Above which of 1.960, 2.576, 3.291 and 4.8916 standard errors it lies: "", "*", "**", "***" or "6*".
        public let stars: String
    }

    /// What a statement does.
    public enum Kind: Sendable, Hashable {
        /// No two factors differ.
        case consensus
        /// Two factors differ and there are only two.
        case distinguishing
        /// One factor differs from all others, which do not differ.
        case only(factor: Int)
        /// All factors differ.
        case all
        /// Each of these factors differs from all others, of which some differ too.
        case some(factors: [Int])
        /// Some factors differ and none from all others.
        case unclear
    }

    /// The place of the statement.
    public let statement: Int
    /// What it does.
    public let kind: Kind
    /// Every pair of factors.
    public let differences: [Difference]

    /// The kind as the R package qmethod writes it.
    public var label: String {
        switch kind {
        case .consensus: "Consensus"
        case .distinguishing: "Distinguishing"
        case .only(let factor): "Distinguishes f\(factor + 1) only"
        case .all: "Distinguishes all"
        case .some(let factors): factors.map { "Distinguishes f\($0 + 1) " }.joined()
        case .unclear: ""
        }
    }
}

extension QAnalysis {
    /// Every statement with the differences between factors; empty with one factor, or where a factor has no sorts.
    public var distinguishingStatements: [DistinguishingStatement] {
        let factors = options.factors
        guard factors > 1, characteristics.allSatisfy({ $0.flagged > 0 }) else { return [] }
        return zScores.enumerated().map { place, scores in
            var differences: [DistinguishingStatement.Difference] = []
            for first in 0..<factors {
                for second in (first + 1)..<max(factors, first + 1) {
                    let value = (scores[first] ?? 0) - (scores[second] ?? 0)
                    let error = standardErrorOfDifference(first, second) ?? .infinity
                    differences.append(
                        .init(
                            first: first, second: second, value: value, stars: Self.stars(abs(value) / error))
                    )
                }
            }
            return DistinguishingStatement(
                statement: place, kind: Self.kind(differences, factors), differences: differences)
        }
    }

    private static func stars(_ errors: Double) -> String {
        switch errors {
        case ...1.960: ""
        case ...2.576: "*"
        case ...3.291: "**"
        case ...4.8916: "***"
        default: "6*"
        }
    }

    private static func kind(
        _ differences: [DistinguishingStatement.Difference], _ factors: Int
    ) -> DistinguishingStatement.Kind {
        let sure = differences.filter { !$0.stars.isEmpty }
        if sure.isEmpty { return .consensus }
        if factors == 2 { return .distinguishing }
        if sure.count == differences.count { return .all }
        let apart = (0..<factors).filter { factor in
            differences.allSatisfy { $0.first != factor && $0.second != factor || !$0.stars.isEmpty }
        }
        if apart.isEmpty { return .unclear }
        if apart.count == 1, sure.count == factors - 1 { return .only(factor: apart[0]) }
        return .some(factors: apart)
    }
}
