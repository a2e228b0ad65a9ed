import Bilingual
import HousingMarket
import Testing

/// What is known of the money of a package is added up; what is not known is counted, never 0.
@Suite struct LeverCostsTests {
    private func package(_ levers: [Lever]) -> Package {
        Package(name: "p", horizon: 2030, measures: levers.map { Measure($0, from: 2026) })
    }

    private let demolition = Lever.demolishRebuild(DemolishRebuild(dwellings: 10, rebuilt: [5, 0, 0, 5]))
    private let renovation = Lever.renovation(Renovation(dwellings: 3, rentClassesUp: 1, emptied: false))
    private let sale = Lever.sale(Sale(dwellings: 100, toSittingTenants: false))
    private let facilities = Lever.facilities(function: .care, strength: 1)

    @Test func publishedPricesAreMultipliedByHomes() {
        let lines = LeverCosts.estimate(of: package([demolition, renovation, .stateMoney(euro: 500_000)]))
        #expect(lines.map(\.measure) == [0, 1, 2])
        #expect(lines[0].amount == .known(low: 1_760_000, high: 1_890_000))
        #expect(lines[1].amount == .known(low: 300_000, high: 300_000))
        #expect(lines[2].amount == .known(low: -500_000, high: -500_000))
        let total = LeverCosts.total(lines)
        #expect(total.low == 1_560_000 && total.high == 1_690_000 && total.isComplete)
    }

    @Test func anUnknownPriceIsNeverNothing() {
        let alone = LeverCosts.total(LeverCosts.estimate(of: package([facilities])))
        #expect(alone.low == nil && alone.high == nil && alone.unknown == 1 && !alone.isComplete)
        let beside = LeverCosts.total(LeverCosts.estimate(of: package([demolition, facilities, facilities])))
        #expect(beside.low == 1_760_000 && beside.unknown == 2 && !beside.isComplete)
    }

    @Test func unknownRevenueIsToldApartFromUnknownCost() {
        let total = LeverCosts.total(LeverCosts.estimate(of: package([sale, facilities])))
        #expect(total.unknownRevenue == 1 && total.unknown == 1 && total.low == nil)
    }

    @Test func aPackageWithoutCostsTotalsNothing() {
        for levers in [[], [Lever.doNothing], [.freeAllocation(share: 0.15), .buyToLetRestriction]] {
            let total = LeverCosts.total(LeverCosts.estimate(of: package(levers)))
            #expect(total.low == 0 && total.high == 0 && total.isComplete)
        }
    }

    @Test func leversWithoutAFigureInTheCatalogueAreAsked() {
        for lever in [
            Lever.fairShare(lowIncomeInflow: 0.9), .midRentRegulation(regulatedShare: 0.5, sellOffShare: 0.1),
        ] {
            guard case .unknown(let reason) = LeverCosts.estimate(of: package([lever]))[0].amount else {
                Issue.record("\(lever.kind) has no sourced price")
                continue
            }
            #expect(!reason.nl.isEmpty && !reason.en.isEmpty)
        }
    }

    @Test func revenueOfAnUnknownAmountLeavesABrokenBudgetOpen() {
        #expect(PackageCosts(package([demolition])).isWithin(1e6) == false)
        #expect(PackageCosts(package([demolition, sale])).isWithin(1e6) == nil)
        #expect(PackageCosts(package([demolition, sale])).isWithin(2e6) == true)
        #expect(PackageCosts(package([demolition, facilities])).isWithin(2e6) == nil)
        #expect(PackageCosts(package([demolition])).isWithin(1_800_000) == nil)
    }
}
