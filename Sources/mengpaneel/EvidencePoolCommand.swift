import ArgumentParser
import Bilingual
import Foundation
import MetaAnalysis

/// `mengpaneel evidence pool`: one mean of effects of the user's own, with how much they differ.
struct EvidencePoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool", abstract: "Pool effects of studies: mean, prediction interval, heterogeneity.",
        discussion: """
            The file has one row per effect: yi with vi, sei or ci_lb and ci_ub; or what papers give, by metafor's
            names (ai bi ci di; m1i sd1i n1i m2i sd2i n2i; ri ni; ti n1i n2i; ...), which `evidence convert` shows.
            Columns metric and outcome say what an effect estimates: different things are never pooled.

            EXAMPLES
              mengpaneel evidence pool effects.csv
              mengpaneel evidence pool effects.csv --model reml --test knha --format json
              mengpaneel evidence pool effects.csv --moderator year --leave-one-out --bias all
              mengpaneel evidence pool effects.csv --cumulative year --moderator latitude --html figures.html
            """)

    @Argument(help: "A CSV file with one row per effect.")
    var file: String

    @Option(
        help:
            "EE (equal effects), or the estimator of tau2: REML, DL, HE, HS, HSk, SJ, ML, EB, PM, PMM, GENQ.")
    var model = "REML"

    @Option(help: "Tests and intervals: z, t, knha, or adhoc (knha that is never narrower than plain).")
    var test = "adhoc"

    @Option(help: "The prediction interval: higgins (t with k-2), partlett-riley, or as-test.")
    var prediction = "higgins"

    @Option(help: "The level of intervals, between 0 and 1.")
    var level = 0.95

    @Option(
        help: "The scale of the effects, such as RR, OR, SMD, ZCOR; asked of raw numbers, told of effects.")
    var metric: String?

    @Option(help: "Only the rows with this text in the column outcome.")
    var outcome: String?

    @Option(help: "A column of weights of your own, for GENQ.")
    var weights: String?

    @Option(parsing: .upToNextOption, help: "Columns for a meta-regression: numbers, or words as classes.")
    var moderator: [String] = []

    @Option(help: "Permutations of the moderators for a test without a distribution; 0 for none.")
    var permutations = 0

    @Option(help: "The seed of the permutations; the same seed gives the same figures anywhere.")
    var seed: UInt64 = 1

    @Option(help: "A column of classes to pool apart, with a test whether they differ.")
    var subgroup: String?

    @Option(help: "The tau2 of subgroups: own or common.")
    var subgroupTau2 = "common"

    @Option(help: "A column of clusters (such as a survey that studies share), for robust errors CR2.")
    var cluster: String?

    @Option(help: "A column of studies that hold several effects each, for a three-level model.")
    var threeLevel: String?

    @Option(help: "The correlation of sampling errors within a study of --three-level.")
    var rho: Double?

    @Flag(help: "Also the result without each study in turn.")
    var leaveOneOut = false

    @Option(help: "Also the result as studies come in, in the order of this column.")
    var cumulative: String?

    @Flag(help: "Also what each study does to the result.")
    var influence = false

    @Option(
        parsing: .upToNextOption,
        help: "Looks for missing studies: egger, begg, trimfill, petpeese, selection, pcurve, or all.")
    var bias: [String] = []

    @Option(
        help:
            "Also write the figures as one HTML file; --moderator, --cumulative and --subgroup fill more of them."
    )
    var html: String?

    @Option(help: "The language of the HTML file: nl or en.")
    var language: Language?

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    func validate() throws {
        if rho != nil, threeLevel == nil { throw ValidationError("--rho goes with --three-level.") }
        if permutations != 0, moderator.isEmpty {
            throw ValidationError("--permutations goes with --moderator.")
        }
        if language != nil, html == nil { throw ValidationError("--language goes with --html.") }
        if permutations < 0 { throw ValidationError("--permutations is 0 or more, not \(permutations).") }
        if !["own", "common"].contains(subgroupTau2) {
            throw ValidationError("--subgroup-tau2 is own or common, not '\(subgroupTau2)'.")
        }
    }

    func run() async throws {
        let effects = try EffectsFile(
            path: file, metric: metric.map { try EffectWords.metric($0, "--metric") }, outcome: outcome)
        if let remark = effects.remark { Terminal.say(remark) }
        do {
            let analysis = try PoolAnalysis(file: effects, command: self)
            if let html { try PoolFigures.write(analysis.pooled, of: effects, for: self, to: html) }
            if format != .json { for warning in analysis.warnings { Terminal.say("note: \(warning).") } }
            switch format {
            case .table: Terminal.write(Data(analysis.text.utf8))
            case .csv: PoolPart.together(analysis.allParts).write(as: .csv)
            case .json: Terminal.write(Data((analysis.json.text() + "\n").utf8))
            }
        } catch let error as MetaAnalysisError {
            throw UserError("\(effects.name): \(error).")
        }
    }

    /// The choices as the library takes them.
    func options(_ file: EffectsFile) throws -> PoolingOptions {
        var options = PoolingOptions(
            try EffectWords.model(model), inference: try EffectWords.inference(test),
            prediction: try EffectWords.prediction(prediction), level: level)
        if let weights {
            options.weights = try zip(file.numbers(weights, "--weights") ?? [], file.rows).map {
                number, row in
                guard let number else {
                    throw UserError("\(file.name), row \(row + 2), column '\(weights)': a weight is missing.")
                }
                return number
            }
            if options.weights?.isEmpty ?? true {
                throw UserError("\(file.name), column '\(weights)': holds words; --weights needs numbers.")
            }
        }
        return options
    }
}
