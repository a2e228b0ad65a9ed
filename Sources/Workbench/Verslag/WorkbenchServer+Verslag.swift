import Bilingual
import Figures
import HTTPTypes
import Hummingbird
import NIOCore
import WorkingGroup

/// The report of a live session, for who has the key of the chair.
extension WorkbenchServer {
    /// Adds the addresses of reports.
    static func addReports(
        _ doors: SessionDoors, desk: VerslagDesk, to router: Router<WorkbenchContext>
    ) {
        let group = router.group("s/:code/voorzitter").add(middleware: SessionRefusals())
        for file in VerslagLinks.files {
            group.get(RouterPath(file.path)) { request, context in
                let (room, asked) = try await doors.enter(request, context)
                guard try await doors.gate.isChair(asked.chairKey, asked, room, peer: context.peer) else {
                    return refused(asked)
                }
                return try await report(file.path, of: desk.source(room), at: desk, asked)
            }
        }
    }

    private static func report(
        _ path: String, of source: VerslagSource, at desk: VerslagDesk, _ asked: SessionRequest
    ) async throws -> Response {
        let language = asked.language
        let document = VerslagDocument(source, language: language)
        do {
            switch path {
            case "verslag": return whole(document.html, asked)
            case "samenvatting": return whole(document.summary, asked)
            case "verslag.pdf":
                let bytes = try await desk.making { try await ReportPDF.make(html: document.html) }
                return file(bytes, "application/pdf", path)
            case "verslag.odt", "verslag.docx":
                let form: OfficeDocument.Form = path.hasSuffix("odt") ? .odt : .docx
                let verslag = Verslag(source, language: language)
                let bytes = try await desk.making { try await OfficeDocument.make(verslag, as: form) }
                return file(bytes, form.type, path)
            default:
                guard let reader = VerslagSlides.Reader(rawValue: path.replacing("dias-", with: "")) else {
                    throw HTTPError(.notFound)
                }
                return whole(VerslagSlides(source, for: reader, language: language).html, asked)
            }
        } catch let error as WorkbenchError {
            return notMade(error, instead: "/s/\(source.code)/voorzitter/verslag", asked)
        }
    }

    /// A program that is not there is no fault of the session: the same can be had as a page.
    static func notMade(_ error: WorkbenchError, instead page: String, _ asked: SessionRequest) -> Response {
        let words = ChainWords(language: asked.language)
        return html(
            SessionPage.document(
                title: words.say("Verslag", "Report"), code: asked.code, role: "telefoon",
                language: asked.language,
                part: .fragment([
                    .element("h1") {
                        words.say("Dit bestand kon niet worden gemaakt", "This file could not be made")
                    },
                    .element("p") { error.description },
                    .element("p") {
                        Markup.element("a", ["href": .text(page)]) {
                            words.say("Lees het als bladzijde", "Read it as a page")
                        }
                    },
                ])), asked, status: .notImplemented)
    }

    /// A document that needs nothing else, with the policy that leaves it its style.
    static func whole(_ text: String, _ request: SessionRequest) -> Response {
        var response = html(text, request)
        response.headers[.contentSecurityPolicy] = SelfContainedDocument.policy(for: text)
        return response
    }

    static func file(_ bytes: [UInt8], _ type: String, _ name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
