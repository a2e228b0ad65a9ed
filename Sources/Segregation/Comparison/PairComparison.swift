/// Compares one pair of tables.
struct PairComparison {
    private let names: (first: String, second: String)
    private let pair: TablePair
    private let options: ComparisonOptions
    private let places: [MeasurePlace]
    private let results: (first: AspatialResult, second: AspatialResult)
    private let plan: DifferencePlan

    init(
        _ first: NamedTable, _ second: NamedTable, in identifiers: [String], options: ComparisonOptions,
        number: UInt16
    ) throws(SegregationError) {
        try options.check(for: first.table)
        let pair = try TablePair(first.table, second.table, pairing: options.pairing)
        let shapes = options.measuring.atkinsonShapes
        let layout = AspatialLayout(groupCount: pair.first.groupCount, atkinsonShapes: shapes)
        var kept = Set(0..<pair.first.groupCount)
        if let groups = options.groups {
            kept = []
            for group in groups { kept.insert(try pair.first.column(of: group)) }
        }
        let places = try MeasurePlace.all(of: identifiers, layout, kept: kept)
        let parts = AspatialParts(for: places.map(\.definition))
        names = (first.name, second.name)
        self.pair = pair
        self.options = options
        self.places = places
        results = (
            AspatialResult(of: pair.first, atkinsonShapes: shapes, parts: parts),
            AspatialResult(of: pair.second, atkinsonShapes: shapes, parts: parts)
        )
        plan = DifferencePlan(
            pair: pair, layout: layout, parts: parts,
            terms: EntropyTerms(drawnFrom: pair.first, pair.second), places: places.map(\.place),
            seed: options.measuring.seed, number: number)
    }

    func rows() -> [MeasureDifference] {
        let draws = bootstrap()
        let relabelled = options.null == .randomLabelling ? relabelling() : nil
        var counterfactuals: [Int: RepeatedDraws] = [:]
        return places.indices.map { index in
            var row = row(index)
            guard case .defined(let difference) = row.difference else {
                row.intervalAbsence = .undefinedMeasure
                row.testAbsence = options.null == nil ? .notRequested : .undefinedMeasure
                return row
            }
            addInterval(to: &row, difference, draws, index)
            let place = places[index]
            if let relabelled {
                addTest(to: &row, difference, relabelled.draws(of: index))
            } else if let swap = options.null?.counterfactual {
                guard place.definition.subject == .group, let column = place.columns.first else {
                    row.testAbsence = .notOfOneGroup
                    return row
                }
                let all = counterfactuals[column] ?? counterfactual(swap, column)
                counterfactuals[column] = all
                // Every column keeps its own draws; rows of one column stand in the order of all rows.
                let rank = places[..<index].count { $0.columns == place.columns }
                addTest(to: &row, difference, all.draws(of: rank))
            } else {
                row.testAbsence = .notRequested
            }
            return row
        }
    }

    private func row(_ index: Int) -> MeasureDifference {
        let place = places[index]
        let first = place.value(in: results.first)
        let second = place.value(in: results.second)
        var difference = first
        if let before = first.number {
            difference = second
            if let after = second.number { difference = .defined(after - before) }
        }
        return MeasureDifference(
            firstName: names.first, secondName: names.second, identifier: place.definition.identifier,
            groups: place.columns.map { pair.first.groups[$0] }, parameters: place.parameters, first: first,
            second: second, difference: difference,
            firstUnits: pair.first.unitTotals.count { $0 > 0 },
            secondUnits: pair.second.unitTotals.count { $0 > 0 }, firstPersons: results.first.total,
            secondPersons: results.second.total)
    }

    private var measurable: Bool { results.first.total > 0 && results.second.total > 0 }

    private func bootstrap() -> RepeatedDraws? {
        guard options.measuring.draws > 0, measurable else { return nil }
        let resampling = options.measuring.resampling
        let samplers = (
            TableResampler(pair.first, resampling), TableResampler(pair.second, resampling)
        )
        let jointly = pair.pairing == .sameUnits && resampling == .units
        let plan = plan
        return RepeatedDraws(
            options.measuring.draws, width: places.count, threads: options.measuring.threads
        ) { ResampledDifferences(plan, samplers: samplers, jointly: jointly) }
    }

    private func relabelling() -> RepeatedDraws? {
        guard measurable else { return nil }
        let plan = plan
        return RepeatedDraws(options.permutations, width: places.count, threads: options.measuring.threads) {
            RelabelledDifferences(plan)
        }
    }

    /// The measures of one group, with the group as the first of two.
    private func counterfactual(_ swap: Counterfactual, _ column: Int) -> RepeatedDraws {
        let layout = AspatialLayout(groupCount: 2, atkinsonShapes: plan.layout.atkinsonShapes)
        // Places of a group stand apart by the number of groups, and the group comes first here.
        let firstGroup = AspatialLayout.Scalar.allCases.count
        let targets = places.filter { $0.columns == [column] }.map { target in
            firstGroup + (target.place - firstGroup) / plan.layout.groupCount * 2
        }
        let twofold = DifferencePlan(
            pair: pair, layout: layout, parts: plan.parts, terms: plan.terms, places: targets,
            seed: plan.seed, number: plan.number)
        return RepeatedDraws(options.permutations, width: targets.count, threads: options.measuring.threads) {
            CounterfactualDifferences(twofold, column: column, counterfactual: swap)
        }
    }

    private func addInterval(
        to row: inout MeasureDifference, _ difference: Double, _ draws: RepeatedDraws?, _ index: Int
    ) {
        guard let draws else {
            row.intervalAbsence = .notRequested
            return
        }
        let summary = draws.summary(of: index)
        guard !summary.isTooOftenUndefined(of: draws.count) else {
            row.intervalAbsence = .undefinedInDraws(draws.count - summary.defined, of: draws.count)
            return
        }
        row.standardError = summary.standardDeviation.isFinite ? summary.standardDeviation : nil
        row.bias = summary.mean - difference
        row.interval = summary.interval(
            around: difference, within: places[index].rangeOfDifferences, options: options.measuring)
    }

    private func addTest(to row: inout MeasureDifference, _ difference: Double, _ draws: [Double]) {
        guard let null = options.null else { return }
        let summary = DrawSummary(draws)
        guard !summary.isTooOftenUndefined(of: draws.count) else {
            row.testAbsence = .undefinedInDraws(draws.count - summary.defined, of: draws.count)
            return
        }
        // Differences that differ by rounding only are the same difference.
        let limit = abs(difference) - 1e-12 * max(1, abs(difference))
        let far = draws.count { abs($0) >= limit }
        row.test = DifferenceTest(
            null: null, draws: summary.defined, atLeastAsFar: far, mean: summary.mean,
            adjustedPValue: Double(far + 1) / Double(summary.defined + 1), adjustment: .none, tests: 1)
    }
}
