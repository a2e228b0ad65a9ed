import Bilingual
import Testing

@Suite struct NumberTextTests {
    let dutch = NumberText(.dutch)
    let english = NumberText(.english)

    @Test func groupsAndMarksFollowTheLanguage() {
        #expect(dutch.decimal(1234.5, decimals: 1) == "1.234,5")
        #expect(english.decimal(1234.5, decimals: 1) == "1,234.5")
        #expect(dutch.count(1_234_567) == "1.234.567")
        #expect(dutch.count(0) == "0")
    }

    @Test func aNegativeNumberHasARealMinusSign() {
        #expect(dutch.decimal(-3.14, decimals: 1) == "\u{2212}3,1")
        #expect(dutch.decimal(-0.04, decimals: 1) == "0,0")
    }

    @Test func differencesCarryTheirSign() {
        #expect(dutch.signed(3.1, decimals: 1) == "+3,1")
        #expect(dutch.signed(0.001, decimals: 1) == "0,0")
        #expect(english.signed(-2, decimals: 0) == "\u{2212}2")
    }

    @Test func sharesBecomePercentages() {
        #expect(dutch.percent(0.384) == "38%")
        #expect(dutch.percent(.nan) == "–")
    }

    @Test func intervalsAvoidADashBesideAMinus() {
        #expect(dutch.interval(0.29, 0.33) == "0,29–0,33")
        #expect(dutch.interval(-0.1, 0.33, decimals: 1) == "\u{2212}0,1 tot 0,3")
    }
}
