import ArgumentParser
import Bilingual
import Foundation
import Perspectives
import ProjectFile
import Workbench
import WorkingGroup

/// `mengpaneel session`: the evening of a working group.
struct SessionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session",
        abstract: "The evening of a working group: make it, and write out what came of it.",
        discussion: """
            A session lives in the project file. `mengpaneel serve` opens its pages for phones, chair and projector.

            EXAMPLES
              mengpaneel session new stad.mengpaneel --title "Werkgroep 2: spreiding en integratie"
              mengpaneel serve stad.mengpaneel --host 0.0.0.0
              mengpaneel session rehearse stad.mengpaneel --voters 12
              mengpaneel session replay stad.mengpaneel
              mengpaneel session report stad.mengpaneel --output verslag.docx
              mengpaneel session export stad.mengpaneel --output map/
              mengpaneel session sheets stad.mengpaneel --output map/
              mengpaneel session bundle stad.mengpaneel --output archief/
              mengpaneel session list stad.mengpaneel
              mengpaneel session delete stad.mengpaneel --code KWLM42 --yes
            """,
        subcommands: [
            New.self, Rehearse.self, Replay.self, Report.self, Sheets.self, Export.self, Bundle.self,
            Check.self, List.self, Link.self, Delete.self,
        ])

    /// `mengpaneel session new`.
    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: "Make a session in a project, with a run sheet and the secret link of the chair.",
            discussion: """
                Statements are read from a text file, one a line of at most 140 characters. With --seats people need the
                code of a seat; without, everybody who has the code of the session can join.

                EXAMPLES
                  mengpaneel session new stad.mengpaneel --title "Werkgroep 2" --statements stellingen.txt --seats 24
                  mengpaneel session new stad.mengpaneel --title "Werkgroep 2" --standard-statements --knowledge
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "What the session is called.")
        var title: String

        @Option(help: "Where it is held.")
        var place = ""

        @Option(
            help: "The conference that it is part of; groups of one conference come together on /werkgroepen."
        )
        var conference: String?

        @Option(help: "Its number among the groups of the conference.")
        var group: Int?

        @Option(help: "The day, as it should stand in the report.")
        var date = ""

        @Option(help: "The run sheet to begin with: ninetyMinutes or fortyFiveMinutes.")
        var runSheet = RunSheetTemplate.ninetyMinutes

        @Option(help: "Statements to begin with, one a line.")
        var statements: String?

        @Flag(help: "Begin with the 24 statements of this program, balanced for and against each claim.")
        var standardStatements = false

        @Flag(help: "Add questions to poll whose true answer the data of the project give.")
        var knowledge = false

        @Option(help: "Make so many seats, each with a code.")
        var seats = 0

        @Option(help: "Delete it so many days after it was closed; `session list` and `serve` remind of it.")
        var keepDays = Retention.standardDays

        @Option(help: "The language of the run sheet: nl or en.")
        var language = Language.dutch

        func validate() throws {
            if let group, group < 1 {
                throw ValidationError("--group: \(group) is not a number from 1.")
            }
            guard (1...3_650).contains(keepDays) else {
                throw ValidationError("--keep-days: \(keepDays) is not between 1 and 3650.")
            }
            guard (0...500).contains(seats) else {
                throw ValidationError("--seats: \(seats) is not between 0 and 500.")
            }
        }

        func run() async throws {
            guard FileManager.default.fileExists(atPath: project) else {
                throw ProjectFileError.noSuchFile(path: project)
            }
            let key = SessionCode.key()
            let seatCodes = (0..<seats).map { _ in SessionCode.seat() }
            let log = try log(key: key, seats: seatCodes)
            let file = try ProjectFile.openOrCreate(project)
            let code = SessionCode.join()
            try file.addSession(
                code: code, title: title, made: log.entries[0].time,
                entries: try ProjectSessionStore.rows(log.entries))
            var lines = [
                "Session \(code): \(title)", "Start:      mengpaneel serve \(project)",
                "Phones:     /s/\(code)", "Projector:  /s/\(code)/scherm",
                "Chair:      /s/\(code)/voorzitter?sleutel=\(key)   (keep this link to yourself; it is not shown again)",
            ]
            lines += seatCodes.map { "Seat:       \($0)" }
            Terminal.write(Data((lines.joined(separator: "\n") + "\n").utf8))
        }

        private func facts() throws -> [Rehearsal.Fact] {
            let facts = try StudioLoader.studio(project).towns.first.map {
                LocalKnowledge.facts(of: $0.dataset, language: language)
            }
            guard let facts, !facts.isEmpty else {
                throw UserError(
                    "--knowledge: \(project) holds no figures of the municipality to ask about; import data first or leave it out."
                )
            }
            return facts
        }

        /// All entries that make the session; a statement that is too long is told before anything is written.
        private func log(key: String, seats: [String]) throws -> SessionLog {
            let now = Int64(Date().timeIntervalSince1970 * 1000)
            var log = SessionLog()
            var count = 0
            func add(_ event: SessionEvent, author: SessionEntry.Author = .chair) throws(SessionError) {
                count += 1
                try log.append(SessionEntry(id: "new-\(count)", time: now, author: author, event: event))
            }
            do {
                try add(
                    .sessionOpened(
                        title: title, conference: conference, groupNumber: group, date: date, place: place))
            } catch {
                throw UserError("--title: \(error)")
            }
            try add(.chairKeySet(hash: SessionCode.hash(key)))
            try add(.retentionSet(days: keepDays))
            for (place, step) in runSheet.steps(language).enumerated() {
                try add(.stepAdded(step: step, at: place))
            }
            for seat in seats { try add(.seatOpened(seat: seat)) }
            if standardStatements {
                for one in SeedStatement.all {
                    try add(
                        .statementProposed(
                            text: one.text[language], source: .prepared, claims: one.bearsOn))
                }
            }
            if knowledge {
                for fact in try facts() {
                    try add(
                        .pollItemAsked(
                            text: fact.text, unit: fact.unit, truth: fact.truth, source: fact.source))
                }
            }
            guard let statements else { return log }
            let text = try InputFile.text(statements, expected: "a file of statements", largest: 1 << 20)
            for (line, statement) in text.split(separator: "\n", omittingEmptySubsequences: false)
                .enumerated()
            {
                let statement = statement.trimmingCharacters(in: .whitespacesAndNewlines)
                guard !statement.isEmpty else { continue }
                do {
                    try add(.statementProposed(text: statement, source: .prepared, claims: []))
                } catch {
                    throw UserError("\(statements), line \(line + 1): \(error)")
                }
            }
            return log
        }
    }

    /// `mengpaneel session replay`.
    struct Replay: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "replay", abstract: "Make a session again from its entries and say what it came to.",
            discussion: """
                EXAMPLES
                  mengpaneel session replay stad.mengpaneel
                  mengpaneel session replay stad.mengpaneel --code KWLM42 --format json
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "The code of the session, when the project holds several.")
        var code: String?

        @Option(help: "How to write the outcome.")
        var format = OutputFormat.table

        func run() async throws {
            let file = try ProjectFile.open(project)
            let session = try SessionRooms.session(code, in: file)
            let log = try SessionRooms.log(of: session, in: file)
            let state = log.state
            var rows: [[Cell]] = [
                [.text("entries"), .integer(log.entries.count)],
                [.text("seats taken"), .integer(state.seats.values.count { $0.wasTaken })],
                [.text("statements"), .integer(state.statements.count)],
                [.text("questions"), .integer(state.questions.count)],
                [.text("bottlenecks"), .integer(state.bottlenecks.count)],
                [.text("alternatives"), .integer(state.alternatives.count)],
                [.text("tasks"), .integer(state.tasks.count)],
            ]
            for round in state.votes.keys.sorted() {
                rows.append([
                    .text("votes in round \(round)"), .integer(state.voteTable(round)?.voteCount ?? 0),
                ])
            }
            DataTable(columns: ["what", "number"], rows: rows).write(as: format)
        }
    }
}
