import Bilingual
import WorkingGroup

/// From ambition to task as it was closed, and what was done since.
extension VerslagWriter {
    /// Every ambition with its links, then who does what. Tasks for no ambition stand in the table only.
    var ambitionsPart: Verslag.Part {
        let chain = source.chain
        var blocks = chain.links.flatMap { link -> [Verslag.Block] in
            [
                .heading(say("Ambitie: ", "Ambition: ") + link.ambition.text),
                .list(chainWords.rows(link).map(line) + [taskLines(link)]),
            ]
        }
        if !state.tasks.isEmpty {
            blocks += [
                .heading(say("Afspraken", "Agreements")), .table(taskTable(state.tasks)),
                .text(pageOfNow),
            ]
        }
        return Verslag.Part(
            "afspraken", say("Van ambitie naar taak", "From ambition to task"),
            or: say("Er zijn geen ambities of taken afgesproken.", "No ambitions or tasks were agreed."),
            blocks)
    }

    /// Where the agreements are kept up, as a link where the address is known.
    private var pageOfNow: [Verslag.Inline] {
        let path = Route.agreements.path
        return [
            .text(
                say(
                    "Dit is de stand van de avond. Hoe het er nu voor staat, leest u op de bladzijde Afspraken van de werkbank: ",
                    "This is how it stood that evening. How it stands now is on the page Agreements of the workbench: "
                )),
            source.address.map { .link($0.link + path, href: $0.link + path) } ?? .text(path),
            .text("."),
        ]
    }

    private func line(_ row: ChainRow) -> [Verslag.Inline] {
        [.strong(row.label + ": "), .text(row.lines.joined(separator: " "))]
    }

    private func taskLines(_ link: ActionChain.Link) -> [Verslag.Inline] {
        let tasks = link.tasks.map { "\($0.actor): " + taskLine($0) }
        return [
            .strong(say("Taken: ", "Tasks: ")),
            .text(
                tasks.isEmpty ? ActionChain.Gap.noTask.text[language] : tasks.joined(separator: " ")),
        ]
    }

    /// What changed after the session was closed. The report itself stays as it was.
    var sinceAnnex: Verslag.Part {
        Verslag.Part(
            id: "sinds-sluiten", title: say("Sinds het sluiten", "Since closing"),
            blocks: [
                .text(
                    say(
                        "Het verslag hierboven is van de avond en bleef zoals het was. Hieronder staat wat daarna is bijgewerkt.",
                        "The report above is of the evening and stayed as it was. Below stands what was kept up since."
                    )),
                .list(
                    source.since.map { change in
                        let undone = change.isUndone ? say(" (teruggedraaid)", " (taken back)") : ""
                        return "\(MomentText.day(change.entry.time, language)), "
                            + SessionStrings.name(of: change.entry.event, in: source.now)[language] + undone
                    }),
                .heading(say("Taken zoals zij nu staan", "Tasks as they stand now")),
                .table(standTable(source.now.tasks)),
            ])
    }

    /// What, who, where, when, and how it stands.
    func standTable(_ tasks: [AgreedTask]) -> Verslag.Table {
        func cell(_ text: String) -> Verslag.Cell {
            text.isEmpty ? .missing(say("niet afgesproken", "not agreed")) : .text(text)
        }
        return Verslag.Table(
            caption: say("Taken met hun stand", "Tasks with their status"),
            columns: [
                (say("Wat", "What"), 34), (say("Wie", "Who"), 16), (say("Waar", "Where"), 16),
                (say("Wanneer", "When"), 16), (say("Stand", "Status"), 18),
            ],
            rows: tasks.map {
                [
                    .text("\($0.number). \($0.text)"), cell($0.actor), cell($0.place),
                    cell($0.when(language)), .text(chainWords.status($0)),
                ]
            })
    }
}
