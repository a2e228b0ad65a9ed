internal import Foundation

/// Minima of smooth functions of a few variables.
enum Minimisation {
    /// A minimum on an interval by golden section and parabolas (Brent 1973, chapter 5).
    static func brent(
        from lower: Double, to upper: Double, tolerance: Double = 1e-10, _ function: (Double) -> Double
    ) -> Double {
        let golden = 0.381966011250105151795413165634
        var a = lower
        var b = upper
        var x = a + golden * (b - a)
        var w = x
        var v = x
        var fx = function(x)
        var fw = fx
        var fv = fx
        var d = 0.0
        var e = 0.0
        for _ in 0..<200 {
            let middle = (a + b) / 2
            let tol = tolerance * abs(x) + 1e-12
            if abs(x - middle) <= 2 * tol - (b - a) / 2 { break }
            var takeGolden = true
            if abs(e) > tol {
                let r = (x - w) * (fx - fv)
                var q = (x - v) * (fx - fw)
                var p = (x - v) * q - (x - w) * r
                q = 2 * (q - r)
                if q > 0 { p = -p }
                q = abs(q)
                if abs(p) < abs(q * e / 2), p > q * (a - x), p < q * (b - x) {
                    e = d
                    d = p / q
                    let u = x + d
                    if u - a < 2 * tol || b - u < 2 * tol { d = x < middle ? tol : -tol }
                    takeGolden = false
                }
            }
            if takeGolden {
                e = x < middle ? b - x : a - x
                d = golden * e
            }
            let u = abs(d) >= tol ? x + d : x + (d > 0 ? tol : -tol)
            let fu = function(u)
            if fu <= fx {
                if u < x { b = x } else { a = x }
                (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu)
            } else {
                if u < x { a = u } else { b = u }
                if fu <= fw || w == x {
                    (v, fv, w, fw) = (w, fw, u, fu)
                } else if fu <= fv || v == x || v == w {
                    (v, fv) = (u, fu)
                }
            }
        }
        return x
    }

    /// A local minimum by the simplex of Nelder and Mead (1965), restarted once around what it found.
    static func simplex(
        from start: [Double], steps: [Double], tolerance: Double = 1e-13, _ function: ([Double]) -> Double
    ) -> (point: [Double], value: Double) {
        func safe(_ point: [Double]) -> Double {
            let value = function(point)
            return value.isNaN ? .infinity : value
        }
        var best = start
        var bestValue = safe(start)
        for round in 0..<3 {
            let scale = round == 0 ? 1.0 : 0.1
            let n = start.count
            var points =
                [best]
                + (0..<n).map { i in
                    var point = best
                    point[i] += scale * steps[i]
                    return point
                }
            var values = points.map(safe)
            for _ in 0..<(400 * n) {
                let order = values.indices.sorted {
                    values[$0] < values[$1] || (values[$0] == values[$1] && $0 < $1)
                }
                points = order.map { points[$0] }
                values = order.map { values[$0] }
                if values[n] - values[0] <= tolerance * (abs(values[0]) + tolerance) { break }
                let centre = (0..<n).map { i in (0..<n).reduce(0.0) { $0 + points[$1][i] } / Double(n) }
                func along(_ factor: Double) -> [Double] {
                    (0..<n).map { centre[$0] + factor * (points[n][$0] - centre[$0]) }
                }
                let reflected = along(-1)
                let reflectedValue = safe(reflected)
                if reflectedValue < values[0] {
                    let expanded = along(-2)
                    let expandedValue = safe(expanded)
                    (points[n], values[n]) =
                        expandedValue < reflectedValue
                        ? (expanded, expandedValue) : (reflected, reflectedValue)
                } else if reflectedValue < values[n - 1] {
                    (points[n], values[n]) = (reflected, reflectedValue)
                } else {
                    let inner = along(reflectedValue < values[n] ? -0.5 : 0.5)
                    let innerValue = safe(inner)
                    if innerValue < min(reflectedValue, values[n]) {
                        (points[n], values[n]) = (inner, innerValue)
                    } else {
                        for i in 1...n {
                            points[i] = (0..<n).map { (points[0][$0] + points[i][$0]) / 2 }
                            values[i] = safe(points[i])
                        }
                    }
                }
            }
            if let low = values.indices.min(by: { values[$0] < values[$1] }), values[low] <= bestValue {
                best = points[low]
                bestValue = values[low]
            }
        }
        return (best, bestValue)
    }

    /// A local minimum by BFGS with gradients from differences (Nocedal and Wright 2006, section 6.1), then
    /// sharpened.
    /// - Parameter scales: the size of a sensible step per variable.
    static func quasiNewton(
        from start: [Double], scales: [Double], _ function: ([Double]) -> Double
    ) -> (point: [Double], value: Double) {
        let n = start.count
        func scaled(_ x: [Double]) -> Double { function((0..<n).map { x[$0] * scales[$0] }) }
        let units = [Double](repeating: 0.05, count: n)
        func slope(_ x: [Double]) -> [Double] {
            x.indices.map { i in
                let h = 1e-5 * max(1, abs(x[i]))
                var up = x
                var down = x
                up[i] += h
                down[i] -= h
                return (scaled(up) - scaled(down)) / (2 * h)
            }
        }
        var x = (0..<n).map { start[$0] / scales[$0] }
        var value = scaled(x)
        var gradient = slope(x)
        var inverse = Matrix.identity(n)
        for _ in 0..<200 {
            var direction = (inverse * gradient).map { -$0 }
            var descent = zip(direction, gradient).reduce(0) { $0 + $1.0 * $1.1 }
            if descent >= 0 {
                inverse = Matrix.identity(n)
                direction = gradient.map { -$0 }
                descent = -gradient.reduce(0) { $0 + $1 * $1 }
            }
            if descent > -1e-16 * (1 + abs(value)) { break }
            var length = min(1, 3 / max(direction.map { abs($0) }.max() ?? 1, 1e-300))
            var next = x
            var nextValue = value
            while length > 1e-10 {
                next = zip(x, direction).map { $0 + length * $1 }
                nextValue = scaled(next)
                if nextValue <= value + 1e-4 * length * descent { break }
                length /= 2
            }
            if length <= 1e-10 { break }
            let nextGradient = slope(next)
            let step = zip(next, x).map { $0 - $1 }
            let change = zip(nextGradient, gradient).map { $0 - $1 }
            let curvature = zip(step, change).reduce(0) { $0 + $1.0 * $1.1 }
            let gain = value - nextValue
            (x, value, gradient) = (next, nextValue, nextGradient)
            if curvature > 1e-14 {
                let turned = inverse * change
                let middle = zip(change, turned).reduce(0) { $0 + $1.0 * $1.1 }
                for i in 0..<n {
                    for j in 0..<n {
                        inverse[i, j] +=
                            (curvature + middle) * step[i] * step[j] / (curvature * curvature)
                            - (turned[i] * step[j] + step[i] * turned[j]) / curvature
                    }
                }
            }
            if gain < 1e-13 * (1 + abs(value)), length == 1 { break }
        }
        let sharp = polish(x, scales: units, rounds: 2, scaled)
        return ((0..<n).map { sharp[$0] * scales[$0] }, scaled(sharp))
    }

    /// Sharpens a minimum by Newton's method with differences, never leaving for a higher value.
    static func polish(
        _ start: [Double], scales: [Double], rounds: Int = 12, _ function: ([Double]) -> Double
    ) -> [Double] {
        var point = start
        var value = function(point)
        for _ in 0..<rounds {
            let gradient = Derivatives.gradient(at: point, scales: scales, function)
            let hessian = Derivatives.hessian(at: point, scales: scales, function)
            guard let factor = Cholesky(hessian) else { break }
            let step = factor.solve(gradient)
            var length = 1.0
            var moved = false
            while length > 1e-4 {
                let candidate = zip(point, step).map { $0 - length * $1 }
                let candidateValue = function(candidate)
                if candidateValue < value || (candidateValue == value && length == 1) {
                    moved = candidate != point && candidateValue < value
                    point = candidate
                    value = candidateValue
                    break
                }
                length /= 2
            }
            if !moved { break }
        }
        return point
    }
}
