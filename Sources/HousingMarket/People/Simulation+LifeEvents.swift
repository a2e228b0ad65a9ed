internal import Stochastics

extension Simulation {
    /// What an event does to a household. Returns whether the household is gone because of it; `one` then says how.
    ///
    /// - Parameters:
    ///   - word: 32 random bits.
    ///   - home: the value of ``TownStore/homes``: a home, or where it stays with others.
    ///   - beginning: households that begin because of it are added here.
    ///   - lonely: single households that look for a partner are added here.
    func live(
        _ event: LifeEvent, _ household: Int, _ one: inout HouseholdTraits, _ key: UInt32, _ word: UInt32,
        _ home: Int32, _ beginning: inout [NewHousehold], _ lonely: inout [UInt64]
    ) -> Bool {
        switch event {
        case .death: return die(&one)
        case .departure:
            tally.pointee.departed += 1
            one.presence = .left
            return true
        case .separation: separate(&one, key, home, &beginning)
        case .union:
            let band = UInt64(min(9, (one.age - min(one.age, 18)) / 8))
            lonely.append(band << 60 | UInt64(word) << 28 | UInt64(household & 0xFFF_FFFF))
        case .birth:
            if one.type == .onePerson { one.type = .singleParent }
            if one.type == .couple { one.type = .coupleWithChildren }
            one.persons = min(one.persons + 1, 8)
        case .childLeaves: letChildGo(&one, key, word, home, &beginning)
        }
        return false
    }

    private func die(_ one: inout HouseholdTraits) -> Bool {
        guard one.type == .couple || one.type == .coupleWithChildren else {
            tally.pointee.died += 1
            one.presence = .ended
            return true
        }
        one.persons = max(1, one.persons - 1)
        one.type = one.type == .couple ? .onePerson : .singleParent
        return false
    }

    /// One partner leaves and looks for a home; both have less to spend.
    private func separate(
        _ one: inout HouseholdTraits, _ key: UInt32, _ home: Int32, _ beginning: inout [NewHousehold]
    ) {
        one.incomeRank = UInt16(Float(one.incomeRank) * 0.65)
        one.persons = max(1, one.persons - 1)
        one.type = one.type == .couple ? .onePerson : .singleParent
        let traits = HouseholdTraits(
            incomeRank: one.incomeRank, age: one.age, type: .onePerson, persons: 1,
            registrationYears: one.registrationYears / 2, yearsInDwelling: 0, presence: .waiting)
        beginning.append(NewHousehold(traits: traits, key: childKey(key, 1), place: place(besides: home)))
    }

    /// A child of 18 to 25 leaves: some look for a home here, the others are gone. Of the children who leave their
    /// parents about half stays in the municipality; students and those who move for work go.
    private func letChildGo(
        _ one: inout HouseholdTraits, _ key: UInt32, _ word: UInt32, _ home: Int32,
        _ beginning: inout [NewHousehold]
    ) {
        one.persons = max(1, one.persons - 1)
        if one.type == .coupleWithChildren, one.persons <= 2 { one.type = .couple }
        if one.type == .singleParent, one.persons == 1 { one.type = .onePerson }
        guard word & 1 == 0 else { return }
        let age = UInt8(18 + word >> 1 & 7)
        let donor = donorIncomes[IncomeDonors.cell(.onePerson, age) * 64 + Int(word >> 26)]
        let traits = HouseholdTraits(
            incomeRank: donor, age: age, type: .onePerson, persons: 1, registrationYears: age - 18,
            yearsInDwelling: 0, presence: .waiting)
        beginning.append(NewHousehold(traits: traits, key: childKey(key, 2), place: place(besides: home)))
    }

    /// The address of a household that begins out of another: the same in every package.
    func childKey(_ parent: UInt32, _ kind: UInt32) -> UInt32 {
        words(parent, .arrival, kind)[0]
    }

    /// Where someone stays who leaves the home `home`: with others in the same neighbourhood.
    func place(besides home: Int32) -> Int32 {
        home >= 0 ? TownState.staying(in: Int(store.dwellings[Int(home)].area)) : home
    }

    /// Couples form within bands of age, in an order that luck gives. The larger home is kept; the other comes free.
    func join(_ lonely: inout [UInt64]) {
        lonely.sort()
        var place = 0
        while place + 1 < lonely.count {
            guard lonely[place] >> 60 == lonely[place + 1] >> 60 else {
                place += 1
                continue
            }
            unite(Int(lonely[place] & 0xFFF_FFFF), Int(lonely[place + 1] & 0xFFF_FFFF))
            place += 2
        }
    }

    private func unite(_ first: Int, _ second: Int) {
        func size(_ household: Int) -> Int {
            let home = store.homes[household]
            return home >= 0 ? Int(store.dwellings[Int(home)].sizeCode) : -1
        }
        let (stays, comes) = size(first) >= size(second) ? (first, second) : (second, first)
        guard store.households[stays].isPresent, store.households[comes].isPresent else { return }
        var one = store.households[stays]
        let other = store.households[comes]
        let children = one.type == .singleParent || other.type == .singleParent
        one.persons = min(one.persons + other.persons, 8)
        one.type = children ? .coupleWithChildren : .couple
        one.age = max(one.age, other.age)
        // Two who share costs rise on the ladder of equivalised incomes.
        let higher = Float(max(one.incomeRank, other.incomeRank))
        one.incomeRank = UInt16(higher + (65_535 - higher) * 0.15)
        store.households[stays] = one
        tally.pointee.joined += 1
        leave(comes, as: .ended)
    }

    /// Households from elsewhere that look for a home here this year. Those that find none stay away, except those in
    /// direct mediation, who wait.
    func arrive() {
        arrivals.removeAll(keepingCapacity: true)
        let wanted = Int((assumptions[.arrivalRate] * Double(store.initialCount)).rounded())
        let mediated = Int(
            (assumptions[.mediatedShare] * Double(lastSocialLettings)).rounded())
        store.reserveHouseholds(wanted + mediated)
        let low = Float(min(1, assumptions[.arrivalLowIncome] * programme.lowIncomeInflow))
        for number in 0..<wanted + mediated {
            let random = words(UInt32(truncatingIfNeeded: number), .arrival)
            let traits = arrival(random, low: low, isMediated: number >= wanted)
            let slot = store.addHousehold(traits, key: random[3])
            arrivals.append(slot)
        }
    }

    /// Ages follow the departures of the country: who leaves one place arrives in another.
    private func arrival(_ random: Philox.Block, low: Float, isMediated: Bool) -> HouseholdTraits {
        let unit = Float(random[0] >> 8) * 0x1p-24
        // A falling density from 18: half is under 26, a tenth over 54.
        let age = UInt8(18 + min(60, 10 * unit / (1.15 - unit)))
        let kind = random[1] & 15
        let type: HouseholdType =
            kind < 8 ? .onePerson : kind < 12 ? .couple : kind < 15 ? .coupleWithChildren : .singleParent
        let persons: UInt8 =
            type == .onePerson
            ? 1 : type == .couple ? 2 : UInt8(type == .singleParent ? 2 : 3) + UInt8(random[1] >> 30 & 1)
        let place = Float(random[2] >> 8) * 0x1p-24
        let isLow = Float(random[1] >> 8 & 0xFFFF) * 0x1p-16 < low
        let rank = isMediated ? place * 0.15 : isLow ? place * 0.4 : 0.4 + place * 0.6
        var one = HouseholdTraits(
            incomeRank: UInt16(min(65_535, rank * 65_536)), age: age, type: type, persons: persons,
            registrationYears: isMediated ? 1 : UInt8(random[0] & 3), yearsInDwelling: 0, presence: .waiting)
        one.isSearching = true
        if isMediated { one.urgency = .mediated }
        return one
    }
}
