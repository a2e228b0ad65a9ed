import Bilingual
import EvidenceRegister
import PolicyTheory
import Testing

@Suite struct MapTests {
    @Test func everyStudyIsLinkedToAMeasureOrToNone() throws {
        let register = try seed()
        for study in register.studies {
            let levers = register.leverLinks(of: study.id).map(\.lever)
            #expect(!levers.isEmpty, "\(study.id)")
            #expect(levers == [.exposureOnly] || !levers.contains(.exposureOnly), "\(study.id)")
        }
    }

    @Test func everyStudyIsLinkedToTheTheory() throws {
        let register = try seed()
        for study in register.studies { #expect(!register.edgeLinks(of: study.id).isEmpty, "\(study.id)") }
    }

    @Test func theKnownGapsAreStatedInWords() throws {
        let map = EvidenceMap(of: try seed())
        #expect(map.levers.count == 9)
        #expect(map.domains.count == 12)
        let gap = map[.facilities, .health]
        #expect(gap.isEmpty)
        #expect(gap.statement.en == "0 studies: facilities → health")
        #expect(gap.statement.nl == "0 onderzoeken: voorzieningen → gezondheid")
        // One row speaks of facilities.
        let facilities = map.domains.map { map[.facilities, $0] }.flatMap(\.units).flatMap(\.papers).map(\.id)
        #expect(Set(facilities) == ["NL-07"])
        #expect(map.gaps.contains { $0.lever == .facilities && $0.domain == .health })
        #expect(
            map.gaps.count
                + map.levers.reduce(0) { sum, lever in
                    sum + map.domains.count { !map[lever, $0].isEmpty }
                } == 108)
    }

    @Test func aTrialCountsOnceInACell() throws {
        let cell = EvidenceMap(of: try seed())[.helpToMove, .health]
        // Three papers of one lottery: two mixed, one better.
        #expect(cell.count == IndependentCount(trials: 1, papers: 3))
        #expect(cell.byDirection == [.mixed: IndependentCount(trials: 1, papers: 3)])
        #expect(cell.byDesign == [.causalOrSynthesis: IndependentCount(trials: 1, papers: 3)])
        #expect(cell.statement.nl == "1 onderzoek (3 publicaties): hulp bij verhuizen → gezondheid")
    }

    @Test(arguments: [
        (["+", "-"], Direction.mixed), (["+", "+"], .better), (["na", "+"], .better),
        (["na", "na"], .notTested),
        (["unclear", "na"], .unclear), (["", "0"], .noEffectShown),
    ])
    func aTrialPointsOneWayOnlyWhereItsPapersAgree(papers: [String], direction: Direction) throws {
        let studies = try papers.enumerated().map { try study("S\($0.offset)", [.direction: $0.element]) }
        let trial = try Trial(cells: {
            [.id: "t", .studies: "S0;S1", .nameNL: "n", .nameEN: "n", .whyNL: "w", .whyEN: "w"][$0] ?? ""
        })
        let register = try Register(studies: studies, trials: [trial])
        #expect(register.units(of: register.studies).map(\.direction) == [direction])
    }

    @Test func theCountsOfACellAddUp() throws {
        let map = EvidenceMap(of: try seed())
        for lever in map.levers {
            for domain in map.domains {
                let cell = map[lever, domain]
                #expect(cell.lever == lever && cell.domain == domain)
                #expect(cell.byDesign.values.reduce(0) { $0 + $1.papers } == cell.count.papers)
                #expect(cell.byVerification.values.reduce(0) { $0 + $1.papers } == cell.count.papers)
                #expect(cell.byDirection.values.reduce(0) { $0 + $1.papers } == cell.papersWithResult)
                #expect(cell.byDirection.values.reduce(0) { $0 + $1.trials } <= cell.count.trials)
                #expect(cell.count.trials <= cell.count.papers)
            }
        }
    }

    @Test func aFilterOnlyRemoves() throws {
        let register = try seed()
        var filters: [StudyFilter] = []
        func add(_ change: (inout StudyFilter) -> Void) {
            var filter = StudyFilter()
            change(&filter)
            filters.append(filter)
        }
        add { $0.regions = [.netherlands] }
        add { $0.countries = ["Sweden", "Denmark"] }
        add { $0.designs = [.rct, .panel] }
        add { $0.designClasses = [.qualitative] }
        add { $0.risksOfBias = [.low] }
        add { $0.verifications = [.abstract] }
        add { $0.years = 2010...2015 }
        add { $0.questions = [.integration] }
        add { $0.domains = [.health, .safety] }
        add { $0.levers = [.demolishRebuild] }
        add { $0.onlyWithFinding = true }
        add { $0.words = "Rotterdam" }
        let all = register.studies.map(\.id)
        let whole = EvidenceMap(of: register)
        #expect(register.studies(matching: StudyFilter()).map(\.id) == all)
        for one in filters {
            let kept = register.studies(matching: one).map(\.id)
            #expect(!kept.isEmpty && kept.count < all.count)
            #expect(all.filter(Set(kept).contains) == kept)
            for other in filters {
                // Two conditions keep what both keep: set the second on a copy of the first.
                var both = one
                if !other.regions.isEmpty { both.regions = other.regions }
                if !other.words.isEmpty { both.words = other.words }
                if let years = other.years { both.years = years }
                let second = register.studies(matching: both).map(\.id)
                if one.regions.isEmpty && one.words.isEmpty && one.years == nil {
                    #expect(Set(second).isSubset(of: kept))
                }
            }
            let map = EvidenceMap(of: register, filter: one)
            for lever in map.levers {
                for domain in map.domains {
                    #expect(map[lever, domain].count.papers <= whole[lever, domain].count.papers)
                }
            }
        }
        var seventh = StudyFilter()
        seventh.questions = [.evidence]
        #expect(register.studies(matching: seventh).count == 141)
    }

    @Test func theNetherlandsComesFirst() throws {
        let register = try seed()
        #expect(register.countries.first == "Netherlands")
        #expect(Array(register.countries.dropFirst()) == register.countries.dropFirst().sorted())
        let counts = register.countryCounts()
        #expect(counts.first?.country == "Netherlands")
        #expect(counts.first?.count.papers == 64)
        #expect(counts.first { $0.country == "United States" }?.count.papers == 29)
        #expect(
            counts.first { $0.country == "United States" }?.places.first { $0.place == "Chicago" }?.papers
                == 10)
    }

    @Test func periodsHoldEveryStudyOnce() throws {
        let register = try seed()
        let periods = register.periodCounts()
        #expect(periods.reduce(0) { $0 + $1.count.papers } == 141)
        #expect(periods.last?.years == nil && periods.last?.count.papers == 1)
        let dated = periods.compactMap(\.years)
        for (one, next) in zip(dated, dated.dropFirst()) { #expect(one.upperBound + 1 == next.lowerBound) }
    }

    @Test func theHarvestPlotHasOneBarPerIndependentStudy() throws {
        let register = try seed()
        for count in register.voteCounts() {
            let plot = register.harvestPlot(of: count.domain)
            for direction in Direction.allCases {
                #expect((plot.bars[direction]?.count ?? 0) == count.trials[direction] ?? 0)
                #expect(
                    DesignClass.allCases.reduce(0) { $0 + plot.count(direction, $1) }
                        == plot.bars[direction]?.count ?? 0)
            }
            #expect(plot.caution.en == "These are counts, not sizes of effects.")
            #expect(count.trialTotal <= count.paperTotal)
        }
        // The lottery moves health for the better in one paper and in mixed ways in two: one bar, mixed.
        let health = register.harvestPlot(of: .health)
        #expect(health.bars[.mixed]?.count { $0.id == "moving-to-opportunity" } == 1)
        #expect(health.bars[.better]?.contains { $0.id == "moving-to-opportunity" } != true)
    }
}
