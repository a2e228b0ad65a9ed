internal import Foundation

/// How varied persons are over ordered groups: a function of the share c below a threshold that is 0 at 0 and 1 and 1 at
/// one half (Reardon 2009).
public enum OrdinalVariation: String, Sendable, CaseIterable {
    /// -c log2 c - (1-c) log2 (1-c).
    case entropy = "H"
    /// 4 c (1-c).
    case varianceRatio = "R"
    /// 2 √(c (1-c)).
    case squareRoot = "S"
    /// 1 - |2c - 1|.
    case absolute = "A"

    /// The variation at a threshold.
    func callAsFunction(_ c: Double) -> Double {
        switch self {
        case .entropy:
            c > 0 && c < 1 ? -c * log2(c) - (1 - c) * log2(1 - c) : 0
        case .varianceRatio: 4 * c * (1 - c)
        case .squareRoot: 2 * max(0, c * (1 - c)).squareRoot()
        case .absolute: 1 - abs(2 * c - 1)
        }
    }

    /// ∫ f(p) p^k dp / ∫ f(p) dp over 0 to 1 for k = 0 ... degree, in closed form; `nil` for the absolute variation, for
    /// which no rank-order index is defined.
    func moments(upTo degree: Int) -> [Double]? {
        switch self {
        case .entropy: return (0...degree).map(Self.entropyMoment)
        case .varianceRatio:
            return (0...degree).map { (k: Int) -> Double in
                let product = (k + 2) * (k + 3)
                return 6 / Double(product)
            }
        case .squareRoot:
            // Beta(k + 3/2, 3/2) / Beta(3/2, 3/2).
            var moments = [1.0]
            for k in 0..<degree {
                let ratio = (Double(k) + 1.5) / Double(k + 3)
                moments.append(moments[k] * ratio)
            }
            return moments
        case .absolute: return nil
        }
    }

    /// ∫ -p^(k+1) ln p is 1/(k+2)²; the other half is the same with (1-p)^k written out by Newton's binomial, and both
    /// together are ½ for k = 0.
    private static func entropyMoment(_ k: Int) -> Double {
        var sum = 0.0
        var binomial = 1.0
        for n in 0...k {
            let term = binomial / Double((n + 2) * (n + 2))
            sum += n % 2 == 0 ? term : -term
            binomial = binomial * Double(k - n) / Double(n + 1)
        }
        return 2 / Double((k + 2) * (k + 2)) + 2 * sum
    }
}
