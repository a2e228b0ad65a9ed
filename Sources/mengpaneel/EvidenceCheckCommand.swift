import ArgumentParser
import Bilingual
import EvidenceRegister
import Foundation

/// `mengpaneel evidence check`: reads a file of studies as an import would, and writes nothing.
struct EvidenceCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Say what is wrong with a file of studies, line by line, and which studies are there already.",
        discussion: """
            Takes RIS (.ris), BibTeX (.bib) and the tables of the register (.csv). Nothing is written. The exit code
            is 0 only when there is no mistake; a possible duplicate is no mistake, for people decide on it.

            EXAMPLES
              mengpaneel evidence check library.ris
              mengpaneel evidence check studies.csv --project stad.mengpaneel
            """)

    @Argument(help: "The file.")
    var file: String

    @Option(help: "A project file, whose changes to the register then count.")
    var project: String?

    @Option(help: "The language of texts: nl or en.")
    var language = Language.dutch

    func run() async throws {
        let register = try RegisterLoader.log(project).state
        let contents: StudiesFile
        do {
            contents = try StudiesFile(path: file)
        } catch let errors as RegisterErrors {
            for error in errors.errors { Terminal.say("\(error)") }
            Terminal.say(
                language == .dutch
                    ? "\(errors.errors.count) fout(en); er is niets weggeschreven."
                    : "\(errors.errors.count) mistake(s); nothing was written.")
            throw ExitCode.failure
        }
        let duplicates = contents.duplicates(in: register)
        var lines = duplicates.map { pair in
            language == .dutch
                ? "\(pair.second) is misschien \(pair.first): \(pair.reason.text.nl)"
                : "\(pair.second) may be \(pair.first): \(pair.reason.text.en)"
        }
        lines.append(
            language == .dutch
                ? "\(contents.rows) rij(en) gelezen als \(contents.kind), geen fouten, \(duplicates.count) mogelijk dubbel; er is niets weggeschreven."
                : "\(contents.rows) row(s) read as \(contents.kind), no mistakes, \(duplicates.count) possible duplicate(s); nothing was written."
        )
        Terminal.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}
