internal import Foundation

/// A weighted mixture of normal distributions; weights add up to 1.
struct NormalMixture {
    struct Part {
        var weight: Double
        var mean: Double
        var deviation: Double
    }

    let parts: [Part]

    init(_ parts: [Part]) { self.parts = parts }

    var mean: Double { parts.reduce(0) { $0 + $1.weight * $1.mean } }

    var deviation: Double {
        let mean = mean
        return parts.reduce(0) { sum, part in
            let gap = part.mean - mean
            return sum + part.weight * (part.deviation * part.deviation + gap * gap)
        }.squareRoot()
    }

    func lower(_ x: Double) -> Double {
        parts.reduce(0) { $0 + $1.weight * NormalDistribution.lower((x - $1.mean) / $1.deviation) }
    }

    func density(_ x: Double) -> Double {
        parts.reduce(0) {
            $0 + $1.weight * NormalDistribution.density((x - $1.mean) / $1.deviation) / $1.deviation
        }
    }

    func quantile(_ p: Double) -> Double {
        let width = max(deviation, .leastNormalMagnitude)
        var low = mean - 2 * width
        var high = mean + 2 * width
        while lower(low) > p { low -= 2 * width }
        while lower(high) < p { high += 2 * width }
        return RootFinding.brent(from: low, to: high, absoluteTolerance: width * 1e-10) { lower($0) - p }
            ?? mean
    }

    func summary(level: Double) throws(MetaAnalysisError) -> PosteriorSummary {
        let deviation = deviation
        let mean = mean
        let mode = Minimisation.brent(from: mean - 2 * deviation, to: mean + 2 * deviation) { -density($0) }
        // The shortest interval starts where moving both ends by the same probability no longer shortens it.
        let start = Minimisation.brent(
            from: (1 - level) * 1e-6, to: (1 - level) * (1 - 1e-6), tolerance: 1e-8
        ) {
            quantile($0 + level) - quantile($0)
        }
        return PosteriorSummary(
            mode: mode, median: quantile(0.5), mean: mean, deviation: deviation,
            interval: ConfidenceInterval(lower: quantile(start), upper: quantile(start + level), level: level)
        )
    }
}
