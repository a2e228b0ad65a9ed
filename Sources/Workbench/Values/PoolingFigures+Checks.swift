import Bilingual
import Figures
import MetaAnalysis

/// What checks a pooled result: classes of studies, a moderator, time, single studies, and significance.
extension PoolingFigures {
    var subgroups: Outcome {
        guard let groups else { return .missing(Words.noGroups) }
        let found: Subgroups
        do {
            found = try set.subgroups(
                by: groups.labels, heterogeneity: groups.heterogeneity, pooled.options)
        } catch {
            return .missing(Words.refused(error.description))
        }
        let drawn = found.groups.map { group in
            let effect = group.effect.value
            return ForestGroup(
                title: group.label,
                studies: groups.labels.indices.filter { groups.labels[$0] == group.label }.map(study),
                // The figure draws no diamond for a class of one study and says so in its place.
                summary: group.pooled.map { summary($0) }
                    ?? ForestSummary(
                        value: effect.map { .value($0.estimate) } ?? .missing(Words.oneStudy[language]),
                        interval: effect?.interval.range))
        }
        let left = groups.labels.count { $0 == nil }
        let subtitle =
            [
                Words.groupedBy(groups.name)[language],
                found.differenceTest.map { difference($0) } ?? Words.noDifferenceTest[language],
                left > 0 ? Words.without(left, groups.name)[language] : "",
            ].filter { !$0.isEmpty }.joined(separator: " ")
        return .drawn(
            .forestPlot(
                framed(.subgroups, Words.subgroupsTitle, subtitle), groups: drawn, overall: summary,
                measure: measure))
    }

    private func difference(_ test: WaldTest) -> String {
        let numbers = NumberText(language)
        let freedom =
            numbers.decimal(test.degreesOfFreedom, decimals: 0)
            + (test.secondDegreesOfFreedom.map { "; " + numbers.decimal($0, decimals: 0) } ?? "")
        return Words.difference(
            test.secondDegreesOfFreedom == nil ? "Q" : "F", numbers.decimal(test.statistic, decimals: 2),
            freedom, probability(test.pValue))[language]
    }

    private func probability(_ p: Double) -> String {
        let numbers = NumberText(language)
        return p < 0.001
            ? "p < " + numbers.decimal(0.001, decimals: 3) : "p = " + numbers.decimal(p, decimals: 3)
    }

    var bubble: Outcome {
        guard let moderator else { return .missing(Words.noModerator) }
        let model: MetaRegression
        do {
            model = try set.regression(on: [.number(moderator.name, moderator.values)], pooled.options)
        } catch {
            return .missing(Words.refused(error.description))
        }
        let known = moderator.values.compactMap(\.self)
        guard model.coefficients.count == 2, let least = known.min(), let most = known.max(), least < most
        else { return .missing(Words.noModerator) }
        let places = 20
        let line = (0...places).compactMap { place -> RegressionPoint? in
            let at = least + (most - least) * Double(place) / Double(places)
            guard let found = try? model.prediction(at: [at]) else { return nil }
            return RegressionPoint(moderator: at, value: found.value, interval: found.interval.range)
        }
        let tau2 = model.heterogeneity.tau2
        let weights = set.variances.indices.map {
            moderator.values[$0] == nil ? 0 : 1 / (set.variances[$0] + tau2)
        }
        let total = weights.reduce(0, +)
        let slope = model.coefficients[1]
        let numbers = NumberText(language)
        func text(_ value: Double) -> String { numbers.decimal(value, decimals: 4) }
        let separator = language == .dutch ? ";" : ","
        let left = moderator.values.count { $0 == nil }
        let subtitle =
            [
                Words.slope(
                    text(slope.estimate),
                    "[\(text(slope.interval.lower))\(separator) \(text(slope.interval.upper))]",
                    probability(slope.pValue), isLog: measure.scale == .logRatio)[language],
                model.r2.map { Words.explained(numbers.decimal($0, decimals: 0) + "%")[language] } ?? "",
                left > 0 ? Words.without(left, moderator.name)[language] : "",
            ].filter { !$0.isEmpty }.joined(separator: " ")
        return .drawn(
            .bubblePlot(
                framed(.bubble, Words.bubbleTitle(moderator.name), subtitle),
                studies: set.studies.indices.map { place in
                    BubbleStudy(
                        label: set.studies[place], moderator: moderator.values[place] ?? .nan,
                        value: set.effects[place], weight: 100 * weights[place] / total)
                },
                line: line, moderator: moderator.name, moderatorFormat: .number(decimals: moderator.decimals),
                measure: measure))
    }

    var cumulative: Outcome {
        guard let order else { return .missing(Words.noOrder) }
        let values = order.values.compactMap(\.self)
        guard values.count == set.count else { return .missing(Words.gapsInOrder(order.name)) }
        let rows: [RefitRow]
        do { rows = try set.cumulative(by: values, pooled.options) } catch {
            return .missing(Words.refused(error.description))
        }
        return .drawn(
            .cumulativeForest(
                framed(.cumulative, Words.cumulativeTitle, Words.orderedBy(order.name)[language]),
                steps: rows.map { row in
                    var step = step(row)
                    step.label = names[row.place]
                    let tag = order.text(row.place, language)
                    step.tag = names[row.place].hasSuffix(tag) ? "" : tag
                    return step
                }, measure: measure))
    }

    func influences(_ figure: ([InfluenceRow]) -> Figure) -> Outcome {
        guard let rows = try? pooled.influence(), rows.count == set.count else {
            return .missing(Words.needsThree)
        }
        return .drawn(figure(rows))
    }

    func baujat(_ rows: [InfluenceRow]) -> Figure {
        .baujatPlot(
            framed(.baujat, Words.baujatTitle),
            studies: rows.map {
                BaujatStudy(
                    label: $0.study, contribution: $0.contributionToQ, influence: $0.influenceOnResult)
            })
    }

    /// With the limits of Viechtbauer and Cheung (2010) for one coefficient.
    func influence(_ rows: [InfluenceRow]) -> Figure {
        let k = Double(rows.count)
        func diagnostic(
            _ name: String, _ value: KeyPath<InfluenceRow, Double>, limits: [Double] = [],
            middle: Double? = nil, decimals: Int = 3
        ) -> InfluenceDiagnostic {
            InfluenceDiagnostic(
                name: name,
                values: rows.map { row in
                    row[keyPath: value].isNaN
                        ? .missing(Words.undefinedDiagnostic[language]) : .value(row[keyPath: value])
                }, limits: limits, middle: middle, format: .number(decimals: decimals))
        }
        let dffits = 3 * (1 / (k - 1)).squareRoot()
        // The median of χ² with one degree of freedom.
        let cook = 0.454936423119572
        return .influencePlot(
            framed(.influence, Words.influenceTitle), studies: rows.map(\.study),
            diagnostics: [
                diagnostic("rstudent", \.studentisedResidual, limits: [-1.959964, 1.959964], middle: 0),
                diagnostic("DFFITS", \.fittedChange, limits: [-dffits, dffits], middle: 0),
                diagnostic(Words.cook[language], \.cooksDistance, limits: [cook]),
                diagnostic(Words.covarianceRatio[language], \.covarianceRatio, middle: 1),
                diagnostic(
                    Words.tau2Without[language], \.tau2Without, middle: pooled.heterogeneity.tau2),
                diagnostic(
                    Words.qWithout[language], \.qWithout, middle: pooled.heterogeneity.q, decimals: 1),
                diagnostic("hat", \.leverage, limits: [3 / k], middle: 1 / k),
                diagnostic(Words.weight[language], \.weight, limits: [300 / k], middle: 100 / k, decimals: 1),
            ], influential: Set(rows.indices.filter { rows[$0].isInfluential }))
    }

    var pCurve: Outcome {
        guard set.estimand.metric.isNoEffectAtZero else { return .missing(Words.zeroIsSomething) }
        guard let curve = try? PCurve(zip(set.effects, set.standardErrors).map { .z($0 / $1) }) else {
            return .missing(Words.noPValues)
        }
        guard curve.full.count >= 3 else { return .missing(Words.tooFewSignificant(curve.full.count)) }
        let subtitle = Words.pCurveTests(
            curve.full.count, set.count, probability(curve.full.rightSkewPValue),
            probability(curve.full.flatnessPValue))
        return .drawn(
            .pCurve(
                framed(.pCurve, Words.pCurveTitle, subtitle[language]),
                bins: curve.steps.map {
                    PCurveBin(
                        upper: $0.upper, count: $0.count, expectedAtThirdPower: $0.expectedAtThirdPower)
                }))
    }
}
