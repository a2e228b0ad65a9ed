import ArgumentParser
import MetaAnalysis
import ReferenceFiles

extension VerifyCommand {
    /// `mengpaneel verify evidence DIR`.
    struct Evidence: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "evidence",
            abstract: "Reference files of meta-analysis: studies and what other software computes from them.",
            discussion: """
                The exit code is 0 only when no value is missed and none is not covered.

                EXAMPLES
                  mengpaneel verify evidence reference/evidence
                  mengpaneel verify evidence reference/evidence/bcg.json --detail
                """)

        @Argument(help: "A folder with reference files, or one file.")
        var path: String

        @Flag(help: "Also say which values were missed, remarked on or not covered.")
        var detail = false

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let outcome = try ReferenceVerification(path: path)
            table(outcome).write(as: format)
            if detail { tell(outcome) }
            guard outcome.isComplete else { throw ExitCode.failure }
        }

        private func table(_ outcome: ReferenceVerification) -> DataTable {
            func row(_ name: String, _ counts: Int...) -> [Cell] {
                [.text(name)] + counts.map { .integer($0) }
            }
            return DataTable(
                columns: ["file", "matched", "numbers", "remarked", "missed", "not covered"],
                rows: outcome.files.map {
                    row(
                        $0.name, $0.matched, $0.numbersMatched, $0.remarked.count, $0.missed.count,
                        $0.notCovered.count)
                } + [
                    row(
                        "total", outcome.matched, outcome.numbersMatched, outcome.remarked, outcome.missed,
                        outcome.notCovered)
                ])
        }

        private func tell(_ outcome: ReferenceVerification) {
            for file in outcome.files {
                for entry in file.entries {
                    switch entry.outcome {
                    case .missed(let difference):
                        Terminal.say("missed: \(file.name), \(entry.path): \(difference)")
                    case .matched(_, let remark?):
                        Terminal.say("remark: \(file.name), \(entry.path): \(remark)")
                    case .notCovered: Terminal.say("not covered: \(file.name), \(entry.path)")
                    case .matched: break
                    }
                }
            }
        }
    }
}
