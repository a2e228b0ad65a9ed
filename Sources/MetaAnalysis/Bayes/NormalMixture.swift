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
        // Steps from the heaviest part, as a variance may not exist.
        let heaviest = parts.max { $0.weight < $1.weight }
        let width = max(heaviest?.deviation ?? 1, .leastNormalMagnitude)
        let centre = heaviest?.mean ?? 0
        var low = centre - 2 * width
        var high = centre + 2 * width
        var step = 2 * width
        while lower(low) > p {
            low -= step
            step *= 2
        }
        step = 2 * width
        while lower(high) < p {
            high += step
            step *= 2
        }
        return RootFinding.brent(from: low, to: high, absoluteTolerance: width * 1e-10) { lower($0) - p }
            ?? mean
    }

    func summary(level: Double, tail: PosteriorTail) throws(MetaAnalysisError) -> PosteriorSummary {
        // The quartiles frame the mode also where the tails are too long for a variance.
        let quartiles = (quantile(0.25), quantile(0.75))
        let width = quartiles.1 - quartiles.0
        let mode = Minimisation.brent(from: quartiles.0 - width, to: quartiles.1 + width) { -density($0) }
        // The shortest interval starts where moving both ends by the same probability no longer shortens it.
        let start = Minimisation.brent(
            from: (1 - level) * 1e-6, to: (1 - level) * (1 - 1e-6), tolerance: 1e-8
        ) {
            quantile($0 + level) - quantile($0)
        }
        return PosteriorSummary(
            mode: mode, median: quantile(0.5), mean: tail.mean(mean), deviation: tail.deviation(deviation),
            interval: ConfidenceInterval(lower: quantile(start), upper: quantile(start + level), level: level)
        )
    }
}
