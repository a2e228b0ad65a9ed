internal import Stochastics

extension Simulation {
    /// A home comes free: the package may take it for sale, mid rent or social rent, the baseline may sell, let, split
    /// or demolish it; what is left of it is offered.
    func release(_ home: Int32, _ tag: ChainTag) {
        let place = Int(home)
        let traits = store.dwellings[place]
        guard traits.status == .inUse else { return }
        tally.pointee.freed[Int(traits.tenureCode)] += 1
        let rule = rules[Int(traits.area)]
        if rule.has(AreaRules.Flag.takesFreeHomes), packageTakes(home, traits) {
            offer(home, tag, isForReturn: false)
            return
        }
        if !switches.contains(.frozenBaseline), !baselineKeeps(home, traits, rule) { return }
        offer(home, tag, isForReturn: false)
    }

    /// The first measure that wants this home gets it.
    private func packageTakes(_ home: Int32, _ traits: DwellingTraits) -> Bool {
        for index in 0..<takers.count where takers[index] & 1 << traits.tenureCode != 0 {
            guard programme.entries[index].contains[Int(traits.area)],
                programme.entries[index].measure.estates.contains(traits), take(home, traits, for: index)
            else { continue }
            return true
        }
        return false
    }

    private func take(_ home: Int32, _ traits: DwellingTraits, for index: Int) -> Bool {
        switch programme.entries[index].measure.lever {
        case .sale(let plan) where !plan.toSittingTenants && traits.tenure == .socialRent:
            guard hasRoom(index) else { return false }
            turn(home, into: .ownerOccupied, mark: .sold)
            tally.pointee.sold += 1
        case .liberalise(let plan) where traits.tenure == .socialRent:
            guard hasRoom(index) else { return false }
            turn(home, into: plan.to, mark: .liberalised)
            tally.pointee.liberalised += 1
        case .addSocialRent where traits.tenure != .socialRent && traits.sizeCode <= 2:
            guard hasRoom(index) else { return false }
            turn(home, into: .socialRent, mark: .addedSocial)
            tally.pointee.becameSocial += 1
        case .mergeSplit(let plan) where !plan.merges && traits.tenure == plan.tenure && traits.sizeCode >= 2:
            guard hasRoom(index) else { return false }
            split(home)
        case .midRentRegulation(let share, let sellOff) where traits.tenure == .privateRent:
            let random = words(UInt32(bitPattern: home), .freeHome, 1)
            guard Double(random[0]) * 0x1p-32 < share else { return false }
            turn(home, into: Double(random[1]) * 0x1p-32 < sellOff ? .ownerOccupied : .midRent, mark: .none)
            return true
        default: return false
        }
        programme.entries[index].done += 1
        return true
    }

    /// Whether a measure may take one more home this year. Room never comes back, so one that is full is not asked again.
    private func hasRoom(_ index: Int) -> Bool {
        if programme.entries[index].room(in: year) > 0 { return true }
        takers[index] = 0
        return false
    }

    /// What the baseline does with a home that comes free. Returns whether it can still be lived in.
    private func baselineKeeps(_ home: Int32, _ traits: DwellingTraits, _ rule: AreaRules) -> Bool {
        let random = words(UInt32(bitPattern: home), .freeHome)
        let unit = Double(random[0]) * 0x1p-32
        switch traits.tenure {
        case .socialRent:
            // Homes that the baseline demolishes are emptied by turnover: it forces nobody out.
            let demolition = assumptions[.demolitionRate] / 0.07
            if traits.period != .from2000, unit < demolition {
                store.dwellings[Int(home)].status = .gone
                tally.pointee.demolished += 1
                return false
            }
            if !rule.has(AreaRules.Flag.keepsSocial), unit >= demolition,
                unit < demolition + assumptions[.saleRate]
            {
                turn(home, into: .ownerOccupied, mark: .sold)
                tally.pointee.sold += 1
            }
        case .ownerOccupied:
            if !rule.has(AreaRules.Flag.noBuyToLet), unit < assumptions[.buyToLet] {
                turn(home, into: .privateRent, mark: .none)
            }
            splitPerhaps(home, traits, rule, random[1])
        case .privateRent:
            if unit < assumptions[.sellOff] { turn(home, into: .ownerOccupied, mark: .none) }
            splitPerhaps(home, traits, rule, random[1])
        case .midRent: break
        }
        return true
    }

    private func splitPerhaps(_ home: Int32, _ traits: DwellingTraits, _ rule: AreaRules, _ word: UInt32) {
        guard traits.sizeCode >= 3, !rule.has(AreaRules.Flag.noSplit),
            Double(word) * 0x1p-32 < assumptions[.splitRate]
        else { return }
        split(home)
    }

    /// One home becomes two of a smaller class.
    private func split(_ home: Int32) {
        var half = store.dwellings[Int(home)]
        half.sizeCode = half.sizeCode >= 3 ? half.sizeCode - 2 : half.sizeCode - 1
        half.priceClass = half.tenure == .socialRent ? 0 : half.marketClass
        store.dwellings[Int(home)] = half
        let other = store.addDwelling(half)
        tally.pointee.split += 1
        offer(other, ChainTag(), isForReturn: false)
    }

    /// Changes the tenure of a home.
    func turn(_ home: Int32, into tenure: Tenure, mark: DwellingMark) {
        let place = Int(home)
        let old = store.dwellings[place]
        store.dwellings[place].tenure = tenure
        if mark != .none { store.dwellings[place].mark = mark }
        if tenure == .socialRent {
            store.dwellings[place].priceClass = min(2, old.sizeCode)
        } else if old.tenure == .socialRent {
            store.dwellings[place].priceClass = tenure == .midRent ? 4 : old.marketClass
        }
    }

    /// Puts a home on the list where its next occupant is found.
    func offer(_ home: Int32, _ tag: ChainTag, isForReturn: Bool) {
        var traits = store.dwellings[Int(home)]
        let rule = rules[Int(traits.area)]
        if isForReturn {
            pool(.returning).append(home, traits, tag)
            return
        }
        guard traits.tenure == .socialRent else {
            pool(.of(traits.tenure)).append(home, traits, tag)
            return
        }
        if rule.rents >= 0 { setRent(home, &traits, Int(rule.rents)) }
        pool(socialPool(rule)).append(home, traits, tag)
    }

    /// The list of a social home: each rule takes its share of the lettings, so that no share is passed.
    private func socialPool(_ rule: AreaRules) -> PoolKind {
        if switches.contains(.noIncomeTest) { return switches.contains(.lottery) ? .lottery : .social }
        if quotas.pointee.mediated[Int(rule.mediatedGroup)].takes(Double(rule.mediated)) { return .mediated }
        if quotas.pointee.free[Int(rule.freeGroup)].takes(Double(rule.free)) { return .free }
        if rule.has(AreaRules.Flag.workIncomeFirst) { return .designated }
        if quotas.pointee.local[Int(rule.localGroup)].takes(Double(rule.local)) { return .local }
        if switches.contains(.lottery) || quotas.pointee.lottery.takes(assumptions[.lotteryShare]) {
            return .lottery
        }
        return .social
    }

    /// Rents by area: classes in the shares of the measure, in a row.
    private func setRent(_ home: Int32, _ traits: inout DwellingTraits, _ index: Int) {
        guard case .areaRents(let shares) = programme.entries[index].measure.lever, shares.count == 3 else {
            return
        }
        let number = Double(programme.entries[index].done * 7 % 20) / 20
        programme.entries[index].done += 1
        traits.priceClass = number < shares[0] ? 0 : number < shares[0] + shares[1] ? 1 : 2
        store.dwellings[Int(home)].priceClass = traits.priceClass
    }
}
