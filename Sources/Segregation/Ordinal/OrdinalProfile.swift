/// Ordinal segregation at every threshold between ordered groups, and what follows from it.
struct OrdinalProfile {
    /// The share of all persons below each threshold.
    let shares: [Double]
    /// Where each threshold stands on the curve of a rank-order index: its share, or the rank that was asked
    /// for.
    let places: [Double]
    let total: Double
    private let variations: [OrdinalVariation]
    /// Per variation and threshold, Σ t v / T.
    private(set) var means: [Double]
    /// Per variation and threshold, v of all persons together.
    private(set) var wholes: [Double]

    init(_ table: ContingencyTable, variations: [OrdinalVariation] = OrdinalVariation.allCases) {
        let largest = table.unitTotals.max() ?? 0
        self.init(
            counts: table.counts, groups: table.groupCount, variations: variations,
            terms: EntropyTerms(upTo: min(largest, Double(table.counts.count))))
    }

    /// - Parameters:
    ///   - counts: unit after unit, one count per group, lowest group first.
    ///   - places: where the thresholds stand; their shares if left out.
    init(
        counts: [Double], groups: Int, variations: [OrdinalVariation], terms: EntropyTerms,
        places: [Double]? = nil
    ) {
        precondition(groups > 0 && counts.count % groups == 0)
        let thresholds = groups - 1
        var below = [Double](repeating: 0, count: thresholds)
        var sums = [Double](repeating: 0, count: thresholds * variations.count)
        var all = 0.0
        counts.withUnsafeBufferPointer { counts in
            terms.withTerms { term in
                for first in stride(from: 0, to: counts.count, by: groups) {
                    var persons = 0.0
                    for group in 0..<groups { persons += counts[first + group] }
                    guard persons > 0 else { continue }
                    all += persons
                    let personsTerm = term(persons)
                    var low = 0.0
                    for threshold in 0..<thresholds {
                        low += counts[first + threshold]
                        below[threshold] += low
                        // Fractions may add up to a hair more than the unit holds.
                        let high = max(0, persons - low)
                        for (place, variation) in variations.enumerated() {
                            let value: Double
                            switch variation {
                            case .entropy:
                                value = (personsTerm - term(min(low, persons)) - term(high)) * Self.bits
                            case .varianceRatio: value = 4 * min(low, persons) * high / persons
                            case .squareRoot: value = 2 * (min(low, persons) * high).squareRoot()
                            case .absolute: value = persons - abs(min(low, persons) - high)
                            }
                            sums[place * thresholds + threshold] += value
                        }
                    }
                }
            }
        }
        let total = all
        self.total = total
        let shares = below.map { min(1, $0 / total) }
        self.shares = shares
        self.places = places ?? shares
        self.variations = variations
        means = sums.map { $0 / total }
        wholes = variations.flatMap { variation in shares.map { variation($0) } }
    }

    /// 1 / ln 2.
    private static let bits = 1.4426950408889634

    /// The same profile with other variation within units and of all.
    func replacing(means: [Double], wholes: [Double]? = nil) -> OrdinalProfile {
        var copy = self
        copy.means = means
        if let wholes { copy.wholes = wholes }
        return copy
    }

    /// Where the values of a variation start in ``means`` and ``wholes``.
    func offset(_ variation: OrdinalVariation) -> Int? {
        variations.firstIndex(of: variation).map { $0 * shares.count }
    }

    /// 1 - Σ t v_i / (T v), with v the mean variation over all thresholds.
    func index(_ variation: OrdinalVariation) -> MeasuredValue {
        guard total > 0 else { return .undefined(.emptyTable) }
        guard let first = offset(variation) else { return .undefined(.divisionByZero) }
        let thresholds = first..<first + shares.count
        let city = thresholds.reduce(0) { $0 + wholes[$1] }
        guard city > 0 else { return .undefined(.singleGroup) }
        return .defined(1 - thresholds.reduce(0) { $0 + means[$1] } / city)
    }

    /// The same at one threshold.
    func index(_ variation: OrdinalVariation, at threshold: Int) -> MeasuredValue {
        guard total > 0 else { return .undefined(.emptyTable) }
        guard let first = offset(variation) else { return .undefined(.divisionByZero) }
        let city = wholes[first + threshold]
        // Nobody on one side: a division of nobody from everybody.
        guard city > 0, shares[threshold] > 0, shares[threshold] < 1 else { return .undefined(.singleGroup) }
        return .defined(1 - means[first + threshold] / city)
    }

    /// The values at the thresholds that divide the persons, every place once.
    func points(_ variation: OrdinalVariation) -> [(threshold: Int, share: Double, value: Double)] {
        var points: [(threshold: Int, share: Double, value: Double)] = []
        for threshold in shares.indices where places[threshold] != points.last?.share {
            guard let value = index(variation, at: threshold).number else { continue }
            points.append((threshold, places[threshold], value))
        }
        return points
    }

    /// The rank-order index: a polynomial through the values at the thresholds, integrated.
    func rankOrder(_ variation: OrdinalVariation, degree: Int) -> MeasuredValue {
        guard total > 0 else { return .undefined(.emptyTable) }
        return RankOrderFit(variation, degree: degree).value(points(variation).map { ($0.share, $0.value) })
    }
}

/// The rank-order index of Reardon (2011): least squares weighted by f(p)² through the values at the
/// thresholds, times the moments of f.
struct RankOrderFit {
    private let variation: OrdinalVariation
    private let degree: Int

    init(_ variation: OrdinalVariation, degree: Int) {
        self.variation = variation
        self.degree = degree
    }

    func value(_ points: [(share: Double, value: Double)]) -> MeasuredValue {
        guard points.count > degree, let moments = variation.moments(upTo: degree) else {
            return .undefined(.tooFewThresholds(found: points.count, needed: degree + 1))
        }
        let rows = points.map { point in
            var power = variation(point.share)
            return (0...degree).map { _ in
                defer { power *= point.share }
                return power
            }
        }
        let targets = points.map { variation($0.share) * $0.value }
        guard let coefficients = LeastSquares.solve(rows, targets) else {
            return .undefined(.tooFewThresholds(found: points.count, needed: degree + 1))
        }
        return .defined(zip(coefficients, moments).reduce(0) { $0 + $1.0 * $1.1 })
    }
}
