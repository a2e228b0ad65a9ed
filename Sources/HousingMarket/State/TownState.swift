/// All homes and all households of a municipality at one moment: the state that a yearly step changes.
///
/// Structure of arrays: 12 bytes a home, 17 to 23 bytes a household. A home keeps its position for the whole run, also after
/// it was demolished. A household that was there at the start keeps its position to the end, also after it left, so
/// that the initial residents can be followed; positions of later households that are gone are used again.
public struct TownState: Sendable, Hashable {
    /// No home, or no occupant.
    public static let none: Int32 = -1

    /// What is known of each home.
    public var dwellings: [DwellingTraits]
    /// The household in each home, or ``none``.
    public var occupants: [Int32]
    /// What is known of each household.
    public var households: [HouseholdTraits]
    /// The home of each household, or ``none``, or where it stays with others (``staying(in:)``).
    public var homes: [Int32]
    /// The home where each household lived at the start of the run, or ``none`` for a household that came later.
    public var initialHomes: [Int32]
    /// The address of each household in the random numbers. It stays the same in every package of a comparison, for
    /// households that are born during the run too, so that packages differ by what they do and not by luck.
    public var keys: [UInt32] {
        get { ownKeys.isEmpty ? Self.positions(households.count) : ownKeys }
        set { ownKeys = newValue == Self.positions(newValue.count) ? [] : newValue }
    }
    /// The neighbourhood that each household had to leave and may return to, or 65,535.
    public var returnAreas: [UInt16] {
        get {
            ownReturnAreas.isEmpty ? Array(repeating: Self.noArea, count: households.count) : ownReturnAreas
        }
        set { ownReturnAreas = newValue.allSatisfy { $0 == Self.noArea } ? [] : newValue }
    }
    /// The income fifth of each household at the start of the run (0...4), or the first one known.
    public var initialQuintiles: [UInt8]
    /// Positions of households that may be used again, last in first out.
    @usableFromInline var freeSlots: [Int32]
    // Empty where they would say nothing, as at every start: in a country that saves 50 MB.
    /// ``keys``; empty where the address of each household is its position.
    private(set) var ownKeys: [UInt32]
    /// ``returnAreas``; empty where nobody may return.
    private(set) var ownReturnAreas: [UInt16]

    /// The value of ``homes`` of a household that stays with others in neighbourhood `area`: it has no home of its own,
    /// and looks for one near.
    @inlinable public static func staying(in area: Int) -> Int32 { Int32(truncatingIfNeeded: -2 - area) }

    /// The neighbourhood in which a household without a home stays with others; nil for `none` and for a home.
    @inlinable public static func area(ofStay home: Int32) -> Int? { home < none ? -2 - Int(home) : nil }

    /// No place to return to.
    public static let noArea = UInt16.max

    /// A state from homes and households at the start of a run.
    ///
    /// - Parameters:
    ///   - dwellings: the homes.
    ///   - households: the households.
    ///   - homes: the home of each household, or ``none``; no home occurs twice.
    public init(dwellings: [DwellingTraits], households: [HouseholdTraits], homes: [Int32]) {
        precondition(households.count == homes.count, "one home, or none, for each household")
        self.dwellings = dwellings
        self.households = households
        self.homes = homes
        occupants = Array(repeating: Self.none, count: dwellings.count)
        for (household, home) in homes.enumerated() where home >= 0 {
            precondition(occupants[Int(home)] == Self.none, "no home holds two households")
            occupants[Int(home)] = Int32(truncatingIfNeeded: household)
        }
        initialHomes = homes
        ownKeys = []
        ownReturnAreas = []
        initialQuintiles = households.map { UInt8(truncatingIfNeeded: $0.quintile) }
        freeSlots = []
    }

    private static func positions(_ count: Int) -> [UInt32] {
        (0..<count).map { UInt32(truncatingIfNeeded: $0) }
    }

    /// How many households live here, with or without a home of their own.
    public var presentHouseholds: Int { households.reduce(0) { $0 + ($1.isPresent ? 1 : 0) } }

    /// How many homes exist, lived in or not.
    public var standingDwellings: Int { dwellings.reduce(0) { $0 + ($1.status == .gone ? 0 : 1) } }
}
