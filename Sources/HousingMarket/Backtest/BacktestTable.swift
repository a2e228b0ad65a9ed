public import Bilingual
internal import Neighbourhoods

/// The outcome of a back-test as a table: one row for each indicator and baseline.
public struct BacktestTable: Sendable, Hashable {
    /// One line of the table.
    public struct Row: Sendable, Hashable {
        /// What was predicted.
        public let indicator: BacktestIndicator
        /// Against what.
        public let baseline: BacktestBaseline
        /// The first year.
        public let year0: Int
        /// The year predicted.
        public let year1: Int
        /// The skill with its interval; nil where it is not estimable.
        public let skill: BacktestInterval?
        /// The mean squared error of the model; nil where there is no score.
        public let modelError: Double?
        /// The mean squared error of the baseline; nil where there is no score.
        public let baselineError: Double?
        /// The areas scored.
        public let areas: Int
        /// The areas left out of the case, or without this baseline.
        public let leftOut: Int
        /// What it comes to.
        public let verdict: BacktestVerdict
        /// Why there is no score.
        public let gap: SkillGap?
    }

    /// The scores, in the order given.
    public let scores: [BacktestScore]
    /// The rows, by score and then by baseline.
    public let rows: [Row]

    /// The table of `scores`.
    public init(_ scores: [BacktestScore]) {
        self.scores = scores
        rows = scores.flatMap { score in
            score.baselines.map { one in
                let gap: SkillGap? = if case .notEstimable(let gap) = one.outcome { gap } else { nil }
                let areas = one.score?.areas ?? 0
                return Row(
                    indicator: score.indicator, baseline: one.baseline, year0: score.year0,
                    year1: score.year1,
                    skill: one.score?.skill, modelError: one.score?.modelError,
                    baselineError: one.score?.baselineError, areas: areas,
                    leftOut: score.areas.count + score.leftOut.count - areas,
                    verdict: one.verdict, gap: gap)
            }
        }
    }

    /// Comma-separated text with one line for each row and full precision; the same input gives the same bytes.
    public var csv: String {
        let head = [
            "indicator", "unit", "baseline", "year0", "year1", "skill", "low", "high", "mse_model",
            "mse_baseline",
            "areas", "left_out", "verdict", "reason",
        ]
        var lines = [QuotedRow.line(head)]
        for row in rows {
            lines.append(
                QuotedRow.line([
                    row.indicator.id.rawValue, row.indicator.unit.rawValue, row.baseline.rawValue,
                    "\(row.year0)",
                    "\(row.year1)", number(row.skill?.value), number(row.skill?.low), number(row.skill?.high),
                    number(row.modelError), number(row.baselineError), "\(row.areas)", "\(row.leftOut)",
                    row.verdict.rawValue, row.gap?.name.en ?? "",
                ]))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Two Markdown tables for the documentation: skill by baseline, and what the error of each indicator is made of.
    public func markdown(_ language: Language) -> String {
        let text = NumberText(language)
        let dutch = language == .dutch
        var lines = [
            dutch
                ? "| indicator | jaren | vergeleken met | winst (95%) | gebieden | oordeel |"
                : "| indicator | years | compared with | skill (95%) | areas | verdict |",
            "|---|---|---|---|---|---|",
        ]
        for row in rows {
            let skill = row.skill.map { shown($0, text) } ?? row.gap?.name(language) ?? "–"
            lines.append(
                "| \(cell(row.indicator.name(language))) | \(row.year0)–\(row.year1) | \(row.baseline.name(language))"
                    + " | \(skill) | \(row.areas) | \(row.verdict.name(against: row.baseline)(language)) |")
        }
        lines += [
            "",
            dutch
                ? "| indicator | runs | deel toeval in de fout | dekking van 95% | samenhang van verandering | richting goed | niveaus tonen |"
                : "| indicator | runs | chance in the error | coverage of 95% | correlation of change | direction right | show levels |",
            "|---|---|---|---|---|---|---|",
        ]
        for score in scores {
            let chance =
                score.error.flatMap { $0.total > 0 ? text.percent($0.ofChance / $0.total) : nil } ?? "–"
            let levels = score.showsLevels ? (dutch ? "ja" : "yes") : (dutch ? "nee" : "no")
            lines.append(
                "| \(cell(score.indicator.name(language))) | \(score.runs) | \(chance)"
                    + " | \(score.coverage.map { shown($0, text) } ?? "–")"
                    + " | \(score.changeCorrelation.map { shown($0, text) } ?? "–")"
                    + " | \(score.direction?.figureOfMerit.map { shown($0, text) } ?? "–") | \(levels) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }

    private func cell(_ text: String) -> String { text.split(separator: "|").joined(separator: "\\|") }

    private func shown(_ one: BacktestInterval, _ text: NumberText) -> String {
        "\(text.decimal(one.value, decimals: 2)) (\(text.interval(one.low, one.high)))"
    }
}
