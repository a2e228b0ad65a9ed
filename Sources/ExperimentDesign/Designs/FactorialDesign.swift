extension Design {
    /// Every combination of evenly spaced levels, both ends of each range included; the last factor varies fastest.
    /// - Parameters:
    ///   - factors: what varies.
    ///   - levels: per factor the number of levels, at least 2. The product is the number of points.
    /// - Throws: ``ExperimentError``.
    public static func fullFactorial(_ factors: [Factor], levels: [Int]) throws -> Design {
        try Factor.check(factors)
        guard levels.count == factors.count else {
            throw ExperimentError.count(
                what: "numbers of levels", found: levels.count, expected: "one per factor, \(factors.count)")
        }
        var points = 1
        for number in levels {
            try check("levels", number, atLeast: 2)
            points *= number
            try check("number of points", points, atLeast: 1)
        }
        var unit: [Double] = []
        unit.reserveCapacity(try cells(points, factors.count))
        var place = [Int](repeating: 0, count: factors.count)
        for _ in 0..<points {
            for column in place.indices {
                unit.append(Double(place[column]) / Double(levels[column] - 1))
            }
            var column = place.count - 1
            while column >= 0 {
                place[column] += 1
                if place[column] < levels[column] { break }
                place[column] = 0
                column -= 1
            }
        }
        return try Design(factors: factors, unit: unit)
    }
}
