import Bilingual
import EvidenceRegister
import Testing

@Suite struct TableFileTests {
    @Test func theRegisterComesBackFromItsOwnFiles() throws {
        let register = try seed()
        let studies = try TableFile.read(Study.self, from: register.csv(.studies), name: "s.csv")
        let effects = try TableFile.read(Effect.self, from: register.csv(.effects), name: "e.csv")
        #expect(studies == register.studies)
        #expect(effects == register.effects)
        #expect(TableFile.write(studies) == register.csv(.studies))
        let again = try Register(
            studies: studies, effects: effects,
            trials: TableFile.read(Trial.self, from: register.csv(.trials), name: "t.csv"),
            leverLinks: TableFile.read(LeverLink.self, from: register.csv(.leverLinks), name: "l.csv"),
            edgeLinks: TableFile.read(EdgeLink.self, from: register.csv(.edgeLinks), name: "g.csv"),
            answers: TableFile.read(AnswerSentence.self, from: register.csv(.answers), name: "a.csv"))
        for table in RegisterTable.allCases { #expect(again.csv(table) == register.csv(table)) }
    }

    @Test func difficultCellsComeBack() throws {
        let text = " leading, \"quoted\" and\nbroken; ünïcode – = 1+1 "
        let one = try study("X-1", [.note: text, .finding: "+", .title: "\"\"", .exposure: " leads"])
        let back = try TableFile.read(Study.self, from: TableFile.write([one]), name: "x.csv")
        #expect(back == [one])
        #expect(back.first?.note == text)
        #expect(back.first?.exposure == " leads")
    }

    @Test func lineEndsOfOtherSystemsAreTaken() throws {
        let text = try seed().csv(.studies)
        let other = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        #expect(try TableFile.read(Study.self, from: other, name: "x.csv").count == 141)
    }

    @Test func everyMistakeIsOneLine() throws {
        let header = Effect.Field.allCases.map(\.rawValue).joined(separator: ",")
        let good = "E1,X-1,health,o,g,c,m,1,,,,u,yes,s,n"
        let text = [
            header, good, good, "E2,X-1,health,o,g,c,m,1,,,,u,maybe,s,n",
            "E3,X-1,wealth,o,g,c,m,1,,,,u,yes,s,n",
            "E4,X-1,health,o",
        ].joined(separator: "\n")
        let errors = #expect(throws: RegisterErrors.self) {
            try TableFile.read(Effect.self, from: text, name: "effects.csv")
        }
        #expect(
            errors?.errors.map(\.place) == [
                "effects.csv, row 3, column 'effect_id' and 'study_id'",
                "effects.csv, row 4, column 'favours_mixing'", "effects.csv, row 5, column 'outcome_domain'",
                "effects.csv, row 6",
            ])
        #expect(
            errors?.errors[1].description
                == "effects.csv, row 4, column 'favours_mixing': found 'maybe', expected yes, no, na; choose one of these words."
        )
        #expect(errors?.description.split(separator: "\n").count == 4)
    }

    @Test(arguments: [
        ("", RegisterError.Kind.header), ("id,title\nX-1,a", .header), ("\"id", .unclosed),
        ("a\"b,c\"\n", .unclosed),
    ])
    func filesThatAreNoneAreRefused(text: String, kind: RegisterError.Kind) {
        let errors = #expect(throws: RegisterErrors.self) {
            try TableFile.read(Study.self, from: text, name: "x.csv")
        }
        #expect(errors?.errors.first?.kind == kind)
    }

    @Test func everyColumnHasAName() {
        func check<Row: RegisterRow>(_ type: Row.Type) {
            for field in Row.Field.allCases where field.rawValue != "doi" {
                #expect(RegisterTable.columnName(field.rawValue).nl != field.rawValue, "\(field.rawValue)")
            }
        }
        check(Study.self)
        check(Effect.self)
        check(Trial.self)
        check(LeverLink.self)
        check(EdgeLink.self)
        check(Remark.self)
        check(AnswerSentence.self)
        check(PanelStrength.self)
    }

    @Test func columnsMayStandInAnotherOrder() throws {
        let text = "why,lever,study_id\nbecause,sale,NL-07\n"
        let link = try #require(try TableFile.read(LeverLink.self, from: text, name: "l.csv").first)
        #expect(link.id == "NL-07|sale")
    }

    @Test func lettersOfOtherSystemsAreRead() throws {
        #expect(try TextFile(bytes: [0x42, 0xFC, 0x72], name: "a").text == "Bür")
        #expect(try TextFile(bytes: [0x42, 0xFC, 0x72], name: "a").encoding == .windows1252)
        #expect(
            try TextFile(bytes: [0xEF, 0xBB, 0xBF, 0xC3, 0xBC, 0x0D, 0x0A, 0x61], name: "a").text == "ü\na")
        #expect(try TextFile(bytes: [0xFF, 0xFE, 0xFC, 0x00, 0x0D, 0x00], name: "a").text == "ü\n")
        #expect(try TextFile(bytes: [0xFE, 0xFF, 0x00, 0xFC], name: "a").encoding == .utf16)
        #expect(throws: RegisterError.self) { try TextFile(bytes: [0x41, 0x00], name: "a") }
        #expect(throws: RegisterError.self) { try TextFile(bytes: [0xFF, 0xFE, 0x41], name: "a") }
    }
}
