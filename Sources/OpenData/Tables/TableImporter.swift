import Neighbourhoods

/// What one table gave.
struct TableOutcome {
    var tables: [AreaTable] = []
    var sideColumns: [SideColumn] = []
    var report = ImportReport()
}

/// Turns a foreign table into areas and series by a mapping.
struct TableImporter {
    let mapping: TableMapping
    let table: ForeignTable
    let file: String
    let source: Source.ID
    let options: ImportOptions
    var codebook: [String: String] = [:]
    var presetMunicipality: AreaCode?
    var tableYears: [String: Int] = [:]
    /// The numbers of persons and dwellings that rates are of.
    var base = BaseNumbers(tables: [], existing: nil)
    /// Whether the file has to hold every column of the mapping. The mapping of the CBS tables names the columns of
    /// all years, so there it says nothing when one is not there.
    var namesMissingColumns = false

    /// How many reused codes the report lists one by one.
    private static let listedBreaks = 10

    /// Reads the table.
    func run() throws(ImportError) -> TableOutcome {
        guard table.rowCount > 0 else { throw ImportError(.noRows, file: file) }
        let finder = ColumnFinder(fields: table.fields, file: file)
        let keys = RowKeys(
            mapping: mapping, table: table, file: file, finder: finder, options: options, codebook: codebook,
            presetMunicipality: presetMunicipality, tableYears: tableYears)
        var outcome = TableOutcome()
        let rows = try keys.read(into: &outcome.report)
        let planner = ColumnPlanner(mapping: mapping, table: table, file: file, finder: finder)
        let plans = try planner.plans()
        let missing = namesMissingColumns ? try planner.missing(besides: plans) : []
        guard !plans.isEmpty else {
            if !missing.isEmpty {
                throw ImportError(
                    .mappedColumnMissing, file: file, row: 1, found: table.fields.joined(separator: ", "),
                    expected: missing.joined(separator: ", "))
            }
            throw ImportError(
                .nothingKnown, file: file, row: 1, found: table.fields.prefix(6).joined(separator: ", "))
        }
        for name in missing {
            let near = finder.nearest(to: name)
            outcome.report.note(
                file,
                nl: "kolom “\(name)” van het koppelbestand staat niet in het bestand"
                    + (near.map { "; lijkt op “\($0)”" } ?? ""),
                en: "column “\(name)” of the mapping file is not in the file"
                    + (near.map { "; nearest is “\($0)”" } ?? ""))
        }
        let used = Set(plans.flatMap(\.sources).map(\.index)).union(try keys.columns())
        let unused = table.fields.indices.filter { !used.contains($0) }.map {
            table.fields[$0].trimmingSpaces
        }
        if !unused.isEmpty { outcome.report.unknownColumns[file] = unused }
        for level in AreaLevel.allCases {
            let here = rows.filter { $0.level == level }
            if !here.isEmpty { try importLevel(level, here, plans, into: &outcome) }
        }
        return outcome
    }

    private func importLevel(
        _ level: AreaLevel, _ rows: [RowKey], _ plans: [ColumnPlan], into outcome: inout TableOutcome
    ) throws(ImportError) {
        let (areas, breaks) = areas(of: rows, level: level, finished: outcome.tables)
        var positions: [AreaCode: Int] = [:]
        for (index, area) in areas.enumerated() { positions[area.code] = index }
        let listed = breaks.sorted { $0.key < $1.key }
        if listed.count > Self.listedBreaks {
            outcome.report.note(
                file,
                nl:
                    "\(listed.count) codes hoorden eerder bij een ander gebied; de eerste \(Self.listedBreaks) volgen",
                en:
                    "\(listed.count) codes belonged to another area before; the first \(Self.listedBreaks) follow"
            )
        }
        for (code, lost) in listed.prefix(Self.listedBreaks) {
            outcome.report.note(
                file,
                nl:
                    "code \(code) hoorde in \(lost.year) bij “\(lost.name)”, nu bij “\(lost.now)”: cijfers tot en met \(lost.year) niet gekoppeld",
                en:
                    "code \(code) was “\(lost.name)” in \(lost.year) and is “\(lost.now)” now: figures up to \(lost.year) not linked"
            )
        }
        struct Slice: Hashable {
            var year: Int
            var version: String
        }
        var slices: [Slice: [RowKey]] = [:]
        for row in rows where breaks[row.code].map({ row.year > $0.year }) ?? true {
            slices[Slice(year: row.year, version: row.version), default: []].append(row)
        }
        var series: [Series] = []
        for slice in slices.keys.sorted(by: { ($0.year, $0.version) < ($1.year, $1.version) }) {
            guard let here = slices[slice] else { continue }
            let places = here.map { positions[$0.code] ?? 0 }
            var columns: [String: Column] = [:]
            for plan in plans {
                let year = plan.year ?? (slice.year - plan.lag)
                guard
                    let (values, counts) = try values(
                        of: plan, rows: here, places: places, areaCount: areas.count, level: level,
                        year: year)
                else {
                    outcome.report.note(
                        file,
                        nl:
                            "\(plan.columnNames): weggelaten, want \(plan.per?.rawValue ?? "") per gebied ontbreekt; voer eerst de kerncijfers in",
                        en:
                            "\(plan.columnNames): left out, because \(plan.per?.rawValue ?? "") by area is missing; import the key figures first"
                    )
                    continue
                }
                outcome.report.entries.append(
                    ImportReport.Entry(
                        file: file, source: source, column: plan.columnNames, target: plan.target,
                        level: level,
                        year: year, version: plan.version ?? slice.version, areas: here.count,
                        known: values.knownCount,
                        suppressed: values.count(of: .suppressed), zeroAsMissing: counts.zeros,
                        refused: counts.refused))
                if plan.isSide {
                    outcome.sideColumns.append(
                        SideColumn(
                            id: plan.target, columnName: plan.columnNames, unit: plan.unit, level: level,
                            year: year,
                            source: source, version: plan.version ?? slice.version, areas: areas.map(\.code),
                            values: values))
                } else if values.knownCount > 0 || values.count(of: .suppressed) > 0 {
                    // Shares that are made of counts are left out of the sum: CBS rounds counts to fives, so the
                    // parts of a hamlet of ten can add up to well over ten.
                    if case .column = plan.operation { columns[plan.target] = values }
                    series.append(
                        Series(
                            variable: Variable.ID(rawValue: plan.target), year: year, source: source,
                            version: plan.version ?? slice.version, values: values))
                }
            }
            try SumCheck(file: file).check(columns, rows: here, places: places)
        }
        if let made = AreaTable(level: level, areas: areas, series: series) { outcome.tables.append(made) }
    }

    /// The areas of a level in code order, with the newest name, and the codes that once stood for another place.
    private func areas(
        of rows: [RowKey], level: AreaLevel, finished: [AreaTable]
    ) -> (areas: [Area], breaks: [AreaCode: (year: Int, name: String, now: String)]) {
        var newest: [AreaCode: RowKey] = [:]
        for row in rows where newest[row.code].map({ row.year > $0.year }) ?? true { newest[row.code] = row }
        var breaks: [AreaCode: (year: Int, name: String, now: String)] = [:]
        for row in rows {
            guard let last = newest[row.code], row.year < last.year, row.name != last.name,
                !AreaNames.agree(row.name, last.name)
            else { continue }
            if breaks[row.code].map({ row.year > $0.year }) ?? true {
                breaks[row.code] = (row.year, row.name, last.name)
            }
        }
        let parents = Dictionary(
            finished.last { $0.level < level && $0.level > .municipality }?.areas.map { ($0.name, $0.code) }
                ?? [],
            uniquingKeysWith: { first, _ in first })
        let areas = newest.values.sorted { $0.code < $1.code }.map { row in
            let municipality = level == .nation ? nil : row.code.municipality ?? presetMunicipality
            return Area(
                code: row.code, name: row.name, level: level,
                parent: row.parentName.flatMap { parents[$0] } ?? row.code.district.flatMap {
                    level == .neighbourhood ? $0 : nil
                }
                    ?? (level == .municipality || level == .nation ? nil : municipality),
                municipality: municipality)
        }
        return (areas, breaks)
    }

    private func values(
        of plan: ColumnPlan, rows: [RowKey], places: [Int], areaCount: Int, level: AreaLevel,
        year: Int
    ) throws(ImportError) -> (Column, (zeros: Int, refused: Int))? {
        var numbers = [Double](repeating: .nan, count: areaCount)
        var reasons = [UInt8](repeating: MissingReason.notCollected.rawValue, count: areaCount)
        var zeros = 0
        var refused = 0
        var hasBase = plan.per == nil
        let reader = NumberReader(missing: mapping.missing ?? [], missingAtOrBelow: mapping.missingAtOrBelow)
        for (row, position) in zip(rows, places) {
            guard !row.isRefused else {
                reasons[position] = MissingReason.refused.rawValue
                refused += 1
                continue
            }
            var value = try value(of: plan, row: row.row, reader: reader)
            if plan.zeroIsMissing, value == .known(0) {
                value = .missing(.notCollected)
                zeros += 1
            }
            if let per = plan.per, case .known(let count) = value {
                let whole = base.number(of: per, level: level, code: row.code, near: year)
                if whole != nil { hasBase = true }
                value =
                    whole.map { $0 > 0 ? .known(count / $0 * 1000) : .missing(.notApplicable) }
                    ?? .missing(.notCollected)
            }
            switch value {
            case .known(let number):
                numbers[position] = number
                reasons[position] = 0
            case .missing(let reason):
                if reason == .refused { refused += 1 }
                reasons[position] = reason.rawValue
            }
        }
        guard hasBase, let column = Column(numbers: numbers, reasons: reasons) else { return nil }
        return (column, (zeros, refused))
    }

    private func value(of plan: ColumnPlan, row: Int, reader: NumberReader) throws(ImportError) -> Value {
        switch plan.operation {
        case .column(let source):
            let value = try cell(source, row, reader)
            guard case .known(let number) = value, !plan.range.contains(number) else { return value }
            // Shares are published rounded: 100.4% is a rounded 100%, more is a mistake.
            if plan.unit == .share, number > 1, number <= 1.005 { return .known(1) }
            throw outOfRange(plan, source, row)
        case .sum(let sources):
            guard let sum = try total(sources, row, reader) else { return try reason(sources, row, reader) }
            guard plan.range.contains(sum) else {
                if plan.unit == .share, sum <= 1.03 { return .known(1) }
                throw outOfRange(plan, sources[0], row)
            }
            return .known(sum)
        case .complement(let sources):
            guard let sum = try total(sources, row, reader) else { return try reason(sources, row, reader) }
            guard sum <= 1.05 else { throw outOfRange(plan, sources[0], row) }
            return .known(max(0, 1 - sum))
        case .share(let whole, let parts):
            guard let base = try total(whole, row, reader), let part = try total(parts, row, reader) else {
                return try reason(whole + parts, row, reader)
            }
            if base < 0 || part < 0 { throw outOfRange(plan, base < 0 ? whole[0] : parts[0], row) }
            if base == 0 { return .missing(.notApplicable) }
            // Counts are rounded one by one, so a part can be a little larger than its whole; that is no share.
            return part / base <= 1 ? .known(part / base) : .missing(.refused)
        }
    }

    private func total(_ sources: [ColumnPlan.Source], _ row: Int, _ reader: NumberReader) throws(ImportError)
        -> Double?
    {
        var sum = 0.0
        for source in sources {
            guard case .known(let number) = try cell(source, row, reader) else { return nil }
            sum += number
        }
        return sum
    }

    /// Why a figure of several columns is missing: hidden as soon as one of them is.
    private func reason(_ sources: [ColumnPlan.Source], _ row: Int, _ reader: NumberReader)
        throws(ImportError) -> Value
    {
        for source in sources {
            if try cell(source, row, reader) == .missing(.suppressed) { return .missing(.suppressed) }
        }
        return .missing(.notCollected)
    }

    private func cell(_ source: ColumnPlan.Source, _ row: Int, _ reader: NumberReader) throws(ImportError)
        -> Value
    {
        switch table.withCell(row, source.index, { reader.read($0) }) {
        case .number(let number):
            return .known(source.divides ? number / source.scale : number * source.scale)
        case .missing(.empty): return .missing(.notCollected)
        case .missing(.sign): return .missing(.suppressed)
        case .text:
            throw ImportError(
                .notANumber, file: file, row: ForeignTable.shownRow(row), column: table.fields[source.index],
                found: table.text(row, source.index))
        }
    }

    private func outOfRange(_ plan: ColumnPlan, _ source: ColumnPlan.Source, _ row: Int) -> ImportError {
        // What the column itself would have to hold for a share of 1; a scale of 0 or no number has no such figure.
        let whole = Int(exactly: (source.divides ? source.scale : 1 / source.scale).rounded()) ?? 1
        let others = "\(Int(plan.range.lowerBound))–\(Int(plan.range.upperBound))"
        return ImportError(
            .outOfRange, file: file, row: ForeignTable.shownRow(row), column: table.fields[source.index],
            found: table.text(row, source.index),
            expected: plan.unit == .share ? "0–\(whole)" : others)
    }
}
