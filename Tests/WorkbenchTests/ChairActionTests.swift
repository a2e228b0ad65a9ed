import Bilingual
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Perspectives
import Testing
import WorkingGroup

@testable import Workbench

/// Every form of the chair's console becomes the event that it says, and what is wrong gives one line.
@Suite struct ChairActionTests {
    /// Keeps nothing; the room remembers.
    struct Memory: SessionStore {
        func append(_ entries: [SessionEntry], after known: Int) async throws {}
    }

    /// A room with a step, two statements, an ambition, a target, a task, a question and a knowledge item.
    static func room() async throws -> SessionRoom {
        let room = SessionRoom(code: "AB12CD", log: SessionLog(), store: Memory(), clock: { 1 })
        let events: [SessionEvent] = [
            .sessionOpened(title: "Groep 2", conference: nil, groupNumber: nil, date: "", place: ""),
            .chairKeySet(hash: SessionCode.hash("SLEUTEL")),
            .stepAdded(
                step: RunStep(number: 1, kind: .welcome, title: "Welkom", purpose: "", minutes: 5), at: 0),
            .stepAdded(
                step: RunStep(number: 2, kind: .voting, title: "Stemmen", purpose: "", minutes: 9), at: 1),
            .statementProposed(text: "Een", source: .prepared, claims: []),
            .statementProposed(text: "Twee", source: .prepared, claims: []), .ambitionNamed(text: "Ambitie"),
            .targetSet(ambition: 1, text: "Doel", year: 2030),
            .taskAgreed(text: "Taak", actor: "gemeente", place: "", date: "", target: nil),
            .questionRaised(text: "Vraag", theme: nil),
            .pollItemAsked(text: "Hoeveel?", unit: "%", truth: 3, source: ""),
        ]
        for (place, event) in events.enumerated() {
            try await room.submit(id: "begin\(place)", author: .chair, event)
        }
        return room
    }

    /// What a form comes to.
    private func event(_ fields: [String: String], in room: SessionRoom? = nil) async throws -> SessionEvent?
    {
        var used = room
        if used == nil { used = try await Self.room() }
        let one = try #require(used)
        try await SessionActions(room: one, request: SessionRequest(code: "AB12CD", fields: fields)).chair()
        return await one.entries.last?.event
    }

    static let forms: [([String: String], SessionEvent)] = [
        (
            [
                "doe": "voorzitter", "naam": "V. Zitter", "werk": "Gemeente; Hogeschool", "belang": "geen",
                "akkoord": "1",
            ],
            .chairNamed(name: "V. Zitter", affiliations: ["Gemeente", "Hogeschool"], interests: "geen")
        ),
        (
            [
                "doe": "inleiding", "nummer": "2", "naam": "A", "werk": "", "titel": "T", "praktijk": "1",
                "akkoord": "1",
            ],
            .introductionPlanned(number: 2, speaker: "A", affiliations: [], isPractitioner: true, title: "T")
        ),
        (["doe": "afwezig", "tekst": "Jongeren"], .absenceNoted(party: "Jongeren")),
        (["doe": "stap", "nummer": "2"], .stepStarted(step: 2)),
        (
            ["doe": "stap-nieuw", "titel": "Pauze", "waarvoor": "", "minuten": "10", "soort": "other"],
            .stepAdded(
                step: RunStep(number: 3, kind: .other, title: "Pauze", purpose: "", minutes: 10), at: 2)
        ),
        (
            [
                "doe": "stap-anders", "nummer": "1", "titel": "Hallo", "waarvoor": "Kennis", "minuten": "7",
                "soort": "welcome",
            ],
            .stepChanged(
                step: RunStep(number: 1, kind: .welcome, title: "Hallo", purpose: "Kennis", minutes: 7))
        ),
        (["doe": "stap-naar", "nummer": "2", "plaats": "0"], .stepMoved(step: 2, to: 0)),
        (["doe": "stap-weg", "nummer": "1"], .stepRemoved(step: 1)),
        (
            ["doe": "stelling", "tekst": "Drie", "bron": "2", "bevestigd": "1", "C1": "1", "C6": "1"],
            .statementProposed(text: "Drie", source: .introduction(number: 2), claims: ["C1", "C6"])
        ),
        (
            ["doe": "afwijzen", "nummer": "1", "tekst": "dubbel"],
            .statementModerated(statement: 1, moderation: .rejected, reason: "dubbel")
        ),
        (
            ["doe": "toelaten", "nummer": "1"],
            .statementModerated(statement: 1, moderation: .accepted, reason: "")
        ),
        (
            ["doe": "verander", "nummer": "1", "tekst": "Anders"],
            .statementEdited(statement: 1, text: "Anders")
        ),
        (["doe": "samen", "nummer": "2", "met": "1"], .mergeProposed(statement: 2, into: 1)),
        (["doe": "stemmen", "nummer": "1"], .votingOpened(round: 1)),
        (["doe": "tel"], .choicesCounted), (["doe": "verberg", "nummer": "1"], .resultsHidden(round: 1)),
        (["doe": "scherm", "beeld": "normen"], .screenShown(screen: .norms)),
        (["doe": "scherm", "beeld": "stelling", "nummer": "2"], .screenShown(screen: .statement(number: 2))),
        (
            ["doe": "scherm", "beeld": "kennisvraag", "nummer": "1", "antwoorden": "0"],
            .screenShown(screen: .pollItem(number: 1, answers: false))
        ), (["doe": "bladzijde", "nummer": "2"], .screenPaged(page: 2)),
        (["doe": "vraag", "tekst": "Waarom?", "thema": "7"], .questionRaised(text: "Waarom?", theme: 7)),
        (
            ["doe": "antwoord", "nummer": "1", "stand": "answeredByData", "wie": "CBS", "tekst": "Ja"],
            .questionSettled(question: 1, status: .answeredByData, owner: "CBS", answer: "Ja")
        ),
        (
            ["doe": "register", "soort": "dissent", "tekst": "Nee", "C2": "1"],
            .noted(register: .dissent, text: "Nee", claims: ["C2"])
        ),
        (
            ["doe": "knelpunt", "tekst": "Geld", "soort": "money", "wie": "Rijk", "knop": "L19"],
            .bottleneckNamed(text: "Geld", type: .money, remover: "Rijk", lever: "L19")
        ), (["doe": "ambitie", "tekst": "Meer"], .ambitionNamed(text: "Meer")),
        (
            ["doe": "doel", "nummer": "1", "tekst": "30%", "jaar": "2032"],
            .targetSet(ambition: 1, text: "30%", year: 2032)
        ),
        (
            ["doe": "knop", "nummer": "1", "knop": "L6", "plaats": "Noord"],
            .leverPlaced(target: 1, lever: "L6", place: "Noord", estate: nil, alternative: nil)
        ),
        (
            ["doe": "alternatief", "naam": "A", "prijs": "4,5", "pakket": ""],
            .alternativeSketched(name: "A", package: "", price: 4.5)
        ), (["doe": "budget", "miljoen": "12.5"], .budgetSet(millions: 12.5)),
        (
            [
                "doe": "taak", "tekst": "Lijst", "wie": "gemeente", "plaats": "Noord", "datum": "maart",
                "doel": "1",
            ],
            .taskPlanned(
                plan: TaskPlan(
                    text: "Lijst", actor: "gemeente", place: "Noord", when: "maart", target: 1))
        ),
        (
            [
                "doe": "taak-anders", "nummer": "1", "tekst": "Lijst", "wie": "Rijk", "dag": "2027-03-01",
                "doel": "a1",
            ],
            .taskChanged(
                task: 1,
                plan: TaskPlan(text: "Lijst", actor: "Rijk", due: "2027-03-01", ambition: 1))
        ),
        (
            ["doe": "taak-stand", "nummer": "1", "stand": "dropped", "tekst": "Geen geld"],
            .taskStood(task: 1, status: .dropped, reason: "Geen geld")
        ),
        (
            ["doe": "kennisvraag", "tekst": "Deel?", "eenheid": "%", "waarheid": "31,5", "bron": "CBS"],
            .pollItemAsked(text: "Deel?", unit: "%", truth: 31.5, source: "CBS")
        ), (["doe": "sluiten", "zeker": "1"], .sessionClosed),
    ]

    @Test(arguments: forms.indices) func everyFormIsItsEvent(_ place: Int) async throws {
        let (fields, expected) = Self.forms[place]
        #expect(try await event(fields) == expected)
    }

    static let wrong: [([String: String], String)] = [
        (["doe": "voorzitter", "naam": "V"], "vinkje"), (["doe": "sluiten"], "vinkje"),
        (["doe": "stap-nieuw", "titel": "", "minuten": "5", "soort": "other"], "leeg"),
        (["doe": "stap-nieuw", "titel": "A", "minuten": "500", "soort": "other"], "tussen 1 en 240"),
        (["doe": "stap-nieuw", "titel": "A", "minuten": "veel", "soort": "other"], "geheel getal"),
        (["doe": "afwijzen", "nummer": "1", "tekst": " "], "leeg"),
        (["doe": "verander", "nummer": "99", "tekst": "x"], "Nummer 99 is er niet (stelling)"),
        (["doe": "samen", "nummer": "1", "met": "1"], "andere stelling"),
        (["doe": "knelpunt", "tekst": "x", "soort": "money", "knop": "L99"], "een van L1 tot en met L22"),
        (["doe": "budget", "miljoen": "duur"], "budget: duur kan niet; verwacht: een getal"),
        (["doe": "budget", "miljoen": ""], "budget: leeg kan niet"),
        (["doe": "doel", "nummer": "1", "tekst": "x", "jaar": "20"], "tussen 2000 en 2100"),
        (
            ["doe": "alternatief", "naam": "A", "pakket": "package: A\nhorizon: 2040\nmeasures: nee"],
            "pakket"
        ),
        (["doe": "toon", "nummer": "1"], "ronde met stemmen"),
        (["doe": "terug", "nummer": "5"], "kan niet terug"),
        (["doe": "iets"], "een van de knoppen"),
        (["doe": "stelling", "tekst": "Vier", "bron": "1"], "Lees de stelling voor aan de spreker"),
        (["doe": "scherm", "beeld": "kennisvraag", "nummer": "1", "antwoorden": "1"], "verborgen tot"),
    ]

    @Test(arguments: wrong.indices) func whatIsWrongIsOneLine(_ place: Int) async throws {
        let (fields, words) = Self.wrong[place]
        let room = try await Self.room()
        let before = await room.count
        var told = ""
        do {
            _ = try await event(fields, in: room)
        } catch let error as SessionError {
            told = error.text.nl
        } catch let error as ChairRefusal {
            told = error.text.nl
        }
        #expect(told.contains(words), "\(told)")
        #expect(!told.contains("\n"))
        #expect(await room.count == before)
    }

    @Test func takingBackIsWhatThePageNamed() async throws {
        let room = try await Self.room()
        _ = try await event(["doe": "afwezig", "tekst": "Jongeren"], in: room)
        let named = try #require(await room.lastUndoable)
        _ = try await event(["doe": "afwezig", "tekst": "Ouderen"], in: room)
        _ = try await event(["doe": "terug", "nummer": "\(named)"], in: room)
        #expect(await room.state.absent == ["Ouderen"])
    }

    @Test func anIntroductionBringsFiveStatementsAndAnAmbitionThreeTasks() async throws {
        let room = try await Self.room()
        let brought = ["doe": "stelling", "bron": "1", "bevestigd": "1"]
        for number in 1...5 {
            _ = try await event(brought.merging(["tekst": "Stelling \(number)"]) { $1 }, in: room)
        }
        await #expect(throws: ChairRefusal.self) {
            try await event(brought.merging(["tekst": "Zes"]) { $1 }, in: room)
        }
        _ = try await event(["doe": "afwijzen", "nummer": "3", "tekst": "dubbel"], in: room)
        _ = try await event(brought.merging(["tekst": "Zes"]) { $1 }, in: room)
        let task = ["doe": "taak", "tekst": "Taak", "wie": "gemeente", "doel": "1"]
        for _ in 1...3 { _ = try await event(task, in: room) }
        await #expect(throws: SessionError.self) { try await event(task, in: room) }
        _ = try await event(task.merging(["doel": ""]) { $1 }, in: room)
        #expect(await room.state.tasks.count == 5)
    }

    @Test func theScreenComesBackAfterBlack() async throws {
        let room = try await Self.room()
        _ = try await event(["doe": "scherm", "beeld": "taken"], in: room)
        _ = try await event(["doe": "scherm", "beeld": "zwart"], in: room)
        #expect(await room.state.screen == .black)
        _ = try await event(["doe": "beeld-terug"], in: room)
        #expect(await room.state.screen == .tasks)
    }

    @Test func votesOfAnOpenRoundAreNotFound() async throws {
        let room = try await Self.room()
        for seat in 0..<6 {
            try await room.submit(id: "o\(seat)", author: .system, .seatOpened(seat: "S\(seat)"))
            try await room.submit(id: "t\(seat)", author: .seat(code: "S\(seat)"), .seatTaken(kind: nil))
        }
        try await room.submit(id: "open", author: .chair, .votingOpened(round: 1))
        for seat in 0..<6 {
            try await room.submit(
                id: "v\(seat)", author: .seat(code: "S\(seat)"), .voteCast(statement: 1, vote: .agree))
        }
        #expect(await room.findings()?.rounds.isEmpty == true)
        let open = await ChairPage(
            state: room.state, code: "AB12CD", findings: room.findings(), entries: room.entries
        ).part
        #expect(open.contains("6 van 6 stemden") && !open.contains("✓ 6 eens"))
        try await room.submit(id: "shut", author: .chair, .votingClosed)
        #expect(await room.findings()?.rounds.first?.summary(1)?.agree.count == 6)
        let shut = await ChairPage(
            state: room.state, code: "AB12CD", findings: room.findings(), entries: room.entries
        ).part
        #expect(shut.contains("✓ 6 eens"))
    }

    @Test func findingsAreMadeOnceForAState() async throws {
        let room = try await Self.room()
        _ = await room.findings()
        let first = await room.found?.task
        _ = await room.findings()
        #expect(await room.found?.task == first)
    }

    @Test func theConsoleIsForTheChairAndARefusedFormKeepsItsText() async throws {
        let room = try await Self.room()
        let server = WorkbenchServer(
            studio: SmallTown.studio(), port: 0, rooms: [room], logger: Logger(label: "test"))
        try await server.application.test(.router) { client in
            try await client.execute(uri: "/s/AB12CD/voorzitter?taal=en", method: .get) { answer in
                #expect(answer.status == .forbidden)
                #expect(String(buffer: answer.body).contains("This page belongs to the chair"))
            }
            let cookie: HTTPFields = [
                .cookie: "voorzitter-AB12CD=SLEUTEL", .contentType: "application/x-www-form-urlencoded",
            ]
            try await client.execute(
                uri: "/s/AB12CD/voorzitter?vak=plannen", method: .post, headers: cookie,
                body: .init(string: "doe=doel&formulier=doel&nummer=1&tekst=Dertig%20procent&jaar=12")
            ) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .unprocessableContent)
                #expect(page.contains("jaar: 12 kan niet; verwacht: tussen 2000 en 2100."))
                #expect(page.contains("value=\"Dertig procent\""))
            }
            try await client.execute(
                uri: "/s/AB12CD/voorzitter?vak=plannen", method: .post, headers: cookie,
                body: .init(string: "doe=ambitie&formulier=ambitie&tekst=Nog%20een&anker=ambities")
            ) { answer in
                #expect(answer.status == .seeOther)
                #expect(answer.headers[.location] == "/s/AB12CD/voorzitter?vak=plannen#ambities")
            }
            try await client.execute(uri: "/s/AB12CD/scherm?taal=en", method: .get) { answer in
                #expect(answer.headers[.setCookie]?.contains("taal-AB12CD=en") == true)
            }
        }
    }
}
