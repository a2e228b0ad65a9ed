import Bilingual
import HTTPTypes
import Hummingbird
import WorkingGroup

/// What was agreed: to read for everybody, to keep up for who holds the chair's link, and a sheet for each actor.
extension WorkbenchServer {
    /// Adds the addresses of agreements.
    static func addAgreements(
        _ doors: SessionDoors, desk: VerslagDesk, maker: PageMaker, to router: Router<WorkbenchContext>
    ) {
        router.get(RouterPath(String(Route.agreements.path.dropFirst()))) { request, _ in
            var sources: [VerslagSource] = []
            var open: [String] = []
            for room in doors.all {
                if await room.state.isClosed {
                    sources.append(try await desk.source(room))
                } else {
                    open.append(await room.state.title)
                }
            }
            return Response(
                answer: maker.agreements(sources, open: open, query: request.uri.query ?? ""),
                ifNoneMatch: request.headers[.ifNoneMatch])
        }
        let group = router.group("s/:code/voorzitter/afspraken").add(middleware: SessionRefusals())
        group.get { request, context in
            let (room, asked) = try await doors.enter(request, context)
            guard try await doors.gate.isChair(asked.chairKey, asked, room, peer: context.peer) else {
                return refused(asked)
            }
            return html(try await upkeep(room, asked, doors, desk).document, asked)
        }
        group.post { request, context in
            let (room, asked) = try await doors.enter(
                request, context, largest: SessionRequest.largestOfChair)
            guard try await doors.gate.isChair(asked.chairKey, asked, room, peer: context.peer) else {
                return refused(asked)
            }
            guard let (reason, status) = await refusal(asked, room, doors) else {
                return asked.isQuiet
                    ? quiet("", .noContent) : seeOther(ChairAgreementsPage.path(room.code), asked)
            }
            if asked.isQuiet { return quiet(reason[asked.language], status) }
            var page = try await upkeep(room, asked, doors, desk)
            page.notice = reason[asked.language]
            page.sent = asked.fields
            return html(page.document, asked, status: status)
        }
        group.get(":blad") { request, context in
            let (room, asked) = try await doors.enter(request, context)
            guard try await doors.gate.isChair(asked.chairKey, asked, room, peer: context.peer) else {
                return refused(asked)
            }
            return try await sheet(
                context.parameters.require("blad"), of: desk.source(room), at: desk, asked)
        }
    }

    private static func upkeep(
        _ room: SessionRoom, _ asked: SessionRequest, _ doors: SessionDoors, _ desk: VerslagDesk
    ) async throws -> ChairAgreementsPage {
        ChairAgreementsPage(
            source: try await desk.source(room), language: asked.language, figures: doors.figures,
            keptUntil: await room.kept.retention?.until)
    }

    /// A sheet in the form that its name ends in, a calendar, or the table of all tasks.
    private static func sheet(
        _ name: String, of source: VerslagSource, at desk: VerslagDesk, _ asked: SessionRequest
    ) async throws -> Response {
        let language = asked.language
        if name == "tasks.csv",
            let table = SessionTables(source, language: language).files.first(where: {
                $0.name == name
            })
        {
            return file(Array(table.text.utf8), "text/csv; charset=utf-8", name)
        }
        guard let dot = name.lastIndex(of: "."),
            let sheet = ActorSheet.all(source, language: language).first(where: { $0.file == name[..<dot] })
        else { throw HTTPError(.notFound) }
        do {
            switch name[name.index(after: dot)...] {
            case "html": return whole(sheet.html, asked)
            case "pdf":
                let bytes = try await desk.making { try await ReportPDF.make(html: sheet.html) }
                return file(bytes, "application/pdf", name)
            case "ics":
                let calendar = TaskCalendar(sheet, of: source, language: language)
                return file(Array(calendar.text.utf8), "text/calendar; charset=utf-8", name)
            case let ending:
                guard let form = OfficeDocument.Form(rawValue: String(ending)) else {
                    throw HTTPError(.notFound)
                }
                let bytes = try await desk.making { try await OfficeDocument.make(sheet.verslag, as: form) }
                return file(bytes, form.type, name)
            }
        } catch let error as WorkbenchError {
            return notMade(
                error, instead: "\(ChairAgreementsPage.path(source.code))/\(sheet.file).html", asked)
        }
    }
}

extension PageMaker {
    /// The page of what was agreed.
    func agreements(_ sources: [VerslagSource], open: [String], query: String) -> Answer {
        let (state, notices) = PageState.read(query, in: studio)
        let scene = Scene(studio: studio, state: state, notices: notices)
        return answer(AgreementsPage(scene: scene, sources: sources, open: open).page, scene, status: 200)
    }
}
