internal import Foundation

/// Effects of several treatments against each other from studies that each compare some of them (Salanti et
/// al. 2008).
///
/// Direct and indirect comparisons are taken to agree (consistency); τ² is the same for all comparisons.
public struct NetworkMetaAnalysis: Sendable, Equatable {
    /// The treatments, the reference first.
    public let treatments: [String]
    /// Effects of the other treatments against the reference.
    public let effects: [Coefficient]
    /// The covariance of the effects.
    public let covariance: [[Double]]
    /// The variance of true effects between studies; 0 under equal effects.
    public let tau2: Double
    /// Σ of squared residuals under equal effects: heterogeneity and inconsistency together.
    public let q: Double
    /// The degrees of freedom of Q.
    public let degreesOfFreedom: Double
    /// ln L, restricted under random effects.
    public let logLikelihood: Double
    let level: Double

    /// The probability of Q when all studies share the same consistent effects.
    public var qPValue: Double { ChiSquaredDistribution.upper(q, df: degreesOfFreedom) }

    /// Pools contrasts.
    /// - Parameters:
    ///   - contrasts: effects within studies.
    ///   - treatments: all treatments, the reference first.
    ///   - randomEffects: whether true effects differ, with variance τ² by REML.
    ///   - level: the level of intervals.
    /// - Throws: treatments without any link to the reference, too few contrasts, no maximum.
    public init(
        _ contrasts: NetworkContrasts, treatments: [String], randomEffects: Bool = true, level: Double = 0.95
    ) throws(MetaAnalysisError) {
        try PoolingOptions.check(level: level)
        try Self.checkConnection(contrasts, treatments)
        let others = Array(treatments.dropFirst())
        let design = others.map { treatment in
            contrasts.effects.indices.map { place in
                (contrasts.first[place] == treatment ? 1.0 : 0)
                    - (contrasts.second[place] == treatment ? 1.0 : 0)
            }
        }
        let model = try LinearModel(
            effects: contrasts.effects.map(\.value), variances: contrasts.effects.map(\.variance),
            terms: others,
            design: design)
        let fitted = try Self.fit(
            model, SamplingErrors(variances: model.variances, form: .matrix(Matrix(contrasts.covariances))),
            contrasts.studies, randomEffects: randomEffects)
        self.treatments = treatments
        self.level = level
        effects = others.indices.map {
            Coefficient(
                term: others[$0], estimate: fitted.fit.estimates[$0],
                standardError: fitted.fit.covariance[$0, $0].squareRoot(), degreesOfFreedom: nil, level: level
            )
        }
        covariance = fitted.fit.covariance.asRows
        tau2 = fitted.tau2
        q = fitted.q
        degreesOfFreedom = model.degreesOfFreedom
        logLikelihood = fitted.fit.logLikelihood(restricted: randomEffects)
    }

    /// Pools logits of arms with an effect of every study beside those of treatments; the same τ² per
    /// comparison.
    ///
    /// One half is added to both outcomes of an arm where one is 0.
    /// - Throws: as for contrasts.
    public init(
        arms: [NetworkArm], treatments: [String], randomEffects: Bool = true, level: Double = 0.95
    ) throws(MetaAnalysisError) {
        let contrasts = try NetworkContrasts(arms: arms, treatments: treatments)
        try PoolingOptions.check(level: level)
        try Self.checkConnection(contrasts, treatments)
        var logits: [StudyEffect] = []
        for arm in arms {
            logits.append(
                try StudyEffect(
                    study: arm.study, metric: .logitProportion, events: arm.events, of: arm.persons))
        }
        var studies: [String] = []
        for arm in arms where !studies.contains(arm.study) { studies.append(arm.study) }
        let others = Array(treatments.dropFirst())
        let design =
            others.map { treatment in arms.map { $0.treatment == treatment ? 1.0 : 0 } }
            + studies.map { study in arms.map { $0.study == study ? 1.0 : 0 } }
        let model = try LinearModel(
            effects: logits.map(\.value), variances: logits.map(\.variance), terms: others + studies,
            design: design)
        let fitted = try Self.fit(
            model, SamplingErrors(variances: model.variances, form: .independent), arms.map(\.study),
            randomEffects: randomEffects)
        let places = Array(others.indices)
        self.treatments = treatments
        self.level = level
        effects = places.map {
            Coefficient(
                term: others[$0], estimate: fitted.fit.estimates[$0],
                standardError: fitted.fit.covariance[$0, $0].squareRoot(), degreesOfFreedom: nil, level: level
            )
        }
        covariance = fitted.fit.covariance.block(rows: places, columns: places).asRows
        tau2 = fitted.tau2
        q = fitted.q
        degreesOfFreedom = model.degreesOfFreedom
        logLikelihood = fitted.fit.logLikelihood(restricted: randomEffects)
    }

    /// Within a study true effects have variance τ² and correlation 1/2, as contrasts of one arm have.
    private static func fit(
        _ model: LinearModel, _ sampling: SamplingErrors, _ studies: [String], randomEffects: Bool
    ) throws(MetaAnalysisError) -> (fit: GeneralisedFit, tau2: Double, q: Double) {
        var pattern = Matrix(rows: model.count, columns: model.count)
        for i in studies.indices {
            for j in studies.indices where studies[i] == studies[j] { pattern[i, j] = i == j ? 1 : 0.5 }
        }
        let search = ComponentSearch(
            model: model, sampling: sampling, terms: [RandomTerm("study", studies)], restricted: true,
            shared: [pattern])
        guard let equal = search.fit([0]) else {
            throw .contradiction(
                "sampling covariances of the contrasts are not positive definite; check the arms")
        }
        guard randomEffects else { return (equal, 0, equal.quadratic) }
        let variances = try search.maximum()
        guard let fit = search.fit(variances) else { throw .notConverged("the network") }
        return (fit, variances[0], equal.quadratic)
    }

    private static func checkConnection(
        _ contrasts: NetworkContrasts, _ treatments: [String]
    ) throws(MetaAnalysisError) {
        guard let reference = treatments.first, treatments.count >= 2 else {
            throw .needs("two treatments or more, the reference first")
        }
        var reached: Set = [reference]
        var grows = true
        while grows {
            grows = false
            for (first, second) in zip(contrasts.first, contrasts.second)
            where reached.contains(first) != reached.contains(second) {
                reached.formUnion([first, second])
                grows = true
            }
        }
        if let lost = treatments.first(where: { !reached.contains($0) }) {
            throw .contradiction(
                "treatment '\(lost)' has no chain of comparisons to '\(reference)'; leave it out or "
                    + "add studies"
            )
        }
    }

    /// The effect of one treatment against another.
    /// - Throws: a treatment that is not in the network.
    public func effect(of first: String, against second: String) throws(MetaAnalysisError) -> Coefficient {
        for name in [first, second] where !treatments.contains(name) {
            throw .unknown(what: "treatment", name: name, known: treatments)
        }
        let contrast = treatments.dropFirst().map { ($0 == first ? 1.0 : 0) - ($0 == second ? 1.0 : 0) }
        let value = zip(contrast, effects).reduce(0) { $0 + $1.0 * $1.1.estimate }
        let variance = Matrix(covariance).quadraticForm(contrast)
        return Coefficient(
            term: "\(first) – \(second)", estimate: value, standardError: variance.squareRoot(),
            degreesOfFreedom: nil,
            level: level)
    }

    /// P-scores (Rücker and Schwarzer 2015): the mean one-sided certainty that a treatment beats another, 0
    /// … 1, in the order of ``treatments``. They say how sure, not how much; look at the effects first.
    /// - Parameter higherIsBetter: whether higher effects are better.
    public func pScores(higherIsBetter: Bool = true) -> [Double] {
        let sign = higherIsBetter ? 1.0 : -1.0
        return treatments.map { first in
            let others = treatments.filter { $0 != first }
            let sum = others.reduce(0.0) { sum, second in
                guard let difference = try? effect(of: first, against: second) else { return sum }
                return sum + NormalDistribution.lower(sign * difference.statistic)
            }
            return sum / Double(others.count)
        }
    }
}
