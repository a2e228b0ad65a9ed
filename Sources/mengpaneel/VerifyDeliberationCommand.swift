import ArgumentParser
import Foundation
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
            var tallies: [ReferenceTally] = []
            for file in files { tallies.append(try await tally(file)) }
            table(tallies).write(as: format)
            if detail { tell(tallies) }
            guard tallies.allSatisfy(\.isComplete) else { throw ExitCode.failure }
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

        private func tally(_ file: String) async throws -> ReferenceTally {
            let name = (file as NSString).lastPathComponent
            guard let kind = ReferenceVerification.Kind(fileName: name) else {
                var tally = ReferenceTally(name: name)
                tally.leave("the whole file")
                return tally
            }
            let bytes = try InputFile.bytes(file, expected: "a reference file", largest: 1 << 30)
            guard let content = try? JSONValue(contentsOf: bytes) else {
                throw UserError("\(file): is no JSON; a reference file is expected.")
            }
            var table: VoteTable?
            if case .polis(let conversation) = kind, let votes {
                let found = ["csv", "csv.gz"].map {
                    (votes as NSString).appendingPathComponent("\(conversation).votes.\($0)")
                }.first { FileManager.default.fileExists(atPath: $0) }
                if let found { table = try await VotesFile(found, statements: nil).table }
            }
            do {
                return try ReferenceVerification.tally(kind, name: name, file: content, votes: table)
            } catch let error as PerspectivesError {
                throw UserError("\(file): \(error.description).")
            }
        }

        private func table(_ tallies: [ReferenceTally]) -> DataTable {
            func row(_ name: String, _ counts: Int...) -> [Cell] {
                [.text(name)] + counts.map { .integer($0) }
            }
            func sum(_ count: (ReferenceTally) -> Int) -> Int { tallies.reduce(0) { $0 + count($1) } }
            return DataTable(
                columns: ["file", "matched", "numbers", "missed", "not covered"],
                rows: tallies.map {
                    row($0.name, $0.matched, $0.numbers, $0.missed.count, $0.notCovered.count)
                } + [
                    row(
                        "total", sum(\.matched), sum(\.numbers), sum(\.missed.count), sum(\.notCovered.count))
                ])
        }

        private func tell(_ tallies: [ReferenceTally]) {
            for tally in tallies {
                for line in tally.missed { Terminal.say("missed: \(tally.name), \(line)") }
                for line in tally.notCovered { Terminal.say("not covered: \(tally.name), \(line)") }
            }
        }
    }
}
