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

    @Test(arguments: [
        ("90.000.000", 90_000_000.0), (" 1.234,5 ", 1234.5), ("30.5", 30.5), ("1.500", 1500), ("1,500", 1.5),
        ("0", 0), ("-0", 0), ("\u{2212}3,1", -3.1), ("90 000", 90_000), ("1,234.5", 1234.5),
    ])
    func aNumberIsReadWithTheMarksOfDutch(text: String, expected: Double) {
        #expect(NumberText(.dutch).number(from: text) == expected)
    }

    @Test(arguments: [
        "", " ", "veel", "1.50.000", "1..5", "1,", ",5", "1e9", "nan", "inf", "1,2,3", "--1", "٣",
    ])
    func whatIsNoNumberIsNotRead(text: String) {
        #expect(NumberText(.dutch).number(from: text) == nil)
    }

    @Test func whatIsWrittenIsReadBack() {
        for language in [Language.dutch, .english] {
            for value in [0, 0.25, 1, 999, 1000, 1234.5, 90_000_000, -12_345.75] {
                let text = NumberText(language).decimal(value, decimals: 2)
                #expect(NumberText(language).number(from: text) == value, "\(text)")
            }
        }
    }
}
