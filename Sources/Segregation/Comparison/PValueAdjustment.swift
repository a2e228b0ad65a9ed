/// How p-values are raised when many tests are done at once.
///
/// Of twenty tests in which nothing is the matter one falls below 0.05 by chance.
public enum PValueAdjustment: String, Sendable, CaseIterable {
    /// The chance of even one false alarm among all tests stays below the level (Holm 1979).
    case holm
    /// The expected share of false alarms among all alarms stays below the level (Benjamini and Hochberg 1995).
    case benjaminiHochberg
    /// Every test stands alone.
    case none

    /// The adjusted p-values, in the same order, each at least the p-value itself and at most 1; `nil` stays `nil` and
    /// does not count as a test.
    public func adjusted(_ pValues: [Double?]) -> [Double?] {
        guard self != .none else { return pValues }
        let order = pValues.indices.filter { pValues[$0] != nil }
            .sorted { (pValues[$0] ?? 1, $0) < (pValues[$1] ?? 1, $1) }
        let tests = Double(order.count)
        var result = [Double?](repeating: nil, count: pValues.count)
        var reached = self == .holm ? 0.0 : 1.0
        for step in order.indices {
            let rank = self == .holm ? step : order.count - 1 - step
            let place = order[rank]
            let p = pValues[place] ?? 1
            switch self {
            case .holm: reached = max(reached, min(1, (tests - Double(rank)) * p))
            case .benjaminiHochberg: reached = min(reached, tests / Double(rank + 1) * p)
            case .none: break
            }
            result[place] = reached
        }
        return result
    }
}
