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
        .library(name: "Segregation", targets: ["Segregation"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        library("Bilingual"),
        library("Neighbourhoods", ["Bilingual"]),
        library("Stochastics"),
        library("Segregation", ["Stochastics"]),
        library("Figures", ["Bilingual"]),
        library("ProjectFile", ["Neighbourhoods", .product(name: "GRDB", package: "GRDB.swift")]),
        .executableTarget(
            name: "mengpaneel",
            dependencies: [
                "Bilingual", "Neighbourhoods", "ProjectFile", "Segregation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SwiftCSV", package: "SwiftCSV"),
            ],
            swiftSettings: strict),
        tests(of: "Bilingual"),
        tests(of: "Neighbourhoods", ["Bilingual"]),
        tests(of: "Figures", ["Bilingual"]),
        tests(of: "ProjectFile", ["Neighbourhoods"]),
    ]
)
