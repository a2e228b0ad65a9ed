/// What happened in the whole municipality in one year, in numbers of households, homes and moves.
public struct YearFlows: Sendable, Hashable {
    /// Households formed: children who left home, partners who separated.
    public var formed = 0
    /// Households that ended by death.
    public var died = 0
    /// Households that ended because they joined another.
    public var joined = 0
    /// Households that left the municipality by the life course.
    public var departed = 0
    /// Households that left because they had waited too long.
    public var gaveUp = 0
    /// Households from elsewhere that found a home.
    public var arrived = 0
    /// Households from elsewhere that found none and stayed away.
    public var turnedAway = 0

    /// Homes built.
    public var built = 0
    /// Homes demolished or merged away.
    public var demolished = 0
    /// Homes added by splitting.
    public var split = 0
    /// Social homes sold.
    public var sold = 0
    /// Social homes that left the social segment otherwise.
    public var liberalised = 0
    /// Homes that became social rent.
    public var becameSocial = 0

    /// Moves into each tenure, in the order of ``Tenure``.
    public var movesInto = [0, 0, 0, 0]
    /// Homes of each tenure that came free, in the order of ``Tenure``; new homes are not among them.
    public var freed = [0, 0, 0, 0]
    /// Moves by choice from one home here to another.
    public var movedByChoice = 0
    /// Moves that works made necessary.
    public var forcedMoves = 0
    /// Moves back to the neighbourhood that was left for works.
    public var returned = 0
    /// Households whose home was demolished before they found another: they wait in a temporary home.
    public var decanted = 0
    /// Moves from an address here to a home here, by age class of the reference person: under 25, 25-34, 35-44, 45-54, 55-64, 65-74, 75 and over.
    public var movesByAge = Array(repeating: 0, count: 7)
    /// Households by the same classes at the start of the year.
    public var householdsByAge = Array(repeating: 0, count: 7)

    /// Social lettings to households above the income limit.
    public var lettingsAboveLimit = 0
    /// Social lettings to groups in direct mediation.
    public var lettingsMediated = 0
    /// Social lettings in which those from the same district came first.
    public var lettingsLocal = 0
    /// Social lettings to households below the limit of appropriate allocation.
    public var lettingsLowIncome = 0
    /// Those of them above the capping limit.
    public var lettingsLowIncomeDear = 0
    /// Social lettings by income group of the new tenant: lowest 40%, middle 40%, highest 20%.
    public var lettingsByIncome = [0, 0, 0]
    /// Years of registration at social lettings, summed by the same groups.
    public var registrationByIncome = [0, 0, 0]
    /// Households that looked for social rent, by the same groups.
    public var seekersByIncome = [0, 0, 0]

    /// New homes that were first lived in.
    public var chainsStarted = 0
    /// Moves in chains that a new home began, this year.
    public var chainMoves = 0
    /// Those of them by households without a home of their own before (starters and arrivals).
    public var chainStarters = 0
    /// Years of waiting households without a home of their own at the end of the year.
    public var waiting = 0
    /// Homes without an occupant at the end of the year.
    public var vacant = 0

    /// Nothing happened.
    public init() {}

    /// Social lettings.
    public var lettings: Int { movesInto[Int(Tenure.socialRent.rawValue)] }
    /// All moves into homes here.
    public var moves: Int { movesInto.reduce(0, +) }

    static func ageClass(_ age: UInt8) -> Int { min(6, max(0, (Int(age) - 15) / 10)) }
}
