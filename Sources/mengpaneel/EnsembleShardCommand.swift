import ArgumentParser
import EnsembleShards
import Foundation
import HousingMarket
import Synchronization

/// `mengpaneel ensemble shard`: computes one shard, whoever asks for it and however often.
struct EnsembleShardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shard", abstract: "Compute one shard of a plan.",
        discussion: """
            The number is that of --index, or of SLURM_ARRAY_TASK_ID, or of JOB_COMPLETION_INDEX. A shard whose file is
            valid is done at once. What a killed shard had finished is not computed again.

            EXIT STATUS
              0   the file of the shard is there and whole
              42  this cannot be done, however often it is tried: another project or program, no such shard
              64  a mistyped command
              75  stopped by SIGTERM or Ctrl-C, or the disk refused: another try goes on where this one stopped

            EXAMPLES
              mengpaneel ensemble shard map --project stad.mengpaneel --index 3
              SLURM_ARRAY_TASK_ID=3 mengpaneel ensemble shard map --project stad.mengpaneel --threads 1
            """)

    @Argument(help: "The folder of the plan.")
    var folder: String

    @Option(help: "The project file that was planned.")
    var project: String

    @Option(
        help: "The number of the shard, from 0 [default: SLURM_ARRAY_TASK_ID, then JOB_COMPLETION_INDEX].")
    var index: Int?

    @Option(help: "How many runs at the same time [default: the number of cores].")
    var threads: Int?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads: \(threads) is not between 1 and 1,024.")
        }
    }

    func run() async throws {
        // From the first moment: an engine that stops a shard at its start must get the same answer.
        Interrupt.watchEngine()
        do {
            try await compute()
        } catch let error as TryAgain {
            Terminal.say("\(error)")
            throw ExitCode(75)
        } catch {
            Terminal.say("Error: \(error)")
            throw ExitCode(42)
        }
    }

    private func compute() async throws {
        let folder = EnsembleFolder(folder)
        let plan = try folder.plan()
        let index = try place(in: plan)
        if try folder.defect(index, of: plan) == nil { return }
        let study = try EnsembleStudy.of(plan, folder: folder, project: project)
        let ensemble = study.ensemble(EnsembleStudy.line(plan))
        let places = ensemble.places(ofRuns: plan.runs(ofShard: index))
        let work = try ShardWork(folder: folder, plan: plan, index: index, known: Set(places))
        await ensemble.eachSummary(
            of: places.filter { work.summary($0) == nil },
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
            isStopped: { Interrupt.isAsked || work.failure != nil },
            found: { place, summary in
                guard ensemble.fits(summary, arm: place.arm) else {
                    work.fail(
                        UserError(
                            "run \(place.run) of '\(plan.arms[place.arm])' gave a number without end; report it with the plan."
                        ))
                    return
                }
                work.add(place, summary)
            })
        if let failure = work.failure { throw failure }
        let summaries = places.compactMap(work.summary)
        guard let shard = ShardFile(plan: plan, index: index, summaries: summaries) else {
            throw TryAgain(
                "shard \(index): stopped with \(summaries.count) of \(places.count) runs finished, which are kept; start it again to go on."
            )
        }
        try work.finish(shard)
    }

    /// The number of the shard, from wherever it is given.
    private func place(in plan: EnsemblePlan) throws -> Int {
        func checked(_ number: Int, _ source: String) throws -> Int {
            guard (0..<plan.shards).contains(number) else {
                throw UserError(
                    "\(source): there is no shard \(number); the plan has shards 0 to \(plan.shards - 1).")
            }
            return number
        }
        if let index { return try checked(index, "--index") }
        let environment = ProcessInfo.processInfo.environment
        for name in ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"] {
            guard let text = environment[name], !text.isEmpty else { continue }
            guard let number = Int(text) else {
                throw UserError("\(name): '\(text)' is not the number of a shard; give --index instead.")
            }
            return try checked(number, name)
        }
        throw UserError(
            "--index is missing, and neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set; give --index 0 to \(plan.shards - 1)."
        )
    }
}

/// Something that another try may well do: the machine, not the plan, stood in the way.
struct TryAgain: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
