import Bilingual
import HTTPTypes
import Hummingbird
import NIOCore
import WorkingGroup

/// The chair's console. A form that is taken leads back to the part of the page it came from; one that is refused gives
/// the page with the reason and with what was typed.
extension WorkbenchServer {
    /// Adds the addresses of the chair.
    static func addChair(_ doors: SessionDoors, to group: RouterGroup<WorkbenchContext>) {
        let gate = doors.gate
        group.get("voorzitter") { request, context in
            let (room, asked) = try await doors.enter(request, context)
            // The secret link is opened once; the browser keeps the key and the address shows it no longer.
            if let key = asked.fields["sleutel"],
                try await gate.isChair(key, asked, room, peer: context.peer)
            {
                var response = Response(status: .seeOther, headers: [.location: "/s/\(room.code)/voorzitter"])
                response.headers[.setCookie] = SessionRequest.cookie(
                    SessionRequest.chairCookie(room.code), key, code: room.code)
                return response
            }
            guard try await gate.isChair(asked.chairKey, asked, room, peer: context.peer) else {
                return refused(asked)
            }
            let page = await console(room, asked, doors, request)
            return html(asked.fields["deel"] == nil ? page.document : page.part, asked)
        }
        group.post("voorzitter") { request, context in
            let (room, asked) = try await doors.enter(
                request, context, largest: SessionRequest.largestOfChair)
            guard try await gate.isChair(asked.chairKey, asked, room, peer: context.peer) else {
                return refused(asked)
            }
            guard let (reason, status) = await refusal(asked, room, doors) else {
                return asked.isQuiet ? quiet("", .noContent) : back(asked, to: room)
            }
            if asked.isQuiet { return quiet(reason[asked.language], status) }
            var page = await console(room, asked, doors, request)
            page.notice = reason[asked.language]
            page.sent = asked.fields
            return html(page.document, asked, status: status)
        }
    }

    /// Does what the chair asks; gives the reason where it cannot be.
    static func refusal(_ asked: SessionRequest, _ room: SessionRoom, _ doors: SessionDoors) async
        -> (BilingualText, HTTPResponse.Status)?
    {
        do {
            try await SessionActions(room: room, request: asked, figures: doors.figures).chair()
            return nil
        } catch let error as SessionError {
            return (error.text, .unprocessableContent)
        } catch let error as ChairRefusal {
            return (error.text, .unprocessableContent)
        } catch {
            return (SessionStrings.notKept, .serviceUnavailable)
        }
    }

    /// For who opens the chair's pages without the key.
    static func refused(_ request: SessionRequest) -> Response {
        html(SessionPage.refused(request.language), request, status: .forbidden)
    }

    private static func console(
        _ room: SessionRoom, _ request: SessionRequest, _ doors: SessionDoors, _ raw: Request
    ) async -> ChairPage {
        let seen = await room.entries.count
        return await ChairPage(
            state: room.state, code: room.code,
            tab: request.fields["vak"].flatMap(ChairTab.init(rawValue:)) ?? .statements,
            language: request.language, address: doors.address(of: raw), connected: room.connected,
            now: room.now, seen: seen,
            findings: room.findings(),
            entries: room.entries, undoable: room.undoable, figures: doors.figures)
    }

    /// For a program that sends forms: a status, and the reason where there is one.
    static func quiet(_ text: String, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private static func back(_ request: SessionRequest, to room: SessionRoom) -> Response {
        let address = "/s/\(room.code)/voorzitter"
        let tab = request.fields["vak"].flatMap(ChairTab.init(rawValue:)).map { "?vak=\($0.rawValue)" }
        return seeOther(address + (tab ?? ""), request)
    }

    /// Leads to a page after a form was taken, to the part that the form came from.
    static func seeOther(_ page: String, _ request: SessionRequest) -> Response {
        var address = page
        if let place = request.fields["anker"],
            place.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        {
            address += "#\(place)"
        }
        return Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
    }
}
