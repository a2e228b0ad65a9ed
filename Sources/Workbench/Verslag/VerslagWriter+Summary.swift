import Bilingual
import Perspectives
import PolicyTheory
import WorkingGroup

/// The session on one page: what stands here fits the sheet of the chair, whatever the evening brought.
extension VerslagWriter {
    /// How many lines of one kind stand on the page; the rest stands in the report.
    private static let few = 3

    var summaryPart: Verslag.Part {
        Verslag.Part(id: "samenvatting", title: say("Samenvatting", "Summary"), blocks: summaryBlocks)
    }

    /// The blocks of the page.
    var summaryBlocks: [Verslag.Block] {
        var blocks: [Verslag.Block] = []
        if let round = findings.last {
            blocks.append(.heading(say("De groep", "The group")))
            blocks.append(
                .list([
                    labelled(
                        say("Eens over: ", "Agreed on: "),
                        brief(ranked(round, [.sharedAgreement, .sharedDisagreement]))),
                    labelled(say("Verdeeld over: ", "Divided on: "), brief(ranked(round, [.disputed]))),
                    labelled(say("Groepen: ", "Groups: "), mainDivision(round)),
                ]))
        } else {
            blocks.append(.text(say("Er is niet gestemd.", "Nobody voted.")))
        }
        blocks.append(.heading(say("De beweringen", "The claims")))
        blocks.append(.table(briefClaims))
        blocks.append(
            .heading(
                say("Knelpunten, alternatieven en afspraken", "Bottlenecks, alternatives and agreements")))
        blocks.append(
            .list([bottleneckLine, alternativeLine, taskLine, dissentLine, questionLine, absentLine]))
        return blocks
    }

    private func labelled(_ label: String, _ text: String) -> [Verslag.Inline] {
        [.strong(label), .text(text)]
    }

    private func brief(_ found: [StatementSummary]) -> String {
        guard !found.isEmpty else { return say("geen stelling.", "no statement.") }
        let texts = found.prefix(Self.few).map {
            "\(statement($0.statement).withoutStop.shortened(to: 90)) (\(counts($0)))"
        }
        return sentence(texts, more: found.count - Self.few)
    }

    /// Parts of one sentence, with how many more there are.
    private func sentence(_ texts: [String], more: Int = 0) -> String {
        let text = texts.joined(separator: "; ")
        let stop = text.hasSuffix("?") || text.hasSuffix("!") ? "" : "."
        let rest =
            more > 0 ? say(" En nog \(more) in het verslag.", " And \(more) more in the report.") : ""
        return text + stop + rest
    }

    private var briefClaims: Verslag.Table {
        Verslag.Table(
            caption: say("Zes beweringen", "Six claims"),
            columns: [
                (say("Bewering", "Claim"), 34), (say("Cijfers hier", "Figures here"), 20),
                (say("Onderzoek", "Studies"), 28), (say("Groep", "Group"), 18),
            ],
            rows: Claim.allCases.map { claim in
                [
                    .text("\(claim.rawValue) \(claim.title[language])"), .text(verdict(claim)),
                    .text(studyCounts(claim)), .text(groupWords(claim)),
                ]
            })
    }

    private var bottleneckLine: [Verslag.Inline] {
        let label = say("Gekozen knelpunten: ", "Bottlenecks picked: ")
        guard let picked = findings.bottlenecks?.proportional.first, !picked.isEmpty else {
            return labelled(
                label,
                state.bottlenecks.isEmpty
                    ? say("geen genoemd.", "none named.")
                    : say(
                        "\(state.bottlenecks.count) genoemd, niet gekozen.",
                        "\(state.bottlenecks.count) named, not picked."))
        }
        let texts = picked.map { number in
            let one = state.bottlenecks[number - 1]
            return one.text.withoutStop.shortened(to: 80)
                + (one.remover.isEmpty ? "" : " (\(one.remover.shortened(to: 40)))")
        }
        return labelled(label, sentence(texts))
    }

    private var alternativeLine: [Verslag.Inline] {
        let label = say("Alternatieven, geen winnaar: ", "Alternatives, no winner: ")
        guard let choice = findings.alternatives else {
            return labelled(label, say("geen geschetst.", "none sketched."))
        }
        let texts = choice.choices.prefix(6).map { one in
            let known = state.alternatives[one.alternative - 1]
            return "\(known.name.shortened(to: 50)) (\(millions(known.price)), "
                + (one.takers.map(count) ?? notShown) + ")"
        }
        return labelled(label, sentence(texts, more: choice.choices.count - 6))
    }

    private var taskLine: [Verslag.Inline] {
        let label = say("Taken: ", "Tasks: ")
        guard !state.tasks.isEmpty else { return labelled(label, say("geen afgesproken.", "none agreed.")) }
        let texts = state.tasks.prefix(4).map { task in
            let when = task.when(language)
            return "\(task.actor.shortened(to: 40)): \(task.text.shortened(to: 70))"
                + (when.isEmpty ? "" : " (\(when.shortened(to: 30)))")
        }
        return labelled(label, sentence(texts, more: state.tasks.count - 4))
    }

    private var dissentLine: [Verslag.Inline] {
        let texts = notes(.dissent) + notes(.objection)
        return labelled(
            say("Afwijkende meningen en bezwaren: ", "Dissent and objections: "),
            texts.isEmpty
                ? say("geen opgeschreven.", "none written down.")
                : sentence(
                    texts.prefix(2).map { "‘\($0.withoutStop.shortened(to: 100))’" }, more: texts.count - 2))
    }

    private var questionLine: [Verslag.Inline] {
        let open = openQuestions
        return labelled(
            say("Open vragen: ", "Open questions: "),
            open.isEmpty
                ? say("geen.", "none.")
                : sentence(
                    open.prefix(Self.few).map { $0.text.shortened(to: 80) }, more: open.count - Self.few))
    }

    private var absentLine: [Verslag.Inline] {
        labelled(
            say("Niet in de zaal: ", "Not in the room: "),
            state.absent.isEmpty
                ? say("niemand genoteerd.", "nobody noted.")
                : sentence(
                    [listed(state.absent.prefix(6).map { $0.shortened(to: 40) })],
                    more: state.absent.count - 6))
    }
}

extension String {
    /// The text without the full stop at its end, for inside a sentence.
    var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }

    /// The text, cut at a word where it is longer than `most` characters.
    func shortened(to most: Int) -> String {
        guard count > most else { return self }
        let cut = prefix(most - 1)
        let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        return words + "…"
    }
}
