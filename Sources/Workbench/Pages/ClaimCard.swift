import Bilingual
import EvidenceRegister
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
            Markup.element("div", ["class": "mp-heads"]) {
                for figure in finding.headlines {
                    ClaimHeadline(
                        figure: figure, finding: finding, language: language, isWhole: isWhole
                    ).markup
                }
            }
            // Without a figure the reason is all there is to read.
            if isWhole || isPrinted || finding.headlines.isEmpty { reason }
            let figures = scene.claimFigures(claim)
            for figure in figures {
                if figures.count > 1, !isPrinted {
                    Markup.element("p", ["class": "mp-note"]) { figure.frame.title }
                }
                figure.html(isPrinted ? .printed : .compact, heading: 3)
            }
            ClaimEvidenceBlock(
                scene: scene, answers: scene.answers(.claim(claim), places: isWhole ? 6 : 3), isWhole: isWhole
            ).markup
            if isWhole || isPrinted {
                trend
                slots
            } else {
                folded
            }
        }
    }

    /// Everything that a reader of ten seconds can leave folded.
    private var folded: Markup {
        .fragment([
            .element("details") {
                Markup.element("summary") {
                    Strings.Claims.more[language]
                    Markup.element("span", ["class": "mp-hidden"]) { ": \(claim.rawValue)" }
                }
                if !finding.headlines.isEmpty { reason }
                trend
                slots
            },
            .element("p") {
                Markup.element(
                    "a", ["class": "mp-button", "href": .text(scene.href(.claim(claim.rawValue)))]
                ) {
                    Strings.Claims.details[language]
                    Markup.element("span", ["class": "mp-hidden"]) { ": \(claim.rawValue)" }
                }
            },
        ])
    }

    private var reason: Markup { .element("p") { finding.reason[language] } }

    /// A mark beside the word, so that a verdict never stands on colour or wording alone.
    static func sign(_ verdict: Verdict) -> String {
        switch verdict {
        case .supports: "✓"
        case .contradicts: "✗"
        case .undecided: "?"
        case .notTestable: "–"
        }
    }

    private var trend: Markup {
        .fragment([
            .element("h3") { Strings.Claims.trend[language] },
            scene.claimTrend(claim)?.html(isPrinted ? .printed : .compact, heading: 4)
                ?? .element("p", ["class": "mp-note"]) {
                    (finding.trend.reason?[language] ?? Strings.Claims.noTrend[language]).asSentence
                },
            finding.trend.figures.count == 2
                ? .element("p", ["class": "mp-note"]) { Strings.Claims.onlyTwoYears[language] } : .empty,
        ])
    }

    /// What model and group say; on the page of the claim they have frames of their own.
    private var slots: Markup {
        if isWhole { return .empty }
        let blocks = SpineBlocks(scene: scene, target: .claim(claim))
        return .fragment([
            .element("h3") { Strings.Spine.model[language] }, blocks.modelBody,
            .element("h3") { Strings.Spine.group[language] }, blocks.groupBody,
        ])
    }
}
