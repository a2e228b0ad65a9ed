/// The levers that a municipality, a corporation or the State has, numbered as in the catalogue of levers.
public enum LeverKind: Int, Sendable, Codable, CaseIterable, Hashable, Comparable {
    /// Demolish and rebuild (sloop-nieuwbouw).
    case demolishRebuild = 1
    /// Deep renovation.
    case renovation = 2
    /// Merge, split or convert homes.
    case mergeSplit = 3
    /// Sell social homes, to sitting tenants or on vacancy.
    case sale = 4
    /// Let social homes above the ceiling when they come free.
    case liberalise = 5
    /// Add, keep or buy social rent where there is little of it.
    case addSocialRent = 6
    /// New-build programme by category.
    case newBuild = 7
    /// Fair share of low incomes between municipalities.
    case fairShare = 8
    /// Free allocation margin.
    case freeAllocation = 9
    /// Rents set by area.
    case areaRents = 10
    /// Priority for a local tie or an occupation.
    case localPriority = 11
    /// Area rules of the Wbmgp.
    case areaDesignation = 12
    /// Placement of special groups over areas.
    case specialGroups = 13
    /// Buy-to-let restriction.
    case buyToLetRestriction = 14
    /// Regulation of mid-market rents.
    case midRentRegulation = 15
    /// Household incomes: allowance, debt, work.
    case householdIncome = 16
    /// Facilities.
    case facilities = 17
    /// Social management.
    case socialManagement = 18
    /// State money.
    case stateMoney = 19
    /// Land policy.
    case landPolicy = 20
    /// Permits for splitting, room letting and withdrawal.
    case permits = 21
    /// Do nothing.
    case doNothing = 22

    /// `L1` ... `L22`.
    public var code: String { "L\(rawValue)" }

    /// The word for it in package files.
    public var word: String { "\(self)" }

    /// In the order of the catalogue.
    public static func < (left: LeverKind, right: LeverKind) -> Bool { left.rawValue < right.rawValue }

    /// Whether it works in areas that can be chosen; else it holds for the whole municipality.
    public var choosesAreas: Bool {
        switch self {
        case .fairShare, .stateMoney, .doNothing: false
        default: true
        }
    }

    /// Whether homes of one kind can be chosen within those areas.
    public var choosesEstates: Bool {
        switch self {
        case .demolishRebuild, .renovation, .mergeSplit, .sale, .liberalise, .addSocialRent,
            .midRentRegulation:
            true
        default: false
        }
    }
}
