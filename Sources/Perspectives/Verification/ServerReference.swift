internal import ReferenceFiles

/// Recomputes what a production server of Polis stored. Its groups hang on the history of the conversation and are taken
/// from the file; everything that follows from votes and groups is recomputed.
struct ServerReference {
    let file: JSONValue
    let votes: VoteTable

    init(file: JSONValue) throws {
        self.file = file
        var builder = VoteTable.Builder()
        for cell in file["votes"]?.list ?? [] {
            guard let numbers = cell.numbers, numbers.count == 3, let vote = Vote(rawValue: Int8(numbers[2]))
            else {
                throw PerspectivesError.text(
                    line: 1, column: 1, found: "a vote that is none", expected: "participant, statement, vote"
                )
            }
            builder.add(participant: Int(numbers[0]), statement: Int(numbers[1]), vote: vote)
        }
        func set(_ name: String) -> [Int] { (file[name]?.numbers ?? []).map { Int($0) } }
        votes = try builder.table(
            moderation: Dictionary(uniqueKeysWithValues: set("moderated_out").map { ($0, .rejected) }),
            meta: Set(set("meta")))
    }

    func tally(_ name: String) -> ReferenceTally {
        var tally = ReferenceTally(name: name)
        tally.compare(
            "participant_ids", votes.participants.map(Double.init), file["participant_ids"], tolerance: 0)
        tally.compare("statement_ids", votes.statements.map(Double.init), file["statement_ids"], tolerance: 0)
        let space = OpinionSpace(votes, columns: .zeroed)
        let signs = compareSpace(space, &tally)
        compareClusters(space, signs, &tally)
        compareGroups(space, &tally)
        return tally
    }

    /// The server's agree is -1 and its axes have any sign; returns the signs that bring them to ours.
    private func compareSpace(_ space: OpinionSpace, _ tally: inout ReferenceTally) -> [Double] {
        tally.compare(
            "pca.center", space.means.map { -$0 }, file.at("server", "pca", "center"), tolerance: 1e-12)
        var signs = [1.0, 1.0]
        for axis in 0..<2 {
            let expected = file.at("server", "pca", "comps")?.list?[axis]
            let product = zip(expected?.numbers ?? [], space.axes[axis]).reduce(0) { $0 + $1.0 * $1.1 }
            signs[axis] = product < 0 ? -1 : 1
            tally.compare(
                "pca.comps[\(axis)]", space.axes[axis].map { $0 * signs[axis] }, expected, tolerance: 1e-7)
            // A lone vote has the opposite sign in the server's votes.
            tally.compare(
                "pca.comment-projection[\(axis)]", space.statementPoints.map { -$0[axis] * signs[axis] },
                file.at("server", "pca", "comment-projection")?.list?[axis], tolerance: 1e-6)
            tally.compare(
                "eigenvalues[\(axis)]", [space.variances[axis] * Double(votes.participantCount - 1)],
                file.at("own", "eigenvalues")?.list?[axis], tolerance: 1e-8, isRelative: true)
        }
        tally.compare(
            "pca.comment-extremity", space.extremity, file.at("server", "pca", "comment-extremity"),
            tolerance: 1e-7)
        tally.compare("own.extremity", space.extremity, file.at("own", "extremity"), tolerance: 1e-7)
        return signs
    }

    /// People by base cluster, as places in the table.
    private var baseMembers: [Int: [Int]] {
        let ids = file.at("server", "base_clusters", "id")?.numbers ?? []
        let members = file.at("server", "base_clusters", "members")?.list ?? []
        let place = Dictionary(uniqueKeysWithValues: votes.participants.enumerated().map { ($1, $0) })
        return Dictionary(
            uniqueKeysWithValues: zip(ids, members).map { id, people in
                (Int(id), (people.numbers ?? []).compactMap { place[Int($0)] })
            })
    }

    private func compareClusters(_ space: OpinionSpace, _ signs: [Double], _ tally: inout ReferenceTally) {
        let members = baseMembers
        let ids = (file.at("server", "base_clusters", "id")?.numbers ?? []).map { Int($0) }
        func middle(_ positions: [Double], _ sign: Double) -> [Double] {
            ids.map { id in
                let people = members[id] ?? []
                return -sign * people.reduce(0) { $0 + positions[$1] } / Double(max(1, people.count))
            }
        }
        tally.compare(
            "base_clusters.x", middle(space.x, signs[0]), file.at("server", "base_clusters", "x"),
            tolerance: 1e-6)
        tally.compare(
            "base_clusters.y", middle(space.y, signs[1]), file.at("server", "base_clusters", "y"),
            tolerance: 1e-6)
        tally.compare(
            "base_clusters.count", ids.map { Double(members[$0]?.count ?? 0) },
            file.at("server", "base_clusters", "count"), tolerance: 0)
    }

    private func compareGroups(_ space: OpinionSpace, _ tally: inout ReferenceTally) {
        let clusters = file.at("server", "group_clusters")?.list ?? []
        let base = baseMembers
        let members = clusters.map { ($0["members"]?.numbers ?? []).flatMap { base[Int($0)] ?? [] }.sorted() }
        let everybody = members.flatMap(\.self).sorted()
        tally.compare(
            "in_conv", everybody.map { Double(votes.participants[$0]) },
            (file.at("server", "in_conv")?.numbers).map { .list($0.sorted().map(JSONValue.number)) },
            tolerance: 0)
        let active = votes.isActive
        let all = votes.zeroedCounts(of: everybody)
        var agreeing: [[Double]] = []
        for (place, people) in members.enumerated() {
            let group = "\(clusters[place]["id"]?.number.map { Int($0) } ?? place)"
            let zeroed = votes.zeroedCounts(of: people)
            let statistics = GroupStatistics(zeroed, others: all.without(zeroed))
            let chosen = RepresentativeStatement.choose(statistics, counts: active, critical: 1.2816)
            for (source, tolerance) in [("server", 1e-6), ("own", 1e-9)] {
                let entries = file.at(source, source == "server" ? "repness" : "representative", group)?.list
                guard let entries else { continue }
                RepresentativeEntries(
                    found: chosen, statements: votes.statements, expected: entries.map(\.hyphenated)
                ).compare("\(source).representative.\(group)", &tally, tolerance: tolerance)
            }
            let raw = votes.counts(of: people)
            agreeing.append(GroupStatistics(raw, others: raw).agreeProbability)
            groupVotes(group, people.count, raw, &tally)
        }
        let raw = votes.counts(of: everybody)
        byStatement(
            "group_aware_consensus", Consensus.acrossGroups(agreeing), tolerance: 1e-9, &tally)
        byStatement(
            "comment_priorities",
            RoutingPriority.values(raw, extremity: space.extremity, isMeta: votes.isMeta), tolerance: 1e-6,
            &tally)
        let consensus = Consensus(
            votes.zeroedCounts(of: Array(votes.participants.indices)), counts: active, critical: 1.2816)
        for source in ["server", "own"] {
            for (side, found) in [("agree", consensus.agree), ("disagree", consensus.disagree)] {
                guard let expected = file.at(source, "consensus", side)?.list else { continue }
                ConsensusEntries(
                    found: found, statements: votes.statements, expected: expected.map(\.hyphenated)
                ).compare("\(source).consensus.\(side)", &tally)
            }
        }
    }

    private func groupVotes(
        _ group: String, _ size: Int, _ counts: StatementCounts, _ tally: inout ReferenceTally
    ) {
        guard let expected = file.at("server", "group_votes", group) else { return }
        tally.compare("group_votes.\(group).n-members", [Double(size)], expected["n-members"], tolerance: 0)
        for (key, values) in [("A", counts.agrees), ("D", counts.disagrees), ("S", counts.answers)] {
            let list = votes.statements.map { expected.at("votes", "\($0)", key) ?? .null }
            tally.compare(
                "group_votes.\(group).\(key)", values.map { Double($0) }, .list(list), tolerance: 0)
        }
    }

    private func byStatement(
        _ name: String, _ values: [Double], tolerance: Double, _ tally: inout ReferenceTally
    ) {
        guard let expected = file.at("server", name) else { return }
        let list = votes.statements.map { expected["\($0)"] ?? .null }
        tally.compare(name, values, .list(list), tolerance: tolerance, isRelative: true)
    }
}

extension JSONValue {
    /// The same record with hyphens for underscores in its keys.
    fileprivate var hyphenated: JSONValue {
        guard let record else { return self }
        return .record(
            Dictionary(
                uniqueKeysWithValues: record.map { ($0.split(separator: "_").joined(separator: "-"), $1) }))
    }
}

extension VoteTable {
    /// Counts with every cell of a statement that does not count set to a pass, also where nobody voted.
    func zeroedCounts(of people: [Int]) -> StatementCounts {
        var counts = counts(of: people)
        for (place, isActive) in isActive.enumerated() where !isActive {
            (counts.agrees[place], counts.disagrees[place], counts.answers[place]) = (0, 0, people.count)
        }
        return counts
    }
}
