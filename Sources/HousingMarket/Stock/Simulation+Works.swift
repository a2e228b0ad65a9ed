internal import Stochastics

extension Simulation {
    /// Demolition, renovation, building, sale to tenants and income support of this year; then the homes that are not to
    /// be let leave the lists of vacancies.
    func works() {
        for index in programme.entries.indices where programme.entries[index].isActive(year) {
            begin(measure: index)
        }
        progressSites()
        orderBaseline()
        build()
        purgePools()
        let counts = FlatTable([0, 0, 0, 0])
        let dwellings = store.dwellings
        for dwelling in 0..<store.dwellingCount
        where dwellings[dwelling].statusCode != DwellingStatus.gone.rawValue {
            counts[Int(dwellings[dwelling].tenureCode)] += 1
        }
        stockByTenure = counts.array
    }

    private func begin(measure index: Int) {
        let entry = programme.entries[index]
        switch entry.measure.lever {
        case .demolishRebuild(let plan):
            let homes = take(index, tenure: plan.tenure, forcing: true)
            open(
                index, homes, after: plan.emptyingYears, building: plan.constructionYears,
                isRenovation: false,
                returnShare: plan.returnShare)
            orderRebuilt(index, plan, count: homes.count)
        case .renovation(let plan): renovate(index, plan)
        case .mergeSplit(let plan) where plan.merges: merge(index, plan)
        case .sale(let plan) where plan.toSittingTenants: sellToTenants(index)
        case .newBuild(let plan): orderNewBuild(index, plan)
        case .householdIncome(let plan): support(index, plan)
        default: break
        }
    }

    /// The homes that a measure takes this year: estate by estate, so that whole complexes go together. Bound by the
    /// quota of the year, by how many households can be rehoused, and by what stands there.
    private func take(_ index: Int, tenure: Tenure, forcing: Bool) -> [Int32] {
        prepare(index, tenure: tenure)
        let asked = programme.entries[index].room(in: year)
        var homes: [Int32] = []
        var isRehousingFull = false
        while homes.count < asked, programme.entries[index].next < programme.entries[index].queue.count {
            let home = programme.entries[index].queue[programme.entries[index].next]
            let place = Int(home)
            if store.dwellings[place].status == .inUse, store.dwellings[place].tenure == tenure {
                if forcing, store.occupants[place] >= 0 {
                    guard programme.rehousingRoom > 0 else {
                        isRehousingFull = true
                        break
                    }
                    programme.rehousingRoom -= 1
                }
                homes.append(home)
            }
            programme.entries[index].next += 1
        }
        programme.entries[index].done += homes.count
        if homes.count < asked {
            programme.entries[index].held[isRehousingFull ? .rehousing : .stock, default: 0] +=
                asked - homes.count
        }
        return homes
    }

    private func prepare(_ index: Int, tenure: Tenure) {
        guard !programme.entries[index].isPrepared else { return }
        programme.entries[index].isPrepared = true
        let entry = programme.entries[index]
        var found: [UInt64] = []
        for dwelling in 0..<store.dwellingCount {
            let home = store.dwellings[dwelling]
            guard entry.contains[Int(home.area)], home.tenure == tenure, home.status == .inUse,
                entry.measure.estates.contains(home)
            else { continue }
            found.append(UInt64(home.area) << 40 | UInt64(home.estateInArea) << 32 | UInt64(dwelling))
        }
        found.sort()
        programme.entries[index].queue = found.map { Int32($0 & 0xFFFF_FFFF) }
    }

    /// Empties homes: who lives there must look for another home, and some may return.
    private func open(
        _ index: Int, _ homes: [Int32], after years: Int, building: Int, isRenovation: Bool,
        returnShare: Double?
    ) {
        guard !homes.isEmpty else { return }
        let wish = Chance(min(1, max(0, returnShare ?? assumptions[.returnShare])))
        for home in homes {
            store.dwellings[Int(home)].status = .emptying
            displace(from: home, wish: wish)
        }
        sites.append(
            Site(
                entry: index, homes: homes, begun: year, worksBegin: year + years,
                ready: year + years + building,
                isRenovation: isRenovation))
    }

    private func displace(from home: Int32, wish: Chance) {
        let occupant = store.occupants[Int(home)]
        guard occupant >= 0 else { return }
        let household = Int(occupant)
        store.households[household].urgency = .displaced
        store.households[household].isSearching = true
        var random = stream(store.key(household), .works)
        store.setReturn(household, to: random.happens(wish) ? store.dwellings[Int(home)].area : nil)
    }

    private func progressSites() {
        for index in sites.indices {
            if !sites[index].isDown, year >= sites[index].worksBegin {
                sites[index].isDown = true
                for home in sites[index].homes { takeDown(home, isRenovation: sites[index].isRenovation) }
            }
            if sites[index].isRenovation, sites[index].isDown, year == sites[index].ready {
                for home in sites[index].homes { reopen(home) }
            }
        }
        sites.removeAll { $0.isDown && (!$0.isRenovation || year >= $0.ready) }
    }

    private func takeDown(_ home: Int32, isRenovation: Bool) {
        let place = Int(home)
        let occupant = store.occupants[place]
        if occupant >= 0 {
            // Whoever found nothing in time goes to a temporary home and keeps looking.
            tally.pointee.decanted += 1
            store.occupants[place] = TownState.none
            store.households[Int(occupant)].presence = .waiting
            store.households[Int(occupant)].lastMove = .forced
            store.households[Int(occupant)].isSearching = true
            store.homes[Int(occupant)] = TownState.staying(in: Int(store.dwellings[place].area))
            outflow[Int(store.dwellings[place].area)] += 1
        }
        store.dwellings[place].status = isRenovation ? .underConstruction : .gone
        if !isRenovation { tally.pointee.demolished += 1 }
    }

    private func reopen(_ home: Int32) {
        store.dwellings[Int(home)].status = .inUse
        store.dwellings[Int(home)].mark = .renovated
        offer(home, ChainTag(), isForReturn: true)
    }

    private func renovate(_ index: Int, _ plan: Renovation) {
        let homes = take(index, tenure: .socialRent, forcing: plan.emptied)
        for home in homes {
            let rent = Int(store.dwellings[Int(home)].priceClass) + plan.rentClassesUp
            store.dwellings[Int(home)].priceClass = UInt8(min(2, rent))
            store.dwellings[Int(home)].mark = .renovated
        }
        if plan.emptied {
            open(index, homes, after: 1, building: 1, isRenovation: true, returnShare: nil)
        }
    }

    /// Of two neighbours in one estate the second is emptied and joined to the first.
    private func merge(_ index: Int, _ plan: MergeSplit) {
        prepare(index, tenure: plan.tenure)
        let asked = programme.entries[index].room(in: year)
        var done = 0
        var reason = Hindrance.stock
        while done < asked, programme.entries[index].next + 1 < programme.entries[index].queue.count {
            let next = programme.entries[index].next
            let pair = (programme.entries[index].queue[next], programme.entries[index].queue[next + 1])
            let (kept, lost) = (store.dwellings[Int(pair.0)], store.dwellings[Int(pair.1)])
            guard kept.area == lost.area, kept.estateInArea == lost.estateInArea, kept.sizeCode < 3,
                kept.status == .inUse, lost.status == .inUse
            else {
                programme.entries[index].next += 1
                continue
            }
            if store.occupants[Int(pair.1)] >= 0 {
                guard programme.rehousingRoom > 0 else {
                    reason = .rehousing
                    break
                }
                programme.rehousingRoom -= 1
            }
            store.dwellings[Int(pair.0)].sizeCode = min(4, kept.sizeCode + 2)
            open(index, [pair.1], after: 1, building: 0, isRenovation: false, returnShare: 0)
            done += 1
            programme.entries[index].next += 2
        }
        programme.entries[index].done += done
        if done < asked { programme.entries[index].held[reason, default: 0] += asked - done }
    }

    /// Sells to tenants who can pay the price of their home in the market.
    private func sellToTenants(_ index: Int) {
        prepare(index, tenure: .socialRent)
        let asked = programme.entries[index].room(in: year)
        var done = 0
        let queue = programme.entries[index].queue
        for home in queue where done < asked {
            let place = Int(home)
            let traits = store.dwellings[place]
            guard traits.tenure == .socialRent, traits.status == .inUse, store.occupants[place] >= 0 else {
                continue
            }
            let tenant = store.households[Int(store.occupants[place])]
            // A tenant buys at a discount: one class below what the home would bring.
            guard highestClass(tenant, .ownerOccupied, isOwner: false) + 1 >= Int(traits.marketClass) else {
                continue
            }
            turn(home, into: .ownerOccupied, mark: .sold)
            tally.pointee.sold += 1
            done += 1
        }
        programme.entries[index].done += done
        if done < asked { programme.entries[index].held[.means, default: 0] += asked - done }
    }

    /// Households in the lowest fifth rise: every so many of them in the areas, from a start that luck gives.
    private func support(_ index: Int, _ plan: IncomeSupport) {
        let entry = programme.entries[index]
        var found: [Int32] = []
        for dwelling in 0..<store.dwellingCount {
            let occupant = store.occupants[dwelling]
            guard occupant >= 0, entry.contains[Int(store.dwellings[dwelling].area)] else { continue }
            if store.households[Int(occupant)].quintile == 0 { found.append(occupant) }
        }
        let asked = entry.room(in: year)
        let count = min(asked, found.count)
        if count < asked { programme.entries[index].held[.stock, default: 0] += asked - count }
        guard count > 0 else { return }
        var random = stream(UInt32(index), .works)
        let start = Int(random.integer(below: UInt32(found.count)))
        for number in 0..<count {
            let place = (start + number * found.count / count) % found.count
            let rank = Double(store.households[Int(found[place])].incomeRank) + plan.percentiles * 655.36
            store.households[Int(found[place])].incomeRank = UInt16(min(65_535, rank))
        }
        programme.entries[index].done += count
    }
}
