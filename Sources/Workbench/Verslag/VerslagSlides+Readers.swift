import Bilingual
import HousingMarket
import Perspectives
import PolicyTheory
import WorkingGroup

/// What each kind of reader gets to see, in that reader's order.
extension VerslagSlides {
    private func say(_ nl: String, _ en: String) -> String { writer.say(nl, en) }
    private var state: SessionState { writer.state }

    var chosen: [Slide] {
        switch reader {
        case .resident: [opening, shared, disputed] + [moves, tasks, dissent, questions]
        case .alderman: [opening, claims] + choices + [bottlenecks, dissent, tasks, questions]
        case .practitioner: [opening, bottlenecks, parties, cases, tasks, questions]
        case .researcher: [opening, tests, claims, disputed, method, questions]
        }
    }

    /// A slide of plain lines, or one sentence where there are none.
    private func slide(_ title: String, _ lines: [String], or nothing: String) -> Slide {
        Slide(title: title, lines: lines.isEmpty ? [Line(nothing)] : lines.map { Line($0) })
    }

    private var opening: Slide {
        let absent =
            state.absent.isEmpty
            ? say("Wie er niet waren: niemand genoteerd.", "Who were not there: nobody noted.")
            : say("Niet in de zaal: ", "Not in the room: ") + writer.listed(state.absent) + "."
        return slide(
            state.title, [writer.whereAndWhen, reader.name[language] + ".", writer.lead, absent], or: "")
    }

    private func statements(_ title: String, _ readings: Set<StatementSummary.Reading>, or nothing: String)
        -> Slide
    {
        let found = writer.findings.last.map { writer.ranked($0, readings) } ?? []
        return Slide(
            title: title,
            lines: found.isEmpty
                ? [Line(nothing)]
                : found.prefix(6).map {
                    Line(
                        "\(writer.statement($0.statement).asSentence) \(writer.counts($0).capitalisedFirst).",
                        bar: [$0.agree.count, $0.pass.count, $0.disagree.count])
                })
    }

    private var shared: Slide {
        statements(
            say("Waar de groep het over eens is", "What the group agrees on"),
            [.sharedAgreement, .sharedDisagreement],
            or: say(
                "Over geen stelling is de groep het duidelijk eens.",
                "There is no statement that the group clearly agrees on."))
    }

    private var disputed: Slide {
        statements(
            say("Waar de groep verdeeld over is", "What divides the group"), [.disputed],
            or: say("Geen stelling verdeelt de groep.", "No statement divides the group."))
    }

    private var dissent: Slide {
        slide(
            say("Wie het er niet mee eens is", "Those who do not agree"),
            (writer.notes(.dissent) + writer.notes(.objection)).map { "‘\($0)’" },
            or: say("Er is geen afwijkende mening opgeschreven.", "No dissent was written down."))
    }

    private var tasks: Slide {
        slide(
            say("Wie doet wat", "Who does what"),
            state.tasks.map { $0.actor.capitalisedFirst + ": " + writer.taskLine($0) },
            or: say("Er zijn geen taken afgesproken.", "No tasks were agreed."))
    }

    private var questions: Slide {
        slide(
            say("Wat nog open is", "What is still open"),
            writer.openQuestions.map {
                $0.text.asQuestion
                    + ($0.owner.isEmpty
                        ? say(" Nog niemand gaat ermee verder.", " Nobody goes on with it yet.")
                        : " \($0.owner).")
            }, or: say("Er zijn geen open vragen.", "There are no open questions."))
    }

    private var bottlenecks: Slide {
        let picked = writer.findings.bottlenecks?.proportional.first ?? state.bottlenecks.map(\.number)
        return slide(
            say("Wat staat in de weg", "What stands in the way"),
            picked.map { number in
                let one = state.bottlenecks[number - 1]
                return one.text.asSentence
                    + (one.remover.isEmpty
                        ? "" : say(" Kan het weghalen: \(one.remover).", " Can remove it: \(one.remover)."))
            }, or: say("Er zijn geen knelpunten genoemd.", "No bottlenecks were named."))
    }

    /// What the alternatives mean for who lives there now.
    private var moves: Slide {
        slide(
            say("Moet u verhuizen?", "Do you have to move?"),
            state.alternatives.map { one in
                let forced = writer.arm(of: one)?.changes.first { $0.measure == .forcedMoves }
                return one.name.asSentence + " "
                    + (forced.map {
                        say("Het model telt gedwongen verhuizingen: ", "The model counts forced moves: ")
                            + writer.changeText($0) + "."
                    }
                        ?? say(
                            "Of iemand moet verhuizen, is niet doorgerekend.",
                            "Whether anybody has to move was not computed."))
            } + [
                say(
                    "Er is niets besloten. Dit was een oefening.",
                    "Nothing was decided. This was an exercise.")
            ], or: "")
    }

    /// One slide for each alternative, always with what speaks against it.
    private var choices: [Slide] {
        guard let choice = writer.findings.alternatives else {
            return [
                slide(
                    say("Alternatieven", "Alternatives"), [],
                    or: say("De groep schetste geen alternatieven.", "The group sketched no alternatives."))
            ]
        }
        return choice.choices.map { one in
            let known = state.alternatives[one.alternative - 1]
            var lines = [
                say("Prijs: ", "Price: ") + writer.millions(known.price) + ".",
                one.takers.map {
                    say(
                        "Zouden dit doen: \(writer.count($0)). Niet: \($0.of - $0.count).",
                        "Would do this: \(writer.count($0)). Not: \($0.of - $0.count).")
                }
                    ?? say(
                        "Hoeveel mensen dit zouden doen, is niet getoond.",
                        "How many would do this is not shown."),
            ]
            lines += one.reasons.prefix(3).map { say("Ervoor: ", "For: ") + "‘\($0)’" }
            // Who took this too gave the same reason here and there; what is left speaks for something else.
            let others = Set(choice.choices.flatMap(\.reasons)).subtracting(one.reasons).sorted()
            lines += others.prefix(2).map {
                say("Wie iets anders koos: ", "Who chose something else: ") + "‘\($0)’"
            }
            if let arm = writer.arm(of: known) {
                lines += arm.changes.prefix(3).map {
                    "\($0.measure.name[language]): \(writer.changeText($0))"
                }
            } else {
                lines.append(say("Niet doorgerekend met het model.", "Not run with the model."))
            }
            return slide(known.name, lines, or: "")
        }
    }

    private var claims: Slide {
        slide(
            say("De zes beweringen", "The six claims"),
            Claim.allCases.map { claim in
                "\(claim.rawValue) \(claim.title[language]): "
                    + say("cijfers hier ", "figures here ") + writer.verdict(claim) + "; "
                    + say("onderzoek ", "studies ") + writer.studyCounts(claim) + "; "
                    + say("groep ", "group ")
                    + writer.groupWords(claim) + "."
            }, or: "")
    }

    private var parties: Slide {
        var lines: [String] = []
        var actor = ""
        for block in writer.practicePart.blocks {
            switch block {
            case .heading(let text, _): actor = text
            case .list(let items):
                for item in items {
                    let text = item.map { part in
                        switch part {
                        case .text(let text), .strong(let text), .link(let text, _): text
                        case .anchor: ""
                        }
                    }.joined()
                    lines.append("\(actor). \(text)")
                }
            default: break
            }
        }
        return slide(
            say("Wat betekent dit voor wie?", "What does this mean for whom?"), lines,
            or: say("Er is niets aan een partij gekoppeld.", "Nothing was linked to a party."))
    }

    private var cases: Slide {
        slide(
            say("Uit de praktijk", "From practice"), writer.notes(.practiceCase),
            or: say("Er zijn geen praktijkgevallen vastgelegd.", "No cases from practice were recorded."))
    }

    private var tests: Slide {
        let lines = writer.findings.last.map { round in
            [writer.mainDivision(round)]
                + PerspectiveWords(opinions: round.opinions, language: language).text.split(separator: "\n")
                .map(String.init)
        }
        return slide(
            say("Zijn er groepen?", "Are there groups?"), lines ?? [],
            or: say("Er is niet gestemd.", "Nobody voted."))
    }

    private var method: Slide {
        let rounds = writer.findings.rounds.map { round in
            say("Ronde \(round.number): ", "Round \(round.number): ") + writer.voters(round) + ", "
                + say("\(round.table.voteCount) stemmen.", "\(round.table.voteCount) votes.")
        }
        return slide(
            say("Om na te rekenen", "To compute it again"),
            rounds + [
                "\(writer.source.program), \(say("zaadgetal", "seed")) \(writer.source.seed).",
                say("SHA-256 van de gebeurtenissen: ", "SHA-256 of the events: ") + writer.source.logHash,
                say(
                    "Een zaal is geen steekproef: aantallen gelden voor deze mensen.",
                    "A room is no sample: counts hold for these people."),
            ], or: "")
    }
}
