internal import Stochastics

extension Simulation {
    /// The home that a household takes among those it looks at: multinomial logit over a sample of the list. Returns its
    /// place in the list, or -1 when nothing suits.
    ///
    /// The weight of a home is a product of tables (size and type, price for the income, facilities, distance), so that
    /// no exponential is taken in the loop. A household that can stay where it is takes a home only if it is worth more,
    /// distance aside, than the present one.
    ///
    /// - Parameters:
    ///   - cap: the highest price class that it can or may pay.
    ///   - district: only homes there; -1 for everywhere.
    ///   - block: which look of the year this is.
    func choose(
        _ household: Int, _ one: HouseholdTraits, _ homes: VacancyPool, cap: Int, district: Int32,
        _ block: UInt32
    ) -> Int {
        let random = words(store.key(household), .choice, block)
        let home = store.homes[household]
        let from = home >= 0 ? Int(store.dwellings[Int(home)].area) : TownState.area(ofStay: home) ?? -1
        let count = homes.count
        let looks = min(count, tables.offersSeen)
        let isWhole = count <= tables.offersSeen
        let fit = tables.fit.base + (min(one.persons, 7) * 2 + (one.type.rawValue >= 2 ? 1 : 0)) * 16
        let price = tables.price.base + Int(one.incomeRank >> 12) * 4 * EngineTables.priceStride
        let areaWeight = tables.areaWeight.base
        let middles = tables.middles.base
        let byDistance = tables.byDistance.base
        let middle = from >= 0 ? middles[from] : .zero
        let isBarred = from < 0 && one.incomeRank < 6_554 && one.age < 67
        let means = meanRank.base
        let likeness = tables.bySocialDistance.base
        let rank = Int(one.incomeRank)
        // Wbmgp 8 is about rent below the ceiling: social and private rent, the even codes.
        let sums = choiceSums.base
        let places = choicePlaces.base
        var state = UInt64(random[0]) | 1
        var sum: Float = 0
        for look in 0..<looks {
            var place = look
            if !isWhole {
                state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
                place = Int(((state >> 32) &* UInt64(count)) >> 32)
            }
            let traits = homes.traits[place]
            let area = Int(traits.area)
            var weight: Float = 0
            if Int(traits.priceClass) <= cap, district < 0 || tables.district.base[area] == district,
                !(isBarred && rules.base[area].has(AreaRules.Flag.noNewcomersWithoutWork)
                    && traits.tenureCode % 2 == 0)
            {
                weight =
                    fit[Int(traits.sizeCode) * 2 + Int(traits.buildCode >> 3)]
                    * price[Int(traits.tenureCode) * EngineTables.priceStride + Int(traits.priceClass)]
                    * areaWeight[area]
                weight *= likeness[abs(rank - Int(means[area])) >> 10]
                if from >= 0 {
                    let way = middles[area] - middle
                    let distance = (way.x * way.x + way.y * way.y).squareRoot()
                    weight *= byDistance[Int(min(distance * 4, 255))]
                }
            }
            sum += weight
            sums[look] = sum
            places[look] = Int32(truncatingIfNeeded: place)
        }
        guard sum > 0 else { return -1 }
        let target = Float(random[1] >> 8) * 0x1p-24 * sum
        var look = 0
        while look < looks - 1, sums[look] <= target { look += 1 }
        let place = Int(places[look])
        guard home >= 0, one.urgency != .displaced else { return place }
        let present = worth(one, store.dwellings[Int(home)])
        return worth(one, homes.traits[place]) >= tables.reservation * present ? place : -1
    }

    /// What a home is worth to a household, distance aside.
    @inline(__always)
    func worth(_ one: HouseholdTraits, _ traits: DwellingTraits) -> Float {
        tables.fit[
            (min(one.persons, 7) * 2 + (one.type.rawValue >= 2 ? 1 : 0)) * 16 + Int(traits.sizeCode) * 2
                + Int(traits.buildCode >> 3)]
            * tables.price[
                (Int(one.incomeRank >> 12) * 4 + Int(traits.tenureCode)) * EngineTables.priceStride
                    + Int(traits.priceClass)]
            * tables.areaWeight[Int(traits.area)]
            * tables.bySocialDistance[abs(Int(one.incomeRank) - Int(meanRank[Int(traits.area)])) >> 10]
    }

    /// A household moves into the home at `place` of a list. The home it leaves comes free, as the next link of the
    /// chain.
    func move(_ household: Int, to place: Int, in homes: VacancyPool, as kind: LastMove) {
        let home = homes.dwellings[place]
        let traits = homes.traits[place]
        let tag = homes.tags[place]
        homes.remove(at: place)
        let old = store.homes[household]
        var one = store.households[household]
        count(one, into: traits, tag, as: kind, hadHome: old >= 0, isArrival: old == TownState.none)
        store.homes[household] = home
        store.occupants[Int(home)] = Int32(truncatingIfNeeded: household)
        one.presence = .housed
        one.isSearching = false
        one.urgency = .none
        one.yearsInDwelling = 0
        one.lastMove = kind
        if traits.tenureCode == 0 { one.registrationYears = 0 }
        store.households[household] = one
        inflow[Int(traits.area)] += 1
        guard old >= 0 else { return }
        store.occupants[Int(old)] = TownState.none
        outflow[Int(store.dwellings[Int(old)].area)] += 1
        release(old, tag.next)
    }

    private func count(
        _ one: HouseholdTraits, into traits: DwellingTraits, _ tag: ChainTag, as kind: LastMove,
        hadHome: Bool, isArrival: Bool
    ) {
        movesInto[Int(traits.tenureCode)] += 1
        // A child who leaves home moves within the municipality; an arrival does not.
        if !isArrival { movesByAge[YearFlows.ageClass(one.age)] += 1 }
        switch kind {
        case .wanted: if hadHome { flows.movedByChoice += 1 }
        case .forced: flows.forcedMoves += 1
        case .returned: flows.returned += 1
        case .none: break
        }
        guard tag.start == .newBuild else { return }
        if tag.depth == 0 { flows.chainsStarted += 1 }
        flows.chainMoves += 1
        if !hadHome { flows.chainStarters += 1 }
    }
}
