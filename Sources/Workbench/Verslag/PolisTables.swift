import Bilingual
import Perspectives
import WorkingGroup

/// The votes of a session as Polis exports them, for tools that read its files. Rows are people without a name; with few
/// people votes can point at a person, so these files are only written when somebody asks for them.
public struct PolisTables: Sendable {
    private let source: VerslagSource
    private let round: SessionFindings.Round

    /// The files of the last round; nil without votes.
    public init?(_ source: VerslagSource) {
        guard let round = source.findings.last else { return nil }
        self.source = source
        self.round = round
    }

    /// Every table with the name of its file.
    public var files: [(name: String, text: String)] {
        [
            ("comments.csv", comments.text), ("votes.csv", votes.text),
            ("participants-votes.csv", people.text),
            ("summary.csv", summary.text),
        ]
    }

    private typealias Field = CommaText.Field

    /// One moment for everything, that of closing: the order of votes says who was quick.
    private var moment: [Field] {
        [
            .whole(Int(source.closed / 1000)),
            .text(MomentText.day(source.closed, .english) + " " + MomentText.clock(source.closed)),
        ]
    }

    /// Statements; who wrote them is told nowhere.
    private var comments: CommaText {
        CommaText(
            columns: [
                "timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated",
                "comment-body",
            ],
            rows: source.state.statements.map { one in
                let summary = round.summary(one.number)
                return moment + [
                    .whole(one.number), .whole(nil), .whole(summary?.agree.count ?? 0),
                    .whole(summary?.disagree.count ?? 0), .whole(Int(one.moderation.rawValue)),
                    .text(one.text),
                ]
            })
    }

    private var votes: CommaText {
        let table = round.table
        return CommaText(
            columns: ["timestamp", "datetime", "comment-id", "voter-id", "vote"],
            rows: table.participants.indices.flatMap { person in
                table.statements.indices.compactMap { statement -> [Field]? in
                    table[person, statement].map { vote in
                        moment + [
                            .whole(table.statements[statement]), .whole(table.participants[person]),
                            .whole(Int(vote.rawValue)),
                        ]
                    }
                }
            })
    }

    /// People by statements. The group is only there where the tests allow groups.
    private var people: CommaText {
        let table = round.table
        let groups = round.opinions.groupOfParticipant
        let isShown = round.opinions.claims?.showsGroups ?? false
        let written = source.state.statements.map(\.number)
        let places = written.map { number in table.statements.firstIndex(of: number) }
        return CommaText(
            columns: ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"]
                + written.map(String.init),
            rows: table.participants.indices.map { person in
                let ballot = places.map { place in place.flatMap { table[person, $0] } }
                let head: [Field] = [
                    .whole(table.participants[person]), .whole(isShown ? groups[person] : nil), .whole(nil),
                    .whole(ballot.count { $0 != nil }), .whole(ballot.count { $0 == .agree }),
                    .whole(ballot.count { $0 == .disagree }),
                ]
                return head + ballot.map { .whole($0.map { Int($0.rawValue) }) }
            })
    }

    private var summary: CommaText {
        let claims = round.opinions.claims
        let groups =
            claims?.showsGroups == true ? round.opinions.chosen.map { round.opinions.groupings[$0].k } : nil
        return CommaText(
            columns: ["topic", source.state.title],
            rows: [
                [.text("voters"), .whole(round.table.participants.count)],
                [.text("voters-in-conv"), .whole(round.opinions.grouped.count)],
                [.text("comments"), .whole(source.state.statements.count)],
                [.text("groups"), .whole(groups ?? 0)],
                [.text("conversation-description"), .text(writerLine)],
            ])
    }

    private var writerLine: String {
        [source.state.conference, source.state.date, source.state.place].compactMap(\.self).filter {
            !$0.isEmpty
        }
        .joined(separator: ", ")
    }
}
