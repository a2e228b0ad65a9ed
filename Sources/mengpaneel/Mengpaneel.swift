import ArgumentParser

/// The command line: one file per subcommand, nothing computed here.
@main
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
            MeasureCommand.self,
            VerifyCommand.self, DoctorCommand.self,
        ])
}

/// The version of the program.
enum Version {
    static let text = "0.1.0"
}
