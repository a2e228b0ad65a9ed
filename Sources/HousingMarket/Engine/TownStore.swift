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
        /// Households before this position have it for their key.
        var firstKey: Int
        var householdCount: Int
        var householdCapacity: Int
        var freeSlots: [Int32]
    }

    // Behind a pointer, so that reading it in a loop costs no check of exclusive access.
    private let body: UnsafeMutablePointer<Body>

    @inline(__always) var dwellings: UnsafeMutablePointer<DwellingTraits> { body.pointee.dwellings }
    @inline(__always) var occupants: UnsafeMutablePointer<Int32> { body.pointee.occupants }
    @inline(__always) var dwellingCount: Int { body.pointee.dwellingCount }
    @inline(__always) var households: UnsafeMutablePointer<HouseholdTraits> { body.pointee.households }
    @inline(__always) var homes: UnsafeMutablePointer<Int32> { body.pointee.homes }
    @inline(__always) var householdCount: Int { body.pointee.householdCount }

    /// The address of a household in the random numbers: its position when it was there at the start, so that this
    /// costs a country neither memory nor a read.
    @inline(__always) func key(_ household: Int) -> UInt32 {
        let later = household &- body.pointee.firstKey
        return later < 0 ? UInt32(truncatingIfNeeded: household) : body.pointee.keys[later]
    }

    /// The neighbourhoods that displaced households may return to. There are few, and they are asked for seldom.
    private(set) var returnAreas: [Int32: UInt16] = [:]

    /// Households in 0 ..< initialCount were there at the start and keep their positions.
    let initialCount: Int
    let initialHomes: [Int32]
    let initialQuintiles: [UInt8]

    /// Takes the arrays over one by one; what nobody else holds is given back as soon as it is copied.
    init(_ given: consuming TownState) {
        var state = given
        let homeCount = state.dwellings.count
        let count = state.households.count
        let homeCapacity = homeCount + homeCount / 16 + 64
        let capacity = count + count / 8 + 64
        let firstKey = state.ownKeys.isEmpty ? count : 0
        body = .allocate(capacity: 1)
        initialCount = count
        initialHomes = state.initialHomes
        initialQuintiles = state.initialQuintiles
        for (household, area) in state.ownReturnAreas.enumerated() where area != TownState.noArea {
            returnAreas[Int32(truncatingIfNeeded: household)] = area
        }
        let dwellings = Self.room(for: state.dwellings, homeCapacity)
        state.dwellings = []
        let occupants = Self.room(for: state.occupants, homeCapacity)
        state.occupants = []
        let households = Self.room(for: state.households, capacity)
        state.households = []
        let homes = Self.room(for: state.homes, capacity)
        state.homes = []
        body.initialize(
            to: Body(
                dwellings: dwellings, occupants: occupants, dwellingCount: homeCount,
                dwellingCapacity: homeCapacity, households: households, homes: homes,
                keys: Self.room(for: state.ownKeys, capacity - firstKey), firstKey: firstKey,
                householdCount: count, householdCapacity: capacity, freeSlots: []))
    }

    deinit {
        dwellings.deallocate()
        occupants.deallocate()
        households.deallocate()
        homes.deallocate()
        body.pointee.keys.deallocate()
        body.deinitialize(count: 1)
        body.deallocate()
    }

    private static func room<Element: BitwiseCopyable>(
        for source: [Element], _ capacity: Int
    ) -> UnsafeMutablePointer<Element> {
        let target = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        source.withUnsafeBufferPointer { buffer in
            if let base = buffer.baseAddress { target.initialize(from: base, count: buffer.count) }
        }
        return target
    }

    /// Makes room for `more` households; pointers taken before are then no longer valid.
    func reserveHouseholds(_ more: Int) {
        let needed = householdCount + max(0, more - body.pointee.freeSlots.count)
        guard needed > body.pointee.householdCapacity else { return }
        let capacity = needed + needed / 8
        body.pointee.households = Self.moved(households, householdCount, capacity)
        body.pointee.homes = Self.moved(homes, householdCount, capacity)
        let firstKey = body.pointee.firstKey
        body.pointee.keys = Self.moved(body.pointee.keys, householdCount - firstKey, capacity - firstKey)
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
        if let free = body.pointee.freeSlots.popLast() {
            slot = Int(free)
        } else {
            reserveHouseholds(1)
            slot = householdCount
            body.pointee.householdCount += 1
        }
        households[slot] = traits
        homes[slot] = TownState.none
        body.pointee.keys[slot - body.pointee.firstKey] = key
        return Int32(truncatingIfNeeded: slot)
    }

    /// Takes a household out: it keeps its position when it was there at the start.
    func endHousehold(_ household: Int, as presence: Presence) {
        // Who may return was displaced, now or before.
        let one = households[household]
        if one.urgency == .displaced || one.hasMoved(.forced) { setReturn(household, to: nil) }
        households[household].isSearching = false
        households[household].urgency = .none
        homes[household] = TownState.none
        if household < initialCount {
            households[household].presence = presence
        } else {
            households[household].presence = .absent
            body.pointee.freeSlots.append(Int32(truncatingIfNeeded: household))
        }
    }

    /// Says where a household may return to, if anywhere.
    func setReturn(_ household: Int, to area: UInt16?) {
        returnAreas[Int32(truncatingIfNeeded: household)] = area
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
        state.keys = (0..<householdCount).map(key)
        state.returnAreas = (0..<householdCount).map {
            returnAreas[Int32(truncatingIfNeeded: $0)] ?? TownState.noArea
        }
        let later = householdCount - initialCount
        state.initialHomes = initialHomes + Array(repeating: TownState.none, count: later)
        state.initialQuintiles =
            initialQuintiles + (initialCount..<householdCount).map { UInt8(households[$0].quintile) }
        state.freeSlots = body.pointee.freeSlots
        return state
    }
}
