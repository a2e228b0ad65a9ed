import ArgumentParser

/// Where the program starts.
@main
enum Entrance {
    /// A mistyped subcommand is met with the one that was meant; all else is the parser's.
    static func main() async {
        refuseUnknown(CommandLine.arguments.dropFirst(), below: Mengpaneel.self)
        var command: any ParsableCommand
        do { command = try Mengpaneel.parseAsRoot() } catch { Mengpaneel.exit(withError: error) }
        do {
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Mengpaneel.exit(withError: isOfParser(error) ? error : PlainLines.told(error))
        }
    }

    /// Whether the parser has its own way to tell an error. Of some, such as a request for help, it shows nobody the type.
    private static func isOfParser(_ error: any Error) -> Bool {
        String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
    }

    private static func refuseUnknown(_ words: ArraySlice<String>, below command: any ParsableCommand.Type) {
        let known = command.configuration.subcommands
        guard !known.isEmpty, let word = words.first, !word.hasPrefix("-"), word != "help" else { return }
        if let next = known.first(where: { $0.configuration.commandName == word }) {
            return refuseUnknown(words.dropFirst(), below: next)
        }
        let meant =
            Suggestion.nearest(to: word, among: known.compactMap { $0.configuration.commandName })
            .map { " Did you mean '\($0)'?" } ?? ""
        let group = command.configuration.commandName ?? ""
        if command == Mengpaneel.self {
            Mengpaneel.exit(withError: ValidationError("There is no subcommand '\(word)'.\(meant)"))
        }
        // The parser would show how to use the program as a whole.
        Terminal.say("Error: There is no subcommand '\(word)' of '\(group)'.\(meant)")
        Terminal.say("Usage: " + Mengpaneel.usageString(for: command))
        Terminal.say("  See 'mengpaneel \(group) --help' for more information.")
        Mengpaneel.exit(withError: ExitCode.validationFailure)
    }
}

/// The command line: one file per subcommand, nothing computed here.
struct Mengpaneel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mengpaneel",
        abstract: "Should we mix income groups over neighbourhoods, how, and does it work?",
        discussion: """
            EXAMPLES
              mengpaneel demo --output demo.mengpaneel      make the synthetic demo municipality
              mengpaneel serve demo.mengpaneel              open the workbench in the browser
              mengpaneel import kwb-2024.xlsx --into stad.mengpaneel
              mengpaneel claims stad.mengpaneel             test the six claims on your data
              mengpaneel measure counts.csv                 segregation indices with intervals
              mengpaneel simulate stad.mengpaneel --package plan.yaml   what a package changes, and for whom
              mengpaneel evidence map                       what was studied on mixing, and what was not
            """,
        version: Version.text,
        subcommands: [
            DemoCommand.self, ServeCommand.self, ImportCommand.self, FetchCommand.self, MeasureCommand.self,
            ProfileCommand.self, DecomposeCommand.self,
            ClaimsCommand.self, SimulateCommand.self, CompareCommand.self, EnsembleCommand.self,
            BacktestCommand.self,
            CalibrateCommand.self, SensitivityCommand.self,
            SchellingCommand.self,
            EvidenceCommand.self, OpinionsCommand.self, QSortCommand.self, DecideCommand.self,
            SessionCommand.self,
            ReportCommand.self,
            BackupCommand.self,
            VerifyCommand.self,
            DoctorCommand.self,
        ])
}

/// The version of the program.
enum Version {
    static let text = "0.1.0"
}
