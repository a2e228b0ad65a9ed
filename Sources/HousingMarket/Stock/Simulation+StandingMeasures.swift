internal import Foundation
internal import Neighbourhoods

extension Simulation {
    /// Lays down the rules of the year by neighbourhood: the baseline's, then those of the measures that hold now.
    func applyStandingMeasures() {
        var base = AreaRules()
        base.free = switches.contains(.noIncomeTest) ? 1 : Float(assumptions[.freeShareUsed])
        base.mediated = Float(assumptions[.mediatedShare])
        rules.fill(base)
        takers.fill(0)
        for (index, entry) in programme.entries.enumerated() where entry.isActive(year) {
            takers[index] = entry.measure.lever.takenTenures
            spreadMediated(entry, index)
            for area in entry.areas { lay(entry, index, on: &rules.base[area], area) }
        }
        let isStill = !switches.contains(.feedback) && !switches.contains(.tipping)
        for area in 0..<rules.count {
            let factor = tables.turnover[area] * rules[area].stay
            // With feedback on, the factors of composition are multiplied in at the end of each year.
            leaving[area * 2] = factor * (isStill ? 1 : composition[area * 2])
            leaving[area * 2 + 1] = factor * (isStill ? 1 : composition[area * 2 + 1])
        }
        addFacilities()
    }

    private func lay(_ entry: Programme.Entry, _ index: Int, on rule: inout AreaRules, _ area: Int) {
        let group = UInt16(index + 1)
        switch entry.measure.lever {
        case .freeAllocation(let share):
            rule.free = Float(share)
            rule.freeGroup = group
        case .localPriority(let share):
            rule.local = Float(share)
            rule.localGroup = group
        case .areaRents: rule.rents = Int16(index)
        case .landPolicy: rule.land = Int16(index)
        case .areaDesignation(let designation):
            switch designation.article {
            case .incomeSource: rule.flags |= AreaRules.Flag.noNewcomersWithoutWork
            case .socioEconomicPriority: rule.flags |= AreaRules.Flag.workIncomeFirst
            case .screening: break
            }
        case .buyToLetRestriction: rule.flags |= AreaRules.Flag.noBuyToLet
        case .permits: rule.flags |= AreaRules.Flag.noSplit
        case .addSocialRent(let plan):
            if plan.keepsStock { rule.flags |= AreaRules.Flag.keepsSocial }
            rule.flags |= AreaRules.Flag.takesFreeHomes
        case .sale, .liberalise, .midRentRegulation, .mergeSplit: rule.flags |= AreaRules.Flag.takesFreeHomes
        case .socialManagement(let fewer): rule.stay *= Float(1 - fewer)
        default: break
        }
    }

    /// A share of special groups in some areas leaves the rest to the others, so that the municipality's total stays.
    private func spreadMediated(_ entry: Programme.Entry, _ index: Int) {
        guard case .specialGroups(let share, _) = entry.measure.lever else { return }
        var inside = 0.0
        var all = 0.0
        for dwelling in 0..<store.dwellingCount {
            let home = store.dwellings[dwelling]
            guard home.tenure == .socialRent, home.status == .inUse else { continue }
            all += 1
            if entry.contains[Int(home.area)] { inside += 1 }
        }
        guard all > inside else {
            for area in entry.areas { rules.base[area].mediated = Float(share) }
            return
        }
        let rest = max(0, (assumptions[.mediatedShare] * all - share * inside) / (all - inside))
        for area in 0..<rules.count {
            rules.base[area].mediated = Float(entry.contains[area] ? share : min(1, rest))
            rules.base[area].mediatedGroup = entry.contains[area] ? UInt16(index + 1) : 0
        }
    }

    /// Facilities come in equal parts over the years of a measure, draw from the year after, and stay.
    private func addFacilities() {
        for entry in programme.entries where entry.isActive(year - 1) {
            guard case .facilities(let function, let strength) = entry.measure.lever,
                let column = FacilityFunction(rawValue: function.rawValue).flatMap({
                    FacilityFunction.allCases.firstIndex(of: $0)
                })
            else { continue }
            let part = Float(strength / Double(entry.measure.through - entry.measure.from + 1))
            let factor =
                switches.contains(.randomChoice)
                ? 1 : Float(exp(assumptions[.choiceFacilities] * Double(part)))
            for area in entry.areas {
                facilities[area * FacilityFunction.allCases.count + column] += part
                tables.areaWeight[area] *= factor
            }
        }
    }

    /// What composition does to the wish to move, where the switches are on: neighbourhoods with more low incomes than
    /// at the start lose more households, and beyond the tipping point high incomes leave faster still.
    func feedback() {
        setPrices()
        guard switches.contains(.feedback) || switches.contains(.tipping) else { return }
        for area in 0..<rules.count {
            let (low, all) = census.lowIncomes(area)
            guard all > 0 else { continue }
            let share = Double(low) / Double(all)
            let change = share - startLowShares[area]
            let factor = switches.contains(.feedback) ? exp(assumptions[.feedbackComposition] * change) : 1
            let tips = switches.contains(.tipping) && share > assumptions[.tippingPoint]
            composition[area * 2] = Float(factor)
            composition[area * 2 + 1] = Float(factor * (tips ? assumptions[.tippingStrength] : 1))
        }
    }

    /// Prices follow what the year left: seekers who found nothing against homes that found nobody.
    private func setPrices() {
        for tenure in [Tenure.privateRent, .ownerOccupied] {
            let code = Int(tenure.rawValue)
            let stock = max(1, stockByTenure[code])
            let short = Double(unhoused[code] - pool(.of(tenure)).count) / Double(stock)
            priceIndex[code] *= exp(assumptions[.priceResponse] * min(max(short, -0.1), 0.1))
        }
    }
}
