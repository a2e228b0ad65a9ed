internal import Neighbourhoods

/// Groups neighbourhoods into districts that hang together and do not cross the river.
enum Districts {
    /// The district of each cell; district 0 is the one in the middle, the others follow clockwise from the north.
    static func assign(mesh: TownMesh, river: River, centres: [Point], count: Int) -> [Int] {
        let touching = landNeighbours(mesh, river)
        let seeds = seeds(centres: centres, touching: touching, count: count)
        var district = Array(repeating: -1, count: mesh.cellCount)
        var members = seeds.map { [$0] }
        for (index, seed) in seeds.enumerated() { district[seed] = index }
        while true {
            // The smallest district that can grow takes the free neighbour nearest to its middle.
            let growing = members.indices.compactMap { index -> (district: Int, cell: Int)? in
                let middle = mean(of: members[index].map { centres[$0] })
                let free = members[index].flatMap { touching[$0] }.filter { district[$0] < 0 }
                return free.min {
                    (square(centres[$0], middle), $0) < (square(centres[$1], middle), $1)
                }.map { (index, $0) }
            }
            guard
                let step = growing.min(by: {
                    (members[$0.district].count, $0.district) < (members[$1.district].count, $1.district)
                })
            else { break }
            district[step.cell] = step.district
            members[step.district].append(step.cell)
        }
        return renumbered(district, members: members, centres: centres)
    }

    private static func landNeighbours(_ mesh: TownMesh, _ river: River) -> [[Int]] {
        var touching = Array(repeating: [Int](), count: mesh.cellCount)
        for (index, arc) in mesh.arcs.enumerated() where !river.arcs.contains(index) {
            guard let right = arc.right else { continue }
            touching[arc.left].append(right)
            touching[right].append(arc.left)
        }
        return touching
    }

    /// The cell in the middle, then each time the cell farthest from all seeds so far, with at least one seed on
    /// each bank because every connected part must be reached.
    private static func seeds(centres: [Point], touching: [[Int]], count: Int) -> [Int] {
        let origin = Point(x: 0, y: 0)
        let cells = Array(centres.indices)
        var seeds =
            cells.min { (square(centres[$0], origin), $0) < (square(centres[$1], origin), $1) }
            .map { [$0] } ?? []
        while seeds.count < count {
            let reached = reach(from: seeds, touching)
            let candidates = reached.count < cells.count ? cells.filter { !reached.contains($0) } : cells
            guard
                let next = candidates.max(by: { first, second in
                    (gap(first, seeds, centres), first) < (gap(second, seeds, centres), second)
                })
            else { break }
            seeds.append(next)
        }
        return seeds
    }

    private static func reach(from seeds: [Int], _ touching: [[Int]]) -> Set<Int> {
        var reached = Set(seeds)
        var open = seeds
        while let cell = open.popLast() {
            for next in touching[cell] where reached.insert(next).inserted { open.append(next) }
        }
        return reached
    }

    private static func gap(_ cell: Int, _ seeds: [Int], _ centres: [Point]) -> Double {
        seeds.map { square(centres[$0], centres[cell]) }.min() ?? 0
    }

    private static func renumbered(_ district: [Int], members: [[Int]], centres: [Point]) -> [Int] {
        let middles = members.map { list in mean(of: list.map { centres[$0] }) }
        let order = [0] + members.indices.dropFirst().sorted { turn(middles[$0]) < turn(middles[$1]) }
        var number = Array(repeating: 0, count: members.count)
        for (new, old) in order.enumerated() { number[old] = new }
        return district.map { number[$0] }
    }

    /// Grows clockwise from the north, without trigonometry: 0 to 4 around the compass.
    private static func turn(_ point: Point) -> Double {
        let slope = point.x / (abs(point.x) + abs(point.y))
        return point.y >= 0 ? (point.x >= 0 ? slope : 4 + slope) : 2 - slope
    }

    private static func mean(of points: [Point]) -> Point {
        let count = Double(max(1, points.count))
        return Point(x: points.reduce(0) { $0 + $1.x } / count, y: points.reduce(0) { $0 + $1.y } / count)
    }

    private static func square(_ a: Point, _ b: Point) -> Double {
        (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    }
}
