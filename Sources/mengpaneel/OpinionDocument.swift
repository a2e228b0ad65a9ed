import Perspectives

/// An analysis of votes as JSON, with the names of the reference files: an analyst reads both the same way.
struct OpinionDocument {
    let opinions: Opinions
    let file: VotesFile

    var json: JSONTree { .object(head + positions + groups + statements) }

    private var head: [(String, JSONTree)] {
        let table = file.table
        let rejected = zip(table.statements, table.moderation).filter { $0.1 == .rejected }.map(\.0)
        let shape: [(String, JSONTree)] = [
            ("participants", .integer(table.participantCount)),
            ("statements", .integer(table.statementCount)),
            ("votes", .integer(table.voteCount)),
        ]
        return [
            ("shape", .object(shape)), ("mode", .text(opinions.options.mode.rawValue)),
            ("seed", .text("\(opinions.options.seed)")), ("participant_ids", .integers(table.participants)),
            ("statement_ids", .integers(table.statements)), ("moderated_out", .integers(rejected)),
            ("statements", .array(opinions.statements.map(summary))),
        ]
    }

    private var positions: [(String, JSONTree)] {
        let people = zip(opinions.space.x, opinions.space.y).map { [$0, $1] }
        return [
            ("pca", space), ("participant_projection", .points(people)),
            ("statement_projection", .points(opinions.space.statementPoints)),
            ("statement_extremity", .numbers(opinions.space.extremity)),
        ]
    }

    private var groups: [(String, JSONTree)] {
        let best = opinions.chosen.map { opinions.groupings[$0] }
        let tried = opinions.groupings.map { ("\($0.k)", grouping($0)) }
        return [
            ("clusterable_participants", .integers(opinions.grouped.map { file.table.participants[$0] })),
            ("kmeans", .object(tried)), ("chosen_k", best.map { .integer($0.k) } ?? .null),
            ("silhouette", best.map { .number($0.silhouette) } ?? .null),
            ("group_of_clusterable", best.map { .integers($0.labels) } ?? .null),
        ]
    }

    private var statements: [(String, JSONTree)] {
        let byGroup = opinions.groupStatistics.enumerated().map { ("\($0)", statistics($1)) }
        let telling = opinions.representative.enumerated().map { group, list in
            ("\(group)", JSONTree.array(list.map(representative)))
        }
        let shared: [(String, JSONTree)] = [
            ("agree", .array(opinions.consensus.agree.map(consensus))),
            ("disagree", .array(opinions.consensus.disagree.map(consensus))),
        ]
        let across: [(String, JSONTree)] = [
            ("agree", .numbers(opinions.agreementAcrossGroups)),
            ("disagree", .numbers(opinions.disagreementAcrossGroups)),
        ]
        return [
            ("group_statistics", .object(byGroup)), ("representative", .object(telling)),
            ("consensus", .object(shared)), ("group_aware_consensus", .object(across)),
            ("comment_priority", .numbers(opinions.priority)),
            ("claims", opinions.claims.map(claims) ?? .null),
        ]
    }

    private func summary(_ one: StatementSummary) -> JSONTree {
        .object([
            ("tid", .integer(one.statement)), ("text", file.texts[one.statement].map { .text($0) } ?? .null),
            ("agree", .integer(one.agree.count)), ("disagree", .integer(one.disagree.count)),
            ("pass", .integer(one.pass.count)), ("agree_low", .number(one.agree.low)),
            ("agree_high", .number(one.agree.high)), ("disagree_low", .number(one.disagree.low)),
            ("disagree_high", .number(one.disagree.high)), ("reading", .text(one.reading.rawValue)),
        ])
    }

    private var space: JSONTree {
        let space = opinions.space
        return .object([
            ("mean", .numbers(space.means)), ("components", .points(space.axes)),
            ("explained_variance", .numbers(space.variances)),
            ("explained_variance_ratio", space.share.map { .numbers($0) } ?? .null),
            ("total_variance", .number(space.totalVariance)),
        ])
    }

    private func grouping(_ one: Grouping) -> JSONTree {
        .object([
            ("centers", .points(one.centres.map { [$0.x, $0.y] })), ("inertia", .number(one.inertia)),
            ("sizes", .integers(one.sizes)), ("silhouette", .number(one.silhouette)),
            ("labels", .integers(one.labels)),
        ])
    }

    private func statistics(_ one: GroupStatistics) -> JSONTree {
        .object([
            ("na", .integers(one.agrees)), ("nd", .integers(one.disagrees)), ("ns", .integers(one.answers)),
            ("pa", .numbers(one.agreeProbability)), ("pd", .numbers(one.disagreeProbability)),
            ("pat", .numbers(one.agreeTest)), ("pdt", .numbers(one.disagreeTest)),
            ("ra", .numbers(one.agreeRatio)), ("rd", .numbers(one.disagreeRatio)),
            ("rat", .numbers(one.agreeRatioTest)), ("rdt", .numbers(one.disagreeRatioTest)),
        ])
    }

    private func representative(_ one: RepresentativeStatement) -> JSONTree {
        .object([
            ("tid", .integer(file.table.statements[one.statement])), ("n-success", .integer(one.successes)),
            ("n-trials", .integer(one.trials)), ("p-success", .number(one.probability)),
            ("p-test", .number(one.test)), ("repness", .number(one.ratio)),
            ("repness-test", .number(one.ratioTest)),
            ("repful-for", .text(one.isAgree ? "agree" : "disagree")),
            ("best-agree", .flag(one.isBestAgree)),
        ])
    }

    private func consensus(_ one: ConsensusStatement) -> JSONTree {
        .object([
            ("tid", .integer(file.table.statements[one.statement])), ("n-success", .integer(one.successes)),
            ("n-trials", .integer(one.trials)), ("p-success", .number(one.probability)),
            ("p-test", .number(one.test)),
        ])
    }

    private func claims(_ claims: OpinionClaims) -> JSONTree {
        func test(_ test: OpinionClaims.ChanceTest?) -> JSONTree {
            test.map {
                .object([
                    ("value", .number($0.value)), ("shuffled_95", .number($0.chance)),
                    ("p", .number($0.pValue)),
                    ("passes", .flag($0.passes)),
                ])
            } ?? .null
        }
        return .object([
            ("shows_line", .flag(claims.showsLine)),
            ("line_reasons", .array(claims.lineReasons.map { .text($0.rawValue) })),
            ("shows_groups", .flag(claims.showsGroups)),
            ("group_reasons", .array(claims.groupReasons.map { .text($0.rawValue) })),
            ("first_axis", test(claims.axis)), ("silhouette", test(claims.silhouette)),
            ("ari_leave_one_out", claims.agreementWithoutOne.map { .number($0) } ?? .null),
            ("same_k_leave_one_out", claims.sameCountWithoutOne.map { .number($0) } ?? .null),
            ("left_out", .integer(claims.leftOut)), ("shuffles", .integer(claims.shuffles)),
            ("smallest_group", claims.smallestGroup.map { .integer($0) } ?? .null),
        ])
    }
}

extension JSONTree {
    /// A list of numbers.
    static func numbers(_ values: [Double]) -> JSONTree { .array(values.map { .number($0) }) }
    /// A list of whole numbers.
    static func integers(_ values: [Int]) -> JSONTree { .array(values.map { .integer($0) }) }
    /// A list of lists of numbers.
    static func points(_ values: [[Double]]) -> JSONTree { .array(values.map { numbers($0) }) }
}
