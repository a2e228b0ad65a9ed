internal import Neighbourhoods

/// The shapes of the town as a map file would give them.
struct Geography {
    /// The corner of the synthetic plane. Metres like those of RD New, but north of the area where that grid has
    /// land, so that no background map can show a real place underneath.
    static let origin = Point(x: 100_000, y: 700_000)

    let plan: TownPlan

    /// Shapes and adjacency of the neighbourhoods, the districts and the town.
    func geometries(year: Int, source: Source.ID) -> [AreaGeometry] {
        let cells = plan.neighbourhoods.map(\.cell)
        let neighbourhoodOf = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
        let codes = plan.neighbourhoods.map(\.code)
        let districtCodes = plan.districts.map(\.code)
        let groups: [(AreaLevel, (Int) -> AreaCode)] = [
            (.neighbourhood, { codes[$0] }),
            (.district, { districtCodes[plan.neighbourhoods[$0].district] }),
            (.municipality, { _ in TownPlan.municipality }),
        ]
        return groups.map { level, code in
            let codeOfCell = (0..<plan.mesh.cellCount).map { code(neighbourhoodOf[$0] ?? 0) }
            var shapes: [AreaCode: MultiPolygon] = [:]
            for area in Set(codeOfCell) {
                shapes[area] = placed(plan.mesh.shape { codeOfCell[$0] == area })
            }
            return AreaGeometry(
                level: level, year: year, source: source, shapes: shapes, adjacency: adjacency(codeOfCell))
        }
    }

    /// The river as a surface.
    var water: MultiPolygon { placed(plan.river.water) }

    private func adjacency(_ codeOfCell: [AreaCode]) -> Adjacency {
        var length: [Set<AreaCode>: Double] = [:]
        for arc in plan.mesh.arcs {
            guard let right = arc.right, codeOfCell[arc.left] != codeOfCell[right] else { continue }
            length[[codeOfCell[arc.left], codeOfCell[right]], default: 0] += arc.length
        }
        return Adjacency(
            pairs: length.compactMap { areas, length in
                let ends = areas.sorted()
                return ends.count == 2 ? Adjacency.Pair(ends[0], ends[1], sharedBoundary: length) : nil
            })
    }

    private func placed(_ shape: MultiPolygon) -> MultiPolygon {
        MultiPolygon(
            polygons: shape.polygons.map { rings in
                rings.map { ring in
                    ring.map {
                        Point(
                            x: ($0.x + Self.origin.x).inDecimetres, y: ($0.y + Self.origin.y).inDecimetres)
                    }
                }
            })
    }
}
