import Testing

@testable import Figures

/// A town of square blocks whose borders wiggle, as rivers and roads do: each border is made once and used by both
/// sides, in opposite directions.
private struct WigglyTown {
    let size: Int
    private let pieces = 24

    private func border(_ x: Int, _ y: Int, _ dx: Int, _ dy: Int) -> [MapPoint] {
        (0...pieces).map { piece in
            let along = Double(piece) / Double(pieces) * 100
            let noise = (x &* 73_856_093 ^ y &* 19_349_663 ^ piece &* 83_492_791 ^ dx &* 2_971) & 1023
            let aside = piece == 0 || piece == pieces ? 0 : (Double(noise) / 1023 - 0.5) * 12
            return MapPoint(
                x: 100_000 + Double(x) * 100 + Double(dx) * along + Double(dy) * aside,
                y: 400_000 + Double(y) * 100 + Double(dy) * along + Double(dx) * aside)
        }
    }

    func block(_ x: Int, _ y: Int) -> [MapPoint] {
        border(x, y, 1, 0) + border(x + 1, y, 0, 1).dropFirst()
            + border(x, y + 1, 1, 0).reversed().dropFirst()
            + border(x, y, 0, 1).reversed().dropFirst()
    }

    var shapes: [MapShape] {
        (0..<size).flatMap { y in
            (0..<size).map { x in
                MapShape(id: "\(x)-\(y)", district: x < size / 2 ? "W" : "O", polygons: [[block(x, y)]])
            }
        }
    }
}

private func edges(of path: PathData) -> [[PathData.GridPoint]] {
    path.lines.flatMap { line in
        line.points.indices.map { [line.points[$0], line.points[($0 + 1) % line.points.count]] }
    }
}

@Test func everyInnerEdgeIsDrawnByBothNeighboursAlike() throws {
    let town = WigglyTown(size: 6)
    let outlines = MapOutlines(town.shapes)
    var drawn: [[PathData.GridPoint]: Int] = [:]
    for id in outlines.ids {
        for edge in edges(of: try #require(outlines.areas[id])) { drawn[edge, default: 0] += 1 }
    }
    let outside = Set(
        outlines.outside.lines.flatMap { line in
            zip(line.points, line.points.dropFirst()).map { Set([$0, $1]) }
        })
    for (edge, uses) in drawn {
        #expect(uses == 1)
        let isShared = drawn[[edge[1], edge[0]]] != nil
        #expect(isShared != outside.contains(Set(edge)), "an edge is either shared or on the outside")
    }
}

@Test func aTownOfSevenHundredBlocksKeepsItsBudgetOfPoints() {
    let shapes = Array(WigglyTown(size: 27).shapes.prefix(700))
    let rich = MapOutlines(shapes, maximumPoints: 1_000_000, detail: 0)
    #expect(rich.pointCount > 60_000)
    let outlines = MapOutlines(shapes, maximumPoints: 30_000, detail: 0)
    #expect(outlines.pointCount <= 30_000)
    #expect(outlines.pointCount > 25_000, "the budget is used")
    #expect(outlines.areas.count == 700)
}

@Test func cornersWhereThreeAreasMeetStay() {
    let shapes = WigglyTown(size: 3).shapes
    let outlines = MapOutlines(shapes, maximumPoints: 0, detail: 0)
    // Only nodes are left: the middle block is a square of its four corners.
    #expect(outlines.areas["1-1"]?.pointCount == 4)
    #expect(outlines.neighbours(of: "1-1") == ["1-0", "0-1", "2-1", "1-2"])
}

@Test func anEnclaveAndTheHoleAroundItAreTheSameLine() throws {
    func ring(_ radius: Double, start: Int, step: Int) -> [MapPoint] {
        (0..<40).map { place in
            let corner = (start + step * place + 400) % 40
            let reach = radius * (corner % 3 == 0 ? 1 : 0.9)
            let (x, y) = unit[corner]
            return MapPoint(x: 1_000 + reach * x, y: 1_000 + reach * y)
        }
    }
    let outlines = MapOutlines([
        MapShape(id: "around", polygons: [[ring(500, start: 0, step: 1), ring(100, start: 7, step: -1)]]),
        MapShape(id: "within", polygons: [[ring(100, start: 0, step: 1)]]),
    ])
    let hole = try #require(outlines.areas["around"]?.lines.last)
    let enclave = try #require(outlines.areas["within"]?.lines.first)
    #expect(Set(hole.points) == Set(enclave.points))
    #expect(outlines.neighbours(of: "around") == ["within"])
}

/// Forty directions around a circle, by repeated rotation.
private let unit: [(Double, Double)] = {
    var points = [(1.0, 0.0)]
    let (c, s) = (0.987_688_340_595_137_8, 0.156_434_465_040_230_87)
    for place in 0..<39 {
        let (x, y) = points[place]
        points.append((c * x - s * y, s * x + c * y))
    }
    return points
}()

@Test func aSmallIslandKeepsAtLeastATriangle() {
    let island = unit.map { MapPoint(x: 50_000 + 4 * $0.0, y: 4 * $0.1) }
    let mainland = unit.map { MapPoint(x: 5_000 * $0.0, y: 5_000 * $0.1) }
    let outlines = MapOutlines(
        [MapShape(id: "a", polygons: [[mainland]]), MapShape(id: "b", polygons: [[island]])], detail: 50)
    #expect((outlines.areas["a"]?.pointCount ?? 0) >= 3)
    #expect((outlines.areas["b"]?.pointCount ?? 0) >= 1)
}

@Test func shapesWithoutUsablePointsGiveAnEmptyMapAndNoFailure() {
    let broken = [MapPoint(x: .nan, y: 1), MapPoint(x: 2, y: .infinity)]
    let outlines = MapOutlines([
        MapShape(id: "a", polygons: []), MapShape(id: "b", polygons: [[broken]]),
        MapShape(id: "c", polygons: [[[]]]),
    ])
    #expect(outlines.pointCount == 0)
    #expect(outlines.height.isFinite)
    #expect(MapOutlines([]).ids.isEmpty)
}

@Test func northIsUpAndTheMapFitsItsBox() throws {
    let outlines = MapOutlines(WigglyTown(size: 4).shapes)
    let south = try #require(outlines.extents["0-0"]?.centre)
    let north = try #require(outlines.extents["0-3"]?.centre)
    #expect(north.y < south.y)
    for line in outlines.outside.lines {
        for point in line.points {
            #expect(point.x >= 0 && Double(point.x) <= outlines.width * 10)
            #expect(point.y >= 0 && Double(point.y) <= outlines.height * 10)
        }
    }
}

@Test func districtBordersRunOnlyBetweenDistricts() throws {
    let outlines = MapOutlines(WigglyTown(size: 4).shapes)
    let middle = (outlines.width / 2 * 10).rounded()
    #expect(outlines.districtBorders.lines.count == 4)
    for point in outlines.districtBorders.lines.flatMap(\.points) {
        #expect(abs(Double(point.x) - middle) < 200)
    }
}

@Test func heavierPointsOfALineAreThoseFartherFromItsChord() {
    let line = [(0.0, 0.0), (1, 0.1), (2, 3), (3, 0), (4, 0)].map { MapPoint(x: $0.0, y: $0.1) }
    let weights = douglasPeuckerWeights(line)
    #expect(weights[0] == .infinity && weights[4] == .infinity)
    #expect(weights[2] == 3)
    #expect(weights[1] < 3 && weights[3] < 3)
}

@Test func aMapInFocusZoomsInAndLeavesOutWhatFallsOutside() throws {
    let shapes = WigglyTown(size: 6).shapes
    let whole = MapOutlines(shapes)
    let zoomed = MapOutlines(shapes, focus: ["1-1", "2-1"])
    #expect(zoomed.areas["5-5"] == nil)
    #expect(zoomed.areas["1-1"] != nil && zoomed.areas["1-2"] != nil)
    #expect(zoomed.tolerance < whole.tolerance)
    let (near, far) = (try #require(zoomed.extents["1-1"]), try #require(whole.extents["1-1"]))
    #expect(near.size > 5 * far.size)
    #expect(zoomed.neighbours(of: "1-1") == whole.neighbours(of: "1-1"))
}

@Test func aRingKnowsItsSurfaceAndCentre() {
    let extent = MapOutlines.Extent(of: [(x: 10, y: 10), (x: 14, y: 10), (x: 14, y: 12), (x: 10, y: 12)])
    #expect(extent.size == 8)
    #expect(extent.centre == (12, 11))
    #expect([extent.left, extent.right, extent.top, extent.bottom] == [10, 14, 10, 12])
}

@Test func theCoreOfATownLeavesOutAFarAwayHarbour() {
    let town = WigglyTown(size: 6).shapes
    #expect(MapOutlines.core(of: town).isEmpty, "a compact town is shown whole")
    let harbour = MapShape(
        id: "harbour",
        polygons: [
            [[(0.0, 0.0), (900, 0), (900, 900)].map { MapPoint(x: 90_000 + $0.0, y: 401_000 + $0.1) }]
        ])
    #expect(MapOutlines.core(of: town + [harbour]) == Set(town.map(\.id)))
    #expect(MapOutlines.core(of: []).isEmpty)
}
