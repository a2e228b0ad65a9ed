import Bilingual
import EvidenceRegister
import PolicyTheory
import Testing

@Suite struct PoolabilityTests {
    @Test func nothingOfTheRegisterMayBePooled() throws {
        let register = try seed()
        let all = register.poolability()
        #expect(all.verdict == .refused)
        #expect(all.missing.count == 34)
        #expect(all.sets.isEmpty)
        #expect(all.missing.count { $0.gaps.contains(.noUncertainty) } == 31)
        #expect(all.missing.count { $0.gaps == [.noIndependentSecond] } == 3)
        #expect(all.candidates.count == 10)
        #expect(all.textsToRead.contains { $0.id == "US-05" })
        #expect(all.reason.en.contains("Of the 34 numbers 3 have"))
        for domain in OutcomeDomain.allCases { #expect(register.poolability(of: domain).verdict == .refused) }
        #expect(register.poolability(of: .satisfaction).reason.en.hasPrefix("No number was seen"))
    }

    @Test func candidatesNameStudiesOfTheRegister() throws {
        let register = try seed()
        for id in register.poolingCandidates.flatMap(\.studies) {
            #expect(register.study(id) != nil, "\(id)")
        }
    }

    @Test func twoIndependentNumbersAreForPeopleToJudge() throws {
        let withError: [Effect.Field: String] = [.standardError: "0.5"]
        func register(_ effects: [Effect], trial: Bool = false) throws -> Register {
            try Register(
                studies: [study("A"), study("B"), study("C", [.verified: "memory only"])], effects: effects,
                trials: trial
                    ? [
                        Trial(cells: {
                            [
                                .id: "t", .studies: "A;B", .nameNL: "n", .nameEN: "n", .whyNL: "w",
                                .whyEN: "w",
                            ][$0] ?? ""
                        })
                    ] : [])
        }
        let two = try [effect("E1", of: "A", withError), effect("E2", of: "B", withError)]
        #expect(try register(two).poolability().verdict == .peopleMustJudge)
        #expect(try register(two).poolability().sets.map { $0.map(\.id) } == [["E1", "E2"]])
        // The same trial, the same paper, another unit, no uncertainty, or a result that was not read:
        // refused.
        #expect(try register(two, trial: true).poolability().verdict == .refused)
        for second in try [
            effect("E2", of: "A", withError),
            effect("E2", of: "B", [.standardError: "0.5", .unit: "percent"]),
            effect("E2", of: "B"), effect("E2", of: "C", withError),
            effect("E2", of: "B", [.standardError: "0.5", .value: "about 2"]),
        ] {
            #expect(try register([two[0], second]).poolability().verdict == .refused)
        }
    }
}
