import Benchmark
import DemoTown
import Neighbourhoods
import PolicyTheory
import Segregation

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

    addCountBenchmarks()
    addPlaceBenchmarks()
    addEvidenceBenchmarks()
    addOpinionBenchmarks()
    addDecisionBenchmarks()

    Benchmark("all claims of the demo municipality") { benchmark, dataset in
        for _ in benchmark.scaledIterations {
            blackHole(ClaimBoard.evaluate(dataset: dataset, settings: ClaimSettings(lowIncome: .lowest40)))
        }
    } setup: {
        DemoTown.make().dataset
    }
}
