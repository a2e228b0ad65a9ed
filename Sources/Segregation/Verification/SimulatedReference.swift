internal import ReferenceFiles

/// Compares simulated reference values by their Monte Carlo errors, as the reference files ask: means within five
/// standard errors of both simulations together, standard deviations within five of their own errors, ends of
/// intervals within 0.35 standard deviations.
struct SimulatedReference {
    private static let draws = 1000
    private let table: ContingencyTable
    private let values: [Double]
    /// Simulations are kept, as several measures are read from the same draws.
    private var simulations: [DrawSource: Bootstrap] = [:]

    init(_ table: ContingencyTable) {
        self.table = table
        values = AspatialResult(of: table, atkinsonShapes: []).values
    }

    /// The comparison, or `nil` where this version does not cover the measure.
    mutating func compare(with expected: JSONValue) -> ReferenceComparison? {
        let parts = (expected["index"]?.text ?? "").split(separator: "-", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[1] {
        case "bootstrap": return bootstrap(parts[0], expected)
        case "expected-fixed-margins": return fixedMargins(parts[0], expected)
        case "expected-free-margins": return freeMargins(parts[0], expected)
        case "bias-corrected-Allen": return allen(expected)
        default: return nil
        }
    }

    private var layout: AspatialLayout { AspatialLayout(groupCount: table.groupCount, atkinsonShapes: []) }

    private func place(_ measure: String) -> Int? {
        switch measure {
        case "M": layout.place(.mutualInformation)
        case "H": layout.place(.entropyIndex)
        case "D": layout.place(.dissimilarity, group: 0)
        default: nil
        }
    }

    private mutating func simulate(_ source: DrawSource, place: Int) -> DrawSummary {
        if let known = simulations[source] { return DrawSummary(known.draws(of: place)) }
        var options = MeasureOptions()
        options.atkinsonShapes = []
        options.draws = Self.draws
        let simulation = Bootstrap(
            of: table, options: options, parts: [.information, .deviation, .spread], source: source)
        simulations[source] = simulation
        return DrawSummary(simulation.draws(of: place))
    }

    private mutating func bootstrap(_ measure: String, _ expected: JSONValue) -> ReferenceComparison? {
        guard let place = place(measure), let mean = expected["bias_corrected_mean"]?.number,
            let error = expected["monte_carlo_error_of_mean"]?.number, let spread = expected["se"]?.number,
            let ends = expected["ci95"]?.list?.compactMap(\.number), ends.count == 2
        else { return nil }
        let summary = simulate(.persons, place: place)
        var comparison = ReferenceComparison()
        comparison.compare(
            2 * values[place] - summary.mean, with: mean, within: allowance(summary.standardDeviation, error),
            at: "mean")
        compareSpread(&comparison, summary, spread, draws: expected["draws"]?.number)
        comparison.compare(
            summary.quantile(0.975).map { 2 * values[place] - $0 }, with: ends[0], within: 0.35 * spread,
            at: "lower end")
        comparison.compare(
            summary.quantile(0.025).map { 2 * values[place] - $0 }, with: ends[1], within: 0.35 * spread,
            at: "upper end")
        return comparison
    }

    /// The exact expectation has no error of its own.
    private func fixedMargins(_ measure: String, _ expected: JSONValue) -> ReferenceComparison? {
        guard let place = place(measure), let mean = expected["mean"]?.number,
            let error = expected["monte_carlo_error_of_mean"]?.number
        else { return nil }
        var comparison = ReferenceComparison()
        comparison.compare(
            ChanceExpectation(of: table, atkinsonShapes: []).values[place], with: mean, within: 5 * error,
            at: "mean")
        return comparison
    }

    private mutating func freeMargins(_ measure: String, _ expected: JSONValue) -> ReferenceComparison? {
        guard let place = place(measure), let mean = expected["mean"]?.number,
            let error = expected["monte_carlo_error_of_mean"]?.number, let spread = expected["sd"]?.number
        else { return nil }
        let summary = simulate(.independence, place: place)
        var comparison = ReferenceComparison()
        comparison.compare(
            summary.mean, with: mean, within: allowance(summary.standardDeviation, error), at: "mean")
        compareSpread(&comparison, summary, spread, draws: expected["draws"]?.number)
        return comparison
    }

    private mutating func allen(_ expected: JSONValue) -> ReferenceComparison? {
        guard let place = place("D"), let mean = expected["mean"]?.number,
            let draws = expected["draws"]?.number, draws > 0
        else { return nil }
        let summary = simulate(.personsWithinGroups, place: place)
        let error = summary.standardDeviation / draws.squareRoot()
        var comparison = ReferenceComparison()
        comparison.compare(
            2 * values[place] - summary.mean, with: mean, within: allowance(summary.standardDeviation, error),
            at: "mean")
        return comparison
    }

    private func allowance(_ spread: Double, _ error: Double) -> Double {
        5 * (spread * spread / Double(Self.draws) + error * error).squareRoot()
    }

    private func compareSpread(
        _ comparison: inout ReferenceComparison, _ summary: DrawSummary, _ spread: Double, draws: Double?
    ) {
        let fewest = min(Double(Self.draws), draws ?? Double(Self.draws))
        comparison.compare(
            summary.standardDeviation, with: spread, within: 5 * spread / (2 * fewest).squareRoot(),
            at: "standard deviation")
    }
}
