import ArgumentParser
import Bilingual
import Foundation
import Perspectives
import ProjectFile
import Stochastics
import Workbench
import WorkingGroup

extension SessionCommand {
    /// `mengpaneel session rehearse`.
    struct Rehearse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rehearse",
            abstract: "Play a whole evening with made-up voters, to see what comes of it.",
            discussion: """
                The session gets a title that says it is a rehearsal. Votes come from a file of real votes, of which the
                people who voted most take part and the statements with most votes are put to them; or, without a file,
                from the seed. The run sheet is gone through step by step and the session is closed.

                EXAMPLES
                  mengpaneel session rehearse stad.mengpaneel --voters 12
                  mengpaneel session rehearse stad.mengpaneel --votes votes.csv --statements statements.csv --voters 40
                """)

        @Argument(help: "The project file.")
        var project: String

        @Option(help: "How many people take part.")
        var voters = 12

        @Option(help: "Votes to replay: CSV, or CSV packed by gzip.")
        var votes: String?

        @Option(help: "The statements of that file: CSV with statement and text.")
        var statements: String?

        @Option(help: "The seed of voters that are made up.")
        var seed: UInt64 = 1

        @Option(help: "The language of the run sheet: nl or en.")
        var language = Language.dutch

        func validate() throws {
            guard (1...500).contains(voters) else {
                throw ValidationError("--voters: \(voters) is not between 1 and 500.")
            }
            if statements != nil, votes == nil {
                throw ValidationError("--statements: belongs to --votes; give both or none.")
            }
        }

        func run() async throws {
            guard FileManager.default.fileExists(atPath: project) else {
                throw ProjectFileError.noSuchFile(path: project)
            }
            var cast = Rehearsal.Cast(voters: voters, seed: seed)
            if let votes {
                cast = Rehearsal.Cast(try await VotesFile(votes, statements: statements), voters: voters)
            }
            let rehearsal = try played(cast)
            let stored = try ProjectFile.openOrCreate(project)
            let code = SessionCode.join()
            let number = try stored.addSession(
                code: code, title: rehearsal.log.state.title, made: rehearsal.log.entries[0].time)
            try await ProjectSessionStore(file: stored, session: number).append(
                rehearsal.log.entries, after: 0)
            let votes = rehearsal.log.state.voteTable(1)?.voteCount ?? 0
            FileHandle.standardOutput.write(
                Data(
                    "Session \(code): \(rehearsal.log.state.title), \(cast.votes.count) voters, \(cast.texts.count) statements, \(votes) votes\n"
                        .utf8))
        }

        private func played(_ cast: Rehearsal.Cast) throws -> Rehearsal {
            var rehearsal = Rehearsal(now: Int64(Date().timeIntervalSince1970 * 1000))
            try rehearsal.play(cast, language: language)
            return rehearsal
        }
    }
}

/// A whole evening with made-up voters, entry by entry.
struct Rehearsal {
    private(set) var log = SessionLog()
    private var now: Int64

    /// Who votes what.
    struct Cast {
        /// The statements, in order of number.
        let texts: [String]
        /// By voter the votes by number of statement.
        let votes: [[Int: Vote]]

        static let mostStatements = 40

        /// The people who voted most, on the statements with most votes.
        init(_ file: VotesFile, voters: Int) {
            let table = file.table
            let counts = table.summaries().map(\.agree.of)
            let active = zip(table.moderation, counts.indices).filter { $0.0 != .rejected }.map(\.1)
            let chosen = active.sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(Self.mostStatements)
                .sorted()
            texts = chosen.map { place in
                let text = file.texts[table.statements[place]] ?? ""
                return text.isEmpty
                    ? "Statement \(table.statements[place])"
                    : String(text.prefix(SessionState.longestStatement))
            }
            let people = table.participants.indices.sorted {
                (table.voteCount(of: $1), $0) < (table.voteCount(of: $0), $1)
            }.prefix(voters)
            votes = people.map { person in
                Dictionary(
                    uniqueKeysWithValues: chosen.enumerated().compactMap { number, place in
                        table[person, place].map { (number + 1, $0) }
                    })
            }
        }

        /// Voters of two leanings with chance, from a seed.
        init(voters: Int, seed: UInt64) {
            texts = (1...12).map { "Proefstelling \($0)" }
            votes = (0..<voters).map { voter in
                var stream = RandomStream(seed: seed, entity: UInt32(voter), purpose: .selfTest)
                return Dictionary(
                    uniqueKeysWithValues: (1...12).map { number in
                        let leans = (number + voter) % 2 == 0
                        let draw = stream.unit()
                        return (number, draw < 0.1 ? .pass : (draw < 0.75) == leans ? .agree : .disagree)
                    })
            }
        }
    }

    init(now: Int64) { self.now = now }

    private mutating func add(_ event: SessionEvent, _ author: SessionEntry.Author = .chair)
        throws(SessionError)
    {
        now += 1000
        try log.append(
            SessionEntry(id: "proef-\(log.entries.count + 1)", time: now, author: author, event: event))
    }

    /// Goes through the run sheet from joining to closing.
    mutating func play(_ cast: Cast, language: Language) throws(SessionError) {
        try add(
            .sessionOpened(
                title: "Proef van een werkgroep", conference: nil, groupNumber: nil, date: "", place: ""))
        let steps = RunSheetTemplate.ninetyMinutes.steps(language)
        for (place, step) in steps.enumerated() { try add(.stepAdded(step: step, at: place)) }
        for text in cast.texts { try add(.statementProposed(text: text, source: .prepared, claims: [])) }
        let seats = cast.votes.indices.map { "PROEF\($0 + 1)" }
        for (place, seat) in seats.enumerated() {
            try add(.seatOpened(seat: seat))
            try add(.seatTaken(kind: ParticipantKind.standard[place % 3]), .seat(code: seat))
        }
        for step in steps {
            try add(.stepStarted(step: step.number))
            if step.kind == .voting { try vote(cast, seats) }
            now += Int64(step.minutes) * 60_000
        }
        try add(.sessionClosed)
    }

    private mutating func vote(_ cast: Cast, _ seats: [String]) throws(SessionError) {
        try add(.votingOpened(round: 1))
        for (seat, ballot) in zip(seats, cast.votes) {
            for (statement, vote) in ballot.sorted(by: { $0.key < $1.key }) {
                try add(.voteCast(statement: statement, vote: vote), .seat(code: seat))
            }
        }
        try add(.votingClosed)
        if log.state.votes[1] != nil { try add(.resultsShown(round: 1)) }
    }
}
