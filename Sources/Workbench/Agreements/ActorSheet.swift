public import Bilingual
import Figures
import Foundation
import HousingMarket
import WorkingGroup

/// What one actor agreed to do, on one side of A4: what, where, when, why, what it means for who lives there now, what the
/// law says, and who else depends on it.
public struct ActorSheet: Sendable {
    /// The name of the actor, as the group wrote it.
    public let name: String
    /// The name for files and addresses: small letters, digits and hyphens; every sheet of a session has another.
    public let file: String
    let tasks: ActorTasks
    private let source: VerslagSource
    private let chain: ActionChain
    private let language: Language
    private var words: ChainWords { ChainWords(language: language) }

    /// The sheets of all actors of a session, in the order of their names.
    public static func all(_ source: VerslagSource, language: Language = .dutch) -> [ActorSheet] {
        let chain = source.chainNow
        var taken: [String: Int] = [:]
        return chain.actors.map { actor in
            let plain = fileName(actor.name)
            let count = (taken[plain] ?? 0) + 1
            taken[plain] = count
            return ActorSheet(
                name: actor.name, file: count == 1 ? plain : "\(plain)-\(count)", tasks: actor,
                source: source, chain: chain, language: language)
        }
    }

    private static func fileName(_ name: String) -> String {
        let folded = name.folding(
            options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "nl_NL")
        ).lowercased()
        let letters = folded.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let words = String(letters).split(separator: "-").joined(separator: "-")
        return words.isEmpty ? "partij" : String(words.prefix(40))
    }

    /// The sheet as a value, for every form.
    public var verslag: Verslag {
        let title = words.say("Wat wij afspraken: ", "What we agreed: ") + name
        return Verslag(
            title: title, lines: [subtitle], lead: lead, language: language,
            parts: [.init(id: "blad", title: title, blocks: blocks)], moment: source.moment)
    }

    /// The sheet as a page that needs nothing else, for a printer too.
    public var html: String {
        VerslagDocument(source, language: language).page(of: verslag, style: "mp-actorblad")
    }

    private var subtitle: String {
        [source.state.title, source.state.place, MomentText.day(source.closed, language)]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private var lead: String {
        let count = tasks.items.count
        let open = tasks.items.filter { $0.task.status != .done }
        let first = open.compactMap(\.task.day).min()?.name(language)
        let number =
            count == 1 ? words.say("Eén taak", "One task") : words.say("\(count) taken", "\(count) tasks")
        let next = first.map {
            words.say("De eerste moet klaar zijn op \($0).", "The first is due on \($0).")
        }
        return [
            "\(number). ",
            next.map { $0 + " " } ?? words.say("Er is nog geen dag afgesproken. ", "No day was agreed yet. "),
            words.say(
                "Zo stond het op \(MomentText.day(source.moment * 1000, language)).",
                "As it stood on \(MomentText.day(source.moment * 1000, language))."),
        ].joined()
    }

    private var blocks: [Verslag.Block] {
        var blocks: [Verslag.Block] = [.table(table)]
        if !tasks.dropped.isEmpty {
            blocks.append(
                .note(
                    words.say("Vervallen: ", "Dropped: ")
                        + tasks.dropped.map { "\($0.text.withoutStop) (\($0.reason))" }.joined(
                            separator: "; ")
                        + "."))
        }
        for link in chain.links where tasks.items.contains(where: { $0.link?.ambition == link.ambition }) {
            blocks.append(.heading(words.say("Waarvoor: ", "What for: ") + link.ambition.text))
            blocks.append(.list(reasons(link)))
        }
        if tasks.items.contains(where: { $0.link == nil }) {
            blocks.append(
                .note(
                    words.say(
                        "Een taak zonder ambitie is losstaand afgesproken; waarvoor zij dient, is niet vastgelegd.",
                        "A task without an ambition was agreed by itself; what it serves was not recorded.")))
        }
        return blocks + closing
    }

    private var table: Verslag.Table {
        func cell(_ text: String) -> Verslag.Cell {
            text.isEmpty ? .missing(words.say("niet afgesproken", "not agreed")) : .text(text)
        }
        return Verslag.Table(
            caption: words.say("Taken", "Tasks"),
            columns: [
                (words.say("Wat", "What"), 40), (words.say("Waar", "Where"), 22),
                (words.say("Wanneer", "When"), 22), (words.say("Stand", "Status"), 16),
            ],
            rows: tasks.items.map { item in
                [
                    .text(item.task.text), cell(item.task.place), cell(item.task.when(language)),
                    .text(words.status(item.task)),
                ]
            })
    }

    private func reasons(_ link: ActionChain.Link) -> [[Verslag.Inline]] {
        func line(_ label: String, _ text: String) -> [Verslag.Inline] {
            [.strong(label + ": "), .text(text)]
        }
        var lines = words.rows(link).map { line($0.label, $0.lines.joined(separator: " ")) }
        for kind in kinds(link) {
            lines.append(
                line(
                    words.say("Regels, ", "Rules, ") + kind.code,
                    words.card(kind).joined(separator: ". ") + ". " + LeverCardBlock.asOf[language]))
        }
        return lines + others(link).map { line($0.0, $0.1) }
    }

    /// The levers of the ambition, each once.
    private func kinds(_ link: ActionChain.Link) -> [LeverKind] {
        Set(link.goals.flatMap(\.levers).compactMap { words.kind($0.lever) }).sorted()
    }

    private func others(_ link: ActionChain.Link) -> [(String, String)] {
        let items = tasks.items.filter { $0.link?.ambition == link.ambition }
        func each(_ tasks: [AgreedTask]) -> String { tasks.map(words.brief).joined(separator: "; ") + "." }
        let first = items.compactMap(\.first)
        let waiting = items.flatMap(\.waiting)
        let own = Set((first + waiting).map(\.number))
        var seen: Set<Int> = []
        let beside = items.flatMap(\.beside).filter {
            !own.contains($0.number) && seen.insert($0.number).inserted
        }
        return [
            (words.say("Eerst nodig", "Needed first"), first),
            (words.say("Hierop wachten anderen", "Others wait for this"), waiting),
            (words.say("Ook aan deze ambitie werken", "Also at work on this ambition"), beside),
        ].filter { !$0.1.isEmpty }.map { ($0.0, each($0.1)) }
    }

    private var closing: [Verslag.Block] {
        let voices = chain.dissent + chain.objections
        let dissent =
            voices.isEmpty
            ? words.say(
                "Er zijn geen afwijkende meningen of bezwaren opgeschreven.",
                "No dissent or objections were written down.")
            : words.say("Niet iedereen was het eens. ", "Not everybody agreed. ")
                + voices.prefix(2).map { "‘\($0.shortened(to: 160))’" }.joined(separator: " ")
                + (voices.count > 2 ? words.say(" Meer staat in het verslag.", " More in the report.") : "")
        return [.note(dissent)]
    }
}
