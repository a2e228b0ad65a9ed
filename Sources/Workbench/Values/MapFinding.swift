import Bilingual
import Figures
import Neighbourhoods

extension MapReading {
    /// What the map shows, as one computed sentence: the title of the figure.
    func finding(_ level: AreaLevel) -> BilingualText {
        let count = known.count
        let name = variable.name
        guard count > 0 else {
            return BilingualText(
                nl: "\(name.nl): voor geen enkele \(level.one.nl) een cijfer",
                en: "\(name.en): no figure for any \(level.one.en)")
        }
        switch comparison {
        case .year(let year):
            let (first, last) = (min(year, series.year), max(year, series.year))
            let split = split(at: 0)
            // The map shows the chosen year minus the other one; the sentence always runs forward in time.
            let (up, down) = series.year >= year ? (split.above, split.below) : (split.below, split.above)
            return BilingualText(
                nl:
                    "\(name.nl) van \(first) naar \(last): hoger in \(up) en lager in \(down) van de \(count) \(level.many.nl)",
                en:
                    "\(name.en) from \(first) to \(last): higher in \(up) and lower in \(down) of \(count) \(level.many.en)"
            )
            .adding(noise(split.noise, level))
        case .municipality, .nation:
            let split = split(at: 0)
            let whole =
                comparison == .nation
                ? BilingualText(nl: "Nederland", en: "the Netherlands")
                : BilingualText(nl: "de gemeente", en: "the municipality")
            return BilingualText(
                nl:
                    "\(name.nl): \(split.above) van de \(count) \(level.many.nl) boven \(whole.nl), \(split.below) eronder",
                en:
                    "\(name.en): \(split.above) of \(count) \(level.many.en) above \(whole.en), \(split.below) below"
            )
            .adding(noise(split.noise, level))
        case .none: return plainFinding(level, count)
        }
    }

    private func plainFinding(_ level: AreaLevel, _ count: Int) -> BilingualText {
        let name = variable.name
        if let whole = municipality.number, variable.canBeSetAgainstTheWhole {
            let split = split(at: whole)
            return BilingualText(
                nl:
                    "\(name.nl): in \(split.above) van de \(count) \(level.many.nl) hoger dan in de gemeente als geheel (\(plainFormat.text(whole, .dutch)))",
                en:
                    "\(name.en): higher in \(split.above) of \(count) \(level.many.en) than in the municipality as a whole (\(plainFormat.text(whole, .english)))"
            )
            .adding(noise(split.noise, level))
        }
        let numbers = known.compactMap(\.value.number)
        let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
        return BilingualText(
            nl:
                "\(name.nl): van \(plainFormat.text(low, .dutch)) tot \(plainFormat.text(high, .dutch)) per \(level.one.nl)",
            en:
                "\(name.en): from \(plainFormat.text(low, .english)) to \(plainFormat.text(high, .english)) by \(level.one.en)"
        )
    }

    private func noise(_ count: Int, _ level: AreaLevel) -> BilingualText {
        guard count > 0 else { return BilingualText(same: "") }
        let noun = count == 1 ? level.one : level.many
        guard series.margins != nil else {
            return BilingualText(
                nl: "; \(count) \(noun.nl) precies gelijk", en: "; \(count) \(noun.en) exactly equal")
        }
        return BilingualText(
            nl: "; bij \(count) \(noun.nl) is het verschil kleiner dan de marge",
            en: "; in \(count) \(noun.en) the difference is smaller than the margin")
    }
}

extension BilingualText {
    /// This text with `more` behind it.
    func adding(_ more: BilingualText) -> BilingualText { BilingualText(nl: nl + more.nl, en: en + more.en) }
}
