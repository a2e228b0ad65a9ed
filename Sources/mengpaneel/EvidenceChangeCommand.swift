import ArgumentParser
import EvidenceRegister

/// `mengpaneel evidence change`: another text in one cell of a study or a number.
struct EvidenceChangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change one cell of a study or of a number in the register of a project.",
        discussion: """
            EXAMPLES
              mengpaneel evidence change NL-10 verified "full text" --project stad.mengpaneel --by "J. de Wit"
              mengpaneel evidence change E07 se 1.2 --project stad.mengpaneel
            """)

    @Argument(help: "The identifier of a study (NL-10) or of a number (E07).")
    var row: String

    @Argument(help: "The column, as in the header of the table.")
    var column: String

    @Argument(help: "The new text; empty for nothing.")
    var text: String

    @OptionGroup var edit: RegisterEdit

    func run() async throws {
        try edit.write { log, now in
            if let study = log.state.study(row) {
                try log.record(.setting(try field(Study.self), of: study, to: text), by: edit.by, on: now)
            } else if let effect = log.state.effects.first(where: { $0.id == row }) {
                try log.record(.setting(try field(Effect.self), of: effect, to: text), by: edit.by, on: now)
            } else {
                throw CodedWords.unknown(
                    row, of: "evidence change",
                    among: log.state.studies.map(\.id) + log.state.effects.map(\.id))
            }
        }
        Terminal.say("\(row), \(column): now '\(text)'.")
    }

    private func field<Row: RegisterRow>(_ type: Row.Type) throws -> Row.Field {
        guard let field = Row.Field(rawValue: column) else {
            throw CodedWords.unknown(column, of: "the column", among: Row.Field.allCases.map(\.rawValue))
        }
        return field
    }
}
