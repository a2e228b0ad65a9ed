import Crypto
import Foundation

/// Gets the pages of one retrieval, one after the other.
struct PageWalk {
    let retrieval: Retrieval
    let cache: CacheFolder
    let transport: Transport
    let options: FetchOptions
    let pause: @Sendable (Duration) async throws -> Void
    let tell: @Sendable (FetchProgress.Event) -> Void

    /// Requests sent so far.
    private(set) var requests = 0
    /// Bytes received so far.
    private(set) var bytesReceived = 0

    init(
        retrieval: Retrieval, cache: CacheFolder, transport: Transport, options: FetchOptions,
        pause: @escaping @Sendable (Duration) async throws -> Void,
        tell: @escaping @Sendable (FetchProgress.Event) -> Void
    ) {
        self.retrieval = retrieval
        self.cache = cache
        self.transport = transport
        self.options = options
        self.pause = pause
        self.tell = tell
    }

    /// The files of the retrieval, in the order of their pages.
    mutating func run() async throws -> [FetchedFile] {
        let complete = cache.manifest(retrieval, .complete)
        if options.cacheUse != .revalidate {
            if let complete, complete.pages.allSatisfy(cache.isIntact) {
                return files(complete.pages.map { ($0, .cached) })
            }
            guard options.cacheUse == .preferCache else {
                throw FetchError.notInCache(name: retrieval.name, folder: options.folder.path)
            }
        }
        let known = Known(
            complete: complete?.pages ?? [],
            begun: cache.manifest(retrieval, .inProgress)?.pages.prefix(while: cache.isIntact) ?? [])
        let pages: [(FetchManifest.Page, FetchedFile.State)]
        do {
            pages = try await walk(known)
        } catch let error as FetchError {
            if !error.leavesAPart || retrieval.paging != .single {
                try? FileManager.default.removeItem(at: cache.partURL(retrieval))
            }
            throw error
        }
        let manifest = FetchManifest(address: retrieval.address, pages: pages.map(\.0))
        try cache.write(manifest, for: retrieval, .complete)
        cache.removeProgress(retrieval)
        cache.sweep(retrieval, keeping: manifest)
        return files(pages)
    }

    /// Pages of earlier runs: of a whole one, and of one that was broken off.
    private struct Known {
        var complete: [FetchManifest.Page]
        var begun: ArraySlice<FetchManifest.Page>

        var start: String? { begun.first?.address ?? complete.first?.address }

        func page(_ index: Int, _ address: String) -> FetchManifest.Page? {
            [begun.dropFirst(index).first, complete.dropFirst(index).first]
                .compactMap(\.self).first { $0.address == address }
        }
    }

    private mutating func walk(
        _ known: Known
    ) async throws -> [(FetchManifest.Page, FetchedFile.State)] {
        var known = known
        var pages: [(FetchManifest.Page, FetchedFile.State)] = []
        var seen: Set<String> = []
        var address: String? = known.start ?? retrieval.address
        // The first page of a broken-off run tells whether the rest of it is of the same version.
        var trustsBegun = known.begun.first.map { !$0.canBeRevalidated } ?? false
        while let current = address {
            guard pages.count < options.limits.pages else {
                throw FetchError.tooManyPages(address: retrieval.address, limit: options.limits.pages)
            }
            guard seen.insert(current).inserted else { throw FetchError.circle(address: current) }
            let index = pages.count
            if trustsBegun, let done = known.begun.dropFirst(index).first, done.address == current {
                pages.append((done, .cached))
                address = done.next
                tell(.pageDone(page: index + 1, state: .cached))
                continue
            }
            let before = known.page(index, current).flatMap { cache.isIntact($0) ? $0 : nil }
            let answer = try await page(index + 1, at: current, before: before)
            guard case .page(let page, let state) = answer else {
                // Too many rows at once: begin again by row number.
                pages = []
                address = PageInspection.rowAddress(
                    retrieval.address, skip: 0, top: options.limits.rowsPerPage)
                continue
            }
            if index == 0, !known.begun.isEmpty {
                trustsBegun = page.sha256 == known.begun.first?.sha256
                if !trustsBegun { known.begun = [] }
            }
            pages.append((page, state))
            address = page.next
            // Pages that an earlier run finished stay on the list until this one has passed them.
            let ahead = trustsBegun ? Array(known.begun.dropFirst(pages.count)) : []
            try cache.write(
                FetchManifest(address: retrieval.address, pages: pages.map(\.0) + ahead), for: retrieval,
                .inProgress)
            tell(.pageDone(page: index + 1, state: state))
        }
        return pages
    }

    private enum Answer {
        case page(FetchManifest.Page, FetchedFile.State)
        case rowLimit
    }

    /// One page: asked for only if it changed where an earlier version is there.
    private mutating func page(
        _ number: Int, at address: String, before: FetchManifest.Page?
    ) async throws -> Answer {
        var ask = Transport.Ask(
            address: address, entityTag: before?.entityTag, lastModified: before?.lastModified,
            limit: retrieval.paging == .single ? options.limits.fileBytes : options.limits.pageBytes)
        ask.compressed = retrieval.paging != .single
        ask.mayHitRowLimit = retrieval.paging == .odataV3 && Address.number("$top", in: address) == nil
        switch try await persist(ask) {
        case .rowLimit: return .rowLimit
        case .unchanged:
            guard let before else {
                throw FetchError.notTheShape(
                    address: address, expected: "a page", found: "HTTP 304 without having asked")
            }
            return .page(before, .unchanged)
        case .received(let version):
            let part = cache.partURL(retrieval)
            if retrieval.content == .file, version.isHTML {
                throw FetchError.notTheShape(address: address, expected: "a file", found: "a web page")
            }
            let next = try PageInspection.next(after: part, from: address, retrieval: retrieval)
            let (file, bytes, sha256) = try cache.keep(retrieval, page: number)
            let page = FetchManifest.Page(
                address: address, file: file, bytes: bytes, sha256: sha256,
                entityTag: version.entityTag, lastModified: version.lastModified, next: next)
            return .page(page, sha256 == before?.sha256 ? .unchanged : .downloaded)
        }
    }

    private enum Persisted {
        case unchanged
        case received(Transport.Version)
        case rowLimit
    }

    /// Repeats a request until it succeeds or the attempts are used up.
    private mutating func persist(_ first: Transport.Ask) async throws -> Persisted {
        var ask = first
        var attempt = 1
        var moves = 0
        while true {
            try Task.checkCancellation()
            if retrieval.paging == .single { resume(&ask, address: first.address) }
            switch try await send(ask, address: first.address) {
            case .notModified: return .unchanged
            case .received(let version): return .received(version)
            case .rowLimit: return .rowLimit
            case .moved(let target):
                moves += 1
                guard moves <= 5 else { throw FetchError.circle(address: first.address) }
                ask.address = target
                continue
            case .rangeRefused:
                try? FileManager.default.removeItem(at: cache.partURL(retrieval))
                guard ask.offset > 0 else {
                    throw FetchError.refused(address: first.address, status: 416)
                }
                continue
            case .trouble(let trouble):
                guard attempt < options.retries.attempts else { throw trouble.error }
                let wait = try pauseLength(trouble, attempt: attempt, address: first.address)
                tell(.pausing(wait, reason: trouble.reason))
                try await pause(wait)
                attempt += 1
                ask.address = first.address
            }
        }
    }

    private mutating func send(_ ask: Transport.Ask, address: String) async throws -> Transport.Outcome {
        requests += 1
        var size = ask.offset
        var told = ask.offset
        let tell = tell
        let begin: (Transport.Version) throws -> Void = { [retrieval, cache] version in
            guard retrieval.paging == .single else { return }
            let part =
                version.isEncoded
                ? nil
                : FetchManifest.Part(
                    address: address, entityTag: version.entityTag, lastModified: version.lastModified)
            try cache.write(
                FetchManifest(address: retrieval.address, part: part), for: retrieval, .inProgress)
        }
        defer { bytesReceived += max(0, size - ask.offset) }
        return try await transport.exchange(ask, into: cache.partURL(retrieval), begin: begin) { bytes in
            size = bytes
            // One line per megabyte is often enough for a reader.
            if bytes - told >= 1 << 20 {
                told = bytes
                tell(.received(bytes: bytes))
            }
        }
    }

    /// Lets a whole file go on where it stopped, where its server named the version.
    private func resume(_ ask: inout Transport.Ask, address: String) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: cache.partURL(retrieval).path)
        let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        let part = cache.manifest(retrieval, .inProgress)?.part
        guard size > 0, let part, part.address == address, let validator = part.validator else {
            ask.offset = 0
            ask.rangeValidator = nil
            return
        }
        ask.offset = size
        ask.rangeValidator = validator
        // A part of a newer version is wanted, whatever the older whole one was.
        ask.entityTag = nil
        ask.lastModified = nil
    }

    private func pauseLength(_ trouble: Trouble, attempt: Int, address: String) throws -> Duration {
        let longest = options.retries.longestPause
        if let seconds = trouble.retryAfter {
            guard Duration.seconds(seconds) <= longest else {
                throw FetchError.busy(address: address, seconds: seconds)
            }
            return .seconds(seconds)
        }
        return options.retries.pause(after: attempt, spread: Self.spread(address, attempt: attempt))
    }

    /// A number in 0..<1 that is the same in every run: no estimate hangs on it, so a digest serves.
    static func spread(_ address: String, attempt: Int) -> Double {
        let digest = SHA256.hash(data: Data("\(address)#\(attempt)".utf8))
        return digest.prefix(4).reduce(0.0) { $0 * 256 + Double($1) } / 4_294_967_296
    }

    private func files(_ pages: [(FetchManifest.Page, FetchedFile.State)]) -> [FetchedFile] {
        pages.enumerated().map { index, entry in
            FetchedFile(
                retrieval: retrieval, page: index + 1, address: entry.0.address,
                file: cache.url(entry.0.file), bytes: entry.0.bytes, sha256: entry.0.sha256,
                state: entry.1)
        }
    }
}
