internal import Stochastics

extension Design {
    /// A Latin hypercube: per factor one point in each of as many equal strata as there are points, at a random place
    /// within it; the strata of different factors are matched at random (McKay, Beckman and Conover 1979,
    /// Technometrics 21).
    /// - Parameters:
    ///   - factors: what varies.
    ///   - samples: the number of points, at least 1.
    ///   - seed: the same seed gives the same design.
    ///   - stage: which of several designs with the same seed.
    /// - Throws: ``ExperimentError`` for factors that share a name or a number of points out of range.
    public static func latinHypercube(
        _ factors: [Factor], samples: Int, seed: UInt64, stage: UInt32 = 0
    ) throws -> Design {
        try Factor.check(factors)
        try check("samples", samples, atLeast: 1)
        _ = try cells(samples, factors.count)
        return try Design(
            factors: factors,
            unit: unitHypercube(dimensions: factors.count, samples: samples, seed: seed, stage: stage))
    }

    /// The same in the unit cube, row by row: points × dimensions.
    /// - Precondition: samples and dimensions are at least 1.
    public static func unitHypercube(
        dimensions width: Int, samples: Int, seed: UInt64, stage: UInt32 = 0
    ) -> [Double] {
        var unit = [Double](repeating: 0, count: samples * width)
        var strata = [UInt32](repeating: 0, count: samples)
        let size = Double(samples)
        for column in 0..<width {
            var stream = RandomStream(
                seed: seed, run: stage, entity: UInt32(column), purpose: .latinHypercube)
            for place in strata.indices { strata[place] = UInt32(place) }
            strata.shuffle(by: &stream)
            for (point, stratum) in strata.enumerated() {
                let end = (Double(stratum) + 1) / size
                // Rounding may carry a place to the end of its stratum, which belongs to the next one.
                unit[point * width + column] = min((Double(stratum) + stream.unit()) / size, end.nextDown)
            }
        }
        return unit
    }
}

extension [UInt32] {
    /// Puts the elements in a random order, each order equally likely (Fisher and Yates).
    mutating func shuffle(by stream: inout RandomStream) {
        guard count > 1 else { return }
        for last in stride(from: count - 1, to: 0, by: -1) {
            swapAt(last, Int(stream.integer(below: UInt32(last + 1))))
        }
    }
}
