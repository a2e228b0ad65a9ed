/// Recomputes `vote-grades.json`.
struct GradesReference {
    static let file = "vote-grades.json"

    func report(on document: ReferenceEntry) throws -> ReferenceReport {
        var report = ReferenceReport(file: Self.file)
        let profile = try GradeProfile(grades: document["grades_0_to_5"].wholeTable)
        try judgment(profile, document, &report)
        report.numbers("score_totals", profile.totals.map(Double.init), document["score_totals"].list)
        try star(profile, document, &report)
        try quadratic(document["quadratic"], &report)
        return report
    }

    private func judgment(
        _ profile: GradeProfile, _ document: ReferenceEntry, _ report: inout ReferenceReport
    )
        throws
    {
        let expected = document["majority_judgment"]
        let names = document["options"].texts
        let judgment = MajorityJudgment(profile)
        // The file breaks exact ties by the order of the options.
        let ranking = judgment.tiers.flatMap { $0 }.filter { names.indices.contains($0) }.map { names[$0] }
        report.same("majority_judgment.ranking", ranking, expected["ranking"].texts)
        for (option, gauge) in expected["gauge"].list.enumerated() {
            guard judgment.gauges.indices.contains(option) else { continue }
            let own = judgment.gauges[option]
            for (key, value) in [("median", own.median), ("above", own.above), ("below", own.below)] {
                report.number("majority_judgment.gauge[\(option)].\(key)", Double(value), gauge[key])
            }
        }
        report.table(
            "majority_judgment.majority_values", judgment.majorityValues.map { $0.map(Double.init) },
            expected["majority_values"].list)
    }

    private func star(_ profile: GradeProfile, _ document: ReferenceEntry, _ report: inout ReferenceReport)
        throws
    {
        let names = document["options"].texts
        guard let final = try StarVote(profile).finals.first else { return }
        let finalists = [final.first, final.second].filter { names.indices.contains($0) }.map { names[$0] }
        report.same("star.finalists", finalists, document["star"]["finalists"].texts)
        report.same(
            "star.head_to_head", [final.preferFirst, final.preferSecond],
            document["star"]["head_to_head"].wholes)
    }

    private func quadratic(_ expected: ReferenceEntry, _ report: inout ReferenceReport) throws {
        let vote = try QuadraticVote(credits: expected["credits_signed"].wholeTable)
        // Printed with 12 significant digits, so single votes agree to half a unit of the last digit.
        report.table("quadratic.votes", vote.votes, expected["votes"].list, within: 1e-11)
        report.numbers("quadratic.totals", vote.totals, expected["totals"].list, within: 1e-11)
        report.numbers(
            "quadratic.credits_spent", vote.creditsSpent.map(Double.init), expected["credits_spent"].list)
    }
}
