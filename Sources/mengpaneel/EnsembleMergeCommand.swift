import ArgumentParser
import EnsembleShards
import Foundation
import HousingMarket

/// `mengpaneel ensemble merge`: all shards become one outcome.
struct EnsembleMergeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Put the shards of a plan together.",
        discussion: """
            The outcome is to the byte that of `mengpaneel simulate` (or `compare`) on one machine, whoever computed which
            shard, and when. A missing, damaged or foreign shard is refused: nothing is written then.

            EXAMPLES
              mengpaneel ensemble merge map --project stad.mengpaneel --csv outcomes.csv
              mengpaneel ensemble merge map --project stad.mengpaneel --keep
            """)

    @Argument(help: "The folder of the plan.")
    var folder: String

    @Option(help: "The project file that was planned.")
    var project: String

    @OptionGroup var telling: OutcomeTelling

    func run() async throws {
        let folder = EnsembleFolder(folder)
        let plan = try folder.plan()
        let study = try EnsembleStudy.of(plan, folder: folder, project: project)
        let line = EnsembleStudy.line(plan)
        let ensemble = study.ensemble(line)
        var merge = ShardMerge(plan)
        for name in try folder.shardNames() {
            let file = folder.path + "/" + name
            guard let bytes = try folder.bytes(name) else { continue }
            let shard = try ShardFile(bytes: bytes, file: file)
            try merge.add(shard, file: file, ensemble: ensemble)
        }
        guard merge.missing.isEmpty else {
            throw UserError(
                "\(folder.path): \(merge.missing.count) of \(plan.shards) shards are missing (\(IndexList.ranges(merge.missing))); compute them with `mengpaneel ensemble shard`."
            )
        }
        telling.remark(on: study)
        try telling.tell(ensemble.result(merge.summaries), of: study, line)
    }
}
