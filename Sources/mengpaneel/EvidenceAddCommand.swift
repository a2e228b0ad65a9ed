import ArgumentParser
import Bilingual
import EvidenceRegister
import Foundation

/// `mengpaneel evidence add`: studies of a file into the register of a project.
struct EvidenceAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add the studies of a file to the register of a project.",
        discussion: """
            Takes RIS, BibTeX and studies.csv. A record of a reference manager becomes a study of which nothing but
            the title page was read. What may be there already is left out and named, unless --duplicates says so.
            strength.csv (id, high, moderate, low, very_low, no_answer) holds how many of a panel voted what on the
            strength of the answer to a question, such as Q1; pages show no count below 4.

            EXAMPLES
              mengpaneel evidence add library.ris --region NL --project stad.mengpaneel --by "werkgroep 2"
              mengpaneel evidence add studies.csv --project stad.mengpaneel
              mengpaneel evidence add strength.csv --project stad.mengpaneel --by "panel"
            """)

    @Argument(help: "The file.")
    var file: String

    @OptionGroup var edit: RegisterEdit

    @Option(help: "The region that the records are about, such as NL; asked of RIS and BibTeX.")
    var region: String?

    @Flag(help: "Also add what may be there already.")
    var duplicates = false

    func run() async throws {
        var leftOut: [String] = []
        let count = try edit.write { log, now in
            let contents = try StudiesFile(path: file)
            if contents.kind == "strength" {
                for change in log.state.changes(bringing: contents.strengths) {
                    try log.record(change, by: edit.by, on: now)
                }
                return
            }
            guard contents.kind == "studies" || !contents.references.isEmpty else {
                throw UserError(
                    "\(file): holds \(contents.kind); give studies.csv, strength.csv, .ris or .bib.")
            }
            let studies =
                contents.references.isEmpty
                ? contents.studies : try records(contents.references, log.state)
            let pairs = log.state.possibleDuplicates(among: studies).filter { $0.first != $0.second }
            let doubtful = duplicates ? [] : Set(pairs.map(\.second))
            for pair in pairs where doubtful.contains(pair.second) {
                leftOut.append("\(pair.second) may be \(pair.first): \(pair.reason.text.en)")
            }
            for change in log.state.changes(bringing: studies.filter { !doubtful.contains($0.id) }) {
                try log.record(change, by: edit.by, on: now)
            }
        }
        for line in leftOut { Terminal.say("left out: \(line)") }
        Terminal.say("\(count) change(s) written to \(edit.project).")
    }

    private func records(_ references: [EvidenceRegister.Reference], _ register: Register) throws -> [Study] {
        guard let region = region.flatMap({ Region(rawValue: $0.uppercased()) }) else {
            throw UserError(
                "--region: \(region.map { "'\($0)' is no region" } ?? "is missing"); say what the records are about, such as NL or INT."
            )
        }
        var seen: Set<String> = []
        return try references.compactMap { record in
            let id = register.newStudyID(
                region: region, title: record.title, year: record.year,
                authors: record.authors.joined(separator: "; "))
            guard seen.insert(id).inserted, register.study(id) == nil else { return nil }
            return try Study(
                importing: record, id: id, region: region, source: (file as NSString).lastPathComponent)
        }
    }
}
