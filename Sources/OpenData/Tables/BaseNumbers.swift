import Neighbourhoods

/// The numbers that rates are of, from the tables of this import and from what is known already.
struct BaseNumbers {
    private let tables: [(table: AreaTable, positions: [AreaCode: Int])]
    private let existing: Dataset?

    init(tables: [AreaTable], existing: Dataset?) {
        self.tables = tables.map { table in
            var positions: [AreaCode: Int] = [:]
            for (index, area) in table.areas.enumerated() { positions[area.code] = index }
            return (table, positions)
        }
        self.existing = existing
    }

    /// The number of the year nearest to `year`; nil when no table has one.
    func number(of variable: Variable.ID, level: AreaLevel, code: AreaCode, near year: Int) -> Double? {
        var best: (distance: Int, value: Double)?
        for (table, positions) in tables where table.level == level {
            guard let index = positions[code] else { continue }
            for series in table.series where series.variable == variable {
                guard let value = series.values[index].number else { continue }
                let distance = abs(series.year - year)
                if best.map({ distance < $0.distance }) ?? true { best = (distance, value) }
            }
        }
        if let best { return best.value }
        guard let existing, let index = existing.index(of: code, at: level) else { return nil }
        return existing.allSeries(of: variable, at: level).filter { $0.values[index].number != nil }
            .min { abs($0.year - year) < abs($1.year - year) }?.values[index].number
    }
}
