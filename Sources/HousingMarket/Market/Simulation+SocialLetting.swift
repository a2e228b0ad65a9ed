internal import Stochastics

extension Simulation {
    /// The limits on income of the year as places on the ladder of 65,536.
    func setIncomeThresholds() {
        let limits = incomeLimits
        let isOpen = switches.contains(.noIncomeTest)
        for persons in 0...6 {
            socialLimit[persons] = isOpen ? .max : Self.rank(limits.socialRent[persons])
            appropriateLimit[persons] = isOpen ? 0 : Self.rank(limits.appropriate[persons])
        }
    }

    private static func rank(_ place: Double) -> UInt16 { UInt16(min(65_535, max(0, place * 65_536))) }

    /// One round of social lettings: each rule has its homes and its order; what is left goes in the ordinary order.
    func letSocial(_ round: Int) {
        pass(.mediated, round) { one, _ in one.urgency == .mediated }
        passAboveLimit(round)
        pass(.designated, round) { one, _ in one.incomeRank >= 13_107 }
        pass(.local, round, inDistrict: true) { _, _ in true }
        passByLottery(round)
        for kind in [PoolKind.mediated, .free, .designated, .local, .lottery] {
            pool(kind).empty(into: pool(.social))
        }
        pass(.social, round) { _, _ in true }
    }

    private func pass(
        _ kind: PoolKind, _ round: Int, inDistrict: Bool = false, where fits: (HouseholdTraits, Int) -> Bool
    ) {
        let homes = pool(kind)
        // Whoever is far down the queue is not asked: a home is refused a number of times at most.
        var left = homes.count * Self.mostRefusals + 50
        for entry in seekers[0] {
            guard homes.count > 0, left > 0 else { return }
            let household = Int(entry & 0xFFFF_FFFF)
            let one = store.households[household]
            guard one.isSearching, fits(one, household) else { continue }
            let district = inDistrict ? self.district(of: household) : -1
            if inDistrict, district < 0 { continue }
            left -= 1
            offerSocial(household, one, homes, kind, district, round)
        }
    }

    /// How often a social home is refused, at most, in one round.
    static let mostRefusals = 30

    private func passByLottery(_ round: Int) {
        let homes = pool(.lottery)
        guard homes.count > 0, !seekers[0].isEmpty else { return }
        var random = stream(UInt32(round), .segment)
        var left = homes.count * Self.mostRefusals
        while homes.count > 0, left > 0 {
            left -= 1
            let household = Int(
                seekers[0][Int(random.integer(below: UInt32(truncatingIfNeeded: seekers[0].count)))]
                    & 0xFFFF_FFFF)
            let one = store.households[household]
            if one.isSearching { offerSocial(household, one, homes, .lottery, -1, round) }
        }
    }

    private func passAboveLimit(_ round: Int) {
        let homes = pool(.free)
        for entry in aboveLimit {
            guard homes.count > 0 else { return }
            let household = Int(entry & 0xFFFF_FFFF)
            let one = store.households[household]
            if one.isSearching { offerSocial(household, one, homes, .free, -1, round) }
        }
    }

    /// A household looks at social homes; with a low income only at those below its capping limit.
    private func offerSocial(
        _ household: Int, _ one: HouseholdTraits, _ homes: VacancyPool, _ kind: PoolKind, _ district: Int32,
        _ round: Int
    ) {
        let persons = min(one.persons, 6)
        let isLow = one.incomeRank <= appropriateLimit[persons]
        let capping = one.persons <= 2 ? 0 : 1
        let cap = isLow && !quotas.pointee.hasRoomForDear(assumptions[.appropriateShare]) ? capping : 15
        let place = choose(
            household, one, homes, cap: cap, district: district, UInt32(round) << 4 | UInt32(kind.rawValue))
        guard place >= 0 else { return }
        if isLow {
            let isDear = Int(homes.traits[place].priceClass) > capping
            quotas.pointee.countLowIncome(isDear: isDear)
            tally.pointee.lettingsLowIncome += 1
            if isDear { tally.pointee.lettingsLowIncomeDear += 1 }
        }
        if one.incomeRank > socialLimit[persons] { tally.pointee.lettingsAboveLimit += 1 }
        if kind == .mediated { tally.pointee.lettingsMediated += 1 }
        if kind == .local { tally.pointee.lettingsLocal += 1 }
        tally.pointee.lettingsByIncome[one.incomeGroup] += 1
        tally.pointee.registrationByIncome[one.incomeGroup] += Int(one.registrationYears)
        move(household, to: place, in: homes, as: one.urgency == .displaced ? .forced : .wanted)
    }

    private func district(of household: Int) -> Int32 {
        let home = store.homes[household]
        if home >= 0 { return tables.district[Int(store.dwellings[Int(home)].area)] }
        return TownState.area(ofStay: home).map { tables.district[$0] } ?? -1
    }

    /// Households that were displaced and want to return choose first from what was rebuilt or reopened in their
    /// neighbourhood; a home in the market only if they can pay it. What they leave is offered to all.
    func houseReturners() {
        let homes = pool(.returning)
        guard homes.count > 0 else { return }
        for (position, area) in store.returnAreas.sorted(by: { $0.key < $1.key }) {
            let household = Int(position)
            let one = store.households[household]
            guard one.isPresent, homes.count > 0 else { continue }
            var best = -1
            var weight: Float = 0
            for place in 0..<homes.count where homes.traits[place].area == area {
                let traits = homes.traits[place]
                guard
                    traits.tenure == .socialRent
                        || highestClass(one, traits.tenure, isOwner: false) >= Int(traits.priceClass)
                else { continue }
                let found = worth(one, traits)
                if found > weight { (best, weight) = (place, found) }
            }
            guard best >= 0 else { continue }
            store.setReturn(household, to: nil)
            move(household, to: best, in: homes, as: .returned)
        }
        while homes.count > 0 {
            let (home, tag) = (homes.dwellings[0], homes.tags[0])
            homes.remove(at: 0)
            offer(home, tag, isForReturn: false)
        }
    }
}
