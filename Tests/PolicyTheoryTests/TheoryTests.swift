import Bilingual
import Neighbourhoods
import PolicyTheory
import Testing

@Suite struct TheoryTests {
    @Test func theSixClaimsStandOnTheirSentences() {
        #expect(Claim.allCases.map(\.id) == ["C1", "C2", "C3", "C4", "C5", "C6"])
        #expect(Claim.allCases.map(\.reference.statement) == ["S3", "S4a", "S4b", "S4c", "S7", "S9"])
        #expect(Claim.allCases.allSatisfy { $0.reference.page == 13 })
    }

    @Test func theSevenQuestionsStandOnTheirSentences() {
        #expect(Question.allCases.map(\.id) == (1...7).map { "Q\($0)" })
        #expect(Question.allCases.map(\.reference.statement) == (10...16).map { "S\($0)" })
    }

    @Test func everyClaimIsAnArrowAndEveryConceptIsConnected() {
        for claim in Claim.allCases { #expect(!TheoryGraph.seed.edges(stating: claim).isEmpty) }
        for concept in Concept.allCases { #expect(!TheoryGraph.seed.edges(touching: concept).isEmpty) }
        #expect(Set(TheoryGraph.seed.edges.map(\.id)).count == TheoryGraph.seed.edges.count)
    }

    @Test func measuresOfAllThreeFamiliesLeadToMixing() {
        let starts = TheoryGraph.seed.edges(stating: .mixing).map(\.from)
        #expect(starts == Concept.allCases.filter { $0.kind == .leverFamily })
    }

    @Test func everyArrowStartsEmptyWithAReasonAndCanBeFilled() throws {
        var graph = TheoryGraph.seed
        for edge in graph.edges {
            #expect(edge.evidence.simulation.reason != nil)
            #expect(edge.evidence.studies.reason != nil)
            #expect(edge.evidence.votes.reason != nil)
        }
        let tally = try #require(VoteTally(agree: 3, disagree: 4, pass: 2))
        graph.edges[0].evidence.votes = .filled(tally)
        #expect(graph.edges[0].evidence.votes.content?.pass == 2)
        #expect(VoteTally(agree: -1, disagree: 0, pass: 0) == nil)
    }

    @Test func aNormNeedsAnAuthorAndANumber() throws {
        #expect(throws: GroupNormError.noAuthor) { try GroupThreshold(0.4, author: " ") }
        #expect(throws: GroupNormError.notANumber) { try GroupThreshold(.nan, author: "Werkgroep 2") }
        let threshold = try GroupThreshold(40, author: "Werkgroep 2")
        #expect(throws: GroupNormError.notAShare(40)) {
            try ConcentrationNorm(measure: .lowest40, threshold: threshold)
        }
        #expect(throws: GroupNormError.noWish("moving.turnover")) {
            try SufficiencyNorm(variable: "moving.turnover", threshold: threshold)
        }
    }

    @Test func enoughIsAFloorOrACeilingAsTheVariableAsks() throws {
        let floor = try SufficiencyNorm(
            variable: "satisfaction.neighbourhood", threshold: GroupThreshold(0.7, author: "Werkgroep 2"))
        #expect(floor.isMet(by: .known(0.8)) == true)
        #expect(floor.isMet(by: .known(0.6)) == false)
        #expect(floor.isMet(by: .missing(.suppressed)) == nil)
        let ceiling = try SufficiencyNorm(
            variable: "crime.total", threshold: GroupThreshold(50, author: "Werkgroep 2"))
        #expect(ceiling.isMet(by: .known(40)) == true)
    }

    @Test func aMotivationMayHaveNoHolder() {
        #expect(Motivation(kind: .contact, holder: "  ").holder == nil)
        #expect(Motivation(kind: .contact, holder: "gemeenteraad").holder == "gemeenteraad")
    }
}
