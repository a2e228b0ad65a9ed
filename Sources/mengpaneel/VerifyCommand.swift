import ArgumentParser
import ReferenceFiles
import Segregation

/// `mengpaneel verify`: does this program give the values that other software gives?
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Recompute reference values on this machine and say which agree.",
        discussion: """
            EXAMPLES
              mengpaneel verify segregation reference/segregation
              mengpaneel verify segregation reference/segregation --family aspatial --detail
              mengpaneel verify evidence reference/evidence
              mengpaneel verify deliberation reference/deliberation --votes data/polis
            """, subcommands: [Segregation.self, Evidence.self, Deliberation.self])

    /// `mengpaneel verify segregation DIR`.
    struct Segregation: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "segregation",
            abstract:
                "Reference files of the form segref/1: counts and the indices other software computes from them.",
            discussion: """
                The exit code is 0 only when no value is missed and none is not covered.

                EXAMPLES
                  mengpaneel verify segregation reference/segregation
                  mengpaneel verify segregation reference/segregation --family aspatial --detail
                """)

        @Argument(help: "A folder with reference files, or one file.")
        var path: String

        @Option(
            parsing: .upToNextOption,
            help:
                "Only these kinds of measures: \(ReferenceFamily.allCases.map(\.rawValue).joined(separator: ", "))."
        )
        var family: [ReferenceFamily] = []

        @Flag(help: "Also say which values were missed and which measures are not covered.")
        var detail = false

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let families = Set(family.isEmpty ? ReferenceFamily.allCases : family)
            let outcome = try ReferenceVerification(path: path, families: families)
            table(outcome).write(as: format)
            if detail { tell(outcome) }
            guard outcome.isComplete else { throw ExitCode.failure }
        }

        private func table(_ outcome: ReferenceVerification) -> DataTable {
            func row(_ name: String, _ matched: Int, _ numbers: Int, _ missed: Int, _ notCovered: Int)
                -> [Cell]
            {
                [.text(name)] + [matched, numbers, missed, notCovered].map { .integer($0) }
            }
            return DataTable(
                columns: ["file", "matched", "numbers", "missed", "not covered"],
                rows: outcome.files.map {
                    row($0.name, $0.matched, $0.numbersMatched, $0.missed.count, $0.notCovered.count)
                } + [
                    row("total", outcome.matched, outcome.numbersMatched, outcome.missed, outcome.notCovered)
                ])
        }

        private func tell(_ outcome: ReferenceVerification) {
            for file in outcome.files {
                for entry in file.missed {
                    if case .missed(let difference) = entry.outcome {
                        Terminal.say(
                            "missed: \(file.name), \(entry.caseIdentifier), \(entry.index): \(difference)")
                    }
                }
                for entry in file.remarked {
                    if case .matched(_, let remark?) = entry.outcome {
                        Terminal.say(
                            "remark: \(file.name), \(entry.caseIdentifier), \(entry.index): \(remark)")
                    }
                }
                if !file.indicesNotCovered.isEmpty {
                    Terminal.say(
                        "not covered: \(file.name): \(file.indicesNotCovered.joined(separator: ", "))")
                }
            }
        }
    }
}
