import ArgumentParser
import Bilingual
import Foundation
import ProjectFile
import WorkingGroup

/// Until when sessions are kept.
enum SessionDates {
    /// A day as written in a table, in the time of the Netherlands.
    static func day(_ milliseconds: Int64) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "Europe/Amsterdam")
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    }

    /// One line for each session that should have been deleted.
    static func overdue(in path: String) throws -> [String] {
        let file = try ProjectFile.open(path)
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        return try file.sessions().compactMap { session in
            guard let retention = try SessionRooms.log(of: session, in: file).retention, retention.until < now
            else { return nil }
            let day = day(retention.until)
            return Terminal.language == .dutch
                ? "bijeenkomst \(session.code): te verwijderen sinds \(day); doe dat met `mengpaneel session delete \(path) --code \(session.code) --yes`."
                : "session \(session.code): was to be deleted on \(day); do that with `mengpaneel session delete \(path) --code \(session.code) --yes`."
        }
    }
}

extension SessionCommand {
    /// `mengpaneel session list`.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The sessions of a project, and when each is to be deleted.",
            discussion: """
                A session is kept so many days after it was closed as --keep-days of `session new` said (30 where left
                out); one that was never closed, so many days after the last thing that happened in it. Nothing is
                deleted by itself.

                EXAMPLES
                  mengpaneel session list stad.mengpaneel
                  mengpaneel session list stad.mengpaneel --language en --format csv
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The language of the column names: nl or en.")
        var language = Language.dutch

        @Option(help: "How to write the list.")
        var format = OutputFormat.table

        func run() async throws {
            let file = try ProjectFile.open(project)
            let rows = try file.sessions().map { session -> [Cell] in
                let retention = try SessionRooms.log(of: session, in: file).retention
                func date(_ milliseconds: Int64?) -> Cell {
                    milliseconds.map { .text(SessionDates.day($0)) } ?? .missing("")
                }
                return [
                    .text(session.code), .text(session.title), date(session.made), date(retention?.closed),
                    date(retention?.until),
                ]
            }
            DataTable(columns: Self.columns.map { $0[language] }, rows: rows).write(as: format)
        }

        private static let columns = [
            BilingualText(nl: "code", en: "code"), BilingualText(nl: "titel", en: "title"),
            BilingualText(nl: "gemaakt", en: "made"), BilingualText(nl: "gesloten", en: "closed"),
            BilingualText(nl: "te verwijderen op", en: "delete on"),
        ]
    }

    /// `mengpaneel session delete`.
    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "delete",
            abstract: "Remove a session with all its entries from a project, for good.",
            discussion: """
                The bytes are overwritten and the file is written anew, so that nothing of it can be read back from the
                file. Only a whole session can be removed: what came of it is calculated from its entries, and without the
                votes nobody could do that again. Write the report and `session export` first.

                Copies of the file, exported files and backups are not touched. Stop `mengpaneel serve` first: while it
                runs it holds the session in memory, and nothing is deleted.

                EXAMPLES
                  mengpaneel session delete stad.mengpaneel --code KWLM42 --yes
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The code of the session.")
        var code: String

        @Flag(help: "Yes, remove it; without this nothing happens.")
        var yes = false

        func run() async throws {
            let session = try SessionRooms.session(code, in: ProjectFile.open(project))
            guard yes else {
                throw UserError(
                    "session \(session.code) (\(session.title)) is still there; to remove it for good, add --yes."
                )
            }
            // A server holds its sessions in memory and would have people vote on into one that is gone.
            let lock = try ProjectLock(project)
            let deletion = try withExtendedLifetime(lock) {
                try ProjectFile.openOrCreate(project).deleteSession(session.number)
            }
            let rest = deletion.isCompact ? "" : " The file could not be made smaller: is the disk full?"
            Terminal.write(
                Data(
                    "Session \(session.code) is removed with \(deletion.entries) entries.\(rest) Think of copies and backups of the file.\n"
                        .utf8))
        }
    }
}
