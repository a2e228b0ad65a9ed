internal import Stochastics

/// Points spread evenly over every side of the unit cube (McKay, Beckman and Conover 1979, Technometrics 21).
enum LatinHypercube {
    /// `count` points: along each side every one of `count` equal parts holds exactly one.
    static func points(_ count: Int, dimensions: Int, seed: UInt64, stage: Int) -> [[Double]] {
        var points = Array(repeating: Array(repeating: 0.0, count: dimensions), count: count)
        for side in 0..<dimensions {
            var stream = RandomStream(
                seed: seed, entity: UInt32(truncatingIfNeeded: side), time: UInt16(truncatingIfNeeded: stage),
                purpose: .calibrationHypercube)
            var order = Array(0..<count)
            for place in stride(from: count - 1, to: 0, by: -1) {
                order.swapAt(place, Int(stream.integer(below: UInt32(truncatingIfNeeded: place + 1))))
            }
            for place in 0..<count {
                points[place][side] = (Double(order[place]) + stream.unit()) / Double(count)
            }
        }
        return points
    }
}
