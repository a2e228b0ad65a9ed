import Foundation
import Synchronization
import Testing

@testable import OpenDataFetch

@Suite struct ResumeTests {
    /// Three pages with a mark of their version; what `broken` says about a page is what the server does with it.
    private static func three(
        tag: String? = "1", _ broken: @escaping @Sendable (Int) -> Reply? = { _ in nil }
    ) -> LocalServer.Answer {
        { request, _ in
            let page = Address.number("p", in: request.target) ?? 0
            if let reply = broken(page) { return reply }
            let mark = tag.map { "\"\(page)-\($0)\"" }
            if let mark, request.headers["if-none-match"] == mark { return .status(304, [("etag", mark)]) }
            return .json(
                Shapes.v3Page(page..<(page + 1), next: page < 2 ? "/T?p=\(page + 1)" : nil),
                mark.map { [("etag", $0)] } ?? [])
        }
    }

    @Test func whatDidNotChangeIsNotSentAgain() async throws {
        try await withFolder { folder in
            try await LocalServer.run(Self.three()) { server in
                let plan = [Shapes.v3(server.base + "/T?p=0")]
                let first = try await fetcher(folder).fetch(plan)
                let second = try await fetcher(folder).fetch(plan)
                #expect(second.files.map(\.state) == [.unchanged, .unchanged, .unchanged])
                #expect(second.bytesReceived == 0 && first.bytesReceived > 0)
                #expect(second.files.map(\.sha256) == first.files.map(\.sha256))
                server.forget()
                let third = try await fetcher(folder, .preferCache).fetch(plan)
                #expect(server.requests.isEmpty && third.files.map(\.state) == [.cached, .cached, .cached])
            }
        }
    }

    @Test func whatChangedReplacesTheEarlierVersion() async throws {
        try await withFolder { folder in
            let version = Mutex(0)
            try await LocalServer.run { _, _ in
                let now = version.withLock { $0 }
                return .json(Shapes.v3Page(now..<(now + 1)), [("etag", "\"\(now)\"")])
            } _: { server in
                let plan = [Shapes.v3(server.base + "/T")]
                let first = try await fetcher(folder).fetch(plan)
                version.withLock { $0 = 1 }
                let second = try await fetcher(folder).fetch(plan)
                #expect(second.files[0].state == .downloaded)
                #expect(second.files[0].sha256 != first.files[0].sha256)
                #expect(!FileManager.default.fileExists(atPath: first.files[0].file.path))
            }
        }
    }

    @Test func anInterruptedRunGoesOnAtTheFirstPageThatIsMissing() async throws {
        for tag in ["1", nil] {
            try await withFolder { folder in
                let fails = Mutex(true)
                let answer = Self.three(tag: tag) { page in
                    page == 2 && fails.withLock { $0 } ? .status(503) : nil
                }
                try await LocalServer.run(answer) { server in
                    let plan = [Shapes.v3(server.base + "/T?p=0")]
                    let first = try await fetcher(folder, attempts: 2).fetch(plan)
                    #expect(
                        first.failures.map(\.error) == [
                            .serverFailure(address: server.base + "/T?p=2", status: 503)
                        ])
                    #expect(first.files.isEmpty, "half a table is not handed on")
                    fails.withLock { $0 = false }
                    server.forget()
                    let second = try await fetcher(folder).fetch(plan)
                    #expect(second.isComplete && second.files.count == 3)
                    // With a mark the first page is asked whether it is still the same; without one, nothing is.
                    #expect(server.targets == (tag == nil ? ["/T?p=2"] : ["/T?p=0", "/T?p=2"]))
                }
            }
        }
    }

    @Test func anInterruptedRunBeginsAnewWhenTheTableChanged() async throws {
        try await withFolder { folder in
            let isNew = Mutex(false)
            try await LocalServer.run { request, _ in
                let page = Address.number("p", in: request.target) ?? 0
                let new = isNew.withLock { $0 }
                if page == 2, !new { return .status(500) }
                let start = new ? 50 : 0
                return .json(
                    Shapes.v3Page(
                        (start + page)..<(start + page + 1), next: page < 2 ? "/T?p=\(page + 1)" : nil),
                    [("etag", "\"\(new)\(page)\"")])
            } _: { server in
                let plan = [Shapes.v3(server.base + "/T?p=0")]
                _ = try await fetcher(folder, attempts: 1).fetch(plan)
                isNew.withLock { $0 = true }
                let report = try await fetcher(folder).fetch(plan)
                let codes = try report.files.map(text).joined()
                for code in ["BU01530050", "BU01530051", "BU01530052"] { #expect(codes.contains(code)) }
                #expect(!codes.contains("BU0153000"), "no page of the earlier version is among them")
            }
        }
    }

    @Test func aPageCutInTheMiddleIsFetchedAgain() async throws {
        try await withFolder { folder in
            let page = Shapes.v3Page(0..<50)
            try await LocalServer.run { _, earlier in
                var reply = Reply.json(page)
                if earlier == 0 { reply.cutAfter = 700 }
                return reply
            } _: { server in
                let waits = Waits()
                let report = try await fetcher(folder, waits: waits).fetch([Shapes.v3(server.base + "/T")])
                #expect(try report.files.map(text) == [page])
                #expect(server.requests.count == 2 && waits.all.count == 1)
                #expect(server.requests[1].headers["range"] == nil, "a page begins anew")
            }
        }
    }

    @Test(arguments: [1, 4_096, 65_536, 199_999])
    func aLargeFileGoesOnWhereItStopped(cut: Int) async throws {
        try await withFolder { folder in
            let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
            try await LocalServer.run { request, earlier in
                let headers = [("etag", "\"v1\"")]
                if earlier == 0 { return Reply(headers: headers, body: bytes, cutAfter: cut) }
                guard let range = request.headers["range"], request.headers["if-range"] == "\"v1\"",
                    let start = Int(range.dropFirst("bytes=".count).dropLast())
                else { return Reply(headers: headers, body: bytes) }
                return Reply(
                    status: 206,
                    headers: headers + [
                        ("content-range", "bytes \(start)-\(bytes.count - 1)/\(bytes.count)")
                    ],
                    body: Array(bytes[start...]))
            } _: { server in
                let plan = [Shapes.file(server.base + "/bulk.zip")]
                // The first run gives up; the second one goes on.
                let first = try await fetcher(folder, attempts: 1).fetch(plan)
                #expect(first.files.isEmpty)
                let report = try await fetcher(folder).fetch(plan)
                let file = try #require(report.files.first)
                #expect(Array(try Data(contentsOf: file.file)) == bytes)
                #expect(file.file.pathExtension == "zip" && file.bytes == bytes.count)
                #expect(first.bytesReceived + report.bytesReceived == bytes.count, "no byte came twice")
            }
        }
    }

    @Test func aLargeFileBeginsAnewWhenItChangedMeanwhile() async throws {
        try await withFolder { folder in
            try await LocalServer.run { request, earlier in
                let tag = earlier == 0 ? "\"old\"" : "\"new\""
                let body = [UInt8](repeating: earlier == 0 ? 1 : 2, count: 50_000)
                return Reply(headers: [("etag", tag)], body: body, cutAfter: earlier == 0 ? 20_000 : nil)
            } _: { server in
                let report = try await fetcher(folder).fetch([Shapes.file(server.base + "/bulk.zip")])
                let data = try Data(contentsOf: try #require(report.files.first).file)
                #expect(data == Data(repeating: 2, count: 50_000))
                #expect(server.requests[1].headers["if-range"] == "\"old\"")
            }
        }
    }

    @Test func aPieceFromAnotherPlaceIsNotGlued() async throws {
        try await withFolder { folder in
            let bytes = [UInt8](0..<200)
            try await LocalServer.run { request, earlier in
                let headers = [("etag", "\"v1\"")]
                if request.headers["range"] != nil {
                    let wrong = headers + [("content-range", "bytes 0-199/200")]
                    return Reply(status: 206, headers: wrong, body: bytes)
                }
                return Reply(headers: headers, body: bytes, cutAfter: earlier == 0 ? 100 : nil)
            } _: { server in
                let report = try await fetcher(folder).fetch([Shapes.file(server.base + "/bulk.zip")])
                #expect(Array(try Data(contentsOf: try #require(report.files.first).file)) == bytes)
            }
        }
    }

    @Test func aCancelledRunKeepsFinishedPages() async throws {
        try await withFolder { folder in
            try await LocalServer.run(Self.three(tag: nil)) { server in
                let plan = [Shapes.v3(server.base + "/T?p=0")]
                let holder = Mutex<Task<FetchReport, any Error>?>(nil)
                let gate = AsyncStream<Void>.makeStream()
                let task = Task {
                    for await _ in gate.stream { break }
                    return try await fetcher(folder).fetch(plan) { progress in
                        if case .pageDone(page: 1, _) = progress.event { holder.withLock { $0?.cancel() } }
                    }
                }
                holder.withLock { $0 = task }
                gate.continuation.finish()
                await #expect(throws: CancellationError.self) { try await task.value }
                server.forget()
                let report = try await fetcher(folder).fetch(plan)
                #expect(report.files.count == 3 && server.targets.first == "/T?p=1")
            }
        }
    }

    @Test func aDamagedFileInTheCacheIsFetchedAnew() async throws {
        try await withFolder { folder in
            try await LocalServer.run(Self.three()) { server in
                let plan = [Shapes.v3(server.base + "/T?p=0")]
                let first = try await fetcher(folder).fetch(plan)
                try Data("{}".utf8).write(to: first.files[1].file)
                let second = try await fetcher(folder).fetch(plan)
                #expect(second.files.map(\.state) == [.unchanged, .downloaded, .unchanged])
                #expect(try text(second.files[1]).contains("BU01530001"))
            }
        }
    }

    @Test func offlineTakesTheCacheAndNothingElse() async throws {
        try await withFolder { folder in
            try await LocalServer.run(Self.three()) { server in
                let plan = [Shapes.v3(server.base + "/T?p=0"), Shapes.v3(server.base + "/U?p=0", name: "u")]
                let first = try await fetcher(folder).fetch([plan[0]])
                server.forget()
                let offline = try await fetcher(folder, .cacheOnly).fetch(plan)
                #expect(server.requests.isEmpty)
                #expect(offline.files.map(\.sha256) == first.files.map(\.sha256))
                #expect(offline.failures.map(\.error) == [.notInCache(name: "u", folder: folder.path)])
            }
        }
    }

    @Test(arguments: ["", "{", #"{"format":99,"address":"x","pages":[]}"#])
    func anUnreadableManifestIsAsIfThereWereNone(content: String) async throws {
        try await withFolder { folder in
            try await LocalServer.run(Self.three()) { server in
                let plan = [Shapes.v3(server.base + "/T?p=0")]
                _ = try await fetcher(folder).fetch(plan)
                for ending in ["manifest", "progress"] {
                    try Data(content.utf8).write(to: folder.appendingPathComponent("rows.\(ending).json"))
                }
                let report = try await fetcher(folder).fetch(plan)
                #expect(report.files.map(\.state) == [.downloaded, .downloaded, .downloaded])
            }
        }
    }

    @Test func aManifestCannotPointOutsideTheFolder() async throws {
        try await withFolder { folder in
            try await LocalServer.run(Self.three()) { server in
                let plan = [Shapes.v3(server.base + "/T?p=0")]
                _ = try await fetcher(folder).fetch(plan)
                let file = folder.appendingPathComponent("rows.manifest.json")
                let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
                try Data(text.replacingOccurrences(of: "rows-0001", with: "../rows-0001").utf8).write(
                    to: file)
                let report = try await fetcher(folder, .cacheOnly).fetch(plan)
                #expect(report.files.isEmpty)
            }
        }
    }

    @Test func onlyFilesOfTheSamePartAreSweptAway() {
        let rows = Shapes.v3("http://h/T", name: "rows")
        #expect(CacheFolder.isPage("rows-0001-0123456789ab.json", of: rows))
        for other in [
            "rows-more-0001-0123456789ab.json", "rows-0001-0123456789ab.zip", "rows.manifest.json",
            "rows-my-notes.json", "rows-0001.json",
        ] {
            #expect(!CacheFolder.isPage(other, of: rows), "\(other)")
        }
    }
}
