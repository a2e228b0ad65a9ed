internal import Foundation
internal import Stochastics

/// Weighs parameters by how near a run comes to the targets: approximate Bayesian computation by population Monte Carlo
/// (Beaumont, Cornuet, Marin and Robert 2009, Biometrika 96; Toni and others 2009, J. R. Soc. Interface 6; overview in
/// Beaumont 2010).
///
/// A run is not accepted or rejected but weighs exp(-D²/2ε²), where D² adds the squared distances in standard deviations
/// of observation and discrepancy. With ε = 1 the sample is of the exact posterior under normal errors (Wilkinson
/// 2013, SAGMB 12); ε starts wide and falls as fast as a third of the sample stays effective. New particles lie near
/// old ones, one in twenty anywhere in the region, which bounds the weights (Hesterberg 1995, Technometrics 37).
struct PopulationMonteCarlo {
    let problem: CalibrationProblem
    let options: CalibrationOptions
    let runs: ModelRuns
    let region: PlausibleRegion

    /// The part of new particles that lie anywhere.
    private static let anywhere = 0.05
    /// The variance of a step relative to that of the sample.
    private static let stepVariance = 0.5

    private struct Particles {
        var points: [[Double]]
        var outcomes: [[Double]]
        /// Prior over proposal.
        var ratios: [Double]
        var weights: [Double] = []
    }

    /// The posterior; nil where no run gives finite values. `firstStage` is the first unused stage number.
    func sample(firstStage: Int) async throws -> CalibrationPosterior? {
        var generations: [CalibrationPosterior.Generation] = []
        var tolerance = Double.infinity
        var particles = Particles(
            points: region.points(options.particles, seed: options.seed, stage: firstStage), outcomes: [],
            ratios: [])
        particles.ratios = particles.points.map { _ in 1 }
        for generation in 0..<options.generations {
            if generation > 0 {
                particles = proposal(from: particles, stage: firstStage + generation)
            }
            let outcomes = try await runs.outcomes(
                of: particles.points, replicates: 1, stage: firstStage + generation)
            particles.outcomes = outcomes.map { $0[0] }
            let distances = particles.outcomes.map(squaredDistance)
            guard let nearest = distances.min(), nearest.isFinite else { return nil }
            let wasAtOne = tolerance == 1
            tolerance = next(tolerance, distances, particles.ratios)
            particles.weights = Self.weights(distances, particles.ratios, tolerance)
            generations.append(
                .init(tolerance: tolerance, effectiveSize: Self.effectiveSize(particles.weights)))
            // One more generation after the first at 1, drawn from near the posterior itself.
            if wasAtOne { break }
        }
        return CalibrationPosterior(draws: draws(of: particles), generations: generations)
    }

    private func squaredDistance(_ outcome: [Double]) -> Double {
        var sum = 0.0
        for (value, target) in zip(outcome, problem.targets) {
            guard value.isFinite else { return .infinity }
            sum += (value - target.observed) * (value - target.observed) / target.variance
        }
        return sum
    }

    private static func weights(_ distances: [Double], _ ratios: [Double], _ tolerance: Double) -> [Double] {
        let nearest = distances.min() ?? 0
        var weights = zip(distances, ratios).map { distance, ratio in
            distance.isFinite ? ratio * exp((nearest - distance) / (2 * tolerance * tolerance)) : 0
        }
        let total = weights.compensatedSum()
        for place in weights.indices { weights[place] /= total }
        return weights
    }

    private static func effectiveSize(_ weights: [Double]) -> Double {
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        return squares > 0 ? 1 / squares : 0
    }

    /// The smallest tolerance of at least 1, not above the one before, that keeps a third of the particles effective;
    /// where the one before does not even do that, it may cost a fifth of what is effective.
    private func next(_ before: Double, _ distances: [Double], _ ratios: [Double]) -> Double {
        func size(_ tolerance: Double) -> Double {
            Self.effectiveSize(Self.weights(distances, ratios, tolerance))
        }
        let widest = distances.filter(\.isFinite).max() ?? 1
        let top = min(before, max(1, 10 * widest.squareRoot()))
        let wanted = min(Double(distances.count) / 3, 0.8 * size(top))
        if size(1) >= wanted { return 1 }
        var (low, high) = (0.0, log(top))
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if size(exp(middle)) >= wanted { high = middle } else { low = middle }
        }
        return exp(high)
    }

    /// New particles near those of `before`, with the ratio of prior to proposal for each.
    private func proposal(from before: Particles, stage: Int) -> Particles {
        let (_, covariance) = SymmetricMatrix.moments(before.points, weights: before.weights)
        let root = SymmetricMatrix.root(covariance.map { $0.map { Self.stepVariance * $0 } }, floor: 1e-16)
        var cumulative: [Double] = []
        var sum = 0.0
        for weight in before.weights {
            sum += weight
            cumulative.append(sum)
        }
        var tries = 0
        var points: [[Double]] = []
        let elsewhere = region.points(options.particles, seed: options.seed, stage: stage)
        var near = 0
        for place in 0..<options.particles {
            var stream = RandomStream(
                seed: options.seed, entity: UInt32(truncatingIfNeeded: place),
                time: UInt16(truncatingIfNeeded: stage), purpose: .calibrationProposal)
            if stream.unit() < Self.anywhere, place < elsewhere.count {
                points.append(elsewhere[place])
                continue
            }
            near += 1
            var point: [Double] = []
            for attempt in 0..<1000 {
                let wanted = stream.unit() * sum
                let parent = before.points[Self.first(cumulative, reaching: wanted)]
                let step = SymmetricMatrix.product(root, parent.map { _ in stream.standardNormal() })
                point = zip(parent, step).map { $0 + $1 }
                tries += 1
                if region.contains(point) { break }
                // The parent itself lies in the region.
                if attempt == 999 { point = parent }
            }
            points.append(point)
        }
        let inside = tries > 0 ? Double(near) / Double(tries) : 1
        let ratios = densities(of: points, around: before, root).map { density in
            let uniform = 1 / region.volume
            return uniform / (Self.anywhere * uniform + (1 - Self.anywhere) * density / inside)
        }
        return Particles(points: points, outcomes: [], ratios: ratios)
    }

    /// The density at each point of the mixture of normal laws around the weighted particles.
    private func densities(of points: [[Double]], around before: Particles, _ root: [[Double]]) -> [Double] {
        let size = root.count
        let scale = root.indices.reduce(pow(2 * .pi, -Double(size) / 2)) { $0 / root[$1][$1] }
        let parents = zip(before.points, before.weights).filter { $0.1 > 0 }
        let weights = parents.map(\.1)
        let flat = parents.flatMap { SymmetricMatrix.whitened($0.0, by: root) }
        return points.map { point in
            let white = SymmetricMatrix.whitened(point, by: root)
            var sum = 0.0
            var place = 0
            for weight in weights {
                var square = 0.0
                for side in 0..<size {
                    let off = flat[place + side] - white[side]
                    square += off * off
                }
                // Beyond 60 a normal law adds less than rounding.
                if square < 60 { sum += weight * exp(-square / 2) }
                place += size
            }
            return sum * scale
        }
    }

    private static func first(_ cumulative: [Double], reaching wanted: Double) -> Int {
        var (low, high) = (0, cumulative.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func draws(of particles: Particles) -> [CalibrationPosterior.Draw] {
        let weights = particles.weights
        let order = weights.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
        var dropped: Set<Int> = []
        var lost = 0.0
        for place in order {
            guard lost + weights[place] < 1e-6 else { break }
            lost += weights[place]
            dropped.insert(place)
        }
        let kept = weights.indices.filter { !dropped.contains($0) }
        let total = kept.map { weights[$0] }.compensatedSum()
        return kept.map { place in
            CalibrationPosterior.Draw(
                parameters: problem.parameters(at: particles.points[place]),
                simulated: particles.outcomes[place],
                weight: weights[place] / total)
        }
    }
}
