import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory

/// What studies say for and against a claim: both sides with the same number of places.
struct ClaimEvidenceBlock {
    let scene: Scene
    let claim: Claim
    /// Whether every study is told in full, on the page of the claim; else the sides are short lists.
    let isWhole: Bool
    private var language: Language { scene.language }
    private var words: Strings.Evidence.Type { Strings.Evidence.self }

    var markup: Markup {
        let evidence = ClaimEvidence(for: claim, in: scene.register, limit: isWhole ? 6 : 3)
        return .element("section", ["class": "mp-evidence"]) {
            Markup.element("h3") { words.whatScienceSays[language] }
            if evidence.isWithoutEvidence { Markup.element("p") { words.nothing[language] } }
            Markup.element("p", ["class": "mp-note"]) { evidence.summary[language] }
            Markup.element("div", ["class": "mp-sides"]) {
                for side in ClaimEvidence.Side.allCases {
                    Markup.element("div", ["class": "mp-side"]) {
                        Markup.element("h4") { side.name[language] }
                        Markup.element("ul") {
                            for place in evidence.shown(side) { Markup.element("li") { item(place) } }
                        }
                        rest(evidence, side)
                    }
                }
            }
            Markup.element("p", ["class": "mp-note"]) { words.noPooled[language] }
            if isWhole {
                Markup.element("p", ["class": "mp-note"]) { words.equal[language] }
                folded(words.mixed, evidence.mixed)
                folded(words.context, evidence.context)
            }
        }
    }

    private func item(_ place: EvidencePlace) -> Markup {
        switch place {
        case .noneFound(let text): .element("p", ["class": "mp-note"]) { text[language] }
        case .study(let card): isWhole ? full(card) : short(card)
        }
    }

    private func link(_ study: Study) -> Markup {
        .element("a", ["href": .text(scene.href(.study(study.id)))]) { study.shortName(language) }
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
