import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Testing

@testable import Workbench

@Suite struct ServerTests {
    private func server() -> WorkbenchServer {
        WorkbenchServer(studio: SmallTown.studio(), port: 0, logger: Logger(label: "test"))
    }

    @Test func everyAnswerCarriesTheSecurityHeaders() async throws {
        try await server().application.test(.router) { client in
            for path in ["/kaart", "/niets", "/gezond", "/csv/kaart", Asset.style.address, "/"] {
                try await client.execute(uri: path, method: .get) { answer in
                    let policy = answer.headers[.contentSecurityPolicy] ?? ""
                    #expect(policy.contains("default-src 'self'"), "\(path)")
                    #expect(!policy.contains("unsafe-inline"))
                    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                    #expect(answer.headers[HTTPField.Name("Referrer-Policy")!] == "no-referrer")
                }
            }
        }
    }

    @Test func assetsMayBeKeptForEverAndPagesAreAskedForAgain() async throws {
        try await server().application.test(.router) { client in
            for asset in Asset.all {
                try await client.execute(uri: asset.address, method: .get) { answer in
                    #expect(answer.status == .ok)
                    #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
                    #expect(answer.headers[.contentType] == asset.type)
                    #expect(answer.body.readableBytes == asset.bytes.count)
                }
            }
            try await client.execute(uri: "/assets/oud/mp.css", method: .get) {
                #expect($0.status == .notFound)
            }
            let tag = try await client.execute(uri: "/kaart", method: .get) { answer in
                #expect(answer.headers[.cacheControl] == "no-cache")
                return try #require(answer.headers[.eTag])
            }
            try await client.execute(uri: "/kaart", method: .get, headers: [.ifNoneMatch: tag]) { answer in
                #expect(answer.status == .notModified)
                #expect(answer.body.readableBytes == 0)
            }
        }
    }

    @Test func aPageIsCompressedForABrowserAndStaysWithinItsBudget() async throws {
        let large = WorkbenchServer(
            studio: SmallTown.studio(side: 10), port: 0, logger: Logger(label: "test"))
        try await large.application.test(.live) { client in
            try await client.execute(
                uri: "/kaart?sel=BU09990042", method: .get, headers: [.acceptEncoding: "gzip"]
            ) { answer in
                #expect(answer.headers[.contentEncoding] == "gzip")
                #expect(answer.headers[.vary] == "Accept-Encoding")
                #expect(answer.body.readableBytes < 300_000)
            }
        }
    }

    @Test func downloadsAreFilesAndTheReportIsWhole() async throws {
        try await server().application.test(.router) { client in
            try await client.execute(uri: "/csv/kaart?taal=en", method: .get) { answer in
                #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
                #expect(answer.headers[.contentDisposition] == "attachment; filename=\"kaart.csv\"")
            }
            try await client.execute(uri: "/rapport.html", method: .get) { answer in
                #expect(answer.headers[.contentDisposition] == "attachment; filename=\"rapport.html\"")
                let text = String(buffer: answer.body)
                #expect(text == Report(studio: SmallTown.studio()).html)
            }
            try await client.execute(uri: "/csv/niets", method: .get) { #expect($0.status == .notFound) }
        }
    }

    @Test func aPortThatIsTakenGivesOneClearLine() async throws {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let first = WorkbenchServer(studio: SmallTown.studio(), port: 0, logger: Logger(label: "test")) {
            found.yield($0)
        }
        let running = Task { try await first.run() }
        defer { running.cancel() }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        let second = WorkbenchServer(studio: SmallTown.studio(), port: port, logger: Logger(label: "test"))
        await #expect(throws: WorkbenchError.cannotListen(host: "127.0.0.1", port: port, reason: .taken)) {
            try await second.run()
        }
        let line = WorkbenchError.cannotListen(host: "127.0.0.1", port: port, reason: .taken).description
        #expect(line.contains("\(port)") && line.contains("--port") && !line.contains("\n"))
    }
}
