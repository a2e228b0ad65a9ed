public import Bilingual

extension TheoryEdge {
    /// Its two ends: `Menging van inkomens → Leefbaarheid`; a dash where nothing is said of cause.
    public var name: BilingualText {
        let mark = effect == .goesWith ? "–" : "→"
        return BilingualText(
            nl: "\(from.name.nl) \(mark) \(to.name.nl)", en: "\(from.name.en) \(mark) \(to.name.en)")
    }

    /// What it says, as a sentence.
    public var text: BilingualText {
        let (start, end) = (from.name, to.name)
        return switch effect {
        case .raises:
            BilingualText(
                nl: "Meer ‘\(start.nl.lowercased())’ geeft meer ‘\(end.nl.lowercased())’.",
                en: "More ‘\(start.en.lowercased())’ gives more ‘\(end.en.lowercased())’.")
        case .lowers:
            BilingualText(
                nl: "Meer ‘\(start.nl.lowercased())’ geeft minder ‘\(end.nl.lowercased())’.",
                en: "More ‘\(start.en.lowercased())’ gives less ‘\(end.en.lowercased())’.")
        case .goesWith:
            BilingualText(
                nl: "‘\(start.nl)’ en ‘\(end.nl.lowercased())’ komen samen voor.",
                en: "‘\(start.en)’ and ‘\(end.en.lowercased())’ are found together.")
        }
    }
}
