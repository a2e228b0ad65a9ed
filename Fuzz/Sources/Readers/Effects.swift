internal import Harness
internal import MetaAnalysis

@testable import CommandLineReaders

extension FuzzTarget {
    /// Tables of effects as `evidence pool` reads them, in any of their forms.
    static let effects = FuzzTarget("effects") { input in
        let file = Scratch("effects.csv")
        file.write(input.bytes)
        guard let effects = refusable({ try EffectsFile(path: file.path, metric: nil) }) else { return }
        promise(effects.effects.count == effects.rows.count, "every effect has its row")
        promise(
            Set(effects.rows).isDisjoint(with: effects.leftOut), "a row counts or is left out, not both")
        for column in effects.plain.header {
            _ = refusable { try effects.labels(column, "--by") }
            _ = refusable { try effects.numbers(column, "--moderator") }
        }
        _ = refusable { try EffectSet(effects.effects) }
    }
}
