import Bilingual
import Neighbourhoods
import Segregation
import Testing

@testable import PolicyTheory

/// Causes of a change, and what every area adds, on towns whose change is known.
@Suite struct SpreadChangeTests {
    private static let fewer = ClaimSettings(lowIncome: .lowest40, bootstrapDraws: 99)

    /// 2020 as in `Town.withIncomes`, and 2015 with less difference between its halves.
    private static func town(
        version: String = "", households: Bool = true, known: @escaping (Int) -> Bool = { _ in true }
    ) -> Town {
        var town = Town.withIncomes
        let low = { (index: Int) in index < 20 ? 0.45 + 0.1 * Town.wander(index) : 0.3 }
        town.add("income.lowest40", year: 2015, version: version) { known($0) ? low($0) : nil }
        town.add("income.middle40", year: 2015, version: version) { known($0) ? 0.35 : nil }
        town.add("income.highest20", year: 2015, version: version) { known($0) ? 0.65 - low($0) : nil }
        if households {
            town.add("population.households", year: 2015) { 400 + 60 * Double($0 % 7) }
        }
        return town
    }

    private func change(_ town: Town, from: Int? = nil, to: Int? = nil) -> Derived<SpreadChange> {
        SpreadChange.of(town.dataset(), subject: .income, settings: Self.fewer, from: from, to: to)
    }

    @Test func thePartsAndTheAreasBothAddUpToTheDifference() throws {
        let change = try #require(change(Self.town()).content)
        #expect(change.before.year == 2015 && change.after.year == 2020)
        let ends = change.after.mutualInformation - change.before.mutualInformation
        #expect(abs(change.difference - ends) < 1e-12)
        #expect(abs(change.parts.map(\.value).reduce(0, +) - ends) < 1e-9)
        let areas = change.areas.compactMap(\.difference.number)
        #expect(areas.count == Town.size)
        #expect(abs(areas.reduce(0, +) - ends) < 1e-9)
        let before = change.areas.compactMap(\.before.number).reduce(0, +)
        #expect(abs(before - change.before.mutualInformation) < 1e-9)
        #expect(change.areas.map(\.code) == change.areas.map(\.code).sorted())
        let bySize = change.areas.compactMap(\.bySize.number).reduce(0, +)
        let part = try #require(change.parts.first { $0.cause == .sizesOfAreas })
        #expect(abs(bySize - part.value) < 1e-9)
    }

    @Test func aTownThatGrewApartSaysSoWithAnInterval() throws {
        let change = try #require(change(Self.town()).content)
        #expect(change.difference > 0)
        #expect(try #require(change.uncertainty.lower) > 0)
        let segregation = try #require(change.parts.first { $0.cause == .segregation })
        #expect(try #require(segregation.uncertainty.lower) > 0)
        #expect(!change.hasOneBase)
        let corrected = try #require(change.correctedDifference)
        #expect(abs(corrected - change.difference) < 0.01)
    }

    @Test func theSameYearTwiceInOtherWordsIsNoChange() throws {
        var town = Town.withIncomes
        for id in ["income.lowest40", "income.middle40", "income.highest20"] as [Variable.ID] {
            let now = made(Town.withIncomes.series.first { $0.variable == id })
            town.add(id, year: 2015) { now.values[$0].number }
        }
        let change = try #require(change(town).content)
        #expect(abs(change.difference) < 1e-12)
        #expect(change.parts.allSatisfy { abs($0.value) < 1e-9 })
        #expect(change.hasOneBase)
    }

    @Test func areasThatCameAreToldAndComparedWithNoOther() throws {
        let change = try #require(change(Self.town(known: { $0 != 39 })).content)
        #expect(change.came == [Town.code(39)])
        #expect(change.went.isEmpty)
        #expect(change.commonAreas == Town.size - 1)
        let last = try #require(change.areas.last)
        #expect(last.before == .missing(.notCollected) && last.after.number != nil)
        #expect(change.parts.first { $0.cause == .areasThatCame }?.value != 0)
    }

    @Test func twoVersionsAreNeverCompared() {
        let found = change(Self.town(version: "other"))
        #expect(found.content == nil)
        #expect(found.reason?.nl.contains("maar één jaar (2020)") == true)
        #expect(change(Town.withIncomes).reason?.nl.contains("maar één jaar (2020)") == true)
    }

    @Test func yearsThatCannotBeComparedAreNamed() {
        #expect(change(Self.town(), from: 2017).reason?.nl.contains("2017") == true)
        #expect(change(Self.town(), from: 2020, to: 2015).reason?.nl.contains("vóór") == true)
        #expect(change(Self.town(), from: 2020, to: 2020).reason != nil)
    }

    @Test func anAreaWithAFewIsHiddenAndAnotherWithIt() throws {
        // Area 3 has one household in the highest group in 2015.
        var town = Self.town(known: { $0 != 3 })
        for (id, share) in [
            ("income.lowest40", 0.5), ("income.middle40", 0.4975), ("income.highest20", 0.0025),
        ] as [(Variable.ID, Double)] {
            let place = made(town.series.firstIndex { $0.variable == id && $0.year == 2015 })
            let old = town.series[place].values
            town.series[place].values = Column((0..<Town.size).map { $0 == 3 ? .known(share) : old[$0] })
        }
        let change = try #require(change(town).content)
        let hidden = change.areas.filter { $0.difference.number == nil }
        #expect(hidden.count == 2)
        #expect(hidden.contains { $0.code == Town.code(3) })
        #expect(hidden.allSatisfy { $0.before == .missing(.smallCell) && $0.after == .missing(.smallCell) })
    }

    @Test func whatTheMapOfAYearHidesIsHiddenInTheChangeToo() throws {
        // Area 0 has one household in the highest group in 2020; the smallest other area is another one in 2020 than
        // in both years together.
        var town = Self.town()
        for (id, share) in [
            ("income.lowest40", 0.5), ("income.middle40", 0.498), ("income.highest20", 0.002),
        ] as [(Variable.ID, Double)] {
            let place = made(town.series.firstIndex { $0.variable == id && $0.year == 2020 })
            let old = town.series[place].values
            town.series[place].values = Column((0..<Town.size).map { $0 == 0 ? .known(share) : old[$0] })
        }
        let report = try #require(
            SpreadReport.of(town.dataset(), subject: .income, settings: Self.fewer))
        let onTheMap = report.areas.filter { $0.departure.number == nil }.map(\.code)
        #expect(onTheMap.count == 2 && onTheMap.contains(Town.code(0)))
        let change = try #require(change(town).content)
        let inTheChange = change.areas.filter { $0.after.number == nil }.map(\.code)
        #expect(Set(onTheMap).isSubset(of: inTheChange))
    }

    @Test func anEvenFirstYearHasNoPartsToTake() {
        var town = Town.withIncomes
        town.add("income.lowest40", year: 2015) { _ in 0.4 }
        town.add("income.middle40", year: 2015) { _ in 0.4 }
        town.add("income.highest20", year: 2015) { _ in 0.2 }
        #expect(change(town).reason?.nl.contains("gelijk verspreid") == true)
    }

    // MARK: Areas

    @Test func theDeparturesByChanceAddUpToTheChanceOfTheWhole() throws {
        let report = try #require(
            SpreadReport.of(Town.withIncomes.dataset(), subject: .income, settings: settings))
        let expected = try #require(report.whole.expectedDeparture)
        let sum = report.areas.reduce(0.0) {
            $0 + ($1.size.number ?? .nan) * ($1.expectedDeparture.number ?? .nan)
        }
        #expect(expected > 0)
        #expect(abs(sum - expected) < 1e-9)
        #expect(abs(report.areas.compactMap(\.contribution.number).reduce(0, +) - 1) < 1e-12)
        let variety = report.areas.reduce(0.0) { $0 + ($1.size.number ?? .nan) * ($1.variety.number ?? .nan) }
        #expect(abs(variety - report.whole.meanVariety) < 1e-12)
        #expect(report.whole.meanVariety < report.whole.variety)
    }

    @Test func anAreaThatIsAllOfTheTownDepartsByNothing() throws {
        let table = try ContingencyTable(
            groups: [Group(rawValue: "a"), Group(rawValue: "b")], rows: [[30, 70]], unitIdentifiers: ["x"])
        #expect(abs(LocalChance(of: table).departures[0] ?? 1) < 1e-12)
    }

    @Test func theOnlyHiddenUnitTakesTheSmallestOtherWithIt() {
        #expect(
            SmallCells.protectingTheOnlyOne([false, true, false], sizes: [9, 5, 7]) == [false, true, true])
        #expect(
            SmallCells.protectingTheOnlyOne([true, true, false], sizes: [9, 5, 7]) == [true, true, false])
        #expect(
            SmallCells.protectingTheOnlyOne([false, false, false], sizes: [9, 5, 7])
                == [false, false, false])
    }

    // MARK: Chance

    @Test func bothEndsAreCorrectedAsTheValueIs() throws {
        let report = try #require(
            SpreadReport.of(Town.withIncomes.dataset(), subject: .income, settings: settings))
        for row in report.rows where row.measure == .dissimilarity || row.measure == .entropy {
            let chance = try #require(row.chance)
            let corrected = try #require(chance.corrected)
            let correct = { (value: Double) in (value - chance.expected) / (1 - chance.expected) }
            #expect(abs(corrected.value - correct(row.value)) < 1e-12)
            #expect(abs((corrected.uncertainty.lower ?? 0) - correct(row.uncertainty.lower ?? 1)) < 1e-12)
            #expect(abs((corrected.uncertainty.upper ?? 0) - correct(row.uncertainty.upper ?? 1)) < 1e-12)
            #expect(row.bias != nil && row.counted > 20_000)
        }
        for row in report.rows where row.measure == .isolation {
            #expect(row.chance != nil && row.chance?.corrected == nil)
        }
    }

    // MARK: Facilities

    @Test func aGroupThatLivesNearSchoolsFindsThemNearer() throws {
        // The first 20 areas hold the low incomes and lie near the school.
        let town = Town.withIncomes.adding("facility.primarySchool.distance") { $0 < 20 ? 0.5 : 1.5 }
        let found = try #require(FacilityExposure.of(town.dataset(), settings: settings))
        let row = try #require(found.rows.first { $0.variable == "facility.primarySchool.distance" })
        #expect(row.group < row.all && row.all < row.others)
        #expect(try #require(row.uncertainty.upper) < 0)
        #expect(FacilityExposure.of(Town.withIncomes.dataset(), settings: settings) == nil)
    }
}
