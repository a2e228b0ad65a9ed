extension Design {
    /// The cross-sampled design for Sobol' indices (Saltelli 2002, Computer Physics Communications 145), in the row order
    /// of SALib.
    ///
    /// The first half of a 2k-dimensional Sobol' point is a row of A, the second half one of B. Each base sample gives
    /// the block A, A with column 1 of B, … A with column k of B, (B with column 1 of A, … B with column k of A,) B.
    /// - Parameters:
    ///   - factors: k factors, at most half of ``SobolSequence/maximumDimensions``.
    ///   - baseSamples: N, at least 1, best a power of 2.
    ///   - secondOrder: with the rows in brackets N(2k + 2) points, without N(k + 2).
    ///   - skipping: points of the sequence left out. `nil` is the convention of SALib's `saltelli.sample`: the smallest
    ///     power of 2 that is not below N, and at least 16. 0 gives `sobol.sample(scramble=False)`.
    ///   - shiftSeed: `nil` for the plain sequence, a seed for a random digital shift.
    /// - Throws: ``ExperimentError``.
    public static func saltelli(
        _ factors: [Factor], baseSamples: Int, secondOrder: Bool = true, skipping: Int? = nil,
        shiftSeed: UInt64? = nil
    ) throws -> Design {
        try Factor.check(factors)
        try check("baseSamples", baseSamples, atLeast: 1)
        let width = factors.count
        var sequence = try SobolSequence(
            dimensions: 2 * width, skipping: skipping ?? defaultSkip(baseSamples), shiftSeed: shiftSeed)
        let base = try sequence.block(baseSamples)
        var unit: [Double] = []
        unit.reserveCapacity(try cells(baseSamples * (secondOrder ? 2 * width + 2 : width + 2), width))
        for row in 0..<baseSamples {
            let a = base[row * 2 * width..<row * 2 * width + width]
            let b = base[row * 2 * width + width..<(row + 1) * 2 * width]
            unit.append(contentsOf: a)
            unit.appendCrossed(a, with: b)
            if secondOrder { unit.appendCrossed(b, with: a) }
            unit.append(contentsOf: b)
        }
        return try Design(factors: factors, unit: unit)
    }

    private static func defaultSkip(_ baseSamples: Int) -> Int {
        var power = 16
        while power < baseSamples { power *= 2 }
        return power
    }
}

extension [Double] {
    /// One point per column: the first point with that coordinate taken from the second.
    fileprivate mutating func appendCrossed(_ point: ArraySlice<Double>, with other: ArraySlice<Double>) {
        for column in 0..<point.count {
            let start = count
            append(contentsOf: point)
            self[start + column] = other[other.startIndex + column]
        }
    }
}
