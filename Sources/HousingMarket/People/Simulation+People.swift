internal import Stochastics

/// A household that begins this year.
struct NewHousehold {
    var traits: HouseholdTraits
    var key: UInt32
    /// Where it stays with others until it has a home, as a value of ``TownStore/homes``.
    var place: Int32
}

extension Simulation {
    /// Ageing, life events, income, and who wishes to move: one pass over all households, with four random words each.
    func people() {
        var beginning: [NewHousehold] = []
        var lonely: [UInt64] = []
        var ended: [Int32] = []
        let count = store.householdCount
        let households = store.households
        let homes = store.homes
        let dwellings = store.dwellings
        let giveUp = UInt32(assumptions[.giveUp] * 4_294_967_295)
        let base = UInt32(truncatingIfNeeded: steps) &<< 16 | UInt32(DrawPurpose.householdYear.rawValue)
        let events = tables.events.base
        let incomes = donorIncomes.base
        let wishes = WishReader(tables, leaving, meanRank)
        let byAge = FlatTable(Array(repeating: 0, count: 7))
        for household in 0..<count {
            var one = households[household]
            guard one.isPresent else { continue }
            let key = store.key(household)
            let random = Philox.block(SIMD4(0, key, run, base), key: seedKey)
            grow(&one)
            byAge[YearFlows.ageClass(one.age)] &+= 1
            let row = (Int(one.type.rawValue) * LifeCourse.ages + Int(one.age)) * LifeEvent.count
            if random[0] < events[row + LifeEvent.count - 1] {
                var event = 0
                while random[0] >= events[row + event] { event += 1 }
                if live(
                    LifeEvent(rawValue: event) ?? .death, household, &one, key, random[3],
                    homes[household],
                    &beginning, &lonely)
                {
                    households[household] = one
                    ended.append(Int32(truncatingIfNeeded: household))
                    continue
                }
            }
            changeIncome(&one, random[1], random[3], incomes)
            let home = homes[household]
            if home >= 0 {
                let chance = wishes.chance(one, dwellings[Int(home)])
                one.isSearching = Float(random[2]) * 0x1p-32 < chance
            } else if random[2] < giveUp, one.urgency == .none {
                flows.gaveUp += 1
                one.presence = .left
                households[household] = one
                ended.append(Int32(truncatingIfNeeded: household))
                continue
            } else {
                one.isSearching = true
            }
            households[household] = one
        }
        flows.householdsByAge = byAge.array
        for household in ended { leave(Int(household), as: store.households[Int(household)].presence) }
        join(&lonely)
        begin(beginning)
        arrive()
    }

    @inline(__always)
    private func grow(_ one: inout HouseholdTraits) {
        if one.age < 105 { one.age &+= 1 }
        if one.registrationYears < 255 { one.registrationYears &+= 1 }
        if one.yearsInDwelling < 255 { one.yearsInDwelling &+= 1 }
    }

    /// Now and then an income is drawn anew from households alike; else it moves a little.
    @inline(__always)
    private func changeIncome(
        _ one: inout HouseholdTraits, _ word: UInt32, _ other: UInt32, _ incomes: UnsafeMutablePointer<UInt16>
    ) {
        if word < tables.renewal {
            one.incomeRank = incomes[IncomeDonors.cell(one.type, one.age) * 64 + Int(other >> 26)]
            return
        }
        // The difference of two even numbers: a triangle with a standard deviation of 0.408.
        let noise = (Float(other & 0xFFFF) - Float(other >> 16)) * 0x1p-16
        var rank = Float(one.incomeRank) + noise * tables.jitter * 2.449
        if rank < 0 { rank = -rank }
        if rank > 65_535 { rank = 131_070 - rank }
        one.incomeRank = UInt16(rank)
    }

    /// Takes a household out and frees its home.
    func leave(_ household: Int, as presence: Presence) {
        let home = store.homes[household]
        store.endHousehold(household, as: presence)
        guard home >= 0 else { return }
        store.occupants[Int(home)] = TownState.none
        outflow[Int(store.dwellings[Int(home)].area)] += 1
        release(home, ChainTag())
    }

    private func begin(_ beginning: [NewHousehold]) {
        for one in beginning {
            let slot = store.addHousehold(one.traits, key: one.key)
            store.homes[Int(slot)] = one.place
            flows.formed += 1
        }
    }
}

/// The chance that a household wishes to move, read from flat tables.
struct WishReader {
    private let wish: UnsafeMutablePointer<Float>
    private let misfit: UnsafeMutablePointer<Float>
    private let age: UnsafeMutablePointer<Float>
    private let leaving: UnsafeMutablePointer<Float>
    private let meanRank: UnsafeMutablePointer<UInt16>
    private let distance: UnsafeMutablePointer<Float>

    /// The reader is valid while `tables` and `leaving` live.
    init(_ tables: EngineTables, _ leaving: FlatTable<Float>, _ meanRank: FlatTable<UInt16>) {
        wish = tables.wish.base
        misfit = tables.misfit.base
        age = tables.ageWish.base
        self.leaving = leaving.base
        self.meanRank = meanRank.base
        distance = tables.wishSocialDistance.base
    }

    @inline(__always)
    func chance(_ one: HouseholdTraits, _ home: DwellingTraits) -> Float {
        let base = wish[Int(home.tenureCode) &* 32 &+ Int(min(one.yearsInDwelling, 31))]
        let fit = misfit[one.persons &* 8 &+ Int(home.sizeCode)]
        let area = leaving[Int(home.area) &* 2 &+ (one.incomeGroup == 2 ? 1 : 0)]
        let gap = abs(Int(one.incomeRank) - Int(meanRank[Int(home.area)])) >> 10
        let chance = base * fit * age[Int(one.age)] * area * distance[gap]
        // Whoever searched last year and found nothing mostly goes on.
        return one.isSearching ? max(chance, 0.6) : chance
    }
}
