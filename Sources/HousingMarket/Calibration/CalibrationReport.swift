public import Bilingual

/// What a calibration came to: for each parameter how far the data pin it down, for each target how well it is met, and
/// the ridges along which the data cannot tell parameters apart.
public struct CalibrationReport: Sendable, Hashable {
    /// A parameter after the data.
    public struct ParameterRow: Sendable, Hashable {
        /// The parameter.
        public let parameter: CalibrationParameter
        /// Its weighted mean.
        public let mean: Double
        /// Its 2.5, 25, 50, 75 and 97.5 % quantiles.
        public let quantiles: [Double]
        /// 1 - standard deviation after / before the data: 1 is pinned down, 0 is as unknown as before. A little below
        /// 0 can occur where the data favour both ends.
        public let contraction: Double
        /// Whether the data pin it down: the standard deviation at least halved.
        public var isIdentified: Bool { contraction >= CalibrationReport.identifiedFrom }
    }

    /// A target after fitting.
    public struct TargetRow: Sendable, Hashable {
        /// The target.
        public let target: CalibrationTarget
        /// The median, 2.5 and 97.5 % quantiles of what one run gives.
        public let median: Double
        /// See ``median``.
        public let low: Double
        /// See ``median``.
        public let high: Double
        /// The distance of the median from the observation in standard deviations of observation and discrepancy.
        public let misfit: Double
    }

    /// Two parameters that the data tell in combination only.
    public struct Ridge: Sendable, Hashable {
        /// The one.
        public let first: CalibrationParameter
        /// The other.
        public let second: CalibrationParameter
        /// Their rank correlation after the data.
        public let correlation: Double
    }

    /// From this contraction on a parameter counts as identified.
    public static let identifiedFrom = 0.5
    /// From this absolute rank correlation on two parameters form a ridge.
    public static let ridgeFrom = 0.8

    /// The parameters, in order; empty without a posterior.
    public let parameters: [ParameterRow]
    /// The targets, in order; empty without a posterior.
    public let targets: [TargetRow]
    /// The ridges.
    public let ridges: [Ridge]
    /// The calibration.
    public let calibration: Calibration

    /// The report of a calibration.
    public init(_ calibration: Calibration) {
        self.calibration = calibration
        let problem = calibration.problem
        guard let posterior = calibration.posterior else {
            (parameters, targets, ridges) = ([], [], [])
            return
        }
        parameters = problem.parameters.enumerated().map { place, parameter in
            let before = (parameter.high - parameter.low) / 12.0.squareRoot()
            return ParameterRow(
                parameter: parameter, mean: posterior.mean(ofParameter: place),
                quantiles: posterior.quantiles(ofParameter: place, at: [0.025, 0.25, 0.5, 0.75, 0.975]),
                contraction: 1 - posterior.deviation(ofParameter: place) / before)
        }
        targets = problem.targets.enumerated().map { place, target in
            let found = posterior.quantiles(ofTarget: place, at: [0.025, 0.5, 0.975])
            return TargetRow(
                target: target, median: found[1], low: found[0], high: found[2],
                misfit: (found[1] - target.observed) / target.variance.squareRoot())
        }
        var ridges: [Ridge] = []
        for first in problem.parameters.indices {
            for second in problem.parameters.indices where second > first {
                if let correlation = posterior.rankCorrelation(first, second),
                    abs(correlation) >= Self.ridgeFrom
                {
                    ridges.append(
                        Ridge(
                            first: problem.parameters[first], second: problem.parameters[second],
                            correlation: correlation))
                }
            }
        }
        self.ridges = ridges
    }

    /// The report as Markdown: waves, parameters, targets, ridges.
    public func markdown(_ language: Language) -> String {
        let text = NumberText(language)
        func say(_ nl: String, _ en: String) -> String { BilingualText(nl: nl, en: en)(language) }
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        func rule(_ count: Int) -> String { "|" + String(repeating: "---|", count: count) }
        var lines = [
            row([
                say("ronde", "wave"), say("punten", "points"), say("over", "kept"),
                say("grens (sd)", "cutoff (sd)"),
                say("ruimte die overblijft", "space left"),
            ]), rule(5),
        ]
        for wave in calibration.waves {
            lines.append(
                row([
                    text.count(wave.number), text.count(wave.points.count), text.count(wave.kept),
                    text.decimal(wave.cutoff, decimals: 1),
                    text.percent(wave.spaceLeft, decimals: 2),
                ]))
        }
        lines += ["", ending(language, text)]
        guard let posterior = calibration.posterior else { return lines.joined(separator: "\n") + "\n" }
        lines += [
            "",
            say("Effectieve steekproef: ", "Effective sample: ") + text.decimal(posterior.effectiveSize)
                + say("; marge ", "; tolerance ") + text.decimal(posterior.tolerance, decimals: 2) + ".", "",
            row([
                say("parameter", "parameter"), say("mediaan", "median"), "95%",
                say("kennis erbij", "contraction"),
                say("bepaald", "identified"),
            ]), rule(5),
        ]
        for one in parameters {
            lines.append(
                row([
                    one.parameter.name(language), text.decimal(one.quantiles[2], decimals: 4),
                    text.interval(one.quantiles[0], one.quantiles[4], decimals: 4),
                    text.percent(one.contraction),
                    one.isIdentified ? say("ja", "yes") : say("nee", "no"),
                ]))
        }
        lines += [
            "",
            row([
                say("doel", "target"), say("jaar", "year"), say("waargenomen", "observed"),
                say("model (95%)", "model (95%)"), say("afstand in sd", "distance in sd"),
                say("bron", "source"),
            ]), rule(6),
        ]
        for one in targets {
            lines.append(
                row([
                    one.target.name(language), "\(one.target.year)",
                    text.decimal(one.target.observed, decimals: 4),
                    "\(text.decimal(one.median, decimals: 4)) (\(text.interval(one.low, one.high, decimals: 4)))",
                    text.signed(one.misfit, decimals: 1), one.target.source,
                ]))
        }
        for ridge in ridges {
            let names = "\(ridge.first.name(language)) / \(ridge.second.name(language))"
            let strength = text.decimal(ridge.correlation, decimals: 2)
            lines += [
                "",
                say(
                    "Niet los van elkaar te bepalen: \(names) (samenhang \(strength)).",
                    "Not to be told apart: \(names) (rank correlation \(strength))."),
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func ending(_ language: Language, _ text: NumberText) -> String {
        switch calibration.ending {
        case .settled:
            return BilingualText(
                nl: "De laatste ronde sloot bijna niets meer uit.",
                en: "The last wave ruled out hardly anything."
            )(language)
        case .wavesUsed:
            return BilingualText(
                nl: "Alle rondes zijn gebruikt; een volgende kan nog iets uitsluiten.",
                en: "All waves are used; another may rule out more.")(language)
        case .nothingPlausible:
            guard let nearest = calibration.nearestPoint, nearest.implausibility.isFinite else {
                return BilingualText(nl: "Geen enkele run gaf een uitkomst.", en: "No run gave an outcome.")(
                    language)
            }
            let target = calibration.problem.targets[nearest.worstTarget].name
            let distance = text.decimal(nearest.implausibility, decimals: 1)
            return BilingualText(
                nl: "Geen punt past bij alle doelen. Het beste punt zit \(distance) sd van ‘\(target.nl)’.",
                en: "No point meets all targets. The nearest is \(distance) sd away from “\(target.en)”.")(
                    language)
        }
    }
}
