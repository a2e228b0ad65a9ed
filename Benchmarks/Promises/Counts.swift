import Benchmark
import Segregation

/// Promises on tables of counts alone.
func addCountBenchmarks() {
    Benchmark("all aspatial measures of 14,000 units x 5 groups") { benchmark, national in
        for _ in benchmark.scaledIterations { blackHole(national.allAspatialMeasures(includingLocal: false)) }
    } setup: {
        try table(units: 14_000, groups: 5)
    }

    Benchmark("person bootstrap of M and H, 1,000 draws, 14,000 x 5") { benchmark, national in
        let options = options(draws: 1_000)
        for _ in benchmark.scaledIterations { blackHole(try national.measure(["M", "H"], options: options)) }
    } setup: {
        try table(units: 14_000, groups: 5)
    }

    Benchmark("permutation of persons for D, 1,000 draws, 14,000 x 2") { benchmark, national in
        let options = options(draws: 1_000)
        for _ in benchmark.scaledIterations {
            blackHole(try national.permutationTest(["D-vs-rest"], options: options))
        }
    } setup: {
        try table(units: 14_000, groups: 2)
    }

    Benchmark("exact expected M and D of 14,000 units x 5 groups") { benchmark, national in
        let options = options(draws: 0)
        for _ in benchmark.scaledIterations {
            blackHole(try national.measure(["M", "D-vs-rest"], options: options))
        }
    } setup: {
        try table(units: 14_000, groups: 5)
    }

    let few = Benchmark.Configuration(warmupIterations: 1, maxDuration: .seconds(6), maxIterations: 3)
    Benchmark("M and H of 1,000,000 units x 20 groups", configuration: few) { benchmark, large in
        var options = options(draws: 0)
        options.includesChance = false
        for _ in benchmark.scaledIterations { blackHole(try large.measure(["M", "H"], options: options)) }
    } setup: {
        try table(units: 1_000_000, groups: 20)
    }

    Benchmark("all aspatial measures of 1,000,000 units x 20 groups", configuration: few) {
        benchmark, large in
        for _ in benchmark.scaledIterations { blackHole(large.allAspatialMeasures(includingLocal: false)) }
    } setup: {
        try table(units: 1_000_000, groups: 20)
    }
}

private func options(draws: Int) -> MeasureOptions {
    var options = MeasureOptions()
    options.draws = draws
    options.threads = 2
    options.includesLocalMeasures = false
    return options
}
