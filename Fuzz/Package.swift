// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let readers: Target.Dependency = .product(name: "MengpaneelReaders", package: "mengpaneel")

// Built by `script/fuzz`, which adds libFuzzer and the counters of what was reached.
let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "mengpaneel", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        // The entry of libFuzzer that takes a function, so that one program holds many targets.
        .target(name: "FuzzDriver"),
        .target(name: "Harness", dependencies: ["FuzzDriver"], swiftSettings: strict),
        // The files of three folders are links to sources of programs, of which no library can be made: those that read.
        .target(
            name: "CommandLineReaders",
            dependencies: [
                readers, .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SwiftCSV", package: "SwiftCSV"),
            ], swiftSettings: strict),
        .target(
            name: "TextScanner",
            swiftSettings: strict),
        .target(
            name: "PageInspection",
            dependencies: [readers, .product(name: "Crypto", package: "swift-crypto")], swiftSettings: strict),
        .executableTarget(
            name: "fuzz-readers",
            dependencies: [
                "CommandLineReaders", "Harness", "PageInspection", "TextScanner", readers,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ], path: "Sources/Readers", swiftSettings: strict),
        .executableTarget(
            name: "fuzz-pages",
            dependencies: [
                "Harness", readers, .product(name: "MengpaneelPages", package: "mengpaneel"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
            ], path: "Sources/Pages", swiftSettings: strict),
    ]
)
