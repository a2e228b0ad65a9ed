import Foundation
import Neighbourhoods

/// Reads a file of a known form, or the pages of a service in a folder or archive, into wide tables.
struct SourceTables {
    let reader: TableReader
    let options: ImportOptions

    /// Layers of the map of districts and neighbourhoods that hold areas.
    private static let mapLayers = ["gemeenten", "wijken", "buurten"]
    private static let tableEndings = [".csv", ".txt", ".xlsx", ".xls", ".json", ".csv.gz", ".json.gz"]
    /// Endings of files that a folder may hold for us.
    private static let endings = [
        ".json", ".geojson", ".csv", ".gpkg", ".xlsx", ".xls", ".zip", ".gz", ".shp",
    ]

    /// The tables of a file, an archive or a folder, each with the name to show. Crime comes last: its rates need
    /// the inhabitants that the others bring.
    func read(_ path: String) async throws(ImportError) -> [(name: String, table: ForeignTable)] {
        let files = FileLocation.files(path)
        let name = FileLocation.name(path)
        if files != [path] { return try await folder(path, files) }
        // A table has one layer: listing it first would read it twice.
        if Self.tableEndings.contains(where: { name.lowercased().hasSuffix($0) }) {
            return [(name, try await wide(path, layer: options.layer, listed: nil))]
        }
        var listing = TableReader.Options(layer: nil)
        listing.listOnly = true
        let layers = try await reader.read(path, listing)
        // An archive with several files lists them as layers without fields.
        if layers.count > 1, layers.allSatisfy({ $0.fields.isEmpty }) {
            guard let table = try await service(layers.map { (path, $0.name) }, file: name) else {
                throw ImportError(
                    .severalMembers, file: name, found: layers.map(\.name).joined(separator: ", "))
            }
            return [(name, table)]
        }
        let chosen = layers.filter { layer in
            options.layer.map { layer.name == $0 }
                ?? Self.mapLayers.contains { layer.name.lowercased().contains($0) }
        }
        guard layers.count > 1, !chosen.isEmpty else {
            return [(name, try await wide(path, layer: options.layer, listed: layers.first))]
        }
        var tables: [(name: String, table: ForeignTable)] = []
        for layer in chosen { tables.append((name, try await wide(path, layer: layer.name, listed: layer))) }
        return tables
    }

    /// What `mengpaneel fetch` left in a folder: pages of tables, known by their table number, and maps.
    private func folder(_ path: String, _ files: [String]) async throws(ImportError) -> [(
        name: String, table: ForeignTable
    )] {
        var pages: [String: [String]] = [:]
        var maps: [String] = []
        for file in files {
            let name = FileLocation.name(file)
            if [".manifest.json", ".progress.json", ".part", ".new"].contains(where: { name.hasSuffix($0) }) {
                continue
            }
            guard Self.endings.contains(where: { name.lowercased().hasSuffix($0) }) else { continue }
            // The properties of a table in OData v4 are one object without rows.
            if name.contains("-v4-table-") || name.contains("-v4-table.") { continue }
            if let number = Recognition.tableNumber(in: name) {
                pages[number, default: []].append(file)
            } else {
                maps.append(file)
            }
        }
        var tables: [(name: String, table: ForeignTable)] = []
        var crime: [(name: String, table: ForeignTable)] = []
        for (number, files) in pages.sorted(by: { $0.key < $1.key }) {
            guard let table = try await service(files.map { ($0, nil) }, file: number) else {
                throw ImportError(.incompleteService, file: number, expected: "TypedDataSet / Observations")
            }
            if table.fields.contains("0.0.0") {
                crime.append((number, table))
            } else {
                tables.append((number, table))
            }
        }
        for file in maps {
            tables.append((FileLocation.name(file), try await wide(file, layer: nil, listed: nil)))
        }
        guard !tables.isEmpty || !crime.isEmpty else {
            throw ImportError(.directory, file: FileLocation.name(path))
        }
        return tables + crime
    }

    private func wide(_ path: String, layer: String?, listed: ForeignTable?) async throws(ImportError)
        -> ForeignTable
    {
        var request = TableReader.Options(shapes: true, layer: layer)
        if let wanted = options.municipality, listed?.hasShapes == true,
            let field = listed?.fields.first(where: {
                ["gemeentecode", "gmcode"].contains(FieldName($0).loose)
            })
        {
            request.filter = (field, wanted.rawValue)
        }
        let table = try await reader.table(path, request)
        guard let long = Recognition.longRule(table) else { return table }
        return try Pivot(rule: long.rule, file: FileLocation.name(path)).wide(
            table, identifiedBy: long.identity)
    }

    /// The data pages of one table, put together, with the names of the areas from the page of codes. Pages are
    /// known by their fields; those with titles and units only are left aside. Nil when there is no data page.
    private func service(
        _ pages: [(path: String, member: String?)], file: String
    ) async throws(ImportError) -> ForeignTable? {
        var data: ForeignTable?
        var names: [String: String] = [:]
        for page in pages {
            let table = try await reader.table(page.path, TableReader.Options(member: page.member))
            let fields = Set(table.fields.map { FieldName($0).unnumbered })
            if fields.contains("title"), !fields.isDisjoint(with: ["identifier", "key"]) {
                try collectNames(table, file: file, into: &names)
            } else if !fields.isDisjoint(with: ["wijkenenbuurten", "regios"]) {
                if data == nil { data = table } else { data?.append(table) }
            }
        }
        guard var table = data else { return nil }
        if let long = Recognition.longRule(table) {
            table = try Pivot(rule: long.rule, file: file).wide(table, identifiedBy: long.identity)
        }
        return names.isEmpty ? table : try named(table, names, file: file)
    }

    private func collectNames(
        _ table: ForeignTable, file: String, into names: inout [String: String]
    ) throws(ImportError) {
        let finder = ColumnFinder(fields: table.fields, file: file)
        guard let key = try finder.find(["Identifier", "Key"]), let title = try finder.find(["Title"]) else {
            return
        }
        for row in 0..<table.rowCount {
            if let code = table.text(row, key), let name = table.text(row, title) { names[code] = name }
        }
    }

    private func named(
        _ table: ForeignTable, _ names: [String: String], file: String
    ) throws(ImportError) -> ForeignTable {
        let finder = ColumnFinder(fields: table.fields, file: file)
        guard try finder.find(["regio"]) == nil,
            let code = try finder.find(["WijkenEnBuurten"])
        else { return table }
        return table.adding(field: "regio") { row in table.text(row, code).flatMap { names[$0] } }
    }
}

extension ForeignTable {
    /// Adds the rows of another page; its fields are matched by name.
    mutating func append(_ page: ForeignTable) {
        let places = fields.map { field in page.fields.firstIndex(of: field) }
        for row in 0..<page.rowCount {
            for place in places { append(place.flatMap { page.text(row, $0) }) }
            endRow()
        }
    }

    /// The table with one more field.
    func adding(field: String, _ text: (Int) -> String?) -> ForeignTable {
        let rows = (0..<rowCount).map { row in fields.indices.map { self.text(row, $0) } + [text(row)] }
        return ForeignTable(name: name, fields: fields + [field], rows: rows)
    }
}
