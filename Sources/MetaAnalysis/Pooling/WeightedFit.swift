internal import Foundation

/// Weighted least squares of a ``LinearModel`` with given weights, and the traces that variances of τ² hang
/// on.
struct WeightedFit: Sendable, Equatable {
    let model: LinearModel
    let weights: [Double]
    /// y − Xb.
    let residuals: [Double]
    /// Coefficients of the basis.
    let basisCoefficients: [Double]
    /// (X′WX)⁻¹ in the basis.
    let inverse: Matrix
    /// ln |X′WX| in the basis.
    let logDeterminant: Double

    init(_ model: LinearModel, weights: [Double]) {
        let k = model.count
        let p = model.parameters
        precondition(weights.count == k && model.basis.count == k * p, "one weight per study")
        var crossing = [Double](repeating: 0, count: p)
        let gram = Self.moment(model, weights, power: 1)
        weights.withUnsafeBufferPointer { w in
            model.effects.withUnsafeBufferPointer { y in
                model.basis.withUnsafeBufferPointer { x in
                    for a in 0..<p {
                        var sum = 0.0
                        for i in 0..<k { sum += w[i] * x[a * k + i] * (y[i] - model.centre) }
                        crossing[a] = sum
                    }
                }
            }
        }
        // The Gram matrix of independent columns with weights above 0 is positive definite; weights that
        // differ by more than 1e15 may still break it, and then the heaviest studies decide alone.
        let factor = Cholesky(gram)
        let inverse = factor?.inverse ?? SymmetricEigen(gram).apply { 1 / $0 }
        self.inverse = inverse
        logDeterminant = factor?.logDeterminant ?? log(max(gram.diagonal.reduce(1, *), .leastNormalMagnitude))
        let slopes = inverse * crossing
        var residuals = model.effects.map { $0 - model.centre }
        for a in 0..<p {
            let slope = slopes[a]
            model.basis.withUnsafeBufferPointer { x in
                for i in 0..<k { residuals[i] -= slope * x[a * k + i] }
            }
        }
        self.model = model
        self.weights = weights
        if model.isConstantOnly {
            basisCoefficients = [slopes[0] + model.centre]
        } else {
            // The centre lies in the span of any design with a constant; otherwise it is fitted with the
            // rest.
            let constant =
                inverse * Self.crossing(model, weights, [Double](repeating: model.centre, count: k))
            basisCoefficients = zip(slopes, constant).map { $0 + $1 }
            for i in 0..<k {
                var fitted = 0.0
                for a in 0..<p { fitted += constant[a] * model.basis[a * k + i] }
                residuals[i] += model.centre - fitted
            }
        }
        self.residuals = residuals
    }

    private static func crossing(_ model: LinearModel, _ weights: [Double], _ values: [Double]) -> [Double] {
        (0..<model.parameters).map { a in
            var sum = 0.0
            for i in 0..<model.count { sum += weights[i] * model.basis[a * model.count + i] * values[i] }
            return sum
        }
    }

    /// X′ W^power D X in the basis, D a further diagonal if given.
    static func moment(
        _ model: LinearModel, _ weights: [Double], power: Int, times extra: [Double]? = nil
    ) -> Matrix {
        let k = model.count
        let p = model.parameters
        var result = Matrix(rows: p, columns: p)
        precondition(
            weights.count == k && model.basis.count == k * p && (extra?.count ?? k) == k,
            "one weight per study")
        let factors: [Double]
        switch (power, extra) {
        case (1, nil): factors = weights
        case (2, nil): factors = weights.map { $0 * $0 }
        case (3, nil): factors = weights.map { $0 * $0 * $0 }
        default:
            factors = weights.indices.map { i in
                var factor = weights[i]
                for _ in 1..<max(power, 1) { factor *= weights[i] }
                return factor * (extra?[i] ?? 1)
            }
        }
        factors.withUnsafeBufferPointer { f in
            model.basis.withUnsafeBufferPointer { x in
                for a in 0..<p {
                    for b in 0...a {
                        var sum = 0.0
                        for i in 0..<k { sum += f[i] * x[a * k + i] * x[b * k + i] }
                        result[a, b] = sum
                        result[b, a] = sum
                    }
                }
            }
        }
        return result
    }

    /// Coefficients on the user's scale.
    var coefficients: [Double] { model.backToTerms * basisCoefficients }

    /// (X′WX)⁻¹ on the user's scale.
    var covariance: Matrix { model.backToTerms * inverse * model.backToTerms.transposed }

    var sumOfWeights: Double { weights.reduce(0, +) }

    /// Σ w e².
    var quadratic: Double { zip(weights, residuals).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } }

    /// Σ w² e².
    var squared: Double { zip(weights, residuals).reduce(0) { $0 + $1.0 * $1.0 * $1.1 * $1.1 } }

    private func sum(power: Int, times extra: [Double]? = nil, extraPower: Int = 1) -> Double {
        var total = 0.0
        for (i, w) in weights.enumerated() {
            var term = w
            for _ in 1..<max(power, 1) { term *= w }
            if let extra { for _ in 0..<extraPower { term *= extra[i] } }
            total += term
        }
        return total
    }

    /// tr P.
    var traceOfProjection: Double {
        sumOfWeights - (inverse * Self.moment(model, weights, power: 2)).trace
    }

    /// tr PP.
    var traceOfSquare: Double {
        let second = inverse * Self.moment(model, weights, power: 2)
        let third = inverse * Self.moment(model, weights, power: 3)
        return sum(power: 2) - 2 * third.trace + (second * second).trace
    }

    /// tr PV for a diagonal V.
    func trace(times v: [Double]) -> Double {
        sum(power: 1, times: v) - (inverse * Self.moment(model, weights, power: 2, times: v)).trace
    }

    /// tr PVP.
    func traceSandwich(_ v: [Double]) -> Double {
        let second = inverse * Self.moment(model, weights, power: 2)
        let secondV = inverse * Self.moment(model, weights, power: 2, times: v)
        let third = inverse * Self.moment(model, weights, power: 3, times: v)
        return sum(power: 2, times: v) - 2 * third.trace + (second * secondV).trace
    }

    /// tr PVPV.
    func traceSquare(times v: [Double]) -> Double {
        let secondV = inverse * Self.moment(model, weights, power: 2, times: v)
        let third = inverse * Self.moment(model, weights, power: 3, times: v.map { $0 * $0 })
        return sum(power: 2, times: v, extraPower: 2) - 2 * third.trace + (secondV * secondV).trace
    }

    /// The diagonal of X(X′WX)⁻¹X′W.
    var leverages: [Double] {
        let k = model.count
        let p = model.parameters
        var result = [Double](repeating: 0, count: k)
        precondition(weights.count == k && model.basis.count == k * p, "one weight per study")
        for a in 0..<p {
            for b in 0..<p {
                let factor = inverse[a, b]
                model.basis.withUnsafeBufferPointer { x in
                    for i in 0..<k { result[i] += factor * x[a * k + i] * x[b * k + i] }
                }
            }
        }
        for i in 0..<k { result[i] *= weights[i] }
        return result
    }
}
