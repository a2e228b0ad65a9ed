import Bilingual
import Foundation
import Neighbourhoods
import PolicyTheory
import Testing

@Suite struct ClaimBoardTests {
    /// A town with something for every claim.
    static let full: Town = {
        var town = Town.withAreaTypes
        town.add("facility.library.distance") { ($0 < 20 ? 2 : 1) + 0.5 * Double($0 * 11 % 9) }
        town.add("crime.total") { $0 < 20 ? 80 : 40 + 10 * Town.wander($0) }
        town.add("nuisance.experienced") { $0 < 20 ? 0.4 : 0.2 + 0.1 * Town.wander($0) }
        town.add("satisfaction.neighbourhood", year: 2016) { $0 < 20 ? 0.65 : 0.8 - 0.1 * Town.wander($0) }
        town.add("satisfaction.neighbourhood") { $0 < 20 ? 0.6 : 0.8 - 0.1 * Town.wander($0) }
        town.add("moving.intention") { $0 < 20 ? 0.3 : 0.1 + 0.1 * Town.wander($0) }
        town.add("moving.turnover") { $0 < 20 ? 0.2 : 0.15 }
        town.add("liveability.score", version: "3.0") { 4 - ($0 < 20 ? 0.3 : 0) + 0.1 * Double($0 * 13 % 7) }
        town.add("work.participation") { 0.6 + 0.1 * Town.wander($0) }
        return town
    }()

    @Test func everyClaimHasItsCardInOrder() {
        #expect(findings(Town()).map(\.claim) == Claim.allCases)
        #expect(findings(Town()).allSatisfy { $0.verdict == .notTestable })
        #expect(findings(Self.full, [Town.group(share: 0.8)]).allSatisfy { $0.verdict != .notTestable })
    }

    @Test func aMunicipalityWithoutAnythingGetsSixCardsThatSaySo() {
        let nothing = Dataset(
            municipality: Area(code: AreaCode("GM9999"), name: "Teststad", level: .municipality), tables: [],
            sources: [])
        let found = ClaimBoard.evaluate(
            dataset: nothing, observedGroups: [Town.group(share: 0.8)], settings: settings)
        #expect(found.map(\.claim) == Claim.allCases)
        #expect(found.allSatisfy { $0.verdict == .notTestable && $0.headlines.isEmpty })
        #expect(SegregationSummary.of(nothing, settings: settings).rows.isEmpty)
    }

    @Test func everyFigureHasAnIntervalOrAReason() {
        for finding in findings(Self.full, [Town.group(share: 0.8)]) {
            for figure in finding.headlines + finding.others + finding.trend.figures {
                if let lower = figure.uncertainty.lower, let upper = figure.uncertainty.upper {
                    #expect(lower <= upper, "\(figure.id)")
                } else {
                    #expect(figure.uncertainty.reason?.nl.isEmpty == false, "\(figure.id)")
                }
            }
            #expect(
                Set((finding.headlines + finding.others).map(\.id)).count
                    == finding.headlines.count + finding.others.count)
            #expect(finding.verdict == .notTestable || !finding.caveats.isEmpty)
            #expect(!finding.data.isEmpty)
        }
    }

    @Test func theSameQuestionGivesTheSameAnswer() {
        #expect(findings(Self.full) == findings(Self.full))
        var other = settings
        other.seed = 2
        let one = findings(Self.full)[1].headlines[0]
        let two = findings(Self.full, [], other)[1].headlines[0]
        #expect(one.value == two.value)
        #expect(one.uncertainty != two.uncertainty)
    }

    @Test func theOrderOfTheAreasDoesNotMatter() {
        let order = (0..<Town.size).map { $0 * 17 % Town.size }
        let shuffled = ClaimBoard.evaluate(dataset: Self.full.dataset(order: order), settings: settings)
        #expect(shuffled == findings(Self.full))
    }

    @Test func aTownTenTimesAsLargeHasTheSameVerdictsAndDifferences() {
        var large = Self.full
        large.scale = 10
        for (one, ten) in zip(findings(Self.full), findings(large)) {
            #expect(one.verdict == ten.verdict)
            for (small, big) in zip(one.headlines, ten.headlines) {
                #expect(abs(small.value - big.value) <= 1e-9 * max(1, abs(small.value)))
            }
        }
    }

    @Test func anOutcomeInOtherUnitsKeepsItsVerdict() throws {
        let cents = Town.withIncomes.adding("crime.total") {
            ($0 < 20 ? 80 : 40 + 10 * Town.wander($0)) * 100
        }
        let one = try #require(finding(.crime, Self.full).headlines.first)
        let hundred = try #require(finding(.crime, cents).headlines.first)
        #expect(abs(hundred.value - 100 * one.value) < 1e-6)
        #expect(abs((hundred.uncertainty.upper ?? 0) - 100 * (one.uncertainty.upper ?? 0)) < 1e-6)
    }

    @Test func switchingTheDefinitionChangesEveryCardTogether() {
        var other = settings
        other.lowIncome = .lowIncome
        let group = [Town.group(share: 0.8)]
        let before = findings(Self.full, group)
        let after = findings(Self.full, group, other)
        for (one, two) in zip(before, after) {
            #expect(one.lowIncome == .lowest40)
            #expect(two.lowIncome == .lowIncome)
            #expect(one != two)
            #expect(one.data.contains { $0.variable == "income.lowest40" })
            #expect(!two.data.contains { $0.variable == "income.lowest40" })
            #expect(two.data.contains { $0.variable == "income.low" })
        }
        // By the other definition areas 10 to 29 have many low incomes: ten with high crime, ten without.
        #expect(after[1].headlines.first?.levels?.areasInside == 20)
        #expect(after[1].headlines.first?.verdict == .undecided)
        #expect(before[1].headlines.first?.verdict == .supports)
    }

    @Test func theSwitchOffersWhatTheDataHold() {
        #expect(
            ClaimSettings.definitions(in: Town.withIncomes.dataset(), at: .neighbourhood)
                == [.lowest40, .lowIncome])
        #expect(ClaimSettings.definitions(in: Town().dataset(), at: .neighbourhood).isEmpty)
    }

    @Test func areasTooSmallToShowAreNotRead() throws {
        var town = Self.full
        town.add("population.inhabitants", year: 2019) { _ in 1 }
        // One area with 4 residents and a share of crime that would move every mean.
        town.series.removeAll { $0.variable == "population.inhabitants" }
        let table = town.adding("crime.total", year: 2021) { $0 == 0 ? 1e9 : $0 < 20 ? 80 : 40 }
        let small = table.adding("population.inhabitants", year: 2021) { $0 == 0 ? 4 : 1000 }
        let found = finding(.crime, small)
        #expect(found.headlines.first?.levels?.inside == 80)
        #expect(found.caveats.contains { $0.nl.contains("te weinig bewoners") })
    }

    @Test func noCardRanksOrRecommendsOrLabelsAreas() throws {
        let banned = [
            "kansarm", "probleemwijk", "achterstandswijk", "slechtste", "beste buurt", "aanbevolen",
            "moet u", "advies", "allochtoon", "ghetto", "worst", "deprived", "recommend", "ranking",
            "best area",
        ]
        var texts: [BilingualText] = Claim.allCases.flatMap { [$0.title, $0.text] }
        texts += Question.allCases.map(\.text) + Concept.allCases.map(\.name)
        texts += MotivationKind.allCases.map(\.name) + Verdict.allCases.map(\.name)
        for finding in findings(Self.full, [Town.group(share: 0.8)]) + findings(Town()) {
            texts.append(finding.reason)
            texts += finding.caveats
            texts += (finding.headlines + finding.others + finding.trend.figures).map(\.label)
        }
        for text in texts {
            for word in banned {
                #expect(!text.nl.lowercased().contains(word), "\(text.nl)")
                #expect(!text.en.lowercased().contains(word), "\(text.en)")
            }
            #expect(!text.nl.isEmpty && !text.en.isEmpty)
        }
    }
}
