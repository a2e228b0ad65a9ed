import Testing
import YAMLGuard

@Suite struct YAMLGuardTests {
    @Test func aFileOfMeasuresPasses() throws {
        try YAMLGuard.check(
            """
            package: Gespreid bouwen
            horizon: 2040
            measures:
              - {lever: newBuild, areas: [BU99980101, BU99980102], mix: {socialRent: 0.3, owner: 0.7}}
              - lever: facilities
                note: "kosten & baten, *ruim* geteld; zie [1], {2} - en: meer"
            """)
    }

    @Test(arguments: ["[", "{a: ", "- ", " ", "? ", "\t"])
    func nestingWithoutEndIsRefusedOnItsLine(one: String) throws {
        let text = "package: x\n" + String(repeating: one, count: 400)
        let refusal = #expect(throws: YAMLGuard.Refusal.self) { try YAMLGuard.check(text) }
        #expect(refusal?.line == 2)
    }

    @Test func depthThatIsClosedAgainIsNoDepth() throws {
        try YAMLGuard.check(String(repeating: "- [a, {b: c}]\n", count: 10_000))
        try YAMLGuard.check(
            String(repeating: "[", count: YAMLGuard.deepest)
                + String(repeating: "]", count: YAMLGuard.deepest))
    }

    @Test func referencesThatRepeatEachOtherAreRefused() throws {
        let laughs = (1..<10).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
        let refusal = #expect(throws: YAMLGuard.Refusal.self) { try YAMLGuard.check("a0: &a0 ha\n" + laughs) }
        #expect(refusal?.line == 2)
        #expect(throws: YAMLGuard.Refusal.self) { try YAMLGuard.check("x: &x [1]\n*x : 2") }
        try YAMLGuard.check("a0: &a0 ha\n" + laughs, references: true)
        let many = (1..<12).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]" }
        let tooOften = #expect(throws: YAMLGuard.Refusal.self) {
            try YAMLGuard.check("a0: &a0 ha\n" + many.joined(separator: "\n"), references: true)
        }
        #expect(tooOften?.line == 10)
    }

    @Test func aNameThatNobodyRefersToAndAStarInAWordDoNoHarm() throws {
        try YAMLGuard.check("note: R &D kost geld")
        try YAMLGuard.check("note: zie *ruim* hieronder")
        try YAMLGuard.check("note: kosten & baten * 2")
    }
}
