/// The shares that the allocation rules keep, counted through the year.
///
/// A rule that a package sets for some areas counts on its own: group 0 is the rest of the municipality, group m + 1 the
/// areas of measure m.
struct LettingQuotas {
    var mediated: [Quota]
    var local: [Quota]
    var free: [Quota]
    var lottery = Quota()
    private(set) var lowIncome = 0
    private(set) var lowIncomeDear = 0

    init(groups: Int) {
        mediated = Array(repeating: Quota(), count: groups)
        local = mediated
        free = mediated
    }

    /// Shares are kept year by year.
    mutating func beginYear() { self = LettingQuotas(groups: mediated.count) }

    /// Whether one more low-income household may be let a home above the capping limit.
    func hasRoomForDear(_ share: Double) -> Bool {
        Double(lowIncomeDear + 1) <= (1 - share) * Double(lowIncome + 1) + 1e-9
    }

    mutating func countLowIncome(isDear: Bool) {
        lowIncome += 1
        if isDear { lowIncomeDear += 1 }
    }
}
