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

    @Test func everyArrowHasACodeThatLeadsBackToIt() {
        let codes = TheoryGraph.seed.edges.map(\.code)
        #expect(codes == (1...codes.count).map { "E\($0)" })
        for edge in TheoryGraph.seed.edges { #expect(TheoryGraph.seed.edge(code: edge.code) == edge) }
        #expect(TheoryGraph.seed.edge(code: "E0") == nil)
        // Codes stand in links and in what sessions keep: they never move.
        #expect(TheoryGraph.seed.edge(code: "E5")?.id == "lowIncomeConcentration-crimeAndNuisance")
        #expect(TheoryGraph.seed.edge(code: "E17")?.id == "incomeMixing-integration")
    }

    @Test func everyVariableBearsOnAnArrowUnlessItOnlyDescribesThePopulation() {
        for variable in VariableCatalogue.all {
            let bearing = TheoryBearing(of: [variable.id])
            #expect(bearing.isEmpty == (variable.theme == .population), "\(variable.id.rawValue)")
        }
    }

    @Test func aFigureBearsOnTheArrowsOfItsNodesAndOnTheirClaims() {
        let crime = TheoryBearing(of: ["crime.total"])
        #expect(crime.claims == [.crime])
        #expect(crime.edges.map(\.code) == ["E5", "E14"])
        let income = TheoryBearing(of: ["income.low"])
        #expect(income.claims == [.crime, .dissatisfaction, .wishToMove])
        #expect(income.edges.map(\.code) == ["E3", "E4", "E5", "E6", "E7", "E13"])
        for claim in Claim.allCases {
            #expect(TheoryBearing(of: claim).edges == TheoryGraph.seed.edges(stating: claim))
        }
        for edge in TheoryGraph.seed.edges { #expect(TheoryBearing(of: edge).edges == [edge]) }
        #expect(TheoryBearing(of: [Variable.ID]()).isEmpty)
    }

    @Test func everyArrowIsReachedFromTheFiguresOfOneOfItsEndsOrHasNone() {
        let reached = Set(VariableCatalogue.all.flatMap { TheoryBearing(of: [$0.id]).edges.map(\.code) })
        #expect(reached == Set(TheoryGraph.seed.edges.map(\.code)))
    }

    @Test func whereMigrantsLiveIsNoVariable() {
        #expect(Concept.residenceOfMigrants.indicators.isEmpty)
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
