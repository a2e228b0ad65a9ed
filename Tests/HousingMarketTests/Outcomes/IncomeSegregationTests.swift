import Segregation
import Testing

@testable import HousingMarket

/// The two short formulas give what the library of measures gives.
@Suite struct IncomeSegregationTests {
    @Test func bothIndicesEqualThoseOfTheLibrary() throws {
        let year = SmallTown().start.simulate(Package(name: "none", horizon: 2026, measures: [])).years[1]
        let counts = (0..<12).flatMap { area in (0..<3).map { Double(year.households(area, group: $0)) } }
        let table = try ContingencyTable(
            groups: ["low", "middle", "high"], counts: counts, unitIdentifiers: (0..<12).map { "\($0)" })
        let measured = try #require(IncomeSegregation.informationTheoryIndex(counts, groups: 3))
        #expect(abs(measured - (table.informationTheoryIndex().number ?? 0)) < 1e-12)
        let part = stride(from: 0, to: 36, by: 3).map { counts[$0] }
        let whole = (0..<12).map { Double(year.households($0)) }
        let two = try ContingencyTable(
            groups: ["low", "other"], counts: zip(part, whole).flatMap { [$0, $1 - $0] },
            unitIdentifiers: (0..<12).map { "\($0)" })
        let d = try #require(IncomeSegregation.dissimilarity(part: part, whole: whole))
        #expect(abs(d - (try two.dissimilarity(of: "low", from: "other").number ?? 0)) < 1e-12)
    }

    @Test func theRankOrderIndexEqualsThatOfTheLibrary() throws {
        let year = SmallTown().start.simulate(Package(name: "none", horizon: 2026, measures: [])).years[1]
        let table = try ContingencyTable(
            groups: (1...5).map { Group(stringLiteral: "fifth \($0)") },
            counts: year.households.map(Double.init),
            unitIdentifiers: (0..<12).map { "\($0)" })
        var options = MeasureOptions()
        options.draws = 0
        let library = try table.rankOrderReport(degree: 2, options: options).estimate.value
        let found = try #require(RankOrderIndex.overFifths(year.households))
        #expect(abs(found - (library.number ?? 0)) < 1e-12)
        #expect((0...1).contains(found))
    }

    /// Every unit alike: 0. Every fifth by itself: 1 at each limit, so 1. Two fifths only: one limit, no index.
    @Test func theRankOrderIndexHasItsLimits() {
        #expect(abs(RankOrderIndex.overFifths([1, 2, 3, 4, 5, 2, 4, 6, 8, 10]) ?? 1) < 1e-12)
        let apart = (0..<25).map { Int32($0 % 6 == 0 ? 7 : 0) }
        #expect(abs((RankOrderIndex.overFifths(apart) ?? 0) - 1) < 1e-12)
        #expect(RankOrderIndex.overFifths([3, 4, 0, 0, 0]) == nil)
        #expect(RankOrderIndex.overFifths([]) == nil)
    }

    @Test func thereIsNoIndexWhereThereIsOneGroup() {
        #expect(IncomeSegregation.dissimilarity(part: [3, 4], whole: [3, 4]) == nil)
        #expect(IncomeSegregation.informationTheoryIndex([3, 0, 4, 0], groups: 2) == nil)
    }

    @Test func evenUnitsAreNotSegregated() {
        #expect(IncomeSegregation.dissimilarity(part: [2, 4], whole: [10, 20]) == 0)
        let h = IncomeSegregation.informationTheoryIndex([2, 8, 4, 16], groups: 2)
        #expect(abs(h ?? 1) < 1e-12)
    }
}
