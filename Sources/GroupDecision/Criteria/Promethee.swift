/// How far a difference on one criterion counts as a preference.
public enum PreferenceFunction: Sendable, Equatable {
    /// 1 as soon as one alternative is better.
    case usual
    /// 0 up to `indifference`, linear to 1 at `preference`; both in the criterion's unit.
    case linear(indifference: Double, preference: Double)

    /// Preference for an advantage, 0 to 1.
    func preference(for advantage: Double) -> Double {
        switch self {
        case .usual: return advantage > 0 ? 1 : 0
        case .linear(let low, let high):
            if advantage > high { return 1 }
            return advantage > low ? (advantage - low) / (high - low) : 0
        }
    }
}

extension CriteriaTable {
    /// PROMETHEE II (Brans & Vincke 1985, Management Science 31:647): net flow, the mean preference over the
    /// other alternatives minus theirs; -1 to 1, the flows sum to 0.
    /// - Parameter functions: one per criterion.
    /// - Throws: ``GroupDecisionError`` if functions are missing or an indifference is not below its
    ///   preference.
    public func promethee(_ functions: [PreferenceFunction]) throws -> CriteriaView {
        guard functions.count == directions.count else {
            throw GroupDecisionError.wrongLength(
                what: "the list of preference functions", found: functions.count, expected: directions.count)
        }
        for case .linear(let low, let high) in functions where !(0 <= low && low < high) {
            throw GroupDecisionError.outOfRange(
                what: "a preference threshold", found: "\(high)",
                expected: "above the indifference \(low), from 0")
        }
        func preference(_ a: Int, _ b: Int) -> Double {
            directions.indices.reduce(0) { sum, criterion in
                let sign = Double(directions[criterion].rawValue)
                let advantage = sign * (values[a][criterion] - values[b][criterion])
                return sum + weights[criterion] * functions[criterion].preference(for: advantage)
            }
        }
        let all = values.indices
        let others = Double(alternativeCount - 1)
        let flows = all.map { a in
            all.reduce(0.0) { $1 == a ? $0 : $0 + preference(a, $1) - preference($1, a) } / others
        }
        return CriteriaView(scores: flows, higherIsBetter: true)
    }
}
