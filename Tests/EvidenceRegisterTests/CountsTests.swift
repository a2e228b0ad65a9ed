import Bilingual
import EvidenceRegister
import PolicyTheory
import Testing

/// The counts that were published with the register, made again from its rows.
@Suite struct CountsTests {
    @Test func itHolds141StudiesAnd34Numbers() throws {
        let register = try seed()
        #expect(register.studies.count == 141)
        #expect(register.effects.count == 34)
        #expect(register.studies.count { $0.doi != nil } == 52)
        #expect(register.effects.count { $0.interval != nil } == 3)
    }

    @Test func howMuchWasReadMatches() throws {
        let register = try seed()
        func rows(_ verification: Verification) -> Int {
            register.studies.count { $0.verification == verification }
        }
        #expect(rows(.abstract) == 102)
        #expect(rows(.secondary) == 13)
        #expect(rows(.introductionRead) == 5)
        #expect(rows(.abstractWithoutResult) == 6)
        #expect(rows(.bibliographicOnly) == 8)
        #expect(rows(.memoryOnly) == 7)
        #expect(rows(.fullText) == 0)
    }

    @Test func regionsMatch() throws {
        let register = try seed()
        func rows(_ codes: String...) -> Int { register.studies.count { codes.contains($0.region.rawValue) } }
        #expect(rows("NL") == 65)
        #expect(rows("US") == 26)
        #expect(rows("UK") == 18)
        #expect(rows("INT") == 11)
        #expect(rows("SE", "DK") == 11)
        #expect(rows("NO", "CH", "DE", "BE", "FR", "CA", "AU", "IN", "NZ") == 10)
    }

    @Test func designsMatch() throws {
        let register = try seed()
        func rows(_ design: Design) -> Int { register.studies.count { $0.design == design } }
        #expect(
            Design.allCases.map(rows) == [9, 13, 22, 23, 26, 7, 18, 3, 4, 14, 2])
        func inClass(_ designClass: DesignClass) -> Int {
            register.studies.count { $0.designClass == designClass }
        }
        #expect(inClass(.causalOrSynthesis) == 51)
        #expect(inClass(.panelOrCrossSection) == 56)
        #expect(inClass(.qualitative) == 18)
        #expect(inClass(.review) == 16)
    }

    /// All rows; causal or synthesis designs; the Netherlands: total and + / 0 / - / mixed.
    @Test(arguments: [
        (OutcomeDomain.incomeWork, [39, 13, 8, 4, 14], [23, 7, 2, 4, 10], [8, 2, 1, 0, 5]),
        (.education, [21, 10, 4, 0, 6], [12, 4, 3, 0, 5], [4, 2, 0, 0, 1]),
        (.health, [11, 3, 1, 1, 6], [4, 1, 0, 0, 3], [1, 0, 0, 1, 0]),
        (.safety, [23, 5, 1, 3, 12], [12, 4, 1, 1, 6], [7, 1, 0, 2, 2]),
        (.satisfaction, [13, 2, 1, 0, 8], [3, 1, 0, 0, 2], [9, 0, 1, 0, 6]),
        (.socialContactCohesion, [34, 7, 8, 6, 11], [7, 2, 1, 2, 2], [15, 2, 6, 0, 5]),
        (.languageIntegration, [11, 2, 1, 3, 4], [6, 0, 0, 3, 3], [6, 2, 1, 0, 2]),
        (.displacementMoves, [25, 2, 4, 4, 10], [8, 2, 2, 2, 2], [19, 0, 4, 1, 9]),
        (.liveability, [16, 2, 2, 1, 7], [7, 2, 1, 1, 3], [10, 2, 1, 1, 2]),
        (.composition, [13, 3, 3, 1, 4], [7, 3, 1, 1, 2], [9, 1, 3, 1, 2]),
    ])
    func directionsByDomainMatch(domain: OutcomeDomain, all: [Int], causal: [Int], dutch: [Int]) throws {
        let register = try seed()
        func row(_ filter: StudyFilter) throws -> [Int] {
            let count = try #require(register.voteCounts(filter: filter).first { $0.domain == domain })
            return [count.paperTotal]
                + [Direction.better, .noEffectShown, .worse, .mixed].map { count.papers[$0] ?? 0 }
        }
        #expect(try row(StudyFilter()) == all)
        var filter = StudyFilter()
        filter.designClasses = [.causalOrSynthesis]
        #expect(try row(filter) == causal)
        filter = StudyFilter()
        filter.regions = [.netherlands]
        #expect(try row(filter) == dutch)
    }

    @Test func oneHundredAndTwentyStudiesHaveAResult() throws {
        var filter = StudyFilter()
        filter.onlyWithFinding = true
        #expect(try seed().studies(matching: filter).count == 120)
    }

    @Test func aTrialCountsOnce() throws {
        let register = try seed()
        let trial = try #require(register.trials.first { $0.id == "moving-to-opportunity" })
        #expect(
            trial.studies == ["US-01", "US-02", "US-03", "US-04", "US-05", "US-07", "US-24", "US-26"])
        let papers = trial.studies.compactMap(register.study)
        #expect(register.count(papers) == IndependentCount(trials: 1, papers: 8))
        // Eight, two, one and four publications are four studies.
        #expect(register.count(register.studies) == IndependentCount(trials: 141 - 7 - 1 - 3, papers: 141))
        #expect(register.count(papers).text.nl == "1 onderzoek (8 publicaties)")
    }
}
