import Bilingual
import EvidenceRegister
import PolicyTheory
import Testing

@Suite struct ClaimTests {
    @Test func bothSidesGetTheSameSpace() throws {
        let register = try seed()
        for evidence in Claim.allCases.map({ ClaimEvidence(for: $0, in: register) })
            + TheoryGraph.seed.edges.map({ ClaimEvidence(forEdge: $0.id, in: register) })
        {
            for side in ClaimEvidence.Side.allCases {
                #expect(evidence.shown(side).count == evidence.places)
                let studies = evidence.shown(side).compactMap { place -> EvidenceCard? in
                    if case .study(let card) = place { card } else { nil }
                }
                #expect(studies == Array(evidence.cards(side).prefix(evidence.places)))
                #expect(studies.count + evidence.notShown(side) == evidence.cards(side).count)
            }
            #expect((1...6).contains(evidence.places))
        }
    }

    @Test func nothingFoundIsACardInWords() throws {
        let evidence = ClaimEvidence(forEdge: "socialFacilities-incomeMixing", in: try seed())
        #expect(evidence.isWithoutEvidence)
        #expect(
            evidence.shown(.supporting) == [
                .noneFound(ClaimEvidence(for: .residence, in: try seed()).noneWords)
            ])
        #expect(evidence.context.isEmpty)
    }

    @Test func dutchStudiesComeFirstThenDesignThenYearAndNeverResult() throws {
        let register = try seed()
        for edge in TheoryGraph.seed.edges {
            let evidence = ClaimEvidence(forEdge: edge.id, in: register, limit: 100)
            for cards in [evidence.supporting, evidence.against, evidence.mixed, evidence.context] {
                for (one, next) in zip(cards, cards.dropFirst()) {
                    func key(_ card: EvidenceCard) -> [Int] {
                        [
                            card.study.countries.contains("Netherlands") ? 0 : 1,
                            card.study.design.flatMap(Design.allCases.firstIndex(of:)) ?? 99,
                            -(card.study.year ?? 0),
                        ]
                    }
                    #expect(!key(next).lexicographicallyPrecedes(key(one)))
                }
            }
        }
        let ids = ClaimEvidence(for: .mixing, in: register).supporting.map(\.study.id)
        #expect(ids == ["NL-09", "NL-03"])
    }

    @Test func aTrialTakesOnePlace() throws {
        let register = try seed()
        let act = try #require(ClaimEvidence(for: .mixing, in: register).supporting.last)
        #expect(act.sameTrial.map(\.study.id) == ["NL-04"])
        let evidence = ClaimEvidence(forEdge: "incomeMixing-emancipation", in: register, limit: 100)
        for cards in [evidence.supporting, evidence.against, evidence.mixed, evidence.context] {
            let trials = cards.compactMap(\.trial?.id)
            #expect(Set(trials).count == trials.count)
        }
        // Publications of the lottery point different ways: it is one study, and mixed.
        let lottery = try #require(evidence.mixed.first { $0.trial?.id == "moving-to-opportunity" })
        #expect(lottery.studies.count == 8)
        #expect(lottery.ownStance != .context)
        let places = [evidence.supporting, evidence.against, evidence.mixed, evidence.context].flatMap { $0 }
        #expect(places.count { $0.trial?.id == "moving-to-opportunity" } == 1)
        #expect(places.flatMap(\.studies).count == Set(places.flatMap(\.studies)).count)
    }

    @Test func aCardBringsIntervalAndTransferabilityOrSaysThatThereIsNone() throws {
        let evidence = ClaimEvidence(forEdge: "incomeMixing-emancipation", in: try seed(), limit: 100)
        let trial = try #require(evidence.mixed.first { $0.trial?.id == "moving-to-opportunity" })
        let lottery = try #require(trial.sameTrial.first { $0.study.id == "US-03" })
        #expect(lottery.effectsWithInterval.count == 3)
        #expect(lottery.intervalIsMissing == nil)
        #expect(lottery.trial?.id == "moving-to-opportunity")
        #expect(lottery.transferability.en.contains("United States"))
        #expect(lottery.transferability.en.contains("forced move"))
        let dutch = try #require(evidence.against.first { $0.study.id == "NL-10" })
        #expect(dutch.intervalIsMissing != nil)
        #expect(dutch.transferability.nl.hasPrefix("Nederlands onderzoek."))
    }

    @Test func everyQuestionHasAnAnswerThatRestsOnResultsThatWereRead() throws {
        let register = try seed()
        for question in Question.allCases {
            let answer = register.answer(to: question)
            #expect(answer.sentences.count >= 3)
            for sentence in answer.sentences {
                #expect(!sentence.studies.isEmpty)
                for id in sentence.studies {
                    #expect(register.study(id)?.shownFinding != nil, "\(sentence.id) \(id)")
                }
                #expect(!sentence.text.nl.contains(";  "))
            }
            #expect(answer.strength.isEmpty)
            #expect(answer.strengthIsMissing != nil)
        }
        #expect(register.sentencesWithoutSupport.isEmpty)
    }

    @Test func aSentenceFallsAwayWithItsStudy() throws {
        var log = try RegisterLog(start: seed())
        let one = try #require(log.state.study("NL-54"))
        try log.record(.withdrawing(one, because: "test"), on: on("2026-02-01"))
        #expect(log.state.sentencesWithoutSupport.map(\.id) == ["Q5-6"])
        #expect(!log.state.answer(to: .steering).sentences.contains { $0.id == "Q5-6" })
    }

    /// All panels of up to thirteen people: what is shown never tells a small count, also not to who knows how many
    /// people there were.
    @Test func smallCountsOfVotesCannotBeWorkedOut() {
        let votes = PanelStrength.Vote.allCases
        var seen: [String: [[Int]]] = [:]
        func fill(_ counts: [Int], _ left: Int) {
            guard counts.count < votes.count - 1 else {
                let all = counts + [left]
                let tally = PanelStrength(
                    question: .steering, counts: Dictionary(uniqueKeysWithValues: zip(votes, all)))
                let shown = tally.shownCounts
                for (vote, count) in shown { #expect(count >= 4 && count == tally.votes(vote)) }
                let key =
                    "\(tally.people) " + votes.map { shown[$0].map { "\($0)" } ?? "?" }.joined(separator: " ")
                seen[key, default: []].append(all)
                return
            }
            for count in 0...left { fill(counts + [count], left - count) }
        }
        // A panel below the limit is hidden whole, and its size is then all that there is to know.
        for people in 4...13 { fill([], people) }
        for (key, tallies) in seen {
            for place in votes.indices where key.split(separator: " ")[place + 1] == "?" {
                #expect(Set(tallies.map { $0[place] }).count > 1, "\(key) tells the count at \(place)")
            }
        }
    }

    @Test func onlyVotesOfAPanelFillTheStrength() throws {
        var log = try RegisterLog(start: seed())
        let tally = PanelStrength(question: .steering, counts: [.moderate: 4, .low: 2, .noAnswer: 1])
        try log.record(.adding(tally), by: "panel", on: on("2026-02-01"))
        let answer = log.state.answer(to: .steering)
        #expect(answer.strength.votes(.moderate) == 4)
        #expect(answer.strength.people == 7)
        #expect(answer.strengthIsMissing == nil)
        try log.undo(1, on: on("2026-02-02"))
        #expect(log.state.answer(to: .steering).strength.isEmpty)
    }
}

extension ClaimEvidence {
    /// The words of a side without any study.
    fileprivate var noneWords: BilingualText {
        .init(nl: "Geen onderzoek gevonden dat dit steunt.", en: "No evidence found that supports this.")
    }
}
