import Bilingual
import Foundation
import HTTPTypes
import Neighbourhoods
import Testing

@testable import Workbench
@testable import WorkingGroup

/// The agreements after the evening: who may change them, what stays, and what each actor gets on paper.
@Suite struct AgreementsTests {
    private static let path = "/s/\(SessionEvening.code)/voorzitter/afspraken"
    private static let chair = "voorzitter-\(SessionEvening.code)=\(SessionEvening.chairKey)"
    private static let events: [SessionEvent] = [
        .ambitionNamed(text: "Wie wil, kan blijven"),
        .taskPlanned(
            plan: TaskPlan(
                text: "Tellen; wie terug wil", actor: "corporatie", place: "Lindenflat", due: "2027-03-01",
                ambition: 1)), .sessionClosed,
    ]

    private func source(_ events: [SessionEvent]) async throws -> VerslagSource {
        let evening = try await SessionEvening(events)
        return try VerslagSource(
            code: SessionEvening.code, log: await evening.room.kept, studio: SmallTown.studio(),
            program: "Mengpaneel test")
    }

    @Test func whoHoldsTheLinkChangesTasksAndTheReportStays() async throws {
        let evening = try await SessionEvening(Self.events)
        let before = try VerslagDocument(
            VerslagSource(
                code: SessionEvening.code, log: await evening.room.kept, studio: SmallTown.studio(),
                program: "x")
        ).html
        try await evening.visit { visitor in
            let refused = try await visitor.send(.get, Self.path)
            #expect(refused.status == 403)
            let form = [("doe", "taak-stand"), ("nummer", "1"), ("stand", "dropped"), ("tekst", "Geen geld")]
            #expect(try await visitor.send(.post, Self.path, form).status == 403)
            #expect(try await visitor.send(.post, Self.path, form, cookie: Self.chair).status == 204)
            let page = try await visitor.send(.get, Self.path, cookie: Self.chair, isQuiet: false).body
            #expect(page.contains("Vervallen: Geen geld") && page.contains("Draai terug"))
            #expect(!page.contains("<script"))
            let reading = try await visitor.send(.get, "/afspraken", isQuiet: false).body
            #expect(reading.contains("Vervallen: Geen geld") && !reading.contains("<form method=\"post\""))
            let bare = [("doe", "taak-stand"), ("nummer", "1"), ("stand", "dropped"), ("tekst", "")]
            let answer = try await visitor.send(.post, Self.path, bare, cookie: Self.chair, isQuiet: false)
            #expect(answer.status == 422 && answer.body.contains("Schrijf erbij waarom de taak vervalt."))
        }
        let after = try VerslagDocument(
            VerslagSource(
                code: SessionEvening.code, log: await evening.room.kept, studio: SmallTown.studio(),
                program: "x")
        ).html
        // All that the report held stands in it still; the annex comes behind it.
        let body = try #require(
            before.range(of: "<section class=\"mp-deel\" id=\"over\"") ?? before.range(of: "<section"))
        let end = try #require(
            before.range(of: "</div></main>", options: .backwards) ?? before.range(of: "</main>"))
        #expect(after.contains(before[body.lowerBound..<end.lowerBound]))
        #expect(after.contains("Sinds het sluiten") && !before.contains("Sinds het sluiten"))
    }

    @Test func aSheetSaysWhatIsAgreedAndWhatIsNotKnown() async throws {
        let sheets = ActorSheet.all(try await source(Self.events))
        #expect(sheets.map(\.file) == ["corporatie"])
        let html = try #require(sheets.first).html
        for text in [
            "Tellen; wie terug wil", "Lindenflat", "1 maart 2027", "Wie wil, kan blijven",
            "Er is nog geen doel gezet.", "Niet bekend wat dit voor hen betekent",
        ] {
            #expect(html.contains(text), "\(text)")
        }
    }

    @Test func aCalendarHasWholeDaysAndLinesThatFit() async throws {
        let long = String(repeating: "één lange zin, ", count: 12)
        let source = try await source([
            .taskPlanned(plan: TaskPlan(text: long, actor: "gemeente", due: "2027-12-31")),
            .taskPlanned(plan: TaskPlan(text: "Zonder dag", actor: "gemeente", when: "na de zomer")),
        ])
        let sheet = try #require(ActorSheet.all(source).first)
        let calendar = TaskCalendar(sheet, of: source)
        #expect(calendar.count == 1)
        let lines = calendar.text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.contains("DTSTART;VALUE=DATE:20271231") && lines.contains("DTEND;VALUE=DATE:20280101"))
        let whole = calendar.text.replacing("\r\n ", with: "")
        #expect(whole.contains("één lange zin\\, één"))
        #expect(calendar.text == TaskCalendar(sheet, of: source).text)
    }

    @Test func namesOfActorsBecomeNamesOfFiles() async throws {
        let names = ["Gemeente Ommé!", "gemeente-omme", "Bewoners (Noord)"]
        let source = try await source(
            names.map { .taskPlanned(plan: TaskPlan(text: "Iets", actor: $0)) })
        #expect(
            Set(ActorSheet.all(source).map(\.file)) == ["gemeente-omme", "gemeente-omme-2", "bewoners-noord"])
    }

    @Test func aTargetKeepsTheFigureOfNowWithItsMargin() throws {
        let figures = try #require(LocalFigures(SmallTown.studio()))
        let area = figures.neighbourhoods[0].code.rawValue
        let found = try #require(
            figures.measure(indicator: "satisfaction.neighbourhood", area: area, shown: 80))
        let (from, low) = (try #require(found.from), try #require(found.low))
        #expect(found.to == 0.8 && abs(from - low - 0.04) < 1e-9 && found.fromYear == 2022)
        let counted = try #require(figures.measure(indicator: "tenure.socialRent", area: area, shown: 30))
        #expect(counted.from != nil && counted.low == nil)
        #expect(figures.measure(indicator: "waargenomen.herkomst", area: area, shown: 1) == nil)
        let words = ChainWords(language: .dutch)
        var target = Target(number: 1, ambition: 1, text: "Meer tevreden", year: 2030)
        target.measure = found
        #expect(words.measure(target)?.contains("Marge:") == true)
        target.measure = counted
        #expect(words.measure(target)?.contains("De bron geeft geen marge.") == true)
    }

    @Test func aPublicAddressIsASchemeAndAHost() throws {
        #expect(try ServerAddress("https://Meng.example/").link == "https://meng.example")
        #expect(try ServerAddress("http://10.0.0.4:8080").host == "10.0.0.4:8080")
        for text in [
            "meng.example", "ftp://a.b", "https://", "https://a.b/pad", "https://u:p@a.b", "https://a.b?x=1",
        ] {
            #expect(throws: WorkbenchError.address(found: text)) { _ = try ServerAddress(text) }
        }
        let join = JoinAddress(address: try ServerAddress("https://meng.example"), code: "KWLM42")
        #expect(join.link == "https://meng.example/s/KWLM42" && join.text == "meng.example/s/KWLM42")
    }
}
