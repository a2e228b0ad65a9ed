import Bilingual
import Neighbourhoods

@testable import Workbench

/// A made-up town of a few squares, small enough to check by eye.
enum SmallTown {
    static let source = Source(
        id: .init(rawValue: "made-up"), title: "Verzonnen cijfers", producer: "Mengpaneel", licence: "CC0",
        isSynthetic: true)

    static func dataset(side: Int = 4, isSynthetic: Bool = true, hasFarOffArea: Bool = false) -> Dataset {
        let gm = Area(code: AreaCode("GM0999"), name: "Proefstad", level: .municipality)
        var areas: [Area] = []
        var shapes: [AreaCode: MultiPolygon] = [:]
        var pairs: [Adjacency.Pair] = []
        let code = { (row: Int, column: Int) in
            let number = row * side + column
            return AreaCode("BU099900" + (number < 10 ? "0\(number)" : "\(number)"))
        }
        for row in 0..<side {
            for column in 0..<side {
                // The last square can lie far away, as a port does.
                let distance = hasFarOffArea && row == side - 1 && column == side - 1 ? 40_000.0 : 0
                let (x, y) = (Double(column) * 500 + distance, Double(row) * 500)
                areas.append(
                    Area(code: code(row, column), name: "Buurt \(row).\(column) & zo", level: .neighbourhood))
                shapes[code(row, column)] = MultiPolygon(polygons: [
                    [
                        [
                            Point(x: x, y: y), Point(x: x + 500, y: y), Point(x: x + 500, y: y + 500),
                            Point(x: x, y: y + 500),
                        ]
                    ]
                ])
                if column > 0 {
                    pairs.append(.init(code(row, column - 1), code(row, column), sharedBoundary: 500))
                }
                if row > 0 {
                    pairs.append(.init(code(row - 1, column), code(row, column), sharedBoundary: 500))
                }
            }
        }
        let count = side * side
        var source = source
        source.isSynthetic = isSynthetic
        func series(_ id: Variable.ID, _ year: Int, _ make: (Int) -> Double, margin: Double? = nil) -> Series
        {
            Series(
                variable: id, year: year, source: source.id,
                values: Column((0..<count).map { $0 == 5 ? .missing(.suppressed) : .known(make($0)) }),
                margins: margin.map { width in Column((0..<count).map { _ in .known(width) }) })
        }
        let spread = { (low: Double, high: Double) in
            { (index: Int) in low + (high - low) * Double(index * 7 % count) / Double(count) }
        }
        let all: [Series] = [2020, 2022].flatMap { year -> [Series] in
            let shift = Double(year - 2020) / 100
            return [
                series("facility.supermarket.distance", year, spread(0.3, 1.8)),
                series("income.lowest40", year, spread(0.2 + shift, 0.6 + shift)),
                series("tenure.socialRent", year, spread(0.1, 0.7)),
                series("tenure.privateRent", year, { _ in 0.1 }),
                series("tenure.ownerOccupied", year, { 0.9 - spread(0.1, 0.7)($0) }),
                series("satisfaction.neighbourhood", year, spread(0.6 + shift, 0.9 + shift), margin: 0.04),
                series("population.households", year, spread(300, 900)),
                series("population.inhabitants", year, spread(700, 2100)),
                series("stock.dwellings", year, spread(310, 910)),
            ]
        }
        let whole = [2020, 2022].flatMap { year in
            [("income.lowest40", 0.41), ("tenure.socialRent", 0.32), ("facility.supermarket.distance", 0.9)]
                .map {
                    Series(
                        variable: Variable.ID(rawValue: $0.0), year: year, source: source.id,
                        values: Column([.known($0.1)]))
                }
        }
        let nation = Area(code: AreaCode("NL00"), name: "Nederland", level: .nation)
        let tables = [
            AreaTable(level: .neighbourhood, areas: areas, series: all),
            AreaTable(level: .municipality, areas: [gm], series: whole),
            AreaTable(level: .nation, areas: [nation], series: whole),
        ].compactMap(\.self)
        return Dataset(
            municipality: gm, tables: tables, sources: [source],
            geometries: [
                AreaGeometry(
                    level: .neighbourhood, year: 2022, source: source.id, shapes: shapes,
                    adjacency: Adjacency(pairs: pairs))
            ])
    }

    static func studio(side: Int = 4, isSynthetic: Bool = true, hasFarOffArea: Bool = false) -> Studio {
        let town = Town(dataset: dataset(side: side, isSynthetic: isSynthetic, hasFarOffArea: hasFarOffArea))
        guard let studio = Studio(title: "Proef", towns: [town]) else {
            preconditionFailure("a studio with a town can be made")
        }
        return studio
    }
}
