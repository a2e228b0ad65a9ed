import ArgumentParser
import Bilingual
import Foundation
import HousingMarket
import Perspectives
import ProjectFile
import Workbench
import WorkingGroup

extension SessionCommand {
    /// `mengpaneel session rehearse`.
    struct Rehearse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rehearse",
            abstract: "Play a whole evening with made-up voters, to see what comes of it.",
            discussion: """
                The session gets a title that says it is a rehearsal. The run sheet of ninety minutes is gone through from
                joining to closing: polls, statements in two rounds, bottlenecks, alternatives within a budget, tasks. Votes
                are made up from the seed; or they come from a file of real votes, in the order in which they were cast, of
                which the people who voted most take part on the statements with most votes. With --statements the texts of
                that file are shown; without, its votes are put to the statements that sessions begin with. All else is made
                up.

                EXAMPLES
                  mengpaneel session rehearse stad.mengpaneel --voters 12
                  mengpaneel session rehearse stad.mengpaneel --voters 12 --runs 50
                  mengpaneel session rehearse stad.mengpaneel --votes events.csv.gz --voters 40
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

        @Option(
            help:
                "How often the packages of the evening are simulated, for the report and the sheets, such as 50; 0 leaves that out and the report says so."
        )
        var runs = 0

        @Option(help: "The language of the run sheet: nl or en.")
        var language = Language.dutch

        func validate() throws {
            guard (1...500).contains(voters) else {
                throw ValidationError("--voters: \(voters) is not between 1 and 500.")
            }
            guard (0...1_000).contains(runs) else {
                throw ValidationError("--runs: \(runs) is not between 0 and 1,000.")
            }
            if statements != nil, votes == nil {
                throw ValidationError("--statements: belongs to --votes; give both or none.")
            }
        }

        func run() async throws {
            guard FileManager.default.fileExists(atPath: project) else {
                throw ProjectFileError.noSuchFile(path: project)
            }
            let cast = try await cast()
            var rehearsal = try rehearsal(of: cast)
            do {
                try rehearsal.play()
            } catch {
                throw UserError("The rehearsal stopped: \(error).")
            }
            let stored = try ProjectFile.openOrCreate(project)
            let code = SessionCode.join()
            let state = rehearsal.log.state
            try stored.addSession(
                code: code, title: state.title, made: rehearsal.log.entries[0].time,
                entries: try ProjectSessionStore.rows(rehearsal.log.entries))
            let simulated = await simulate(state)
            let votes = state.votes.keys.sorted().map { state.voteTable($0)?.voteCount ?? 0 }
            Terminal.write(
                Data(
                    "Session \(code): \(state.title), \(cast.voters) voters, \(cast.lines.count) statements, \(votes.map(String.init).joined(separator: " + ")) votes\(simulated)\n"
                        .utf8))
        }

        /// Runs the packages that the plans of the evening rest on, and keeps what came of it in the project.
        /// - Returns: what is said of it.
        private func simulate(_ state: SessionState) async -> String {
            let numbers = Set(state.leverChoices.compactMap(\.alternative)).sorted()
            guard runs > 0, !numbers.isEmpty else { return "" }
            do {
                let options = try SimulationOptions.parse([project, "--runs", "\(runs)"])
                let study = try SimulationStudy(
                    options: options,
                    packageTexts: numbers.map { number in
                        let one = state.alternatives[number - 1]
                        return (file: one.name, yaml: one.package)
                    })
                let result = await study.run(.estimate)
                _ = try study.keep(result, .estimate)
                return ", \(runs) runs of \(numbers.count) packages"
            } catch {
                // A project without figures on homes and incomes has a rehearsal too; its report says what was not run.
                Terminal.say("The packages of the rehearsal were not simulated: \(error)")
                return ""
            }
        }

        private func cast() async throws -> RehearsalCast {
            let seeds = SeedStatement.all.map { seed in
                RehearsalCast.Line(text: seed.text[language], claims: seed.bearsOn)
            }
            guard let votes else {
                return RehearsalCast(
                    voters: voters,
                    lines: zip(seeds, SeedStatement.all).map { ($0, isForClaim: $1.isForClaim) }, seed: seed)
            }
            let file = try await VotesFile(votes, statements: statements)
            let cast = try await VotesFile.castVotes(votes)
            return RehearsalCast(
                cast, moderation: file.moderation, voters: voters,
                most: statements == nil ? seeds.count : RehearsalCast.mostStatements, seed: seed
            ) { statement, place in
                guard statements != nil else { return seeds[place] }
                let text = String((file.texts[statement] ?? "").prefix(SessionState.longestStatement))
                return .init(text: text.isEmpty ? "Statement \(statement)" : text, claims: [])
            }
        }

        /// What the local data know goes into the polls; a project without data has none.
        private func rehearsal(of cast: RehearsalCast) throws -> Rehearsal {
            let now = Date()
            let year = Calendar(identifier: .gregorian).component(.year, from: now)
            let dataset = try? StudioLoader.studio(project).towns.first?.dataset
            return Rehearsal(
                cast,
                facts: dataset.map { LocalKnowledge.facts(of: $0, language: language) } ?? [],
                plan: dataset.flatMap { LocalKnowledge.plan(of: $0) },
                firstYear: year, language: language, now: Int64(now.timeIntervalSince1970 * 1000))
        }
    }
}
