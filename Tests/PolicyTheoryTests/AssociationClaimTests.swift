import Bilingual
import Neighbourhoods
import PolicyTheory
import Testing

/// C5 and C6 on towns whose answer is known because the town was built so.
@Suite struct AssociationClaimTests {
    /// Facilities that differ within both halves of the town.
    static let served: Town = {
        var town = Town.withIncomes
        town.add("facility.supermarket.distance") { 1 + Town.wander($0) }
        return town
    }()

    @Test(arguments: [(-1.0, Verdict.supports), (1, .contradicts), (0, .undecided)])
    func theFacilityVerdictFollowsTheTown(slope: Double, verdict: Verdict) throws {
        let town = Self.served.adding("satisfaction.life") { index in
            0.7 + 0.1 * slope * Town.wander(index) + 0.02 * Double(index * 13 % 7) / 7
        }
        let found = finding(.facilities, town)
        #expect(found.verdict == verdict)
        #expect(found.headlines.first?.id == "C5.satisfaction.life.partial")
        #expect(found.others.contains { $0.id == "C5.satisfaction.life.plain" })
    }

    @Test func lowIncomesThatExplainTheAssociationTakeItAway() throws {
        // Facilities and well-being both follow low incomes and otherwise have nothing to do with each other.
        var town = Town()
        town.add("income.lowest40") { 0.2 + 0.01 * Double($0) }
        town.add("facility.supermarket.distance") { 10 + Double($0) + Double($0 * 13 % 7) }
        town.add("satisfaction.life") { 0.9 - 0.01 * Double($0) + 0.01 * Double($0 * 5 % 11) }
        let found = finding(.facilities, town)
        let plain = try #require(found.others.first { $0.id == "C5.satisfaction.life.plain" })
        #expect(plain.verdict == .supports)
        #expect(found.verdict == .undecided)
        #expect(abs(try #require(found.headlines.first).value) < plain.value / 2)
    }

    @Test func facilitiesThatFallTogetherWithLowIncomesCannotBeTested() {
        var town = Town()
        town.add("income.lowest40") { 0.2 + 0.01 * Double($0) }
        town.add("facility.supermarket.distance") { 1 + Double($0) }
        town.add("satisfaction.life") { 0.9 - 0.01 * Double($0 * 7 % 40) }
        let found = finding(.facilities, town)
        #expect(found.verdict == .notTestable)
        #expect(found.reason.nl.contains("los van"))
    }

    @Test func withoutWellbeingItCannotBeTested() {
        #expect(finding(.facilities, Self.served).verdict == .notTestable)
        let town = Town.withIncomes.adding("satisfaction.life") { _ in 0.7 }
        #expect(finding(.facilities, town).verdict == .notTestable)
    }

    /// A stock and incomes in one year, mixed together (1) or against each other (-1).
    static func mixed(_ slope: Double, year: Int = 2020, of town: Town = Town()) -> Town {
        var town = town
        town.add("type.singleFamily", year: year) { 0.5 + 0.4 * (1 - Town.wander($0)) }
        town.add("type.multiFamily", year: year) { 0.5 - 0.4 * (1 - Town.wander($0)) }
        let order = { (index: Int) in slope > 0 ? Town.wander(index) : 1 - Town.wander(index) }
        let noise = { (index: Int) in 0.02 * Double(index * 13 % 7) / 7 }
        town.add("income.lowest40", year: year) { 0.35 + 0.5 * (1 - order($0)) + noise($0) }
        town.add("income.middle40", year: year) { 0.33 - 0.25 * (1 - order($0)) - noise($0) / 2 }
        town.add("income.highest20", year: year) { 0.32 - 0.25 * (1 - order($0)) - noise($0) / 2 }
        return town
    }

    @Test func oneYearCanContradictMixingButNeverSupportIt() throws {
        let together = finding(.mixing, Self.mixed(1))
        #expect(together.verdict == .undecided)
        #expect(try #require(together.headlines.first?.uncertainty.lower) > 0)
        #expect(together.reason.nl.contains("twee jaren"))
        #expect(finding(.mixing, Self.mixed(-1)).verdict == .contradicts)
    }

    @Test(arguments: [(1.0, Verdict.supports), (-1, .contradicts)])
    func twoYearsHoldChangeAgainstChange(slope: Double, verdict: Verdict) throws {
        // The town starts without any variation between areas; afterwards stock and incomes vary.
        var town = Town()
        town.add("type.singleFamily", year: 2010) { _ in 0.7 }
        town.add("type.multiFamily", year: 2010) { _ in 0.3 }
        town.add("income.lowest40", year: 2010) { _ in 0.6 }
        town.add("income.middle40", year: 2010) { _ in 0.2 }
        town.add("income.highest20", year: 2010) { _ in 0.2 }
        let found = finding(.mixing, Self.mixed(slope, of: town))
        #expect(found.headlines.first?.id == "C6.change")
        #expect(found.verdict == verdict)
        #expect(found.others.first?.id == "C6.association")
    }

    @Test func withoutStockMixingCannotBeTested() {
        #expect(finding(.mixing, Town.withIncomes).verdict == .notTestable)
        #expect(finding(.mixing, Town()).verdict == .notTestable)
    }

    @Test func unevennessOfIncomesStandsBesideTheMixingClaim() {
        let found = finding(.mixing, Self.mixed(1))
        #expect(found.others.map(\.id).contains("D.income.lowest40"))
        #expect(found.others.map(\.id).contains("H.income.lowest40"))
    }
}
