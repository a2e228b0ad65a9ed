import Bilingual
import EvidenceRegister
import Neighbourhoods
import Perspectives
import PolicyTheory
import WorkingGroup

/// Who, where, when and why: the parts before the outcome.
extension VerslagWriter {
    /// Session, day and place in one line.
    var whereAndWhen: String {
        [
            state.conference, state.groupNumber.map { say("werkgroep \($0)", "working group \($0)") },
            say("bijeenkomst \(source.code)", "session \(source.code)"),
            state.date.isEmpty ? MomentText.day(source.closed, language) : state.date,
            state.place.isEmpty ? nil : state.place,
        ].compactMap(\.self).joined(separator: " · ")
    }

    /// Which data stand beside the votes.
    var dataLine: String {
        guard let scene else {
            return say(
                "Zonder cijfers van een gemeente: het project bevat er geen.",
                "Without figures of a municipality: the project holds none.")
        }
        let years = scene.findings.flatMap { $0.headlines.map(\.year) }
        let until = years.max().map { say(", cijfers tot en met \($0)", ", figures up to \($0)") } ?? ""
        let made = scene.dataset.isSynthetic ? " (\(Strings.synthetic[language].lowercased()))" : ""
        return say("Gemeente: ", "Municipality: ") + scene.dataset.municipality.name + made + until
    }

    /// The evening in three sentences.
    var lead: String {
        var sentences = [
            say("In de zaal: ", "In the room: ") + people(source.present.count) + "."
        ]
        if let round = findings.last {
            let shared = ranked(round, [.sharedAgreement, .sharedDisagreement]).count
            let disputed = ranked(round, [.disputed]).count
            sentences.append(
                say(
                    "Van de \(round.opinions.statements.count) stellingen zijn er \(shared) gedeeld en \(disputed) verdeeld.",
                    "Of the \(round.opinions.statements.count) statements \(shared) are shared and \(disputed) disputed."
                ))
        } else {
            sentences.append(say("Er is niet gestemd.", "Nobody voted."))
        }
        sentences.append(
            say(
                "Dit verslag kiest niet en beveelt niets aan. Het laat zien wat de groep vindt en wat bekend is.",
                "This report does not choose and recommends nothing. It shows what the group thinks and what is known."
            ))
        return sentences.joined(separator: " ")
    }

    var aboutPart: Verslag.Part {
        var rows: [[Verslag.Cell]] = []
        func row(_ name: String, _ value: String) { rows.append([.text(name), .text(value)]) }
        row(say("Bijeenkomst", "Session"), state.title)
        if let conference = state.conference { row(say("Onderdeel van", "Part of"), conference) }
        row(
            say("Datum", "Date"),
            state.date.isEmpty ? MomentText.day(source.closed, language) : state.date)
        row(say("Plaats", "Place"), state.place.isEmpty ? say("niet opgegeven", "not given") : state.place)
        row(say("Voorzitter", "Chair"), chair)
        for (number, one) in state.introductions.sorted(by: { $0.key < $1.key }) {
            row(
                say("Inleider \(number)", "Speaker \(number)"),
                named(one.speaker, one.affiliations)
                    + (one.isPractitioner ? say(", uit de praktijk", ", from practice") : ""))
        }
        if state.introductions.isEmpty {
            row(say("Inleiders", "Speakers"), say("niet vastgelegd", "not recorded"))
        }
        var blocks: [Verslag.Block] = [
            .table(
                .init(
                    caption: say("Gegevens van de bijeenkomst", "Particulars of the session"),
                    columns: [(say("Wat", "What"), 25), (say("Gegeven", "Value"), 75)], rows: rows))
        ]
        blocks += presence
        blocks += absence
        return Verslag.Part(
            id: "over", title: say("Over deze bijeenkomst", "About this session"), blocks: blocks)
    }

    private var chair: String {
        guard let chair = state.chair else { return say("niet met naam genoemd", "not named") }
        let interests =
            chair.interests.isEmpty
            ? "" : say(". Belangen: ", ". Interests: ") + chair.interests
        return named(chair.name, chair.affiliations) + interests
    }

    private func named(_ name: String, _ affiliations: [String]) -> String {
        affiliations.isEmpty ? name : "\(name) (\(affiliations.joined(separator: "; ")))"
    }

    /// How many people of each kind, without small cells.
    private var presence: [Verslag.Block] {
        let all = source.present
        guard !all.isEmpty else {
            return [.text(say("Er zat niemand in de zaal.", "Nobody was in the room."))]
        }
        var sizes: [ParticipantKind?: Int] = [:]
        for seat in all { sizes[seat.kind, default: 0] += 1 }
        let kinds = sizes.keys.sorted { rank($0) < rank($1) }
        let shown = SmallCells.shown(kinds.map { sizes[$0] ?? 0 })
        let rows: [[Verslag.Cell]] = zip(kinds, shown).map { kind, isShown in
            [
                .text(kind?.name[language] ?? say("niet gezegd", "did not say")),
                isShown ? .number("\(sizes[kind] ?? 0)") : .missing(notShown),
            ]
        }
        let table = Verslag.Table(
            caption: say("Wie er waren, naar soort", "Who were there, by kind"),
            columns: [(say("Soort deelnemer", "Kind of participant"), 70), (say("Aantal", "Number"), 30)],
            rows: rows + [[.text(say("Samen", "Together")), .number("\(all.count)")]])
        return [.heading(say("Wie er waren", "Who were there")), .table(table)]
            + (shown.contains(false) ? [.note(smallCellNote)] : [])
    }

    private func rank(_ kind: ParticipantKind?) -> String {
        guard let kind else { return "9" }
        return ParticipantKind.standard.firstIndex(of: kind).map { "\($0)" } ?? "8" + kind.name.nl
    }

    /// Who was not in the room. The three kinds of the announcement and residents are asked after by name.
    private var absence: [Verslag.Block] {
        let kinds = Set(source.present.compactMap(\.kind))
        var missing = ParticipantKind.standard.filter { !kinds.contains($0) }.map {
            say("Niemand gaf aan \($0.name.nl) te zijn.", "Nobody said to be a \($0.name.en).")
        }
        let hasResidents = kinds.contains { $0.name.nl.lowercased().contains("bewoner") }
        if !hasResidents {
            missing.append(
                say("Niemand gaf aan bewoner te zijn.", "Nobody said to be a resident."))
        }
        let parties = state.absent.map { $0.asSentence }
        return [
            .heading(say("Wie er niet waren", "Who were not there")),
            .text(
                say(
                    "Wat hier staat, is zonder hun stem tot stand gekomen.",
                    "What is written here came about without their voice.")),
            .list(
                parties.isEmpty && missing.isEmpty
                    ? [say("Er is niemand als afwezig genoteerd.", "Nobody was noted as absent.")]
                    : parties + missing),
        ]
    }

    var aimPart: Verslag.Part {
        var rows: [[Verslag.Cell]] = []
        for (place, question) in PolicyTheory.Question.allCases.enumerated() {
            let raised = state.questions.filter { $0.theme == place + 1 }
            let voice = GroupVoice(code: source.code, report: state, findings: findings)
            let own = voice.answers(to: question)
            let dissent = voice.dissent(on: question)
            rows.append([
                .text("\(question.rawValue) \(question.text[language])"),
                own.isEmpty
                    ? .missing(say("geen antwoord vastgelegd", "no answer recorded"))
                    : .text(own.map(\.asSentence).joined(separator: " ")),
                dissent.isEmpty
                    ? .missing(say("niet vastgelegd", "none recorded"))
                    : .text(dissent.map(\.asSentence).joined(separator: " ")),
                raised.isEmpty
                    ? .missing(say("geen vraag gesteld", "no question raised"))
                    : .text(
                        raised.map { "\($0.text.asQuestion) (\($0.status.name[language]))" }.joined(
                            separator: " ")),
            ])
        }
        return Verslag.Part(
            id: "doel", title: say("Doel en vragen", "Aim and questions"),
            blocks: [
                .text(
                    say(
                        "Het doel was: met mensen uit uitvoering, beleid en wetenschap praten over spreiding en integratie, samen vragen stellen, knelpunten noemen en ambities vertalen naar de praktijk van alledag.",
                        "The aim was: to talk about dispersal and integration with people from practice, policy and science, to raise questions together, to name bottlenecks and to bring ambitions to everyday practice."
                    )),
                .table(
                    .init(
                        caption: say(
                            "De zeven vragen vooraf, wat de groep antwoordt en wat zij erbij vroeg",
                            "The seven questions beforehand, what the group answers and what it asked"),
                        columns: [
                            (say("Vraag", "Question"), 28),
                            (say("Antwoord van de groep", "Answer of the group"), 26),
                            (say("Afwijkende mening", "Dissent"), 22),
                            (say("Gevraagd in de zaal", "Asked in the room"), 24),
                        ],
                        rows: rows)),
            ])
    }

    var introductionsPart: Verslag.Part {
        var blocks: [Verslag.Block] = []
        let numbers = Set(state.introductions.keys).union(
            state.statements.compactMap {
                if case .introduction(let number) = $0.source { number } else { nil }
            })
        for number in numbers.sorted() {
            let one = state.introductions[number]
            blocks.append(
                .heading(
                    say("Inleiding \(number)", "Introduction \(number)")
                        + (one.map { ": " + ($0.title.isEmpty ? $0.speaker : $0.title) } ?? "")))
            if let one, !one.title.isEmpty {
                blocks.append(.text(say("Door ", "By ") + named(one.speaker, one.affiliations) + "."))
            }
            let brought = state.statements.filter { $0.source == .introduction(number: number) }
            if brought.isEmpty {
                blocks.append(
                    .text(
                        say(
                            "Uit deze inleiding kwamen geen stellingen.",
                            "No statements came from this introduction.")))
            } else {
                blocks.append(.list(brought.map(broughtItem)))
            }
        }
        return Verslag.Part(
            "inleidingen", say("De inleidingen", "The introductions"),
            or: say("Er zijn geen inleidingen vastgelegd.", "No introductions were recorded."), blocks)
    }

    /// A statement of a speaker with its claims, and how many studies the register holds on them.
    private func broughtItem(_ statement: Statement) -> [Verslag.Inline] {
        var line: [Verslag.Inline] = [.text("\(statement.number). \(statement.text.asSentence) ")]
        let claims = statement.claims.compactMap(Claim.init(rawValue:))
        guard !claims.isEmpty else {
            return line + [.text(say("Niet aan een bewering gekoppeld.", "Not linked to a claim."))]
        }
        for claim in claims {
            let evidence = ClaimEvidence(for: claim, in: source.register)
            line.append(.link("\(claim.rawValue) \(claim.title[language])", href: "#\(claim.rawValue)"))
            line.append(
                .text(
                    say(
                        " (onderzoek: \(evidence.supporting.count) voor, \(evidence.against.count) tegen of geen effect). ",
                        " (studies: \(evidence.supporting.count) for, \(evidence.against.count) against or no effect). "
                    )))
        }
        return line
    }
}

extension String {
    /// The same text, ending as a question or as it ended.
    var asQuestion: String { last.map { ".?!".contains($0) } == true ? self : self + "?" }
}
