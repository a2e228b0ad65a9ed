import Bilingual
import Figures
import MetaAnalysis

/// The figures of pooling, drawn from the set that is not about mixing.
extension Scene {
    private var vaccineMeasure: EffectMeasure {
        let words = Strings.Evidence.self
        return EffectMeasure(
            name: words.riskRatio[language], scale: .logRatio, format: .number(decimals: 2),
            below: words.lessDisease[language], above: words.moreDisease[language])
    }

    private func vaccineFrame(_ part: EvidencePart, _ title: BilingualText) -> FigureFrame {
        FigureFrame(
            id: part.rawValue, title: title[language], subtitle: Strings.Evidence.notOnMixing[language],
            source: Strings.Evidence.vaccineSource[language], csvHref: csvHref(.evidence(part)),
            language: language)
    }

    private func summary(_ pooled: PooledEffect) -> ForestSummary {
        let heterogeneity = pooled.heterogeneity
        return ForestSummary(
            value: .value(pooled.estimate), interval: pooled.effect.interval.range,
            prediction: pooled.prediction.value.map {
                PredictionInterval(
                    $0.range,
                    name: Strings.Evidence.predictionName(
                        language == .dutch
                            ? pooled.options.prediction.dutch : pooled.options.prediction.english)[language])
            },
            heterogeneity: HeterogeneityNote(
                tau2: heterogeneity.tau2, i2Share: heterogeneity.i2 / 100, q: heterogeneity.q,
                degreesOfFreedom: heterogeneity.degreesOfFreedom, pValue: heterogeneity.pValue,
                method: "REML, Hartung-Knapp"))
    }

    func demonstrationForest(_ pooled: PooledEffect) -> Figure {
        let set = pooled.effects
        let studies = set.studies.indices.map { place in
            let error = set.variances[place].squareRoot()
            return ForestStudy(
                label: Demonstration.trials[place].name, tag: "\(Demonstration.trials[place].year)",
                value: .value(set.effects[place]),
                interval: (set.effects[place] - 1.959964 * error)...(set.effects[place] + 1.959964 * error),
                weight: pooled.shares[place])
        }
        return .forestPlot(
            vaccineFrame(.forest, Strings.Evidence.forestTitle), groups: [ForestGroup(studies: studies)],
            overall: summary(pooled), measure: vaccineMeasure)
    }

    func demonstrationFunnel(_ pooled: PooledEffect) -> Figure {
        let set = pooled.effects
        return .funnelPlot(
            vaccineFrame(.funnel, Strings.Evidence.funnelTitle),
            studies: set.studies.indices.map { place in
                FunnelStudy(
                    label: set.studies[place], value: set.effects[place],
                    standardError: set.variances[place].squareRoot())
            }, mean: pooled.estimate, measure: vaccineMeasure)
    }

    func demonstrationEstimators(_ pooled: PooledEffect) -> Figure {
        .varianceEstimators(
            vaccineFrame(.estimators, Strings.Evidence.estimatorsTitle),
            estimates: pooled.estimators.map { row in
                VarianceEstimate(
                    estimator: row.estimator.rawValue, tau2: .value(row.tau2),
                    value: .value(row.effect.estimate),
                    interval: row.effect.interval.range,
                    isChosen: pooled.options.model == .randomEffects(row.estimator))
            }, measure: vaccineMeasure)
    }

    func demonstrationLeaveOneOut(_ pooled: PooledEffect) -> Figure? {
        guard let rows = try? pooled.effects.leaveOneOut(pooled.options) else { return nil }
        return .leaveOneOut(
            vaccineFrame(.leaveOneOut, Strings.Evidence.leaveOneOutTitle),
            estimates: rows.map { row in
                SequenceEstimate(
                    label: row.study, value: .value(row.effect.estimate), interval: row.effect.interval.range,
                    tau2: row.heterogeneity.tau2, i2Share: row.heterogeneity.i2 / 100)
            }, overall: summary(pooled), measure: vaccineMeasure)
    }
}

extension ConfidenceInterval {
    fileprivate var range: ClosedRange<Double> { lower...max(lower, upper) }
}
