/// How two places or two years are to be compared.
public struct ComparisonOptions: Sendable, Equatable {
    /// Draws, resampling, level, seed and threads of the interval; 0 draws for no interval.
    public var measuring = MeasureOptions()
    /// Whether the two tables hold the same units.
    public var pairing = UnitPairing.independent
    /// What is supposed when the difference is tested; `nil` for no test.
    public var null: DifferenceNull? = .randomLabelling
    /// The draws under ``null``; the smallest possible p-value is 1/(permutations + 1).
    public var permutations = 999
    /// How p-values are raised for the number of tests.
    public var adjustment = PValueAdjustment.holm
    /// The groups that measures of one group or of a pair are given for; all if left out.
    public var groups: [Group]?

    /// The defaults: 500 draws of persons, 999 permutations of units, Holm's adjustment, places with units of their own.
    public init() {}

    func check(for table: ContingencyTable) throws(SegregationError) {
        try measuring.check(for: table)
        guard null == nil || (1...MeasureOptions.mostDraws).contains(permutations) else {
            throw .parameter(
                name: "permutations", found: Double(permutations),
                expected: "between 1 and \(MeasureOptions.mostDraws)")
        }
    }
}

/// Whether two tables hold the same units.
public enum UnitPairing: String, Sendable, CaseIterable {
    /// Two places, or two years with other units: both are drawn on their own.
    case independent
    /// The same units at two dates: a bootstrap of units draws a unit with both its dates, and a permutation
    /// exchanges the dates within units.
    case sameUnits
}

/// What is supposed of two places when their difference is tested.
public enum DifferenceNull: String, Sendable, CaseIterable {
    /// Units are dealt at random over the two places; with the same units at two dates, each unit's two dates are
    /// exchanged or not (Rey and Sastre-Gutiérrez 2010).
    case randomLabelling
    /// Each unit keeps its share of the group or takes the share at the same rank in the other place (Cortes, Rey,
    /// Knaap and Wolf 2020). For measures of one group.
    case counterfactualComposition
    /// The same with the shares of each town's members, and of all others, that live in the unit.
    case counterfactualShare
    /// The same with the composition of the group and of all others, each at its own rank.
    case counterfactualDualComposition

    /// The swap behind a counterfactual test.
    var counterfactual: Counterfactual? {
        switch self {
        case .randomLabelling: nil
        case .counterfactualComposition: .composition
        case .counterfactualShare: .share
        case .counterfactualDualComposition: .dualComposition
        }
    }
}
