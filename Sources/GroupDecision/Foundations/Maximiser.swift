/// Climbs a smooth function by quasi-Newton steps (BFGS; Nocedal & Wright 2006, chapter 6).
struct Maximiser {
    let iterationLimit: Int
    /// The climb ends when no element of the gradient is larger than this.
    let tolerance: Double

    /// Where the climb ends, nil if it does not settle.
    func climb(
        from start: [Double], _ value: ([Double]) -> LikelihoodValue
    ) -> (parameters: [Double], value: LikelihoodValue)? {
        var point = start
        var current = value(start)
        var inverse = identity(start.count)
        for _ in 0..<iterationLimit {
            if (current.gradient.map { abs($0) }.max() ?? 0) <= tolerance { return (point, current) }
            var direction = inverse.map { row in dot(row, current.gradient) }
            if dot(direction, current.gradient) <= 0 {
                inverse = identity(start.count)
                direction = current.gradient
            }
            guard let (next, moved) = search(point, current, direction, value) else {
                // No climb is visible in double precision: accept if the gradient is as good as flat.
                let flat = (current.gradient.map { abs($0) }.max() ?? 0) <= 1000 * tolerance
                return flat ? (point, current) : nil
            }
            update(
                &inverse, step: zip(next, point).map { $0 - $1 },
                turn: zip(current.gradient, moved.gradient).map { $0 - $1 })
            (point, current) = (next, moved)
        }
        return nil
    }

    /// Halves the step until the function rises by a fair share of what the slope promises.
    private func search(
        _ point: [Double], _ current: LikelihoodValue, _ direction: [Double],
        _ value: ([Double]) -> LikelihoodValue
    ) -> ([Double], LikelihoodValue)? {
        let slope = dot(direction, current.gradient)
        let longest = direction.map { abs($0) }.max() ?? 0
        var length = longest > 2 ? 2 / longest : 1
        while length > 1e-14 {
            let next = zip(point, direction).map { $0 + length * $1 }
            let moved = value(next)
            if moved.logLikelihood.isFinite,
                moved.logLikelihood >= current.logLikelihood + 1e-4 * length * slope
            {
                return (next, moved)
            }
            length /= 2
        }
        return nil
    }

    private func update(_ inverse: inout [[Double]], step: [Double], turn: [Double]) {
        let curvature = dot(step, turn)
        guard curvature > 1e-14 else { return }
        let image = inverse.map { dot($0, turn) }
        let scale = (1 + dot(turn, image) / curvature) / curvature
        for row in step.indices {
            for column in step.indices {
                inverse[row][column] +=
                    scale * step[row] * step[column]
                    - (image[row] * step[column] + step[row] * image[column]) / curvature
            }
        }
    }

    private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

    private func identity(_ size: Int) -> [[Double]] {
        (0..<size).map { row in (0..<size).map { $0 == row ? 1 : 0 } }
    }
}
