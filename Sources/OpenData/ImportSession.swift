import Neighbourhoods

/// Gathers what the tables of one import give.
struct ImportSession {
    let options: ImportOptions
    let presetMunicipality: AreaCode?
    let tableYears: [String: Int]
    var codebook: [String: String] = [:]
    var result = ImportResult()

    /// Takes in one table, its shapes, or both.
    mutating func take(
        _ table: ForeignTable, mapping: TableMapping?, shapes: ShapeMapping?, file: Fingerprint,
        isBuiltIn: Bool
    ) throws(ImportError) {
        if table.encoding == "Windows-1252" {
            result.report.note(
                file.name, nl: "tekens gelezen als Windows-1252", en: "characters read as Windows-1252")
        }
        var foundFigures = false
        if let mapping {
            let source = addSource(mapping.source, file: file, isBuiltIn: isBuiltIn)
            do throws(ImportError) {
                try takeFigures(table, mapping, file: file, source: source, isBuiltIn: isBuiltIn)
                foundFigures = true
            } catch  where error.kind == .nothingKnown && table.hasShapes {
                // A map with shapes and no figures is a map.
            }
        }
        guard table.hasShapes || shapes != nil else { return }
        let rule = shapes ?? ShapeMapping(keep: mapping?.keep)
        let entry = rule.source ?? mapping?.source
        let source = addSource(entry, file: file, isBuiltIn: isBuiltIn)
        try takeShapes(table, rule, file: file, source: source, addsAreas: !foundFigures && mapping != nil)
    }

    private mutating func takeFigures(
        _ table: ForeignTable, _ mapping: TableMapping, file: Fingerprint, source: Source.ID,
        isBuiltIn: Bool
    ) throws(ImportError) {
        let base = BaseNumbers(tables: result.tables, existing: options.existing)
        let importer = TableImporter(
            mapping: mapping, table: table, file: file.name, source: source, options: options,
            codebook: codebook, presetMunicipality: presetMunicipality, tableYears: tableYears, base: base,
            namesMissingColumns: !isBuiltIn)
        let outcome = try importer.run()
        result.tables += outcome.tables
        result.sideColumns += outcome.sideColumns
        result.report.add(outcome.report)
    }

    private mutating func takeShapes(
        _ table: ForeignTable, _ rule: ShapeMapping, file: Fingerprint, source: Source.ID, addsAreas: Bool
    ) throws(ImportError) {
        var byName: [String: AreaCode] = [:]
        if rule.joinsByName == true {
            for area in result.tables.flatMap(\.areas) { byName[AreaNames.normalised(area.name)] = area.code }
        }
        let importer = ShapeImporter(
            mapping: rule, table: table, file: file.name, source: source, options: options,
            codebook: codebook,
            presetMunicipality: presetMunicipality, tableYears: tableYears, codesByName: byName)
        result.geometries += try importer.run(into: &result.report)
    }

    /// The result, with its municipality when there is one.
    func finish() throws(ImportError) -> ImportResult {
        var result = result
        result.tables = Self.named(result.tables)
        result.sources.sort { $0.id < $1.id }
        if result.municipality == nil { result.municipality = onlyMunicipality() }
        return result
    }

    /// Gives areas that one table knows by code only the name that another table has.
    private static func named(_ tables: [AreaTable]) -> [AreaTable] {
        var names: [AreaCode: String] = [:]
        for area in tables.flatMap(\.areas) where area.name != area.code.rawValue {
            names[area.code] = area.name
        }
        return tables.map { table in
            var table = table
            for index in table.areas.indices where table.areas[index].name == table.areas[index].code.rawValue
            {
                if let name = names[table.areas[index].code] { table.areas[index].name = name }
            }
            return table
        }
    }

    private func onlyMunicipality() -> Area? {
        let rows = result.tables.filter { $0.level == .municipality }.flatMap(\.areas)
        var codes = Set(result.tables.flatMap(\.areas).compactMap(\.municipality))
        if let wanted = options.municipality { codes = [wanted] }
        guard codes.count == 1, let code = codes.first else { return nil }
        return rows.first { $0.code == code } ?? Area(code: code, name: code.rawValue, level: .municipality)
    }

    private mutating func addSource(
        _ entry: TableMapping.SourceEntry?, file: Fingerprint, isBuiltIn: Bool
    ) -> Source.ID {
        let table = entry?.table ?? Recognition.tableNumber(in: file.name)
        var id = entry?.id ?? "bestand"
        if isBuiltIn, let table { id = "cbs-\(table)" }
        if isBuiltIn || entry == nil { id += "-" + file.sha256.prefix(8) }
        let source = Source(
            id: Source.ID(rawValue: id), title: entry?.title ?? file.name,
            producer: entry?.producer ?? "niet vastgesteld",
            licence: entry?.licence ?? "niet vastgesteld", table: table, address: entry?.address,
            fileName: file.name,
            sha256: file.sha256, caveat: entry?.caveat)
        if !result.sources.contains(where: { $0.id == source.id }) { result.sources.append(source) }
        return source.id
    }
}
