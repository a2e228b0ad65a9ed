import ArgumentParser
import EvidenceRegister

/// `mengpaneel evidence undo`: takes one change back by a new one.
struct EvidenceUndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take one change of the register back; see `evidence history` for numbers.",
        discussion: """
            EXAMPLES
              mengpaneel evidence undo 3 --project stad.mengpaneel
            """)

    @Argument(help: "The number of the change.")
    var number: Int

    @OptionGroup var edit: RegisterEdit

    func run() async throws {
        try edit.write { log, now in try log.undo(number, by: edit.by, on: now) }
        Terminal.say("Change \(number) was taken back.")
    }
}
