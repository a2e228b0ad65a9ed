import ArgumentParser
import EnsembleShards
import Foundation

/// `mengpaneel ensemble script`: a job file for an engine.
struct EnsembleScriptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "script", abstract: "Write a job file for Slurm, Kubernetes or GNU parallel.",
        discussion: """
            Without a folder it is the file in `deploy`, which serves any plan; with one its paths and the number of its
            shards are filled in.

            EXAMPLES
              mengpaneel ensemble script slurm > slurm.sh
              mengpaneel ensemble script kubernetes map --project stad.mengpaneel --image registry.example/mengpaneel
            """)

    @Argument(help: "The engine: slurm, kubernetes or parallel.")
    var engine: JobScript.Engine

    @Argument(help: "The folder of the plan.")
    var folder: String?

    @Option(help: "The project file that was planned.")
    var project: String?

    @Option(help: "The container image that holds this program, for Kubernetes.")
    var image = "mengpaneel:\(Version.text)"

    func run() async throws {
        // The machines of a cluster see the volume under its own path.
        let isCluster = engine == .kubernetes
        var script = JobScript(
            engine: engine, plan: isCluster ? "/data/plan" : "plan",
            project: isCluster ? "/data/stad.mengpaneel" : "stad.mengpaneel", image: image)
        if let folder {
            let folder = EnsembleFolder(folder)
            script.shards = try folder.plan().shards
            let name = URL(fileURLWithPath: folder.path).lastPathComponent
            script.plan = isCluster ? "/data/\(name)" : folder.path
        }
        if let project {
            script.project =
                isCluster ? "/data/\(URL(fileURLWithPath: project).lastPathComponent)" : project
        }
        Terminal.write(Data(script.text.utf8))
    }
}
