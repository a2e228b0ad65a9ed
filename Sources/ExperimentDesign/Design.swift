/// The points at which a model is run: a table of points × factors.
public struct Design: Sendable, Equatable {
    /// The factors, in the order of the columns.
    public let factors: [Factor]
    /// The number of points, at least 1.
    public let count: Int
    /// All coordinates in the units of the factors, row by row: point 1, then point 2, and so on.
    public let values: [Double]

    /// A design from points in the units of the factors. Points may lie outside the ranges.
    /// - Parameter values: row by row, points × factors.
    /// - Throws: ``ExperimentError`` when the factors share a name, the values do not fill whole points, or one is not
    ///   finite.
    public init(factors: [Factor], values: [Double]) throws {
        try Factor.check(factors)
        guard !values.isEmpty, values.count.isMultiple(of: factors.count) else {
            throw ExperimentError.count(
                what: "coordinates", found: values.count,
                expected: "a whole number of points of \(factors.count) factors, at least one point")
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            throw ExperimentError.notFinite(what: "coordinate", place: place + 1, found: values[place])
        }
        self.factors = factors
        self.values = values
        count = values.count / factors.count
    }

    /// A design from points in the unit cube, row by row.
    /// - Throws: as ``init(factors:values:)``.
    public init(factors: [Factor], unit: [Double]) throws {
        try Factor.check(factors)
        var values = unit
        var column = 0
        for place in values.indices {
            values[place] = factors[column].value(atUnit: values[place])
            column = column + 1 == factors.count ? 0 : column + 1
        }
        try self.init(factors: factors, values: values)
    }

    /// The coordinate of a point on a factor, in the factor's unit. Both count from 0.
    @inlinable
    public subscript(point: Int, factor: Int) -> Double { values[point * factors.count + factor] }

    /// All coordinates of one point, counted from 0, in the order of the factors.
    @inlinable
    public func point(_ place: Int) -> ArraySlice<Double> {
        values[place * factors.count..<(place + 1) * factors.count]
    }

    /// All coordinates as places in the unit cube, row by row.
    public var unitValues: [Double] {
        var column = 0
        return values.map { value in
            let factor = factors[column]
            column = column + 1 == factors.count ? 0 : column + 1
            return factor.unit(of: value)
        }
    }

    /// The largest number of points of any design.
    static let largestCount = 1 << 28

    /// Refuses numbers of points that are no number of points.
    static func check(_ name: String, _ found: Int, atLeast least: Int) throws {
        guard found >= least, found <= largestCount else {
            throw ExperimentError.parameter(
                name: name, found: "\(found)", expected: "between \(least) and \(largestCount)")
        }
    }

    /// The number of points × factors, refused when it is above what a design may hold.
    static func cells(_ points: Int, _ factors: Int) throws -> Int {
        let (cells, overflow) = points.multipliedReportingOverflow(by: factors)
        guard !overflow, cells <= 1 << 31 else {
            throw ExperimentError.parameter(
                name: "points × factors", found: "\(points) × \(factors)",
                expected: "at most \(1 << 31) numbers")
        }
        return cells
    }
}
