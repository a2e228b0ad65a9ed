public import Bilingual

/// What became of the households that lived here at the start, whether they are still here or not.
public enum Fate: Int, Sendable, Hashable, CaseIterable {
    /// In the same home.
    case stayed = 0
    /// By choice in another home in the same neighbourhood.
    case movedWithin
    /// By choice in another neighbourhood of the municipality.
    case movedAway
    /// Had to leave because of works and did not come back: lives elsewhere here, or waits in a temporary home.
    case displaced
    /// Had to leave because of works and lives in the same neighbourhood again.
    case returned
    /// Left the municipality.
    case left
    /// Ended: died, or joined another household.
    case ended
    /// Without a home of its own.
    case waiting

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .stayed: BilingualText(nl: "woont in hetzelfde huis", en: "in the same home")
        case .movedWithin:
            BilingualText(
                nl: "koos een ander huis in de buurt", en: "chose another home in the neighbourhood")
        case .movedAway: BilingualText(nl: "koos een andere buurt", en: "chose another neighbourhood")
        case .displaced: BilingualText(nl: "moest weg en is niet terug", en: "had to leave and is not back")
        case .returned: BilingualText(nl: "moest weg en is terug", en: "had to leave and is back")
        case .left: BilingualText(nl: "vertrok uit de gemeente", en: "left the municipality")
        case .ended: BilingualText(nl: "overleden of gaan samenwonen", en: "died or joined another household")
        case .waiting: BilingualText(nl: "heeft geen eigen huis", en: "has no home of its own")
        }
    }
}

/// What became of the class of somebody's rent.
public enum RentChange: Int, Sendable, Hashable, CaseIterable {
    /// It fell.
    case fell = 0
    /// It is the same.
    case same
    /// It rose.
    case rose

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .fell: BilingualText(nl: "lagere huur", en: "lower rent")
        case .same: BilingualText(nl: "zelfde huur", en: "same rent")
        case .rose: BilingualText(nl: "hogere huur", en: "higher rent")
        }
    }
}

/// The fates of the initial residents at the end of a run.
public struct InitialResidents: Sendable, Hashable {
    /// Households by neighbourhood at the start, income group at the start (40/40/20) and fate: [areas][3][8].
    public var fates: [Int32]
    /// Households by neighbourhood at the start that ever had to leave a home because of works: [areas][3].
    public var forced: [Int32]
    /// Those of them that do not live in that neighbourhood at the end, whatever became of them later: [areas][3].
    public var notBack: [Int32]
    /// Initial tenants who rent at the end, by income group at the start and by what became of the class of their rent, in
    /// the order of ``RentChange``: [areas][3][3].
    public var rentChange: [Int32]
    /// Kilometres between first and present home of those who live elsewhere in the municipality, summed by
    /// neighbourhood: by choice and displaced.
    public var distance: [Double]

    /// Households that lived in `areas` at the start in income group `group` (nil for all) with `fate`.
    public func count(_ fate: Fate, areas: some Sequence<Int>, group: Int? = nil) -> Int {
        areas.reduce(0) { sum, area in
            sum
                + (0..<3).reduce(0) {
                    $0 + (group == nil || group == $1 ? Int(fates[(area * 3 + $1) * 8 + fate.rawValue]) : 0)
                }
        }
    }

    /// Households of `areas` at the start that had to leave because of works.
    public func forced(areas: some Sequence<Int>, group: Int? = nil) -> Int { sum(forced, areas, group) }

    /// Those of them that do not live in their neighbourhood at the end.
    public func notBack(areas: some Sequence<Int>, group: Int? = nil) -> Int { sum(notBack, areas, group) }

    /// Tenants of `areas` and income group `group` at the start who rent at the end too, by what became of their rent.
    public func count(_ change: RentChange, areas: some Sequence<Int>, group: Int) -> Int {
        areas.reduce(0) { $0 + Int(rentChange[($1 * 3 + group) * 3 + change.rawValue]) }
    }

    private func sum(_ counts: [Int32], _ areas: some Sequence<Int>, _ group: Int?) -> Int {
        areas.reduce(0) { sum, area in
            sum + (0..<3).reduce(0) { $0 + (group == nil || group == $1 ? Int(counts[area * 3 + $1]) : 0) }
        }
    }
}

extension Simulation {
    /// Follows every household of the start to where it is now.
    func initialResidents() -> InitialResidents {
        let areas = frame.areas.count
        var result = InitialResidents(
            fates: Array(repeating: 0, count: areas * 24), forced: Array(repeating: 0, count: areas * 3),
            notBack: Array(repeating: 0, count: areas * 3), rentChange: Array(repeating: 0, count: areas * 9),
            distance: Array(repeating: 0, count: areas))
        for household in 0..<store.initialCount where store.initialHomes[household] >= 0 {
            let first = store.dwellings[Int(store.initialHomes[household])]
            let group = Int(store.initialQuintiles[household]) / 2
            let row = Int(first.area) * 3 + group
            let one = store.households[household]
            let fate = fate(of: household, one, first)
            result.fates[row * 8 + fate.rawValue] += 1
            let wasForced = one.hasMoved(.forced) || one.hasMoved(.returned)
            if wasForced {
                result.forced[row] += 1
                if fate != .returned { result.notBack[row] += 1 }
            }
            follow(household, first, row, fate, &result)
        }
        return result
    }

    private func fate(of household: Int, _ one: HouseholdTraits, _ first: DwellingTraits) -> Fate {
        switch one.presence {
        case .left, .absent: return .left
        case .ended: return .ended
        case .waiting: return one.hasMoved(.forced) ? .displaced : .waiting
        case .housed: break
        }
        if store.homes[household] == store.initialHomes[household] {
            return one.hasMoved(.returned) ? .returned : .stayed
        }
        let isBack = store.dwellings[Int(store.homes[household])].area == first.area
        if one.hasMoved(.forced) || one.hasMoved(.returned) { return isBack ? .returned : .displaced }
        return isBack ? .movedWithin : .movedAway
    }

    private func follow(
        _ household: Int, _ first: DwellingTraits, _ row: Int, _ fate: Fate, _ result: inout InitialResidents
    ) {
        guard store.homes[household] >= 0 else { return }
        let now = store.dwellings[Int(store.homes[household])]
        let area = Int(first.area)
        if fate == .movedAway || fate == .displaced {
            let way = tables.middles[Int(now.area)] - tables.middles[area]
            result.distance[area] += Double((way.x * way.x + way.y * way.y).squareRoot())
        }
        guard first.tenure != .ownerOccupied, now.tenure != .ownerOccupied else { return }
        let change = Self.rentLevel(now) - Self.rentLevel(first)
        let rent = change < 0 ? RentChange.fell : change == 0 ? .same : .rose
        result.rentChange[row * 3 + rent.rawValue] += 1
    }

    /// Rents on one scale: three classes of social rent below the ten of the market.
    private static func rentLevel(_ home: DwellingTraits) -> Int {
        home.tenure == .socialRent ? min(2, Int(home.priceClass)) : 3 + Int(home.priceClass)
    }
}
