import Bilingual
import Neighbourhoods
import PolicyTheory

/// The measures of a spread in plain words: a short title for a table and one sentence with the number in it.
struct SpreadWords {
    let report: SpreadReport
    let language: Language

    var numbers: NumberText { NumberText(language) }

    func pick(_ nl: String, _ en: String) -> String { BilingualText(nl: nl, en: en)[language] }

    /// What is counted.
    var things: String {
        switch report.universe {
        case .dwellings: pick("woningen", "homes")
        case .persons, .area: pick("bewoners", "residents")
        case .households: pick("huishoudens", "households")
        }
    }

    /// An average one of them.
    private var thing: (nl: String, en: String) {
        switch report.universe {
        case .dwellings: ("gemiddelde woning", "home")
        case .persons, .area: ("gemiddelde bewoner", "resident")
        case .households: ("gemiddeld huishouden", "household")
        }
    }

    /// The name of a group.
    func name(_ group: Variable.ID?) -> String {
        guard let group else { return pick("alle groepen", "all groups") }
        return VariableCatalogue.variable(group)?.name[language] ?? others
    }

    private var others: String { pick("andere \(things)", "other \(things)") }

    /// What is measured, in a few words.
    func title(_ row: SpreadReport.Row) -> String {
        let group = name(row.group)
        return switch row.measure {
        case .entropy: pick("Ongelijke spreiding van alle groepen", "Uneven spread of all groups")
        case .dissimilarity: pick("Ongelijke spreiding van ‘\(group)’", "Uneven spread of ‘\(group)’")
        case .isolation: around(group, met: group)
        case .interaction: around(group, met: others)
        case .isolationOfOthers: around(others, met: others)
        case .interactionOfOthers: around(others, met: group)
        }
    }

    private func around(_ own: String, met: String) -> String {
        pick("Aandeel ‘\(met)’ in de omgeving van ‘\(own)’", "Share of ‘\(met)’ around ‘\(own)’")
    }

    /// What the number says.
    func sentence(_ row: SpreadReport.Row) -> String {
        let share = NumberText(language).percent(row.value)
        let group = name(row.group)
        let area = report.level.one
        let areas = report.level.many
        switch row.measure {
        case .entropy:
            return pick(
                "Van alle verscheidenheid in de gemeente is \(share) verschil tussen \(areas.nl). De rest zit binnen \(areas.nl).",
                "Of all variety in the municipality \(share) is difference between \(areas.en). The rest lies within \(areas.en)."
            )
        case .dissimilarity:
            return report.universe == .dwellings
                ? pick(
                    "Van ‘\(group)’ zou \(share) in een andere \(area.nl) moeten staan om overal hetzelfde aandeel te hebben.",
                    "Of ‘\(group)’ \(share) would have to stand in another \(area.en) for the same share everywhere."
                )
                : pick(
                    "Van ‘\(group)’ zou \(share) moeten verhuizen om in elke \(area.nl) hetzelfde aandeel te hebben.",
                    "Of ‘\(group)’ \(share) would have to move for the same share in every \(area.en).")
        case .isolation:
            return meeting(own: "‘\(group)’", share, "‘\(group)’")
        case .interaction:
            return meeting(own: "‘\(group)’", share, pick("de andere \(things)", "the other \(things)"))
        case .isolationOfOthers:
            return meeting(
                own: pick("de andere \(things)", "the other \(things)"), share,
                pick("de andere \(things)", "the other \(things)"))
        case .interactionOfOthers:
            return meeting(own: pick("de andere \(things)", "the other \(things)"), share, "‘\(group)’")
        }
    }

    private func meeting(own: String, _ share: String, _ met: String) -> String {
        pick(
            "In de \(report.level.one.nl) van een \(thing.nl) uit \(own) hoort \(share) tot \(met).",
            "In the \(report.level.one.en) of an average \(thing.en) of \(own), \(share) belongs to \(met).")
    }
}
