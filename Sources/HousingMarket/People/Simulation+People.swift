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
    ///
    /// Households go by in groups: first who is here, where they live and their random words, which do not wait for each
    /// other, then what becomes of each.
    func people() {
        var changes = Changes()
        let count = store.householdCount
        let byAge = FlatTable(Array(repeating: 0, count: LifeCourse.ages))
        let base = UInt32(truncatingIfNeeded: steps) &<< 16 | UInt32(DrawPurpose.householdYear.rawValue)
        let wishes = WishReader(tables, leaving, meanRank)
        withUnsafeTemporaryAllocation(of: Present.self, capacity: Self.group) { present in
            for first in stride(from: 0, to: count, by: Self.group) {
                let found = gather(first..<min(first + Self.group, count), present, base)
                pass(UnsafeBufferPointer(rebasing: present[0..<found]), wishes, byAge, &changes)
            }
        }
        var classes = Array(repeating: 0, count: 7)
        for age in 0..<byAge.count { classes[YearFlows.ageClass(UInt8(age))] += byAge[age] }
        tally.pointee.householdsByAge = classes
        for household in changes.ended {
            leave(Int(household), as: store.households[Int(household)].presence)
        }
        join(&changes.lonely)
        begin(changes.beginning)
        arrive()
    }

    /// How many households go by together: what is gathered of them fits in the innermost cache.
    static let group = 128

    /// What is gathered of a household before its year: memory far away is asked for all of a group at once.
    private struct Present: BitwiseCopyable {
        var random: Philox.Block
        var dwelling: DwellingTraits
        var household: Int32
        var home: Int32
    }

    /// Gathers those of some households who are here. Returns how many.
    private func gather(
        _ range: Range<Int>, _ present: UnsafeMutableBufferPointer<Present>, _ base: UInt32
    ) -> Int {
        let households = store.households
        let homes = store.homes
        let dwellings = store.dwellings
        var found = 0
        for household in range {
            present[found].household = Int32(truncatingIfNeeded: household)
            found &+= households[household].isPresent ? 1 : 0
        }
        for place in 0..<found {
            let household = Int(present[place].household)
            let home = homes[household]
            present[place].home = home
            if home >= 0 { present[place].dwelling = dwellings[Int(home)] }
            present[place].random = Philox.block(SIMD4(0, store.key(household), run, base), key: seedKey)
        }
        return found
    }

    /// What the pass over all households leaves to be done after it.
    private struct Changes {
        var beginning: [NewHousehold] = []
        var lonely: [UInt64] = []
        var ended: [Int32] = []
    }

    /// A year of a group of households that are here.
    private func pass(
        _ group: UnsafeBufferPointer<Present>, _ wishes: WishReader, _ byAge: FlatTable<Int>,
        _ changes: inout Changes
    ) {
        let households = store.households
        let giveUp = UInt32(assumptions[.giveUp] * 4_294_967_295)
        let events = tables.events.base
        let incomes = donorIncomes.base
        let renewal = tables.renewal
        let jitter = tables.jitter
        for place in group.indices {
            let household = Int(group[place].household)
            let home = group[place].home
            let random = group[place].random
            var one = households[household]
            grow(&one)
            byAge[Int(one.age)] &+= 1
            let row = (Int(one.type.rawValue) * LifeCourse.ages + Int(one.age)) * LifeEvent.count
            if random[0] < events[row + LifeEvent.count - 1] {
                var event = 0
                while random[0] >= events[row + event] { event += 1 }
                // On a copy, so that the household itself stays in registers.
                var changed = one
                let isGone = live(
                    LifeEvent(rawValue: event) ?? .death, household, &changed, store.key(household),
                    random[3], home, &changes.beginning, &changes.lonely)
                one = changed
                if isGone {
                    households[household] = one
                    changes.ended.append(Int32(truncatingIfNeeded: household))
                    continue
                }
            }
            if random[1] < renewal {
                // Now and then an income is drawn anew from households alike; else it moves a little.
                one.incomeRank = incomes[IncomeDonors.cell(one.type, one.age) * 64 + Int(random[3] >> 26)]
            } else {
                one.incomeRank = Self.moved(one.incomeRank, random[3], jitter)
            }
            if home >= 0 {
                let chance = wishes.chance(one, group[place].dwelling)
                one.isSearching = Float(random[2]) * 0x1p-32 < chance
            } else if random[2] < giveUp, one.urgency == .none {
                tally.pointee.gaveUp += 1
                one.presence = .left
                changes.ended.append(Int32(truncatingIfNeeded: household))
            } else {
                one.isSearching = true
            }
            households[household] = one
        }
    }

    @inline(__always)
    private func grow(_ one: inout HouseholdTraits) {
        if one.age < 105 { one.age &+= 1 }
        if one.registrationYears < 255 { one.registrationYears &+= 1 }
        if one.yearsInDwelling < 255 { one.yearsInDwelling &+= 1 }
    }

    /// An income a little on, by the difference of two even numbers: a triangle with a standard deviation of 0.408.
    @inline(__always)
    private static func moved(_ income: UInt16, _ word: UInt32, _ jitter: Float) -> UInt16 {
        let noise = (Float(word & 0xFFFF) - Float(word >> 16)) * 0x1p-16
        var rank = Float(income) + noise * jitter * 2.449
        if rank < 0 { rank = -rank }
        if rank > 65_535 { rank = 131_070 - rank }
        return UInt16(rank)
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
            tally.pointee.formed += 1
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
