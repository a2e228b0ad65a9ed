import Benchmark
import Foundation
import MetaAnalysis

/// Promises on pooling.
func addEvidenceBenchmarks() {
    Benchmark("10,000 studies pooled with prediction interval and all estimators") { benchmark, studies in
        for _ in benchmark.scaledIterations { blackHole(try studies.pooled()) }
    } setup: {
        try manyStudies(10_000)
    }

    let few = Benchmark.Configuration(warmupIterations: 1, maxDuration: .seconds(6), maxIterations: 5)
    Benchmark("1,000 studies, leave-one-out and influence", configuration: few) { benchmark, studies in
        for _ in benchmark.scaledIterations {
            blackHole(try studies.leaveOneOut())
            blackHole(try studies.pooled().influence())
        }
    } setup: {
        try manyStudies(1_000)
    }
}

/// Effects that differ more than chance, the same on every machine.
private func manyStudies(_ count: Int) throws -> EffectSet {
    try EffectSet(
        effects: (0..<count).map { sin(Double($0)) / 3 + 0.1 },
        variances: (0..<count).map { 0.01 + Double($0 % 97) / 900 })
}
