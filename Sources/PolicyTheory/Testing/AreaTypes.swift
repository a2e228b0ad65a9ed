public import Bilingual
public import Neighbourhoods

/// Which areas of a municipality the theory speaks of, for maps and profiles: the same division that the claim cards
/// use. It says on which side of a line an area lies and nothing of how far; it is no order of areas.
public struct AreaTypes: Sendable, Hashable {
    /// On which side of a line an area lies.
    public enum Membership: String, Sendable, Codable, CaseIterable {
        /// The theory speaks of it.
        case inside
        /// It lies on the other side.
        case outside
        /// Its figures are missing, or it is too small to read.
        case unknown
    }

    /// One line through the municipality.
    public struct Division: Sendable, Hashable {
        /// What the areas inside have in common.
        public let inside: BilingualText
        /// One side for each area.
        public let memberships: [Membership]
        /// The year of the figures (of the newest one where they differ).
        public let year: Int

        /// How many areas lie on `side`.
        public func count(_ side: Membership) -> Int { memberships.count(where: { $0 == side }) }
    }

    /// The scale.
    public let level: AreaLevel
    /// The areas, in code order.
    public let areas: [AreaCode]
    /// Areas with a concentration of low incomes; nil where the definition has no data.
    public let concentration: Division?
    /// Areas with a one-sided stock and limited facilities; nil where one of both cannot be measured.
    public let stockAndFacilities: Division?

    /// Divides the areas of `dataset`.
    public static func of(_ dataset: Dataset, settings: ClaimSettings) -> AreaTypes {
        let context = ClaimContext(dataset, settings: settings)
        return AreaTypes(
            level: settings.level, areas: context.frame.areas.map(\.code),
            concentration: context.concentration.map(Division.init),
            stockAndFacilities: context.typed.map(Division.init))
    }
}

extension AreaTypes.Division {
    init(_ division: AreaDivision) {
        inside = division.inside
        year = division.year
        memberships = division.sides.map { side in
            switch side {
            case .inside: .inside
            case .outside: .outside
            case .unknown: .unknown
            }
        }
    }
}
