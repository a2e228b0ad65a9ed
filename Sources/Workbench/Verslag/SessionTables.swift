public import Bilingual
import EvidenceRegister
import Neighbourhoods
import Perspectives
import PolicyTheory
import WorkingGroup

/// What came of a session as tables for machines. Counts of fewer than four people are empty, never 0.
public struct SessionTables: Sendable {
    private let source: VerslagSource
    private let writer: VerslagWriter
    private var state: SessionState { source.state }
    private var findings: SessionFindings { source.findings }

    /// The tables of a session; texts of the program in `language`.
    public init(_ source: VerslagSource, language: Language = .dutch) {
        self.source = source
        writer = VerslagWriter(source, language: language)
    }

    /// Every table with the name of its file.
    public var files: [(name: String, text: String)] {
        [
            ("statements.csv", statements), ("bottlenecks.csv", bottlenecks),
            ("alternatives.csv", alternatives), ("tasks.csv", tasks), ("questions.csv", questions),
            ("norms.csv", norms), ("knowledge.csv", knowledge), ("claims.csv", claims), ("notes.csv", notes),
            ("absent.csv", absent), ("sources.csv", sources),
        ].map { ($0, $1.text) }
    }

    private typealias Field = CommaText.Field

    private var statements: CommaText {
        CommaText(
            columns: ["statement", "moderated", "text"]
                + findings.rounds.flatMap {
                    ["agree_\($0.number)", "disagree_\($0.number)", "pass_\($0.number)"]
                },
            rows: state.statements.map { one in
                [Field.whole(one.number), .whole(Int(one.moderation.rawValue)), .text(one.text)]
                    + findings.rounds.flatMap { round -> [Field] in
                        guard let summary = round.summary(one.number), summary.agree.of >= SmallCells.least
                        else { return Array(repeating: .whole(nil), count: 3) }
                        return [summary.agree, summary.disagree, summary.pass].map { .whole($0.count) }
                    }
            })
    }

    private var bottlenecks: CommaText {
        let choice = findings.bottlenecks
        func picked(_ lists: [[Int]]?, _ number: Int) -> Field {
            .whole(lists?.first.map { $0.contains(number) ? 1 : 0 })
        }
        return CommaText(
            columns: [
                "bottleneck", "text", "type", "remover", "lever", "approvals", "people", "picked_every_view",
                "picked_most", "picked_equal_shares",
            ],
            rows: state.bottlenecks.enumerated().map { place, one in
                [
                    .whole(one.number), .text(one.text), .text(one.type.rawValue), .text(one.remover),
                    .text(one.lever ?? ""), .whole(choice?.approvals?[place]),
                    .whole(choice?.approvals == nil ? nil : choice?.people),
                    picked(choice?.proportional, one.number),
                    picked(choice?.mostApproved, one.number), picked(choice?.equalShares, one.number),
                ]
            })
    }

    private var alternatives: CommaText {
        let choices = findings.alternatives?.choices ?? []
        return CommaText(
            columns: ["alternative", "name", "price_millions", "takers", "people", "low", "high", "reasons"],
            rows: choices.map { one in
                let known = state.alternatives[one.alternative - 1]
                return [
                    .whole(one.alternative), .text(known.name), .number(known.price),
                    .whole(one.takers?.count),
                    .whole(one.takers?.of), .number(one.takers?.low), .number(one.takers?.high),
                    .text(one.reasons.joined(separator: " | ")),
                ]
            })
    }

    private var tasks: CommaText {
        CommaText(
            columns: [
                "task", "text", "actor", "place", "due", "when", "ambition", "target", "waits_for", "status",
                "reason",
            ],
            rows: source.now.tasks.map { one in
                [
                    .whole(one.number), .text(one.text), .text(one.actor), .text(one.place),
                    .text(one.plan.due ?? ""), .text(one.plan.when),
                    .whole(source.now.ambition(of: one.plan)), .whole(one.target), .whole(one.waitsFor),
                    .text(one.status.rawValue), .text(one.reason),
                ]
            })
    }

    private var questions: CommaText {
        CommaText(
            columns: ["question", "text", "theme", "status", "owner", "answer"],
            rows: state.questions.map { one in
                [
                    .whole(one.number), .text(one.text), .whole(one.theme), .text(one.status.rawValue),
                    .text(one.owner),
                    .text(one.answer),
                ]
            })
    }

    /// What was written down besides statements, word for word: minority views and objections among them.
    private var notes: CommaText {
        CommaText(
            columns: ["register", "text", "claims"],
            rows: state.notes.map {
                [.text($0.register.rawValue), .text($0.text), .text($0.claims.joined(separator: " "))]
            })
    }

    private var absent: CommaText {
        CommaText(columns: ["party"], rows: state.absent.map { [.text($0)] })
    }

    /// The data that stand beside the votes, with the years and versions that each source gave.
    private var sources: CommaText {
        guard let dataset = writer.scene?.dataset else {
            return CommaText(columns: Self.sourceColumns, rows: [])
        }
        let series = AreaLevel.allCases.flatMap(dataset.allSeries(at:))
        return CommaText(
            columns: Self.sourceColumns,
            rows: dataset.sources.map { one in
                let own = series.filter { $0.source == one.id }
                return [
                    .text(one.id.rawValue), .text(one.title), .text(one.producer), .text(one.licence),
                    .text(one.table ?? one.fileName ?? ""), .text(one.sha256 ?? ""),
                    .text(Set(own.map { String($0.year) }).sorted().joined(separator: " ")),
                    .text(Set(own.map(\.version)).subtracting([""]).sorted().joined(separator: " | ")),
                    .whole(one.isSynthetic ? 1 : 0),
                ]
            })
    }

    private static let sourceColumns = [
        "source", "title", "producer", "licence", "table", "sha256", "years", "versions", "made_up",
    ]

    private static func shown(_ spread: Spread) -> [Field] {
        [
            .whole(spread.median == nil ? nil : spread.people), .number(spread.median),
            .number(spread.lowerQuartile),
            .number(spread.upperQuartile),
        ]
    }

    private var norms: CommaText {
        CommaText(
            columns: ["norm", "people", "median", "lower_quartile", "upper_quartile"],
            rows: findings.norms.map { norm, spread in [.text(norm)] + Self.shown(spread) })
    }

    private var knowledge: CommaText {
        CommaText(
            columns: ["item", "text", "unit", "truth", "source"]
                + ["before", "after"].flatMap { time in
                    ["people", "median", "lower_quartile", "upper_quartile"].map { "\(time)_\($0)" }
                } + ["nearer", "farther"],
            rows: findings.knowledge.map { gain in
                let item = state.pollItems[gain.item - 1]
                let head: [Field] = [
                    .whole(item.number), .text(item.text), .text(item.unit), .number(item.truth),
                    .text(item.source),
                ]
                return head + Self.shown(gain.before) + Self.shown(gain.after) + [
                    .whole(gain.nearer), .whole(gain.farther),
                ]
            })
    }

    private var claims: CommaText {
        CommaText(
            columns: [
                "claim", "title", "figures", "reason", "studies_for", "studies_against", "studies_mixed",
                "studies_context", "group", "contradictions",
            ],
            rows: Claim.allCases.map { claim in
                let evidence = writer.evidence(claim)
                return [
                    .text(claim.rawValue), .text(claim.title[writer.language]),
                    .text(writer.finding(claim)?.verdict.rawValue ?? ""),
                    .text(writer.finding(claim)?.reason[writer.language] ?? ""),
                    .whole(evidence.supporting.count),
                    .whole(evidence.against.count), .whole(evidence.mixed.count),
                    .whole(evidence.context.count),
                    .text(writer.groupWords(claim)),
                    .text(writer.contradictions(claim).joined(separator: " ")),
                ]
            })
    }
}
