import Neighbourhoods
import Testing

@Suite struct DisclosureControlTests {
    @Test func aSmallCellIsHiddenTogetherWithTheOneThatWouldBetrayIt() {
        let shown = DisclosureControl.protect([.known(3), .known(40), .known(12)], universe: .households)
        #expect(shown[0] == .missing(.smallCell))
        #expect(shown[1] == .known(40))
        #expect(shown[2] == .missing(.smallCell))
    }

    @Test func zeroTellsOfNobodyAndIsShown() {
        let shown = DisclosureControl.protect([.known(0), .known(40)], universe: .persons)
        #expect(shown == [.known(0), .known(40)])
    }

    @Test func largeCellsAreLeftAlone() {
        let parts: [Value] = [.known(10), .known(11), .missing(.suppressed)]
        #expect(DisclosureControl.protect(parts, universe: .persons) == parts)
    }

    /// The differencing attack: over every total of three nested parts no hidden small cell can be found.
    @Test func noHiddenSmallCellFollowsFromTheTotal() {
        for a in 0...12 {
            for b in 0...12 {
                for c in 0...12 {
                    let parts = [a, b, c].map { Value.known(Double($0)) }
                    let shown = DisclosureControl.protect(parts, universe: .households)
                    let hidden = shown.indices.filter { shown[$0].number == nil }
                    let sum = hidden.reduce(0.0) { $0 + (parts[$1].number ?? 0) }
                    #expect(
                        hidden.isEmpty || sum == 0 || hidden.count > 1
                            || shown.allSatisfy { $0.number == nil || $0.number == 0 })
                    for index in shown.indices where (1...4).contains([a, b, c][index]) {
                        #expect(shown[index] == .missing(.smallCell))
                    }
                }
            }
        }
    }
}
