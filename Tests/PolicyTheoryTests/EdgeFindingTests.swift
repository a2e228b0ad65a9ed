import Bilingual
import Neighbourhoods
import PolicyTheory
import Testing

/// What the local data say of every arrow.
@Suite struct EdgeFindingTests {
    private func edges(_ town: Town) -> [EdgeFinding] {
        EdgeBoard.evaluate(dataset: town.dataset(), findings: findings(town), settings: settings)
    }

    private func edge(_ code: String, _ town: Town) throws -> EdgeFinding {
        try #require(edges(town).first { $0.edge.code == code })
    }

    /// Crime rises with low incomes; the score for liveability follows the crime or goes against it.
    private func town(liveability: @escaping (Int) -> Double) -> Town {
        Town.withAreaTypes
            .adding("crime.total") { 20 + Double($0) }
            .adding("liveability.score", liveability)
    }

    @Test func everyArrowHasAFindingInOrderThatIsNeverEmpty() {
        for town in [Town(), Town.withAreaTypes, town { 5 - Double($0) / 40 }] {
            let all = edges(town)
            #expect(all.map(\.edge) == TheoryGraph.seed.edges)
            for one in all {
                #expect(!one.reason.nl.isEmpty && !one.reason.en.isEmpty, "\(one.edge.code)")
                #expect((one.verdict == .notTestable) || !one.figures.isEmpty, "\(one.edge.code)")
            }
        }
    }

    @Test func anArrowOfAClaimSaysWhatTheClaimSays() throws {
        let town = town { 5 - Double($0) / 40 }
        let claim = finding(.crime, town)
        let arrow = try edge("E5", town)
        #expect(arrow.verdict == claim.verdict)
        #expect(arrow.reason == claim.reason)
        #expect(arrow.figures.first == claim.headlines.first)
    }

    @Test func measuresThatWereTakenAreNotInFiguresOfAreas() throws {
        for code in ["E10", "E11"] {
            let arrow = try edge(code, Town.withAreaTypes)
            #expect(arrow.verdict == .notTestable && arrow.figures.isEmpty)
            #expect(arrow.reason.nl.hasPrefix("Geen gegevens"))
        }
    }

    @Test func mixingIsNotHeldAgainstTheFiguresThatItIsMadeOf() throws {
        #expect(try edge("E13", Town.withAreaTypes).verdict == .notTestable)
    }

    @Test func oneYearCanContradictAnArrowOfCauseButNotSupportIt() throws {
        // More crime and less liveability is what the arrow says: still undecided.
        let along = try edge("E14", town { 5 - Double($0) / 40 })
        #expect(along.verdict == .undecided)
        #expect((along.figures.first?.value ?? 0) < -0.99)
        let against = try edge("E14", town { 4 + Double($0) / 40 })
        #expect(against.verdict == .contradicts)
    }

    @Test func anArrowOfTogethernessCanBeSupported() throws {
        let arrow = try edge("E4", Town.withAreaTypes)
        #expect(arrow.edge.effect == .goesWith)
        #expect(arrow.verdict == .supports)
        #expect(arrow.figures.first?.uncertainty.lower ?? 0 > 0)
    }

    @Test func bothEndsOfTheFifthClaimHaveFiguresOfTheirOwn() throws {
        let town = Town.withAreaTypes
            .adding("wellbeing.socialIndex") { 100 - Double($0) }
            .adding("work.participation") { 0.5 + Double($0) / 100 }
        let (wellbeing, emancipation) = (try edge("E8", town), try edge("E9", town))
        #expect(!wellbeing.figures.isEmpty && !emancipation.figures.isEmpty)
        #expect(wellbeing.figures.allSatisfy { $0.id.contains("wellbeing.socialIndex") })
        #expect(emancipation.figures.allSatisfy { $0.id.contains("work.participation") })
        #expect(Set(wellbeing.data.compactMap(\.variable)).isDisjoint(with: ["work.participation"]))
    }

    @Test func integrationWithoutFiguresSaysSo() throws {
        let arrow = try edge("E17", Town.withAreaTypes)
        #expect(arrow.verdict == .notTestable)
        #expect(arrow.reason.nl == "Geen gegevens: er zijn hier geen cijfers over ‘integratie’.")
    }
}
