/// Recomputes `vote-ranked.json`.
struct RankedReference {
    static let file = "vote-ranked.json"

    func report(on document: ReferenceEntry) throws -> ReferenceReport {
        var report = ReferenceReport(file: Self.file)
        for (name, item) in document["cases"].members {
            try compare(name, item, &report)
        }
        return report
    }

    private func compare(_ name: String, _ item: ReferenceEntry, _ report: inout ReferenceReport) throws {
        let profile = try profile(from: item)
        let margins = PairwiseMargins(profile)
        report.table("\(name).margins", margins.margins.map { $0.map(Double.init) }, item["margins"].list)
        let scores = [
            ("borda_scores", profile.bordaScores), ("copeland_scores", margins.copelandScores),
            ("plurality_scores", profile.pluralityScores),
        ]
        for (key, own) in scores {
            guard item[key].isRecord else { continue }
            let expected = item[key].numberedMembers.map { ReferenceEntry.number($0) }
            report.numbers("\(name).\(key)", own, expected)
        }
        report.same("\(name).condorcet_winner", margins.condorcetWinner, item["condorcet_winner"].whole)
        for (key, expected) in item["winners"].members {
            guard let method = RankedMethod(rawValue: key) else {
                report.skip("\(name).winners.\(key)", "no method of this name")
                continue
            }
            do {
                let view = try profile.view(by: method)
                report.same("\(name).winners.\(key)", view.tied, expected.wholes.sorted())
            } catch GroupDecisionError.notComputed(let what, let found, let limit) {
                report.skip("\(name).winners.\(key)", "\(what) is not computed for \(found), limit \(limit)")
            }
        }
        if item["kemeny"].isRecord, margins.candidates.count <= KemenyOrders.candidateLimit {
            let kemeny = try KemenyOrders(margins)
            report.same("\(name).kemeny.rankings", kemeny.orders, item["kemeny"]["rankings"].wholeTable)
            report.number("\(name).kemeny.distance", Double(kemeny.distance), item["kemeny"]["distance"])
        }
    }

    /// A ballot is a list of candidates or, for weak orders, a list of tiers.
    private func profile(from item: ReferenceEntry) throws -> RankedProfile {
        let counts = item["counts"].wholes
        let ballots = item["ballots"].list.enumerated().map { place, ballot in
            RankedBallot(
                tiers: ballot.list.map { tier in tier.whole.map { [$0] } ?? tier.wholes },
                count: counts.indices.contains(place) ? counts[place] : 1)
        }
        return try RankedProfile(candidateCount: item["candidates"].list.count, ballots: ballots)
    }
}
