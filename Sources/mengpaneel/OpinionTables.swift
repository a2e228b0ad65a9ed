import Bilingual
import Perspectives

/// Votes as tables. Statements keep the order of the file: nothing is ranked.
struct OpinionTables {
    let texts: [Int: String]
    let language: Language

    /// Every statement with its counts and what may be said of it.
    func statements(_ opinions: Opinions) -> DataTable {
        DataTable(
            columns: [
                "statement", "agree", "disagree", "pass", "votes", "agree_share", "low", "high", "division",
                "reading",
                "text",
            ],
            rows: opinions.statements.map { one in
                [
                    .integer(one.statement), .integer(one.agree.count), .integer(one.disagree.count),
                    .integer(one.pass.count), .integer(one.agree.of),
                    one.agree.value.map { .number($0) } ?? .missing(""), .number(one.agree.low),
                    .number(one.agree.high), one.division.map { .number($0) } ?? .missing(""),
                    .text(Self.name(one.reading)[language]), .text(texts[one.statement] ?? ""),
                ]
            })
    }

    /// What changed between two rounds.
    func changes(_ changes: [VoteChange]) -> DataTable {
        DataTable(
            columns: [
                "statement", "people", "towards_agree", "towards_disagree", "change", "low", "high", "p",
                "text",
            ],
            rows: changes.map { one in
                [
                    .integer(one.statement), .integer(one.people), .integer(one.up), .integer(one.down),
                    .number(one.change.value), .number(one.change.low), .number(one.change.high),
                    .number(one.pValue), .text(texts[one.statement] ?? ""),
                ]
            })
    }

    static func name(_ reading: StatementSummary.Reading) -> BilingualText {
        switch reading {
        case .sharedAgreement: BilingualText(nl: "gedeeld: eens", en: "shared: agree")
        case .sharedDisagreement: BilingualText(nl: "gedeeld: oneens", en: "shared: disagree")
        case .disputed: BilingualText(nl: "verdeeld", en: "disputed")
        case .unsure: BilingualText(nl: "onzeker", en: "unsure")
        case .leaning: BilingualText(nl: "neigt naar een kant", en: "leans to one side")
        case .noVotes: BilingualText(nl: "geen stemmen", en: "no votes")
        }
    }
}
