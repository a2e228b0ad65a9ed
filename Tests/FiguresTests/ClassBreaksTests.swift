import Bilingual
import Testing

@testable import Figures

private func even(_ low: Double, _ high: Double, count: Int = 101) -> [Double] {
    (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
}

@Test func fiveClassesBreakAtRoundPercentages() {
    let breaks = ClassBreaks.sequential(over: even(0.05, 0.45), format: .percent())
    #expect(breaks.limits == [0.1, 0.2, 0.3, 0.4])
    #expect(breaks.labels(.percent(), .dutch) == ["< 10%", "10–20", "20–30", "30–40", "≥ 40%"])
}

@Test func labelsCarryTheUnitAtTheEndsOnly() {
    let breaks = ClassBreaks(limits: [0.12, 0.2, 0.28, 0.36], decimals: 0)
    #expect(breaks.labels(.percent(), .dutch) == ["< 12%", "12–20", "20–28", "28–36", "≥ 36%"])
    let differences = ClassBreaks(limits: [-2.5, 0, 2.5], decimals: 1, isDiverging: true)
    #expect(
        differences.labels(.number(isSigned: true), .dutch) == [
            "< −2,5", "−2,5 tot 0,0", "0,0 tot +2,5", "≥ +2,5",
        ])
    #expect(differences.labels(.number(isSigned: true), .english)[1] == "−2.5 to 0.0")
}

@Test func limitsAreTheDoublesNearestToTheirPrintedNumbers() {
    let breaks = ClassBreaks.sequential(over: even(0, 0.5), format: .percent())
    for limit in breaks.limits { #expect("\(limit)".count <= 4, "\(limit)") }
}

@Test func aValueOnALimitBelongsToTheClassAbove() {
    let breaks = ClassBreaks(limits: [1, 2], decimals: 0)
    #expect([0.9, 1, 1.9, 2, 3].map(breaks.index) == [0, 1, 1, 2, 2])
    #expect(breaks.counts(of: [0.9, 1, 1.9, 2, 3, .nan]) == [1, 2, 2])
}

@Test func oneExtremeAreaDoesNotPourTheOthersIntoOneClass() {
    let breaks = ClassBreaks.sequential(over: even(0, 10) + [5_000], format: .number())
    #expect(breaks.counts(of: even(0, 10)).filter { $0 > 5 }.count == 5)
}

@Test func noClassLiesOutsideWhatTheValuesReach() {
    for values in [even(0, 1), even(0, 0.03), even(96, 100), [0, 0, 0, 0, 0.4]] {
        let breaks = ClassBreaks.sequential(over: values, format: .number())
        #expect(breaks.limits.count == 4)
        #expect((breaks.limits.first ?? 0) > (values.min() ?? 0))
    }
}

@Test func limitsDoNotDependOnTheOrderOfYears() {
    let values = even(0.03, 0.41)
    #expect(
        ClassBreaks.sequential(over: values, format: .percent())
            == ClassBreaks.sequential(over: values.reversed(), format: .percent()))
}

@Test func constantAndAbsentValuesStillGiveClasses() {
    let constant = ClassBreaks.sequential(over: [5, 5, 5], format: .number())
    #expect(constant.counts(of: [5, 5, 5]).reduce(0, +) == 3)
    let none = ClassBreaks.sequential(over: [.nan], format: .number())
    #expect(none.classCount == 1)
    #expect(none.labels(.number(), .dutch) == ["alle waarden"])
}

@Test(arguments: [6, 7])
func divergingLimitsMirrorAroundZero(_ classes: Int) {
    let breaks = ClassBreaks.diverging(
        over: even(-0.08, 0.05), classes: classes, format: .percentagePoints())
    #expect(breaks.classCount == classes)
    #expect(breaks.limits.map { -$0 }.reversed() == breaks.limits)
    #expect(breaks.limits.contains(0) == (classes == 6))
}

@Test func stepsAreOneTwoTwoAndAHalfOrFiveTimesAPowerOfTen() {
    let wanted: [(Double, Double)] = [
        (0.2, 0.2), (0.21, 0.25), (0.26, 0.5), (0.51, 1), (3, 5), (99, 100), (0.000_3, 0.000_5), (1e6, 1e6),
    ]
    for (size, step) in wanted { #expect(RoundStep(atLeast: size).length == step) }
    #expect(RoundStep(atLeast: 0.021, withQuarters: false).length == 0.05)
    #expect(RoundStep(atLeast: 0.021).decimals(isShare: true) == 1)
    #expect(RoundStep(atLeast: 100).decimals(isShare: false) == 0)
}
