internal import Bilingual
internal import Dispatch
internal import HTTPTypes
internal import Harness
internal import Hummingbird
internal import NIOCore
internal import WorkingGroup

@testable import Workbench

extension FuzzTarget {
    /// An evening of forms: each line is one that is sent, after a letter for who sends it: the chair, somebody in a
    /// seat, or somebody who joins. What is taken can be replayed, and no text becomes a script on a page.
    static let evenings = FuzzTarget("evenings") { input in
        let lines = input.bytes.split(separator: UInt8(ascii: "\n")).prefix(40).map(Array.init)
        let isDone = DispatchSemaphore(value: 0)
        Task.detached {
            await Evening.hold(lines)
            isDone.signal()
        }
        isDone.wait()
    }
}

private enum Evening {
    static let code = "KWLM42"

    /// Keeps nothing: what is taken stands in the room.
    struct Forgetful: SessionStore {
        func append(_ entries: [SessionEntry], after known: Int) async throws {}
    }

    static func hold(_ lines: [[UInt8]]) async {
        let room = SessionRoom(code: code, log: SessionLog(), store: Forgetful(), clock: { 1_000 })
        do {
            try await room.submit(
                id: "1", author: .chair,
                .sessionOpened(title: "x", conference: nil, groupNumber: nil, date: "", place: ""))
            try await room.submit(id: "2", author: .chair, .seatOpened(seat: "PLAATS"))
            try await room.submit(id: "3", author: .seat(code: "PLAATS"), .seatTaken(kind: nil))
        } catch {
            promise(false, "a session can be opened: \(error)")
        }
        for line in lines { await send(line, to: room) }
        let entries = await room.entries
        let replayed = refusable { try SessionLog(replaying: entries) }
        let state = await room.state
        promise(replayed?.state == state, "what was taken can be replayed")
        await show(room, state, lines.last ?? [])
    }

    private static func request(_ line: [UInt8], isSeat: Bool) async -> SessionRequest? {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if isSeat { headers[.cookie] = "plaats-\(code)=PLAATS" }
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: "/s/\(code)", headerFields: headers)
        do {
            return try await SessionRequest(
                Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: line))), code: code,
                largest: SessionRequest.largestOfChair)
        } catch {
            promise(error is SessionRefusal, "a form is read or refused: \(error)")
            return nil
        }
    }

    private static func send(_ line: [UInt8], to room: SessionRoom) async {
        let who = line.first ?? 0
        guard let request = await request(Array(line.dropFirst()), isSeat: who != UInt8(ascii: "j"))
        else { return }
        let actions = SessionActions(room: room, request: request)
        do {
            switch who {
            case UInt8(ascii: "c"): try await actions.chair()
            case UInt8(ascii: "j"): _ = try await actions.join()
            default: try await actions.participate()
            }
        } catch let error as SessionError {
            for text in [error.text.nl, error.text.en] {
                promise(!text.isEmpty && text.utf8.count < 40_000, "a refusal says why")
            }
        } catch {
            promise(error is ChairRefusal, "a form is taken or refused: \(error)")
        }
    }

    /// The pages of everybody, as they stand at the end.
    private static func show(_ room: SessionRoom, _ state: SessionState, _ line: [UInt8]) async {
        guard let request = await request(Array(line.dropFirst()), isSeat: true) else { return }
        let findings = await room.findings()
        var pages = [
            PhonePage(state: state, request: request, language: request.language).part,
            ScreenPage(
                state: state, code: code, address: ServerAddress(host: "localhost"), findings: findings
            ).part,
        ]
        for tab in ChairTab.allCases {
            pages.append(
                await ChairPage(
                    state: state, code: code, tab: tab, address: ServerAddress(host: "localhost"),
                    findings: findings,
                    entries: room.entries, undoable: room.undoable, notice: "x", sent: request.fields
                ).part)
        }
        for page in pages {
            promise(!page.isEmpty, "everybody has a page")
            promise(!page.lowercased().contains("<script"), "no text becomes a script")
        }
    }
}
