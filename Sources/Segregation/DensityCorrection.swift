internal import Foundation

/// The density-corrected dissimilarity of Allen, Burgess, Davidson and Windmeijer (2015), Econometrics Journal 18.
///
/// In each unit the absolute difference of shares follows a folded normal law. Its most likely centre given what
/// was seen is 0 when the difference is within one standard error, and otherwise the solution of
/// θ = θ̂ tanh(θ θ̂), found here by Newton's method; the sum of the centres is the corrected index.
enum DensityCorrection {
    static func dissimilarity(
        members: [Double], others: [Double], centre: (Double) -> Double = mostLikelyCentre
    ) -> Double? {
        let own = members.reduce(0, +)
        let rest = others.reduce(0, +)
        guard own > 0, rest > 0 else { return nil }
        var sum = 0.0
        for (x, y) in zip(members, others) where x + y > 0 {
            let difference = abs(x / own - y / rest)
            let variance = x / own * (1 - x / own) / own + y / rest * (1 - y / rest) / rest
            guard variance > 0 else {
                sum += difference
                continue
            }
            let error = variance.squareRoot()
            sum += error * centre(difference / error)
        }
        return sum / 2
    }

    /// The θ that maximises φ(θ̂ - θ) + φ(θ̂ + θ).
    static func mostLikelyCentre(_ seen: Double) -> Double {
        guard seen > 1 else { return 0 }
        // The function is convex right of its root, so Newton's steps from above never pass it.
        var centre = seen
        for _ in 0..<200 {
            let curve = tanh(centre * seen)
            let step = (centre - seen * curve) / (1 - seen * seen * (1 - curve * curve))
            let next = max(0, centre - step)
            if abs(centre - next) <= 1e-15 * seen { return next }
            centre = next
        }
        return centre
    }
}
