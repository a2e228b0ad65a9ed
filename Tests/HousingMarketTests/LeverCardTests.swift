import Bilingual
import HousingMarket
import Testing

/// Every lever has its card, in both languages, with a source for every price.
@Suite struct LeverCardTests {
    @Test func allTwentyTwoAreThereInOrder() {
        #expect(LeverCard.all.map(\.kind) == LeverKind.allCases)
        for kind in LeverKind.allCases { #expect(kind.card.kind == kind) }
    }

    @Test func noTextIsEmptyAndNoPriceIsWithoutSource() {
        for card in LeverCard.all {
            for text in [card.decider, card.leadTime, card.changes] + [card.distinction].compactMap(\.self) {
                #expect(
                    !text.nl.isEmpty && !text.en.isEmpty && text.nl != text.en || text.nl.count < 3,
                    "\(card.kind)")
            }
            #expect(!card.legalBasis.isEmpty)
            if let cost = card.cost {
                #expect(cost.low <= cost.high && cost.year > 2000 && cost.source.contains(".nl"))
            }
        }
    }

    @Test func leversThatChangeNothingSaySo() {
        for kind in [LeverKind.stateMoney, .doNothing] {
            guard case .none(let reason) = kind.card.effect else {
                Issue.record("\(kind) changes nothing in the model")
                continue
            }
            #expect(!reason.nl.isEmpty)
        }
        #expect(
            LeverKind.areaDesignation.card.distinction != nil
                && LeverKind.specialGroups.card.distinction != nil)
    }
}
