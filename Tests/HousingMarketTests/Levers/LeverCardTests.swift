import Bilingual
import HousingMarket
import Testing

/// Every lever has its card, in both languages, with a source for every price.
@Suite struct LeverCardTests {
    @Test func allTwentyTwoAreThereInOrder() {
        #expect(LeverCard.all.count == 22)
        #expect(LeverCard.all.map(\.kind) == LeverKind.allCases)
        for kind in LeverKind.allCases { #expect(kind.card.kind == kind) }
    }

    @Test func namesComeFromTheCardsAndDiffer() {
        for language in Language.allCases {
            #expect(Set(LeverKind.allCases.map { $0.name[language] }).count == 22)
        }
    }

    @Test func noTextIsEmptyInEitherLanguage() {
        for card in LeverCard.all {
            for text in card.texts {
                for words in [text.nl, text.en] {
                    #expect(words.contains { $0.isLetter }, "\(card.kind): \(text)")
                }
            }
            for summary in [card.summary.nl, card.summary.en] { #expect(summary.hasSuffix(".")) }
        }
    }

    @Test func everyTextIsTranslated() {
        // Names of laws may be the same in both languages; sentences may not.
        for card in LeverCard.all {
            for text in [
                card.name, card.summary, card.decider, card.leadTime, card.changes, card.sideEffectNote,
            ] {
                #expect(text.nl != text.en, "\(card.kind): \(text.nl)")
            }
        }
    }

    @Test func everyPriceHasASourceAYearAndAUnit() {
        let priced = LeverCard.all.filter { $0.cost != nil }.map(\.kind)
        #expect(priced == [.demolishRebuild, .renovation, .stateMoney])
        for card in LeverCard.all {
            guard let cost = card.cost else { continue }
            #expect(cost.low <= cost.high && cost.low != 0 && cost.high != 0)
            #expect((2003...2026).contains(cost.year))
            #expect(cost.source.nl.contains(".nl") && cost.source.en.contains(".nl"))
        }
    }

    @Test func everyPrecedentNamesItsSource() {
        for card in LeverCard.all {
            for precedent in card.precedents {
                #expect(!precedent.source.isEmpty && !precedent.years.isEmpty, "\(card.kind)")
            }
        }
        #expect(LeverKind.areaDesignation.card.precedents.contains { $0.source.contains("43494/09") })
        #expect(LeverKind.specialGroups.card.precedents.contains { $0.source.contains("2022-145") })
    }

    @Test func noTextLabelsPeopleOrPlaces() {
        let refused = [
            "kansarm", "probleemwijk", "achterstandswijk", "prachtwijk", "niet-westers", "allochto",
        ]
        for card in LeverCard.all {
            for text in card.texts {
                let words = (text.nl + " " + text.en).lowercased()
                for word in refused { #expect(!words.contains(word), "\(card.kind): \(word)") }
            }
        }
    }

    @Test func leversThatTheModelFollowsInPartSayWhatIsMissing() {
        let none = LeverCard.all.filter { if case .none = $0.effect { true } else { false } }.map(\.kind)
        #expect(none == [.stateMoney, .doNothing])
        for kind: LeverKind in [
            .fairShare, .areaDesignation, .householdIncome, .facilities, .socialManagement, .localPriority,
        ] {
            guard case .partly = kind.card.effect else {
                Issue.record("\(kind) is in the model in part")
                continue
            }
        }
        guard case .partly(let reason) = LeverKind.areaDesignation.card.effect else { return }
        #expect(reason.nl.contains("artikel 10") && reason.en.contains("article 10"))
    }

    @Test func leversThatNeedAJustificationHaveAHighRisk() {
        let high = LeverCard.all.filter { if case .high = $0.distinctionRisk { true } else { false } }
        #expect(high.map(\.kind) == [.areaDesignation, .specialGroups])
        #expect(LeverKind.localPriority.card.distinction != nil && LeverKind.sale.card.distinction == nil)
    }

    @Test func leversThatForceMovesWarnOfIt() {
        #expect(LeverKind.demolishRebuild.card.sideEffects.contains(.displacement))
        #expect(LeverKind.renovation.card.sideEffects.contains(.displacement))
        #expect(LeverKind.mergeSplit.card.changes.en.contains("must leave"))
    }
}
