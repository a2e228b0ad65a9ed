import Bilingual
import Neighbourhoods

/// What a row is about.
struct RowKey {
    var row: Int
    var level: AreaLevel
    var code: AreaCode
    var name: String
    var year: Int
    var version: String
    var parentName: String?
    /// Whether the area counts but the figures of the row do not.
    var isRefused = false
}

/// Finds for each row which area, year and version it is about, and leaves out the rows that a mapping or the
/// caller does not want.
struct RowKeys {
    let mapping: TableMapping
    let table: ForeignTable
    let file: String
    let finder: ColumnFinder
    let options: ImportOptions
    let codebook: [String: String]
    let presetMunicipality: AreaCode?
    let tableYears: [String: Int]
    /// Shapes of one area may come in several rows; figures may not.
    var allowsRepeats = false

    /// The keys, and remarks on what was left out.
    func read(into report: inout ImportReport) throws(ImportError) -> [RowKey] {
        let codeColumn = try codeColumn()
        let nameColumn = try nameColumn(codeColumn)
        let townColumn =
            try mapping.code == nil
            ? CBSColumns(table: table, finder: finder, file: file).municipalityName() : nil
        let years = try YearFinder(
            rule: mapping.year, table: table, file: file, finder: finder, options: options,
            tableYears: tableYears
        ).years()
        let version = try versionColumn()
        let level = try levelColumn()
        let keep = try keepColumns()
        let parentColumn = try mapping.parent.map { rule throws(ImportError) in
            try finder.require([rule.column])
        }
        var keys: [RowKey] = []
        var dropped = keep.map { _ in 0 }
        var foreign = 0
        var otherYears = 0
        for row in 0..<table.rowCount {
            let broken = keep.indices.first { !keeps(keep[$0], row) }
            if let broken {
                dropped[broken] += 1
                if mapping.keep?[broken].keepsArea != true { continue }
            }
            guard let year = years[row] else {
                otherYears += 1
                continue
            }
            guard let text = table.text(row, codeColumn), !text.isEmpty else {
                throw ImportError(
                    .missingCode, file: file, row: ForeignTable.shownRow(row),
                    column: table.fields[codeColumn])
            }
            let code = code(of: text)
            guard let level = try levelOf(row, code: code, text: text, column: level, codeColumn: codeColumn)
            else {
                continue
            }
            if let wanted = options.municipality, level != .nation,
                (code.municipality ?? presetMunicipality) != wanted
            {
                foreign += 1
                continue
            }
            keys.append(
                RowKey(
                    row: row, level: level, code: code,
                    name: nameColumn.flatMap { table.text(row, $0) }
                        ?? (level == .municipality ? townColumn.flatMap { table.text(row, $0) } : nil)
                            ?? code.rawValue,
                    year: year, version: version.map { table.text(row, $0) ?? "" } ?? fixedVersion,
                    parentName: parentColumn.flatMap { table.text(row, $0) }.map(dropPrefix),
                    isRefused: broken != nil))
        }
        for (rule, count) in zip(mapping.keep ?? [], dropped) where count > 0 {
            let why = rule.reason?.text
            report.note(
                file, nl: "\(count) rijen weggelaten: \(why?(.dutch) ?? rule.column)",
                en: "\(count) rows left out: \(why?(.english) ?? rule.column)")
        }
        if keys.isEmpty, foreign > 0 {
            throw ImportError(.municipalityMissing, file: file, found: options.municipality?.rawValue)
        }
        guard !keys.isEmpty else {
            throw otherYears > 0
                ? ImportError(
                    .mixedYears, file: file, found: years.compactMap { $0 }.first.map { "\($0)" },
                    expected: options.year.map { "\($0)" })
                : ImportError(.noRows, file: file)
        }
        if !allowsRepeats { try checkDuplicates(keys, codeColumn: codeColumn) }
        return keys
    }

    /// The columns that say what a row is about, so that a report does not call them unused.
    func columns() throws(ImportError) -> Set<Int> {
        let code = try codeColumn()
        var found: Set<Int> = [code]
        var names = mapping.long?.keys ?? []
        if case .column(let name) = mapping.year { names.append(name) }
        if mapping.code == nil { names += CBSColumns.keys }
        names += [mapping.parent?.column].compactMap { $0 }
        for name in names {
            if let column = try finder.find([name]) { found.insert(column) }
        }
        let others = [try nameColumn(code), try versionColumn(), try levelColumn()].compactMap { $0 }
        return found.union(others).union(try keepColumns().map(\.column))
    }

    private var fixedVersion: String {
        if case .fixed(let text) = mapping.version { text } else { "" }
    }

    private func dropPrefix(_ text: String) -> String {
        guard let drop = mapping.parent?.drop, text.hasPrefix(drop) else { return text }
        return String(text.dropFirst(drop.count)).trimmingSpaces
    }

    private func code(of text: String) -> AreaCode {
        guard let rule = mapping.code else { return AreaCode(text) }
        // A spreadsheet turns the key 12 into 12.0; it is the same key.
        let key = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        if let fixed = rule.values?[key] { return AreaCode(fixed) }
        if let known = codebook[key] { return AreaCode(known) }
        guard let prefix = rule.prefix else { return AreaCode(text) }
        let padding = String(repeating: "0", count: max(0, (rule.digits ?? 0) - key.count))
        return AreaCode(prefix + padding + key)
    }

    private func levelOf(
        _ row: Int, code: AreaCode, text: String, column: Int?, codeColumn: Int
    ) throws(ImportError) -> AreaLevel? {
        switch mapping.level {
        case .fixed(let level): return level
        case .column(_, let values): return column.flatMap { table.text(row, $0) }.flatMap { values[$0] }
        case nil:
            guard let level = code.level, code.rawValue.count >= 4,
                code.rawValue.utf8.allSatisfy({ $0 < 0x80 })
            else {
                throw ImportError(
                    .invalidCode, file: file, row: ForeignTable.shownRow(row),
                    column: table.fields[codeColumn],
                    found: text, expected: "NL00, GM0599, WK059901, BU05990110")
            }
            return level
        }
    }

    private func codeColumn() throws(ImportError) -> Int {
        if let rule = mapping.code { return try finder.require([rule.column]) }
        return try CBSColumns(table: table, finder: finder, file: file).code()
    }

    private func nameColumn(_ codeColumn: Int) throws(ImportError) -> Int? {
        if let name = mapping.areaName { return try finder.require([name]) }
        return try mapping.code == nil
            ? CBSColumns(table: table, finder: finder, file: file).name(code: codeColumn) : nil
    }

    private func versionColumn() throws(ImportError) -> Int? {
        if case .column(let name) = mapping.version { try finder.require([name]) } else { nil }
    }

    private func levelColumn() throws(ImportError) -> Int? {
        if case .column(let name, _) = mapping.level { try finder.require([name]) } else { nil }
    }

    private func keepColumns() throws(ImportError) -> [(column: Int, texts: Set<String>)] {
        var result: [(column: Int, texts: Set<String>)] = []
        for rule in mapping.keep ?? [] {
            // Not every year's file has a column that separates water from land; then there is nothing to leave out.
            guard
                let column = try mapping.code == nil
                    ? finder.find([rule.column]) : finder.require([rule.column])
            else {
                result.append((-1, []))
                continue
            }
            result.append((column, Set(rule.is)))
        }
        return result
    }

    private func keeps(_ rule: (column: Int, texts: Set<String>), _ row: Int) -> Bool {
        rule.column < 0 || rule.texts.contains(table.text(row, rule.column) ?? "")
    }

    private func checkDuplicates(_ keys: [RowKey], codeColumn: Int) throws(ImportError) {
        struct Slot: Hashable {
            var code: AreaCode
            var level: AreaLevel
            var year: Int
            var version: String
        }
        var rows: [Slot: Int] = [:]
        for key in keys {
            let slot = Slot(code: key.code, level: key.level, year: key.year, version: key.version)
            if let earlier = rows.updateValue(key.row, forKey: slot) {
                throw ImportError(
                    .duplicateCode, file: file, row: ForeignTable.shownRow(key.row),
                    column: table.fields[codeColumn],
                    found:
                        "\(key.code) \(key.year), #\(ForeignTable.shownRow(earlier)) = #\(ForeignTable.shownRow(key.row))"
                )
            }
        }
    }
}
