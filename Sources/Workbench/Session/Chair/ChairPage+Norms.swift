import Bilingual
import Figures
import WorkingGroup

/// Norms that the group places, and knowledge items with their true answer.
extension ChairPage {
    var norms: Markup {
        .fragment([
            section("normen-lijst", Words.norms[language]) {
                note(Words.normsWhy[language])
                counting(
                    Set(state.norms.values.flatMap(\.keys)).count, place: "normen-lijst",
                    of: Set(state.norms.keys.map { .norm($0) }))
                Markup.element("dl", ["class": "mp-words"]) {
                    for norm in NormNames.all(of: state) {
                        Markup.element("dt") { NormNames.title(norm)[language] }
                        Markup.element("dd") {
                            SessionStrings.spread(told.normSpread(norm), unit: "", language)
                            ask(norm)
                        }
                    }
                }
                forms.button(
                    Words.onScreen, "scherm", [("beeld", "normen")], about: Words.norms[language],
                    place: "normen-lijst", isPressed: state.screen == .norms)
            },
            section("norm-vak", Words.newNorm[language]) {
                forms.form(
                    "norm", "norm", submit: Words.askNorm, place: "normen-lijst",
                    [
                        .line("norm", Words.normText),
                        .line("eenheid", Words.unit, most: 40, isNeeded: false),
                        .decimal("laagste", Words.lowest, isNeeded: true),
                        .decimal("hoogste", Words.highest, isNeeded: true),
                    ])
            },
            section("kennis", Words.knowledge[language]) {
                note(Words.knowledgeWhy[language])
                pollProgress
                Markup.element("ol", ["class": "mp-zaal-lijst"]) { state.pollItems.map(item) }
            },
            section("kennis-vak", Words.newItem[language]) {
                forms.form(
                    "kennisvraag", "kennisvraag", submit: Words.add, place: "kennis",
                    [
                        .line("tekst", Words.itemText),
                        .line("eenheid", Words.unit, most: 40, isNeeded: false),
                        .decimal("waarheid", Words.truth),
                        .line("bron", Words.itemSource, isNeeded: false),
                    ])
            },
        ])
    }

    /// How many have answered everything, and whether that is enough to go on; the chair may always go on.
    private var pollProgress: Markup {
        guard !state.pollItems.isEmpty, state.seated > 0, !state.isClosed else { return .empty }
        let (answered, people) = state.pollProgress(atEnd: state.hasExitPoll)
        return .element("p", ["id": "peiling-stand"]) {
            Words.pollProgress(
                answered, of: people, atEnd: state.hasExitPoll, isEnough: 10 * answered >= 9 * people)[
                    language]
        }
    }

    /// One press puts a norm of the policy before the group.
    private func ask(_ norm: String) -> Markup {
        guard let kind = NormKind(rawValue: norm) else { return .empty }
        return forms.button(
            Words.askNorm, "norm",
            [
                ("norm", norm), ("eenheid", kind == .limitedFacilities ? "" : "%"),
                ("laagste", "\(kind.range.lowerBound)"), ("hoogste", "\(kind.range.upperBound)"),
            ], about: NormNames.title(norm)[language], place: "normen-lijst",
            isPressed: state.askedNorms.contains { $0.norm == norm })
    }

    private func item(_ one: PollItem) -> Markup {
        let answers = state.pollAnswers[one.number]?.count ?? 0
        let gain = told.knowledgeGains.first { $0.item == one.number }
        return .element("li") {
            Markup.element("p", ["class": "mp-stelling"]) { one.text }
            note(
                [
                    one.truth.map {
                        Words.trueAnswer(SessionStrings.amount($0, one.unit, language))[language]
                    } ?? Words.noTruth[language],
                    one.source, Words.answered(answers)[language],
                ].filter { !$0.isEmpty }.joined(separator: " · "))
            if let gain {
                for (name, spread) in [(Words.atStart, gain.before), (Words.atEnd, gain.after)]
                where spread.people > 0 {
                    Markup.element("p") {
                        name[language] + " " + SessionStrings.spread(spread, unit: one.unit, language)
                    }
                }
                if let nearer = gain.nearer, let farther = gain.farther {
                    Markup.element("p") { Words.learned(nearer, farther)[language] }
                }
            }
            Markup.element("div", ["class": "mp-zaal-knoppen"]) {
                for answers in state.hasExitPoll ? [false, true] : [false] {
                    forms.button(
                        answers ? Words.answersOnScreen : Words.onScreen, "scherm",
                        [
                            ("beeld", "kennisvraag"), ("nummer", "\(one.number)"),
                            ("antwoorden", answers ? "1" : "0"),
                        ], about: one.text, place: "kennis",
                        isPressed: state.screen == .pollItem(number: one.number, answers: answers))
                }
            }
        }
    }
}

/// The norms that a group can place: those of the policy, and any other that somebody placed.
enum NormNames {
    static func all(of state: SessionState) -> [String] {
        let known = NormKind.allCases.map(\.rawValue)
        let own = Set(state.norms.keys).union(state.askedNorms.map(\.norm))
        return known + own.filter { !known.contains($0) }.sorted()
    }

    static func title(_ norm: String) -> BilingualText {
        NormKind(rawValue: norm)?.title ?? BilingualText(same: norm)
    }

    /// What the number is about; empty for a norm of the group's own.
    static func meaning(_ norm: String) -> BilingualText {
        NormKind(rawValue: norm)?.meaning ?? BilingualText(same: "")
    }
}
