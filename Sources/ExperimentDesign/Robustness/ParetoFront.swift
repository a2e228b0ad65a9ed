/// Which alternatives are worse than another on everything that counts, and which are a matter of choice.
///
/// An alternative is dominated when another is at least as good on every objective and better by more than ε on at least
/// one (Pareto 1906). With ε above 0 an alternative stays in the set when nothing beats it by more than ε, so differences
/// that are within noise drop nobody. The relation is transitive, so someone always remains. Nothing is ranked.
public struct ParetoFront: Sendable, Equatable {
    /// The objectives.
    public let objectives: [Objective]
    /// Per objective the difference that does not count, in its unit.
    public let epsilon: [Double]
    /// Per alternative, in the caller's order, whether no other dominates it.
    public let isNonDominated: [Bool]
    /// The outcomes row by row: alternative 1 on all objectives, then alternative 2, and so on.
    public let values: [Double]

    /// Compares alternatives.
    /// - Parameters:
    ///   - objectives: what counts, at least one.
    ///   - values: alternatives × objectives, row by row, finite.
    ///   - epsilon: per objective a number of at least 0, or `nil` for 0.
    /// - Throws: ``ExperimentError`` for another number of values, or numbers out of range.
    /// - Complexity: n² m at worst for n alternatives on m objectives.
    public init(_ objectives: [Objective], values: [Double], epsilon: [Double]? = nil) throws {
        let width = objectives.count
        guard width > 0 else {
            throw ExperimentError.count(what: "objectives", found: 0, expected: "at least 1")
        }
        guard !values.isEmpty, values.count.isMultiple(of: width) else {
            throw ExperimentError.count(
                what: "outcomes", found: values.count,
                expected: "\(width) per alternative, of at least 1 alternative")
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            throw ExperimentError.notFinite(what: "outcome", place: place + 1, found: values[place])
        }
        let slack = epsilon ?? [Double](repeating: 0, count: width)
        guard slack.count == width else {
            throw ExperimentError.count(
                what: "values of epsilon", found: slack.count, expected: "one per objective, \(width)")
        }
        if let wrong = slack.first(where: { !($0 >= 0 && $0.isFinite) }) {
            throw ExperimentError.parameter(name: "epsilon", found: "\(wrong)", expected: "at least 0")
        }
        self.objectives = objectives
        self.values = values
        self.epsilon = slack
        isNonDominated = Self.nonDominated(objectives, values, slack)
    }

    /// The alternatives that dominate one, counted from 0, in the caller's order; empty for one in the set.
    public func dominators(of alternative: Int) -> [Int] {
        let width = objectives.count
        return isNonDominated.indices.filter { other in
            var better = false
            for place in 0..<width {
                let gain =
                    objectives[place].direction.oriented(values[other * width + place])
                    - objectives[place].direction.oriented(values[alternative * width + place])
                if gain < 0 { return false }
                if gain > epsilon[place] { better = true }
            }
            return better
        }
    }

    /// Goes through the alternatives from the best on the first objective down (ties by the next), so that only earlier
    /// ones, of those that are themselves not dominated, can dominate: domination is transitive.
    private static func nonDominated(
        _ objectives: [Objective], _ values: [Double], _ epsilon: [Double]
    ) -> [Bool] {
        let width = objectives.count
        let count = values.count / width
        let oriented = values.indices.map { objectives[$0 % width].direction.oriented(values[$0]) }
        let order = (0..<count).sorted { one, other in
            for place in 0..<width {
                let a = oriented[one * width + place]
                let b = oriented[other * width + place]
                if a != b { return a > b }
            }
            return one < other
        }
        var flags = [Bool](repeating: true, count: count)
        var front: [Int] = []
        for candidate in order {
            let dominated = front.contains { other in
                var better = false
                for place in 0..<width {
                    let gain = oriented[other * width + place] - oriented[candidate * width + place]
                    if gain < 0 { return false }
                    if gain > epsilon[place] { better = true }
                }
                return better
            }
            if dominated { flags[candidate] = false } else { front.append(candidate) }
        }
        return flags
    }
}
