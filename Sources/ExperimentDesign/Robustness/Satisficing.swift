/// A norm of the group on one outcome.
public struct Norm: Sendable, Equatable {
    /// The outcomes that the norm is about.
    public let outcomes: ScenarioOutcomes
    /// The threshold in the unit of the outcome; meeting it exactly suffices.
    public let threshold: Double

    /// A norm: at least the threshold where more is better, at most where less is.
    /// - Throws: ``ExperimentError/parameter(name:found:expected:)`` when the threshold is not a number.
    public init(_ outcomes: ScenarioOutcomes, threshold: Double) throws {
        guard !threshold.isNaN else {
            throw ExperimentError.parameter(
                name: "threshold of '\(outcomes.objective.name)'", found: "\(threshold)",
                expected: "a number in the unit of the outcome")
        }
        self.outcomes = outcomes
        self.threshold = threshold
    }

    func isMet(_ alternative: Int, _ scenario: Int) -> Bool {
        let direction = outcomes.objective.direction
        let value = outcomes.values[alternative * outcomes.scenarios + scenario]
        return direction.oriented(value) >= direction.oriented(threshold)
    }
}

/// In how many scenarios an alternative meets the norms (the domain criterion of Starr 1963; Lempert and Collins 2007,
/// Risk Analysis 27).
///
/// A share of the scenarios supplied, and no probability: scenarios of a design are spread, not weighed by how likely they
/// are.
public struct Satisficing: Sendable, Equatable {
    /// Per norm the number of scenarios in which it is met.
    public let metPerNorm: [Int]
    /// The number of scenarios in which all norms are met.
    public let met: Int
    /// The number of scenarios.
    public let scenarios: Int

    /// The share of scenarios in which all norms are met, 0 ... 1.
    public var share: Double { Double(met) / Double(scenarios) }

    /// Every alternative against norms, in the caller's order.
    /// - Throws: ``ExperimentError/count(what:found:expected:)`` without norms, or when they are about tables of another
    ///   shape.
    public static func counts(_ norms: [Norm]) throws -> [Satisficing] {
        guard let first = norms.first?.outcomes else {
            throw ExperimentError.count(what: "norms", found: 0, expected: "at least 1")
        }
        for norm in norms
        where norm.outcomes.scenarios != first.scenarios || norm.outcomes.alternatives != first.alternatives {
            throw ExperimentError.count(
                what: "outcomes of '\(norm.outcomes.objective.name)'", found: norm.outcomes.values.count,
                expected:
                    "for \(first.alternatives) alternatives in \(first.scenarios) scenarios, as those of "
                    + "'\(first.objective.name)'")
        }
        return (0..<first.alternatives).map { alternative in
            var perNorm = [Int](repeating: 0, count: norms.count)
            var met = 0
            for scenario in 0..<first.scenarios {
                var all = true
                for (place, norm) in norms.enumerated() {
                    if norm.isMet(alternative, scenario) { perNorm[place] += 1 } else { all = false }
                }
                if all { met += 1 }
            }
            return Satisficing(metPerNorm: perNorm, met: met, scenarios: first.scenarios)
        }
    }
}
