/// Recomputes `mcda.json`.
struct CriteriaReference {
    static let file = "mcda.json"
    let draws: Int

    func report(on document: ReferenceEntry) throws -> ReferenceReport {
        var report = ReferenceReport(file: Self.file)
        let table = try CriteriaTable(
            values: document["matrix"].table, weights: document["weights"].numbers,
            directions: document["types"].wholes.compactMap(CriterionDirection.init(rawValue:)))
        try scores(table, document, &report)
        try objectiveWeights(table, document["objective_weights"], &report)
        try acceptability(table, document["smaa"], &report)
        try comparison(document["ahp"], &report)
        return report
    }

    private func scores(_ table: CriteriaTable, _ document: ReferenceEntry, _ report: inout ReferenceReport)
        throws
    {
        for (key, expected) in document["scores"].members {
            guard let view = try view(key, table, document) else {
                report.skip("scores.\(key)", "no method of this name")
                continue
            }
            report.numbers("scores.\(key)", view.scores, expected.list)
            if let higher = document["higher_is_better"][key].flag {
                report.same("higher_is_better.\(key)", view.higherIsBetter, higher)
            }
        }
        if document["scores"]["COPRAS"].isList {
            report.skip(
                "COPRAS as published",
                "the file adds the sums of costs; the published formula has no values here")
        }
    }

    private func view(_ key: String, _ table: CriteriaTable, _ document: ReferenceEntry) throws
        -> CriteriaView?
    {
        let parts = key.split(separator: "_").map(String.init)
        let normalisation = parts.last.flatMap(Normalisation.init(rawValue:))
        switch (parts.first, normalisation) {
        case ("WSM", .some(let normalisation)): return try table.weightedSum(normalisation)
        case ("WPM", .some(let normalisation)): return try table.weightedProduct(normalisation)
        case ("TOPSIS", .some(let normalisation)): return try table.topsis(normalisation)
        case ("VIKOR", _): return try table.vikor()
        case ("COPRAS", _): return try table.copras(.costsAdded)
        case ("SPOTIS", _):
            return try table.spotis(
                bounds: document["spotis_bounds"].table.compactMap { pair in
                    guard let low = pair.first, let high = pair.last, low <= high else { return nil }
                    return low...high
                })
        case ("PROMETHEE", _) where parts.last == "usual":
            return try table.promethee(table.directions.map { _ in .usual })
        case ("PROMETHEE", _) where parts.last == "vshape2":
            let thresholds = document["promethee_vshape2"]
            return try table.promethee(
                zip(thresholds["q"].numbers, thresholds["p"].numbers).map {
                    .linear(indifference: $0, preference: $1)
                })
        default: return nil
        }
    }

    private func objectiveWeights(
        _ table: CriteriaTable, _ expected: ReferenceEntry, _ report: inout ReferenceReport
    ) throws {
        for (key, values) in expected.members {
            let own: [Double]
            switch key {
            case "entropy": own = try table.entropyWeights()
            case "standard_deviation": own = table.standardDeviationWeights()
            case "equal":
                own = try CriteriaTable(values: table.values, directions: table.directions).weights
            case "critic": own = try table.criticWeights()
            default:
                report.skip("objective_weights.\(key)", "no weights of this name")
                continue
            }
            report.numbers("objective_weights.\(key)", own, values.list)
        }
    }

    /// Both sides are simulated, so shares agree to four standard errors of their difference: below the
    /// tolerance of the file for a million draws, above it for fewer.
    private func acceptability(
        _ table: CriteriaTable, _ expected: ReferenceEntry, _ report: inout ReferenceReport
    )
        throws
    {
        guard expected.isRecord else { return }
        let theirs = Double(expected["draws"].whole ?? draws)
        let smaa = try StochasticAcceptability(table, draws: draws)
        let noise = 2 * (1 / theirs + 1 / Double(draws)).squareRoot()
        let shares = max(0.003, noise)
        report.table("smaa.normalised", try table.normalised(.minMax), expected["normalised"].list)
        report.table(
            "smaa.rank_acceptability", smaa.rankAcceptability, expected["rank_acceptability"].list,
            within: shares)
        report.table(
            "smaa.pairwise_winning", smaa.pairwiseWinning, expected["pairwise_winning"].list, within: shares)
        for (row, values) in expected["central_weights"].list.enumerated() {
            guard smaa.centralWeights.indices.contains(row) else { continue }
            guard let means = smaa.centralWeights[row], let spread = smaa.weightDeviations[row],
                values != .null
            else {
                report.same("smaa.central_weights[\(row)]", smaa.centralWeights[row] == nil, values == .null)
                continue
            }
            // A mean over few draws is uncertain in proportion to how rarely the alternative comes first.
            let first = smaa.rankAcceptability[row].first ?? 1
            for (criterion, value) in values.list.enumerated() where means.indices.contains(criterion) {
                let error = 2 * noise * spread[criterion] / first.squareRoot()
                report.number(
                    "smaa.central_weights[\(row)][\(criterion)]", means[criterion], value,
                    within: max(0.003, error))
            }
        }
    }

    private func comparison(_ expected: ReferenceEntry, _ report: inout ReferenceReport) throws {
        guard expected.isRecord else { return }
        let comparison = try PairwiseComparison(ratios: expected["matrix"].table)
        report.numbers("ahp.weights", comparison.weights, expected["weights"].list)
        report.number("ahp.lambda_max", comparison.largestEigenvalue, expected["lambda_max"])
        report.number("ahp.CI", comparison.consistencyIndex, expected["CI"])
        report.number("ahp.CR", comparison.consistencyRatio(.saaty), expected["CR"])
        // AHPy names the criteria a, b, c, ... and rounds to six digits.
        for (place, (key, value)) in expected["ahpy_weights"].members.enumerated() {
            let own = comparison.weights.indices.contains(place) ? comparison.weights[place] : nil
            report.number("ahp.ahpy_weights.\(key)", own, value, within: 1e-6)
        }
        report.number(
            "ahp.ahpy_CR", comparison.consistencyRatio(.doneganDodd), expected["ahpy_CR"], within: 1e-6)
    }
}
