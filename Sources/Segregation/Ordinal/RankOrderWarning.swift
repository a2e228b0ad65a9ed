/// What a reader of a rank-order index should know about its thresholds.
public enum RankOrderWarning: Sendable, Hashable {
    /// There are few thresholds to draw a curve through.
    case fewThresholds(Int)
    /// The curve has as many parameters as there are thresholds, so nothing is smoothed.
    case curveThroughEveryThreshold(degree: Int)
    /// The lowest threshold has this share below it: towards the lowest incomes the curve is a guess.
    case lowestThresholdFarFromZero(share: Double)
    /// The highest threshold has this share below it: towards the highest incomes the curve is a guess.
    case highestThresholdFarFromOne(share: Double)
    /// Two neighbouring thresholds lie far apart.
    case wideGap(from: Double, to: Double)
    /// Other thresholds or degrees move the index by more than the width of its interval.
    case choiceOutweighsChance(spread: Double, interval: Double)
    /// Units of one person tell nothing of the variety around and are left out of the sampling correction.
    case unitsOfOnePerson(Int)

    static func all(
        _ profile: [RankOrderReport.Point], degree: Int, sensitivity: ThresholdSensitivity,
        interval: Interval?, singlePersonUnits: Int
    ) -> [RankOrderWarning] {
        var warnings: [RankOrderWarning] = []
        let shares = profile.map(\.share)
        if shares.count < 5 { warnings.append(.fewThresholds(shares.count)) }
        if shares.count == degree + 1 { warnings.append(.curveThroughEveryThreshold(degree: degree)) }
        if let first = shares.first, first > 0.15 {
            warnings.append(.lowestThresholdFarFromZero(share: first))
        }
        if let last = shares.last, last < 0.85 { warnings.append(.highestThresholdFarFromOne(share: last)) }
        for (low, high) in zip(shares, shares.dropFirst()) where high - low > 0.3 {
            warnings.append(.wideGap(from: low, to: high))
        }
        if let interval, sensitivity.spread > interval.upper - interval.lower {
            warnings.append(
                .choiceOutweighsChance(spread: sensitivity.spread, interval: interval.upper - interval.lower))
        }
        if singlePersonUnits > 0 { warnings.append(.unitsOfOnePerson(singlePersonUnits)) }
        return warnings
    }

    /// The warning in English.
    public var english: String {
        switch self {
        case .fewThresholds(let count): "there are \(count) thresholds; five or more draw a firm curve"
        case .curveThroughEveryThreshold(let degree):
            "a curve of degree \(degree) passes through every threshold and smooths nothing"
        case .lowestThresholdFarFromZero(let share):
            "the lowest threshold has \(Self.percent(share)) % below it; the curve is extended from there to 0"
        case .highestThresholdFarFromOne(let share):
            "the highest threshold has \(Self.percent(share)) % below it; the curve is extended from there to 100"
        case .wideGap(let from, let to):
            "between \(Self.percent(from)) and \(Self.percent(to)) % there is no threshold"
        case .choiceOutweighsChance:
            "other classes or curves move the value by more than its margin; show the range beside it"
        case .unitsOfOnePerson(let count): "\(count) units hold one person and do not count in the correction"
        }
    }

    /// The warning in Dutch.
    public var dutch: String {
        switch self {
        case .fewThresholds(let count): "er zijn \(count) grenzen; vijf of meer geven een vaste kromme"
        case .curveThroughEveryThreshold(let degree):
            "een kromme van graad \(degree) gaat door elke grens en vlakt niets af"
        case .lowestThresholdFarFromZero(let share):
            "onder de laagste grens ligt \(Self.percent(share)) %; de kromme is vandaar naar 0 doorgetrokken"
        case .highestThresholdFarFromOne(let share):
            "onder de hoogste grens ligt \(Self.percent(share)) %; de kromme is vandaar naar 100 doorgetrokken"
        case .wideGap(let from, let to):
            "tussen \(Self.percent(from)) en \(Self.percent(to)) % ligt geen grens"
        case .choiceOutweighsChance:
            "andere klassen of krommen verschuiven de waarde meer dan haar marge; toon de spreiding erbij"
        case .unitsOfOnePerson(let count):
            "\(count) gebieden tellen één persoon en doen niet mee in de correctie"
        }
    }

    private static func percent(_ share: Double) -> Int { Int((100 * share).rounded()) }
}
