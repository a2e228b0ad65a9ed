/// The difference in M between two dates, in parts that add up.
public struct SegregationChange: Sendable, Equatable {
    /// A part of the difference.
    public struct Part: Sendable, Equatable {
        /// The name, as in reference files.
        public let name: String
        /// What it is, in English.
        public let english: String
        /// What it is, in Dutch.
        public let dutch: String
        /// The value.
        public let value: Double
    }

    /// The part of one unit in ``unitMarginal`` or in ``structural``.
    public struct UnitPart: Sendable, Equatable {
        /// The identifier of the unit.
        public let unit: String
        /// Its part.
        public let value: Double
    }

    /// How the difference was split.
    public let method: ChangeMethod
    /// M at the first date.
    public let before: Double
    /// M at the second date.
    public let after: Double
    /// M after minus M before, the sum of all parts.
    public var difference: Double { after - before }
    /// What units and groups add that are there at the second date only.
    public let additions: Double
    /// What units and groups take away that are there at the first date only.
    public let removals: Double
    /// What the sizes of groups changed.
    public let groupMarginal: Double
    /// What the sizes of units changed.
    public let unitMarginal: Double
    /// What the sizes of both changed together; only after Karmel and MacLachlan.
    public let interaction: Double?
    /// What is left when the sizes of groups and units are held: segregation itself.
    public let structural: Double
    /// The parts of the units in ``unitMarginal``, in the order of the first table; only by Shapley's method.
    public let unitMarginals: [UnitPart]
    /// The parts of the units in ``structural``, in the order of the first table: where segregation itself rose or
    /// fell. They add up to it exactly; only by the methods of Shapley and of Mora and Ruiz-Castillo.
    public let unitStructurals: [UnitPart]
    /// Units with persons at both dates.
    public let commonUnits: Int

    /// All parts, in the order of reference files.
    public var parts: [Part] {
        var parts = [
            Part(name: "additions", english: "units that came", dutch: "nieuwe gebieden", value: additions),
            Part(name: "removals", english: "units that went", dutch: "verdwenen gebieden", value: removals),
            Part(
                name: "group_marginal", english: "sizes of groups", dutch: "omvang van groepen",
                value: groupMarginal),
            Part(
                name: "unit_marginal", english: "sizes of units", dutch: "omvang van gebieden",
                value: unitMarginal),
        ]
        if let interaction {
            parts.append(
                Part(
                    name: "interaction", english: "both sizes together", dutch: "beide omvangen samen",
                    value: interaction))
        }
        parts.append(
            Part(
                name: "structural", english: "segregation with sizes held",
                dutch: "segregatie bij gelijke omvang", value: structural))
        return parts
    }
}

/// How a difference in M is split.
public enum ChangeMethod: String, Sendable, CaseIterable {
    /// Every order of changing margins and structure counts alike (Elbers 2021).
    case shapley
    /// From the first date on, with an interaction (Karmel and MacLachlan 1988).
    case karmelMacLachlan = "km"
    /// By entropies of groups and inside units (Mora and Ruiz-Castillo 2009).
    case moraRuizCastillo = "mrc"
}
