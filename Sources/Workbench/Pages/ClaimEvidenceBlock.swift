import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory

/// What studies say for and against a claim or arrow: both sides with the same number of places.
struct ClaimEvidenceBlock {
    let scene: Scene
    let answers: SpineAnswers
    /// Whether every study is told in full, on the page of the claim; else the sides are short lists.
    let isWhole: Bool
    /// The level of the titles of both sides.
    var heading = 4
    private var language: Language { scene.language }
    private var words: Strings.Evidence.Type { Strings.Evidence.self }

    var markup: Markup {
        .element("section", ["class": "mp-evidence"]) {
            Markup.element("h3") { words.whatScienceSays[language] }
            body
        }
    }

    /// Without a title, for a card that has one.
    var body: Markup {
        let evidence = answers.evidence
        return .fragment([
            sides(evidence), pooled,
            isWhole ? .element("p", ["class": "mp-note"]) { words.equal[language] } : .empty,
            isWhole ? folded(words.mixed, evidence.mixed) : .empty,
            isWhole ? folded(words.context, evidence.context) : .empty,
            scene.provenance(
                of: cards(evidence).flatMap(\.studies), bearing: TheoryBearing(of: answers.target)
            )
            .markup(language),
        ])
    }

    private func cards(_ evidence: ClaimEvidence) -> [EvidenceCard] {
        evidence.supporting + evidence.against + evidence.mixed + evidence.context
    }

    private func sides(_ evidence: ClaimEvidence) -> Markup {
        .element("div") {
            if evidence.isWithoutEvidence { Markup.element("p") { words.nothing[language] } }
            Markup.element("p", ["class": "mp-note"]) { evidence.summary[language] }
            Markup.element("div", ["class": "mp-sides"]) {
                for side in ClaimEvidence.Side.allCases {
                    Markup.element("div", ["class": "mp-side"]) {
                        Heading.markup(heading) { .text(side.name[language]) }
                        Markup.element("ul") {
                            for place in evidence.shown(side) { Markup.element("li") { item(place) } }
                        }
                        rest(evidence, side)
                    }
                }
            }
        }
    }

    /// What studies say together, or why nothing is brought together.
    private var pooled: Markup {
        guard !answers.pooled.isEmpty else {
            return .element("p", ["class": "mp-note"]) { words.noPooled[language] }
        }
        return .fragment([
            Heading.markup(heading) { .text(words.pooled[language]) },
            .element("ul") { for one in answers.pooled { Markup.element("li") { one.text(language) } } },
        ])
    }

    private func item(_ place: EvidencePlace) -> Markup {
        switch place {
        case .noneFound(let text): .element("p", ["class": "mp-note"]) { text[language] }
        case .study(let card): isWhole ? full(card) : short(card)
        }
    }

    /// A report has no pages to go to: there the study stands by its name.
    private func link(_ study: Study) -> Markup {
        if scene.isPaper { return .text(study.shortName(language)) }
        return .element("a", ["href": .text(scene.href(.study(study.id)))]) { study.shortName(language) }
    }

    private func facts(_ card: EvidenceCard) -> String {
        [
            card.study.countryNames(language), card.study.design?.name[language],
            card.study.verification.name[language], stance(card),
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// On the side against it matters whether a study contradicts or only shows no effect.
    private func stance(_ card: EvidenceCard) -> String? {
        card.stance == .contradicts || card.link.stance == .noEffectShown
            ? card.stance.name[language] : nil
    }

    private func short(_ card: EvidenceCard) -> Markup {
        .fragment([
            .element("p") { link(card.study) },
            .element("p", ["class": "mp-note"]) { facts(card) },
        ])
    }

    private func full(_ card: EvidenceCard) -> Markup {
        .fragment([
            short(card),
            .element("p") {
                switch card.disclosure {
                case .shown(let finding): Markup.element("span", ["lang": "en"]) { finding.text }
                case .withheld(let reason): reason[language]
                }
            },
            .element("p", ["class": "mp-note"]) { interval(card) },
            .element("p", ["class": "mp-note"]) {
                words.sample[language] + ": "
                if card.study.sampleSize.isEmpty {
                    words.sampleNotSeen[language]
                } else {
                    Markup.element("span", ["lang": "en"]) { card.study.sampleSize }
                }
            },
            .element("p", ["class": "mp-note"]) { card.transferability[language] },
            others(card),
        ])
    }

    private func interval(_ card: EvidenceCard) -> String {
        if let missing = card.intervalIsMissing { return missing[language] }
        let numbers = NumberText(language)
        return card.effectsWithInterval.compactMap { effect in
            effect.interval.map {
                "\(effect.outcome), \(effect.group): \(effect.value.text(language)) "
                    + "(\(numbers.interval($0.lowerBound, $0.upperBound))) \(effect.unit)"
            }
        }.joined(separator: "; ")
    }

    private func others(_ card: EvidenceCard) -> Markup {
        let others = card.studies.filter { $0.id != card.study.id }
        guard !others.isEmpty else { return .empty }
        return .element("p", ["class": "mp-note"]) {
            words.others[language] + ": "
            for (place, study) in others.enumerated() {
                link(study)
                place + 1 < others.count ? "; " : "."
            }
        }
    }

    private func rest(_ evidence: ClaimEvidence, _ side: ClaimEvidence.Side) -> Markup {
        let more = evidence.notShown(side)
        guard more > 0 else { return .empty }
        guard isWhole else {
            return .element("p", ["class": "mp-note"]) { words.more(more)[language] }
        }
        return .element("ul", ["class": "mp-links"]) {
            for card in evidence.cards(side).dropFirst(evidence.places) {
                Markup.element("li") { short(card) }
            }
        }
    }

    private func folded(_ title: BilingualText, _ cards: [EvidenceCard]) -> Markup {
        guard !cards.isEmpty else { return .empty }
        return .element("details") {
            Markup.element("summary") { "\(title[language]) (\(cards.count))" }
            Markup.element("ul") { for card in cards { Markup.element("li") { short(card) } } }
        }
    }
}
