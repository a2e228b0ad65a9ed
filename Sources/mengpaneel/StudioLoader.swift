import Foundation
import HousingMarket
import Neighbourhoods
import Origins
import PolicyTheory
import ProjectFile
import Workbench

/// From a project file to what the pages and the claims are made of.
enum StudioLoader {
    /// All municipalities of a project.
    static func studio(_ path: String) throws -> Studio {
        let file = try ProjectFile.open(path)
        let towns = try file.municipalities().map { try town($0.code, in: file) }
        let url = URL(fileURLWithPath: path)
        let title = url.deletingPathExtension().lastPathComponent
        guard
            let studio = Studio(
                title: title, towns: towns, imports: try rows(of: file),
                evidence: try RegisterLoader.log(in: file), outcomes: try outcomes(in: file),
                program: SessionReports.program, file: url.lastPathComponent)
        else {
            throw ProjectFileError.empty(path: path)
        }
        return studio
    }

    /// What the newest simulations that are kept say of packages; older ones stay in the file and are not shown.
    private static func outcomes(in file: ProjectFile) throws -> [ModelOutcome] {
        try file.simulations().suffix(6).flatMap { stored -> [ModelOutcome] in
            guard let columns = try file.simulation(named: stored.name)?.columns,
                let table = OutcomeTable(columns: Dictionary(columns.map { ($0.name, $0.bytes) }) { $1 })
            else { return [] }
            return ModelOutcome.all(table, simulation: stored.name)
        }
    }

    /// One municipality of a project; nil for the only one.
    static func town(_ path: String, municipality: AreaCode?) throws -> Town {
        let file = try ProjectFile.open(path)
        return try town(municipality, in: file)
    }

    private static func town(_ municipality: AreaCode?, in file: ProjectFile) throws -> Town {
        let dataset = try file.dataset(of: municipality)
        let columns = try file.observedColumns(of: dataset.municipality.code).map { column in
            OriginColumn(
                id: column.id, year: column.year, level: column.level, areas: column.areas,
                values: column.values,
                isShare: column.isShare, source: column.source)
        }
        let origins = try OriginTable(columns, in: dataset)
        return Town(dataset: dataset, observedGroups: groups(in: origins), origins: origins)
    }

    /// The groups that claim C1 speaks of, as plain numbers: the class of the newest observation first.
    private static func groups(in origins: OriginTable) -> [ObservedGroup] {
        let wanted: [OriginClass] = [.outsideEurope, .historicalNonWestern]
        let found = wanted.map { origin in origins.observations.filter { $0.origin == origin } }
        let newest = found.sorted { ($0.map(\.year).max() ?? 0) > ($1.map(\.year).max() ?? 0) }
        return newest.joined().compactMap { observation in
            ObservedGroup(
                id: observation.origin.rawValue, label: observation.origin.name,
                classification: observation.origin.classification.name, year: observation.year,
                level: observation.level, areas: observation.areas, counts: observation.counts,
                totals: observation.totals, source: observation.source)
        }
    }

    private static func rows(of file: ProjectFile) throws -> [Studio.ImportRow] {
        try file.imports().flatMap { record -> [Studio.ImportRow] in
            guard let report = try? JSONDecoder().decode(StoredReport.self, from: Data(record.report.utf8))
            else { return [] }
            return report.rows
        }
    }
}

/// The report of an import as the project file keeps it.
private struct StoredReport: Decodable {
    struct Column: Decodable {
        var file: String
        var column: String
        var target: String
        var year: Int
        var areas: Int
        var known: Int
    }

    var columns: [Column]
    var unknownColumns: [String: [String]]

    var rows: [Studio.ImportRow] {
        columns.map { column in
            Studio.ImportRow(
                file: column.file, column: column.column, outcome: Variable.ID(rawValue: column.target),
                year: column.year,
                fillRate: column.areas == 0 ? 0 : Double(column.known) / Double(column.areas))
        }
            + unknownColumns.sorted { $0.key < $1.key }.flatMap { file, names in
                names.map { Studio.ImportRow(file: file, column: $0, outcome: nil, year: nil, fillRate: nil) }
            }
    }
}
