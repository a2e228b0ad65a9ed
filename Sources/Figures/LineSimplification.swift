/// How much each point of a line matters, by the method of Douglas and Peucker (1973): the distance in metres from
/// the chord at which the point is first needed. Points with a weight above a tolerance make the simplified line,
/// for any tolerance; so the weights are found once and the tolerance can follow from a budget of points.
///
/// The ends weigh infinity. A point never weighs more than the point that split the line before it, which makes
/// the lines for growing tolerances subsets of each other. O(n log n) for coastlines, O(n²) at worst.
func douglasPeuckerWeights(_ line: [MapPoint]) -> [Double] {
    var weights = Array(repeating: 0.0, count: line.count)
    guard line.count > 1 else { return line.map { _ in .infinity } }
    weights[0] = .infinity
    weights[line.count - 1] = .infinity
    var open: [(first: Int, last: Int, ceiling: Double)] = [(0, line.count - 1, .infinity)]
    while let (first, last, ceiling) = open.popLast() {
        guard last - first > 1 else { continue }
        var farthest = first + 1
        var greatest = -1.0
        for place in first + 1..<last {
            let distance = squaredDistance(from: line[place], toSegment: line[first], line[last])
            if distance > greatest { (farthest, greatest) = (place, distance) }
        }
        let weight = min(greatest.squareRoot(), ceiling)
        weights[farthest] = weight
        open.append((first, farthest, weight))
        open.append((farthest, last, weight))
    }
    return weights
}

private func squaredDistance(from point: MapPoint, toSegment start: MapPoint, _ end: MapPoint) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let along =
        length > 0 ? min(max(((point.x - start.x) * dx + (point.y - start.y) * dy) / length, 0), 1) : 0
    let (ex, ey) = (point.x - start.x - along * dx, point.y - start.y - along * dy)
    return ex * ex + ey * ey
}
