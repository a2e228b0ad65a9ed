internal import Stochastics

extension Design {
    /// Trajectories for the screening of Morris (1991, Technometrics 33), in the row order of SALib.
    ///
    /// A trajectory has k + 1 points; from one to the next a single factor jumps half the grid, up or down, each factor
    /// once and in random order.
    /// - Parameters:
    ///   - factors: k factors.
    ///   - trajectories: r, at least 1; the analysis asks for at least 2. Gives r(k + 1) points.
    ///   - levels: p, the levels of the grid: even and at least 2. A jump is p / (2(p − 1)) of the range.
    ///   - seed: the same seed gives the same design.
    /// - Throws: ``ExperimentError``.
    public static func morris(
        _ factors: [Factor], trajectories: Int, levels: Int = 4, seed: UInt64
    ) throws -> Design {
        try Factor.check(factors)
        try check("trajectories", trajectories, atLeast: 1)
        try checkLevels(levels)
        let width = factors.count
        var unit: [Double] = []
        unit.reserveCapacity(try cells(trajectories, (width + 1) * width))
        var level = [Int](repeating: 0, count: width)
        var jump = level
        var order = [UInt32](repeating: 0, count: width)
        for trajectory in 0..<trajectories {
            var stream = RandomStream(
                seed: seed, entity: UInt32(truncatingIfNeeded: trajectory), purpose: .morrisTrajectory)
            for column in 0..<width {
                let low = Int(stream.integer(below: UInt32(levels / 2)))
                let rises = stream.word() & 1 == 0
                level[column] = rises ? low : low + levels / 2
                jump[column] = rises ? levels / 2 : -levels / 2
                order[column] = UInt32(column)
            }
            order.shuffle(by: &stream)
            for step in 0...width {
                for place in level { unit.append(Double(place) / Double(levels - 1)) }
                guard step < width else { break }
                level[Int(order[step])] += jump[Int(order[step])]
            }
        }
        return try Design(factors: factors, unit: unit)
    }

    /// Refuses odd numbers of levels, which half a grid does not divide.
    static func checkLevels(_ levels: Int) throws {
        guard levels >= 2, levels.isMultiple(of: 2), levels <= 1 << 20 else {
            throw ExperimentError.parameter(
                name: "levels", found: "\(levels)", expected: "an even number from 2 to \(1 << 20)")
        }
    }
}
