internal import Stochastics

/// What outcomes must be like before they are analysed.
enum Outcomes {
    /// Refuses another number of outcomes than points, and outcomes that are not finite.
    static func check(_ outcomes: [Double], points: Int) throws {
        guard outcomes.count == points else {
            throw ExperimentError.count(
                what: "outcomes", found: outcomes.count, expected: "one per point, \(points)")
        }
        try checkFinite(outcomes)
    }

    /// Refuses outcomes that are not finite, or so large that a difference of two is not.
    static func checkFinite(_ outcomes: [Double]) throws {
        if let place = outcomes.firstIndex(where: { !(abs($0) <= 0x1p1020) }) {
            throw ExperimentError.notFinite(what: "outcome", place: place + 1, found: outcomes[place])
        }
    }

    /// Mean and standard deviation (over n), or `nil` when the outcomes differ by no more than rounding.
    static func moments(_ outcomes: [Double]) -> (mean: Double, deviation: Double)? {
        guard let first = outcomes.first else { return nil }
        // Around the first value, and as shares of the largest distance, sums neither lose digits nor overflow.
        let largest = outcomes.reduce(0) { max($0, abs($1 - first)) }
        guard largest > abs(first) * 1e-14 else { return nil }
        let count = Double(outcomes.count)
        let shift = outcomes.lazy.map { ($0 - first) / largest }.compensatedSum() / count
        let squares = outcomes.lazy
            .map { (($0 - first) / largest - shift) * (($0 - first) / largest - shift) }.compensatedSum()
        return (first + shift * largest, (squares / count).squareRoot() * largest)
    }
}
