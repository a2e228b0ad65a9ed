// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A library of the house: dependencies point down the list in Documentation/Architecture.md only.
func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(of name: String, _ more: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + more, exclude: exclude,
        swiftSettings: strict)
}

let package = Package(
    name: "mengpaneel",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "mengpaneel", targets: ["mengpaneel"]),
        .executable(name: "mengpaneel-read", targets: ["mengpaneel-read"]),
        .library(name: "ExperimentDesign", targets: ["ExperimentDesign"]),
        .library(name: "Segregation", targets: ["Segregation"]),
        .library(name: "MetaAnalysis", targets: ["MetaAnalysis"]),
        .library(name: "Perspectives", targets: ["Perspectives"]),
        .library(name: "GroupDecision", targets: ["GroupDecision"]),
        // What the fuzzers read; no promise to others.
        .library(
            name: "MengpaneelReaders",
            targets: [
                "Bilingual", "EnsembleShards", "EvidenceRegister", "ExperimentDesign", "GroupDecision",
                "HousingMarket", "MetaAnalysis", "Neighbourhoods", "OpenData", "Perspectives", "ProjectFile",
                "QRCode", "ReferenceFiles", "Segregation", "WorkingGroup",
            ]),
        .library(name: "MengpaneelPages", targets: ["Workbench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        library("Bilingual"),
        library("Stochastics"),
        library("ExperimentDesign", ["Stochastics"]),
        library("ReferenceFiles"),
        library("Segregation", ["ReferenceFiles", "Stochastics"]),
        library("MetaAnalysis", ["ReferenceFiles", "Stochastics"]),
        library("Perspectives", ["ReferenceFiles", "Stochastics"]),
        library("GroupDecision", ["ReferenceFiles", "Stochastics"]),
        library("WorkingGroup", ["Bilingual", "GroupDecision", "Perspectives", "Stochastics"]),
        library("QRCode"),
        library("YAMLGuard"),
        library("Neighbourhoods", ["Bilingual"]),
        .systemLibrary(
            name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"]), .brew(["gdal"])]),
        .executableTarget(name: "mengpaneel-read", dependencies: ["CGDAL"], swiftSettings: strict),
        library(
            "OpenData",
            [
                "Bilingual", "Neighbourhoods", "YAMLGuard", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "Yams", package: "Yams"),
            ], resources: [.embedInCode("Resources")]),
        library(
            "OpenDataFetch",
            [
                "Bilingual", "Neighbourhoods",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        library("DemoTown", ["Neighbourhoods", "Stochastics"]),
        library("Origins", ["Bilingual", "Neighbourhoods", "Segregation"]),
        library("PolicyTheory", ["Bilingual", "Neighbourhoods", "Segregation", "Stochastics"]),
        library(
            "EvidenceRegister",
            ["Bilingual", "PolicyTheory", .product(name: "SwiftCSV", package: "SwiftCSV")],
            resources: [.embedInCode("Resources")]),
        library("ProjectFile", ["Neighbourhoods", .product(name: "GRDB", package: "GRDB.swift")]),
        library(
            "HousingMarket",
            [
                "Bilingual", "ExperimentDesign", "Neighbourhoods", "Stochastics", "YAMLGuard",
                .product(name: "Yams", package: "Yams"),
            ]),
        library(
            "EnsembleShards",
            [
                "HousingMarket", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        library("Figures", ["Bilingual"]),
        library(
            "Workbench",
            [
                "Bilingual", "EvidenceRegister", "Figures", "HousingMarket", "MetaAnalysis", "Neighbourhoods",
                "Origins", "Perspectives", "PolicyTheory", "QRCode", "Segregation", "WorkingGroup",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ], resources: [.embedInCode("Assets")]),
        .executableTarget(
            name: "mengpaneel",
            dependencies: [
                "Bilingual", "DemoTown", "EnsembleShards", "EvidenceRegister", "ExperimentDesign",
                "GroupDecision",
                "HousingMarket",
                "MetaAnalysis",
                "Neighbourhoods", "OpenData",
                "OpenDataFetch", "Origins", "Perspectives", "PolicyTheory", "ProjectFile", "ReferenceFiles",
                "Segregation",
                "Workbench", "WorkingGroup",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SwiftCSV", package: "SwiftCSV"),
            ],
            swiftSettings: strict),
        tests(of: "Bilingual"),
        tests(of: "Stochastics"),
        tests(of: "ExperimentDesign", ["Stochastics"], exclude: ["Fixtures"]),
        tests(of: "Segregation", ["ReferenceFiles", "Stochastics"], exclude: ["Fixtures"]),
        tests(of: "MetaAnalysis", ["ReferenceFiles", "Stochastics"], exclude: ["Fixtures"]),
        tests(of: "Perspectives", ["ReferenceFiles", "Stochastics"], exclude: ["Fixtures"]),
        tests(of: "GroupDecision", ["ReferenceFiles", "Stochastics"], exclude: ["Fixtures"]),
        tests(of: "WorkingGroup", ["Bilingual", "Perspectives"]),
        tests(of: "QRCode"),
        tests(of: "YAMLGuard"),
        tests(of: "Neighbourhoods", ["Bilingual"]),
        tests(of: "OpenData", ["Bilingual", "CGDAL", "Neighbourhoods", "mengpaneel-read"]),
        tests(
            of: "OpenDataFetch",
            [
                "Bilingual", "Neighbourhoods", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        tests(of: "DemoTown", ["Neighbourhoods"]),
        tests(of: "Origins", ["Bilingual", "Neighbourhoods", "Segregation"]),
        tests(of: "PolicyTheory", ["Bilingual", "Neighbourhoods", "Segregation", "Stochastics"]),
        tests(of: "EvidenceRegister", ["Bilingual", "PolicyTheory"]),
        tests(
            of: "ProjectFile",
            ["EvidenceRegister", "Neighbourhoods", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Versions"]),
        tests(
            of: "HousingMarket", ["Bilingual", "DemoTown", "Neighbourhoods", "Segregation", "Stochastics"]),
        tests(of: "EnsembleShards", ["HousingMarket", "Neighbourhoods"]),
        tests(of: "Figures", ["Bilingual"]),
        .testTarget(
            name: "CommandLineTests", dependencies: ["mengpaneel", "mengpaneel-read"], swiftSettings: strict),
        tests(
            of: "Workbench",
            [
                "Bilingual", "DemoTown", "EvidenceRegister", "Figures", "HousingMarket", "MetaAnalysis",
                "Neighbourhoods", "Origins", "Perspectives", "PolicyTheory", "WorkingGroup",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ]),
    ]
)

// What script/bench times is built beside the program, so that the libraries are compiled once. Nobody else needs it, nor
// the package that times.
if Context.environment["MENGPANEEL_BENCHMARKS"] != nil {
    package.dependencies.append(
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
    package.targets += [
        .executableTarget(
            name: "Promises",
            dependencies: [
                "DemoTown", "GroupDecision", "MetaAnalysis", "Neighbourhoods", "Perspectives", "PolicyTheory",
                "Segregation", .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Promises",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        // Counts allocations, to prove that draws make none.
        .target(name: "AllocationCounter", path: "Benchmarks/AllocationCounter"),
        .executableTarget(
            name: "Allocations", dependencies: ["AllocationCounter", "Segregation"],
            path: "Benchmarks/Allocations"),
        // The floor of a year in plain C, and the simulation beside it.
        .target(
            name: "CityStepFloor", path: "Benchmarks/CityStepFloor",
            cSettings: [.unsafeFlags(["-O3"])], linkerSettings: [.linkedLibrary("m")]),
        .executableTarget(
            name: "Years", dependencies: ["CityStepFloor", "HousingMarket"], path: "Benchmarks/Years"),
    ]
}
