import Bilingual
import Figures
import Neighbourhoods

/// Where an area differs from its municipality, on the side that the policy wishes and on the other. Both lists have
/// the same form and the same few lines open, in the order of the themes and never of size; the rest unfolds.
struct RemarkableCard {
    let facts: AreaFacts
    let language: Language

    /// The lines of one list that stand open: more would make the longer list weigh heavier.
    static let openLines = 6

    var markup: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("div", ["class": "mp-tiles"]) {
                list(Strings.Profile.strong, facts.remarkable(isStrength: true, language))
                list(Strings.Profile.weak, facts.remarkable(isStrength: false, language))
            }
            Markup.element("p", ["class": "mp-note"]) { Strings.Profile.strongHint[language] }
        }
    }

    private typealias Part = (theme: Theme, facts: [AreaFacts.Fact])

    private func list(_ title: BilingualText, _ parts: [Part]) -> Markup {
        let counts = Self.open(of: parts.map(\.facts.count))
        let open = zip(parts, counts).map { Part($0.theme, Array($0.facts.prefix($1))) }
        let folded = zip(parts, counts).map { Part($0.theme, Array($0.facts.dropFirst($1))) }
        let rest = folded.map(\.facts.count).reduce(0, +)
        return .element("div") {
            Markup.element("h2") { title[language] }
            if parts.isEmpty { Markup.element("p") { Strings.Profile.noneStrong[language] } }
            lines(open)
            if rest > 0 {
                Markup.element("details") {
                    Markup.element("summary") {
                        Strings.Profile.more(rest)[language]
                        Markup.element("span", ["class": "mp-hidden"]) { ": \(title[language].lowercased())" }
                    }
                    lines(folded)
                }
            }
        }
    }

    /// How many facts of each theme stand open: the first of every theme, then the second, until the lines are used.
    static func open(of counts: [Int]) -> [Int] {
        var result = counts.map { _ in 0 }
        var left = openLines
        while left > 0, let turn = zip(result, counts).filter({ $0 < $1 }).map(\.0).min() {
            for place in counts.indices where result[place] == turn && counts[place] > turn && left > 0 {
                result[place] += 1
                left -= 1
            }
        }
        return result
    }

    private func lines(_ parts: [Part]) -> Markup {
        .fragment(
            parts.filter { !$0.facts.isEmpty }.map { part in
                .fragment([
                    .element("h3", ["class": "mp-theme"]) { part.theme.name[language] },
                    .element("ul") {
                        for fact in part.facts { Markup.element("li") { sentence(fact) } }
                    },
                ])
            })
    }

    private func sentence(_ fact: AreaFacts.Fact) -> String {
        guard let number = fact.value.number, let municipality = fact.municipality else { return "" }
        let margin = fact.margin.map { " ± " + fact.format.text($0, language) } ?? ""
        return "\(fact.variable.name[language]): \(fact.format.text(number, language))\(margin) "
            + "(\(Strings.municipality[language]) \(fact.format.text(municipality, language)))"
    }
}
