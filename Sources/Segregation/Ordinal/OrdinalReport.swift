extension ContingencyTable {
    /// Every measure of ordered groups, lowest group first, as tidy rows.
    ///
    /// With options, every row gets a bootstrap interval and what chance alone gives, an exact expectation,
    /// see ``Estimate``. Without, rows hold values only.
    /// - Parameters:
    ///   - degrees: the degrees of the polynomials behind the rank-order indices, each 1 or more.
    ///   - options: draws, resampling and interval; `nil` for values alone.
    /// - Throws: ``SegregationError/parameter(name:found:expected:)``.
    public func ordinalMeasures(
        degrees: [Int] = [2, 4], options: MeasureOptions? = nil
    ) throws(SegregationError) -> [MeasureRow] {
        for degree in degrees where !(1...12).contains(degree) {
            throw .parameter(name: "degree", found: Double(degree), expected: "between 1 and 12")
        }
        try options?.check(for: self)
        let ordered = OrderedCounts(self)
        let variations = OrdinalVariation.allCases
        let profile = ordered.profile(variations)
        let specifications = OrdinalStatistic.all(thresholds: max(0, groupCount - 1), degrees: degrees)
        var rows = specifications.map { row($0, $0.value(profile), profile) }
        guard let options else { return rows }
        let expected = ordered.expectedProfile(profile, variations)
        let draws = ordered.draws(options, variations, count: specifications.count) { _, profile in
            specifications.map { $0.value(profile).number ?? .nan }
        }
        for place in rows.indices {
            let definition = specifications[place].definition
            guard let value = rows[place].estimate.value.number else { continue }
            rows[place].estimate.addChance(
                specifications[place].value(expected), value, specifications[place].variation)
            rows[place].estimate.addDraws(
                draws.isEmpty ? nil : draws[place], around: value, definition: definition, options: options)
        }
        return rows
    }

    private func row(
        _ statistic: OrdinalStatistic, _ value: MeasuredValue, _ profile: OrdinalProfile
    ) -> MeasureRow {
        var parameters: [MeasureParameter] = []
        var between: [Group] = []
        switch statistic.kind {
        case .table: break
        case .threshold(let threshold):
            between = [groups[threshold], groups[threshold + 1]]
            parameters = [MeasureParameter("share", "\(profile.shares[threshold])")]
        case .rankOrder(let degree): parameters = RankOrderReport.parameters(degree: degree)
        }
        return MeasureRow(
            identifier: statistic.definition.identifier, groups: between, parameters: parameters,
            estimate: Estimate(
                value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .notDrawn,
                units: unitTotals.count { $0 > 0 }, persons: total))
    }
}

/// One value that follows from a profile.
struct OrdinalStatistic: Sendable {
    enum Kind: Sendable {
        case table
        case threshold(Int)
        case rankOrder(degree: Int)
    }

    let definition: MeasureDefinition
    let variation: OrdinalVariation
    let kind: Kind

    /// All values in the order of ``MeasureDefinition/ordinal``.
    static func all(thresholds: Int, degrees: [Int]) -> [OrdinalStatistic] {
        MeasureDefinition.ordinal.flatMap { definition -> [OrdinalStatistic] in
            guard let variation = OrdinalVariation(identifier: definition.identifier) else { return [] }
            let kinds: [Kind]
            if definition.subject == .threshold {
                kinds = (0..<thresholds).map { .threshold($0) }
            } else if definition.identifier.hasPrefix("rankorder") {
                kinds = degrees.map { .rankOrder(degree: $0) }
            } else {
                kinds = [.table]
            }
            return kinds.map { OrdinalStatistic(definition: definition, variation: variation, kind: $0) }
        }
    }

    func value(_ profile: OrdinalProfile) -> MeasuredValue {
        switch kind {
        case .table: profile.index(variation)
        case .threshold(let threshold): profile.index(variation, at: threshold)
        case .rankOrder(let degree): profile.rankOrder(variation, degree: degree)
        }
    }

    func value(_ profile: OrdinalProfile?) -> Double? { profile.flatMap { value($0).number } }
}

extension Estimate {
    /// Adds what chance alone gives, and the value without it.
    mutating func addChance(_ expected: Double?, _ value: Double, _ variation: OrdinalVariation) {
        guard let expected, expected.isFinite else { return }
        expectedUnderNoSegregation = expected
        corrected = ChanceCorrection.rescaled.correct(value, expected: expected)
    }

    /// Adds standard error, bias and interval from draws, or the reason why there are none.
    mutating func addDraws(
        _ draws: [Double]?, around value: Double, definition: MeasureDefinition, options: MeasureOptions
    ) {
        guard let draws else {
            intervalAbsence = .notRequested
            return
        }
        let summary = DrawSummary(draws)
        let undefined = draws.count - summary.defined
        guard undefined * 20 <= draws.count else {
            intervalAbsence = .undefinedInDraws(undefined, of: draws.count)
            return
        }
        standardError = summary.standardDeviation.isFinite ? summary.standardDeviation : nil
        bias = summary.mean - value
        interval = summary.interval(around: value, definition: definition, options: options)
        if interval != nil { intervalAbsence = nil }
    }
}

extension OrdinalVariation {
    /// The variation in the name of a measure, such as `rankorder-Hr`.
    init?(identifier: String) {
        let name = identifier.hasSuffix("r") ? identifier.dropLast() : identifier[...]
        guard let last = name.last, let variation = OrdinalVariation(rawValue: String(last)) else {
            return nil
        }
        self = variation
    }
}
