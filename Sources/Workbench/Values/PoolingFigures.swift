import Bilingual
import Figures
import MetaAnalysis

/// The figures of one pooled set of studies. A figure that needs what the set does not have becomes a sentence that
/// says what is missing.
struct PoolingFigures {
    /// A number per study, such as a year; nil where a study has none.
    struct Numbers {
        var name: String
        var values: [Double?]
        var decimals: Int

        /// The number of one study; a whole number without marks between thousands, for most are years.
        func text(_ place: Int, _ language: Language) -> String {
            guard let value = values[place] else { return "" }
            return Int(exactly: value).map { "\($0)" }
                ?? NumberText(language).decimal(value, decimals: decimals)
        }
    }

    /// A class per study; nil where a study has none.
    struct Groups {
        var name: String
        var labels: [String?]
        var heterogeneity = SubgroupHeterogeneity.own
    }

    /// A figure, or why there is none.
    enum Outcome {
        case drawn(Figure)
        case missing(BilingualText)

        var figure: Figure? { if case .drawn(let figure) = self { figure } else { nil } }
    }

    let pooled: PooledEffect
    let measure: EffectMeasure
    /// The studies as the figures name them, with what stands behind the name; in the order of the set.
    let names: [String]
    let tags: [String]
    let moderator: Numbers?
    let order: Numbers?
    let groups: Groups?
    let language: Language
    /// The frame of a part with a title and what is drawn.
    let frame: (EvidencePart, _ title: String, _ subtitle: String) -> FigureFrame

    typealias Words = Strings.Pooling
    var set: EffectSet { pooled.effects }

    /// The figure of one part.
    func outcome(_ part: EvidencePart) -> Outcome {
        switch part {
        case .forest: .drawn(forest)
        case .funnel: .drawn(funnel(.funnel, Strings.Evidence.funnelTitle, .pseudoLimits))
        case .estimators: .drawn(estimators)
        case .leaveOneOut: leaveOneOut
        case .contours: contours
        case .subgroups: subgroups
        case .bubble: bubble
        case .baujat: influences { baujat($0) }
        case .influence: influences { influence($0) }
        case .cumulative: cumulative
        case .pCurve: pCurve
        case .map, .harvest, .votes, .places, .studies, .candidates: .missing(Words.notOfASet)
        }
    }

    func framed(_ part: EvidencePart, _ title: BilingualText, _ subtitle: String = "") -> FigureFrame {
        frame(part, title[language], subtitle)
    }

    /// A mean as a forest plot takes it.
    var summary: ForestSummary {
        let inference =
            switch pooled.options.inference {
            case .normal: "z"
            case .student: "t"
            case .knappHartung: "Hartung-Knapp"
            }
        return summary(pooled, method: "\(pooled.options.model.symbol), \(inference)")
    }

    func summary(_ pooled: PooledEffect, method: String = "") -> ForestSummary {
        let heterogeneity = pooled.heterogeneity
        return ForestSummary(
            value: .value(pooled.estimate), interval: pooled.effect.interval.range,
            prediction: pooled.prediction.value.map {
                let method = pooled.options.prediction
                return PredictionInterval(
                    $0.range,
                    name: Words.predictionName(
                        level: pooled.options.level, language == .dutch ? method.dutch : method.english)[
                            language])
            },
            heterogeneity: HeterogeneityNote(
                tau2: heterogeneity.tau2, i2Share: heterogeneity.i2 / 100, q: heterogeneity.q,
                degreesOfFreedom: heterogeneity.degreesOfFreedom, pValue: heterogeneity.pValue,
                method: method))
    }

    /// The studies as a forest plot takes them.
    func study(_ place: Int) -> ForestStudy {
        let error = set.variances[place].squareRoot()
        return ForestStudy(
            label: names[place], tag: tags[place], value: .value(set.effects[place]),
            interval: (set.effects[place] - 1.959964 * error)...(set.effects[place] + 1.959964 * error),
            weight: pooled.shares[place])
    }

    private var forest: Figure {
        .forestPlot(
            framed(.forest, Strings.Evidence.forestTitle),
            groups: [ForestGroup(studies: set.studies.indices.map(study))], overall: summary,
            measure: measure)
    }

    private func funnel(_ part: EvidencePart, _ title: BilingualText, _ ground: FunnelGround) -> Figure {
        .funnelPlot(
            framed(part, title),
            studies: set.studies.indices.map { place in
                FunnelStudy(
                    label: set.studies[place], value: set.effects[place],
                    standardError: set.variances[place].squareRoot())
            }, mean: pooled.estimate, measure: measure, ground: ground)
    }

    private var contours: Outcome {
        guard set.estimand.metric.isNoEffectAtZero else { return .missing(Words.zeroIsSomething) }
        return .drawn(funnel(.contours, Words.contoursTitle, .significanceContours))
    }

    private var estimators: Figure {
        .varianceEstimators(
            framed(.estimators, Strings.Evidence.estimatorsTitle),
            estimates: pooled.estimators.map { row in
                VarianceEstimate(
                    estimator: row.estimator.rawValue, tau2: .value(row.tau2),
                    value: .value(row.effect.estimate), interval: row.effect.interval.range,
                    isChosen: pooled.options.model == .randomEffects(row.estimator))
            }, measure: measure)
    }

    private var leaveOneOut: Outcome {
        guard let rows = try? set.leaveOneOut(pooled.options) else { return .missing(Words.needsThree) }
        return .drawn(
            .leaveOneOut(
                framed(.leaveOneOut, Strings.Evidence.leaveOneOutTitle), estimates: rows.map(step),
                overall: summary, measure: measure))
    }

    func step(_ row: RefitRow) -> SequenceEstimate {
        SequenceEstimate(
            label: row.study, value: .value(row.effect.estimate), interval: row.effect.interval.range,
            tau2: row.heterogeneity.tau2, i2Share: row.heterogeneity.i2 / 100)
    }
}

extension ConfidenceInterval {
    var range: ClosedRange<Double> { lower...max(lower, upper) }
}

extension EffectMetric {
    /// Whether an effect of 0 on this scale means that there is none; shares have no such point.
    var isNoEffectAtZero: Bool {
        switch self {
        case .proportion, .logProportion, .logitProportion, .arcsineProportion, .doubleArcsineProportion:
            false
        default: true
        }
    }
}
