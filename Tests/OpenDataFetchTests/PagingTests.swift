import Foundation
import Neighbourhoods
import Testing

@testable import OpenDataFetch

@Suite struct PagingTests {
    @Test func v3PagesAreFollowedAndKeptByteForByte() async throws {
        try await withFolder { folder in
            let second = Shapes.v3Page(2..<4)
            try await LocalServer.run { request, _ in
                request.target.contains("skip")
                    ? .json(second)
                    : .json(Shapes.v3Page(0..<2, next: "/T/TypedDataSet?$format=json&$skip=2"))
            } _: { server in
                let report = try await fetcher(folder).fetch([
                    Shapes.v3(server.base + "/T/TypedDataSet?$format=json")
                ])
                #expect(report.isComplete && report.files.map(\.page) == [1, 2])
                #expect(try text(report.files[1]) == second, "padding and nulls stay as they came")
                #expect(server.targets.last == "/T/TypedDataSet?$format=json&$skip=2")
                #expect(report.files.allSatisfy { $0.state == .downloaded })
                #expect(!(try names(folder).contains { $0.hasSuffix(".part") || $0.hasSuffix(".new") }))
            }
        }
    }

    @Test func v4PagesAreFollowedByTheirOwnKey() async throws {
        try await withFolder { folder in
            try await LocalServer.run { request, _ in
                switch request.target {
                case "/Observations": .json(Shapes.v4Page(0..<3, next: "/Observations?$skiptoken=3"))
                case "/Observations?$skiptoken=3":
                    .json(Shapes.v4Page(3..<6, next: "/Observations?$skiptoken=6"))
                default: .json(Shapes.v4Page(6..<7))
                }
            } _: { server in
                let report = try await fetcher(folder).fetch([Shapes.v4(server.base + "/Observations")])
                #expect(report.files.count == 3)
                #expect(try text(report.files[1]).contains(#""ValueAttribute":".","Value":null"#))
            }
        }
    }

    @Test func aMapLayerIsPagedByStartIndex() async throws {
        try await withFolder { folder in
            try await LocalServer.run { request, _ in
                let start = Address.number("startIndex", in: request.target) ?? -1
                return .json(Shapes.features(start..<min(start + 2, 5), of: 5))
            } _: { server in
                let report = try await fetcher(folder).fetch([Shapes.layer(server.base + "/wfs", count: 2)])
                #expect(report.files.count == 3)
                #expect(server.targets.map { Address.number("startIndex", in: $0) } == [0, 2, 4])
                #expect(report.files.allSatisfy { $0.file.pathExtension == "geojson" })
            }
        }
    }

    @Test func aMapLayerWhoseServerGivesLessThanAskedIsStillWhole() async throws {
        try await withFolder { folder in
            try await LocalServer.run { request, _ in
                let start = Address.number("startIndex", in: request.target) ?? -1
                return .json(Shapes.features(start..<(start + 1), of: 3))
            } _: { server in
                let report = try await fetcher(folder).fetch([
                    Shapes.layer(server.base + "/wfs", count: 1000)
                ])
                #expect(report.files.count == 3)
            }
        }
    }

    @Test func moreThanTenThousandRowsComeInSmallerPages() async throws {
        try await withFolder { folder in
            try await LocalServer.run { request, _ in
                guard let top = Address.number("$top", in: request.target) else {
                    return .status(500, [], "The query returns more than 10000 records, please filter.")
                }
                let skip = Address.number("$skip", in: request.target) ?? 0
                return .json(Shapes.v3Page(skip..<min(skip + top, 11)))
            } _: { server in
                let address = server.base + "/T/TypedDataSet?$format=json&$filter=x"
                let waits = Waits()
                let report = try await fetcher(
                    folder, limits: FetchLimits(rowsPerPage: 4), waits: waits
                ).fetch([Shapes.v3(address)])
                #expect(report.files.count == 3 && waits.all.isEmpty)
                #expect(server.targets.dropFirst().allSatisfy { $0.contains("$format=json&$filter=x") })
                let rows = try report.files.map {
                    try text($0).components(separatedBy: "WijkenEnBuurten").count - 1
                }
                #expect(rows == [4, 4, 3])
                server.forget()
                _ = try await fetcher(folder, limits: FetchLimits(rowsPerPage: 4)).fetch([Shapes.v3(address)])
                #expect(server.targets.allSatisfy { $0.contains("$top=4") }, "the refusal is remembered")
            }
        }
    }

    @Test func theOrderOfFilesIsThatOfThePlan() async throws {
        try await withFolder { folder in
            try await LocalServer.run { _, _ in
                .json(Shapes.v3Page(0..<1))
            } _: { server in
                let plan = ["b", "a", "c"].map { Shapes.v3(server.base + "/\($0)", name: $0) }
                let first = try await fetcher(folder).fetch(plan)
                #expect(first.files.map(\.retrieval.name) == ["b", "a", "c"])
                let elsewhere = folder.appendingPathComponent("two")
                let second = try await fetcher(elsewhere).fetch(plan)
                #expect(
                    second.files.map(\.file.lastPathComponent) == first.files.map(\.file.lastPathComponent))
            }
        }
    }

    @Test func aPlanOfAMunicipalityIsFetchedWhole() async throws {
        try await withFolder { folder in
            try await LocalServer.run { request, _ in
                if request.target.contains("/wfs/") { return .json(Shapes.features(0..<3, of: 3)) }
                if request.target.hasSuffix("/Properties") { return .json(#"{"Identifier":"85984NED"}"#) }
                return .json(
                    request.target.contains("/odata/v1/") ? Shapes.v4Page(0..<2) : Shapes.v3Page(0..<2))
            } _: { server in
                for dialect in FetchPlan.Dialect.allCases {
                    let plan = try FetchPlan.municipality(
                        .init("GM0153"), year: 2024, hosts: OpenDataHosts(mirror: server.url),
                        dialect: dialect)
                    let report = try await fetcher(folder).fetch(plan)
                    #expect(report.failures.isEmpty)
                    #expect(report.files.map(\.retrieval) == plan)
                }
                #expect(
                    server.requests.contains {
                        $0.plain.contains("$filter=(substring(WijkenEnBuurten,2,4) eq '0153'")
                    })
            }
        }
    }

    @Test(arguments: ["", "?", "/T", "/T?", "/T?a=1&%24Skip=9&&b=2", "/T?a=1\u{0600}", "/T\u{0600}"])
    func aNumberThatWasSetInAnAddressIsFound(address: String) {
        let set = Address.setting("$skip", to: "3", in: address)
        #expect(Address.number("$skip", in: set) == 3, "\(set)")
        #expect(set.hasSuffix("$skip=3"), "\(set)")
        #expect(Address.setting("$skip", to: "3", in: set) == set)
    }
}
