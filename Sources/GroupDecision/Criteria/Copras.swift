/// How COPRAS treats costs.
public enum CoprasReading: String, Sendable, CaseIterable, Hashable {
    /// The published formula: a lower sum of costs raises the score.
    case published
    /// Sums of costs are added to the sums of benefits, as the package pymcdm 1.4.0 computes it. More cost
    /// then raises the score, which contradicts the method; offered for comparison with that package only.
    case costsAdded
}

extension CriteriaTable {
    /// COPRAS (Zavadskas, Kaklauskas & Sarka 1994): significance relative to the best alternative, 0 to 1.
    ///
    /// With S+ and S- the weighted shares in benefits and costs, Q = S+ + sum(S-) / (S- * sum(1/S-)).
    /// - Throws: ``GroupDecisionError/outOfRange(what:found:expected:)`` if a value is not above 0.
    public func copras(_ reading: CoprasReading = .published) throws -> CriteriaView {
        let shares = try directions.indices.map { try Normalisation.sum.apply(to: column($0), .benefit) }
        func sum(_ direction: CriterionDirection) -> [Double] {
            values.indices.map { row in
                directions.indices.reduce(0) {
                    directions[$1] == direction ? $0 + weights[$1] * shares[$1][row] : $0
                }
            }
        }
        let (benefits, costs) = (sum(.benefit), sum(.cost))
        let inverse = costs.reduce(0) { $0 + 1 / $1 }
        let total = costs.reduce(0, +)
        let significance = zip(benefits, costs).map { benefit, cost in
            if total == 0 { return benefit }
            return benefit + (reading == .published ? total / (cost * inverse) : cost)
        }
        let best = significance.max() ?? 1
        return CriteriaView(scores: significance.map { $0 / best }, higherIsBetter: true)
    }
}
