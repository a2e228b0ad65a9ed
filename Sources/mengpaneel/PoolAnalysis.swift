import Foundation
import MetaAnalysis

/// Everything that `evidence pool` was asked for, as parts.
struct PoolAnalysis {
    let file: EffectsFile
    let pooled: PooledEffect
    let main: PoolPart
    let parts: [PoolPart]
    let warnings: [String]

    init(file: EffectsFile, command: EvidencePoolCommand) throws {
        let options = try command.options(file)
        let bias = try EffectWords.bias(command.bias)
        let set = try EffectSet(file.effects)
        let pooled = try set.pooled(options)
        self.file = file
        self.pooled = pooled
        main = PoolSummary.part(pooled, test: command.test)
        var parts = [PoolSummary.estimators(pooled), PoolSummary.studies(pooled)]
        var warnings = pooled.warnings.map(\.english)
        if let column = command.subgroup {
            let groups = try set.subgroups(
                by: file.labels(column, "--subgroup"),
                heterogeneity: command.subgroupTau2 == "own" ? .own : .common, options)
            parts += PoolModels.subgroups(groups)
            warnings += groups.warnings.map { "subgroups: \($0.english)" }
        }
        if !command.moderator.isEmpty {
            let moderators = try command.moderator.map { name -> Moderator in
                if let numbers = try file.numbers(name, "--moderator") { return .number(name, numbers) }
                return .category(name, try file.labels(name, "--moderator"))
            }
            let model = try set.regression(on: moderators, options)
            parts += PoolModels.regression(model)
            if command.permutations > 0 {
                parts.append(
                    PoolModels.permutations(
                        try model.permutationTest(draws: command.permutations, seed: command.seed)))
            }
            warnings += model.warnings.map { "meta-regression: \($0.english)" }
        }
        if let column = command.cluster {
            let clusters = try file.fullLabels(column, "--cluster")
            parts.append(PoolModels.robust(try pooled.robust(clusters: clusters), "robust"))
        }
        if let column = command.threeLevel {
            parts += try PoolModels.threeLevel(
                set, file.fullLabels(column, "--three-level"), column, rho: command.rho, options)
        }
        if command.leaveOneOut {
            parts.append(PoolSeries.part("leave_one_out", "omitted", try set.leaveOneOut(options)))
        }
        if let column = command.cumulative {
            let order = try zip(file.numbers(column, "--cumulative") ?? [], file.rows).map { number, row in
                guard let number else {
                    throw UserError("\(file.name), row \(row + 2), column '\(column)': is empty.")
                }
                return number
            }
            guard order.count == set.count else {
                throw UserError("\(file.name), column '\(column)': holds words; --cumulative needs numbers.")
            }
            parts.append(PoolSeries.part("cumulative", "study", try set.cumulative(by: order, options)))
        }
        if command.influence { parts.append(PoolSeries.influence(try pooled.influence())) }
        parts += try bias.map { try PoolBias.part($0, set, options) }
        self.parts = parts
        self.warnings = warnings
    }

    var allParts: [PoolPart] { [main] + parts }

    /// The result for reading.
    var text: String {
        var blocks = [PoolSummary.sentences(pooled).joined(separator: "\n")]
        for part in parts {
            // A long list of studies is for files.
            if part.key == "studies", part.rows.count > 60 {
                blocks.append("\(part.title): \(part.rows.count) studies, listed with --format csv or json.")
                continue
            }
            let lines = [part.title] + part.notes.map { "  \($0)" }
            blocks.append(
                lines.joined(separator: "\n") + "\n"
                    + part.table.aligned.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// The result under the keys of the reference files.
    var json: JSONTree {
        var fields: [(String, JSONTree)] = [
            ("file", .text(file.name)), ("measure", .text(pooled.effects.estimand.metric.rawValue)),
            ("outcome", .text(pooled.effects.estimand.outcome)),
        ]
        if case .object(let main) = main.json { fields += main }
        fields += PoolSummary.nested(pooled)
        fields += parts.map { ($0.key, $0.json) }
        fields.append(("warnings", .array(warnings.map { .text($0) })))
        return .object(fields)
    }
}
