import Bilingual
import Foundation
import HousingMarket
import Neighbourhoods
import Perspectives
import ProjectFile
import Workbench
import WorkingGroup

/// What reports of sessions are made from, out of a project file.
enum SessionReports {
    /// The name and version of the program, as reports give it.
    static let program = "Mengpaneel \(Version.text)"

    /// A session with the data, studies and runs of its project.
    static func source(_ path: String, code: String?, municipality: AreaCode?, seed: UInt64) throws
        -> VerslagSource
    {
        let file = try ProjectFile.open(path)
        let session = try SessionRooms.session(code, in: file)
        // A session needs no data: without a municipality the report says so.
        let studio = try file.municipalities().isEmpty ? nil : StudioLoader.studio(path)
        if let municipality { _ = try StudioLoader.town(path, municipality: municipality) }
        return try VerslagSource(
            code: session.code, log: try SessionRooms.log(of: session, in: file), studio: studio,
            municipality: municipality, runs: try runs(in: file), program: program,
            seed: seed)
    }

    /// What the working groups of a project have said, as far as everybody may see it.
    static func voices(in project: String) throws -> [GroupVoice] {
        let file = try ProjectFile.open(project)
        return try file.sessions().compactMap { session -> GroupVoice? in
            let state = try SessionRooms.log(of: session, in: file).state
            return GroupVoice.speaks(state.visible) ? GroupVoice(code: session.code, state: state) : nil
        }
    }

    /// The simulations that a project keeps.
    static func runs(in file: ProjectFile) throws -> [VerslagRun] {
        try file.simulations().compactMap { stored in
            guard let whole = try file.simulation(named: stored.name) else { return nil }
            let columns = Dictionary(whole.columns.map { ($0.name, $0.bytes) }) { first, _ in first }
            return OutcomeTable(columns: columns).flatMap {
                VerslagRun(title: whole.title, description: whole.description, table: $0)
            }
        }
    }

    /// The sheet of every actor, and its calendar where a task has a day.
    static func sheets(of source: VerslagSource, language: Language) -> [(name: String, data: Data)] {
        ActorSheet.all(source, language: language).flatMap { sheet -> [(name: String, data: Data)] in
            let calendar = TaskCalendar(sheet, of: source, language: language)
            return [("\(sheet.file).html", Data(sheet.html.utf8))]
                + (calendar.count > 0 ? [("\(sheet.file).ics", Data(calendar.text.utf8))] : [])
        }
    }

    /// What came of a session as CSV; with `votes` also who voted what, without names.
    static func tables(of source: VerslagSource, language: Language, votes: Bool) -> [(
        name: String, text: String
    )] {
        var files = SessionTables(source, language: language).files
        guard votes else { return files }
        files += source.findings.rounds.map { ("votes-\($0.number).csv", VoteText.text($0.table)) }
        // With two rounds lines and groups rest on everybody's last vote.
        if source.findings.rounds.count > 1, let last = source.findings.last {
            files.append(("votes-last.csv", VoteText.text(last.table)))
        }
        return files + (PolisTables(source)?.files ?? []).map { ("polis/" + $0.name, $0.text) }
    }
}
