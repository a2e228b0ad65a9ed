import Bilingual
import EvidenceRegister
import PolicyTheory
import Testing

@Suite struct FindingTests {
    @Test func aResultThatWasNotReadIsNeverShown() throws {
        let register = try seed()
        for study in register.studies where !study.verification.allowsFinding {
            #expect(study.shownFinding == nil)
            #expect(study.reasonFindingIsWithheld == study.verification.meaning)
        }
        let changed = try study(
            "X-1", [.verified: "memory only", .finding: "Surely it works.", .direction: "+"])
        #expect(changed.shownFinding == nil)
        #expect(changed.reasonFindingIsWithheld != nil)
    }

    @Test func aShownFindingBringsItsBadgeAndDirection() throws {
        let finding = try #require(try seed().study("NL-10")?.shownFinding)
        #expect(finding.verification == .abstract)
        #expect(finding.direction == .mixed)
        #expect(finding.verification.name.nl == "samenvatting gelezen")
    }

    @Test func aStudyThatWasNotReadSpeaksForNothing() throws {
        let register = try seed()
        for link in register.edgeLinks where register.study(link.study)?.shownFinding == nil {
            #expect(link.stance == .context, "\(link.id)")
        }
        // Nor when a link says otherwise.
        let bare = try Register(
            studies: [study("X-1", [.verified: "memory only"])],
            edgeLinks: [
                EdgeLink(cells: {
                    [.study: "X-1", .target: "C6", .stance: "supports", .why: "says so"][$0] ?? ""
                })
            ])
        let evidence = ClaimEvidence(for: .mixing, in: bare)
        #expect(evidence.supporting.isEmpty)
        #expect(evidence.context.count == 1)
    }

    @Test func numbersOfAStudyThatWasNotReadAreNotShown() throws {
        let register = try Register(
            studies: [study("X-1", [.verified: "memory only"])], effects: [effect("E1", of: "X-1")])
        #expect(register.effects(of: "X-1").isEmpty)
        #expect(register.effects.count == 1)
    }

    @Test(arguments: [
        ("-4.61", EffectValue.number(-4.61), "−4,61"), ("4 to 5", .range(4, 5), "4 tot 5"),
        ("almost 1.5", .approximate(1.5, words: "almost 1.5"), "ongeveer 1,5"),
        ("about 50", .approximate(50, words: "about 50"), "ongeveer 50"), ("", .notSeen, "niet gezien"),
        ("3477", .number(3477), "3.477"),
    ])
    func valuesAreReadLeniently(text: String, value: EffectValue, dutch: String) throws {
        let one = try effect("E1", of: "X-1", [.value: text])
        #expect(one.value == value)
        #expect(one.value.text(.dutch) == dutch)
        #expect(one.cell(.value) == text)
    }

    @Test(arguments: ["0x10", "inf", "nan", "1e3", "many", "5 to 4", "about", "4 to"])
    func valuesThatAreNoneAreRefused(text: String) throws {
        #expect(throws: RegisterError.self) { try effect("E1", of: "X-1", [.value: text]) }
    }

    @Test func aPlaceholderIsNeverAZero() throws {
        let register = try seed()
        let inWords = register.effects.filter { if case .inWords = $0.value { true } else { false } }
        #expect(inWords.map(\.id) == ["E12", "E25"])
        for effect in inWords {
            #expect(effect.value.number == nil)
            #expect(effect.cell(.value) == "0")
            #expect(!effect.value.text(.dutch).hasPrefix("0"))
        }
    }

    @Test func anIntervalHoldsItsValue() throws {
        let interval = try #require(try seed().effects(of: "US-03").first?.interval)
        #expect(interval == -8.54 ... -0.69)
        #expect(throws: RegisterError.self) {
            try effect("E1", of: "X-1", [.value: "1", .lower: "2", .upper: "3"])
        }
        #expect(throws: RegisterError.self) { try effect("E1", of: "X-1", [.lower: "2"]) }
        #expect(throws: RegisterError.self) { try effect("E1", of: "X-1", [.standardError: "0"]) }
    }

    @Test func everyStudyBearsOnTheSeventhQuestion() throws {
        let register = try seed()
        #expect(register.studies.allSatisfy { $0.bears(on: .evidence) })
        #expect(register.studies.count { $0.bears(on: .motivations) } == 15)
    }
}
