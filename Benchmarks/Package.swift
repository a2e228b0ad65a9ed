// swift-tools-version:6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "mengpaneel", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Promises",
            dependencies: [
                .product(name: "GroupDecision", package: "mengpaneel"),
                .product(name: "MetaAnalysis", package: "mengpaneel"),
                .product(name: "Perspectives", package: "mengpaneel"),
                .product(name: "Segregation", package: "mengpaneel"),
                .product(name: "MengpaneelParts", package: "mengpaneel"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Promises",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        // Counts allocations, to prove that draws make none.
        .target(name: "AllocationCounter", path: "Benchmarks/AllocationCounter"),
        .executableTarget(
            name: "Allocations",
            dependencies: ["AllocationCounter", .product(name: "Segregation", package: "mengpaneel")],
            path: "Benchmarks/Allocations"),
        // The floor of a year in plain C, and the simulation beside it.
        .target(
            name: "CityStepFloor", path: "Benchmarks/CityStepFloor",
            cSettings: [.unsafeFlags(["-O3"])], linkerSettings: [.linkedLibrary("m")]),
        .executableTarget(
            name: "Years",
            dependencies: ["CityStepFloor", .product(name: "MengpaneelParts", package: "mengpaneel")],
            path: "Benchmarks/Years"),
    ]
)
