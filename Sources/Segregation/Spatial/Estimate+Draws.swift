extension Estimate {
    /// Fills in what bootstrap draws say of a value, within the ends of the measure if it has any; too many
    /// undefined draws leave a reason in place of an interval.
    mutating func take(
        _ draws: some Collection<Double>, around value: Double, lowest: Double?, highest: Double?,
        _ options: MeasureOptions
    ) {
        let summary = DrawSummary(draws)
        let undefined = draws.count - summary.defined
        guard undefined * 20 <= draws.count else {
            intervalAbsence = .undefinedInDraws(undefined, of: draws.count)
            return
        }
        standardError = summary.standardDeviation.isFinite ? summary.standardDeviation : nil
        bias = summary.mean - value
        interval = summary.interval(around: value, lowest: lowest, highest: highest, options: options)
        if interval != nil { intervalAbsence = nil }
    }
}
