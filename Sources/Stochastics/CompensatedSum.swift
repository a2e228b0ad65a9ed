/// A sum that carries its rounding error along (Neumaier 1974, ZAMM 54).
///
/// The error does not grow with the number of terms, so a sum over a million units keeps full precision.
public struct CompensatedSum: Sendable {
    @usableFromInline var sum = 0.0
    @usableFromInline var lost = 0.0

    /// An empty sum.
    @inlinable
    public init() {}

    /// Adds one term.
    @inlinable @inline(__always)
    public mutating func add(_ term: Double) {
        let total = sum + term
        if abs(sum) >= abs(term) {
            lost += (sum - total) + term
        } else {
            lost += (term - total) + sum
        }
        sum = total
    }

    /// The sum so far.
    @inlinable
    public var value: Double { sum + lost }
}

extension Sequence where Element == Double {
    /// The sum of all elements, compensated for rounding.
    @inlinable
    public func compensatedSum() -> Double {
        var sum = CompensatedSum()
        for term in self { sum.add(term) }
        return sum.value
    }
}
