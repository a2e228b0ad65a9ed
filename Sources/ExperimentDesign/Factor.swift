/// An uncertain input of a model and the range it is varied over, both ends included.
public struct Factor: Hashable, Sendable {
    /// The name, unique within a design.
    public let name: String
    /// The lowest value, in the unit of the factor.
    public let lower: Double
    /// The highest value, in the unit of the factor; above the lowest.
    public let upper: Double

    /// A factor with its range.
    /// - Throws: ``ExperimentError/factor(name:problem:)`` when the name is empty, holds a line end, or the range is
    ///   not finite or not ascending.
    public init(_ name: String, _ lower: Double, _ upper: Double) throws {
        guard !name.isEmpty, !name.contains(where: \.isNewline) else {
            throw ExperimentError.factor(name: name, problem: "give it a name of one line")
        }
        guard lower.isFinite, upper.isFinite, (upper - lower).isFinite else {
            throw ExperimentError.factor(
                name: name, problem: "the range \(lower) ... \(upper) is not finite; give two finite ends")
        }
        guard lower < upper else {
            throw ExperimentError.factor(
                name: name,
                problem:
                    "the range \(lower) ... \(upper) does not ascend; give the lower end first, and leave "
                    + "a factor with one value out of the design")
        }
        self.name = name
        self.lower = lower
        self.upper = upper
    }

    /// The value at a place of the unit interval: place · (upper − lower) + lower, in the order in which SALib computes
    /// it. Rounding never carries a place in 0 ... 1 beyond the upper end.
    @inlinable
    public func value(atUnit place: Double) -> Double {
        let value = place * (upper - lower) + lower
        return place <= 1 ? min(value, upper) : value
    }

    /// The place of a value in the unit interval; outside 0 ... 1 for a value outside the range.
    @inlinable
    public func unit(of value: Double) -> Double { (value - lower) / (upper - lower) }

    /// Refuses an empty list and names that occur twice.
    static func check(_ factors: [Factor]) throws {
        guard !factors.isEmpty else {
            throw ExperimentError.count(what: "factors", found: 0, expected: "at least 1")
        }
        var seen: Set<String> = []
        for factor in factors where !seen.insert(factor.name).inserted {
            throw ExperimentError.factor(
                name: factor.name, problem: "the name occurs twice; give another one")
        }
    }
}
