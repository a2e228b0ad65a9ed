import EnsembleShards
import Foundation
import Testing

/// Job files, and those that lie in `deploy`.
@Suite struct JobScriptTests {
    @Test func pathsWithSpacesAndQuotesStayOneWord() {
        for engine in [JobScript.Engine.slurm, .parallel] {
            let text = JobScript(engine: engine, plan: "de 'map'", project: "stad.mengpaneel").text
            #expect(text.contains("default_plan='de '\\''map'\\'''\n"))
        }
        let text = JobScript(engine: .kubernetes, plan: "/data/\"a\\b", project: "p").text
        #expect(text.contains("- \"/data/\\\"a\\\\b\"\n"))
    }

    @Test func theNumberOfShardsIsFilledIn() {
        let slurm = JobScript(engine: .slurm, plan: "map", project: "p", shards: 20).text
        #expect(slurm.contains("#SBATCH --array=0-19\n"))
        let kubernetes = JobScript(engine: .kubernetes, plan: "map", project: "p", shards: 4).text
        #expect(kubernetes.contains("completions: 4\n") && kubernetes.contains("parallelism: 4\n"))
    }
}
