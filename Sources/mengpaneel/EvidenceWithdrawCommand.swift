import ArgumentParser
import EvidenceRegister

/// `mengpaneel evidence withdraw`: a study that counts no longer. It stays in the history.
struct EvidenceWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Let a study count no longer in a project; it stays in the history.",
        discussion: """
            EXAMPLES
              mengpaneel evidence withdraw NL-10 --why "same study as NL-11" --project stad.mengpaneel
            """)

    @Argument(help: "The identifier of the study.")
    var study: String

    @Option(help: "Why.")
    var why: String

    @OptionGroup var edit: RegisterEdit

    func run() async throws {
        try edit.write { log, now in
            guard let found = log.state.study(study) else {
                throw CodedWords.unknown(study, of: "evidence withdraw", among: log.state.studies.map(\.id))
            }
            try log.record(.withdrawing(found, because: why), by: edit.by, on: now)
        }
        Terminal.say("\(study) counts no longer; `mengpaneel evidence undo` takes this back.")
    }
}
