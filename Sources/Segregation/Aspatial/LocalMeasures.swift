internal import Foundation

/// The local measures: one value per unit, `nil` for a unit without persons.
public struct LocalMeasures: Sendable, Equatable {
    /// The location quotient π/P by unit and group, row after row; `nil` too for an absent group (Isard 1960).
    public private(set) var locationQuotients: [Double?]
    /// -Σ π ln π (Theil 1972).
    public private(set) var entropies: [Double?]
    /// The entropy over ln of the number of groups in the table.
    public private(set) var entropiesByAllGroups: [Double?]
    /// The entropy over ln of the number of groups in the unit; 0 where only one group lives.
    public private(set) var entropiesByPresentGroups: [Double?]
    /// Σ π (1 - π), the chance that two residents differ.
    public private(set) var interactions: [Double?]
    /// Σ π², the chance that two residents share a group.
    public private(set) var concentrations: [Double?]
    /// Σ π ln(π/P) in natural logarithms (Alonso-Villar and Del Río 2010); weighted by ``shares`` they sum to M.
    public private(set) var segregation: [Double?]
    /// The share of all persons who live in the unit.
    public private(set) var shares: [Double?]

    /// The local measures of a table.
    /// - Complexity: one pass over the cells.
    public init(of table: ContingencyTable) {
        let groups = table.groupCount
        let totals = table.groupTotals
        let total = totals.reduce(0, +)
        let logGroups = log(Double(groups))
        let empty = [Double?](repeating: nil, count: table.unitCount)
        locationQuotients = [Double?](repeating: nil, count: table.counts.count)
        entropies = empty
        entropiesByAllGroups = empty
        entropiesByPresentGroups = empty
        interactions = empty
        concentrations = empty
        segregation = empty
        shares = empty
        for unit in 0..<table.unitCount {
            let row = table.counts(inUnit: unit)
            let persons = row.reduce(0, +)
            guard persons > 0 else { continue }
            var entropy = 0.0
            var squares = 0.0
            var divergence = 0.0
            var present = 0
            for (group, count) in row.enumerated() where totals[group] > 0 {
                let share = count / persons
                let quotient = share * (total / totals[group])
                locationQuotients[unit * groups + group] = quotient
                guard count > 0 else { continue }
                present += 1
                entropy -= share * log(share)
                squares += share * share
                divergence += share * log(quotient)
            }
            entropies[unit] = max(0, entropy)
            if groups > 1 { entropiesByAllGroups[unit] = max(0, entropy) / logGroups }
            entropiesByPresentGroups[unit] = present > 1 ? entropy / log(Double(present)) : 0
            interactions[unit] = 1 - squares
            concentrations[unit] = squares
            segregation[unit] = max(0, divergence)
            shares[unit] = persons / total
        }
    }
}
