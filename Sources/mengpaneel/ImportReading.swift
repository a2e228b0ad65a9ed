import Bilingual
import Crypto
import Foundation
import Neighbourhoods
import OpenData
import Origins
import ProjectFile

/// One import, read and ready to be stored.
struct ImportReading {
    var name: String
    var result: ImportResult
    /// How it was read: the mapping's text, or the name of a preset. Part of the fingerprint.
    var how: String

    var contribution: Contribution {
        Contribution(
            name: name, fingerprint: fingerprint, sources: result.sources, tables: tables,
            geometries: result.geometries, observed: observed, report: report)
    }

    /// The tables, with the municipality itself when no table names it.
    private var tables: [AreaTable] {
        guard let town = result.municipality,
            !result.tables.contains(where: {
                $0.level == .municipality && $0.areas.contains { $0.code == town.code }
            }),
            let row = AreaTable(level: .municipality, areas: [town], series: [])
        else { return result.tables }
        return result.tables + [row]
    }

    private var observed: [ObservedColumn] {
        result.sideColumns.compactMap { column in
            ObservedColumn(
                id: column.id, level: column.level, year: column.year, source: column.source,
                isShare: column.unit == .share, areas: column.areas, values: column.values)
        }
    }

    /// Refuses before it is stored what would make the project unreadable afterwards: origin under an unknown name, or
    /// more residents of one origin than residents.
    func checkOrigins() throws {
        let columns = result.sideColumns.map { column in
            OriginColumn(
                id: column.id, year: column.year, level: column.level, areas: column.areas,
                values: column.values, isShare: column.unit == .share, source: column.source)
        }
        do {
            let isKnown = { (id: String) in
                id.hasPrefix("origin.survey.") || OriginClass(rawValue: id) != nil
            }
            if let unknown = columns.first(where: { !isKnown($0.id) }) {
                throw OriginError.unknownClass(unknown.id)
            }
            if let dataset = result.dataset { _ = try OriginTable(columns, in: dataset) }
        } catch let error as OriginError {
            throw UserError("\(name): \(error).")
        }
    }

    /// Depends on the content of the files and on how they were read; not on their place or the time.
    private var fingerprint: String {
        var hash = SHA256()
        hash.update(data: Data("reader 1\n\(how)\n".utf8))
        for source in result.sources {
            hash.update(data: Data("\(source.id.rawValue) \(source.sha256 ?? "")\n".utf8))
        }
        for table in result.tables {
            hash.update(data: Data("\(table.level.rawValue) \(table.areas.count) areas\n".utf8))
            for series in table.series {
                hash.update(data: Data("\(series.variable.rawValue) \(series.year) \(series.version)\n".utf8))
            }
        }
        return hash.finalize().map { String(UInt16($0) + 256, radix: 16).dropFirst() }.joined()
    }

    private var report: String {
        let entries = result.report.entries.map { entry -> [String: Any] in
            [
                "file": entry.file, "source": entry.source.rawValue, "column": entry.column,
                "target": entry.target,
                "level": entry.level.rawValue, "year": entry.year, "version": entry.version,
                "areas": entry.areas,
                "known": entry.known, "suppressed": entry.suppressed, "zeroAsMissing": entry.zeroAsMissing,
                "refused": entry.refused,
            ]
        }
        let notes = result.report.notes.map { ["file": $0.file, "nl": $0.text.nl, "en": $0.text.en] }
        let document: [String: Any] = [
            "columns": entries, "notes": notes, "unknownColumns": result.report.unknownColumns,
        ]
        let data = try? JSONSerialization.data(
            withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
