import Bilingual
import EvidenceRegister
import HousingMarket
import Perspectives
import PolicyTheory
import WorkingGroup

/// One place where two of the four answers, or parts of one, do not say the same.
struct Contradiction: Hashable {
    /// One of the four that answer.
    enum Voice: Int, CaseIterable, Hashable {
        case data, model, studies, group

        var name: BilingualText {
            switch self {
            case .data: BilingualText(nl: "cijfers", en: "figures")
            case .model: BilingualText(nl: "model", en: "model")
            case .studies: BilingualText(nl: "onderzoek", en: "studies")
            case .group: BilingualText(nl: "groep", en: "group")
            }
        }
    }

    /// Who differ: two of the four, or one within itself.
    let between: [Voice]
    /// How, with the values and intervals that there are.
    let sentence: BilingualText

    init(_ one: Voice, _ other: Voice? = nil, nl: String, en: String) {
        between = [one, other].compactMap(\.self)
        sentence = BilingualText(nl: nl, en: en)
    }

    /// `cijfers – onderzoek`, or `groep onderling`.
    func name(_ language: Language) -> String {
        between.count > 1
            ? between.map { $0.name[language] }.joined(separator: " – ")
            : (between.first?.name[language] ?? "")
                + BilingualText(nl: " onderling", en: " among themselves")[language]
    }
}

/// Where data, model, studies and groups do not say the same of a claim or arrow. They are listed, not smoothed away: none
/// of the four is taken for the right one.
struct Contradictions {
    let answers: SpineAnswers

    init(_ answers: SpineAnswers) { self.answers = answers }

    /// Every difference, in a fixed order.
    var all: [Contradiction] {
        data + dataAndStudies + studies + answers.voices.flatMap(group) + amongGroups + model
    }

    // MARK: Data and studies

    private var against: Int { answers.evidence.against.count }
    private var support: Int { answers.evidence.supporting.count }
    private var verdict: Verdict? { answers.local?.verdict }

    /// The local figure that the verdict rests on, with its interval.
    private var figure: BilingualText {
        guard let first = answers.local?.figures.first else { return BilingualText(same: "") }
        return BilingualText(nl: " (\(first.text(.dutch)))", en: " (\(first.text(.english)))")
    }

    private static func studies(_ count: Int) -> BilingualText {
        count == 1
            ? BilingualText(nl: "1 onderzoek", en: "1 study")
            : BilingualText(nl: "\(count) onderzoeken", en: "\(count) studies")
    }

    private var data: [Contradiction] {
        guard verdict == .contradicts else { return [] }
        return [
            Contradiction(
                .data,
                nl: "De cijfers hier\(figure.nl) wijzen een andere kant op dan het beleid zegt.",
                en: "The figures here\(figure.en) point another way than the policy says.")
        ]
    }

    private var dataAndStudies: [Contradiction] {
        let (opposed, agreed) = (Self.studies(against), Self.studies(support))
        switch verdict {
        case .supports where against > 0:
            return [
                Contradiction(
                    .data, .studies,
                    nl:
                        "De cijfers hier\(figure.nl) steunen dit; \(opposed.nl) \(against == 1 ? "spreekt" : "spreken") "
                        + "het tegen of \(against == 1 ? "toont" : "tonen") geen effect aan.",
                    en:
                        "The figures here\(figure.en) support this; \(opposed.en) \(against == 1 ? "contradicts" : "contradict") "
                        + "it or \(against == 1 ? "shows" : "show") no effect.")
            ]
        case .contradicts where support > 0:
            return [
                Contradiction(
                    .data, .studies,
                    nl:
                        "De cijfers hier\(figure.nl) spreken dit tegen; \(agreed.nl) \(support == 1 ? "steunt" : "steunen") het.",
                    en:
                        "The figures here\(figure.en) contradict this; \(agreed.en) \(support == 1 ? "supports" : "support") it."
                )
            ]
        default: return []
        }
    }

    private var studies: [Contradiction] {
        if support > 0, against > 0 {
            return [
                Contradiction(
                    .studies,
                    nl:
                        "Onderzoek staat aan beide kanten: \(support) ervoor, \(against) ertegen of zonder effect.",
                    en:
                        "Studies stand on both sides: \(support) for it, \(against) against it or without effect."
                )
            ]
        }
        guard support == 0, against > 0 else { return [] }
        return [
            Contradiction(
                .studies,
                nl:
                    "Het onderzoek dat is gevonden, steunt dit niet: 0 ervoor, \(against) ertegen of zonder effect.",
                en:
                    "The studies that were found do not support this: 0 for it, \(against) against it or without effect."
            )
        ]
    }

    // MARK: Group

    private func group(_ voice: GroupVoice) -> [Contradiction] {
        groupAndOthers(voice) + undecided(voice) + within(voice)
    }

    private func groupAndOthers(_ voice: GroupVoice) -> [Contradiction] {
        let name = voice.state.title
        let stand = voice.stand(on: answers.target)
        var found: [Contradiction] = []
        switch (verdict, stand) {
        case (.supports, .leansAgainst):
            found.append(
                Contradiction(
                    .data, .group,
                    nl: "De cijfers hier\(figure.nl) steunen dit; de groep “\(name)” neigt ertegen.",
                    en: "The figures here\(figure.en) support this; the group “\(name)” leans against it."))
        case (.contradicts, .leansFor):
            found.append(
                Contradiction(
                    .data, .group,
                    nl: "De cijfers hier\(figure.nl) spreken dit tegen; de groep “\(name)” neigt ervoor.",
                    en: "The figures here\(figure.en) contradict this; the group “\(name)” leans towards it.")
            )
        default: break
        }
        if stand == .leansFor, against > 0 {
            let count = Self.studies(against)
            found.append(
                Contradiction(
                    .studies, .group,
                    nl: "De groep “\(name)” neigt ervoor; \(count.nl) ertegen of zonder effect.",
                    en: "The group “\(name)” leans towards it; \(count.en) against it or without effect."))
        } else if stand == .leansAgainst, support > 0 {
            let count = Self.studies(support)
            found.append(
                Contradiction(
                    .studies, .group, nl: "De groep “\(name)” neigt ertegen; \(count.nl) ervoor.",
                    en: "The group “\(name)” leans against it; \(count.en) for it."))
        }
        return found
    }

    /// A clear opinion where the figures decide nothing.
    private func undecided(_ voice: GroupVoice) -> [Contradiction] {
        guard verdict != .supports, verdict != .contradicts else { return [] }
        let shared = statements(voice, [.sharedAgreement, .sharedDisagreement])
        guard !shared.nl.isEmpty else { return [] }
        return [
            Contradiction(
                .data, .group,
                nl:
                    "De groep “\(voice.state.title)” heeft een duidelijke mening over \(shared.nl), maar de cijfers hier "
                    + "beslissen niets.",
                en:
                    "The group “\(voice.state.title)” has a clear opinion on \(shared.en), but the figures here decide "
                    + "nothing.")
        ]
    }

    private func within(_ voice: GroupVoice) -> [Contradiction] {
        let disputed = statements(voice, [.disputed])
        guard !disputed.nl.isEmpty else { return [] }
        return [
            Contradiction(
                .group, nl: "De groep “\(voice.state.title)” is verdeeld over \(disputed.nl).",
                en: "The group “\(voice.state.title)” is divided on \(disputed.en).")
        ]
    }

    /// The statements that were read so, each with how many agreed and disagreed; empty where there are none.
    private func statements(_ voice: GroupVoice, _ readings: [StatementSummary.Reading]) -> BilingualText {
        let found = voice.statements(on: answers.target).filter { readings.contains($0.1.reading) }
        guard !found.isEmpty else { return BilingualText(same: "") }
        func list(_ and: String, _ words: (_ agree: Int, _ disagree: Int) -> String) -> String {
            let texts = found.map { statement, summary in
                "\(statement.number) (\(words(summary.agree.count, summary.disagree.count)))"
            }
            guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
            return texts.dropLast().joined(separator: ", ") + and + last
        }
        return BilingualText(
            nl: (found.count == 1 ? "stelling " : "stellingen ")
                + list(" en ") { "\($0) eens, \($1) oneens" },
            en: (found.count == 1 ? "statement " : "statements ")
                + list(" and ") { "\($0) agree, \($1) disagree" })
    }

    private var amongGroups: [Contradiction] {
        let stands = answers.voices.map { ($0.state.title, $0.stand(on: answers.target)) }
        let names = { (stand: GroupVoice.Stand) in
            stands.filter { $0.1 == stand }.map { "“\($0.0)”" }.joined(separator: ", ")
        }
        let (one, other) = (names(.leansFor), names(.leansAgainst))
        guard !one.isEmpty, !other.isEmpty else { return [] }
        return [
            Contradiction(
                .group, nl: "Werkgroepen staan tegenover elkaar: \(one) neigt ervoor, \(other) ertegen.",
                en: "Working groups stand opposite each other: \(one) leans towards it, \(other) against it.")
        ]
    }

    // MARK: Model

    /// Only of mixing does the policy say which way it should go.
    private var model: [Contradiction] {
        guard case .outcomes(let measures, true) = answers.model, measures.contains(.mixingNeighbourhood)
        else {
            return []
        }
        return answers.outcomes.flatMap(model)
    }

    private func model(_ outcome: ModelOutcome) -> [Contradiction] {
        guard let mixing = outcome.differences[.mixingNeighbourhood] else { return [] }
        let row = SpineAnswers.ModelRow(
            name: OutcomeMeasure.mixingNeighbourhood.name, band: mixing,
            unit: OutcomeMeasure.mixingNeighbourhood.unit, isDifference: true)
        let value = BilingualText(
            nl: "\(row.middle(.dutch)), 9 van 10 runs \(row.range(.dutch))",
            en: "\(row.middle(.english)), 9 in 10 runs \(row.range(.english))")
        let name = BilingualText(
            nl: "Pakket “\(outcome.package)”" + (outcome.isTwin ? Strings.Spine.twin.nl : ""),
            en: "Package “\(outcome.package)”" + (outcome.isTwin ? Strings.Spine.twin.en : ""))
        var found: [Contradiction] = []
        if mixing.low > 0 {
            found.append(
                Contradiction(
                    .model, nl: "\(name.nl) mengt buurten in het model minder, niet meer (\(value.nl)).",
                    en: "\(name.en) mixes areas less in the model, not more (\(value.en))."))
        } else if mixing.high >= 0 {
            found.append(
                Contradiction(
                    .model,
                    nl: "\(name.nl) verandert de menging in het model niet aantoonbaar (\(value.nl)).",
                    en: "\(name.en) does not surely change mixing in the model (\(value.en))."))
        } else {
            found += whenItMixes(outcome, name, value)
        }
        return found
    }

    private func whenItMixes(_ outcome: ModelOutcome, _ name: BilingualText, _ value: BilingualText)
        -> [Contradiction]
    {
        var found: [Contradiction] = []
        // A package that mixes areas may still drive people out: both stand in one sentence.
        if let displaced = outcome.displaced, displaced.low > 0 {
            found.append(
                Contradiction(
                    .model,
                    nl:
                        "\(name.nl) mengt buurten in het model (\(value.nl)), en daarvoor moeten \(Int(displaced.low)) tot "
                        + "\(Int(displaced.high)) huishoudens van nu weg die niet terugkomen.",
                    en:
                        "\(name.en) mixes areas in the model (\(value.en)), and for it \(Int(displaced.low)) to "
                        + "\(Int(displaced.high)) present households must leave who do not return."))
        }
        if verdict == .contradicts {
            found.append(
                Contradiction(
                    .data, .model,
                    nl:
                        "\(name.nl) mengt buurten in het model (\(value.nl)); de cijfers hier\(figure.nl) spreken het tegen.",
                    en:
                        "\(name.en) mixes areas in the model (\(value.en)); the figures here\(figure.en) contradict it."
                ))
        }
        if against > 0 {
            let count = Self.studies(against)
            found.append(
                Contradiction(
                    .model, .studies,
                    nl:
                        "\(name.nl) mengt buurten in het model (\(value.nl)); \(count.nl) ertegen of zonder effect.",
                    en:
                        "\(name.en) mixes areas in the model (\(value.en)); \(count.en) against it or without effect."
                ))
        }
        for voice in answers.voices where voice.stand(on: answers.target) == .leansAgainst {
            found.append(
                Contradiction(
                    .model, .group,
                    nl:
                        "\(name.nl) mengt buurten in het model (\(value.nl)); de groep “\(voice.state.title)” neigt ertegen.",
                    en:
                        "\(name.en) mixes areas in the model (\(value.en)); the group “\(voice.state.title)” leans against it."
                ))
        }
        return found
    }
}
