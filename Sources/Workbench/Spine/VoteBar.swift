import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// How people voted on one statement, as a bar with the counts in words; nothing of fewer than four people.
struct VoteBar {
    let summary: StatementSummary
    let language: Language

    var markup: Markup {
        guard summary.agree.of >= SmallCells.least else {
            return .element("p", ["class": "mp-note"]) {
                BilingualText(
                    nl: "Nog minder dan \(SmallCells.least) stemmen.",
                    en: "Fewer than \(SmallCells.least) votes yet.")[
                        language]
            }
        }
        return .fragment([bar, .element("p", ["class": "mp-stemtelling"]) { counts }])
    }

    private var bar: Markup {
        let all = Double(max(summary.agree.of, 1))
        let parts: [(count: Int, style: MarkupValue)] = [
            (summary.agree.count, "mp-eens"), (summary.pass.count, "mp-pas"),
            (summary.disagree.count, "mp-oneens"),
        ]
        var left = 0.0
        var shapes: [Markup] = []
        for part in parts {
            let width = 100 * Double(part.count) / all
            shapes.append(
                .element(
                    "rect",
                    [
                        "x": .number(left), "y": .number(0), "width": .number(width), "height": .number(6),
                        "class": part.style,
                    ]))
            left += width
        }
        return .element(
            "svg",
            [
                "viewBox": .numbers([0, 0, 100, 6]), "class": "mp-stembalk", "aria-hidden": "true",
                "preserveAspectRatio": "none",
            ], children: shapes)
    }

    private var counts: String {
        let (agree, pass, disagree) = (summary.agree.count, summary.pass.count, summary.disagree.count)
        return BilingualText(
            nl: "✓ \(agree) eens · – \(pass) pas · ✗ \(disagree) oneens",
            en: "✓ \(agree) agree · – \(pass) pass · ✗ \(disagree) disagree")[language]
    }
}

extension StatementSummary.Reading {
    /// What may be said of a statement, in a few words.
    var name: BilingualText {
        switch self {
        case .sharedAgreement: BilingualText(nl: "gedeeld: eens", en: "shared: agree")
        case .sharedDisagreement: BilingualText(nl: "gedeeld: oneens", en: "shared: disagree")
        case .disputed: BilingualText(nl: "verdeeld", en: "disputed")
        case .unsure: BilingualText(nl: "onzeker", en: "unsure")
        case .leaning: BilingualText(nl: "neigt naar een kant", en: "leans to one side")
        case .noVotes: BilingualText(nl: "geen stemmen", en: "no votes")
        }
    }
}
