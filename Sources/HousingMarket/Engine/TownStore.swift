/// The arrays of a run in flight, in memory of their own: no reference counts and no checks in the loops over them.
///
/// Belongs to one run and one task. Positions of households are handed out here and nowhere else.
final class TownStore {
    private(set) var dwellings: UnsafeMutablePointer<DwellingTraits>
    private(set) var occupants: UnsafeMutablePointer<Int32>
    private(set) var dwellingCount: Int
    private var dwellingCapacity: Int

    private(set) var households: UnsafeMutablePointer<HouseholdTraits>
    private(set) var homes: UnsafeMutablePointer<Int32>
    private(set) var keys: UnsafeMutablePointer<UInt32>
    private(set) var returnAreas: UnsafeMutablePointer<UInt16>
    private(set) var householdCount: Int
    private var householdCapacity: Int
    private var freeSlots: [Int32]

    /// Households in 0 ..< initialCount were there at the start and keep their positions.
    let initialCount: Int
    let initialHomes: [Int32]
    let initialQuintiles: [UInt8]

    init(_ state: TownState) {
        dwellingCount = state.dwellings.count
        dwellingCapacity = dwellingCount + dwellingCount / 16 + 64
        dwellings = .allocate(capacity: dwellingCapacity)
        occupants = .allocate(capacity: dwellingCapacity)
        householdCount = state.households.count
        householdCapacity = householdCount + householdCount / 8 + 64
        households = .allocate(capacity: householdCapacity)
        homes = .allocate(capacity: householdCapacity)
        keys = .allocate(capacity: householdCapacity)
        returnAreas = .allocate(capacity: householdCapacity)
        initialCount = householdCount
        initialHomes = state.initialHomes
        initialQuintiles = state.initialQuintiles
        freeSlots = []
        Self.fill(dwellings, state.dwellings)
        Self.fill(occupants, state.occupants)
        Self.fill(households, state.households)
        Self.fill(homes, state.homes)
        Self.fill(keys, state.keys)
        Self.fill(returnAreas, state.returnAreas)
    }

    deinit {
        dwellings.deallocate()
        occupants.deallocate()
        households.deallocate()
        homes.deallocate()
        keys.deallocate()
        returnAreas.deallocate()
    }

    private static func fill<Element: BitwiseCopyable>(
        _ target: UnsafeMutablePointer<Element>, _ source: [Element]
    ) {
        source.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { target.initialize(from: base, count: buffer.count) }
        }
    }

    /// Makes room for `more` households; pointers taken before are then no longer valid.
    func reserveHouseholds(_ more: Int) {
        let needed = householdCount + max(0, more - freeSlots.count)
        guard needed > householdCapacity else { return }
        let capacity = needed + needed / 8
        households = Self.moved(households, householdCount, capacity)
        homes = Self.moved(homes, householdCount, capacity)
        keys = Self.moved(keys, householdCount, capacity)
        returnAreas = Self.moved(returnAreas, householdCount, capacity)
        householdCapacity = capacity
    }

    private static func moved<Element: BitwiseCopyable>(
        _ source: UnsafeMutablePointer<Element>, _ count: Int, _ capacity: Int
    ) -> UnsafeMutablePointer<Element> {
        let target = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        target.initialize(from: source, count: count)
        source.deallocate()
        return target
    }

    /// A position for a household that comes now. Room was made by ``reserveHouseholds(_:)``.
    func addHousehold(_ traits: HouseholdTraits, key: UInt32) -> Int32 {
        let slot: Int
        if let free = freeSlots.popLast() {
            slot = Int(free)
        } else {
            reserveHouseholds(1)
            slot = householdCount
            householdCount += 1
        }
        households[slot] = traits
        homes[slot] = TownState.none
        keys[slot] = key
        returnAreas[slot] = TownState.noArea
        return Int32(truncatingIfNeeded: slot)
    }

    /// Takes a household out: it keeps its position when it was there at the start.
    func endHousehold(_ household: Int, as presence: Presence) {
        households[household].isSearching = false
        households[household].urgency = .none
        homes[household] = TownState.none
        if household < initialCount {
            households[household].presence = presence
        } else {
            households[household].presence = .absent
            freeSlots.append(Int32(truncatingIfNeeded: household))
        }
    }

    /// Adds a home that is empty.
    func addDwelling(_ traits: DwellingTraits) -> Int32 {
        if dwellingCount == dwellingCapacity {
            let capacity = dwellingCapacity + dwellingCapacity / 8
            dwellings = Self.moved(dwellings, dwellingCount, capacity)
            occupants = Self.moved(occupants, dwellingCount, capacity)
            dwellingCapacity = capacity
        }
        dwellings[dwellingCount] = traits
        occupants[dwellingCount] = TownState.none
        dwellingCount += 1
        return Int32(truncatingIfNeeded: dwellingCount - 1)
    }

    /// The state as a value, to look at from outside.
    func snapshot() -> TownState {
        var state = TownState(
            dwellings: Array(UnsafeBufferPointer(start: dwellings, count: dwellingCount)),
            households: Array(UnsafeBufferPointer(start: households, count: householdCount)),
            homes: Array(UnsafeBufferPointer(start: homes, count: householdCount)))
        state.keys = Array(UnsafeBufferPointer(start: keys, count: householdCount))
        state.returnAreas = Array(UnsafeBufferPointer(start: returnAreas, count: householdCount))
        let later = householdCount - initialCount
        state.initialHomes = initialHomes + Array(repeating: TownState.none, count: later)
        state.initialQuintiles =
            initialQuintiles + (initialCount..<householdCount).map { UInt8(households[$0].quintile) }
        state.freeSlots = freeSlots
        return state
    }
}
