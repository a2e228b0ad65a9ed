/// Effects of studies that estimate the same thing, ready to be pooled.
///
/// Studies keep their order. Every effect is finite and every variance above 0.
public struct EffectSet: Sendable, Equatable {
    /// What the studies estimate.
    public let estimand: Estimand
    /// The names of the studies.
    public let studies: [String]
    /// The effects, y.
    public let effects: [Double]
    /// The sampling variances, v.
    public let variances: [Double]
    /// The number of persons in each study, where known for all.
    public let sampleSizes: [Double]?

    /// The number of studies, k.
    public var count: Int { effects.count }

    /// Standard errors, the roots of the variances.
    public var standardErrors: [Double] { variances.map { $0.squareRoot() } }

    /// Studies from plain columns.
    /// - Parameters:
    ///   - effects: one effect per study.
    ///   - variances: their sampling variances, above 0.
    ///   - studies: names; "1", "2", … if left out.
    ///   - sampleSizes: persons per study, needed only for tests on the size of studies.
    ///   - estimand: the metric and the outcome.
    /// - Throws: a list of another length, a number that is not finite, a variance of 0 or below.
    public init(
        effects: [Double], variances: [Double], studies: [String]? = nil, sampleSizes: [Double]? = nil,
        estimand: Estimand = Estimand(.other)
    ) throws(MetaAnalysisError) {
        let names = studies ?? effects.indices.map { "\($0 + 1)" }
        guard variances.count == effects.count else {
            throw .count(what: "variance", found: variances.count, expected: effects.count)
        }
        guard names.count == effects.count else {
            throw .count(what: "study names", found: names.count, expected: effects.count)
        }
        if let sampleSizes {
            guard sampleSizes.count == effects.count else {
                throw .count(what: "sample size", found: sampleSizes.count, expected: effects.count)
            }
            for (name, size) in zip(names, sampleSizes) where !(size.isFinite && size > 0) {
                throw .studyData(study: name, problem: "sample size is \(size); it must be above 0")
            }
        }
        guard !effects.isEmpty else {
            throw .tooFewStudies(found: 0, needed: 1, purpose: "a set of studies")
        }
        for index in effects.indices {
            guard effects[index].isFinite else { throw .notFinite(what: "the effect", study: names[index]) }
            guard variances[index].isFinite else {
                throw .notFinite(what: "the variance", study: names[index])
            }
            guard variances[index] > 0 else {
                throw .variance(study: names[index], found: variances[index])
            }
            // Squares of weights must stay within the range of a Double.
            guard (1e-100...1e100).contains(variances[index]), abs(effects[index]) <= 1e100 else {
                throw .studyData(
                    study: names[index],
                    problem:
                        "effect \(effects[index]) or variance \(variances[index]) is beyond 1e-100 … "
                        + "1e100; use another unit"
                )
            }
        }
        self.estimand = estimand
        self.studies = names
        self.effects = effects
        self.variances = variances
        self.sampleSizes = sampleSizes
    }

    /// Studies whose effects were calculated one by one.
    /// - Throws: ``MetaAnalysisError/mixedEstimands(_:)`` when metrics or outcomes differ.
    public init(_ effects: [StudyEffect]) throws(MetaAnalysisError) {
        var estimands: [Estimand] = []
        for effect in effects where !estimands.contains(effect.estimand) { estimands.append(effect.estimand) }
        guard estimands.count <= 1 else { throw .mixedEstimands(estimands.map(\.english)) }
        let sizes = effects.compactMap(\.sampleSize)
        try self.init(
            effects: effects.map(\.value), variances: effects.map(\.variance), studies: effects.map(\.study),
            sampleSizes: sizes.count == effects.count ? sizes : nil,
            estimand: estimands.first ?? Estimand(.other))
    }

    /// The studies at these places, counted from 0, in this order.
    /// - Throws: no places at all.
    /// - Precondition: every place lies in 0 ..< ``count``.
    public func subset(_ places: [Int]) throws(MetaAnalysisError) -> EffectSet {
        try EffectSet(
            effects: places.map { effects[$0] }, variances: places.map { variances[$0] },
            studies: places.map { studies[$0] },
            sampleSizes: sampleSizes.map { sizes in places.map { sizes[$0] } }, estimand: estimand)
    }
}
