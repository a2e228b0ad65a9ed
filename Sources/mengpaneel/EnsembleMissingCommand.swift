import ArgumentParser
import EnsembleShards
import Foundation

/// `mengpaneel ensemble missing`: what is still to be computed, for programs to read.
struct EnsembleMissingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "missing", abstract: "Which shards have no valid file.",
        discussion: """
            Standard output holds only the numbers; why a file is not valid goes to standard error.

            EXIT STATUS
              0   none is missing
              1   some are missing
              2   it could not be found out

            EXAMPLES
              mengpaneel ensemble missing map                  0-3,7    as `sbatch --array` takes them
              mengpaneel ensemble missing map --format lines   one a line
            """)

    /// How the numbers are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// Ranges with commas between.
        case array
        /// One a line.
        case lines
        /// A list.
        case json
    }

    @Argument(help: "The folder of the plan.")
    var folder: String

    @Option(help: "How to write the numbers: array, lines or json.")
    var format = Format.array

    func run() async throws {
        let missing: [Int]
        do {
            missing = try find()
        } catch {
            Terminal.say("Error: \(error)")
            throw ExitCode(2)
        }
        let text =
            switch format {
            case .array: missing.isEmpty ? "" : IndexList.ranges(missing) + "\n"
            case .lines: missing.map { "\($0)\n" }.joined()
            case .json: "[" + missing.map { "\($0)" }.joined(separator: ", ") + "]\n"
            }
        Terminal.write(Data(text.utf8))
        if !missing.isEmpty { throw ExitCode.failure }
    }

    private func find() throws -> [Int] {
        let folder = EnsembleFolder(folder)
        let plan = try folder.plan()
        return try (0..<plan.shards).filter { index in
            switch try folder.defect(index, of: plan) {
            case nil: return false
            case .absent: return true
            case .invalid(let reason):
                Terminal.say(reason)
                return true
            }
        }
    }
}
