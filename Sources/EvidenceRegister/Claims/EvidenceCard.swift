public import Bilingual

/// A study as it stands beside a claim or an arrow.
public struct EvidenceCard: Sendable, Hashable, Identifiable {
    /// The link that put it there.
    public let link: EdgeLink
    /// The study.
    public let study: Study
    /// What it found, or why that is not shown.
    public let disclosure: FindingDisclosure
    /// The trial it shares with other publications; nil when it stands alone.
    public let trial: Trial?
    /// Cards of other publications of the same trial, or of the same publication by another arrow of the
    /// claim. They take no place of their own: an independent study counts once.
    public let sameTrial: [EvidenceCard]
    /// The numbers seen in it that have an interval. Mostly none.
    public let effectsWithInterval: [Effect]
    /// What to bear in mind before carrying it over to a Dutch municipality.
    public let transferability: BilingualText

    /// The identifier of the link.
    public var id: String { link.id }

    /// What stands in the place of an interval when none is known; nil when there is one.
    public var intervalIsMissing: BilingualText? {
        guard effectsWithInterval.isEmpty else { return nil }
        return BilingualText(
            nl: "Geen marge bekend: die stond niet in wat gelezen is.",
            en: "No interval known: it was not in what was read.")
    }

    /// The publications of this card and of those that share its trial.
    public var studies: [Study] { ([self] + sameTrial).map(\.study).uniqued() }

    init?(link: EdgeLink, register: Register, sameTrial: [EvidenceCard] = []) {
        guard let study = register.study(link.study) else { return nil }
        self.sameTrial = sameTrial
        self.link = link
        self.study = study
        disclosure = study.disclosure
        trial = register.trial(of: study.id)
        effectsWithInterval = register.effects(of: study.id).filter { $0.interval != nil }
        transferability = Transferability.remark(
            on: study, levers: register.leverLinks(of: study.id).map(\.lever))
    }

    /// One card per independent study, in order: the first of its publications, the others under it.
    static func cards(_ links: [EdgeLink], register: Register) -> [EvidenceCard] {
        let all = inOrder(links.compactMap { EvidenceCard(link: $0, register: register) })
        var heads: [String: Int] = [:]
        var groups: [[EvidenceCard]] = []
        for card in all {
            let unit = card.trial.map { "trial:" + $0.id } ?? card.study.id
            if let head = heads[unit] {
                groups[head].append(card)
            } else {
                heads[unit] = groups.count
                groups.append([card])
            }
        }
        let cards = groups.compactMap { group -> EvidenceCard? in
            // The card shows a publication that tells something where there is one.
            guard let head = group.first(where: { $0.ownStance != .context }) ?? group.first else {
                return nil
            }
            return EvidenceCard(
                link: head.link, register: register, sameTrial: group.filter { $0.id != head.id })
        }
        return inOrder(cards)
    }

    /// How this publication stands to it. One whose result may not be shown speaks for nothing, whatever its
    /// link says.
    public var ownStance: Stance { study.shownFinding == nil ? .context : link.stance }

    /// How the independent study stands to it: as its publications do where those that tell something agree,
    /// and mixed where they do not. No effect shown and contradiction stand on the same side.
    public var stance: Stance {
        let telling = ([self] + sameTrial).map(\.ownStance).filter { $0 != .context }
        guard let first = telling.first else { return .context }
        let against: Set<Stance> = [.contradicts, .noEffectShown]
        let agrees = telling.allSatisfy { $0 == first } || telling.allSatisfy(against.contains)
        return agrees ? first : .mixed
    }

    /// Dutch studies first, then by design, then by year, newest first; never by result.
    static func inOrder(_ cards: [EvidenceCard]) -> [EvidenceCard] {
        func key(_ card: EvidenceCard) -> (Int, Int, Int, String) {
            let isDutch = card.study.countries.contains(Register.firstCountry)
            let design = card.study.design.flatMap(Design.allCases.firstIndex(of:)) ?? Design.allCases.count
            return (isDutch ? 0 : 1, design, -(card.study.year ?? 0), card.link.id)
        }
        return cards.sorted { key($0) < key($1) }
    }
}

extension Register {
    /// What to bear in mind before carrying `study` over to a Dutch municipality.
    public func transferability(of study: Study) -> BilingualText {
        Transferability.remark(on: study, levers: leverLinks(of: study.id).map(\.lever))
    }
}

/// What a study can say of a Dutch municipality.
enum Transferability {
    static func remark(on study: Study, levers: [Lever]) -> BilingualText {
        var nl: [String] = []
        var en: [String] = []
        if study.countries == [Register.firstCountry] {
            nl.append("Nederlands onderzoek.")
            en.append("Dutch study.")
        } else if study.countries.contains(Register.firstCountry) {
            nl.append("Onderzoek in Nederland en elders.")
            en.append("Study of the Netherlands and elsewhere.")
        } else if study.region == .international {
            nl.append("Meer landen; regels en verschillen tussen buurten lopen uiteen.")
            en.append("Several countries; rules and differences between areas vary.")
        } else {
            nl.append(
                "Ander land (\(study.region.name.nl)): regels, huren en verschillen tussen buurten zijn anders dan "
                    + "in Nederland.")
            en.append(
                "Another country (\(study.region.name.en)): rules, rents and differences between areas are not as in "
                    + "the Netherlands.")
        }
        if !study.population.isEmpty {
            nl.append("Over: \(study.population).")
            en.append("About: \(study.population).")
        }
        if let kind = move(study, levers) {
            nl.append(kind.nl)
            en.append(kind.en)
        }
        return BilingualText(nl: nl.joined(separator: " "), en: en.joined(separator: " "))
    }

    /// How people came to live elsewhere: a lottery for who wants to move tells little of a forced move.
    private static func move(_ study: Study, _ levers: [Lever]) -> BilingualText? {
        if levers.contains(.refugeePlacement) {
            return BilingualText(
                nl: "Mensen werden door de overheid geplaatst; zij kozen hun plek niet.",
                en: "People were placed by government; they did not choose their place.")
        }
        if levers.contains(.helpToMove) {
            return study.design == .rct
                ? BilingualText(
                    nl:
                        "Mensen die wilden verhuizen kregen een aanbod door loting; dat zegt weinig over een gedwongen "
                        + "verhuizing.",
                    en:
                        "People who wished to move were offered a home or help by lot; that says little of a forced "
                        + "move.")
                : BilingualText(
                    nl:
                        "Mensen die wilden verhuizen kregen hulp; dat zegt weinig over een gedwongen verhuizing.",
                    en: "People who wished to move were helped; that says little of a forced move.")
        }
        if levers.contains(.demolishRebuild) {
            return BilingualText(
                nl: "Een gebied werd vernieuwd; wie er woonde, moest vaak verhuizen.",
                en: "An area was renewed; those who lived there often had to move.")
        }
        if levers.contains(.exposureOnly) {
            return BilingualText(
                nl: "Er is geen maatregel onderzocht, alleen hoe het is of wordt waar mensen wonen.",
                en: "No measure was studied, only how things are or become where people live.")
        }
        return nil
    }
}
