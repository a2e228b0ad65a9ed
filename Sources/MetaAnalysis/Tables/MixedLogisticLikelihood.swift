internal import Foundation

/// Likelihoods of the mixed logistic models, study by study.
struct MixedLogisticLikelihood {
    let tables: [FourfoldTable]
    let model: MixedLogisticModel

    private static let rule = Quadrature.hermite(7)

    /// ln of a binomial probability without its constant, at a logit.
    private static func binomial(_ x: Double, _ n: Double, _ logit: Double) -> Double {
        x * logit - n * (logit > 0 ? logit + log1p(exp(-logit)) : log1p(exp(logit)))
    }

    private static func share(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }

    /// ln ∫ exp f(u) φ(u/τ)/τ du by seven adaptive points around the mode; the derivatives of f are given.
    private static func integrate(
        _ tau: Double, _ f: (Double) -> (value: Double, slope: Double, curve: Double)
    ) -> Double {
        if tau < 1e-6 { return f(0).value }
        var u = 0.0
        for _ in 0..<60 {
            let here = f(u)
            let step = (here.slope - u / (tau * tau)) / (here.curve - 1 / (tau * tau))
            u -= min(max(step, -3 * tau), 3 * tau)
            if abs(step) < 1e-12 * max(1, tau) { break }
        }
        let width = (-2 / (f(u).curve - 1 / (tau * tau))).squareRoot()
        let top = f(u).value - u * u / (2 * tau * tau)
        var sum = 0.0
        for node in rule {
            let point = u + width * node.point
            let height = f(point).value - point * point / (2 * tau * tau) - top
            sum += node.weight * exp(height + node.point * node.point)
        }
        return top + log(sum * width / (tau * (2 * Double.pi).squareRoot()))
    }

    /// One study with a fixed level α: the random effect moves both groups by half, in opposite directions.
    private static func fixedLevel(_ t: FourfoldTable, _ level: Double, _ effect: Double, _ tau: Double)
        -> Double
    {
        integrate(tau) { u in
            let first = level + effect / 2 + u / 2
            let second = level - effect / 2 - u / 2
            let p = share(first)
            let q = share(second)
            return (
                binomial(t.a, t.firstTotal, first) + binomial(t.c, t.secondTotal, second),
                0.5 * (t.a - t.firstTotal * p) - 0.5 * (t.c - t.secondTotal * q),
                -0.25 * (t.firstTotal * p * (1 - p) + t.secondTotal * q * (1 - q))
            )
        }
    }

    /// One study with its level at the best value.
    private static func profiled(_ t: FourfoldTable, _ effect: Double, _ tau: Double) -> Double {
        let start = log((t.a + t.c + 0.5) / (t.b + t.d + 0.5))
        let best = Minimisation.brent(from: start - 6, to: start + 6, tolerance: 1e-9) {
            -fixedLevel(t, $0, effect, tau)
        }
        return fixedLevel(t, best, effect, tau)
    }

    /// One study with a random level: Laplace's approximation over level and effect.
    private static func laplace(
        _ t: FourfoldTable, _ mean: Double, _ effect: Double, _ tau: Double, _ sigma: Double
    ) -> Double {
        var u = 0.0
        var s = 0.0
        let tauPrecision = tau > 1e-6 ? 1 / (tau * tau) : 0
        let sigmaPrecision = 1 / max(sigma * sigma, 1e-12)
        var determinant = 1.0
        for _ in 0..<100 {
            // Level and effect as in a design without a random part: the level is that of the second group.
            let first = mean + s + effect + u / 2
            let second = mean + s - u / 2
            let p = share(first)
            let q = share(second)
            let r1 = t.a - t.firstTotal * p
            let r2 = t.c - t.secondTotal * q
            let v1 = t.firstTotal * p * (1 - p)
            let v2 = t.secondTotal * q * (1 - q)
            let gs = r1 + r2 - s * sigmaPrecision
            let hss = v1 + v2 + sigmaPrecision
            if tauPrecision == 0 {
                s += min(max(gs / hss, -2), 2)
                determinant = hss / sigmaPrecision
                if abs(gs / hss) < 1e-12 { break }
                continue
            }
            let gu = 0.5 * (r1 - r2) - u * tauPrecision
            let huu = 0.25 * (v1 + v2) + tauPrecision
            let hsu = 0.5 * (v1 - v2)
            let d = hss * huu - hsu * hsu
            let stepS = (huu * gs - hsu * gu) / d
            let stepU = (hss * gu - hsu * gs) / d
            s += min(max(stepS, -2), 2)
            u += min(max(stepU, -2), 2)
            determinant = d / (sigmaPrecision * tauPrecision)
            if abs(stepS) + abs(stepU) < 1e-12 { break }
        }
        let first = mean + s + effect + u / 2
        let second = mean + s - u / 2
        return binomial(t.a, t.firstTotal, first) + binomial(t.c, t.secondTotal, second)
            - 0.5 * (s * s * sigmaPrecision + u * u * tauPrecision) - 0.5 * log(determinant)
    }

    /// One study given the events of both groups together.
    private static func conditional(_ t: FourfoldTable, _ effect: Double, _ tau: Double) -> Double {
        let events = t.a + t.c
        let offset = log(t.firstTotal / t.secondTotal)
        return integrate(tau) { u in
            let logit = offset + effect + u
            let p = share(logit)
            return (binomial(t.a, events, logit), t.a - events * p, -events * p * (1 - p))
        }
    }

    /// ln L at effect, ln τ and, for random levels, mean level and ln σ.
    private func logLikelihood(_ point: [Double], tau: Double? = nil) -> Double {
        let tau = tau ?? exp(min(max(point[1], -20), 5))
        return tables.reduce(0) { sum, t in
            switch model {
            case .fixedStudies: sum + Self.profiled(t, point[0], tau)
            case .conditional: sum + Self.conditional(t, point[0], tau)
            case .randomStudies:
                sum + Self.laplace(t, point[2], point[0], tau, exp(min(max(point[3], -20), 5)))
            }
        }
    }

    private var start: [Double] {
        let effect =
            tables.reduce(0.0) {
                $0 + log(($1.a + 0.5) * ($1.d + 0.5) / (($1.b + 0.5) * ($1.c + 0.5)))
            } / Double(tables.count)
        let levels = tables.map { log(($0.c + 0.5) / ($0.d + 0.5)) }
        let mean = levels.reduce(0, +) / Double(levels.count)
        let spread = (levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(levels.count)).squareRoot()
        return model == .randomStudies ? [effect, -1, mean, log(max(spread, 0.05))] : [effect, -1]
    }

    func maximum() throws(MetaAnalysisError) -> (effect: Double, standardError: Double, tau2: Double) {
        let start = start
        let found = Minimisation.quasiNewton(from: start, scales: start.map { _ in 0.5 }) {
            -logLikelihood($0)
        }
        guard found.value.isFinite else { throw .notConverged("the mixed logistic model") }
        var point = found.point
        var tau = exp(point[1])
        let atZero = logLikelihood(point, tau: 0)
        let isZero = atZero >= -found.value - 1e-9
        if isZero { tau = 0 }
        let free = point.indices.filter { !(isZero && $0 == 1) }
        let hessian = Derivatives.hessian(at: free.map { point[$0] }, scales: free.map { _ in 0.5 }) {
            values in
            for (index, place) in free.enumerated() { point[place] = values[index] }
            return -logLikelihood(point, tau: isZero ? 0 : nil)
        }
        guard let inverse = Cholesky(hessian)?.inverse else {
            throw .notConverged("the mixed logistic model")
        }
        return (found.point[0], inverse[0, 0].squareRoot(), tau * tau)
    }

    /// Wald and likelihood-ratio tests of one effect for all studies.
    func homogeneity() throws(MetaAnalysisError) -> (wald: Double, ratio: Double) {
        switch model {
        case .fixedStudies:
            let wald = cochran(
                tables.map { (log($0.a * $0.d / ($0.b * $0.c)), 1 / $0.a + 1 / $0.b + 1 / $0.c + 1 / $0.d) })
            let best = Minimisation.brent(from: start[0] - 6, to: start[0] + 6) { effect in
                -tables.reduce(0) { $0 + Self.profiled($1, effect, 0) }
            }
            let one = tables.reduce(0) { $0 + Self.profiled($1, best, 0) }
            let own = tables.reduce(0) { $0 + Self.saturated($1) }
            return (wald, 2 * (own - one))
        case .conditional:
            let wald = cochran(
                tables.map { (log($0.a / $0.c) - log($0.firstTotal / $0.secondTotal), 1 / $0.a + 1 / $0.c) })
            let best = Minimisation.brent(from: start[0] - 6, to: start[0] + 6) { effect in
                -tables.reduce(0) { $0 + Self.conditional($1, effect, 0) }
            }
            let one = tables.reduce(0) { $0 + Self.conditional($1, best, 0) }
            let own = tables.reduce(0) { $0 + Self.term($1.a, $1.a + $1.c) + Self.term($1.c, $1.a + $1.c) }
            return (wald, 2 * (own - one))
        case .randomStudies: return try randomHomogeneity()
        }
    }

    private static func term(_ x: Double, _ n: Double) -> Double { x > 0 ? x * log(x / n) : 0 }

    private static func saturated(_ t: FourfoldTable) -> Double {
        term(t.a, t.firstTotal) + term(t.b, t.firstTotal) + term(t.c, t.secondTotal)
            + term(t.d, t.secondTotal)
    }

    /// Σ w (x − x̄)²; studies without events in a group have no finite effect and are left out.
    private func cochran(_ pairs: [(value: Double, variance: Double)]) -> Double {
        let finite = pairs.filter { $0.value.isFinite && $0.variance.isFinite }
        guard finite.count > 1 else { return 0 }
        let model = LinearModel(effects: finite.map(\.value), variances: finite.map(\.variance))
        return model.profile(0).quadratic
    }

    /// With random levels: every study an effect of its own against one for all.
    private func randomHomogeneity() throws(MetaAnalysisError) -> (wald: Double, ratio: Double) {
        let from = [start[2], start[3]]
        func height(_ t: FourfoldTable, _ point: [Double], _ effect: Double) -> Double {
            Self.laplace(t, point[0], effect, 0, exp(min(max(point[1], -20), 5)))
        }
        func best(_ t: FourfoldTable, _ point: [Double]) -> Double {
            let own = log((t.a + 0.5) * (t.d + 0.5) / ((t.b + 0.5) * (t.c + 0.5)))
            return Minimisation.brent(from: own - 4, to: own + 4, tolerance: 1e-9) { -height(t, point, $0) }
        }
        let apart = Minimisation.quasiNewton(from: from, scales: [0.5, 0.5]) { point in
            -tables.reduce(0) { $0 + height($1, point, best($1, point)) }
        }
        let together = Minimisation.quasiNewton(from: from + [start[0]], scales: [0.5, 0.5, 0.5]) { point in
            -tables.reduce(0) { $0 + height($1, point, point[2]) }
        }
        // Covariance of level and effects together, from the curvature of each study.
        let effects = tables.map { best($0, apart.point) }
        let n = tables.count
        var information = Matrix(rows: n + 2, columns: n + 2)
        for (place, t) in tables.enumerated() {
            let own = Derivatives.hessian(at: apart.point + [effects[place]], scales: [0.5, 0.5, 0.5]) {
                -height(t, [$0[0], $0[1]], $0[2])
            }
            let rows = [0, 1, place + 2]
            for i in 0..<3 { for j in 0..<3 { information[rows[i], rows[j]] += own[i, j] } }
        }
        guard let covariance = Cholesky(information)?.inverse else {
            throw .notConverged("the test of homogeneity")
        }
        var contrast = Matrix(rows: n - 1, columns: n + 2)
        for row in 1..<n {
            contrast[row - 1, row + 2] = 1
            contrast[row - 1, 2] = -1
        }
        let wald = WaldTest(
            estimates: contrast * ([0, 0] + effects), covariance: contrast * covariance * contrast.transposed,
            places: Array(0..<(n - 1)), secondDegreesOfFreedom: nil)
        return (wald.statistic, 2 * (together.value - apart.value))
    }
}
