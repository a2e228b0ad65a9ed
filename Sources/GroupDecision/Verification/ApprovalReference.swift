/// Recomputes `vote-approval-budget.json`.
struct ApprovalReference {
    static let file = "vote-approval-budget.json"

    func report(on document: ReferenceEntry) throws -> ReferenceReport {
        var report = ReferenceReport(file: Self.file)
        let costs = document["costs"].wholes
        let counts = document["approval_counts"].list
        let profile = try ApprovalProfile(
            candidateCount: max(costs.count, counts.count), approvals: document["approvals"].wholeTable)
        report.numbers("approval_counts", profile.approvalCounts.map(Double.init), counts)
        try committees(profile, document, &report)
        if let budget = document["budget"].whole {
            let names = costs.indices.map { "p\($0)" }
            let instance = try BudgetInstance(names: names, costs: costs, budget: budget, profile: profile)
            try budgeting(instance, document["budgeting"], &report)
        }
        return report
    }

    private func committees(
        _ profile: ApprovalProfile, _ document: ReferenceEntry, _ report: inout ReferenceReport
    ) throws {
        guard let size = document["committee_size"].whole else { return }
        for (key, expected) in document["committees"].members {
            guard let method = CommitteeMethod(rawValue: key) else {
                report.skip("committees.\(key)", "no method of this name")
                continue
            }
            let tied = try profile.committees(of: size, by: method).tied
            let sorted = expected.wholeTable.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
            report.same("committees.\(key)", tied, sorted)
        }
    }

    private func budgeting(
        _ instance: BudgetInstance, _ expected: ReferenceEntry, _ report: inout ReferenceReport
    )
        throws
    {
        for (key, value) in expected.members {
            let parts = key.split(separator: ":").map(String.init)
            guard parts.count == 2, let method = BudgetMethod(rawValue: parts[0]),
                let satisfaction = BudgetInstance.Satisfaction(rawValue: parts[1])
            else {
                report.skip("budgeting.\(key)", "no method of this name")
                continue
            }
            let view = try instance.view(by: method, satisfaction)
            let named = value.texts.compactMap { instance.names.firstIndex(of: $0) }.sorted()
            if method == .maximum {
                // The reference solver returns one of the tied lists, possibly with projects nobody wants.
                let totals = instance.totalSatisfaction(satisfaction)
                report.same("budgeting.\(key)", view.tied.contains(named.filter { totals[$0] > 0 }), true)
            } else {
                report.same("budgeting.\(key)", view.firstByName, named)
            }
        }
    }
}
