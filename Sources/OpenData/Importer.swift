import Neighbourhoods

/// Reads open data into areas, series and shapes.
///
/// ```swift
/// let importer = Importer(reader: try TableReader())
/// let rotterdam = try await importer.read(preset: "rotterdam", folder: "data")
/// let figures = try await importer.read("kwb-2023.xlsx", options: ImportOptions(municipality: AreaCode("GM0599")))
/// ```
public struct Importer: Sendable {
    private let reader: TableReader

    /// An importer that reads files with `reader`.
    public init(reader: TableReader) { self.reader = reader }

    /// The figures and shapes in a file of a known form: CBS key figures (workbook, StatLine, OData), facilities,
    /// SES-WOA, recorded crime, maps of CBS and PDOK, Leefbaarometer. A folder holds the pages of one service table.
    ///
    /// - Throws: ``ImportError``, one line.
    public func read(_ path: String, options: ImportOptions = ImportOptions()) async throws(ImportError)
        -> ImportResult
    {
        let tables = try await SourceTables(reader: reader, options: options).read(path)
        var session = ImportSession(
            options: options, presetMunicipality: nil, tableYears: try Presets.cbs().tableYears ?? [:])
        let fingerprint = try Fingerprint(of: path)
        var refusals: [ImportError] = []
        for (name, table) in tables {
            let mapping = try Recognition.mapping(for: table, file: name)
            // One table of which nothing is known does not keep the others out; what it left behind goes with it.
            let before = session
            do throws(ImportError) {
                try session.take(
                    table, mapping: mapping, shapes: nil, file: fingerprint.renamed(name), isBuiltIn: true)
            } catch  where error.kind == .nothingKnown {
                session = before
                session.result.report.note(
                    name, nl: "weggelaten, want geen enkele kolom is bekend",
                    en: "left out, because none of its columns is known")
                refusals.append(error)
            }
        }
        if refusals.count == tables.count, let first = refusals.first { throw first }
        return try session.finish()
    }

    /// The figures and shapes of one file by a mapping file of the user's own, or of a folder by a preset's mapping.
    ///
    /// - Parameter path: the file, when the mapping names none; else the folder that holds the files it names.
    /// - Throws: ``ImportError``, one line.
    public func read(
        _ path: String, mapping: MappingFile, options: ImportOptions = ImportOptions()
    ) async throws(ImportError) -> ImportResult {
        let municipality = mapping.municipality.map { AreaCode($0.code) }
        var session = ImportSession(
            options: options, presetMunicipality: municipality, tableYears: mapping.tableYears ?? [:])
        if let given = mapping.municipality {
            session.result.municipality = Area(
                code: AreaCode(given.code), name: given.name, level: .municipality)
        }
        for table in mapping.tables {
            let file = try Fingerprint(of: FileLocation.find(table.file, in: path))
            var foreign = try await reader.table(
                file.path, TableReader.Options(layer: table.layer ?? options.layer))
            if let long = table.long {
                let identity =
                    [table.code?.column, table.areaName].compactMap { $0 } + Self.yearColumn(table.year)
                foreign = try Pivot(rule: long, file: file.name).wide(foreign, identifiedBy: identity)
            }
            session.codebook = try await codebook(table.code?.codebook, folder: path)
            try session.take(foreign, mapping: table, shapes: nil, file: file, isBuiltIn: false)
        }
        for shapes in mapping.shapes ?? [] {
            let file = try Fingerprint(of: FileLocation.find(shapes.file, in: path))
            let foreign = try await reader.table(
                file.path, TableReader.Options(shapes: true, layer: shapes.layer ?? options.layer))
            session.codebook = try await codebook(shapes.code?.codebook, folder: path)
            try session.take(foreign, mapping: nil, shapes: shapes, file: file, isBuiltIn: false)
        }
        return try session.finish()
    }

    /// The data of a preset, from the folder that holds its files.
    ///
    /// - Parameter name: one of ``presetNames``.
    /// - Throws: ``ImportError``, one line.
    public func read(
        preset name: String, folder: String, options: ImportOptions = ImportOptions()
    ) async throws(ImportError) -> ImportResult {
        try await read(folder, mapping: try Presets.mapping(name), options: options)
    }

    /// The names of the presets: municipalities and tables whose files this library knows.
    public static var presetNames: [String] { Presets.names }

    /// The mapping of a preset, to read its title or to start a mapping of one's own from.
    ///
    /// - Throws: ``ImportError`` of kind `mapping` when there is no such preset.
    public static func preset(_ name: String) throws(ImportError) -> MappingFile { try Presets.mapping(name) }

    private func codebook(
        _ rule: TableMapping.Codebook?, folder: String
    ) async throws(ImportError) -> [String: String] {
        guard let rule else { return [:] }
        let path = try FileLocation.find(rule.file, in: folder)
        let table = try await reader.table(path)
        return try CodebookReader(rule: rule, table: table, file: FileLocation.name(path)).oneToOne()
    }

    private static func yearColumn(_ rule: YearRule?) -> [String] {
        if case .column(let name) = rule { [name] } else { [] }
    }
}
