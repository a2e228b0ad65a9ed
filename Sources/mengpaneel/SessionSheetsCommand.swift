import ArgumentParser
import Bilingual
import Foundation
import ProjectFile
import Workbench
import WorkingGroup

extension SessionCommand {
    /// `mengpaneel session sheets`.
    struct Sheets: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sheets",
            abstract: "Write one sheet for each actor: what it agreed to do, where, when and why.",
            discussion: """
                For every organisation or role with a task: a page that prints on A4 (.html), and its tasks with a day as a
                calendar (.ics). All tasks stand in tasks.csv. --pdf, --odt and --docx write each sheet in that form too, by
                the Chromium and the Pandoc of this machine. What was kept up after the evening is in it.

                EXAMPLES
                  mengpaneel session sheets stad.mengpaneel --output map/
                  mengpaneel session sheets stad.mengpaneel --output map/ --pdf --docx --language en
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The code of the session, when the project holds several.")
        var code: String?

        @Option(help: "The folder to write to.")
        var output: String

        @Flag(help: "Also as PDF.")
        var pdf = false

        @Flag(help: "Also as ODT, for LibreOffice.")
        var odt = false

        @Flag(help: "Also as DOCX, for Word.")
        var docx = false

        @OptionGroup var choice: MunicipalityChoice

        @Option(help: "The language: nl or en.")
        var language = Language.dutch

        func run() async throws {
            let source = try SessionReports.source(
                project, code: code, municipality: choice.municipality, seed: 1)
            let sheets = ActorSheet.all(source, language: language)
            guard !sheets.isEmpty else {
                throw UserError(
                    "\(project), session \(source.code): no task was agreed, so there is no sheet; add tasks on the chair's page /s/\(source.code)/voorzitter/afspraken."
                )
            }
            // Everything is made before anything is written: a program that is missing leaves no half folder.
            var files = SessionReports.sheets(of: source, language: language)
            for sheet in sheets {
                if pdf {
                    files.append((sheet.file + ".pdf", Data(try await ReportPDF.make(html: sheet.html))))
                }
                for (isAsked, form) in [(odt, OfficeDocument.Form.odt), (docx, .docx)] where isAsked {
                    let bytes = try await OfficeDocument.make(sheet.verslag, as: form)
                    files.append(("\(sheet.file).\(form.rawValue)", Data(bytes)))
                }
            }
            let tables = SessionReports.tables(of: source, language: language, votes: false)
            files += tables.filter { $0.name == "tasks.csv" }.map { ($0.name, Data($0.text.utf8)) }
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            for file in files {
                try WholeFile.write(file.data, to: (output as NSString).appendingPathComponent(file.name))
            }
            Terminal.say("\(output): \(sheets.count) sheets, \(files.count) files")
        }
    }

    /// `mengpaneel session link`.
    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "link",
            abstract: "Make a new secret link of the chair; the one before it opens nothing any more.",
            discussion: """
                For who lost the link, or kept up the agreements with it and hands them over. Start `mengpaneel serve` anew
                afterwards: a server that runs knows the old link only.

                EXAMPLES
                  mengpaneel session link stad.mengpaneel --code KWLM42
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The code of the session, when the project holds several.")
        var code: String?

        func run() async throws {
            let session = try SessionRooms.session(code, in: ProjectFile.open(project))
            let file = try ProjectFile.openOrCreate(project)
            let key = SessionCode.key()
            let log = try SessionRooms.log(of: session, in: file)
            let entry = SessionEntry(
                id: "link-\(SessionCode.seat())", time: Int64(Date().timeIntervalSince1970 * 1000),
                author: .chair, event: .chairKeySet(hash: SessionCode.hash(key)))
            try file.appendSessionEntries(
                try ProjectSessionStore.rows([entry]), to: session.number, after: log.entries.count)
            let path = "/s/\(session.code)/voorzitter"
            FileHandle.standardOutput.write(
                Data(
                    "Chair:      \(path)?sleutel=\(key)   (keep this link to yourself; it is not shown again)\nAgreements: \(path)/afspraken   (after opening the link)\n"
                        .utf8))
        }
    }
}
