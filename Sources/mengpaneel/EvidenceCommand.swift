import ArgumentParser

/// `mengpaneel evidence`: the register of studies, and the arithmetic of pooling effects.
struct EvidenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "What studies found on mixing, and what effects of your own come to when pooled.",
        discussion: """
            Nothing of the register is pooled while its numbers lack an uncertainty; no study is ranked or scored.

            EXAMPLES
              mengpaneel evidence list --domain education --region NL
              mengpaneel evidence map
              mengpaneel evidence pool effects.csv --model reml --test knha --format json
            """,
        subcommands: [
            EvidenceListCommand.self, EvidenceMapCommand.self, EvidencePoolCommand.self,
            EvidenceConvertCommand.self, EvidenceCheckCommand.self, EvidenceAddCommand.self,
            EvidenceChangeCommand.self, EvidenceWithdrawCommand.self, EvidenceUndoCommand.self,
            EvidenceHistoryCommand.self,
        ])
}
