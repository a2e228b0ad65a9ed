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
        let isBarred = from < 0 && one.incomeRank < 6_554 && one.age < 67
        let sight = Sight(
            tables, rules.base, one, from: from, cap: cap, district: district, isBarred: isBarred)
        let looks = min(homes.count, tables.offersSeen)
        // Most look everywhere from where they live, at part of a list: for them the loop has no branches.
        let isPlain =
            from >= 0 && district < 0 && homes.count > looks && tables.distanceSteps.count > 0
        let sum =
            isPlain
            ? lookAround(homes, sight, UInt64(random[0]) | 1, isPlain: true)
            : lookAround(homes, sight, UInt64(random[0]) | 1, isPlain: false)
        guard sum > 0 else { return -1 }
        let target = Float(random[1] >> 8) * 0x1p-24 * sum
        // Sums never fall, so counting those up to the target finds where a search would stop. Numbers above zero have
        // the order of their bits: the sign of the difference counts, and no branch.
        let sums = choiceSums.base
        let bits = Int32(bitPattern: target.bitPattern)
        var look: UInt32 = 0
        for other in 0..<looks - 1 { look &+= UInt32(bitPattern: sums[other] &- bits &- 1) &>> 31 }
        let place = Int(choicePlaces[Int(look)])
        guard home >= 0, one.urgency != .displaced else { return place }
        let present = worth(one, store.dwellings[Int(home)])
        return worth(one, homes.traits[place]) >= tables.reservation * present ? place : -1
    }

    /// Looks at homes of the list and writes the bits of the running sums of their weights. Returns the last sum.
    @inline(__always)
    private func lookAround(_ homes: VacancyPool, _ sight: Sight, _ seed: UInt64, isPlain: Bool) -> Float {
        let count = homes.count
        let looks = min(count, tables.offersSeen)
        let isWhole = count <= tables.offersSeen
        let list = homes.looks
        let sums = choiceSums.base
        let places = choicePlaces.base
        var state = seed
        var sum: Float = 0
        for look in 0..<looks {
            state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
            let drawn = Int(truncatingIfNeeded: ((state &>> 32) &* UInt64(truncatingIfNeeded: count)) &>> 32)
            let place = !isPlain && isWhole ? look : drawn
            sum += sight.weight(list[place], isPlain: isPlain)
            sums[look] = Int32(bitPattern: sum.bitPattern)
            places[look] = Int32(truncatingIfNeeded: place)
        }
        return sum
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
        case .wanted: if hadHome { tally.pointee.movedByChoice += 1 }
        case .forced: tally.pointee.forcedMoves += 1
        case .returned: tally.pointee.returned += 1
        case .none: break
        }
        guard tag.start == .newBuild else { return }
        if tag.depth == 0 { tally.pointee.chainsStarted += 1 }
        tally.pointee.chainMoves += 1
        if !hadHome { tally.pointee.chainStarters += 1 }
    }
}

/// What one household sees when it looks at homes: the rows of the tables that are about it.
private struct Sight {
    let fit: UnsafeMutablePointer<Float>
    let price: UnsafeMutablePointer<Float>
    let likeness: UnsafeMutablePointer<Float>
    let byDistance: UnsafeMutablePointer<Float>
    /// The row of ``EngineTables/distanceSteps`` from where it lives.
    let steps: UnsafeMutablePointer<UInt8>
    let areas: UnsafeMutablePointer<AreaLook>
    let districts: UnsafeMutablePointer<Int32>
    let rules: UnsafeMutablePointer<AreaRules>
    let rank: Int32
    let x: Float
    let y: Float
    let isFromHere: Bool
    let cap: Int
    let district: Int32
    let isBarred: Bool

    /// The sight is valid while `tables` and `rules` live.
    @inline(__always)
    init(
        _ tables: EngineTables, _ rules: UnsafeMutablePointer<AreaRules>, _ one: HouseholdTraits, from: Int,
        cap: Int, district: Int32, isBarred: Bool
    ) {
        fit = tables.fit.base + (min(one.persons, 7) * 2 + (one.type.rawValue >= 2 ? 1 : 0)) * 16
        price = tables.price.base + Int(one.incomeRank >> 12) * 4 * EngineTables.priceStride
        likeness = tables.bySocialDistance.base
        byDistance = tables.byDistance.base
        areas = tables.areaLooks.base
        let row = tables.distanceSteps.count > 0 ? max(from, 0) * tables.areaLooks.count : 0
        steps = tables.distanceSteps.base + row
        districts = tables.district.base
        self.rules = rules
        rank = Int32(one.incomeRank)
        x = from >= 0 ? areas[from].x : 0
        y = from >= 0 ? areas[from].y : 0
        isFromHere = from >= 0
        self.cap = cap
        self.district = district
        self.isBarred = isBarred
    }

    /// The weight of one home.
    ///
    /// - Parameter isPlain: whether the household lives here and looks in all districts, in a town of which all
    ///   distances stand ready.
    @inline(__always)
    func weight(_ home: VacancyLook, isPlain: Bool) -> Float {
        let area = areas[home.area]
        let gap = rank &- area.meanRank
        var weight = fit[home.fit] * price[home.price] * area.weight
        weight *= likeness[Int(max(gap, 0 &- gap) &>> 10)]
        if isPlain {
            weight *= byDistance[Int(steps[home.area])]
        } else if isFromHere {
            weight *= byDistance[EngineTables.distanceStep(area.x - x, area.y - y)]
        }
        var isOpen = Int32(truncatingIfNeeded: home.priceClass &- cap &- 1) &>> 31
        if !isPlain {
            if district >= 0, districts[home.area] != district { isOpen = 0 }
            // Wbmgp 8 is about rent below the ceiling: social and private rent.
            if isBarred, home.isRentBelowCeiling,
                rules[home.area].has(AreaRules.Flag.noNewcomersWithoutWork)
            {
                isOpen = 0
            }
        }
        // All bits or none: whether a home is too dear is a coin toss, which no processor foresees.
        return Float(bitPattern: weight.bitPattern & UInt32(bitPattern: isOpen))
    }
}
