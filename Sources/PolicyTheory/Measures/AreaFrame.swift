internal import Foundation
public import Bilingual
public import Neighbourhoods

/// A measure that this library derives for every area of a municipality, with the level that areas are held against.
public struct AreaMeasure: Sendable, Hashable {
    /// The scale.
    public let level: AreaLevel
    /// The areas, in code order.
    public let areas: [AreaCode]
    /// One value per area.
    public let values: Column
    /// The weighted mean over the areas; nil where nothing is known.
    public let municipalLevel: Double?
    /// The year of the figures behind it (of the newest one where they differ).
    public let year: Int
    /// The series behind it.
    public let data: [DataUse]
    /// What it leaves out or uses in place of something better.
    public let notes: [BilingualText]
}

/// The areas of one level in code order, with their weights and columns as plain numbers: what every test reads.
struct AreaFrame {
    let dataset: Dataset
    let level: AreaLevel
    let areas: [Area]
    /// The year that is wanted; nil for the newest of everything.
    let year: Int?
    /// Areas with fewer people than may be shown; no test reads them.
    let tooSmall: [Bool]

    init(_ dataset: Dataset, level: AreaLevel, year: Int?) {
        self.dataset = dataset
        self.level = level
        self.year = year
        areas = dataset.areas(level)
        let near = year ?? Int.max / 2
        var small = [Bool](repeating: false, count: areas.count)
        for universe in [Universe.persons, .households] {
            guard let limit = DisclosureControl.smallestShown(for: universe),
                let base = dataset.base(of: universe, at: level, near: near)
            else { continue }
            for index in areas.indices where (base.values[index].number ?? limit) < limit {
                small[index] = true
            }
        }
        tooSmall = small
    }

    /// How many areas are too small to read.
    var smallCount: Int { tooSmall.count(where: { $0 }) }

    /// The series of `variable` nearest to `year` (the newest when nil) that holds a known value.
    func series(_ variable: Variable.ID, near year: Int?, version: String? = nil) -> Series? {
        let all = dataset.allSeries(of: variable, at: level).filter {
            $0.values.knownCount > 0 && (version == nil || $0.version == version)
        }
        guard let year else { return all.last }
        // Of two years equally near the later one is taken; of two versions of a year the later one.
        return all.reversed().min { abs($0.year - year) < abs($1.year - year) }
    }

    /// The figures of a series; NaN where missing or where the area is too small.
    func numbers(_ series: Series) -> [Double] {
        areas.indices.map { tooSmall[$0] ? .nan : series.values[$0].number ?? .nan }
    }

    /// The weights of the areas for figures of `universe`: how many persons, households or dwellings they hold.
    /// An index of an area is weighted by its residents. A base that is not there is replaced by the next one.
    func weights(of universe: Universe, near year: Int?) -> [Double] {
        let order: [Universe] =
            switch universe {
            case .persons, .area: [.persons, .households, .dwellings]
            case .households: [.households, .persons, .dwellings]
            case .dwellings: [.dwellings, .households, .persons]
            }
        for base in order {
            guard let series = dataset.base(of: base, at: level, near: year ?? self.year ?? Int.max / 2)
            else { continue }
            return numbers(series)
        }
        return areas.indices.map { tooSmall[$0] ? .nan : 1 }
    }

    /// Whether any base of people or homes is there to weigh with.
    var hasWeights: Bool {
        [Universe.persons, .households, .dwellings].contains {
            dataset.base(of: $0, at: level, near: year ?? Int.max / 2) != nil
        }
    }

    /// The record that a series was used.
    func use(_ series: Series) -> DataUse {
        DataUse(
            variable: series.variable,
            label: VariableCatalogue.variable(series.variable)?.name
                ?? BilingualText(same: series.variable.rawValue),
            year: series.year, version: series.version, source: series.source,
            areas: series.values.knownCount)
    }

    /// The years, oldest first, in which every one of `variables` has figures.
    func commonYears(_ variables: [Variable.ID]) -> [Int] {
        guard let first = variables.first else { return [] }
        return dataset.years(of: first, at: level).filter { year in
            variables.allSatisfy { dataset.years(of: $0, at: level).contains(year) }
        }
    }

    /// The year in `years` nearest to `wanted`, the later one when two are as near; the last when nil.
    static func nearest(_ years: [Int], to wanted: Int?) -> Int? {
        guard let wanted else { return years.last }
        return years.reversed().min { abs($0 - wanted) < abs($1 - wanted) }
    }

    /// A row of plain numbers as a column for readers; NaN becomes `reason`.
    func column(_ numbers: [Double], missing reason: MissingReason) -> Column {
        Column(
            numbers.enumerated().map { index, number in
                number.isFinite
                    ? Value.known(number) : .missing(tooSmall[index] ? .smallCell : reason)
            })
    }
}

/// The entropy of shares, divided by its largest value: 0 when all is in one class, 1 when all classes are equal.
/// Shares are scaled to 1 first. Nil where a share is missing or less than half of the whole is known.
func normalisedEntropy(_ shares: [Double]) -> Double? {
    let total = shares.reduce(0, +)
    guard shares.count > 1, total >= 0.5, shares.allSatisfy({ $0 >= 0 }) else { return nil }
    let entropy = shares.reduce(0.0) { sum, share in
        share > 0 ? sum - share / total * log(share / total) : sum
    }
    return min(1, max(0, entropy / log(Double(shares.count))))
}
