import ArgumentParser

/// `mengpaneel ensemble`: a simulation cut into shards, for an engine that is there already.
struct EnsembleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ensemble",
        abstract:
            "Simulate on many machines: Slurm, Kubernetes, GNU parallel or anything that starts programs.",
        discussion: """
            A plan says which runs there are. Any machine computes any shard of it, in any order and more than once; put
            together they are to the byte what `mengpaneel simulate` gives on one machine with the same program.

            EXAMPLES
              mengpaneel ensemble plan stad.mengpaneel --package plan.yaml --runs 2000 --into map
              mengpaneel ensemble shard map --project stad.mengpaneel --index 3
              sbatch --array="$(mengpaneel ensemble missing map)" deploy/slurm.sh map stad.mengpaneel
              mengpaneel ensemble merge map --project stad.mengpaneel --csv outcomes.csv --keep
              mengpaneel ensemble script kubernetes map --project stad.mengpaneel
            """,
        subcommands: [
            EnsemblePlanCommand.self, EnsembleShardCommand.self, EnsembleMissingCommand.self,
            EnsembleMergeCommand.self, EnsembleScriptCommand.self,
        ])
}
