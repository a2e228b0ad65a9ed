/// What a rank-order index would be with other thresholds or another curve.
public struct ThresholdSensitivity: Sendable, Equatable {
    /// One choice of thresholds and degree, and its value.
    public struct Choice: Sendable, Equatable {
        /// What was changed.
        public let change: ThresholdChange
        /// The thresholds kept, counted from 0 for the lowest.
        public let thresholds: [Int]
        /// The degree of the polynomial.
        public let degree: Int
        /// The index, or why it has none with so few thresholds.
        public let value: MeasuredValue
    }

    /// All choices: the one asked for, other degrees, every threshold left out once, and coarser classes.
    public let choices: [Choice]

    /// The choice with the lowest value.
    public var lowest: Choice? { extreme { $0 < $1 } }
    /// The choice with the highest value.
    public var highest: Choice? { extreme { $0 > $1 } }
    /// The distance between the two, 0 without values.
    public var spread: Double { (highest?.value.number ?? 0) - (lowest?.value.number ?? 0) }

    private func extreme(_ isBetter: (Double, Double) -> Bool) -> Choice? {
        var best: Choice?
        for choice in choices {
            guard let value = choice.value.number else { continue }
            if let other = best?.value.number, !isBetter(value, other) { continue }
            best = choice
        }
        return best
    }

    init(
        _ points: [(threshold: Int, share: Double, value: Double)], _ variation: OrdinalVariation, degree: Int
    ) {
        func choice(_ change: ThresholdChange, _ kept: [Int], _ degree: Int) -> Choice {
            Choice(
                change: change, thresholds: kept.map { points[$0].threshold }, degree: degree,
                value: RankOrderFit(variation, degree: degree)
                    .value(kept.map { (points[$0].share, points[$0].value) }))
        }
        let all = Array(points.indices)
        var choices = [choice(.none, all, degree)]
        for other in 1..<max(2, min(points.count, 7)) where other != degree {
            choices.append(choice(.degree(other), all, other))
        }
        for place in all {
            choices.append(choice(.without(points[place].threshold), all.filter { $0 != place }, degree))
        }
        for step in 2..<max(3, points.count) {
            for start in 0..<step {
                let kept = Array(stride(from: start, to: points.count, by: step))
                guard kept.count > 1 else { continue }
                choices.append(
                    choice(.everyOther(step: step, start: start), kept, min(degree, kept.count - 1)))
            }
        }
        self.choices = choices
    }
}

/// How a choice of thresholds differs from the one asked for.
public enum ThresholdChange: Sendable, Hashable {
    /// Not at all.
    case none
    /// A polynomial of another degree.
    case degree(Int)
    /// Two classes taken together, so that the threshold between them is gone.
    case without(Int)
    /// Only one in so many thresholds kept, from this one on; the degree is lowered where too few are left.
    case everyOther(step: Int, start: Int)

    /// The change in English.
    public var english: String {
        switch self {
        case .none: "as asked for"
        case .degree(let degree): "a curve of degree \(degree)"
        case .without(let threshold): "classes \(threshold + 1) and \(threshold + 2) together"
        case .everyOther(let step, let start): "one in \(step) thresholds, from number \(start + 1)"
        }
    }

    /// The change in Dutch.
    public var dutch: String {
        switch self {
        case .none: "zoals gevraagd"
        case .degree(let degree): "een kromme van graad \(degree)"
        case .without(let threshold): "klassen \(threshold + 1) en \(threshold + 2) samen"
        case .everyOther(let step, let start): "een op de \(step) grenzen, vanaf nummer \(start + 1)"
        }
    }
}
