import Bilingual
import Foundation
import Neighbourhoods
import Synchronization
import Testing

@testable import OpenDataFetch

@Suite struct RefusalTests {
    /// The errors of a fetch of one page answered by `answer`.
    private func errors(
        _ retrieval: @Sendable (String) -> Retrieval = { Shapes.v3($0 + "/T") },
        limits: FetchLimits = FetchLimits(), attempts: Int = 3, waits: Waits = Waits(),
        _ answer: @escaping LocalServer.Answer
    ) async throws -> [FetchError] {
        try await withFolder { folder in
            try await LocalServer.run(answer) { server in
                let report = try await fetcher(folder, limits: limits, attempts: attempts, waits: waits)
                    .fetch([retrieval(server.base)])
                #expect(!(try names(folder).contains { $0.hasSuffix(".part") }), "no rest is left")
                return report.failures.map(\.error)
            }
        }
    }

    @Test func aBusyServerIsAskedAgainWhenItSays() async throws {
        let waits = Waits()
        let errors = try await errors(waits: waits) { _, earlier in
            earlier == 0 ? .status(503, [("retry-after", "7")]) : .json(Shapes.v3Page(0..<1))
        }
        #expect(errors.isEmpty && waits.all == [.seconds(7)])
    }

    @Test func aMomentIsMeasuredAgainstTheServersOwnClock() async throws {
        let waits = Waits()
        let errors = try await errors(waits: waits) { _, earlier in
            earlier == 0
                ? .status(
                    429,
                    [
                        ("date", "Wed, 01 Jan 2025 00:00:00 GMT"),
                        ("retry-after", "Wed, 01 Jan 2025 00:00:30 GMT"),
                    ]) : .json(Shapes.v3Page(0..<1))
        }
        #expect(errors.isEmpty && waits.all == [.seconds(30)])
    }

    @Test func aVeryLongWaitIsNotTaken() async throws {
        let waits = Waits()
        let errors = try await errors(waits: waits) { _, _ in .status(503, [("retry-after", "86400")]) }
        guard case .busy(_, seconds: 86_400)? = errors.first else {
            Issue.record("expected a busy server, got \(errors)")
            return
        }
        #expect(waits.all.isEmpty)
    }

    @Test func pausesDoubleWithASpreadThatIsTheSameEveryRun() async throws {
        let waits = Waits()
        let errors = try await errors(attempts: 5, waits: waits) { _, _ in .status(502) }
        #expect(errors.count == 1 && waits.all.count == 4)
        for (wait, full) in zip(waits.all, [1, 2, 4, 8]) {
            #expect(wait >= .milliseconds(500 * full) && wait < .seconds(full))
        }
        #expect(PageWalk.spread("a", attempt: 1) == PageWalk.spread("a", attempt: 1))
        #expect(PageWalk.spread("a", attempt: 1) != PageWalk.spread("a", attempt: 2))
        #expect(RetryPolicy(attempts: 90).pause(after: 80, spread: 0.99) <= .seconds(60))
    }

    @Test(arguments: [
        "http://elsewhere.example/T?p=1", "//elsewhere.example/T", "file:///etc/passwd",
        "http://user:word@127.0.0.1/T", "https://127.0.0.1/T",
    ])
    func aLinkToAnotherServerIsNotFollowed(link: String) async throws {
        let errors = try await errors { _, _ in .json(Shapes.v3Page(0..<1, next: link)) }
        guard case .strangeLink(_, link)? = errors.first else {
            Issue.record("\(link) was followed: \(errors)")
            return
        }
    }

    @Test func aLinkWrittenOverPlainHTTPIsAskedOverTheSecureOne() throws {
        let page = "https://opendata.example/T?a=1"
        #expect(
            try Address.follow("http://opendata.example/T?a=2", from: page)
                == "https://opendata.example/T?a=2")
        #expect(throws: FetchError.self) { try Address.follow("http://opendata.example:81/T", from: page) }
    }

    @Test func aMoveOnTheSameServerIsFollowedAndOneToAnotherIsNot() async throws {
        let same = try await errors { request, _ in
            request.target == "/T" ? .status(302, [("location", "/new")]) : .json(Shapes.v3Page(0..<1))
        }
        #expect(same.isEmpty)
        let other = try await errors { _, _ in .status(301, [("location", "http://elsewhere.example/T")]) }
        guard case .strangeLink? = other.first else {
            Issue.record("followed: \(other)")
            return
        }
        let round = try await errors { _, _ in .status(302, [("location", "/T")]) }
        guard case .circle? = round.first else {
            Issue.record("went round: \(round)")
            return
        }
    }

    @Test func pagesThatPointToThemselvesEnd() async throws {
        let errors = try await errors { _, _ in .json(Shapes.v3Page(0..<1, next: "/T")) }
        guard case .circle? = errors.first else {
            Issue.record("\(errors)")
            return
        }
    }

    @Test func endlessPagesEnd() async throws {
        let errors = try await errors(limits: FetchLimits(pages: 3)) { request, _ in
            let page = Address.number("p", in: request.target) ?? 0
            return .json(Shapes.v3Page(0..<1, next: "/T?p=\(page + 1)"))
        }
        guard case .tooManyPages(_, limit: 3)? = errors.first else {
            Issue.record("\(errors)")
            return
        }
    }

    @Test func aPageOverTheLimitIsNotKept() async throws {
        let errors = try await errors(limits: FetchLimits(pageBytes: 2_000)) { _, _ in
            .json(Shapes.v3Page(0..<100))
        }
        guard case .tooLarge(_, limit: 2_000)? = errors.first else {
            Issue.record("\(errors)")
            return
        }
    }

    @Test func aCompressedPageIsReadAndABombIsNot() async throws {
        // 300,000 zero bytes in a few hundred; an empty page.
        let bomb = Data(base64Encoded: Self.zeroes) ?? Data()
        let errors = try await errors(limits: FetchLimits(pageBytes: 100_000)) { _, _ in
            Reply(headers: [("content-encoding", "gzip")], body: Array(bomb))
        }
        guard case .tooLarge(_, limit: 100_000)? = errors.first else {
            Issue.record("\(errors)")
            return
        }
        let small = Data(base64Encoded: Self.emptyPage) ?? Data()
        let none = try await self.errors { request, _ in
            #expect(request.headers["accept-encoding"] == "gzip")
            return Reply(headers: [("content-encoding", "gzip")], body: Array(small))
        }
        #expect(none.isEmpty)
    }

    @Test(arguments: [
        "<html>Onderhoud</html>", "", "[1,2]", #"{"value":"#, #"{"error":{"message":"x"}}"#,
    ])
    func whatIsNotATableIsNotKept(body: String) async throws {
        let errors = try await errors { _, _ in .json(body) }
        guard case .notTheShape? = errors.first else {
            Issue.record("\(body) passed: \(errors)")
            return
        }
        #expect(!errors[0].description.contains("\n"))
    }

    @Test func aMapPageWithLessThanItSaysIsNotKept() async throws {
        for answer in [Shapes.features(0..<2, of: 9, returned: 3), Shapes.features(0..<0, of: 9)] {
            let errors = try await errors({ Shapes.layer($0 + "/wfs", count: 5) }) { _, _ in .json(answer) }
            guard case .notTheShape? = errors.first else {
                Issue.record("\(errors)")
                return
            }
        }
    }

    @Test func aWebPageInPlaceOfAFileIsNotKept() async throws {
        let errors = try await errors({ Shapes.file($0 + "/bulk.zip") }) { _, _ in
            Reply(headers: [("content-type", "text/html; charset=utf-8")], body: Array("<html>".utf8))
        }
        guard case .notTheShape? = errors.first else {
            Issue.record("\(errors)")
            return
        }
    }

    @Test func whatFailsDoesNotStopTheRest() async throws {
        try await withFolder { folder in
            try await LocalServer.run { request, _ in
                switch request.target {
                case "/gone": .status(404)
                case "/shut": .status(403)
                default: .json(Shapes.v3Page(0..<1))
                }
            } _: { server in
                let plan = ["gone", "there", "shut"].map { Shapes.v3(server.base + "/" + $0, name: $0) }
                let report = try await fetcher(folder).fetch(plan)
                #expect(report.files.map(\.retrieval.name) == ["there"])
                #expect(
                    report.failures.map(\.error) == [
                        .notFound(address: server.base + "/gone"),
                        .refused(address: server.base + "/shut", status: 403),
                    ])
                #expect(server.requests.count == 3, "a refusal is not repeated")
            }
        }
    }

    @Test func aHostThatIsNotThereIsToldWithTheWayByHand() async throws {
        let port = try await LocalServer.run({ _, _ in .status(200) }, { $0.url.port ?? 0 })
        try await withFolder { folder in
            let waits = Waits()
            let plan = ["a", "b"].map { Shapes.v3("http://127.0.0.1:\(port)/\($0)", name: $0) }
            let report = try await fetcher(folder, attempts: 2, waits: waits).fetch(plan)
            #expect(report.requests == 2, "the second part does not knock again")
            let lines = report.failures.map(\.error.text.nl)
            #expect(lines.count == 2)
            #expect(
                lines.first
                    == "127.0.0.1 is niet bereikbaar (verbinding geweigerd); haal http://127.0.0.1:\(port)/a op met "
                    + "een browser, bewaar het en lees het in met `mengpaneel import BESTAND`.")
        }
    }

    @Test func aServerThatFallsSilentOrHangsUpIsNotCalledUnreachable() async throws {
        for silent in [true, false] {
            try await withFolder { folder in
                try await LocalServer.run { request, _ in
                    let page = Shapes.v3Page(0..<9)
                    guard request.target == "/heavy" else { return .json(page) }
                    var reply = Reply.json(page)
                    reply.cutAfter = 30
                    reply.fallsSilent = silent
                    return reply
                } _: { server in
                    let plan = ["heavy", "light"].map { Shapes.v3(server.base + "/" + $0, name: $0) }
                    let report = try await fetcher(folder, attempts: 2, silence: .milliseconds(300)).fetch(
                        plan)
                    #expect(report.files.map(\.retrieval.name) == ["light"])
                    guard case .interrupted? = report.failures.first?.error else {
                        Issue.record("\(report.failures)")
                        return
                    }
                }
            }
        }
    }

    @Test func twoRunsDoNotWriteInOneCache() async throws {
        try await withFolder { folder in
            let cache = try CacheFolder(folder)
            let lock = try cache.lock()
            await #expect(throws: FetchError.cacheInUse(folder: folder.path)) {
                try await fetcher(folder).fetch([])
            }
            try lock.close()
            #expect(try await fetcher(folder).fetch([]).isComplete)
        }
    }

    @Test func twoPartsWithOneNameAreRefused() async throws {
        try await withFolder { folder in
            await #expect(throws: FetchError.sameName("x")) {
                try await fetcher(folder).fetch([
                    Shapes.v3("http://h/1", name: "x"), Shapes.v3("http://h/2", name: "x"),
                ])
            }
        }
    }

    @Test func aFolderThatCannotBeMadeIsOneLine() async throws {
        await #expect(throws: FetchError.self) {
            try await fetcher(URL(fileURLWithPath: "/dev/null/cache")).fetch([])
        }
    }

    private static let zeroes =
        "H4sIAAAAAAACA+3BAQ0AAADCoPdPbQ8HFAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/Bj74rL24JMEAA=="
    private static let emptyPage = "H4sIAAAAAAACA6tWKkvMKU1VsoqOrQUAQupARAwAAAA="
}
