import AsyncHTTPClient
import Foundation
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// One request and its answer, streamed to a file. Knows nothing of pages, caches or repeating.
struct Transport: Sendable {
    /// What is asked.
    struct Ask {
        var address: String
        /// Ask for the page only if it differs from this version.
        var entityTag: String?
        var lastModified: String?
        /// Go on from this byte of the version that `rangeValidator` names.
        var offset = 0
        var rangeValidator: String?
        /// Whether the answer may come compressed. Not for files that go on where they stopped.
        var compressed = true
        /// The most bytes that are taken.
        var limit: Int
        /// Whether a server may refuse for the number of rows (CBS, protocol v3).
        var mayHitRowLimit = false
    }

    /// The version of a page, as its server names it.
    struct Version: Equatable {
        var entityTag: String?
        var lastModified: String?
        var isHTML = false
        var isEncoded = false
    }

    /// What came of it.
    enum Outcome {
        /// The version that was named is still current.
        case notModified
        /// The whole page is in the part file.
        case received(Version)
        /// The page is elsewhere.
        case moved(String)
        /// The server refuses to give so many rows at once.
        case rowLimit
        /// The part that was there does not fit; begin anew.
        case rangeRefused
        /// Worth repeating.
        case trouble(Trouble)
    }

    let client: HTTPClient
    let options: FetchOptions
    let logger: Logger

    /// A client for one run. The caller shuts it down.
    static func makeClient(_ options: FetchOptions) -> HTTPClient {
        var configuration = HTTPClient.Configuration()
        configuration.timeout = .init(
            connect: options.connectTimeout.timeAmount, read: options.silenceTimeout.timeAmount)
        // Links are followed here, so that none leads to another host.
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .enabled(limit: .size(options.limits.pageBytes))
        configuration.connectionPool.retryConnectionEstablishment = false
        if let host = options.proxy?.host() {
            configuration.proxy = .server(host: host, port: options.proxy?.port ?? 8080)
        }
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Sends one request. `begin` hears of the version before the first byte of a whole answer is written.
    func exchange(
        _ ask: Ask, into part: URL, begin: (Version) throws -> Void, received: (Int) -> Void
    ) async throws -> Outcome {
        var request = HTTPClientRequest(url: ask.address)
        request.headers = headers(ask)
        logger.debug("get", metadata: ["address": "\(ask.address)", "offset": "\(ask.offset)"])
        var hadBegun = false
        do {
            let response = try await client.execute(
                request, timeout: options.exchangeTimeout.timeAmount, logger: logger)
            hadBegun = true
            guard response.status == .ok || response.status == .partialContent else {
                return try await other(response, ask)
            }
            let version = Version(response.headers)
            var offset = 0
            if response.status == .partialContent {
                guard ask.offset > 0, response.headers.rangeStart == ask.offset else { return .rangeRefused }
                offset = ask.offset
            } else {
                try begin(version)
            }
            try await write(response.body, to: part, from: offset, ask: ask, received: received)
            return .received(version)
        } catch let error as FetchError {
            throw error
        } catch NIOHTTPDecompression.DecompressionError.limit {
            throw FetchError.tooLarge(address: ask.address, limit: min(ask.limit, options.limits.pageBytes))
        } catch {
            if Task.isCancelled || error is CancellationError { throw CancellationError() }
            return .trouble(
                .connection(error, address: ask.address, hadBegun: hadBegun, options: options))
        }
    }

    private func headers(_ ask: Ask) -> HTTPHeaders {
        var headers: HTTPHeaders = [
            "accept": "application/json, */*;q=0.5", "user-agent": "mengpaneel",
            "accept-encoding": ask.compressed ? "gzip" : "identity",
        ]
        if ask.offset > 0, let validator = ask.rangeValidator {
            headers.add(name: "range", value: "bytes=\(ask.offset)-")
            headers.add(name: "if-range", value: validator)
        }
        if let mark = ask.entityTag { headers.add(name: "if-none-match", value: mark) }
        if let date = ask.lastModified { headers.add(name: "if-modified-since", value: date) }
        return headers
    }

    /// Answers without a page.
    private func other(_ response: HTTPClientResponse, _ ask: Ask) async throws -> Outcome {
        let status = Int(response.status.code)
        switch status {
        case 304: return .notModified
        case 301, 302, 303, 307, 308:
            let target = response.headers.first(name: "location") ?? ""
            return .moved(try Address.follow(target, from: ask.address))
        case 416: return .rangeRefused
        case 404, 410: throw FetchError.notFound(address: ask.address)
        case 500 where ask.mayHitRowLimit:
            return try await saysRowLimit(response)
                ? .rowLimit : .trouble(.status(status, address: ask.address, retryAfter: nil))
        case 408, 425, 429, 500...599:
            return .trouble(
                .status(status, address: ask.address, retryAfter: response.headers.retryAfterSeconds))
        default: throw FetchError.refused(address: ask.address, status: status)
        }
    }

    /// CBS answers HTTP 500 with "… more than 10000 records …" in one of two languages.
    private func saysRowLimit(_ response: HTTPClientResponse) async throws -> Bool {
        var text = ""
        for try await piece in response.body {
            text += String(decoding: piece.readableBytesView, as: UTF8.self)
            if text.utf8.count > 8192 { break }
        }
        return text.filter { $0 != "." && $0 != "," && $0 != " " }.contains("10000")
    }

    private func write(
        _ body: HTTPClientResponse.Body, to part: URL, from offset: Int, ask: Ask, received: (Int) -> Void
    ) async throws {
        var size = offset
        let handle: FileHandle
        do {
            if offset == 0 { try Data().write(to: part) }
            handle = try FileHandle(forUpdating: part)
        } catch {
            throw FetchError.storage(path: part.path, detail: CacheFolder.reason(error))
        }
        defer { try? handle.close() }
        do { try handle.seek(toOffset: UInt64(offset)) } catch {
            throw FetchError.storage(path: part.path, detail: CacheFolder.reason(error))
        }
        for try await piece in body {
            size += piece.readableBytes
            guard size <= ask.limit else {
                throw FetchError.tooLarge(address: ask.address, limit: ask.limit)
            }
            do { try handle.write(contentsOf: Data(piece.readableBytesView)) } catch {
                throw FetchError.storage(path: part.path, detail: CacheFolder.reason(error))
            }
            received(size)
        }
        do { try handle.synchronize() } catch {
            throw FetchError.storage(path: part.path, detail: CacheFolder.reason(error))
        }
    }
}

extension Transport.Version {
    init(_ headers: HTTPHeaders) {
        entityTag = headers.first(name: "etag")
        lastModified = headers.first(name: "last-modified")
        isHTML = headers.first(name: "content-type")?.lowercased().hasPrefix("text/html") ?? false
        isEncoded = headers.first(name: "content-encoding").map { $0.lowercased() != "identity" } ?? false
    }
}

extension HTTPHeaders {
    /// The first byte of a partial answer.
    fileprivate var rangeStart: Int? {
        first(name: "content-range")?.split(separator: " ").dropFirst().first?
            .split(separator: "-").first.flatMap { Int($0) }
    }

    /// What `Retry-After` asks for. A date is compared with the server's own clock, so that no clock is read here.
    fileprivate var retryAfterSeconds: Int? {
        guard let text = first(name: "retry-after") else { return nil }
        if let seconds = Int(text) { return Swift.max(0, seconds) }
        guard let until = Self.date(text), let now = first(name: "date").flatMap(Self.date) else {
            return nil
        }
        return Swift.max(0, Int(until.timeIntervalSince(now).rounded(.up)))
    }

    private static func date(_ text: String) -> Date? {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "GMT")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.date(from: text)
    }
}

extension Duration {
    fileprivate var timeAmount: TimeAmount {
        .nanoseconds(components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000)
    }
}
