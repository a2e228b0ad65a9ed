internal import Stochastics

/// Mean, spread and quantiles of bootstrap draws; draws in which the measure was undefined are left out.
struct DrawSummary {
    let defined: Int
    let mean: Double
    let standardDeviation: Double
    private let sorted: [Double]

    init(_ draws: some Collection<Double>) {
        sorted = draws.filter(\.isFinite).sorted()
        defined = sorted.count
        let mean = defined > 0 ? sorted.compensatedSum() / Double(defined) : .nan
        self.mean = mean
        let squares = sorted.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
        standardDeviation = defined > 1 ? (squares / Double(defined - 1)).squareRoot() : .nan
    }

    /// A quantile of the draws.
    func quantile(_ probability: Double) -> Double? { sorted.quantileOfSorted(probability) }

    /// The interval around a value, held within the range of the measure.
    func interval(
        around value: Double, definition: MeasureDefinition, options: MeasureOptions
    ) -> Interval? {
        interval(around: value, lowest: definition.lowest, highest: definition.highest, options: options)
    }

    /// The interval around a value, held between two ends if there are any.
    func interval(
        around value: Double, lowest: Double?, highest: Double?, options: MeasureOptions
    ) -> Interval? {
        let tail = (1 - options.level) / 2
        guard let low = quantile(tail), let high = quantile(1 - tail) else { return nil }
        var ends = (lower: low, upper: high)
        if options.method == .basic { ends = (2 * value - high, 2 * value - low) }
        let lowest = lowest ?? -.infinity
        let highest = highest ?? .infinity
        return Interval(
            lower: min(max(ends.lower, lowest), highest), upper: min(max(ends.upper, lowest), highest),
            level: options.level, method: options.method, resampling: options.resampling, draws: defined)
    }
}

extension MeasureDefinition {
    /// A number held within the range of the measure.
    func held(_ number: Double) -> Double {
        min(max(number, lowest ?? -.infinity), highest ?? .infinity)
    }
}
