internal import ReferenceFiles

/// Recomputes a reference file of Polis' library from the votes of the conversation.
struct PolisReference {
    let file: JSONValue
    let votes: VoteTable

    private static let kinds: [(String, any KeyPath<GroupStatistics, [Double]> & Sendable)] = [
        ("pa", \.agreeProbability), ("pd", \.disagreeProbability), ("pat", \.agreeTest),
        ("pdt", \.disagreeTest),
        ("ra", \.agreeRatio), ("rd", \.disagreeRatio), ("rat", \.agreeRatioTest),
        ("rdt", \.disagreeRatioTest),
    ]

    /// The table with the moderation that the file states.
    init(file: JSONValue, votes: VoteTable) {
        self.file = file
        let rejected = Set((file["moderated_out"]?.numbers ?? []).map { Int($0) })
        self.votes = votes.moderated(Dictionary(uniqueKeysWithValues: rejected.map { ($0, .rejected) }))
    }

    func tally(_ name: String) throws -> ReferenceTally {
        var tally = ReferenceTally(name: name)
        let opinions = try Opinions(votes, options: OpinionOptions(mode: .polis))
        shape(&tally)
        space(opinions, &tally)
        groups(opinions, &tally)
        statements(opinions, &tally)
        return tally
    }

    private func shape(_ tally: inout ReferenceTally) {
        tally.compare(
            "shape",
            [Double(votes.participantCount), Double(votes.statementCount), Double(votes.voteCount)],
            .list(["participants", "statements", "votes"].compactMap { file.at("shape", $0) }), tolerance: 0)
        tally.compare(
            "participant_ids", votes.participants.map(Double.init), file["participant_ids"], tolerance: 0)
        tally.compare("statement_ids", votes.statements.map(Double.init), file["statement_ids"], tolerance: 0)
    }

    private func space(_ opinions: Opinions, _ tally: inout ReferenceTally) {
        let space = opinions.space
        tally.compare("pca.mean", space.means, file.at("pca", "mean"), tolerance: 1e-9)
        let degrees = Double(votes.participantCount - 1)
        for axis in 0..<2 {
            func part(_ name: String) -> JSONValue? { file.at("pca", name)?.list?[axis] }
            tally.compare("pca.components[\(axis)]", space.axes[axis], part("components"), tolerance: 1e-6)
            tally.compare(
                "pca.explained_variance[\(axis)]", [space.variances[axis]], part("explained_variance"),
                tolerance: 1e-8, isRelative: true)
            tally.compare(
                "pca.explained_variance_ratio[\(axis)]", [space.share?[axis]],
                part("explained_variance_ratio"), tolerance: 1e-8, isRelative: true)
            tally.compare(
                "pca.singular_values[\(axis)]", [(space.variances[axis] * degrees).squareRoot()],
                part("singular_values"), tolerance: 1e-8, isRelative: true)
            tally.compare(
                "pca.leading_eigenvalues[\(axis)]", [space.variances[axis]], part("leading_eigenvalues"),
                tolerance: 1e-8, isRelative: true)
        }
        tally.compare(
            "pca.total_variance", [space.totalVariance], file.at("pca", "total_variance"), tolerance: 1e-8,
            isRelative: true)
        func pairs(_ points: [[Double]], _ name: String) {
            let expected = file[name]?.list?.flatMap { $0.list ?? [] }
            tally.compare(name, points.flatMap(\.self), expected.map(JSONValue.list), tolerance: 1e-5)
        }
        pairs(zip(space.x, space.y).map { [$0, $1] }, "participant_projection")
        pairs(space.statementPoints, "statement_projection")
        tally.compare("statement_extremity", space.extremity, file["statement_extremity"], tolerance: 1e-5)
    }

    private func groups(_ opinions: Opinions, _ tally: inout ReferenceTally) {
        let space = opinions.space
        tally.compare(
            "clusterable_participants", opinions.grouped.map { Double(votes.participants[$0]) },
            file["clusterable_participants"], tolerance: 0)
        let points = opinions.grouped.map { SIMD2(space.x[$0], space.y[$0]) }
        for grouping in opinions.groupings {
            guard let expected = file.at("kmeans", "\(grouping.k)") else { continue }
            let name = "kmeans.\(grouping.k)"
            tally.compare(
                "\(name).init_centers",
                PlaneClusters.lowestCorner(points, k: grouping.k).flatMap { [$0.x, $0.y] },
                expected["init_centers"].map { .list(($0.list ?? []).flatMap { $0.list ?? [] }) },
                tolerance: 1e-5)
            tally.compare(
                "\(name).centers", grouping.centres.flatMap { [$0.x, $0.y] },
                expected["centers"].map { .list(($0.list ?? []).flatMap { $0.list ?? [] }) }, tolerance: 1e-5)
            tally.compare(
                "\(name).labels", grouping.labels.map(Double.init), expected["labels"], tolerance: 0)
            tally.compare("\(name).sizes", grouping.sizes.map(Double.init), expected["sizes"], tolerance: 0)
            tally.compare(
                "\(name).inertia", [grouping.inertia], expected["inertia"], tolerance: 1e-6, isRelative: true)
            tally.compare(
                "\(name).silhouette", [grouping.silhouette], expected["silhouette"], tolerance: 1e-6)
            restarts(grouping, points, expected["best_of_50_restarts"], name, &tally)
        }
        tally.compare(
            "chosen_k", opinions.chosen.map { opinions.groupings[$0].k },
            file["chosen_k"]?.number.map { Int($0) })
        guard let chosen = opinions.chosen else { return }
        let best = opinions.groupings[chosen]
        tally.compare("silhouette", [best.silhouette], file["silhouette"], tolerance: 1e-6)
        tally.compare(
            "group_of_clusterable", best.labels.map(Double.init), file["group_of_clusterable"], tolerance: 0)
        if let observed = file["observed_polis_groups"]?.optionalNumbers {
            let both = observed.indices.filter { observed[$0] != nil }
            tally.compare(
                "ari_to_observed_polis_groups",
                [
                    adjustedRandIndex(
                        both.map { best.labels[$0] }, both.map { Int(observed[$0] ?? 0) })
                ], file["ari_to_observed_polis_groups"], tolerance: 1e-9)
        }
    }

    /// With starts of our own the groups must be as tight, or tighter.
    private func restarts(
        _ grouping: Grouping, _ points: [SIMD2<Double>], _ expected: JSONValue?, _ name: String,
        _ tally: inout ReferenceTally
    ) {
        guard let inertia = expected?["inertia"]?.number, let labels = expected?["labels"]?.numbers else {
            return
        }
        let own = PlaneClusters.best(of: 50, points, k: grouping.k, seed: 1, tolerance: 0)
        let agreement = adjustedRandIndex(own.labels, labels.map { Int($0) })
        let isAsGood = own.inertia <= inertia * (1 + 1e-6) || agreement >= 0.99
        tally.compare("\(name).best_of_50_restarts", isAsGood, true)
        tally.compare(
            "\(name).ari_with_deterministic_init",
            [adjustedRandIndex(grouping.labels, labels.map { Int($0) })],
            expected?["ari_with_deterministic_init"], tolerance: 1e-9)
    }

    private func statements(_ opinions: Opinions, _ tally: inout ReferenceTally) {
        for (group, statistics) in opinions.groupStatistics.enumerated() {
            guard let expected = file.at("group_statistics", "\(group)") else { continue }
            let name = "group_statistics.\(group)"
            tally.compare("\(name).na", statistics.agrees.map(Double.init), expected["na"], tolerance: 0)
            tally.compare("\(name).nd", statistics.disagrees.map(Double.init), expected["nd"], tolerance: 0)
            tally.compare("\(name).ns", statistics.answers.map(Double.init), expected["ns"], tolerance: 0)
            for (key, path) in Self.kinds {
                tally.compare("\(name).\(key)", statistics[keyPath: path], expected[key], tolerance: 1e-9)
            }
            RepresentativeEntries(
                found: opinions.representative[group], statements: votes.statements,
                expected: file.at("representative", "\(group)")?.list ?? []
            ).compare("representative.\(group)", &tally)
        }
        let consensus = opinions.consensus
        for (side, found) in [("agree", consensus.agree), ("disagree", consensus.disagree)] {
            ConsensusEntries(
                found: found, statements: votes.statements, expected: file.at("consensus", side)?.list ?? []
            ).compare("consensus.\(side)", &tally)
        }
        tally.compare(
            "group_aware_consensus.agree", opinions.agreementAcrossGroups,
            file.at("group_aware_consensus", "agree"), tolerance: 1e-12)
        tally.compare(
            "group_aware_consensus.disagree", opinions.disagreementAcrossGroups,
            file.at("group_aware_consensus", "disagree"), tolerance: 1e-12)
        tally.compare("comment_priority", opinions.priority, file["comment_priority"], tolerance: 1e-6)
    }
}
