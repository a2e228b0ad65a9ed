import CGDAL

/// Which shapes of a layer touch, and along how many metres.
struct Contacts {
    /// The shapes with the number of the row they were written in; rows without a shape have none.
    let shapes: [(row: Int, shape: OGRGeometryH)]
    let tolerance: Double

    /// Pairs of row numbers with the metres of boundary of one that lie within `tolerance` of the other; 0 where
    /// that is no more than the tolerance itself explains: a contact in a corner. Boundaries that were simplified
    /// apart still meet this way. Complexity: n log n for the sweep, then one intersection for each near pair.
    func pairs() throws(ReadFailure) -> [(Int, Int, Double)] {
        let boxes = shapes.map { _, shape in
            var box = OGREnvelope()
            OGR_G_GetEnvelope(shape, &box)
            return box
        }
        let boundaries = shapes.map { OGR_G_Boundary($0.shape) }
        var widened: [OGRGeometryH?] = shapes.map { _ in nil }
        defer {
            for shape in boundaries + widened { if let shape { OGR_G_DestroyGeometry(shape) } }
        }
        let order = boxes.indices.sorted { (boxes[$0].MinX, $0) < (boxes[$1].MinX, $1) }
        var result: [(Int, Int, Double)] = []
        for (place, one) in order.enumerated() {
            for other in order[(place + 1)...] {
                if boxes[other].MinX > boxes[one].MaxX + tolerance { break }
                guard boxes[other].MinY <= boxes[one].MaxY + tolerance,
                    boxes[other].MaxY >= boxes[one].MinY - tolerance
                else { continue }
                let (first, second) = (min(one, other), max(one, other))
                if widened[second] == nil {
                    widened[second] = OGR_G_Buffer(shapes[second].shape, tolerance, 4)
                }
                guard let boundary = boundaries[first], let area = widened[second] else {
                    throw ReadFailure(.geometry, row: first + 2)
                }
                guard OGR_G_Intersects(boundary, area) != 0 else { continue }
                guard let shared = OGR_G_Intersection(boundary, area) else { continue }
                defer { OGR_G_DestroyGeometry(shared) }
                let metres = OGR_G_Length(shared)
                result.append((shapes[first].row, shapes[second].row, metres > 6 * tolerance ? metres : 0))
            }
        }
        return result.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }
}
