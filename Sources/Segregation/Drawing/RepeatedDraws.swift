internal import Dispatch

/// The memory of one worker that draws and measures again and again.
protocol Drawing: SendableMetatype {
    /// Makes draw number `number` and writes one value per place; NaN where undefined.
    mutating func draw(_ number: Int, into row: UnsafeMutableBufferPointer<Double>)
}

/// The values of many draws.
///
/// Draw number i reads the random stream with run i, so neither the number of threads nor the order of the work
/// changes a result.
struct RepeatedDraws {
    /// The number of draws.
    let count: Int
    /// The number of values per draw.
    let width: Int
    /// All values of the first draw, then all of the second, and so on.
    private var values: [Double]

    /// Draws.
    /// - Parameter hand: makes the memory of one worker; called once per thread.
    init<Hand: Drawing>(_ count: Int, width: Int, threads: Int, hand: @Sendable () -> Hand) {
        self.count = count
        self.width = width
        values = [Double](repeating: .nan, count: count * width)
        let workers = min(threads, count)
        guard workers > 0, width > 0 else { return }
        values.withUnsafeMutableBufferPointer { values in
            // Every worker writes the rows of its own draws only, and all are done before the pointer is handed
            // back.
            nonisolated(unsafe) let values = values
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                var hand = hand()
                for draw in stride(from: worker, to: count, by: workers) {
                    hand.draw(
                        draw,
                        into: UnsafeMutableBufferPointer(rebasing: values[draw * width..<(draw + 1) * width]))
                }
            }
        }
    }

    /// The draws of one value.
    func draws(of place: Int) -> [Double] {
        stride(from: place, to: values.count, by: width).map { values[$0] }
    }

    /// Mean, spread and quantiles of one value.
    func summary(of place: Int) -> DrawSummary { DrawSummary(draws(of: place)) }
}

extension DrawSummary {
    /// Whether so few draws are defined that an interval would mislead: fewer than nineteen in twenty.
    func isTooOftenUndefined(of draws: Int) -> Bool { (draws - defined) * 20 > draws }

    /// The interval around a value, held within a range.
    func interval(
        around value: Double, within range: ClosedRange<Double>, options: MeasureOptions
    ) -> Interval? {
        let tail = (1 - options.level) / 2
        guard let low = quantile(tail), let high = quantile(1 - tail) else { return nil }
        var ends = (lower: low, upper: high)
        if options.method == .basic { ends = (2 * value - high, 2 * value - low) }
        return Interval(
            lower: min(max(ends.lower, range.lowerBound), range.upperBound),
            upper: min(max(ends.upper, range.lowerBound), range.upperBound),
            level: options.level, method: options.method, resampling: options.resampling, draws: defined)
    }
}
