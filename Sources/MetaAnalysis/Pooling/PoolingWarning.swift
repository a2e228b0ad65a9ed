/// What a reader should know before trusting a pooled effect. Warnings teach; they never change a number.
public enum PoolingWarning: Sendable, Hashable {
    /// Fewer than five studies: τ² is hardly known.
    case veryFewStudies(Int)
    /// Fewer than ten studies: tests for small-study effects and moderators have little power.
    case fewStudies(Int)
    /// Knapp and Hartung without a floor made the interval narrower than the plain one.
    case narrowerThanPlain(factor: Double)
    /// The floor of Knapp and Hartung was used, as the effects are alike.
    case floorUsed(factor: Double)
    /// Estimators disagree on whether effects differ: the lowest gives 0 and the highest does not.
    case estimatorsDisagree(lowest: HeterogeneityEstimator, highest: HeterogeneityEstimator)
    /// True effects of new studies may lie on either side of 0 although the mean does not.
    case predictionCrossesZero
    /// One study carries more than half of the weight.
    case oneStudyDominates(String)
    /// Equal effects were assumed although Q speaks against it.
    case equalEffectsDoubtful
    /// Studies were left out, as a moderator is missing.
    case studiesDropped([String])

    /// The warning in English.
    public var english: String {
        switch self {
        case .veryFewStudies(let k):
            "with \(k) studies the spread of true effects is hardly known; read the intervals, not the "
                + "estimate"
        case .fewStudies(let k):
            "with \(k) studies tests for missing studies and for moderators find little, even if there "
                + "is something"
        case .narrowerThanPlain(let factor):
            "the Knapp-Hartung factor is \(Self.short(factor)), below 1, so this interval is narrower "
                + "than the plain one; "
                + "use the floor"
        case .floorUsed(let factor):
            "the effects are alike (Knapp-Hartung factor \(Self.short(factor))); the factor was set to 1"
        case .estimatorsDisagree(let lowest, let highest):
            "estimators of τ² disagree: \(lowest.rawValue) gives 0 and \(highest.rawValue) does not; "
                + "look at the table"
        case .predictionCrossesZero:
            "the mean effect is clear of 0 but a new place may well see the opposite"
        case .oneStudyDominates(let study):
            "study '\(study)' carries more than half of the weight; look at the result without it"
        case .equalEffectsDoubtful:
            "one effect for all studies was assumed although they differ more than chance would make them"
        case .studiesDropped(let names):
            "left out, as a moderator is missing: \(names.joined(separator: ", "))"
        }
    }

    /// The warning in Dutch.
    public var dutch: String {
        switch self {
        case .veryFewStudies(let k):
            "met \(k) studies is de spreiding van echte effecten nauwelijks bekend; lees de marges, "
                + "niet de schatting"
        case .fewStudies(let k):
            "met \(k) studies vinden toetsen op ontbrekende studies en op kenmerken weinig, ook als er "
                + "iets is"
        case .narrowerThanPlain(let factor):
            "de factor van Knapp en Hartung is \(Self.short(factor, comma: true)), onder 1, dus deze "
                + "marge is smaller dan de "
                + "gewone; gebruik de ondergrens"
        case .floorUsed(let factor):
            "de effecten lijken op elkaar (factor van Knapp en Hartung "
                + "\(Self.short(factor, comma: true))); de factor is op "
                + "1 gezet"
        case .estimatorsDisagree(let lowest, let highest):
            "schatters van τ² zijn het oneens: \(lowest.rawValue) geeft 0 en \(highest.rawValue) niet; "
                + "kijk in de tabel"
        case .predictionCrossesZero:
            "het gemiddelde effect ligt vrij van 0, maar een nieuwe plaats kan goed het omgekeerde zien"
        case .oneStudyDominates(let study):
            "studie '\(study)' draagt meer dan de helft van het gewicht; bekijk de uitkomst zonder "
                + "die studie"
        case .equalEffectsDoubtful:
            "er is één effect voor alle studies aangenomen, hoewel ze meer verschillen dan toeval zou geven"
        case .studiesDropped(let names):
            "weggelaten, want een kenmerk ontbreekt: \(names.joined(separator: ", "))"
        }
    }

    private static func short(_ number: Double, comma: Bool = false) -> String {
        let rounded = Int((number * 100).rounded())
        let cents = rounded % 100
        return "\(rounded / 100)\(comma ? "," : ".")\(cents < 10 ? "0" : "")\(cents)"
    }

    static func about(
        _ fit: ModelFit, studies: [String], estimators: [EstimatorRow],
        prediction: Defined<ConfidenceInterval>
    ) -> [PoolingWarning] {
        var warnings: [PoolingWarning] = size(fit.model.count)
        if case .knappHartung(let floor) = fit.inference, fit.meanSquare < 1 {
            warnings.append(
                floor ? .floorUsed(factor: fit.meanSquare) : .narrowerThanPlain(factor: fit.meanSquare))
        }
        if fit.poolingModel == .equalEffects {
            if fit.heterogeneity.pValue < 0.1 { warnings.append(.equalEffectsDoubtful) }
        } else if let lowest = estimators.first(where: { $0.tau2 == 0 }),
            let highest = estimators.max(by: { $0.tau2 < $1.tau2 }),
            // Sidik and Jonkman never give 0, so they alone are no sign of disagreement.
            estimators.contains(where: { $0.tau2 > 0 && $0.estimator != .sidikJonkman })
        {
            warnings.append(.estimatorsDisagree(lowest: lowest.estimator, highest: highest.estimator))
        }
        if let interval = prediction.value, interval.contains(0),
            let mean = fit.coefficients(level: interval.level).first, !mean.interval.contains(0)
        {
            warnings.append(.predictionCrossesZero)
        }
        let total = fit.weights.reduce(0, +)
        if let place = fit.weights.firstIndex(where: { $0 > total / 2 }), fit.model.count > 2 {
            warnings.append(.oneStudyDominates(studies[place]))
        }
        return warnings
    }

    static func size(_ k: Int) -> [PoolingWarning] {
        k < 5 ? [.veryFewStudies(k)] : k < 10 ? [.fewStudies(k)] : []
    }
}
