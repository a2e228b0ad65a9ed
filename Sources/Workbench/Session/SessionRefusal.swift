import Bilingual
import Figures
import HTTPTypes
import Hummingbird
import NIOCore

/// Why a request to a session is not looked at any further.
enum SessionRefusal: Error, Hashable {
    /// Too many tries; after so many seconds there may be another.
    case tooSoon(seconds: Int)
    /// More was sent than any form holds.
    case tooLarge
    /// A page of another site sent it.
    case foreign
    /// More browsers listen than one session has people.
    case tooBusy

    static func waiting(_ seconds: Double) -> SessionRefusal {
        .tooSoon(seconds: max(1, Int(min(seconds, 3_600).rounded(.up))))
    }

    var status: HTTPResponse.Status {
        switch self {
        case .tooSoon: .tooManyRequests
        case .tooLarge: .contentTooLarge
        case .foreign: .forbidden
        case .tooBusy: .serviceUnavailable
        }
    }

    var text: BilingualText {
        switch self {
        case .tooSoon(let seconds):
            BilingualText(
                nl:
                    "Er zijn te veel pogingen kort na elkaar gedaan. Wacht \(seconds == 1 ? "1 seconde" : "\(seconds) seconden") en probeer het dan opnieuw.",
                en:
                    "Too many tries came shortly after each other. Wait \(seconds == 1 ? "1 second" : "\(seconds) seconds") and try again."
            )
        case .tooLarge:
            BilingualText(
                nl: "Dit is te veel tekst in één keer. Maak het korter.",
                en: "This is too much text at once. Make it shorter.")
        case .foreign:
            BilingualText(
                nl: "Dit kwam van een andere website en is niet bewaard. Open de bijeenkomst zelf.",
                en: "This came from another website and was not kept. Open the session yourself.")
        case .tooBusy:
            BilingualText(
                nl: "Er kijken te veel mensen tegelijk. Probeer het over een minuut opnieuw.",
                en: "Too many people look at the same time. Try again in a minute.")
        }
    }

    var seconds: Int? {
        switch self {
        case .tooSoon(let seconds): seconds
        case .tooBusy: 60
        case .tooLarge, .foreign: nil
        }
    }
}

/// Answers a refusal with one plain sentence: a page for a person, a line for the script.
struct SessionRefusals<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as SessionRefusal {
            var headers: HTTPFields = [.cacheControl: "no-store"]
            if let seconds = refusal.seconds { headers[.retryAfter] = "\(seconds)" }
            let isQuiet = request.headers[.accept]?.contains("application/json") ?? false
            headers[.contentType] = isQuiet ? "text/plain; charset=utf-8" : "text/html; charset=utf-8"
            let body = isQuiet ? refusal.text.nl : Self.page(refusal)
            return Response(
                status: refusal.status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
        }
    }

    private static func page(_ refusal: SessionRefusal) -> String {
        SessionPage.document(
            title: "Dit lukt nu niet", code: "", role: "telefoon",
            part: .fragment([
                .element("h1") { "Dit lukt nu niet" }, .element("p") { refusal.text.nl },
                .element("p", ["lang": "en"]) { refusal.text.en },
            ]))
    }
}
