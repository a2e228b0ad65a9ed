public import Neighbourhoods

/// The cases that a dataset allows, and the indicators that it does not.
public struct BacktestSelection: Sendable {
    /// Why an indicator cannot be scored.
    public enum Reason: Sendable, Hashable {
        /// The catalogue has no such variable.
        case unknownVariable
        /// No figures near the first year.
        case noneNear(year: Int)
        /// Figures near both years, but none of one version in two years of which the second is later.
        case noPair
    }

    /// An indicator that cannot be scored.
    public struct NotScorable: Sendable, Hashable {
        /// The variable.
        public let id: Variable.ID
        /// Why.
        public let reason: Reason
    }

    /// The cases, in the order asked for; their predictions are still empty.
    public let cases: [BacktestCase]
    /// The indicators without a case.
    public let notScorable: [NotScorable]
}

extension BacktestCase {
    /// The cases that `dataset` allows between two years.
    ///
    /// Both years are of one variable in one version; two versions are never compared. Of all such pairs within
    /// `tolerance` years of `from` and `to` the nearest is taken (smallest sum of the two distances; then the nearest
    /// first year; then the earlier years; then the later version). Everything of the same version before the first
    /// year goes along for drift. Sizes are households, persons or homes by the variable's universe, of the year
    /// nearest to the first year (the earlier of two). The municipality's own figure of both years goes along where
    /// published. The threshold for noise comes from the margins of both series where they have them: the mean of the
    /// margin of the difference; otherwise ``NoiseThreshold/standard(for:)``.
    public static func cases(
        in dataset: Dataset, level: AreaLevel, from: Int, to: Int, indicators: [Variable.ID],
        tolerance: Int = 1
    ) throws(BacktestError) -> BacktestSelection {
        var cases: [BacktestCase] = []
        var notScorable: [BacktestSelection.NotScorable] = []
        for id in indicators {
            guard let variable = VariableCatalogue.variable(id) else {
                notScorable.append(.init(id: id, reason: .unknownVariable))
                continue
            }
            let all = dataset.allSeries(of: id, at: level).filter { $0.values.knownCount > 0 }
            if let year = [from, to].first(where: { year in
                !all.contains { abs($0.year - year) <= tolerance }
            }) {
                notScorable.append(.init(id: id, reason: .noneNear(year: year)))
                continue
            }
            guard let pair = nearestPair(all, from: from, to: to, tolerance: tolerance) else {
                notScorable.append(.init(id: id, reason: .noPair))
                continue
            }
            cases.append(try make(variable, pair.first, pair.second, all, dataset, level))
        }
        return BacktestSelection(cases: cases, notScorable: notScorable)
    }

    private static func nearestPair(_ all: [Series], from: Int, to: Int, tolerance: Int)
        -> (first: Series, second: Series)?
    {
        var best: (first: Series, second: Series)?
        var rank = (Int.max, Int.max, Int.max, Int.max)
        for first in all where abs(first.year - from) <= tolerance {
            for second in all
            where abs(second.year - to) <= tolerance && second.version == first.version
                && second.year > first.year
            {
                let near = abs(first.year - from)
                let one = (near + abs(second.year - to), near, first.year, second.year)
                if one < rank || (one == rank && first.version > (best?.first.version ?? "")) {
                    rank = one
                    best = (first, second)
                }
            }
        }
        return best
    }

    private static func make(
        _ variable: Variable, _ first: Series, _ second: Series, _ all: [Series], _ dataset: Dataset,
        _ level: AreaLevel
    ) throws(BacktestError) -> BacktestCase {
        let earlier = all.filter { $0.version == first.version && $0.year < first.year }
        return try BacktestCase(
            indicator: BacktestIndicator(variable), areas: dataset.areas(level).map(\.code),
            year0: first.year,
            year1: second.year, observed0: values(first), observed1: values(second),
            earlier: earlier.map { Earlier(year: $0.year, values: values($0)) },
            sizes: sizes(of: variable.universe, near: first.year, dataset, level),
            municipality: municipality(variable.id, first, second, dataset),
            threshold: threshold(first, second))
    }

    private static func values(_ series: Series) -> [Value] {
        (0..<series.values.count).map { series.values[$0] }
    }

    private static func sizes(of universe: Universe, near year: Int, _ dataset: Dataset, _ level: AreaLevel)
        -> [Value]?
    {
        let id: Variable.ID
        switch universe {
        case .persons: id = "population.inhabitants"
        case .households: id = "population.households"
        case .dwellings: id = "stock.dwellings"
        case .area: return nil
        }
        let series = dataset.allSeries(of: id, at: level).filter { $0.values.knownCount > 0 }
            .min { (abs($0.year - year), $0.year) < (abs($1.year - year), $1.year) }
        // Nobody lives there: no size to weigh by.
        return series.map { values($0).map { $0.number == 0 ? .missing(.notApplicable) : $0 } }
    }

    private static func municipality(_ id: Variable.ID, _ first: Series, _ second: Series, _ dataset: Dataset)
        -> MunicipalLevel?
    {
        let all = dataset.allSeries(of: id, at: .municipality)
        guard let place = dataset.index(of: dataset.municipality.code, at: .municipality) else { return nil }
        func level(_ like: Series) -> Double? {
            all.first { $0.year == like.year && $0.version == like.version }?.values[place].number
        }
        guard let before = level(first), let after = level(second) else { return nil }
        return MunicipalLevel(year0: before, year1: after, basis: .published)
    }

    private static func threshold(_ first: Series, _ second: Series) -> NoiseThreshold? {
        guard let before = first.margins, let after = second.margins else { return nil }
        var sum = 0.0
        var count = 0.0
        for place in 0..<before.count {
            guard let one = before[place].number, let two = after[place].number else { continue }
            sum += (one * one + two * two).squareRoot()
            count += 1
        }
        return count > 0 ? .absolute(sum / count) : nil
    }
}
