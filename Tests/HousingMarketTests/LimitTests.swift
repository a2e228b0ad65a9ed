import HousingMarket
import Testing

/// Limits that a package sets are held against what is known, and what is not known is never nothing.
@Suite struct LimitTests {
    private func package(budget: Double?, least: Double?, facilities: Bool = false) -> Package {
        var measures = [
            Measure(.demolishRebuild(DemolishRebuild(dwellings: 10, rebuilt: [5, 0, 0, 10])), from: 2026)
        ]
        if facilities { measures.append(Measure(.facilities(function: .care, strength: 1), from: 2026)) }
        return Package(
            name: "p", horizon: 2027, measures: measures,
            limits: PackageLimits(budget: budget, leastSocialRent: least))
    }

    @Test func knownPricesAddUpAndUnknownOnesAreCounted() {
        let costs = PackageCosts(package(budget: nil, least: nil, facilities: true))
        #expect(costs.low == 1_760_000 && costs.high == 1_890_000 && costs.unknown == [1])
    }

    @Test func limitsAreKeptBrokenOrOpen() async {
        let start = SmallTown(households: 300).start
        func checks(_ package: Package) async -> [LimitCheck] {
            await Ensemble(start: start, packages: [package], runs: 2).results(threads: 1).limitChecks(1)
        }
        #expect(await checks(package(budget: nil, least: nil)).isEmpty)
        #expect(await checks(package(budget: 2e6, least: 0.01)).map(\.isKept) == [true, true])
        #expect(await checks(package(budget: 1e6, least: 0.99)).map(\.isKept) == [false, false])
        #expect(await checks(package(budget: 2e6, least: nil, facilities: true)).map(\.isKept) == [nil])
    }
}
