internal import Stochastics

extension Simulation {
    /// The new homes of a site, in proportion to what was emptied of it so far.
    func orderRebuilt(_ index: Int, _ plan: DemolishRebuild, count: Int) {
        guard count > 0, plan.dwellings > 0 else { return }
        let entry = programme.entries[index]
        let (before, after) = (entry.done - count, entry.done)
        let homes = sites.last?.homes ?? []
        var number = 0
        for tenure in Tenure.allCases {
            let wanted = plan.rebuilt[Int(tenure.rawValue)]
            let share = wanted * after / plan.dwellings - wanted * before / plan.dwellings
            for _ in 0..<share {
                let place = Int(homes[number % homes.count])
                let old = store.dwellings[place]
                orders.append(
                    BuildOrder(
                        ready: year + plan.emptyingYears + plan.constructionYears,
                        traits: .new(
                            area: Int(old.area), tenure: tenure, type: old.type, number: number,
                            mark: .packageBuild),
                        entry: index, isForReturn: true))
                number += 1
            }
        }
    }

    func orderNewBuild(_ index: Int, _ plan: NewBuild) {
        let entry = programme.entries[index]
        let count = entry.room(in: year)
        for number in entry.done..<entry.done + count {
            orders.append(
                BuildOrder(
                    ready: year,
                    traits: .new(
                        area: entry.areas[number % entry.areas.count], tenure: Self.tenure(plan.mix, number),
                        type: plan.type, number: number / 4, mark: .packageBuild), entry: index,
                    isForReturn: false))
        }
        programme.entries[index].done += count
    }

    /// The tenure of home `number` in a row that keeps to `mix` as closely as whole homes can.
    static func tenure(_ mix: TenureMix, _ number: Int) -> Tenure {
        var best = Tenure.socialRent
        var most = -Double.infinity
        for tenure in Tenure.allCases where mix[tenure] > 0 {
            let share = mix[tenure]
            // How far the row would lag behind without this home.
            let lag = share * Double(number + 1) - (share * Double(number) + 0.5).rounded(.down)
            if lag > most { (best, most) = (tenure, lag) }
        }
        return best
    }

    /// The baseline programme: a share of the stock at the start each year, spread as the stock is.
    func orderBaseline() {
        guard !switches.contains(.frozenBaseline) else { return }
        let count = Int((assumptions[.buildRate] * Double(startDwellings)).rounded())
        guard count > 0 else { return }
        let social = assumptions[.buildSocialShare]
        let rest = 1 - social
        guard let mix = TenureMix([social, rest * 0.15, rest * 0.15, rest * 0.7]) else { return }
        for number in 0..<count {
            let random = words(UInt32(number), .works, 1)
            let place = Int((UInt64(random[0]) * UInt64(startDwellings)) >> 32)
            let area = Int(store.dwellings[place].area)
            let row = number + steps * 7
            let tenure = baselineTenure(area, row, mix, random[1])
            let type: DwellingType =
                tenure == .ownerOccupied && random[2] & 1 == 0 ? .singleFamily : .multiFamily
            orders.append(
                BuildOrder(
                    ready: year,
                    traits: .new(area: area, tenure: tenure, type: type, number: row / 4, mark: .newBuild),
                    entry: -1,
                    isForReturn: false))
        }
    }

    private func baselineTenure(_ area: Int, _ row: Int, _ mix: TenureMix, _ word: UInt32) -> Tenure {
        let entry = Int(rules[area].land)
        guard entry >= 0, case .landPolicy(let share, let wished) = programme.entries[entry].measure.lever,
            Double(word) * 0x1p-32 < share
        else { return Self.tenure(mix, row) }
        return Self.tenure(wished, row)
    }

    /// Builds what is ready, within what can be built in a year; the rest waits. The baseline comes first.
    func build() {
        var waiting: [BuildOrder] = []
        for isPackage in [false, true] {
            for order in orders where (order.entry >= 0) == isPackage {
                guard order.ready <= year else {
                    waiting.append(order)
                    continue
                }
                if isPackage {
                    guard programme.buildingRoom > 0 else {
                        programme.entries[order.entry].held[.building, default: 0] += 1
                        waiting.append(order)
                        continue
                    }
                    programme.buildingRoom -= 1
                }
                let home = store.addDwelling(order.traits)
                tally.pointee.built += 1
                offer(home, ChainTag(depth: 0, start: .newBuild), isForReturn: order.isForReturn)
            }
        }
        orders = waiting
    }

    /// Homes that works took leave the lists of vacancies.
    func purgePools() {
        for pool in pools {
            var place = 0
            while place < pool.count {
                let home = Int(pool.dwellings[place])
                if store.dwellings[home].status != .inUse { pool.remove(at: place) } else { place += 1 }
            }
        }
    }
}
