import Benchmark
import Segregation

/// Promises on places.
func addPlaceBenchmarks() {
    let few = Benchmark.Configuration(warmupIterations: 1, maxDuration: .seconds(6), maxIterations: 5)
    Benchmark("spatial proximity of 14,000 units", configuration: few) { benchmark, country in
        for _ in benchmark.scaledIterations {
            blackHole(
                try country.table.spatialMeasures(
                    ["SP-multi"], geography: country.geography, options: options()))
        }
    } setup: {
        try Country(side: 100_000)
    }

    Benchmark("H between surroundings within 2 km, 14,000 units", configuration: few) { benchmark, country in
        var options = options()
        options.environments = [EnvironmentKernel(decay: 2, reach: 2)]
        for _ in benchmark.scaledIterations {
            blackHole(
                try country.table.spatialMeasures(
                    ["RO-spatial-H"], geography: country.geography, options: options))
        }
    } setup: {
        try Country(side: 100_000)
    }

    let once = Benchmark.Configuration(warmupIterations: 0, maxDuration: .seconds(6), maxIterations: 1)
    Benchmark("divergence profiles of 14,000 units", configuration: once) { benchmark, country in
        for _ in benchmark.scaledIterations {
            blackHole(try country.table.distanceProfiles(geography: country.geography, threads: 2))
        }
    } setup: {
        try Country(side: 100_000)
    }
}

private func options() -> SpatialOptions {
    var options = SpatialOptions()
    options.threads = 2
    return options
}
