public import Neighbourhoods
public import Segregation

/// How a class of residents and all others live apart or together, seen from both sides.
///
/// Statistics Netherlands finds residents of Dutch origin the most separated of all (2024); a measure that shows one
/// side only hides that, so both sides are always given together.
public struct OriginMeasures: Sendable {
    /// The class.
    public let origin: OriginClass
    /// The year.
    public let year: Int
    /// The scale.
    public let level: AreaLevel
    /// The share of the class among all residents of the areas that are known, 0...1.
    public let share: Double
    /// Dissimilarity: the share that would have to move for an even spread; the same from both sides.
    public let dissimilarity: Estimate
    /// The chance that someone met in the area of a member is a member too.
    public let isolation: Estimate
    /// The chance that someone met in the area of a member is not a member.
    public let interaction: Estimate
    /// The chance that someone met in the area of another resident is another resident too.
    public let isolationOfOthers: Estimate
    /// The chance that someone met in the area of another resident is a member.
    public let interactionOfOthers: Estimate
    /// Where the figures come from.
    public let source: Source.ID
}

extension OriginTable {
    /// The measures of one class in one year (the newest when nil), with 95% percentile intervals of a bootstrap
    /// over areas. Areas with fewer residents than may be shown are left out.
    ///
    /// - Throws: ``OriginError/noFigures(_:_:year:)`` when there are none, or when fewer than two areas are known.
    public func measures(
        of origin: OriginClass, at level: AreaLevel, year: Int? = nil, draws: Int = 999, seed: UInt64 = 1
    ) throws(OriginError) -> OriginMeasures {
        let observation = try observation(of: origin, at: level, year: year)
        let failure = OriginError.noFigures(origin, level, year: observation.year)
        guard let table = Self.table(observation) else { throw failure }
        var options = MeasureOptions()
        options.draws = max(99, draws)
        options.seed = seed
        options.resampling = .units
        options.method = .percentile
        options.includesLocalMeasures = false
        guard
            let rows = try? table.measure(
                ["D-vs-rest", "isolation", "interaction-with-rest"], options: options)
        else { throw failure }
        let estimate = { (measure: String, group: Group) in
            rows.first { $0.identifier == measure && $0.groups == [group] }?.estimate
        }
        guard let dissimilarity = estimate("D-vs-rest", .members), let own = estimate("isolation", .members),
            let meet = estimate("interaction-with-rest", .members), let rest = estimate("isolation", .others),
            let met = estimate("interaction-with-rest", .others)
        else { throw failure }
        return OriginMeasures(
            origin: origin, year: observation.year, level: level, share: table.groupTotals[0] / table.total,
            dissimilarity: dissimilarity, isolation: own, interaction: meet, isolationOfOthers: rest,
            interactionOfOthers: met, source: observation.source)
    }

    /// The measures through the years of the class's own classification, oldest first. Figures of another
    /// classification are never put before or behind them.
    public func trend(of origin: OriginClass, at level: AreaLevel, draws: Int = 999, seed: UInt64 = 1)
        throws(OriginError) -> [OriginMeasures]
    {
        var result: [OriginMeasures] = []
        for observation in observations(of: origin, at: level) {
            result.append(
                try measures(of: origin, at: level, year: observation.year, draws: draws, seed: seed))
        }
        return result
    }

    /// The measures of two classes or two years side by side, within one classification.
    /// - Throws: ``OriginError/noBridge(from:to:)`` over the break of 2022, before anything is computed.
    public func comparison(
        of origin: OriginClass, in year: Int, with other: OriginClass, in otherYear: Int, at level: AreaLevel
    ) throws(OriginError) -> (OriginMeasures, OriginMeasures) {
        guard origin.classification == other.classification else {
            throw .noBridge(from: origin.classification, to: other.classification)
        }
        return (
            try measures(of: origin, at: level, year: year),
            try measures(of: other, at: level, year: otherYear)
        )
    }

    private static func table(_ observation: Observation) -> ContingencyTable? {
        let limit = DisclosureControl.smallestShown(for: .persons) ?? 0
        var rows: [[Double]] = []
        var units: [String] = []
        for (index, area) in observation.areas.enumerated() {
            guard let count = observation.counts[index].number, let total = observation.totals[index].number,
                total >= limit
            else { continue }
            rows.append([count.rounded(), max(0, total - count).rounded()])
            units.append(area.rawValue)
        }
        guard rows.count > 1 else { return nil }
        return try? ContingencyTable(groups: [.members, .others], rows: rows, unitIdentifiers: units)
    }
}

extension Group {
    fileprivate static let members: Group = "members"
    fileprivate static let others: Group = "others"
}
