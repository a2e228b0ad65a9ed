import Neighbourhoods

/// One column mapping, resolved against the columns of a file.
struct ColumnPlan {
    /// How the figure comes about.
    enum Operation {
        case column(Source)
        case sum([Source])
        case share(of: [Source], in: [Source])
        case complement([Source])
    }

    /// A column of the file with its scale.
    struct Source {
        var index: Int
        /// The number is multiplied by this, or divided when `divides`: 46.3 / 100 is exact where 46.3 · 0.01 is not.
        var scale: Double
        var divides: Bool
    }

    var operation: Operation
    var target: String
    var unit: MeasurementUnit
    var range: ClosedRange<Double>
    var isSide: Bool
    var zeroIsMissing: Bool
    var year: Int?
    var lag: Int
    var version: String?
    var per: Variable.ID?
    var columnNames: String

    /// The columns of the file that it reads.
    var sources: [Source] {
        switch operation {
        case .column(let source): [source]
        case .sum(let sources), .complement(let sources): sources
        case .share(let whole, let parts): whole + parts
        }
    }
}

/// Resolves the columns of a mapping.
struct ColumnPlanner {
    let mapping: TableMapping
    let table: ForeignTable
    let file: String
    let finder: ColumnFinder

    /// The plans, in the order of the mapping. Of several mappings to one variable in one year and version, the
    /// first that fits the file is taken.
    func plans() throws(ImportError) -> [ColumnPlan] {
        var plans: [ColumnPlan] = []
        var taken: Set<String> = []
        for column in mapping.columns {
            guard let target = column.variable else { continue }
            let slot = "\(target) \(column.year ?? 0) \(column.version ?? "")"
            guard !taken.contains(slot), let plan = try plan(for: column, target: target) else { continue }
            taken.insert(slot)
            plans.append(plan)
        }
        return plans
    }

    /// The names in the mapping that are no column of the file, in the order of the mapping. A column of which
    /// another gives the same figure is not missed.
    func missing(besides plans: [ColumnPlan]) throws(ImportError) -> [String] {
        func slot(_ target: String, _ year: Int?, _ version: String?) -> String {
            "\(target) \(year ?? 0) \(version ?? "")"
        }
        let given = Set(plans.map { slot($0.target, $0.year, $0.version) })
        var names: [String] = []
        for column in mapping.columns {
            guard let target = column.variable, !given.contains(slot(target, column.year, column.version))
            else {
                continue
            }
            var wanted = [column.names]
            for name in (column.sum ?? []) + (column.of ?? []) + (column.complementOf ?? []) {
                wanted.append(mapping.columns.first { $0.key == name }?.names ?? [name])
            }
            for candidates in wanted where try finder.find(candidates) == nil {
                if let name = candidates.first, !names.contains(name) { names.append(name) }
            }
        }
        return names
    }

    private func plan(for column: ColumnMapping, target: String) throws(ImportError) -> ColumnPlan? {
        let operation: ColumnPlan.Operation
        if let parts = column.complementOf {
            guard let found = try sources(parts) else { return nil }
            operation = .complement(found)
        } else if let whole = column.of {
            guard let base = try sources(whole) else { return nil }
            let parts = column.sum.map { sum in sum } ?? []
            let found = try parts.isEmpty ? own(column).map { [$0] } : sources(parts)
            guard let found else { return nil }
            operation = .share(of: base, in: found)
        } else if let parts = column.sum {
            guard let found = try sources(parts) else { return nil }
            operation = .sum(found)
        } else {
            guard let found = try own(column) else { return nil }
            operation = .column(found)
        }
        let isSide = target.hasPrefix("origin.")
        let variable = VariableCatalogue.variable(Variable.ID(rawValue: target))
        if variable == nil, !isSide {
            throw ImportError(.mapping, file: mapping.file ?? file, found: target, expected: "variable")
        }
        // A side column says by its form what it counts: percentages and shares of a whole are shares.
        let isShare = column.of != nil || column.scale.map { $0 <= 0.01 } ?? false || column.key == "share"
        let unit = variable?.unit ?? (isShare ? .share : .persons)
        var plan = ColumnPlan(
            operation: operation, target: target, unit: unit,
            range: unit.range,
            isSide: isSide,
            zeroIsMissing: column.zeroIsMissing ?? mapping.zeroIsMissing ?? false, year: column.year,
            lag: column.lag ?? 0, version: column.version, per: column.per.map { Variable.ID(rawValue: $0) },
            columnNames: "")
        plan.columnNames = plan.sources.map { table.fields[$0.index].trimmingSpaces }.joined(separator: " + ")
        return plan
    }

    private func own(_ column: ColumnMapping) throws(ImportError) -> ColumnPlan.Source? {
        guard let index = try finder.find(column.names) else { return nil }
        let scale = column.scale ?? 1
        let inverse = (1 / scale).rounded()
        let divides = scale < 1 && abs(inverse * scale - 1) < 1e-9
        return ColumnPlan.Source(index: index, scale: divides ? inverse : scale, divides: divides)
    }

    /// The columns that `names` stand for: keys of this mapping, else column names. Nil when one is not there.
    private func sources(_ names: [String]) throws(ImportError) -> [ColumnPlan.Source]? {
        var found: [ColumnPlan.Source] = []
        for name in names {
            if let entry = mapping.columns.first(where: { $0.key == name }) {
                guard let source = try own(entry) else { return nil }
                found.append(source)
            } else {
                guard let index = try finder.find([name]) else { return nil }
                found.append(ColumnPlan.Source(index: index, scale: 1, divides: false))
            }
        }
        return found
    }
}
