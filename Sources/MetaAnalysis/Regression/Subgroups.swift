/// Which τ² subgroups have.
public enum SubgroupHeterogeneity: Sendable, Hashable {
    /// Each group its own τ², estimated from its own studies.
    case own
    /// One τ² for all, estimated from all studies after the differences between groups.
    case common
}

/// Pooled effects of subgroups and the test whether they differ.
public struct Subgroups: Sendable, Equatable {
    /// One subgroup.
    public struct Group: Sendable, Equatable {
        /// The class.
        public let label: String
        /// The number of studies.
        public let count: Int
        /// The pooled effect; undefined for a single study under a τ² of its own.
        public let effect: Defined<Coefficient>
        /// Heterogeneity within the group, where it has its own.
        public let pooled: PooledEffect?
    }

    /// Which τ² was used.
    public let heterogeneity: SubgroupHeterogeneity
    /// The common τ², where there is one.
    public let commonTau2: Double?
    /// The groups: by number where all classes are numbers, else by the alphabet.
    public let groups: [Group]
    /// The test that all groups have one mean effect; `nil` with fewer than two groups to compare.
    public let differenceTest: WaldTest?
    /// Σ Q within groups with weights 1/v.
    public let withinQ: Double
    /// What a reader should know.
    public let warnings: [PoolingWarning]

    init(
        _ all: EffectSet, _ given: [String?], _ heterogeneity: SubgroupHeterogeneity,
        _ options: PoolingOptions
    ) throws(MetaAnalysisError) {
        guard given.count == all.count else {
            throw .count(what: "class", found: given.count, expected: all.count)
        }
        let kept = given.indices.filter { given[$0] != nil }
        let effects = try all.subset(kept)
        let labels = kept.map { given[$0] ?? "" }
        guard options.weights == nil else {
            throw .contradiction("subgroups do not take weights of one's own; leave them out")
        }
        try options.check(studies: effects.studies)
        let levels = Moderator.levels(labels)
        let members = levels.map { level in labels.indices.filter { labels[$0] == level } }
        self.heterogeneity = heterogeneity
        let dropped = given.indices.filter { given[$0] == nil }.map { all.studies[$0] }
        warnings =
            PoolingWarning.size(members.map(\.count).min() ?? 0)
            + (dropped.isEmpty ? [] : [.studiesDropped(dropped)])
        var within = 0.0
        for places in members where places.count > 1 {
            let group = try effects.subset(places)
            within +=
                ModelFit(
                    LinearModel(effects: group.effects, variances: group.variances), .equalEffects, .normal
                ).heterogeneity.q
        }
        withinQ = within
        switch heterogeneity {
        case .own:
            var groups: [Group] = []
            for (level, places) in zip(levels, members) {
                if places.count < 2 {
                    groups.append(
                        Group(
                            label: level, count: places.count,
                            effect: .undefined(.tooFewStudies(places.count)), pooled: nil))
                } else {
                    let pooled = try effects.subset(places).pooled(options)
                    groups.append(
                        Group(
                            label: level, count: places.count, effect: .value(pooled.effect), pooled: pooled))
                }
            }
            self.groups = groups
            commonTau2 = nil
            let means = groups.compactMap(\.effect.value)
            differenceTest = means.count > 1 ? Self.difference(means) : nil
        case .common:
            // Cell means: one column per class and no constant.
            let design = levels.map { level in labels.map { $0 == level ? 1.0 : 0.0 } }
            let model = try LinearModel(
                effects: effects.effects, variances: effects.variances, terms: levels, design: design)
            let fit = ModelFit(model, options.model, options.inference)
            let coefficients = fit.coefficients(level: options.level)
            groups = zip(coefficients, members).map {
                Group(label: $0.term, count: $1.count, effect: .value($0), pooled: nil)
            }
            commonTau2 = fit.heterogeneity.tau2
            guard levels.count > 1 else {
                differenceTest = nil
                return
            }
            // Differences from the first class, with their joint covariance.
            var contrast = Matrix(rows: levels.count - 1, columns: levels.count)
            for row in 1..<levels.count {
                contrast[row - 1, row] = 1
                contrast[row - 1, 0] = -1
            }
            differenceTest = WaldTest(
                estimates: contrast * fit.estimates,
                covariance: contrast * fit.covariance * contrast.transposed,
                places: Array(0..<(levels.count - 1)), secondDegreesOfFreedom: fit.degreesOfFreedom)
        }
    }

    /// Cochran's Q over the group means with weights 1/SE².
    private static func difference(_ means: [Coefficient]) -> WaldTest {
        let model = LinearModel(
            effects: means.map(\.estimate), variances: means.map { $0.standardError * $0.standardError })
        return WaldTest(
            statistic: model.profile(0).quadratic, degreesOfFreedom: Double(means.count - 1),
            secondDegreesOfFreedom: nil)
    }
}

extension EffectSet {
    /// Pools subgroups and tests whether they differ.
    /// - Parameters:
    ///   - labels: a class per study; studies without one are left out and named in a warning.
    ///   - heterogeneity: a τ² per group or one for all; with few studies per group one for all is steadier.
    ///   - options: model, inference and level.
    /// - Throws: another number of labels, as many groups as studies, or an option out of range.
    public func subgroups(
        by labels: [String?], heterogeneity: SubgroupHeterogeneity,
        _ options: PoolingOptions = PoolingOptions()
    ) throws(MetaAnalysisError) -> Subgroups {
        try Subgroups(self, labels, heterogeneity, options)
    }
}
