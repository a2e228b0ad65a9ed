import ArgumentParser
import Foundation
import GroupDecision
import Perspectives
import ReferenceFiles

extension VerifyCommand {
    /// `mengpaneel verify deliberation DIR`.
    struct Deliberation: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "deliberation",
            abstract:
                "Reference files of opinion groups and Q methodology, and what other software computes.",
            discussion: """
                The votes of conversations lie in a second folder, as NAME.votes.csv or NAME.votes.csv.gz. The exit code
                is 0 only when no value is missed and none is not covered.

                EXAMPLES
                  mengpaneel verify deliberation reference/deliberation --votes data/polis
                  mengpaneel verify deliberation reference/deliberation/q-lipset-pca-varimax-3.json --detail
                """)

        @Argument(help: "A folder with reference files, or one file.")
        var path: String

        @Option(help: "The folder with the votes of conversations.")
        var votes: String?

        @Flag(help: "Also say which values were missed or not covered.")
        var detail = false

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let files = try files()
            var outcomes: [FileOutcome] = []
            for file in files { outcomes.append(try await outcome(file)) }
            table(outcomes).write(as: format)
            if detail { tell(outcomes) }
            guard outcomes.allSatisfy({ $0.missed.isEmpty && $0.notCovered.isEmpty }) else {
                throw ExitCode.failure
            }
        }

        /// What came of one file.
        private struct FileOutcome {
            var name: String
            var matched = 0
            var numbers = 0
            /// What cannot be compared, with why.
            var remarks: [String] = []
            var missed: [String] = []
            var notCovered: [String] = []
        }

        private func files() throws -> [String] {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw UserError("\(path): there is no such file or folder.")
            }
            guard isFolder.boolValue else { return [path] }
            let names = try FileManager.default.contentsOfDirectory(atPath: path).filter {
                $0.hasSuffix(".json")
            }
            guard !names.isEmpty else {
                throw UserError("\(path): holds no reference files; files ending in .json are expected.")
            }
            return names.sorted().map { (path as NSString).appendingPathComponent($0) }
        }

        /// Simulations with the random numbers of another program; the rule that came of them is tested elsewhere.
        private static let drawnElsewhere = "small-group-stability.json"

        private func outcome(_ file: String) async throws -> FileOutcome {
            let name = (file as NSString).lastPathComponent
            var outcome = FileOutcome(name: name)
            let bytes = try InputFile.bytes(file, expected: "a reference file", largest: 1 << 30)
            guard let content = try? JSONValue(contentsOf: bytes) else {
                throw UserError("\(file): is no JSON; a reference file is expected.")
            }
            do {
                if let kind = Perspectives.ReferenceVerification.Kind(fileName: name) {
                    let tally = try Perspectives.ReferenceVerification.tally(
                        kind, name: name, file: content, votes: try await table(kind))
                    (outcome.matched, outcome.numbers) = (tally.matched, tally.numbers)
                    (outcome.missed, outcome.notCovered) = (tally.missed, tally.notCovered)
                } else if let report = try GroupDecision.ReferenceVerification.report(
                    name: name, content: content)
                {
                    (outcome.matched, outcome.numbers) = (report.matched, report.matched)
                    outcome.missed = report.missed.map {
                        "\($0.name): found \($0.found), expected \($0.expected)"
                    }
                    outcome.remarks = report.notCovered.map { "\($0.name): \($0.reason)" }
                } else if name == Self.drawnElsewhere {
                    outcome.remarks = [
                        "the whole file: draws of another program's random numbers cannot be repeated"
                    ]
                } else {
                    outcome.notCovered = ["the whole file"]
                }
            } catch let error as PerspectivesError {
                throw UserError("\(file): \(error.description).")
            } catch let error as GroupDecisionError {
                throw UserError("\(file): \(error).")
            }
            return outcome
        }

        private func table(_ kind: Perspectives.ReferenceVerification.Kind) async throws -> VoteTable? {
            guard case .polis(let conversation) = kind, let votes else { return nil }
            let found = ["csv", "csv.gz"].map {
                (votes as NSString).appendingPathComponent("\(conversation).votes.\($0)")
            }.first { FileManager.default.fileExists(atPath: $0) }
            guard let found else { return nil }
            return try await VotesFile(found, statements: nil).table
        }

        private func table(_ outcomes: [FileOutcome]) -> DataTable {
            func row(_ name: String, _ counts: Int...) -> [Cell] {
                [.text(name)] + counts.map { .integer($0) }
            }
            func sum(_ count: (FileOutcome) -> Int) -> Int { outcomes.reduce(0) { $0 + count($1) } }
            return DataTable(
                columns: ["file", "matched", "numbers", "remarked", "missed", "not covered"],
                rows: outcomes.map {
                    row(
                        $0.name, $0.matched, $0.numbers, $0.remarks.count, $0.missed.count,
                        $0.notCovered.count)
                } + [
                    row(
                        "total", sum(\.matched), sum(\.numbers), sum(\.remarks.count), sum(\.missed.count),
                        sum(\.notCovered.count))
                ])
        }

        private func tell(_ outcomes: [FileOutcome]) {
            for one in outcomes {
                for line in one.missed { Terminal.say("missed: \(one.name), \(line)") }
                for line in one.remarks { Terminal.say("remark: \(one.name), \(line)") }
                for line in one.notCovered { Terminal.say("not covered: \(one.name), \(line)") }
            }
        }
    }
}
