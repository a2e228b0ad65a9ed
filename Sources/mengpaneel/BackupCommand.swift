import ArgumentParser
import Bilingual
import Foundation
import ProjectFile

/// `mengpaneel backup`: a copy of a project, also while a server takes votes.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy a project to another file, also while a server takes votes, and check the copy.",
        discussion: """
            The copy holds everything that was acknowledged before the command began. It is read from its first page to its
            last before it gets its name; where it is not whole, nothing is written and older copies stay. To go back, open
            the copy like any project: stop the server, put the copy in the place of the file, start again.

            A copy of the file by other means, made while a server writes, can be a half one. A copy holds the sessions of
            the project: a session that is deleted later stays in it, so throw old copies away.

            EXAMPLES
              mengpaneel backup stad.mengpaneel --into kopie.mengpaneel
              mengpaneel backup stad.mengpaneel --into /var/backups/stad.mengpaneel --replace
            """)

    @Argument(help: "The project file.")
    var project: String

    @Option(help: "The file to write.")
    var into: String

    @Flag(help: "Replace the copy when it is there.")
    var replace = false

    @Option(help: "The language of what is told: nl or en.")
    var language = Terminal.language

    func run() async throws {
        let source = try ProjectFile.open(project)
        if FileManager.default.fileExists(atPath: into) {
            let places = [project, into].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
            guard places[0] != places[1] else {
                throw UserError(
                    told(
                        "is het project zelf; geef een andere naam.",
                        "is the project itself; give another name."))
            }
            guard replace else {
                throw UserError(
                    told(
                        "is er al; geef een andere naam, of --replace.",
                        "is there already; give another name, or --replace."))
            }
        }
        do {
            try WholeFile.write(into, replacing: replace) { try source.backUp(to: $0) }
        } catch ProjectFileError.storage(_, let detail) {
            throw ProjectFileError.storage(path: into, detail: detail)
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: into)[.size] as? Int) ?? 0
        Terminal.say(
            told(
                "een kopie van \(project), \(size >> 10) kB, nagelezen.",
                "a copy of \(project), \(size >> 10) kB, read back."))
    }

    private func told(_ dutch: String, _ english: String) -> String {
        "\(into): " + (language == .dutch ? dutch : english)
    }
}
