/// Which part of the studies a row of a series uses.
public struct RefitRow: Sendable, Equatable {
    /// The study that was left out, or the last one that was added.
    public let study: String
    /// Its place in the set, from 0.
    public let place: Int
    /// The number of studies used.
    public let count: Int
    /// The pooled effect; for a single study that study itself with the normal interval.
    public let effect: Coefficient
    /// Heterogeneity; τ² is 0 for a single study.
    public let heterogeneity: Heterogeneity
}

extension EffectSet {
    /// The pooled effect without each study in turn.
    ///
    /// - Throws: fewer than three studies, or an option out of range.
    /// - Complexity: k fits of O(k) per step; 1,000 studies take well under a second.
    public func leaveOneOut(_ options: PoolingOptions = PoolingOptions()) throws(MetaAnalysisError)
        -> [RefitRow]
    {
        try options.check(studies: studies)
        guard count >= 3 else {
            throw .tooFewStudies(found: count, needed: 3, purpose: "leaving one out")
        }
        let model = LinearModel(effects: effects, variances: variances)
        return (0..<count).compactMap { place in
            model.omitting(place).map { rest in
                var weights = options.weights
                weights?.remove(at: place)
                return RefitRow(studies[place], place, rest, options, weights)
            }
        }
    }

    /// The pooled effect as studies come in one by one.
    /// - Parameters:
    ///   - order: a number per study, for instance its year; studies of the same number keep their
    ///     order.
    ///   - options: model, inference and level.
    /// - Throws: another number of values, or an option out of range.
    public func cumulative(
        by order: [Double], _ options: PoolingOptions = PoolingOptions()
    ) throws(MetaAnalysisError) -> [RefitRow] {
        try options.check(studies: studies)
        guard order.count == count else { throw .count(what: "order", found: order.count, expected: count) }
        let places = order.indices.sorted { order[$0] < order[$1] || (order[$0] == order[$1] && $0 < $1) }
        return places.indices.map { last in
            let used = places[0...last]
            let model = LinearModel(effects: used.map { effects[$0] }, variances: used.map { variances[$0] })
            return RefitRow(
                studies[places[last]], places[last], model, options,
                options.weights.map { weights in used.map { weights[$0] } })
        }
    }
}

extension RefitRow {
    init(_ study: String, _ place: Int, _ model: LinearModel, _ options: PoolingOptions, _ weights: [Double]?)
    {
        self.study = study
        self.place = place
        count = model.count
        guard model.count > 1 else {
            effect = Coefficient(
                term: "intercept", estimate: model.effects[0], standardError: model.variances[0].squareRoot(),
                degreesOfFreedom: nil, level: options.level)
            heterogeneity = Heterogeneity(
                tau2: 0, standardError: nil, i2: 0, h2: 1, q: 0, degreesOfFreedom: 0,
                typicalVariance: model.variances[0])
            return
        }
        let fit = ModelFit(model, options.model, options.inference, userWeights: weights)
        effect = fit.coefficients(level: options.level)[0]
        heterogeneity = fit.heterogeneity
    }
}
