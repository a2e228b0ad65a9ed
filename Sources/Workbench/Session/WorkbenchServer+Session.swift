import Bilingual
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import WorkingGroup

/// The live session: pages for the phone, the chair and the projector, news by server-sent events, and forms that are
/// acknowledged when they are on the disk. Everything works without a script; scripts keep votes while the network is gone.
extension WorkbenchServer {
    /// Adds the addresses of live sessions.
    static func addSessions(_ doors: SessionDoors, to router: Router<WorkbenchContext>) {
        let gate = doors.gate
        let group = router.group("s/:code").add(middleware: SessionRefusals())
        group.get { request, context in
            let (room, asked) = try await doors.enter(request, context)
            try await gate.look(asked, room, peer: context.peer)
            let page = PhonePage(state: await room.state, request: asked, language: asked.language)
            return html(asked.fields["deel"] == nil ? page.document : page.part, asked)
        }
        group.post { request, context in
            let (room, asked) = try await doors.enter(request, context)
            try await gate.admit(asked, room, peer: context.peer)
            return await answered(asked, to: PhonePage.address(after: asked)) {
                if asked.fields["doe"] == "meedoen" {
                    let seat = try await SessionActions(room: room, request: asked).join()
                    return SessionRequest.cookie(SessionRequest.seatCookie(room.code), seat, code: room.code)
                }
                try await SessionActions(room: room, request: asked).participate()
                return nil
            }
        }
        group.get("scherm") { request, context in
            let (room, asked) = try await doors.enter(request, context)
            let page = ScreenPage(
                state: await room.state, code: room.code, address: doors.address(of: request),
                language: asked.language,
                findings: await room.findings(), now: await room.now,
                hasKeys: asked.fields["toetsen"] != "uit")
            return html(asked.fields["deel"] == nil ? page.document : page.part, asked)
        }
        addChair(doors, to: group)
        group.get("nieuws") { request, context in
            let (room, _) = try await doors.enter(request, context)
            guard await room.connected < SessionRoom.mostListeners else { throw SessionRefusal.tooBusy }
            return await news(room)
        }
    }

    /// A page, with the language that was chosen kept by the browser.
    static func html(_ text: String, _ request: SessionRequest, status: HTTPResponse.Status = .ok) -> Response
    {
        var response = Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
        if request.choosesLanguage {
            response.headers[.setCookie] = SessionRequest.cookie(
                SessionRequest.languageCookie(request.code), request.language.rawValue, code: request.code)
        }
        return response
    }

    /// Does what was asked, and answers a script with a status and a person with the page again.
    private static func answered(
        _ request: SessionRequest, to page: String, _ body: () async throws -> String?
    ) async -> Response {
        var refusal: BilingualText?
        var cookie: String?
        var status = HTTPResponse.Status.noContent
        do {
            cookie = try await body()
        } catch let error as SessionError {
            refusal = error.text
            status = .unprocessableContent
        } catch {
            refusal = SessionStrings.notKept
            status = .serviceUnavailable
        }
        var headers: HTTPFields = [.cacheControl: "no-store"]
        if let cookie { headers[.setCookie] = cookie }
        if request.isQuiet {
            headers[.contentType] = "text/plain; charset=utf-8"
            return Response(
                status: status, headers: headers,
                body: .init(byteBuffer: ByteBuffer(string: refusal?[request.language] ?? "")))
        }
        headers[.location] =
            refusal.map { page + (page.contains("?") ? "&" : "?") + SessionSeal.query($0[request.language]) }
            ?? page
        return Response(status: .seeOther, headers: headers)
    }

    /// News as server-sent events, with a sign of life every fifteen seconds.
    private static func news(_ room: SessionRoom) async -> Response {
        let pulses = await room.pulses()
        var headers: HTTPFields = [
            .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
        ]
        // A proxy must not hold news back.
        if let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
        return Response(
            status: .ok, headers: headers,
            body: .init { writer in
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                try await withThrowingTaskGroup(of: Void.self) { group in
                    let (lines, sender) = AsyncStream.makeStream(
                        of: String.self, bufferingPolicy: .bufferingNewest(2))
                    group.addTask {
                        for await pulse in pulses {
                            sender.yield("id: \(pulse.version)\ndata: \(pulse.version) \(pulse.phase)\n\n")
                        }
                        sender.finish()
                    }
                    group.addTask {
                        while !Task.isCancelled {
                            try await Task.sleep(for: .seconds(15))
                            sender.yield(": leeft\n\n")
                        }
                    }
                    group.addTask {
                        // A server that stops waits for nobody who only listens.
                        try? await gracefulShutdown()
                        sender.finish()
                    }
                    for await line in lines { try await writer.write(ByteBuffer(string: line)) }
                    group.cancelAll()
                }
                try await writer.finish(nil)
            })
    }
}
