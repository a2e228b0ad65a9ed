/// Laws on whole numbers held as alias tables, so that a draw costs one random number and one look-up (Walker 1977;
/// Vose 1991).
///
/// Pays where few different laws are drawn from very often: the cells of a table of counts, the sizes of its units.
/// Probabilities are kept to 2^-48 and what lies beyond 2^-60 of the most likely number is left out.
public struct TabulatedLaws: Sendable {
    /// Where a law stands.
    @usableFromInline
    struct Law: Sendable {
        @usableFromInline let first: Int
        @usableFromInline let size: UInt64
        @usableFromInline let lowest: Double
    }

    @usableFromInline private(set) var laws: [Law] = []
    /// The threshold of the coin in the upper 48 bits, the number that takes over in the lower 16.
    @usableFromInline private(set) var entries: [UInt64] = []

    /// No laws yet.
    public init() {}

    /// The number of laws.
    public var count: Int { laws.count }

    /// About how many entries a law with this standard deviation takes.
    public static func size(standardDeviation: Double) -> Double { 18.5 * standardDeviation + 16 }

    /// Appends the Poisson law with a mean.
    /// - Precondition: the mean is finite and not negative, and its law fits in 65,536 numbers.
    public mutating func appendPoisson(mean: Double) {
        precondition(mean >= 0 && mean.isFinite)
        append(
            mode: mean.rounded(.down), lowest: 0, highest: mean > 0 ? .infinity : 0,
            up: { mean / ($0 + 1) }, down: { $0 / mean })
    }

    /// Appends the law of the number of successes in independent trials.
    /// - Precondition: `trials` is whole and not negative, `probability` in 0 ... 1, and the law fits in 65,536 numbers.
    public mutating func appendBinomial(trials: Double, probability: Double) {
        precondition(trials >= 0 && probability >= 0 && probability <= 1)
        if probability == 0 || probability == 1 {
            return append(
                mode: trials * probability, lowest: trials * probability, highest: trials * probability,
                up: { _ in 0 }, down: { _ in 0 })
        }
        let odds = probability / (1 - probability)
        append(
            mode: min(trials, ((trials + 1) * probability).rounded(.down)), lowest: 0, highest: trials,
            up: { (trials - $0) / ($0 + 1) * odds }, down: { $0 / ((trials - $0 + 1) * odds) })
    }

    /// One draw from a law.
    @inlinable @inline(__always)
    public func draw(_ law: Int, using generator: inout some RandomNumberGenerator) -> Double {
        let law = laws[law]
        let (number, coin) = generator.next().multipliedFullWidth(by: law.size)
        let entry = entries[law.first + Int(number)]
        // The coin is a surprise half of the time, so arithmetic is faster than a branch.
        let keeps = coin &>> 16 < entry &>> 16 ? 1 : 0
        let other = Int(entry & 0xffff)
        return law.lowest + Double(other &+ (Int(number) &- other) &* keeps)
    }

    /// Walks from the most likely number both ways by the ratio of neighbouring probabilities.
    private mutating func append(
        mode: Double, lowest: Double, highest: Double, up: (Double) -> Double, down: (Double) -> Double
    ) {
        var above: [Double] = [1]
        var below: [Double] = []
        var number = mode
        while number < highest, let last = above.last {
            let weight = last * up(number)
            if weight < 0x1p-60 { break }
            above.append(weight)
            number += 1
        }
        number = mode
        var weight = 1.0
        while number > lowest {
            weight *= down(number)
            if weight < 0x1p-60 { break }
            below.append(weight)
            number -= 1
        }
        append(weights: below.reversed() + above, lowest: mode - Double(below.count))
    }

    private mutating func append(weights: [Double], lowest: Double) {
        precondition(weights.count <= 1 << 16, "the law of a tabulated draw fits in 65,536 numbers")
        laws.append(Law(first: entries.count, size: UInt64(weights.count), lowest: lowest))
        entries.append(
            contentsOf: AliasPairing(weights: weights).pairs.enumerated().map { place, pair in
                // A number that keeps every pick hands the rest, one coin in 2^48, to itself.
                pair.share < 1
                    ? UInt64(max(0, pair.share) * 0x1p48) << 16 | UInt64(pair.other)
                    : ~0xffff | UInt64(place)
            })
    }
}

/// Pairs cells so that each of them, with at most one other, makes up an equal part of all weight (Vose 1991).
struct AliasPairing {
    /// The share of its part that a cell keeps, and the cell that has the rest.
    private(set) var pairs: [(share: Double, other: Int)]

    /// - Parameter weights: not negative; cells with weight 0 keep nothing.
    init(weights: [Double]) {
        let total = weights.compensatedSum()
        let count = Double(weights.count)
        pairs = weights.enumerated().map { (total > 0 ? $0.element * count / total : 1, $0.offset) }
        var small = pairs.indices.filter { pairs[$0].share < 1 }
        var large = pairs.indices.filter { pairs[$0].share >= 1 }
        while let poor = small.last, let rich = large.last {
            small.removeLast()
            pairs[poor].other = rich
            pairs[rich].share -= 1 - pairs[poor].share
            if pairs[rich].share < 1 {
                large.removeLast()
                small.append(rich)
            }
        }
        // Rounding may leave a positive cell unpaired; it then keeps its own place. An empty cell must not.
        let fullest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
        for cell in small {
            if weights[cell] > 0 { pairs[cell].share = 1 } else { pairs[cell].other = fullest }
        }
    }
}
