internal import Foundation

/// Integrals of smooth functions.
enum Quadrature {
    /// Points and weights of the Gauss-Legendre rule on [−1, 1].
    static func legendre(_ count: Int) -> [(point: Double, weight: Double)] {
        (0..<count).map { index in
            var x = cos(.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
            var slope = 1.0
            for _ in 0..<100 {
                var current = 1.0
                var previous = 0.0
                for n in 0..<count {
                    (current, previous) = (
                        ((2 * Double(n) + 1) * x * current - Double(n) * previous) / Double(n + 1), current
                    )
                }
                slope = Double(count) * (x * current - previous) / (x * x - 1)
                let step = current / slope
                x -= step
                if abs(step) < 1e-16 { break }
            }
            return (x, 2 / ((1 - x * x) * slope * slope))
        }
    }

    /// Points and weights of the Gauss-Hermite rule for ∫ e^(−x²) f(x) dx (Golub and Welsch 1969).
    static func hermite(_ count: Int) -> [(point: Double, weight: Double)] {
        var jacobi = Matrix(rows: count, columns: count)
        for n in 1..<max(count, 1) {
            jacobi[n, n - 1] = (Double(n) / 2).squareRoot()
            jacobi[n - 1, n] = jacobi[n, n - 1]
        }
        let eigen = SymmetricEigen(jacobi)
        return eigen.values.indices
            .map { (eigen.values[$0], Double.pi.squareRoot() * eigen.vectors[0, $0] * eigen.vectors[0, $0]) }
            .sorted { $0.0 < $1.0 }
    }

    /// ∫ f between finite ends to a relative tolerance, by halving a pair of Gauss-Legendre rules.
    static func adaptive(
        from lower: Double, to upper: Double, tolerance: Double = 1e-12, _ function: (Double) -> Double
    ) -> Double {
        func rule(_ a: Double, _ b: Double, _ nodes: [(point: Double, weight: Double)]) -> Double {
            let centre = (a + b) / 2
            let half = (b - a) / 2
            return half * nodes.reduce(0) { $0 + $1.weight * function(centre + half * $1.point) }
        }
        var pending = [(lower, upper, rule(lower, upper, tenPoints), 0)]
        var scale = abs(pending[0].2)
        var total = 0.0
        while let (a, b, rough, depth) = pending.popLast() {
            let middle = (a + b) / 2
            let left = rule(a, middle, tenPoints)
            let right = rule(middle, b, tenPoints)
            scale = max(scale, abs(left + right))
            if abs(left + right - rough) <= tolerance * scale || depth >= 40 {
                total += left + right
            } else {
                pending.append((a, middle, left, depth + 1))
                pending.append((middle, b, right, depth + 1))
            }
        }
        return total
    }

    private static let tenPoints = legendre(10)
}
