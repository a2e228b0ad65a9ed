internal import Stochastics

/// How much worse an alternative turns out than the best one of each scenario (Savage 1951, Journal of the American
/// Statistical Association 46), in the unit of the outcome and never below 0.
public struct Regret: Sendable, Equatable {
    /// The regret per scenario, in the order of the scenarios.
    public let perScenario: [Double]
    /// The largest regret over the scenarios.
    public let largest: Double
    /// The 90th percentile over the scenarios (type 7), which one odd scenario does not decide.
    public let percentile90: Double
    /// The scenario, counted from 0, in which the regret is largest; the first of several.
    public let worstScenario: Int
}

extension ScenarioOutcomes {
    /// The regret of every alternative, in the caller's order. No alternative is picked: which regret weighs most is for the
    /// group to say.
    public func regrets() -> [Regret] {
        var best = [Double](repeating: -.infinity, count: scenarios)
        for alternative in 0..<alternatives {
            for (scenario, value) in outcomes(of: alternative).enumerated() {
                best[scenario] = max(best[scenario], objective.direction.oriented(value))
            }
        }
        return (0..<alternatives).map { alternative in
            let regrets = outcomes(of: alternative).enumerated().map { scenario, value in
                best[scenario] - objective.direction.oriented(value)
            }
            var worst = 0
            for (scenario, regret) in regrets.enumerated() where regret > regrets[worst] { worst = scenario }
            return Regret(
                perScenario: regrets, largest: regrets[worst],
                percentile90: regrets.sorted().quantileOfSorted(0.9) ?? regrets[worst],
                worstScenario: worst)
        }
    }
}
