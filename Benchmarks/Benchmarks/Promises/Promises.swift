import Benchmark
import DemoTown
import Neighbourhoods
import PolicyTheory
import Segregation

/// A table of made-up counts, the same on every machine: a linear congruential sequence is enough to time on.
func table(units: Int, groups: Int) throws -> ContingencyTable {
    var state: UInt64 = 42
    let counts = (0..<units * groups).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 55)
    }
    return try ContingencyTable(
        groups: (1...groups).map { Group(rawValue: "g\($0)") }, counts: counts,
        unitIdentifiers: (1...units).map(String.init))
}

let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock], warmupIterations: 1, scalingFactor: .one, maxDuration: .seconds(3),
        maxIterations: 200)

    // The yardstick: fixed arithmetic that no change of ours makes faster or slower.
    Benchmark("yardstick") { benchmark in
        for _ in benchmark.scaledIterations {
            var sum = 0.0
            for step in 1...2_000_000 { sum += 1 / Double(step) }
            blackHole(sum)
        }
    }

    Benchmark("all aspatial measures of 14,000 units x 5 groups") { benchmark, national in
        for _ in benchmark.scaledIterations { blackHole(national.allAspatialMeasures(includingLocal: false)) }
    } setup: {
        try table(units: 14_000, groups: 5)
    }

    Benchmark("person bootstrap of M and H, 1,000 draws, 14,000 x 5") { benchmark, national in
        var options = MeasureOptions()
        options.draws = 1_000
        options.threads = 2
        options.includesLocalMeasures = false
        for _ in benchmark.scaledIterations { blackHole(try national.measure(["M", "H"], options: options)) }
    } setup: {
        try table(units: 14_000, groups: 5)
    }

    Benchmark("exact expected values of 14,000 units x 5 groups") { benchmark, national in
        var options = MeasureOptions()
        options.draws = 0
        options.includesLocalMeasures = false
        for _ in benchmark.scaledIterations {
            blackHole(try national.measure(["M", "D-vs-rest"], options: options))
        }
    } setup: {
        try table(units: 14_000, groups: 5)
    }

    Benchmark("all claims of the demo municipality") { benchmark, dataset in
        for _ in benchmark.scaledIterations {
            blackHole(ClaimBoard.evaluate(dataset: dataset, settings: ClaimSettings(lowIncome: .lowest40)))
        }
    } setup: {
        DemoTown.make().dataset
    }
}
