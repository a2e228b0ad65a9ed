import Bilingual
import Neighbourhoods
import PolicyTheory
import Testing

/// C2, C3 and C4 on towns whose answer is known because the town was built so.
@Suite struct ContrastClaimTests {
    @Test(arguments: [
        (Claim.crime, "crime.total", 80.0, 40.0, Verdict.supports),
        (.crime, "crime.total", 40, 80, .contradicts),
        (.crime, "crime.total", 60, 60, .undecided),
        (.dissatisfaction, "satisfaction.neighbourhood", 0.6, 0.8, .supports),
        (.dissatisfaction, "satisfaction.neighbourhood", 0.8, 0.6, .contradicts),
        (.dissatisfaction, "satisfaction.neighbourhood", 0.7, 0.7, .undecided),
        (.wishToMove, "moving.intention", 0.3, 0.1, .supports),
        (.wishToMove, "moving.intention", 0.1, 0.3, .contradicts),
        (.wishToMove, "moving.intention", 0.2, 0.2, .undecided),
    ])
    func theVerdictFollowsTheTown(
        claim: Claim, variable: String, inside: Double, outside: Double, verdict: Verdict
    ) {
        let town = Town.withIncomes.adding(Variable.ID(rawValue: variable)) { index in
            (index < 20 ? inside : outside) * (0.9 + 0.2 * Town.wander(index))
        }
        let found = finding(claim, town)
        #expect(found.verdict == verdict)
        #expect(found.headlines.count == 1)
        #expect(found.areas == Town.size)
    }

    @Test func theDifferenceIsTheWeightedDifferenceOfMeans() throws {
        let town = Town.withIncomes.adding("crime.total") { 10 * Double($0 % 5) + ($0 < 20 ? 30 : 0) }
        let figure = try #require(finding(.crime, town).headlines.first)
        // On each side four times: 1,000 + 100 k residents with crime 10 k, k = 0...4.
        let mean = 130_000.0 / 6000
        let levels = try #require(figure.levels)
        #expect(abs(levels.outside - mean) < 1e-9)
        #expect(abs(levels.inside - mean - 30) < 1e-9)
        #expect(abs(figure.value - 30) < 1e-9)
        #expect(levels.areasInside == 20)
    }

    @Test func theIntervalIsAsWideAsTheoryOfMeansSays() throws {
        var town = Town.withIncomes
        town.add("crime.total") { 50 + 20 * Town.wander($0) }
        let figure = try #require(finding(.crime, town).headlines.first)
        let lower = try #require(figure.uncertainty.lower)
        let upper = try #require(figure.uncertainty.upper)
        // Twenty equally spaced values over a range of 20: variance 20² (21/19) / 12; two means of 20 areas.
        let deviation = (2 * (400 * 21 / 19 / 12) / 20.0).squareRoot()
        #expect(abs((upper - lower) / 2 / (1.96 * deviation) - 1) < 0.15)
    }

    @Test func recordedCrimeAndExperiencedNuisanceStayApart() {
        let agreeing = Town.withIncomes.adding("crime.total") { $0 < 20 ? 80 : 40 }
            .adding("nuisance.experienced") { $0 < 20 ? 0.4 : 0.2 }
        #expect(finding(.crime, agreeing).verdict == .supports)
        #expect(finding(.crime, agreeing).headlines.count == 2)
        let opposed = Town.withIncomes.adding("crime.total") { $0 < 20 ? 80 : 40 }
            .adding("nuisance.experienced") { $0 < 20 ? 0.2 : 0.4 }
        #expect(finding(.crime, opposed).verdict == .undecided)
        #expect(finding(.crime, opposed).headlines.map(\.verdict) == [.supports, .contradicts])
        #expect(finding(.crime, opposed).reason.nl.contains("niet dezelfde kant"))
        let half = Town.withIncomes.adding("crime.total") { 60 + Town.wander($0) }
            .adding("nuisance.experienced") { $0 < 20 ? 0.4 : 0.2 }
        #expect(finding(.crime, half).verdict == .undecided)
        #expect(finding(.crime, half).reason.nl.contains("samen beslissen ze niets"))
    }

    @Test func theFirstCandidateLeadsWhateverTheOthersSay() {
        let town = Town.withIncomes.adding("crime.violence") { $0 < 20 ? 9 : 1 }
            .adding("crime.total") { $0 < 20 ? 40 : 80 }
        let found = finding(.crime, town)
        #expect(found.headlines.map(\.id) == ["C2.crime.total.lowIncome"])
        #expect(found.verdict == .contradicts)
        #expect(found.others.map(\.id).contains("C2.crime.violence.lowIncome"))
    }

    @Test func movesAreNoWishToMove() {
        let town = Town.withIncomes.adding("moving.turnover") { $0 < 20 ? 0.2 : 0.1 }
        let found = finding(.wishToMove, town)
        #expect(found.verdict == .notTestable)
        #expect(found.headlines.isEmpty)
        #expect(found.others.map(\.id) == ["C4.moving.turnover.lowIncome"])
        #expect(found.others.first?.verdict == nil)
    }

    @Test(arguments: [Claim.crime, .dissatisfaction, .wishToMove])
    func withoutFiguresTheCardSaysWhatIsLacking(claim: Claim) {
        let found = finding(claim, Town.withIncomes)
        #expect(found.verdict == .notTestable)
        #expect(found.reason.nl.contains("Wat helpt:"))
        #expect(found.reason.en.contains("What helps:"))
    }

    @Test func aTrendFollowsOneVersionOfTheSource() {
        let town = Town.withIncomes
            .adding("satisfaction.neighbourhood", year: 2012, version: "1") { _ in 0.9 }
            .adding("satisfaction.neighbourhood", year: 2016, version: "2") { $0 < 20 ? 0.70 : 0.75 }
            .adding("satisfaction.neighbourhood", year: 2020, version: "2") { $0 < 20 ? 0.60 : 0.75 }
        let trend = finding(.dissatisfaction, town).trend
        #expect(trend.figures.map(\.year) == [2016, 2020])
        #expect(trend.figures.allSatisfy { $0.uncertainty.lower != nil })
        let caveats = finding(.dissatisfaction, town).caveats.map(\.nl)
        #expect(caveats.contains { $0.contains("steeds dezelfde gebieden") })
    }

    @Test func oneYearIsNoTrendAndTheCardSaysSo() {
        let town = Town.withIncomes.adding("moving.intention") { $0 < 20 ? 0.3 : 0.1 }
        #expect(finding(.wishToMove, town).trend.reason != nil)
    }

    @Test func aMissingValueIsLeftOutAndNeverZero() throws {
        let town = Town.withIncomes.adding("crime.total") { $0 % 4 == 0 ? nil : $0 < 20 ? 80 : 40 }
        let figure = try #require(finding(.crime, town).headlines.first)
        #expect(figure.areas == 30)
        #expect(abs(figure.value - 40) < 1e-9)
    }

    @Test func theNationalFigureIsShownWhereThereIsOne() {
        let town = Town.withIncomes.adding("crime.total") { $0 < 20 ? 80 : 40 }
        let national = ClaimBoard.evaluate(
            dataset: town.dataset(nation: [("crime.total", 45)]), settings: settings)[1].headlines.first?
            .national
        #expect(national?.value == 45)
        #expect(finding(.crime, town).headlines.first?.national.reason != nil)
    }

    @Test func theGroupsOwnNormDrawsTheLine() throws {
        // Half of the first 20 areas have a share above 0.6.
        let norm = try ConcentrationNorm(
            measure: .lowest40, threshold: GroupThreshold(0.6, author: "Werkgroep 2"))
        var chosen = settings
        chosen.concentrationNorm = norm
        let town = Town.withIncomes.adding("crime.total") { $0 < 20 ? 80 : 40 + Town.wander($0) }
        let found = finding(.crime, town, [], chosen)
        #expect(found.headlines.first?.levels?.areasInside == 10)
        #expect(found.caveats.contains { $0.nl.contains("Werkgroep 2") })
        chosen.lowIncome = .lowIncome
        let other = finding(.crime, town, [], chosen)
        #expect(other.headlines.first?.levels?.areasInside == 20)
        #expect(other.caveats.contains { $0.nl.contains("niet gebruikt") })
    }
}
