internal import Foundation

extension StudyEffect {
    /// An effect from the four cells of a table.
    ///
    /// - Parameters:
    ///   - study: the name of the study.
    ///   - metric: RR, OR, RD, PETO, AS, PHI, YUQ, YUY, RTET, PBIT, OR2DN or OR2DL.
    ///   - table: the counts.
    ///   - zeroCells: when one half is added to all cells.
    ///   - outcome: what was measured; only equal outcomes are pooled.
    /// - Throws: counts below 0, an empty group, a table without variation, another metric.
    public init(
        study: String, metric: EffectMetric, table: FourfoldTable, zeroCells: ZeroCellRule = .asNeeded,
        outcome: String = ""
    ) throws(MetaAnalysisError) {
        try table.check(study)
        let untouched: Set<EffectMetric> = [.petoLogOddsRatio, .arcsineDifference, .phi, .tetrachoric]
        let adds =
            switch zeroCells {
            case .asNeeded: table.hasEmptyCell && !untouched.contains(metric)
            case .whereEmpty: table.hasEmptyCell
            case .never: false
            }
        let t = adds ? table.adding(0.5) : table
        let first = t.a / t.firstTotal
        let second = t.c / t.secondTotal
        let logOdds = log(t.a * t.d / (t.b * t.c))
        let logOddsVariance = 1 / t.a + 1 / t.b + 1 / t.c + 1 / t.d
        let pair: (Double, Double)
        switch metric {
        case .logRiskRatio:
            pair = (log(first / second), 1 / t.a - 1 / t.firstTotal + 1 / t.c - 1 / t.secondTotal)
        case .logOddsRatio: pair = (logOdds, logOddsVariance)
        case .riskDifference:
            pair = (
                first - second, first * (1 - first) / t.firstTotal + second * (1 - second) / t.secondTotal
            )
        case .petoLogOddsRatio:
            let peto = PetoPart(t)
            pair = (peto.excess / peto.variance, 1 / peto.variance)
        case .arcsineDifference:
            pair = (
                asin(first.squareRoot()) - asin(second.squareRoot()),
                1 / (4 * t.firstTotal) + 1 / (4 * t.secondTotal)
            )
        case .phi: pair = Self.phi(t)
        case .yuleQ:
            let odds = exp(logOdds)
            let q = (odds - 1) / (odds + 1)
            pair = (q, (1 - q * q) * (1 - q * q) * logOddsVariance / 4)
        case .yuleY:
            let root = exp(logOdds / 2)
            let y = (root - 1) / (root + 1)
            pair = (y, (1 - y * y) * (1 - y * y) * logOddsVariance / 16)
        case .tetrachoric:
            guard let found = Tetrachoric.correlation(t) else {
                throw .studyData(
                    study: study,
                    problem: "the table has no tetrachoric correlation, as a margin or cell is empty")
            }
            pair = found
        case .probitDifference:
            let x = NormalDistribution.quantile(first)
            let y = NormalDistribution.quantile(second)
            pair = (
                x - y,
                2 * .pi * first * (1 - first) * exp(x * x) / t.firstTotal
                    + 2 * .pi * second * (1 - second) * exp(y * y) / t.secondTotal
            )
        case .oddsRatioToCox: pair = (logOdds / 1.65, logOddsVariance / (1.65 * 1.65))
        case .oddsRatioToLogistic:
            pair = (logOdds * 3.0.squareRoot() / .pi, logOddsVariance * 3 / (.pi * .pi))
        default:
            throw .contradiction("\(metric.rawValue) does not follow from four cells; choose RR, OR or RD")
        }
        guard pair.0.isFinite, pair.1.isFinite else {
            throw .studyData(study: study, problem: "the table has no variation in outcome")
        }
        var route: [ConversionStep] = adds ? [.fromFourfoldTable, .addedHalf] : [.fromFourfoldTable]
        if metric == .oddsRatioToCox { route.append(.logOddsToCox) }
        if metric == .oddsRatioToLogistic { route.append(.logOddsToD) }
        self.init(
            study: study, estimand: Estimand(metric, of: outcome), value: pair.0, variance: pair.1,
            sampleSize: table.total, route: route)
    }

    /// φ with the variance for sampling of persons (Yule 1912).
    private static func phi(_ t: FourfoldTable) -> (Double, Double) {
        let n = t.total
        let rows = (t.firstTotal / n, t.secondTotal / n)
        let columns = ((t.a + t.c) / n, (t.b + t.d) / n)
        let product = (rows.0 * rows.1 * columns.0 * columns.1).squareRoot()
        let phi = (t.a * t.d - t.b * t.c) / (n * n) / product
        let skew = (rows.0 - rows.1) * (columns.0 - columns.1) / product
        let spread =
            (rows.0 - rows.1) * (rows.0 - rows.1) / (rows.0 * rows.1)
            + (columns.0 - columns.1) * (columns.0 - columns.1) / (columns.0 * columns.1)
        return (
            phi, (1 - phi * phi + phi * (1 + phi * phi / 2) * skew - 0.75 * phi * phi * spread) / n
        )
    }

    /// An effect from events among persons of one group.
    ///
    /// One half is added to both outcomes where one of them is 0, except for the arcsine forms.
    /// - Parameters:
    ///   - study: the name of the study.
    ///   - metric: PR, PLN, PLO, PAS or PFT.
    ///   - events: persons with the outcome.
    ///   - persons: all persons.
    ///   - outcome: what was measured; only equal outcomes are pooled.
    /// - Throws: more events than persons, numbers below 0, another metric.
    public init(
        study: String, metric: EffectMetric, events: Double, of persons: Double, outcome: String = ""
    ) throws(MetaAnalysisError) {
        guard persons > 0, persons.isFinite, events >= 0, events <= persons else {
            throw .studyData(
                study: study,
                problem: "\(events) events of \(persons) persons; events lie between 0 and persons")
        }
        let arcsine = metric == .arcsineProportion || metric == .doubleArcsineProportion
        let adds = !arcsine && (events == 0 || events == persons)
        let x = adds ? events + 0.5 : events
        let n = adds ? persons + 1 : persons
        let share = x / n
        let pair: (Double, Double)
        switch metric {
        case .proportion: pair = (share, share * (1 - share) / n)
        case .logProportion: pair = (log(share), 1 / x - 1 / n)
        case .logitProportion: pair = (log(x / (n - x)), 1 / x + 1 / (n - x))
        case .arcsineProportion: pair = (asin(share.squareRoot()), 1 / (4 * n))
        case .doubleArcsineProportion:
            let sum = asin((x / (n + 1)).squareRoot()) + asin(((x + 1) / (n + 1)).squareRoot())
            pair = (sum / 2, 1 / (4 * n + 2))
        default:
            throw .contradiction(
                "\(metric.rawValue) does not follow from events of one group; choose PR, PLO or PFT")
        }
        self.init(
            study: study, estimand: Estimand(metric, of: outcome), value: pair.0, variance: pair.1,
            sampleSize: persons, route: adds ? [.fromProportion, .addedHalf] : [.fromProportion])
    }

    /// An effect from events and time at risk of two groups; one half is added to both counts where one is
    /// 0 and a logarithm is taken.
    /// - Parameters:
    ///   - study: the name of the study.
    ///   - metric: IRR or IRD.
    ///   - first: events in the first group.
    ///   - firstTime: its time at risk.
    ///   - second: events in the second group.
    ///   - secondTime: its time at risk.
    ///   - outcome: what was measured; only equal outcomes are pooled.
    /// - Throws: numbers out of range, another metric.
    public init(
        study: String, metric: EffectMetric, events first: Double, during firstTime: Double,
        with second: Double, during secondTime: Double, outcome: String = ""
    ) throws(MetaAnalysisError) {
        guard first >= 0, second >= 0, firstTime > 0, secondTime > 0, first.isFinite, second.isFinite else {
            throw .studyData(study: study, problem: "events are 0 or more and times above 0")
        }
        let adds = min(first, second) == 0
        let x = adds ? (first + 0.5, second + 0.5) : (first, second)
        let pair: (Double, Double)
        switch metric {
        case .logRateRatio: pair = (log(x.0 / firstTime) - log(x.1 / secondTime), 1 / x.0 + 1 / x.1)
        case .rateDifference:
            pair = (
                x.0 / firstTime - x.1 / secondTime,
                x.0 / (firstTime * firstTime) + x.1 / (secondTime * secondTime)
            )
        default:
            throw .contradiction("\(metric.rawValue) does not follow from rates; choose IRR or IRD")
        }
        self.init(
            study: study, estimand: Estimand(metric, of: outcome), value: pair.0, variance: pair.1,
            route: adds ? [.fromRates, .addedHalf] : [.fromRates])
    }
}

/// What Peto's method takes from one table: observed minus expected and the hypergeometric variance.
struct PetoPart {
    let excess: Double
    let variance: Double

    init(_ t: FourfoldTable) {
        let n = t.total
        let with = t.a + t.c
        excess = t.a - t.firstTotal * with / n
        variance = t.firstTotal * t.secondTotal * with * (t.b + t.d) / (n * n * (n - 1))
    }
}
