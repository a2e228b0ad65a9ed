import Bilingual
import Figures
import PolicyTheory

/// One figure that a verdict follows from: the number, what it is in one short sentence, and what to hold it against.
struct ClaimHeadline {
    let figure: LocalFigure
    let finding: ClaimFinding
    let language: Language
    /// Whether the full description stands here, and not only the short one.
    let isWhole: Bool

    private var areas: BilingualText { finding.level.many }
    private var isOneOfSeveral: Bool { finding.headlines.count > 1 }

    var markup: Markup {
        .element("div", ["class": "mp-head"]) {
            if isOneOfSeveral, let verdict = figure.verdict {
                Markup.element("p", ["class": "mp-note"]) {
                    "\(figure.name[language]): \(ClaimCard.sign(verdict)) \(verdict.name[language])"
                }
            }
            Markup.element("p", ["class": "mp-key"]) { figure.unit.text(figure.value, language) }
            Markup.element("p") { isWhole ? whole : short }
            Markup.element("dl", ["class": "mp-facts"]) {
                reference(Strings.municipality, figure.municipal)
                reference(Strings.nation, figure.national)
                chance
            }
        }
    }

    /// What the number is, for a reader who has just read the claim.
    private var short: String {
        let name = figure.name[language]
        if let levels = figure.levels {
            let inside = levels.unit.text(levels.inside, language)
            let outside = levels.unit.text(levels.outside, language)
            return BilingualText(
                nl: "\(name), \(figure.year): \(inside) in zulke \(areas.nl), \(outside) in de andere.",
                en: "\(name), \(figure.year): \(inside) in such \(areas.en), \(outside) in the others.")[
                    language]
        }
        if finding.claim == .residence {
            return BilingualText(
                nl: "Aandeel van ‘\(name)’ dat in zulke \(areas.nl) woont, \(figure.year).",
                en: "Share of ‘\(name)’ who live in such \(areas.en), \(figure.year).")[language]
        }
        let label = figure.label[language]
        return label.contains(String(figure.year)) ? "\(label)." : "\(label), \(figure.year)."
    }

    private var whole: String { "\(figure.label[language]), \(figure.year). \(interval)" }

    private var interval: String {
        switch figure.uncertainty {
        case .interval(let lower, let upper):
            BilingualText(nl: "95%-interval: ", en: "95% interval: ")[language]
                + figure.unit.text(from: lower, to: upper, language) + "."
        case .none(let reason):
            BilingualText(nl: "Geen interval: ", en: "No interval: ")[language] + reason[language]
        }
    }

    /// A contrast is held against the same quantity, which the sentence above has named; others name their own.
    private var isShort: Bool { !isWhole && figure.levels != nil }

    /// What chance alone gives and what is left without it; nothing where chance does not push the figure up.
    private var chance: Markup {
        guard let chance = figure.chance, let corrected = chance.corrected else { return .empty }
        return .fragment([
            .element("dt") { Strings.Claims.byChance[language] },
            .element("dd") { Markup.element("strong") { figure.unit.text(chance.expected, language) } },
            .element("dt") { Strings.Claims.corrected[language] },
            .element("dd") {
                Markup.element("strong") { figure.unit.text(corrected.value, language) }
                if let lower = corrected.uncertainty.lower, let upper = corrected.uncertainty.upper {
                    Markup.element("span", ["class": "mp-range"]) {
                        figure.unit.text(from: lower, to: upper, language)
                    }
                }
            },
        ])
    }

    private func reference(_ name: BilingualText, _ reference: Reference) -> Markup {
        let title = name[language].capitalisedFirst
        switch reference {
        case .value(let label, let value, let unit, let year):
            return .fragment([
                .element("dt") { isShort ? "\(title), \(year)" : "\(title): \(label[language]), \(year)" },
                .element("dd") { Markup.element("strong") { unit.text(value, language) } },
            ])
        case .none(let reason):
            return .fragment([
                .element("dt") { title },
                .element("dd", ["class": "mp-reason"]) { reason[language].asSentence },
            ])
        }
    }
}

/// The figure with chance taken out, below the raw one; nothing where none is taken out.
struct CorrectedNote {
    let figure: LocalFigure
    let language: Language

    var markup: Markup {
        guard let corrected = figure.chance?.corrected else { return .empty }
        let name = Strings.Claims.corrected[language].lowercased()
        let value = figure.unit.text(corrected.value, language)
        let ends = corrected.uncertainty.lower.flatMap { lower in
            corrected.uncertainty.upper.map { figure.unit.text(from: lower, to: $0, language) }
        }
        return .element("span", ["class": "mp-range mp-corrected"]) {
            "\(name) \(value)" + (ends.map { " (\($0))" } ?? "")
        }
    }
}

extension String {
    /// The same text as a sentence of its own, with a capital and a full stop.
    var asSentence: String {
        let start = capitalisedFirst
        return start.hasSuffix(".") ? start : start + "."
    }
}
