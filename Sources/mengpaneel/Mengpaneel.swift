import ArgumentParser

/// Where the program starts.
@main
enum Entrance {
    /// A mistyped subcommand is met with the one that was meant; all else is the parser's.
    static func main() async {
        let names = Mengpaneel.configuration.subcommands.compactMap { $0.configuration.commandName }
        if let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), word != "help",
            !names.contains(word)
        {
            let meant = Suggestion.nearest(to: word, among: names).map { " Did you mean '\($0)'?" } ?? ""
            Mengpaneel.exit(withError: ValidationError("There is no subcommand '\(word)'.\(meant)"))
        }
        await Mengpaneel.main()
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
            """,
        version: Version.text,
        subcommands: [
            DemoCommand.self, ServeCommand.self, ImportCommand.self, FetchCommand.self, MeasureCommand.self,
            ProfileCommand.self, DecomposeCommand.self,
            ClaimsCommand.self, ReportCommand.self, VerifyCommand.self, DoctorCommand.self,
        ])
}

/// The version of the program.
enum Version {
    static let text = "0.1.0"
}
