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

    @Test func aMajorityThatChanceGivesTooSupportsNothing() throws {
        // Seven in ten of all residents live in the first 20 areas, and so do seven in ten of the group.
        let totals = (0..<Town.size).map { 1000.0 * ($0 < 20 ? 0.7 : 0.3) }
        let group = made(
            ObservedGroup(
                id: "even", label: BilingualText(same: "Groep"), classification: BilingualText(same: "test"),
                year: 2020, level: .neighbourhood, areas: (0..<Town.size).map(Town.code),
                counts: Column(totals.map { .known($0 / 10) }), totals: Column(totals.map { .known($0) }),
                source: Source.ID(rawValue: "test")))
        let found = finding(.residence, Town.withAreaTypes, [group])
        let figure = try #require(found.headlines.first)
        let chance = try #require(figure.chance)
        #expect(abs(figure.value - 0.7) < 1e-9 && abs(chance.expected - 0.7) < 1e-9)
        #expect(abs(chance.corrected?.value ?? 1) < 1e-9)
        #expect(try #require(figure.uncertainty.lower) > 0.5)
        #expect(found.verdict == .undecided)
        #expect(found.reason.nl.contains("niet zeker meer dan door toeval"))
    }

    @Test func theCardStatesTheCorrectedShareAndTheUnevennessWithTheirIntervals() throws {
        let found = finding(.residence, Town.withAreaTypes, [Town.group(share: 0.8)])
        let figure = try #require(found.headlines.first)
        let corrected = try #require(figure.chance?.corrected)
        // Half of all residents live there: (0.8 - 0.5) / (1 - 0.5).
        #expect(abs(corrected.value - 0.6) < 1e-9)
        #expect(try #require(corrected.uncertainty.lower) <= corrected.value)
        #expect(try #require(corrected.uncertainty.upper) >= corrected.value)
        #expect(found.reason.nl.contains("Zonder toeval: 60,0%"))
        let apart = try #require(found.others.first { $0.id == "C1.observed.2020.D" })
        let chance = try #require(apart.chance)
        #expect(chance.expected > 0)
        #expect(try #require(chance.corrected).value < apart.value)
        #expect(chance.corrected?.uncertainty.lower != nil)
        #expect(apart.verdict == nil)
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
