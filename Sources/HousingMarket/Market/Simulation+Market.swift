internal import Stochastics

extension Simulation {
    /// The market of the year: those who may return, then round after round of all segments, until a round houses nobody.
    /// A home that someone leaves is offered at once, so that chains are followed to their end within the year.
    func market() {
        setIncomeThresholds()
        tables.renewAreaLooks(meanRank)
        houseReturners()
        collectSeekers()
        var round = 0
        var moves = -1
        while moves != movesSoFar, round < Self.mostRounds {
            moves = movesSoFar
            letSocial(round)
            for tenure in [Tenure.midRent, .privateRent, .ownerOccupied] { clear(tenure, round) }
            keepSearching(round)
            round += 1
        }
        takeSecondBest(round)
        settle()
    }

    private var movesSoFar: Int { movesInto[0] + movesInto[1] + movesInto[2] + movesInto[3] }

    /// Rounds of offers in a year: after the first three only those without a home, or who must leave it, go on.
    static let mostRounds = 12

    /// Everyone who looks for a home, in the segment that they want and can pay, in the order of that segment.
    private func collectSeekers() {
        // Out of the simulation while they fill, so that adding to them costs no check of exclusive access.
        var lists: [[UInt64]] = []
        swap(&lists, &seekers)
        for segment in lists.indices { lists[segment].removeAll(keepingCapacity: true) }
        aboveLimit.removeAll(keepingCapacity: true)
        let count = store.householdCount
        let households = store.households
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.group) { found in
            for first in stride(from: 0, to: count, by: Self.group) {
                var number = 0
                for household in first..<min(first + Self.group, count) {
                    found[number] = Int32(truncatingIfNeeded: household)
                    number &+= households[household].isSeeking ? 1 : 0
                }
                for place in 0..<number { enlist(Int(found[place]), in: &lists) }
            }
        }
        for segment in lists.indices { RadixSort.sort(&lists[segment], scratch: &scratch) }
        swap(&lists, &seekers)
        RadixSort.sort(&aboveLimit, scratch: &scratch)
    }

    /// Puts a household on the list of its segment, with its place in the order above its number.
    @inline(__always)
    private func enlist(_ household: Int, in lists: inout [[UInt64]]) {
        let one = store.households[household]
        let random = words(store.key(household), .segment)
        let segment = self.segment(of: one, household, random[0])
        if segment == 0 || segment == Self.aboveSocialLimit {
            tally.pointee.seekersByIncome[one.incomeGroup] += 1
        }
        let code: UInt64
        switch segment {
        case Self.aboveSocialLimit:
            aboveLimit.append(UInt64(random[1]) << 32 | UInt64(household))
            return
        case 0, 1: code = rankInQueue(one, random[1])
        case 2: code = UInt64(random[1] >> 16)
        case 3:
            // Bids follow income, with noise as wide as an eighth of the ladder.
            let bid = UInt32(one.incomeRank) + random[1] >> 19
            code = UInt64(73_728 - min(73_727, bid)) >> 1
        default: return
        }
        lists[segment].append(code << 32 | UInt64(household))
    }

    /// Displaced households first, then years of registration; luck decides between equals.
    private func rankInQueue(_ one: HouseholdTraits, _ word: UInt32) -> UInt64 {
        if switches.contains(.lottery), one.urgency != .displaced { return UInt64(word >> 17) | 0x8000 }
        let place: UInt64 = one.urgency == .displaced ? 0 : 255 - UInt64(min(one.registrationYears, 254))
        return place << 8 | UInt64(word >> 24)
    }

    static let aboveSocialLimit = 4

    /// The tenure that a household looks in: what it prefers if it may and can, else what is left to it; -1 for nothing
    /// and ``aboveSocialLimit`` for those who want social rent with an income above the limit.
    private func segment(of one: HouseholdTraits, _ household: Int, _ word: UInt32) -> Int {
        let home = store.homes[household]
        let present = home >= 0 ? Int(store.dwellings[Int(home)].tenureCode) : 4
        let age = one.age < 28 ? 0 : one.age < 45 ? 1 : one.age < 65 ? 2 : 3
        let row = ((Int(one.incomeRank >> 12) * 4 + age) * 5 + present) * 4
        let unit = Float(word >> 8) * 0x1p-24
        var wanted = 0
        while wanted < 3, unit >= tables.segment[row + wanted] { wanted += 1 }
        let maySocial = one.incomeRank <= socialLimit[min(one.persons, 6)]
        if one.urgency == .mediated || (one.urgency == .displaced && present == 0) { return 0 }
        if wanted == 0 { return maySocial ? 0 : Self.aboveSocialLimit }
        let isOwner = present == 3
        if highestClass(one, Tenure(rawValue: UInt8(wanted)) ?? .privateRent, isOwner: isOwner) >= 0 {
            return wanted
        }
        if maySocial { return 0 }
        return highestClass(one, .privateRent, isOwner: isOwner) >= 0 ? 2 : -1
    }

    /// The highest price class that a household can pay, -1 for none.
    @inline(__always)
    func highestClass(_ one: HouseholdTraits, _ tenure: Tenure, isOwner: Bool) -> Int {
        Int(
            affordable[
                Affordability.place(
                    tenure: Int(tenure.rawValue), isOwner: isOwner, persons: one.persons,
                    income: one.incomeRank)])
    }

    /// One round in a segment of the market, in the order of the seekers.
    private func clear(_ tenure: Tenure, _ round: Int) {
        let homes = pool(.of(tenure))
        for entry in seekers[Int(tenure.rawValue)] {
            guard homes.count > 0 else { return }
            let household = Int(entry & 0xFFFF_FFFF)
            let one = store.households[household]
            guard one.isSearching else { continue }
            let isOwner = isInOwnerHome(household)
            let cap = highestClass(one, tenure, isOwner: isOwner)
            guard cap >= 0 else { continue }
            let place = choose(
                household, one, homes, cap: cap, district: -1, UInt32(round) << 4 | UInt32(tenure.rawValue))
            if place >= 0 {
                move(household, to: place, in: homes, as: one.urgency == .displaced ? .forced : .wanted)
            }
        }
    }

    private func isInOwnerHome(_ household: Int) -> Bool {
        let home = store.homes[household]
        return home >= 0 && store.dwellings[Int(home)].tenureCode == 3
    }

    /// Who found a home leaves the lists; after three rounds so does who can stay where they are.
    private func keepSearching(_ round: Int) {
        let households = store.households
        func goesOn(_ entry: UInt64) -> Bool {
            let one = households[Int(entry & 0xFFFF_FFFF)]
            guard one.isSearching else { return false }
            return round < 2 || one.presence == .waiting || one.urgency == .displaced
        }
        for segment in seekers.indices { seekers[segment].removeAll { !goesOn($0) } }
        aboveLimit.removeAll { !goesOn($0) }
    }

    /// Households without a home, or who must leave it, take private or mid rent when what they wanted was not there.
    private func takeSecondBest(_ round: Int) {
        for tenure in [Tenure.privateRent, .midRent, .ownerOccupied] {
            let homes = pool(.of(tenure))
            for segment in [0, 3, 1] {
                for entry in seekers[segment] {
                    guard homes.count > 0 else { break }
                    tryAnything(Int(entry & 0xFFFF_FFFF), homes, tenure, round)
                }
            }
            for entry in aboveLimit {
                guard homes.count > 0 else { break }
                tryAnything(Int(entry & 0xFFFF_FFFF), homes, tenure, round)
            }
        }
    }

    private func tryAnything(_ household: Int, _ homes: VacancyPool, _ tenure: Tenure, _ round: Int) {
        let one = store.households[household]
        guard one.isSearching else { return }
        let cap = highestClass(one, tenure, isOwner: false)
        guard cap >= 0 else { return }
        let place = choose(
            household, one, homes, cap: cap, district: -1, UInt32(round) << 4 | 8 | UInt32(tenure.rawValue))
        if place >= 0 {
            move(household, to: place, in: homes, as: one.urgency == .displaced ? .forced : .wanted)
        }
    }

    /// Arrivals without a home stay away, and the year is counted up.
    private func settle() {
        unhoused = [0, 0, 0, 0]
        for segment in 1..<4 {
            unhoused[segment] = seekers[segment].reduce(0) { $0 + (isWaiting($1) ? 1 : 0) }
        }
        for slot in arrivals {
            let one = store.households[Int(slot)]
            if one.presence == .housed {
                tally.pointee.arrived += 1
            } else if one.urgency == .none {
                tally.pointee.turnedAway += 1
                store.endHousehold(Int(slot), as: .left)
            } else {
                tally.pointee.arrived += 1
            }
        }
        tally.pointee.movesInto = movesInto.array
        tally.pointee.movesByAge = movesByAge.array
        tally.pointee.vacant = pools.reduce(0) { $0 + $1.count }
        let households = store.households
        var waiting = 0
        for household in 0..<store.householdCount { waiting &+= households[household].isWaiting ? 1 : 0 }
        tally.pointee.waiting = waiting
    }

    private func isWaiting(_ entry: UInt64) -> Bool {
        store.households[Int(entry & 0xFFFF_FFFF)].isSearching
    }
}

/// Sorts by the upper half of each word, lowest first, keeping the order of equals: two passes over 16 bits.
enum RadixSort {
    static func sort(_ words: inout [UInt64], scratch: inout [UInt64]) {
        guard words.count > 1 else { return }
        if scratch.count < words.count { scratch = Array(repeating: 0, count: words.count + words.count / 4) }
        let count = words.count
        words.withUnsafeMutableBufferPointer { first in
            scratch.withUnsafeMutableBufferPointer { second in
                guard let from = first.baseAddress, let to = second.baseAddress else { return }
                pass(from, to, count, shift: 32)
                pass(to, from, count, shift: 40)
            }
        }
    }

    private static func pass(
        _ from: UnsafeMutablePointer<UInt64>, _ to: UnsafeMutablePointer<UInt64>, _ count: Int, shift: UInt64
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { places in
            places.initialize(repeating: 0)
            for index in 0..<count { places[Int(from[index] >> shift & 255)] += 1 }
            var sum = 0
            for digit in 0..<256 {
                let number = places[digit]
                places[digit] = sum
                sum += number
            }
            for index in 0..<count {
                let digit = Int(from[index] >> shift & 255)
                to[places[digit]] = from[index]
                places[digit] += 1
            }
        }
    }
}
