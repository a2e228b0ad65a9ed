import DemoTown
import Neighbourhoods
import Testing

/// A piece of border, the same from both sides.
private struct Piece: Hashable {
    var low: Point
    var high: Point

    init(_ one: Point, _ other: Point) {
        let inOrder = (one.x, one.y) < (other.x, other.y)
        low = inOrder ? one : other
        high = inOrder ? other : one
    }

    var length: Double {
        let (dx, dy) = (high.x - low.x, high.y - low.y)
        return (dx * dx + dy * dy).squareRoot()
    }

    /// Whether the insides of two pieces cross.
    func crosses(_ other: Piece) -> Bool {
        func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
            (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
        }
        let first = side(low, high, other.low) * side(low, high, other.high)
        let second = side(other.low, other.high, low) * side(other.low, other.high, high)
        return first < 0 && second < 0
    }
}

private func pieces(_ shape: MultiPolygon) -> [Piece] {
    shape.polygons.joined().flatMap { ring in
        zip(ring, ring.dropFirst() + ring.prefix(1)).map { Piece($0, $1) }
    }
}

@Suite struct TownMapTests {
    static let towns = [shipped] + otherTowns

    @Test(arguments: towns.indices)
    func neighbourhoodsAndDistrictsFillTheTownWithoutGapOrOverlap(town: Int) throws {
        let town = Self.towns[town]
        let outline = try #require(town.geometry(.municipality)?.shapes[town.municipality.code])
        for level in [AreaLevel.neighbourhood, .district] {
            let geometry = try #require(town.geometry(level))
            #expect(geometry.shapes.count == (level == .district ? 12 : 84))
            let sum = geometry.shapes.values.map(\.area).sorted().reduce(0, +)
            #expect(abs(sum / outline.area - 1) < 1e-6)
            var uses: [Piece: Int] = [:]
            for shape in geometry.shapes.values {
                for piece in pieces(shape) { uses[piece, default: 0] += 1 }
            }
            #expect(uses.values.allSatisfy { $0 == 1 || $0 == 2 })
            #expect(Set(uses.filter { $0.value == 1 }.keys) == Set(pieces(outline)))
        }
    }

    @Test(arguments: towns.indices)
    func bordersDoNotCross(town: Int) throws {
        let geometry = try #require(Self.towns[town].geometry(.neighbourhood))
        let all = Set(geometry.shapes.values.flatMap(pieces)).sorted {
            ($0.low.x, $0.low.y, $0.high.x) < ($1.low.x, $1.low.y, $1.high.x)
        }
        #expect(all.count > 1_000)
        var crossings = 0
        for (index, piece) in all.enumerated() {
            for other in all[(index + 1)...] {
                if other.low.x >= piece.high.x { break }
                if piece.crosses(other) { crossings += 1 }
            }
        }
        #expect(crossings == 0)
    }

    @Test(arguments: towns.indices)
    func adjacencyIsTheLengthOfSharedBorders(town: Int) throws {
        let town = Self.towns[town]
        for level in [AreaLevel.neighbourhood, .district] {
            let geometry = try #require(town.geometry(level))
            var owners: [Piece: [AreaCode]] = [:]
            for code in geometry.shapes.keys.sorted() {
                for piece in pieces(try #require(geometry.shapes[code])) {
                    owners[piece, default: []].append(code)
                }
            }
            var lengths: [[AreaCode]: Double] = [:]
            for (piece, codes) in owners where codes.count == 2 {
                lengths[codes, default: 0] += piece.length
            }
            #expect(lengths.count == geometry.adjacency.pairs.count)
            for pair in geometry.adjacency.pairs {
                let shared = lengths[[pair.first, pair.second]] ?? 0
                #expect(abs(shared - pair.sharedBoundary) < 1e-6 * max(1, shared))
                #expect(geometry.adjacency.neighbours(of: pair.second).contains(pair.first))
            }
        }
    }

    @Test(arguments: towns.indices)
    func everyAreaIsOnePieceWithItsCentreInsideTheBounds(town: Int) throws {
        for geometry in Self.towns[town].geometries {
            for shape in geometry.shapes.values {
                #expect(shape.polygons.count == 1)
                if geometry.level != .district { #expect(shape.polygons[0].count == 1) }
                #expect(shape.area > 200_000)
            }
        }
    }

    @Test func theRiverRunsThroughTheTown() throws {
        let outline = try #require(shipped.geometry(.municipality)?.shapes[shipped.municipality.code]?.bounds)
        let water = try #require(shipped.water.bounds)
        let width = outline.maximum.x - outline.minimum.x
        #expect(water.maximum.x - water.minimum.x > 0.9 * width)
        #expect(water.minimum.y > outline.minimum.y && water.maximum.y < outline.maximum.y)
        // A ribbon of 140 m.
        let breadth = shipped.water.area / (water.maximum.x - water.minimum.x)
        #expect((120...240).contains(breadth))
    }

    @Test func noBackgroundMapHasLandUnderTheTown() throws {
        // RD New has land up to 620 km north.
        let bounds = try #require(shipped.geometry(.municipality)?.shapes[shipped.municipality.code]?.bounds)
        #expect(bounds.minimum.y > 640_000)
    }
}
