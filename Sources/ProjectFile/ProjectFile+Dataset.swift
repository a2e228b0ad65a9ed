import Foundation
import GRDB
public import Neighbourhoods

extension ProjectFile {
    /// The municipalities that have areas of a smaller level in this project, in code order.
    ///
    /// - Throws: ``ProjectFileError``.
    public func municipalities() throws -> [Area] {
        try reading { db in
            guard try db.tableExists("area") else { return [] }
            let codes = try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT area.municipality FROM area JOIN areaTable ON areaTable.number = area.areaTable
                    WHERE areaTable.level IN ('neighbourhood', 'district') AND area.municipality IS NOT NULL
                    ORDER BY 1
                    """)
            let names = try Row.fetchAll(
                db,
                sql: """
                    SELECT area.code, area.name FROM area JOIN areaTable ON areaTable.number = area.areaTable
                    WHERE areaTable.level = 'municipality' ORDER BY area.areaTable
                    """
            ).reduce(into: [String: String]()) { $0[try $1.take("code")] = try $1.take("name") as String }
            return codes.map { Area(code: AreaCode($0), name: names[$0] ?? $0, level: .municipality) }
        }
    }

    /// Everything the project holds of one municipality, with the nation for reference.
    ///
    /// - Parameter municipality: its code, or nil for the only one.
    /// - Throws: ``ProjectFileError``, also when `municipality` is nil and there are several.
    public func dataset(of municipality: AreaCode? = nil) throws -> Dataset {
        let known = try municipalities()
        guard !known.isEmpty else { throw ProjectFileError.empty(path: path) }
        guard municipality != nil || known.count == 1 else {
            throw ProjectFileError.severalMunicipalities(known: known.map(\.code.rawValue))
        }
        let chosen = municipality ?? known[0].code
        guard let area = known.first(where: { $0.code == chosen }) else {
            throw ProjectFileError.noSuchMunicipality(
                code: chosen.rawValue, known: known.map(\.code.rawValue))
        }
        return try reading { db in
            Dataset(
                municipality: area, tables: try Self.tables(of: area.code, db), sources: try Self.sources(db),
                geometries: try Self.geometries(of: area.code, db))
        }
    }

    /// The observed columns that are kept apart, in order of import, for the areas of one municipality.
    ///
    /// - Throws: ``ProjectFileError``.
    public func observedColumns(of municipality: AreaCode) throws -> [ObservedColumn] {
        try reading { db in
            guard try db.tableExists("observed") else { return [] }
            let members = Set(
                try String.fetchAll(
                    db, sql: "SELECT DISTINCT code FROM area WHERE municipality = ? OR code = ?",
                    arguments: [municipality.rawValue, municipality.rawValue]))
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM observed ORDER BY import, position")
            return try rows.compactMap { row in
                guard let numbers = Packing.doubles(try row.take("numbers")),
                    let level = AreaLevel(rawValue: try row.take("level")),
                    let values = Column(numbers: numbers, reasons: [UInt8](try row.take("reasons") as Data))
                else { return nil }
                let codes = (try row.take("areas") as String).split(separator: "\n").map(String.init)
                guard codes.count == numbers.count else { return nil }
                let kept = codes.indices.filter { members.contains(codes[$0]) }
                guard !kept.isEmpty else { return nil }
                return ObservedColumn(
                    id: try row.take("id"), level: level, year: try row.take("year"),
                    source: Source.ID(rawValue: try row.take("source")),
                    isShare: try row.take("isShare"), areas: kept.map { AreaCode(codes[$0]) },
                    values: Column(kept.map { values[$0] }))
            }
        }
    }

    private static func sources(_ db: Database) throws -> [Source] {
        try String.fetchAll(db, sql: "SELECT description FROM source ORDER BY id").map {
            try JSONDecoder().decode(Source.self, from: Data($0.utf8))
        }
    }

    /// Areas of one table; the Netherlands has some 15,000 neighbourhoods.
    private static let mostAreas = 10_000_000

    private static func tables(of municipality: AreaCode, _ db: Database) throws -> [AreaTable] {
        try Row.fetchAll(db, sql: "SELECT number, level FROM areaTable ORDER BY number").compactMap { row in
            guard let level = AreaLevel(rawValue: try row.take("level")) else { return nil }
            let number: Int64 = try row.take("number")
            let condition =
                level == .nation ? "1" : level == .municipality ? "code = :code" : "municipality = :code"
            let members = try Row.fetchAll(
                db,
                sql: """
                    SELECT position, code, name, parent, municipality FROM area
                    WHERE areaTable = :table AND \(condition) ORDER BY position
                    """,
                arguments: level == .nation
                    ? ["table": number] : ["table": number, "code": municipality.rawValue])
            let positions = try members.map { try $0.take("position") as Int }
            guard let first = positions.first, let last = positions.last, 0 <= first, last <= mostAreas
            else { return nil }
            let areas = try members.map { member in
                Area(
                    code: AreaCode(try member.take("code") as String), name: try member.take("name"),
                    level: level,
                    parent: (try member.takeOptional("parent") as String?).map { AreaCode($0) },
                    municipality: (try member.takeOptional("municipality") as String?).map { AreaCode($0) })
            }
            let kept = positions.map { $0 - first }
            let series = try series(of: number, first: first, count: last - first + 1, kept: kept, db)
            return AreaTable(level: level, areas: areas, series: series)
        }
    }

    /// Only the stretch of each column that holds the municipality is read.
    private static func series(
        of table: Int64, first: Int, count: Int, kept: [Int], _ db: Database
    ) throws -> [Series] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT variable, year, source, version, substr(numbers, ?, ?) AS numbers,
                    substr(reasons, ?, ?) AS reasons, substr(margins, ?, ?) AS margins
                FROM series WHERE areaTable = ? ORDER BY position
                """,
            arguments: [first * 8 + 1, count * 8, first + 1, count, first * 8 + 1, count * 8, table]
        ).compactMap { row in
            guard let numbers = Packing.doubles(try row.take("numbers")), numbers.count == count,
                let column = Column(numbers: numbers, reasons: [UInt8](try row.take("reasons") as Data))
            else { return nil }
            let spread = (try row.takeOptional("margins") as Data?).flatMap(Packing.doubles)
            let margins = spread.flatMap { $0.count == count ? $0 : nil }.map { all in
                Column(kept.map { all[$0].isNaN ? .missing(.notCollected) : .known(all[$0]) })
            }
            return Series(
                variable: Variable.ID(rawValue: try row.take("variable")), year: try row.take("year"),
                source: Source.ID(rawValue: try row.take("source")), version: try row.take("version"),
                values: Column(kept.map { column[$0] }), margins: margins)
        }
    }

    private static func geometries(of municipality: AreaCode, _ db: Database) throws -> [AreaGeometry] {
        try Row.fetchAll(db, sql: "SELECT number, level, year, source FROM geometry ORDER BY number")
            .compactMap { row in
                guard let level = AreaLevel(rawValue: try row.take("level")) else { return nil }
                let number: Int64 = try row.take("number")
                let codes = """
                    SELECT DISTINCT code FROM area WHERE municipality = :municipality OR code = :municipality
                    """
                let shapes = try Row.fetchAll(
                    db,
                    sql:
                        "SELECT code, wkb FROM shape WHERE geometry = :geometry AND code IN (\(codes)) ORDER BY code",
                    arguments: ["geometry": number, "municipality": municipality.rawValue]
                ).reduce(into: [AreaCode: MultiPolygon]()) { result, shape in
                    if let polygons = Packing.multiPolygon(try shape.take("wkb")) {
                        result[AreaCode(try shape.take("code") as String)] = polygons
                    }
                }
                guard !shapes.isEmpty else { return nil }
                let pairs = try Row.fetchAll(
                    db, sql: "SELECT first, second, sharedBoundary FROM adjacency WHERE geometry = ?",
                    arguments: [number]
                ).compactMap { pair -> Adjacency.Pair? in
                    let one = AreaCode(try pair.take("first") as String)
                    let other = AreaCode(try pair.take("second") as String)
                    guard shapes[one] != nil, shapes[other] != nil else { return nil }
                    return Adjacency.Pair(one, other, sharedBoundary: try pair.take("sharedBoundary"))
                }
                return AreaGeometry(
                    level: level, year: try row.take("year"),
                    source: Source.ID(rawValue: try row.take("source")),
                    shapes: shapes,
                    adjacency: Adjacency(pairs: pairs))
            }
    }
}
