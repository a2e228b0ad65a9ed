internal import Bilingual
internal import Neighbourhoods
internal import Segregation

/// Splits the change between the tables of two years.
struct ChangeMeasurement {
    let source: SpreadCounts
    let before: SegregationTables.Table
    let after: SegregationTables.Table

    func change() -> Derived<SpreadChange> {
        let split: SegregationChange
        do {
            guard let found = try before.counts.change(to: after.counts) else {
                return .none(reason: Self.nothingInCommon)
            }
            split = found
        } catch {
            return .none(reason: Self.outOfReach)
        }
        guard split.before > 1e-12 else { return .none(reason: Self.nothingUneven(before.year)) }
        let codes = Set(before.counts.unitIdentifiers).union(after.counts.unitIdentifiers).sorted()
        let draws = AreaDraws(
            areas: codes.count, draws: min(source.settings.bootstrapDraws, SpreadChange.mostDraws),
            seed: source.settings.seed)
        let drawn = DrawnChanges(before.counts, after.counts, codes: codes, draws: draws)
        let earlier = Set(before.counts.unitIdentifiers)
        let later = Set(after.counts.unitIdentifiers)
        let frame = AreaFrame(source.dataset, level: source.settings.level, year: after.year)
        let (first, last) = (series(before), series(after))
        return .found(
            SpreadChange(
                before: end(before), after: end(after), difference: split.difference,
                uncertainty: drawn.uncertainty(of: nil),
                parts: SpreadChange.Cause.allCases.map { cause in
                    SpreadChange.Part(
                        cause: cause, value: split.value(of: cause), uncertainty: drawn.uncertainty(of: cause)
                    )
                }, areas: areas(codes, split),
                went: codes.filter { !later.contains($0) }.map { AreaCode($0) },
                came: codes.filter { !earlier.contains($0) }.map { AreaCode($0) },
                commonAreas: split.commonUnits, hasOneBase: first.last?.year == last.last?.year,
                draws: draws.draws, data: (first + last).map(frame.use)))
    }

    private func series(_ table: SegregationTables.Table) -> [Series] {
        source.series(year: table.year, universe: table.universe)
    }

    private func end(_ table: SegregationTables.Table) -> SpreadChange.End {
        let rows = (try? table.counts.measure(["M", "H"], options: Self.plain)) ?? []
        let value = { (name: String) in
            rows.first { $0.identifier == name }?.estimate.value.number ?? 0
        }
        return SpreadChange.End(
            year: table.year, mutualInformation: value("M"),
            expectedByChance: table.counts.expectedMutualInformation(), entropyIndex: value("H"),
            areas: table.counts.unitCount)
    }

    private static let plain: MeasureOptions = {
        var options = MeasureOptions()
        options.draws = 0
        options.includesLocalMeasures = false
        return options
    }()

    // MARK: Areas

    /// What every area added in both years. A small cell in either year hides the area in both, and where just one
    /// area is hidden another one is too: the sum of all is shown.
    private func areas(_ codes: [String], _ split: SegregationChange) -> [SpreadChange.AreaPart] {
        let (first, last) = (Contributions(before), Contributions(after))
        var bySize: [String: Double] = [:]
        for part in split.unitMarginals { bySize[part.unit] = part.value }
        // What the map of a year hides stays hidden here, or both together would show it.
        let hidden = SmallCells.protectingTheOnlyOne(
            codes.map { first.hidden.contains($0) || last.hidden.contains($0) },
            sizes: codes.map { (first.sizes[$0] ?? 0) + (last.sizes[$0] ?? 0) })
        return codes.enumerated().map { place, code in
            let show = { (number: Double?, reason: MissingReason) -> Value in
                hidden[place] ? .missing(.smallCell) : number.map(Value.known) ?? .missing(reason)
            }
            let (start, end) = (first.values[code], last.values[code])
            return SpreadChange.AreaPart(
                code: AreaCode(code), before: show(start, .notCollected), after: show(end, .notCollected),
                difference: show((end ?? 0) - (start ?? 0), .notCollected),
                bySize: show(bySize[code], .notApplicable))
        }
    }

    private static func nothingUneven(_ year: Int) -> BilingualText {
        BilingualText(
            nl: "in \(year) was alles gelijk verspreid, dus is er geen deel van te nemen",
            en: "in \(year) all was evenly spread, so there is nothing to take a part of")
    }
    private static let nothingInCommon = BilingualText(
        nl: "geen enkel gebied heeft cijfers in beide jaren", en: "no area has figures in both years")
    private static let outOfReach = BilingualText(
        nl: "lege cellen maken het onmogelijk het ene jaar de groottes van het andere te geven",
        en: "empty cells make it impossible to give one year the sizes of the other")
}

/// Size x departure of every unit of a table.
private struct Contributions {
    var values: [String: Double] = [:]
    var sizes: [String: Double] = [:]
    /// Units that stay hidden in their own year.
    var hidden: Set<String> = []

    init(_ table: SegregationTables.Table) {
        let counts = table.counts
        let local = LocalMeasures(of: counts)
        let isHidden = SmallCells.hidden(counts, universe: table.universe)
        for (unit, code) in counts.unitIdentifiers.enumerated() {
            let row = counts.counts(inUnit: unit)
            sizes[code] = row.reduce(0, +)
            if isHidden[unit] { hidden.insert(code) }
            if let departure = local.segregation[unit], let share = local.shares[unit] {
                values[code] = departure * share
            }
        }
    }
}

extension SegregationChange {
    fileprivate func value(of cause: SpreadChange.Cause) -> Double {
        switch cause {
        case .areasThatCame: additions
        case .areasThatWent: removals
        case .sizesOfGroups: groupMarginal
        case .sizesOfAreas: unitMarginal
        case .segregation: structural
        }
    }
}

/// The change in draws of the areas, each area with both its years. Drawing an area twice is the same as counting
/// everyone in it twice: M and its parts do not change when areas of the same make-up are put together.
private struct DrawnChanges {
    private let draws: Int
    /// The difference, then every cause; NaN in a draw in which it has no value.
    private var values: [[Double]]

    init(_ before: ContingencyTable, _ after: ContingencyTable, codes: [String], draws: AreaDraws) {
        self.draws = draws.draws
        var places: [String: Int] = [:]
        for (place, code) in codes.enumerated() { places[code] = place }
        let drawn = concurrentResults(draws.draws) { [places] draw -> SegregationChange? in
            let times = draws.times(inDraw: draw)
            guard let first = Self.drawn(before, places, times), let last = Self.drawn(after, places, times)
            else { return nil }
            return try? first.change(to: last)
        }
        values = [drawn.map { $0?.difference ?? .nan }]
        values += SpreadChange.Cause.allCases.map { cause in drawn.map { $0?.value(of: cause) ?? .nan } }
    }

    private static func drawn(
        _ table: ContingencyTable, _ places: [String: Int], _ times: [UInt8]
    ) -> ContingencyTable? {
        var rows: [[Double]] = []
        var names: [String] = []
        for (unit, code) in table.unitIdentifiers.enumerated() {
            guard let place = places[code], times[place] > 0 else { continue }
            rows.append(table.counts(inUnit: unit).map { $0 * Double(times[place]) })
            names.append(code)
        }
        return try? ContingencyTable(groups: table.groups, rows: rows, unitIdentifiers: names)
    }

    /// The 95% percentile interval of the difference, or of the part of one cause.
    func uncertainty(of cause: SpreadChange.Cause?) -> Uncertainty {
        let place = cause.flatMap { SpreadChange.Cause.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        return AreaDraws.uncertainty(of: values[place])
    }
}
