internal import Foundation
internal import Neighbourhoods
internal import Segregation
internal import Stochastics

/// What every area adds to the unevenness, with small cells hidden.
struct SpreadAreas {
    let areas: [SpreadArea]
    let whole: SpreadWhole
    private let frame: AreaFrame
    private let year: Int

    init(_ table: SegregationTables.Table, in frame: AreaFrame) {
        self.frame = frame
        year = table.year
        let counts = table.counts
        let local = LocalMeasures(of: counts)
        let chance = LocalChance(of: counts)
        let logGroups = log(Double(max(counts.groupCount, 2)))
        let departure = zip(local.segregation, local.shares).reduce(0.0) { $0 + ($1.0 ?? 0) * ($1.1 ?? 0) }
        let expected = counts.expectedMutualInformation()
        whole = SpreadWhole(
            departure: departure, expectedDeparture: expected,
            variety: chance.entropy / logGroups,
            meanVariety: zip(local.entropies, local.shares).reduce(0.0) { $0 + ($1.0 ?? 0) * ($1.1 ?? 0) }
                / logGroups, expectedVariety: expected.map { (chance.entropy - $0) / logGroups })
        let hidden = SmallCells.hidden(counts, universe: table.universe)
        var units: [AreaCode: Int] = [:]
        for (unit, code) in counts.unitIdentifiers.enumerated() { units[AreaCode(code)] = unit }
        areas = frame.areas.enumerated().map { place, area in
            let unit = units[area.code]
            let value = { (number: (Int) -> Double?) -> Value in
                guard let unit else { return .missing(frame.tooSmall[place] ? .smallCell : .notCollected) }
                return hidden[unit]
                    ? .missing(.smallCell)
                    : number(unit).map(Value.known)
                        ?? .missing(.notCollected)
            }
            return SpreadArea(
                code: area.code, departure: value { local.segregation[$0] },
                expectedDeparture: value { chance.departures[$0] },
                variety: value { local.entropies[$0].map { $0 / logGroups } },
                expectedVariety: value { chance.departures[$0].map { (chance.entropy - $0) / logGroups } },
                size: value { local.shares[$0] },
                contribution: value { unit in
                    guard departure > 0, let share = local.shares[unit] else { return nil }
                    return local.segregation[unit].map { share * $0 / departure }
                })
        }
    }

    func measure(data: [DataUse]) -> AreaMeasure {
        AreaMeasure(
            level: frame.level, areas: areas.map(\.code), values: Column(areas.map(\.departure)),
            municipalLevel: whole.departure, year: year, data: data, notes: [])
    }
}

/// How far an area departs from the municipality when all live at random.
///
/// The count of a group in an area is then hypergeometric; the departure Σ π ln(π/P) is -Σ P ln P plus the expected
/// Σ π ln π, which is a short sum for every group and area.
struct LocalChance {
    /// The expected departure of every unit, in nats; nil for an empty unit or counts that are not whole.
    let departures: [Double?]
    /// The entropy of the whole table, in nats.
    let entropy: Double

    init(of table: ContingencyTable) {
        let totals = table.groupTotals
        let all = table.total
        let entropy = totals.reduce(0.0) { sum, own in
            own > 0 && all > 0 ? sum - own / all * log(own / all) : sum
        }
        self.entropy = entropy
        let isWhole = table.holdsWholeNumbers && all > 0
        departures = table.unitTotals.map { persons in
            guard isWhole, persons > 0 else { return nil }
            let expected = totals.reduce(0.0) { sum, own in
                guard own > 0 else { return sum }
                return sum
                    + Hypergeometric(total: all, marked: own, drawn: persons).expectation { number in
                        number > 0 ? number / persons * log(number / persons) : 0
                    }
            }
            return max(0, entropy + expected)
        }
    }
}

/// Areas whose figures would tell of a few people.
enum SmallCells {
    /// Whether each unit must stay hidden: it has a group of a few, or it could be found by subtracting the others
    /// from a total that is shown, because it is the only one hidden.
    static func hidden(_ table: ContingencyTable, universe: Universe) -> [Bool] {
        guard let limit = DisclosureControl.smallestShown(for: universe) else {
            return [Bool](repeating: false, count: table.unitCount)
        }
        let hidden = (0..<table.unitCount).map { unit in
            table.counts(inUnit: unit).contains { $0 > 0 && $0 < limit }
        }
        return protectingTheOnlyOne(hidden, sizes: table.unitTotals)
    }

    /// Hides the smallest other unit too where just one is hidden.
    static func protectingTheOnlyOne(_ hidden: [Bool], sizes: [Double]) -> [Bool] {
        guard hidden.count(where: { $0 }) == 1 else { return hidden }
        var result = hidden
        let others = hidden.indices.filter { !hidden[$0] && sizes[$0] > 0 }
        if let smallest = others.min(by: { (sizes[$0], $0) < (sizes[$1], $1) }) { result[smallest] = true }
        return result
    }
}
