import HTTPTypes
import Hummingbird
import Logging

/// Sets on every answer that a browser may load nothing from elsewhere, run no script that stands in a page, and
/// show no page inside another.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let own = response.headers[.contentSecurityPolicy]
        for (name, value) in Self.fields { response.headers[name] = value }
        // A document with its style in it brings a policy of its own, which is narrower.
        if let own { response.headers[.contentSecurityPolicy] = own }
        return response
    }

    private static var fields: [(HTTPField.Name, String)] {
        [
            (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"),
        ]
            + [
                ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
                ("Cross-Origin-Opener-Policy", "same-origin"),
                ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
            ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }

    private static var policy: String {
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    }
}

/// Turns an error into a page that a reader can do something with.
struct FailurePage<Context: RequestContext>: RouterMiddleware {
    let maker: PageMaker

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            if error.status == .notFound {
                // The path of something that was not found is no page either.
                return Response(answer: maker.notFound(query: request.uri.query ?? ""))
            }
            throw error
        } catch {
            context.logger.error("\(request.method) \(request.uri.path): \(error)")
            return Response(answer: maker.failure(query: request.uri.query ?? ""))
        }
    }
}
