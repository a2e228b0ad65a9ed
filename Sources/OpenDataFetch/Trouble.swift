import AsyncHTTPClient
import Bilingual
import Foundation
import NIOCore
import NIOPosix

/// A failed request that is worth repeating.
struct Trouble {
    /// Why, in a few words.
    var reason: BilingualText
    /// How long the server asks to wait, in seconds.
    var retryAfter: Int?
    /// What to say when no attempt is left.
    var error: FetchError

    /// A server that answered with `status`.
    static func status(_ status: Int, address: String, retryAfter: Int?) -> Trouble {
        Trouble(
            reason: BilingualText(same: "HTTP \(status)"), retryAfter: retryAfter,
            error: .serverFailure(address: address, status: status))
    }

    /// A connection that could not be made, or that broke before or after the answer began.
    static func connection(_ error: any Error, address: String, hadBegun: Bool, options: FetchOptions)
        -> Trouble
    {
        let detail = words(for: error, options: options)
        // A server that is silent or hangs up is there: other parts of the plan may still come from it.
        let isThere: [HTTPClientError] = [.readTimeout, .deadlineExceeded, .remoteConnectionClosed]
        let neverConnected = !hadBegun && (error as? HTTPClientError).map { !isThere.contains($0) } ?? true
        return Trouble(
            reason: detail, retryAfter: nil,
            error: neverConnected
                ? .unreachable(host: Address.host(address), address: address, detail: detail)
                : .interrupted(address: address, detail: detail))
    }

    private static func words(for error: any Error, options: FetchOptions) -> BilingualText {
        if let failure = error as? NIOConnectionError {
            guard let first = failure.connectionErrors.first else {
                return BilingualText(nl: "naam onbekend", en: "name not found")
            }
            return words(for: first.error, options: options)
        }
        if let failure = error as? IOError, failure.errnoCode == ECONNREFUSED {
            return BilingualText(nl: "verbinding geweigerd", en: "connection refused")
        }
        switch error as? HTTPClientError {
        case .some(.connectTimeout), .some(.tlsHandshakeTimeout), .some(.getConnectionFromPoolTimeout):
            let seconds = options.connectTimeout.components.seconds
            return BilingualText(
                nl: "geen verbinding binnen \(seconds) s", en: "no connection within \(seconds) s")
        case .some(.readTimeout):
            let seconds = options.silenceTimeout.components.seconds
            return BilingualText(nl: "\(seconds) s stil", en: "silent for \(seconds) s")
        case .some(.deadlineExceeded):
            let seconds = options.exchangeTimeout.components.seconds
            return BilingualText(nl: "niet klaar binnen \(seconds) s", en: "not done within \(seconds) s")
        case .some(.remoteConnectionClosed):
            return BilingualText(nl: "verbinding afgebroken", en: "connection closed")
        default:
            return BilingualText(nl: "netwerkfout: \(error)", en: "network error: \(error)")
        }
    }
}
