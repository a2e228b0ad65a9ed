import Bilingual
import Foundation
import Perspectives
import Testing
import WorkingGroup

@testable import Workbench

/// The files beside the report: tables, slides and word-processor files.
@Suite struct VerslagFileTests {
    private func source(voters: Int = 9) throws -> VerslagSource {
        try VerslagSource(
            code: "KWLM42", log: try Evening.full(voters: voters), studio: SmallTown.studio(),
            program: "Mengpaneel 0")
    }

    private func table(_ name: String, voters: Int = 9) throws -> String {
        try #require(SessionTables(try source(voters: voters)).files.first { $0.name == name }).text
    }

    @Test(arguments: ["=1", "+1", "-1", "@a", "\t1", "\r1"])
    func whatASpreadsheetWouldRunGetsAnApostrophe(text: String) {
        #expect(CommaText.guarded(text) == "'" + text)
        #expect(CommaText.guarded("a" + text) == "a" + text)
    }

    @Test func tablesLeaveSmallCellsEmpty() throws {
        let statements = try table("statements.csv")
        #expect(
            statements.contains(
                "1,1,Menging lukt alleen als wie nu in de buurt woont daar kan blijven.,9,0,0\r\n"))
        #expect(statements.contains("5,1,'=SOM(A1) is geen stelling maar een formule.,,,\r\n"))
        #expect(try table("alternatives.csv").contains("1,Gespreid bouwen,24,6,9,"))
        #expect(try table("alternatives.csv", voters: 3).contains("1,Gespreid bouwen,24,,,,,\r\n"))
        #expect(try table("norms.csv").contains("concentratie,9,34,32,36"))
        #expect(try table("norms.csv", voters: 3).contains("concentratie,,,,"))
        #expect(
            try table("tasks.csv").contains(
                "1,Sociaal plan met terugkeerrecht maken,corporatie,Lindenbuurt,,maart 2027,1,1,,agreed,"))
    }

    @Test func polisFilesHoldEveryVoteAndNoAuthor() throws {
        let files = try #require(PolisTables(try source())).files
        let votes = try #require(files.first { $0.name == "votes.csv" }).text
        #expect(votes.split(separator: "\r\n").count == 1 + 9 * 4 + 3)
        let builder = try VoteText.builder(Array(votes.utf8))
        #expect(try builder.table().voteCount == 39)
        let people = try #require(files.first { $0.name == "participants-votes.csv" }).text
        #expect(people.split(separator: "\r\n").count == 10)
        #expect(files.allSatisfy { !$0.text.contains("SEATCODE") })
    }

    @Test(arguments: VerslagSlides.Reader.allCases)
    func slidesFitAndAreWellFormed(reader: VerslagSlides.Reader) throws {
        for language in Language.allCases {
            let slides = VerslagSlides(try source(), for: reader, language: language)
            #expect(slides.slides.count >= 5)
            #expect(Wellformed.complaint(of: Array(slides.html.utf8)) == nil)
        }
    }

    @Test func aLongSlideIsSpreadAndNothingIsLost() {
        let lines = (1...20).map { VerslagSlides.Line("\($0) " + String(repeating: "woord ", count: 20)) }
        let pages = VerslagSlides.spread(.init(title: "Lang", lines: lines))
        #expect(pages.count > 3 && pages.flatMap(\.lines).map(\.text) == lines.map(\.text))
    }

    @Test(
        .enabled(if: OfficeDocument.converter != nil, "there is no Pandoc on this machine"),
        arguments: OfficeDocument.Form.allCases)
    func wordProcessorFilesAreTheSameEveryTime(form: OfficeDocument.Form) async throws {
        let verslag = Verslag(try source())
        let first = try await OfficeDocument.make(verslag, as: form)
        #expect(first.starts(with: Array("PK".utf8)))
        #expect(try await OfficeDocument.make(verslag, as: form) == first)
    }

    @Test func whatIsNoPackedFileStaysAsItIs() {
        for bytes in [[], Array("PK".utf8), Array(repeating: UInt8(0x50), count: 60)] as [[UInt8]] {
            #expect(ZipMoment.cleared(bytes) == bytes)
        }
    }
}
