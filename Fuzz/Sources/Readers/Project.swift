internal import Foundation
internal import GRDB
internal import Harness
internal import HousingMarket
internal import Neighbourhoods
internal import ProjectFile

extension FuzzTarget {
    /// A project file that was damaged or edited: rows in which anything can stand. SQLite itself has fuzzers of its own.
    static let project = FuzzTarget("project") { input in
        var input = input
        switch input.choice(4) {
        case 0:
            guard let calibration = refusable({ try Calibration(text: input.text) }) else { return }
            let again = refusable { try Calibration(text: calibration.text) }
            promise(
                again?.text == calibration.text, "a calibration that was written is read as it was")
        case 1: outcomes(input)
        default: rows(input)
        }
    }

    /// Columns of a kept simulation.
    private static func outcomes(_ input: Input) {
        let names = [
            "arms", "areas", "measures", "classes", "arm", "measure", "class", "run", "year", "area", "value",
        ]
        guard let table = OutcomeTable(columns: Dictionary(zip(names, input.parts)) { first, _ in first })
        else { return }
        _ = table.csv()
        for measure in OutcomeMeasure.allCases {
            for arm in table.arms.indices { _ = table.differences(measure, arm: arm) }
        }
        let again = OutcomeTable(
            columns: Dictionary(table.columns.map { ($0.name, $0.bytes) }) { first, _ in first })
        promise(again?.csv() == table.csv(), "outcomes that were written are read as they were")
    }

    /// Each line puts a value in one column of all rows of one table: `3 integer 7`, `12 text abc`, `5 null`, `8 blob xyz`.
    private static func rows(_ input: Input) {
        let file = Scratch("project.mengpaneel")
        file.write(template)
        do {
            let queue = try DatabaseQueue(path: file.path)
            for line in input.bytes.split(separator: UInt8(ascii: "\n")).prefix(8) {
                let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
                guard words.count > 1, let place = Int(String(decoding: words[0], as: UTF8.self)) else {
                    continue
                }
                let (table, column) = columns[abs(place % columns.count)]
                let text = words.count > 2 ? String(decoding: words[2], as: UTF8.self) : ""
                let value: DatabaseValue? =
                    switch words[1].first {
                    case UInt8(ascii: "i"): Int64(text)?.databaseValue
                    case UInt8(ascii: "r"): Double(text)?.databaseValue
                    case UInt8(ascii: "b"):
                        words.count > 2 ? Data(words[2]).databaseValue : Data().databaseValue
                    case UInt8(ascii: "n"): .null
                    default: text.databaseValue
                    }
                guard let value else { continue }
                // What the file itself refuses, such as nothing in a column that needs something, cannot come in this way.
                try? queue.write { db in
                    try db.execute(sql: "UPDATE OR IGNORE \(table) SET \(column) = ?", arguments: [value])
                }
            }
            try queue.close()
        } catch {
            promise(false, "a project can be edited: \(error)")
        }
        guard let project = refusable({ try ProjectFile.open(file.path) }) else { return }
        let towns = refusable { try project.municipalities() } ?? []
        for town in towns.prefix(3) {
            let dataset = refusable { try project.dataset(of: town.code) }
            for level in AreaLevel.allCases { _ = dataset?.areas(level) }
            _ = refusable { try project.observedColumns(of: town.code) }
        }
        _ = refusable { try project.imports() }
        _ = refusable { try project.sessions().map { try project.sessionEntries($0.number) } }
        _ = refusable { try project.registerEvents() }
        _ = refusable { try project.simulations().map { try project.simulation(named: $0.name) } }
    }

    private static let columns: [(String, String)] = [
        ("import", "name"), ("import", "fingerprint"), ("import", "report"), ("source", "description"),
        ("areaTable", "level"), ("area", "position"), ("area", "code"), ("area", "name"), ("area", "parent"),
        ("area", "municipality"), ("series", "variable"), ("series", "year"), ("series", "source"),
        ("series", "version"), ("series", "numbers"), ("series", "reasons"), ("series", "margins"),
        ("observed", "id"), ("observed", "level"), ("observed", "year"), ("observed", "isShare"),
        ("observed", "areas"), ("observed", "numbers"), ("observed", "reasons"), ("geometry", "level"),
        ("geometry", "year"), ("shape", "code"), ("shape", "wkb"), ("adjacency", "first"),
        ("adjacency", "sharedBoundary"), ("session", "code"), ("session", "title"), ("session", "made"),
        ("sessionEntry", "id"), ("sessionEntry", "version"), ("sessionEntry", "entry"),
        ("simulation", "title"), ("simulation", "description"), ("simulation", "rows"),
        ("simulationColumn", "name"), ("simulationColumn", "bytes"),
    ]

    /// A small project with a row in every table, as bytes.
    private static let template: [UInt8] = {
        let file = Scratch("template.mengpaneel")
        file.remove()
        defer { file.remove() }
        do {
            let project = try ProjectFile.openOrCreate(file.path)
            let source = Source(
                id: .init(rawValue: "made-up"), title: "x", producer: "x", licence: "CC0", isSynthetic: true)
            let areas = [1, 2].map {
                Area(
                    code: AreaCode("BU0999000\($0)"), name: "Buurt \($0)", level: .neighbourhood,
                    municipality: AreaCode("GM0999"))
            }
            let values = Column([.known(0.4), .missing(.suppressed)])
            let series = Series(
                variable: .init(rawValue: "income.lowest40"), year: 2022, source: source.id, values: values,
                margins: Column([.known(0.1), .known(0.1)]))
            let square: MultiPolygon.Polygon = [[Point(x: 0, y: 0), Point(x: 9, y: 0), Point(x: 9, y: 9)]]
            let codes = areas.map(\.code)
            _ = try project.store(
                Contribution(
                    name: "x", fingerprint: "x", sources: [source],
                    tables: [AreaTable(level: .neighbourhood, areas: areas, series: [series])].compactMap(
                        \.self),
                    geometries: [
                        AreaGeometry(
                            level: .neighbourhood, year: 2022, source: source.id,
                            shapes: Dictionary(codes.map { ($0, MultiPolygon(polygons: [square])) }) { $1 },
                            adjacency: Adjacency(pairs: [.init(codes[0], codes[1], sharedBoundary: 9)]))
                    ],
                    observed: [
                        ObservedColumn(
                            id: "x", level: .neighbourhood, year: 2022, source: source.id, isShare: true,
                            areas: codes, values: values)
                    ].compactMap(\.self)))
            let session = try project.addSession(code: "KWLM42", title: "x", made: 1)
            try project.appendSessionEntries(
                [StoredSessionEntry(id: "a", version: 1, entry: "{}")], to: session, after: 0)
            try project.store(
                StoredSimulation(
                    name: "x", title: "x", description: "{}", rows: 1, columns: [(name: "arm", bytes: [0])]))
            return Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
        } catch {
            preconditionFailure("a small project can be made: \(error)")
        }
    }()
}
