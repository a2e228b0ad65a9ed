import Neighbourhoods

/// Turns a foreign table with shapes into the shapes of areas and their adjacency.
struct ShapeImporter {
    let mapping: ShapeMapping
    let table: ForeignTable
    let file: String
    let source: Source.ID
    let options: ImportOptions
    var codebook: [String: String] = [:]
    var presetMunicipality: AreaCode?
    var tableYears: [String: Int] = [:]
    /// Codes by normalised name, for tables without codes.
    var codesByName: [String: AreaCode] = [:]

    /// The box in RD metres that holds the Netherlands with its waters.
    private static let nation = (x: -10_000.0...310_000.0, y: 289_000.0...640_000.0)

    /// The shapes by level, and remarks.
    func run(into report: inout ImportReport) throws(ImportError) -> [AreaGeometry] {
        guard table.rowCount > 0 else { throw ImportError(.noRows, file: file) }
        guard table.hasShapes else {
            throw ImportError(.geometry, file: file, found: "0", expected: "polygons")
        }
        let rows = try keys(into: &report)
        var shapes: [AreaLevel: [AreaCode: MultiPolygon]] = [:]
        var years: Set<Int> = []
        var codeOfRow: [Int: (AreaLevel, AreaCode)] = [:]
        for key in rows {
            guard let bytes = table.shape(key.row) else { continue }
            let shape = try polygon(bytes, row: key.row)
            shapes[key.level, default: [:]][key.code, default: MultiPolygon(polygons: [])].polygons +=
                shape.polygons
            codeOfRow[key.row] = (key.level, key.code)
            years.insert(key.year)
        }
        guard let year = years.max(), years.count == 1 else {
            throw shapes.isEmpty
                ? ImportError(.geometry, file: file, found: "0", expected: "polygons")
                : ImportError(
                    .mixedYears, file: file, found: years.sorted().map(String.init).joined(separator: ", "))
        }
        if table.mendedShapes > 0 {
            report.note(
                file,
                nl:
                    "\(table.mendedShapes) grenzen raakten zichzelf en zijn hersteld zonder hun oppervlakte te veranderen",
                en:
                    "\(table.mendedShapes) boundaries touched themselves and were rebuilt without changing their surface"
            )
        }
        return shapes.sorted { $0.key < $1.key }.map { level, byCode in
            AreaGeometry(
                level: level, year: year, source: source, shapes: byCode,
                adjacency: adjacency(codeOfRow, level: level))
        }
    }

    private func keys(into report: inout ImportReport) throws(ImportError) -> [RowKey] {
        let finder = ColumnFinder(fields: table.fields, file: file)
        if mapping.joinsByName == true {
            let name = try finder.require([mapping.areaName ?? "naam"])
            return (0..<table.rowCount).compactMap { row in
                guard let text = table.text(row, name), let code = codesByName[AreaNames.normalised(text)]
                else { return nil }
                return RowKey(
                    row: row, level: fixedLevel, code: code, name: text,
                    year: mapping.year ?? options.year ?? 0,
                    version: "", parentName: nil)
            }
        }
        let rule = TableMapping(
            file: mapping.file, layer: nil, source: nil, year: mapping.year.map { .fixed($0) }, version: nil,
            level: mapping.level, code: mapping.code, areaName: mapping.areaName, parent: nil,
            keep: mapping.keep,
            missing: nil, missingAtOrBelow: nil, zeroIsMissing: nil, long: nil, columns: [])
        return try RowKeys(
            mapping: rule, table: table, file: file, finder: finder, options: options, codebook: codebook,
            presetMunicipality: presetMunicipality, tableYears: tableYears, allowsRepeats: true
        ).read(into: &report)
    }

    private var fixedLevel: AreaLevel {
        if case .fixed(let level) = mapping.level { level } else { .neighbourhood }
    }

    private func polygon(_ bytes: [UInt8], row: Int) throws(ImportError) -> MultiPolygon {
        let shape: MultiPolygon
        do {
            shape = try WellKnownBinary.multiPolygon(bytes)
        } catch {
            throw ImportError(.geometry, file: file, row: ForeignTable.shownRow(row))
        }
        guard let (low, high) = shape.bounds, Self.nation.x.contains(low.x), Self.nation.x.contains(high.x),
            Self.nation.y.contains(low.y), Self.nation.y.contains(high.y)
        else {
            let corner = shape.bounds?.minimum ?? Point(x: 0, y: 0)
            throw ImportError(
                .coordinates, file: file, row: ForeignTable.shownRow(row), found: "\(corner.x) \(corner.y)",
                expected: "RD (EPSG:28992)")
        }
        return shape
    }

    /// Contacts of rows become contacts of areas: those of one area fall away, several between two areas add up.
    private func adjacency(_ codeOfRow: [Int: (AreaLevel, AreaCode)], level: AreaLevel) -> Adjacency {
        struct Key: Hashable {
            var first: AreaCode
            var second: AreaCode
        }
        var metres: [Key: Double] = [:]
        for contact in table.contacts {
            guard let (oneLevel, one) = codeOfRow[contact.first],
                let (otherLevel, other) = codeOfRow[contact.second],
                oneLevel == level, otherLevel == level, one != other
            else { continue }
            metres[Key(first: min(one, other), second: max(one, other)), default: 0] += contact.metres
        }
        return Adjacency(
            pairs: metres.map { Adjacency.Pair($0.key.first, $0.key.second, sharedBoundary: $0.value) })
    }
}
