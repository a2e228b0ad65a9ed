import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

/// One claim with what the local data say of it.
struct ClaimCard {
    let scene: Scene
    let finding: ClaimFinding
    /// Whether it stands on a page of its own, with everything unfolded.
    var isWhole = false
    /// Whether it is for paper.
    var isPrinted = false

    private var language: Language { scene.language }
    private var claim: Claim { finding.claim }

    var markup: Markup {
        .element("article", ["class": "mp-card mp-claim", "id": .text(claim.rawValue)]) {
            Markup.element("h2") {
                isWhole
                    ? Strings.Claims.whatFiguresSay[language] : "\(claim.rawValue) \(claim.title[language])"
            }
            Markup.element("blockquote", ["class": "mp-quote"]) {
                Markup.element("p") { claim.text[language] }
                Markup.element("p", ["class": "mp-note"]) {
                    Strings.Claims.reference(
                        claim.reference.statement, claim.reference.document, claim.reference.page)[language]
                }
            }
            Markup.element("p") {
                Markup.element(
                    "strong", ["class": "mp-tag", "data-verdict": .text(finding.verdict.rawValue)]
                ) {
                    Self.sign(finding.verdict) + " " + finding.verdict.name[language]
                }
            }
            if let first = finding.headlines.first { headline(first) }
            Markup.element("p") { finding.reason[language] }
            if let figure = scene.claimFigure(claim) {
                figure.html(isPrinted ? .printed : .compact, heading: 3)
            }
            references
            trend
            slots
            if !isWhole, !isPrinted {
                Markup.element("p") {
                    Markup.element(
                        "a", ["class": "mp-button", "href": .text(scene.href(.claim(claim.rawValue)))]
                    ) {
                        Strings.Claims.details[language]
                        Markup.element("span", ["class": "mp-hidden"]) { ": \(claim.rawValue)" }
                    }
                }
            }
        }
    }

    /// A mark beside the word, so that a verdict never stands on colour or wording alone.
    static func sign(_ verdict: Verdict) -> String {
        switch verdict {
        case .supports: "✓"
        case .contradicts: "✗"
        case .undecided: "?"
        case .notTestable: "–"
        }
    }

    private func headline(_ figure: LocalFigure) -> Markup {
        .fragment([
            .element("p", ["class": "mp-key"]) { figure.unit.text(figure.value, language) },
            .element("p", ["class": "mp-note"]) {
                "\(figure.label[language]), \(figure.year). \(intervalText(figure))"
            },
        ])
    }

    private func intervalText(_ figure: LocalFigure) -> String {
        switch figure.uncertainty {
        case .interval(let lower, let upper):
            BilingualText(nl: "95%-interval: ", en: "95% interval: ")[language]
                + figure.unit.text(from: lower, to: upper, language) + "."
        case .none(let reason):
            BilingualText(nl: "Geen interval: ", en: "No interval: ")[language] + reason[language]
        }
    }

    private var references: Markup {
        guard let first = finding.headlines.first else { return .empty }
        return .fragment([
            .element("h3") { Strings.Claims.references[language] },
            .element("dl", ["class": "mp-facts"]) {
                reference(Strings.municipality, first.municipal)
                reference(Strings.nation, first.national)
            },
        ])
    }

    private func reference(_ name: BilingualText, _ reference: Reference) -> Markup {
        switch reference {
        case .value(let label, let value, let unit, let year):
            .fragment([
                .element("dt") { "\(name[language].capitalisedFirst): \(label[language]), \(year)" },
                .element("dd") { Markup.element("strong") { unit.text(value, language) } },
            ])
        case .none(let reason):
            .fragment([
                .element("dt") { name[language].capitalisedFirst },
                .element("dd", ["class": "mp-reason"]) { Self.sentence(reason[language]) },
            ])
        }
    }

    /// A reason that stands on its own, with a capital and a full stop.
    private static func sentence(_ text: String) -> String {
        let start = text.capitalisedFirst
        return start.hasSuffix(".") ? start : start + "."
    }

    private var trend: Markup {
        .fragment([
            .element("h3") { Strings.Claims.trend[language] },
            scene.claimTrend(claim)?.html(isPrinted ? .printed : .compact, heading: 4)
                ?? .element("p", ["class": "mp-note"]) {
                    Self.sentence(finding.trend.reason?[language] ?? Strings.Claims.noTrend[language])
                },
        ])
    }

    private var slots: Markup {
        .fragment([
            .element("h3") { Strings.Claims.evidence[language] },
            .element("dl", ["class": "mp-facts mp-slots"]) {
                slot(Strings.Claims.simulation, Self.text(finding.evidence.simulation, language))
                slot(Strings.Claims.studies, Self.text(finding.evidence.studies, language))
                slot(Strings.Claims.votes, Self.text(finding.evidence.votes, language))
            },
        ])
    }

    private func slot(_ name: BilingualText, _ text: String) -> Markup {
        .fragment([
            .element("dt") { name[language] }, .element("dd", ["class": "mp-reason"]) { text },
        ])
    }

    static func text(_ slot: SimulationSlot, _ language: Language) -> String {
        switch slot {
        case .notYet(let reason): reason[language]
        case .filled(let outcome):
            "\(outcome.measure[language]): \(NumberText(language).signed(outcome.median, decimals: 2)) "
                + "(\(NumberText(language).interval(outcome.lower, outcome.upper)))"
        }
    }

    static func text(_ slot: StudySlot, _ language: Language) -> String {
        switch slot {
        case .notYet(let reason): reason[language]
        case .filled(let outcome):
            "\(outcome.measure[language]): \(NumberText(language).signed(outcome.effect, decimals: 2)) "
                + "(\(NumberText(language).interval(outcome.lower, outcome.upper))); "
                + BilingualText(
                    nl: "\(outcome.studies.count) onderzoeken", en: "\(outcome.studies.count) studies")[
                    language]
        }
    }

    static func text(_ slot: VoteSlot, _ language: Language) -> String {
        switch slot {
        case .notYet(let reason): reason[language]
        case .filled(let tally):
            BilingualText(
                nl: "eens \(tally.agree), oneens \(tally.disagree), geen mening \(tally.pass)",
                en: "agree \(tally.agree), disagree \(tally.disagree), pass \(tally.pass)")[language]
        }
    }
}
