import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory

/// One study: what it found or why that is not shown, its source, and what it bears on.
struct StudyPage {
    let scene: Scene
    let study: Study
    private var language: Language { scene.language }
    private var words: Strings.Evidence.Type { Strings.Evidence.self }
    private var register: Register { scene.register }

    var page: Page {
        Page(
            route: .study(study.id), title: study.shortName(language),
            main: .fragment([
                .element("p") {
                    Markup.element("a", ["href": .text(scene.href(.evidence))]) {
                        "← " + words.back[language]
                    }
                },
                .element("h1") { study.shortName(language) },
                .element("div", ["class": "mp-columns mp-profile"]) {
                    Markup.element("div", ["class": "mp-column"]) {
                        finding
                        bears
                        numbers
                    }
                    Markup.element("div", ["class": "mp-column"]) {
                        facts
                        history
                    }
                },
            ]))
    }

    private var finding: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("p") { Markup.element("cite") { study.title } }
            SourceLink(study: study, language: language).markup
            VerificationBadge(verification: study.verification, language: language).markup
            Markup.element("p", ["class": "mp-note"]) { study.verification.meaning[language] }
            Markup.element("h2") { words.finding[language] }
            switch study.disclosure {
            case .shown(let finding):
                if let direction = finding.direction {
                    Markup.element("p") {
                        Markup.element("strong") { words.direction[language] + ": " }
                        direction.name[language]
                    }
                }
                Markup.element("p", ["lang": "en"]) { finding.text }
                Markup.element("p", ["class": "mp-note"]) { words.findingLanguage[language] }
            case .withheld(let reason): Markup.element("p") { reason[language] }
            }
            Markup.element("h3") { words.transferability[language] }
            Markup.element("p") { register.transferability(of: study)[language] }
        }
    }

    private var bears: Markup {
        let links = register.edgeLinks(of: study.id)
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.bears[language] }
            if links.isEmpty { Markup.element("p") { words.bearsNothing[language] } }
            Markup.element("ul", ["class": "mp-links"]) {
                for link in links {
                    Markup.element("li") {
                        target(link.target)
                        Markup.element("strong") {
                            " " + (study.shownFinding == nil ? Stance.context : link.stance).name[language]
                        }
                        ": "
                        Markup.element("span", ["lang": "en"]) { link.why }
                    }
                }
            }
        }
    }

    private func target(_ target: TheoryTarget) -> Markup {
        .element("a", ["href": .text(scene.href(of: target))]) { "\(target.name) \(target.title[language])" }
    }

    private var numbers: Markup {
        let effects = register.effects(of: study.id)
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.numbers[language] }
            if effects.isEmpty {
                Markup.element("p") { words.noNumbers[language] }
            } else {
                OpenTable.markup(
                    FigureTable(
                        caption: words.numbers[language], columns: words.numberColumns.map { $0[language] },
                        rows: effects.map(row), language: language))
            }
        }
    }

    private func row(_ effect: Effect) -> [FigureTable.Cell] {
        let numbers = NumberText(language)
        let unit = effect.value.number == nil ? "" : " \(effect.unit)"
        return [
            .text(effect.outcome), .text(effect.group), .text(effect.contrast), .text(effect.measure),
            .text(effect.value.text(language) + unit),
            effect.interval.map { .text(numbers.interval($0.lowerBound, $0.upperBound)) }
                ?? .missing(words.noInterval[language]),
        ]
    }

    private var facts: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.facts[language] }
            Markup.element("dl", ["class": "mp-words"]) {
                fact(words.authors, study.authors, isEnglish: false)
                fact(words.journal, study.journal)
                fact(words.country, study.countryNames(language), isEnglish: false)
                fact(words.place, study.place)
                fact(words.kind, study.studyType?.name[language], isEnglish: false)
                fact(words.design, study.design?.name[language], isEnglish: false)
                fact(words.population, study.population)
                fact(words.sample, study.sampleSize)
                fact(words.exposure, study.exposure)
                fact(
                    words.outcome, study.outcomeDomains.map { $0.name[language] }.joined(separator: ", "),
                    isEnglish: false)
                fact(
                    words.lever,
                    register.leverLinks(of: study.id).map { $0.lever.name[language] }.joined(separator: ", "),
                    isEnglish: false)
                fact(
                    words.question, study.questions.map(\.rawValue).joined(separator: ", "), isEnglish: false)
                fact(
                    words.bias, study.riskOfBias.map { "\($0.name[language]) (\(words.biasNote[language]))" },
                    isEnglish: false)
                fact(words.note, study.biasRemark)
                fact(words.bibliography, study.bibliographySeen.name[language], isEnglish: false)
                fact(words.seenIn, study.sourceSeen)
                fact(words.note, study.note)
                for remark in register.remarks(on: study.id) {
                    fact(words.remarks, remark.text, isEnglish: false)
                }
            }
            sameTrial
        }
    }

    private func fact(_ name: BilingualText, _ text: String?, isEnglish: Bool = true) -> Markup {
        guard let text, !text.isEmpty else { return .empty }
        return .fragment([
            .element("dt") { name[language] },
            .element("dd", isEnglish ? ["lang": "en"] : [:]) { text },
        ])
    }

    private var sameTrial: Markup {
        guard let trial = register.trial(of: study.id) else { return .empty }
        return .fragment([
            .element("h3") { words.sameTrial[language] },
            .element("p") { "\(trial.name[language]). \(trial.why[language])" },
            .element("ul", ["class": "mp-links"]) {
                for other in trial.studies.filter({ $0 != study.id }).compactMap(register.study) {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text(scene.href(.study(other.id)))]) {
                            other.shortName(language)
                        }
                    }
                }
            },
        ])
    }

    private var history: Markup {
        let lines = scene.studio.evidence.history(ofStudy: study.id)
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { words.history[language] }
            if lines.isEmpty {
                Markup.element("p") { words.noHistory[language] }
            } else {
                OpenTable.markup(
                    FigureTable(
                        caption: words.history[language], columns: words.historyColumns.map { $0[language] },
                        rows: lines.map { line in
                            [
                                .text("\(line.number)"), .text(line.when.text),
                                line.who.isEmpty ? .missing(words.anonymous[language]) : .text(line.who),
                                .text(
                                    [line.kind, line.table.rawValue, line.column ?? ""].filter { !$0.isEmpty }
                                        .joined(separator: " ")
                                        + (line.isUndone ? " (\(words.undone[language]))" : "")),
                                .text(line.old), .text(line.new),
                            ]
                        }, language: language))
            }
        }
    }
}

/// The way to a publication: its lasting address, or else where its particulars were seen.
struct SourceLink {
    let study: Study
    let language: Language

    var markup: Markup {
        guard let doi = study.doi else {
            return Note.markup(Strings.Evidence.noDOI[language], study.sourceSeen)
        }
        return .element("p") {
            Markup.element(
                "a", ["href": .text("https://doi.org/" + doi), "rel": "noopener noreferrer"]
            ) { "\(Strings.Evidence.toSource[language]): doi.org/\(doi)" }
        }
    }
}

/// How much of a publication was read, as a word in a frame.
struct VerificationBadge {
    let verification: Verification
    let language: Language

    var markup: Markup {
        .element("p") {
            Markup.element("strong", ["class": "mp-tag", "data-read": .text(verification.rawValue)]) {
                verification.name[language]
            }
        }
    }
}
