internal import Foundation

/// What estimators of τ² need at one value of τ², in one or two passes over the studies.
struct WeightedProfile {
    /// Σ w e², the generalised Q.
    var quadratic = 0.0
    /// Σ w² e² = y′PPy.
    var squared = 0.0
    /// Σ w.
    var sumOfWeights = 0.0
    /// tr P = Σ w − tr (X′WX)⁻¹X′W²X.
    var traceOfProjection = 0.0
}

extension LinearModel {
    /// The profile with weights 1/(v + τ²).
    func profile(_ tau2: Double) -> WeightedProfile {
        isConstantOnly ? constantProfile(tau2) : generalProfile(tau2)
    }

    /// One pass: with one constant all follows from sums of w, wy, wy² and the same with w².
    private func constantProfile(_ tau2: Double) -> WeightedProfile {
        var w1 = 0.0
        var w1y = 0.0
        var w1yy = 0.0
        var w2 = 0.0
        var w2y = 0.0
        var w2yy = 0.0
        let k = count
        precondition(variances.count == k, "one variance per effect")
        effects.withUnsafeBufferPointer { y in
            variances.withUnsafeBufferPointer { v in
                for i in 0..<k {
                    let w = 1 / (v[i] + tau2)
                    let e = y[i] - centre
                    let we = w * e
                    w1 += w
                    w1y += we
                    w1yy += we * e
                    w2 += w * w
                    w2y += w * we
                    w2yy += we * we
                }
            }
        }
        let mean = w1y / w1
        return WeightedProfile(
            quadratic: max(0, w1yy - mean * w1y),
            squared: max(0, w2yy - 2 * mean * w2y + mean * mean * w2), sumOfWeights: w1,
            traceOfProjection: w1 - w2 / w1)
    }

    /// Two passes: sums of products of columns with w and w², then residuals.
    private func generalProfile(_ tau2: Double) -> WeightedProfile {
        let k = count
        let p = parameters
        precondition(variances.count == k && basis.count == k * p, "one variance per effect")
        var first = Matrix(rows: p, columns: p)
        var second = first
        var crossing = [Double](repeating: 0, count: p)
        var result = WeightedProfile()
        effects.withUnsafeBufferPointer { y in
            variances.withUnsafeBufferPointer { v in
                basis.withUnsafeBufferPointer { x in
                    first.elements.withUnsafeMutableBufferPointer { one in
                        second.elements.withUnsafeMutableBufferPointer { two in
                            crossing.withUnsafeMutableBufferPointer { cross in
                                for i in 0..<k {
                                    let w = 1 / (v[i] + tau2)
                                    let e = y[i] - centre
                                    result.sumOfWeights += w
                                    for a in 0..<p {
                                        let wx = w * x[a * k + i]
                                        cross[a] += wx * e
                                        for b in 0...a {
                                            let product = wx * x[b * k + i]
                                            one[a * p + b] += product
                                            two[a * p + b] += w * product
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        for a in 0..<p {
            for b in 0..<a {
                first[b, a] = first[a, b]
                second[b, a] = second[a, b]
            }
        }
        guard let inverse = Cholesky(first)?.inverse, centreIsSpanned else { return slowProfile(tau2) }
        let slopes = inverse * crossing
        result.traceOfProjection = result.sumOfWeights - (inverse * second).trace
        effects.withUnsafeBufferPointer { y in
            variances.withUnsafeBufferPointer { v in
                basis.withUnsafeBufferPointer { x in
                    slopes.withUnsafeBufferPointer { slope in
                        for i in 0..<k {
                            var e = y[i] - centre
                            for a in 0..<p { e -= slope[a] * x[a * k + i] }
                            let we = e / (v[i] + tau2)
                            result.quadratic += we * e
                            result.squared += we * we
                        }
                    }
                }
            }
        }
        return result
    }

    /// By the full fit, for designs without a constant and for weights too far apart.
    private func slowProfile(_ tau2: Double) -> WeightedProfile {
        let fit = WeightedFit(self, weights: variances.map { 1 / ($0 + tau2) })
        return WeightedProfile(
            quadratic: fit.quadratic, squared: fit.squared, sumOfWeights: fit.sumOfWeights,
            traceOfProjection: fit.traceOfProjection)
    }

    /// ln of the likelihood (or the restricted one) with the coefficients at their best for this τ².
    func logLikelihood(_ tau2: Double, restricted: Bool) -> Double {
        let fit = WeightedFit(self, weights: variances.map { 1 / ($0 + tau2) })
        return logLikelihood(fit, tau2, restricted: restricted)
    }

    func logLikelihood(_ fit: WeightedFit, _ tau2: Double, restricted: Bool) -> Double {
        var logs = 0.0
        for v in variances { logs += log(v + tau2) }
        let plain = -0.5 * logs - 0.5 * fit.quadratic
        let logTwoPi = 1.83787706640934548356065947281
        guard restricted else { return plain - Double(count) / 2 * logTwoPi }
        // The basis is orthonormal, so ln |X′X| − ln |X′WX| needs only its own weighted determinant.
        let design = isConstantOnly ? logDeterminantOfDesign : 0
        return plain - degreesOfFreedom / 2 * logTwoPi + 0.5 * design - 0.5 * fit.logDeterminant
    }
}
