import Bilingual
import Neighbourhoods
import PolicyTheory
import Testing

/// C1 on towns whose first 20 areas have a one-sided stock and far facilities.
@Suite struct ResidenceClaimTests {
    @Test(arguments: [(0.8, Verdict.supports), (0.2, .contradicts), (0.5, .undecided)])
    func theVerdictFollowsWhereTheGroupLives(share: Double, verdict: Verdict) throws {
        let found = finding(.residence, Town.withAreaTypes, [Town.group(share: share)])
        let figure = try #require(found.headlines.first)
        #expect(found.verdict == verdict)
        #expect(abs(figure.value - share) < 1e-9)
        #expect(figure.line == 0.5)
        #expect(abs((figure.municipal.value ?? 0) - 0.5) < 1e-9)
        #expect(figure.national.reason != nil)
    }

    @Test func withoutAnObservedGroupTheCardSaysSoAndShowsAllResidents() {
        let found = finding(.residence, Town.withAreaTypes)
        #expect(found.verdict == .notTestable)
        #expect(found.others.map(\.id) == ["C1.everybody.2020.typed", "C1.everybody.2020.lowIncome"])
    }

    @Test func withoutStockOrFacilitiesItCannotBeTested() {
        let found = finding(.residence, Town.withIncomes, [Town.group(share: 0.8)])
        #expect(found.verdict == .notTestable)
        #expect(found.reason.nl.contains("woningvoorraad"))
    }

    @Test func theSameGroupInSeveralYearsMakesATrend() {
        let groups = [2016, 2018, 2020].map { Town.group(share: 0.8, year: $0) }
        let found = finding(.residence, Town.withAreaTypes, groups)
        #expect(found.trend.figures.map(\.year) == [2016, 2018, 2020])
        #expect(found.headlines.first?.year == 2020)
    }

    @Test func onlyTheFirstGroupDecides() {
        let found = finding(
            .residence, Town.withAreaTypes,
            [Town.group(share: 0.8, id: "first"), Town.group(share: 0.1, id: "second")])
        #expect(found.verdict == .supports)
        #expect(found.others.contains { $0.id == "C1.second.2020.typed" })
    }

    @Test func noOtherClaimSeesTheGroup() {
        let town = Town.withAreaTypes.adding("crime.total") { $0 < 20 ? 80 : 40 }
        let without = findings(town)
        let with = findings(town, [Town.group(share: 0.9)])
        #expect(without.dropFirst().elementsEqual(with.dropFirst()))
    }

    @Test func aThresholdOfTheGroupCarriesItsAuthor() throws {
        var chosen = settings
        chosen.stockThreshold = try GroupThreshold(0.99, author: "Werkgroep 2")
        let found = finding(.residence, Town.withAreaTypes, [Town.group(share: 0.8)], chosen)
        #expect(found.headlines.first?.value == 0)
        #expect(found.verdict == .contradicts)
        #expect(found.caveats.contains { $0.nl.contains("Werkgroep 2") })
    }
}
