import ArgumentParser
import Bilingual
import EvidenceRegister
import Foundation
import PolicyTheory

/// `mengpaneel evidence add`: studies of a file into the register of a project.
struct EvidenceAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add the studies of a file to the register of a project.",
        discussion: """
            Takes RIS, BibTeX and studies.csv. A record of a reference manager becomes a study of which nothing but
            the title page was read. What may be there already is left out and named, unless --duplicates says so.

            EXAMPLES
              mengpaneel evidence add library.ris --region NL --project stad.mengpaneel --by "werkgroep 2"
              mengpaneel evidence add studies.csv --project stad.mengpaneel
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
            let contents = try StudiesFile(path: file, register: log.state)
            guard contents.kind == "studies" || !contents.references.isEmpty else {
                throw UserError("\(file): holds \(contents.kind); give studies.csv, .ris or .bib.")
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

/// `mengpaneel evidence change`: another text in one cell of a study or a number.
struct EvidenceChangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change one cell of a study or of a number in the register of a project.",
        discussion: """
            EXAMPLES
              mengpaneel evidence change NL-10 verified "full text" --project stad.mengpaneel --by "J. de Wit"
              mengpaneel evidence change E07 se 1.2 --project stad.mengpaneel
            """)

    @Argument(help: "The identifier of a study (NL-10) or of a number (E07).")
    var row: String

    @Argument(help: "The column, as in the header of the table.")
    var column: String

    @Argument(help: "The new text; empty for nothing.")
    var text: String

    @OptionGroup var edit: RegisterEdit

    func run() async throws {
        try edit.write { log, now in
            if let study = log.state.study(row) {
                try log.record(.setting(try field(Study.self), of: study, to: text), by: edit.by, on: now)
            } else if let effect = log.state.effects.first(where: { $0.id == row }) {
                try log.record(.setting(try field(Effect.self), of: effect, to: text), by: edit.by, on: now)
            } else {
                throw CodedWords.unknown(
                    row, of: "evidence change",
                    among: log.state.studies.map(\.id) + log.state.effects.map(\.id))
            }
        }
        Terminal.say("\(row), \(column): now '\(text)'.")
    }

    private func field<Row: RegisterRow>(_ type: Row.Type) throws -> Row.Field {
        guard let field = Row.Field(rawValue: column) else {
            throw CodedWords.unknown(column, of: "the column", among: Row.Field.allCases.map(\.rawValue))
        }
        return field
    }
}

/// `mengpaneel evidence withdraw`: a study that counts no longer. It stays in the history.
struct EvidenceWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Let a study count no longer in a project; it stays in the history.",
        discussion: """
            EXAMPLES
              mengpaneel evidence withdraw NL-10 --why "same study as NL-11" --project stad.mengpaneel
            """)

    @Argument(help: "The identifier of the study.")
    var study: String

    @Option(help: "Why.")
    var why: String

    @OptionGroup var edit: RegisterEdit

    func run() async throws {
        try edit.write { log, now in
            guard let found = log.state.study(study) else {
                throw CodedWords.unknown(study, of: "evidence withdraw", among: log.state.studies.map(\.id))
            }
            try log.record(.withdrawing(found, because: why), by: edit.by, on: now)
        }
        Terminal.say("\(study) counts no longer; `mengpaneel evidence undo` takes this back.")
    }
}

/// `mengpaneel evidence undo`: takes one change back by a new one.
struct EvidenceUndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take one change of the register back; see `evidence history` for numbers.",
        discussion: """
            EXAMPLES
              mengpaneel evidence undo 3 --project stad.mengpaneel
            """)

    @Argument(help: "The number of the change.")
    var number: Int

    @OptionGroup var edit: RegisterEdit

    func run() async throws {
        try edit.write { log, now in try log.undo(number, by: edit.by, on: now) }
        Terminal.say("Change \(number) was taken back.")
    }
}

/// `mengpaneel evidence history`: who changed what.
struct EvidenceHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show who changed what in the register of a project.",
        discussion: """
            EXAMPLES
              mengpaneel evidence history --project stad.mengpaneel
              mengpaneel evidence history NL-10 --project stad.mengpaneel
            """)

    @Argument(help: "The identifier of a study [default: all changes].")
    var study: String?

    @Option(help: "The project file.")
    var project: String

    @Option(help: "How to write the outcome.")
    var format = OutputFormat.table

    func run() async throws {
        let log = try RegisterLoader.log(project)
        if let study, log.state.study(study) == nil, log.history(ofStudy: study).isEmpty {
            throw CodedWords.unknown(study, of: "evidence history", among: log.state.studies.map(\.id))
        }
        let lines = study.map { log.history(ofStudy: $0) } ?? log.history
        DataTable(
            columns: ["number", "when", "who", "change", "table", "row", "column", "old", "new", "undone"],
            rows: lines.map { line in
                [
                    .integer(line.number), .text(line.when.text), .text(line.who), .text(line.kind),
                    .text(line.table.rawValue), .text(line.row), .text(line.column ?? ""), .text(line.old),
                    .text(line.new), .text(line.isUndone ? "yes" : "no"),
                ]
            }
        ).write(as: format)
    }
}
