/// Areas as rings of shared arcs, so that a border between two areas exists once: simplified once, it stays the
/// same line on both sides and no sliver opens between them.
///
/// A point is a node, and is never removed, where the border divides: where the rings that pass it do not all have
/// the same two neighbours (more than two areas meet, or an area begins or stops sharing). Arcs run from node to
/// node; a ring without nodes (an island, or an enclave and the hole around it) is one closed arc.
struct AreaTopology {
    /// A border between two nodes.
    struct Arc {
        var points: [MapPoint]
        /// The areas on its sides, by place in the list of areas; one on the outside of the map.
        var owners: [Int] = []
        /// How many drawn rings use it.
        var uses = 0
        /// Inner points that must stay so that no ring collapses into a line.
        var leastInner = 0
    }

    /// An arc as part of a ring.
    struct Step: Hashable {
        var arc: Int
        var isReversed: Bool
    }

    private(set) var arcs: [Arc] = []
    /// Per area its rings, each a closed chain of arcs.
    private(set) var rings: [[[Step]]]

    /// Finds the arcs of `areas`, each a list of rings. Linear in the number of points.
    init(_ areas: [[[MapPoint]]]) {
        rings = Array(repeating: [], count: areas.count)
        var numbering = PointNumbering()
        let numbered = areas.map { $0.map { numbering.ring($0) }.filter { $0.count >= 3 } }
        let isNode = Self.nodes(of: numbered, pointCount: numbering.points.count)
        var known: [UInt64: Int] = [:]
        for (area, areaRings) in numbered.enumerated() {
            for ring in areaRings {
                let steps = Self.pieces(of: ring, isNode: isNode).map { piece in
                    let forward = Self.edge(piece[0], piece[1])
                    let backward = Self.edge(piece[piece.count - 1], piece[piece.count - 2])
                    let isReversed = backward < forward
                    let key = min(forward, backward)
                    let place: Int
                    if let found = known[key] {
                        place = found
                    } else {
                        place = arcs.count
                        known[key] = place
                        let ordered = isReversed ? piece.reversed() : piece
                        arcs.append(Arc(points: ordered.map { numbering.points[$0] }))
                    }
                    arcs[place].uses += 1
                    if !arcs[place].owners.contains(area) { arcs[place].owners.append(area) }
                    return Step(arc: place, isReversed: isReversed)
                }
                if steps.count <= 2 {
                    for step in steps {
                        arcs[step.arc].leastInner = max(arcs[step.arc].leastInner, 3 - steps.count)
                    }
                }
                rings[area].append(steps)
            }
        }
    }

    private static func edge(_ from: Int, _ to: Int) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: from)) << 32 | UInt64(UInt32(truncatingIfNeeded: to))
    }

    private static func nodes(of areas: [[[Int]]], pointCount: Int) -> [Bool] {
        var isNode = Array(repeating: false, count: pointCount)
        var seen = Array(repeating: (low: -1, high: -1), count: pointCount)
        for ring in areas.lazy.joined() {
            for (place, point) in ring.enumerated() {
                let before = ring[place == 0 ? ring.count - 1 : place - 1]
                let after = ring[place == ring.count - 1 ? 0 : place + 1]
                let pair = (low: min(before, after), high: max(before, after))
                if seen[point].low < 0 {
                    seen[point] = pair
                } else if seen[point] != pair {
                    isNode[point] = true
                }
            }
        }
        return isNode
    }

    /// A ring cut at its nodes; without nodes, the whole ring from its lowest point towards its lower neighbour,
    /// so that the same ring met again gives the same piece.
    private static func pieces(of ring: [Int], isNode: [Bool]) -> [[Int]] {
        let cuts = ring.indices.filter { isNode[ring[$0]] }
        guard let first = cuts.first else {
            let start = ring.indices.min { ring[$0] < ring[$1] } ?? 0
            let turned = Array(ring[start...] + ring[..<start])
            return [turned + [turned[0]]]
        }
        let ends = cuts.dropFirst() + [first + ring.count]
        return zip(cuts, ends).map { start, end in (start...end).map { ring[$0 % ring.count] } }
    }
}

/// Gives equal positions (to the centimetre) one number.
private struct PointNumbering {
    var points: [MapPoint] = []
    private var numbers: [UInt64: Int] = [:]

    /// The numbers of a ring without its closing point, repeated points and positions that are not finite.
    mutating func ring(_ ring: [MapPoint]) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(ring.count)
        for point in ring where abs(point.x) < 2e7 && abs(point.y) < 2e7 {
            let x = UInt32(bitPattern: Int32((point.x * 100).rounded()))
            let y = UInt32(bitPattern: Int32((point.y * 100).rounded()))
            let key = UInt64(x) << 32 | UInt64(y)
            let number: Int
            if let known = numbers[key] {
                number = known
            } else {
                number = points.count
                numbers[key] = number
                points.append(point)
            }
            if result.last != number { result.append(number) }
        }
        if result.count > 1, result.first == result.last { result.removeLast() }
        return result
    }
}
