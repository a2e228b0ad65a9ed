import HTTPTypes
import Hummingbird
import Logging
import NIOCore

extension WorkbenchServer {
    /// All addresses that are answered.
    static func router(
        for maker: PageMaker, rooms: [SessionRoom] = [], reports: VerslagDesk? = nil,
        gate: SessionGate = SessionGate(), address: ServerAddress? = nil, logger: Logger
    ) -> Router<WorkbenchContext> {
        let router = Router(context: WorkbenchContext.self, options: .autoGenerateHeadEndpoints)
        router.middlewares.add(SecurityHeaders())
        router.middlewares.add(FailurePage(maker: maker))
        router.get("gezond") { _, _ in
            Response(answer: Answer(type: "text/plain; charset=utf-8", bytes: Array("gezond\n".utf8)))
        }
        router.get("assets/:version/:name") { _, context in
            try asset(
                named: context.parameters.require("name"), version: context.parameters.require("version"))
        }
        router.get("csv/:figure") { request, context in
            let name = try context.parameters.require("figure")
            guard let answer = maker.csv(name, query: request.uri.query ?? "") else {
                return Response(answer: maker.page(path: request.uri.path, query: request.uri.query ?? ""))
            }
            return Response(answer: answer, ifNoneMatch: request.headers[.ifNoneMatch])
        }
        router.get("rapport.html") { request, _ in
            let maker = await hearing(rooms, maker)
            let html = Report(
                studio: maker.studio, query: request.uri.query ?? "", voices: maker.voices
            ).html
            return Response(
                answer: Answer(bytes: Array(html.utf8), fileName: "rapport.html"),
                ifNoneMatch: request.headers[.ifNoneMatch])
        }
        router.get("rapport.pdf") { request, _ in
            let query = request.uri.query ?? ""
            do {
                let maker = await hearing(rooms, maker)
                let html = Report(studio: maker.studio, query: query, voices: maker.voices).html
                let bytes = try await maker.studio.memory.printing { try await ReportPDF.make(html: html) }
                return Response(
                    answer: Answer(type: "application/pdf", bytes: bytes, fileName: "rapport.pdf"))
            } catch let error as WorkbenchError {
                logger.error("\(error)")
                return Response(answer: maker.noPDF(query: query))
            } catch is Turnstile.TooMany {
                var response = Response(answer: maker.busy(query: query))
                response.headers[.retryAfter] = "60"
                return response
            }
        }
        router.get(RouterPath(String(Route.desk.path.dropFirst()))) { request, context in
            desk(maker, query: request.uri.query ?? "", reader: await context.reader)
        }
        router.get(RouterPath(String(DeskFile.path.dropFirst()))) { request, _ in
            let query = request.uri.query ?? ""
            return Response(answer: maker.deskFile(query: query) ?? maker.notFound(query: query))
        }
        router.get("mengtafel/terugblik") { request, _ in
            await backtest(maker, query: request.uri.query ?? "")
        }
        router.get("mengtafel/terugblik.csv") { request, _ in
            await backtestFile(maker, query: request.uri.query ?? "")
        }
        // One guard for all keys, so that guessing at one door counts at the other.
        let doors = SessionDoors(
            rooms, gate: gate, address: address, figures: LocalFigures(maker.studio))
        addSessions(doors, to: router)
        if let reports {
            addReports(doors, desk: reports, to: router)
            addAgreements(doors, desk: reports, maker: maker, to: router)
        }
        for path in ["/", "**"] {
            router.get(RouterPath(path)) { request, _ in
                let maker = await hearing(rooms, maker)
                return Response(
                    answer: maker.page(path: request.uri.path, query: request.uri.query ?? ""),
                    ifNoneMatch: request.headers[.ifNoneMatch])
            }
        }
        return router
    }

    /// The same pages with what the groups have said by now.
    private static func hearing(_ rooms: [SessionRoom], _ maker: PageMaker) async -> PageMaker {
        var maker = maker
        for room in rooms {
            let (voice, version) = await room.voice()
            if let voice { maker.voices.append(voice) }
            maker.voicesVersion += "\(room.code)\(version);"
        }
        return maker
    }

    private static func asset(named name: String, version: String) throws -> Response {
        guard version == Asset.version, let asset = Asset.all.first(where: { $0.name == name }) else {
            throw HTTPError(.notFound)
        }
        var response = Response(answer: Answer(type: asset.type, bytes: asset.bytes))
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}

extension Response {
    /// The HTTP form of `answer`. When the reader already has these very bytes, only that is said.
    init(answer: Answer, ifNoneMatch known: String? = nil) {
        var headers: HTTPFields = [
            .contentType: answer.type, .cacheControl: "no-cache", .vary: "Accept-Encoding",
        ]
        if let location = answer.location {
            headers[.location] = location
            self.init(status: .found, headers: headers)
            return
        }
        if let fileName = answer.fileName {
            headers[.contentDisposition] = "attachment; filename=\"\(fileName)\""
        }
        if answer.status == 200 {
            let tag = "W/\"\(Asset.hash(of: answer.bytes))\""
            headers[.eTag] = tag
            if let known, known.split(separator: ",").contains(where: { $0.trimmingSpaces == tag }) {
                self.init(status: .notModified, headers: headers)
                return
            }
        }
        self.init(
            status: .init(code: answer.status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: answer.bytes)))
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var slice = self
        while slice.first == " " { slice = slice.dropFirst() }
        while slice.last == " " { slice = slice.dropLast() }
        return slice
    }
}
