internal import Foundation

/// How much each unit counts in a partition of diversity.
public enum UnitWeighting: String, Sendable, CaseIterable {
    /// By its persons.
    case persons
    /// All units alike.
    case equal
}

/// The diversity of the town as that within units times that between them (Jost 2007), all in numbers of groups or units.
public struct DiversityPartition: Sendable, Equatable {
    /// The order.
    public let order: DiversityOrder
    /// How units were weighed.
    public let weighting: UnitWeighting
    /// α: the number of equally large groups in a typical unit.
    public let alpha: MeasuredValue
    /// γ: the number of equally large groups in the town.
    public let gamma: MeasuredValue
    /// β = γ/α: how many wholly different units of equal size would be as different as these; 1 when all are alike.
    public let beta: MeasuredValue
    /// Units with persons.
    public let units: Int
}

extension ContingencyTable {
    /// Splits the diversity of the town into a part within and a part between units.
    ///
    /// α is (Σ w^q Σ π^q / Σ w^q)^(1/(1-q)) and at q = 1 the exponential of the mean entropy. With weights by persons β
    /// at q = 1 is exp(M). For other orders α can exceed γ when units differ in weight, so that β means nothing: it is
    /// then undefined, because; weigh units alike, or take order 0 or 1.
    public func diversityPartition(
        _ order: DiversityOrder, weighting: UnitWeighting = .persons
    ) -> DiversityPartition {
        let totals = unitTotals
        let inhabited = totals.indices.filter { totals[$0] > 0 }
        let all = inhabited.reduce(0) { $0 + totals[$1] }
        func partition(_ alpha: MeasuredValue, _ gamma: MeasuredValue, _ beta: MeasuredValue)
            -> DiversityPartition
        {
            DiversityPartition(
                order: order, weighting: weighting, alpha: alpha, gamma: gamma, beta: beta,
                units: inhabited.count)
        }
        guard !inhabited.isEmpty else {
            let none = MeasuredValue.undefined(.emptyTable)
            return partition(none, none, none)
        }
        let weights = inhabited.map {
            weighting == .persons ? totals[$0] / all : 1 / Double(inhabited.count)
        }
        var town = [Double](repeating: 0, count: groupCount)
        var entropies = 0.0
        var powers = 0.0
        var weightPowers = 0.0
        var largest = 0.0
        for (unit, weight) in zip(inhabited, weights) {
            let shares = counts(inUnit: unit).map { $0 / totals[unit] }
            for group in town.indices { town[group] += weight * shares[group] }
            if order.isShannon {
                entropies += weight * order.renyiEntropy(shares)
            } else if order.q == .infinity {
                largest = max(largest, weight * (shares.max() ?? 0))
            } else {
                let share = pow(weight, order.q)
                powers += share * order.powerSum(shares)
                weightPowers += share
            }
        }
        let alpha =
            if order.isShannon { exp(entropies) } else if order.q == .infinity {
                (weights.max() ?? 0) / largest
            } else { pow(powers / weightPowers, 1 / (1 - order.q)) }
        let gamma = order.hillNumber(town)
        let alike = (weights.max() ?? 0) - (weights.min() ?? 0) <= 1e-12
        let isSafe = alike || order.isShannon || order.q == 0
        return partition(
            .defined(alpha), .defined(gamma),
            isSafe ? .defined(gamma / alpha) : .undefined(.unequalWeights))
    }
}
