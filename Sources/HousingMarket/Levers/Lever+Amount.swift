extension Lever {
    /// How many homes or households it asks for; nil for a rule.
    public var amount: Int? {
        switch self {
        case .demolishRebuild(let plan): plan.dwellings
        case .renovation(let plan): plan.dwellings
        case .mergeSplit(let plan): plan.dwellings
        case .sale(let plan): plan.dwellings
        case .liberalise(let plan): plan.dwellings
        case .addSocialRent(let plan): plan.bought
        case .newBuild(let plan): plan.dwellings
        case .householdIncome(let plan): plan.householdsPerYear
        default: nil
        }
    }
}
