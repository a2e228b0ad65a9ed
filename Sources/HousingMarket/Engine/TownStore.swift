/// The arrays of a run in flight, in memory of their own: no reference counts and no checks in the loops over them.
///
/// Belongs to one run and one task. Positions of households are handed out here and nowhere else.
final class TownStore {
    private struct Body {
        var dwellings: UnsafeMutablePointer<DwellingTraits>
        var occupants: UnsafeMutablePointer<Int32>
        var dwellingCount: Int
        var dwellingCapacity: Int
        var households: UnsafeMutablePointer<HouseholdTraits>
        var homes: UnsafeMutablePointer<Int32>
        var keys: UnsafeMutablePointer<UInt32>
        var returnAreas: UnsafeMutablePointer<UInt16>
        var householdCount: Int
        var householdCapacity: Int
    }

    // Behind a pointer, so that reading it in a loop costs no check of exclusive access.
    private let body: UnsafeMutablePointer<Body>
    private var freeSlots: [Int32]

    @inline(__always) var dwellings: UnsafeMutablePointer<DwellingTraits> { body.pointee.dwellings }
    @inline(__always) var occupants: UnsafeMutablePointer<Int32> { body.pointee.occupants }
    @inline(__always) var dwellingCount: Int { body.pointee.dwellingCount }
    @inline(__always) var households: UnsafeMutablePointer<HouseholdTraits> { body.pointee.households }
    @inline(__always) var homes: UnsafeMutablePointer<Int32> { body.pointee.homes }
    @inline(__always) var keys: UnsafeMutablePointer<UInt32> { body.pointee.keys }
    @inline(__always) var returnAreas: UnsafeMutablePointer<UInt16> { body.pointee.returnAreas }
    @inline(__always) var householdCount: Int { body.pointee.householdCount }

    /// Households in 0 ..< initialCount were there at the start and keep their positions.
    let initialCount: Int
    let initialHomes: [Int32]
    let initialQuintiles: [UInt8]

    init(_ state: TownState) {
        let homeCapacity = state.dwellings.count + state.dwellings.count / 16 + 64
        let capacity = state.households.count + state.households.count / 8 + 64
        body = .allocate(capacity: 1)
        body.initialize(
            to: Body(
                dwellings: .allocate(capacity: homeCapacity), occupants: .allocate(capacity: homeCapacity),
                dwellingCount: state.dwellings.count, dwellingCapacity: homeCapacity,
                households: .allocate(capacity: capacity), homes: .allocate(capacity: capacity),
                keys: .allocate(capacity: capacity), returnAreas: .allocate(capacity: capacity),
                householdCount: state.households.count, householdCapacity: capacity))
        initialCount = state.households.count
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
        body.deallocate()
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
        guard needed > body.pointee.householdCapacity else { return }
        let capacity = needed + needed / 8
        body.pointee.households = Self.moved(households, householdCount, capacity)
        body.pointee.homes = Self.moved(homes, householdCount, capacity)
        body.pointee.keys = Self.moved(keys, householdCount, capacity)
        body.pointee.returnAreas = Self.moved(returnAreas, householdCount, capacity)
        body.pointee.householdCapacity = capacity
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
            body.pointee.householdCount += 1
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
        if dwellingCount == body.pointee.dwellingCapacity {
            let capacity = dwellingCount + dwellingCount / 8
            body.pointee.dwellings = Self.moved(dwellings, dwellingCount, capacity)
            body.pointee.occupants = Self.moved(occupants, dwellingCount, capacity)
            body.pointee.dwellingCapacity = capacity
        }
        let place = dwellingCount
        dwellings[place] = traits
        occupants[place] = TownState.none
        body.pointee.dwellingCount = place + 1
        return Int32(truncatingIfNeeded: place)
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
