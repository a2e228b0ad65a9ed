import ArgumentParser
import EvidenceRegister

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
