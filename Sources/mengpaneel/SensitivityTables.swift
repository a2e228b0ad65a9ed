import ExperimentDesign

/// What an analysis of sensitivity found, as tables. Factors keep the order of the design: nothing is ranked.
enum SensitivityTables {
    /// What the trajectories of Morris say.
    static func screening(_ result: MorrisScreening) -> DataTable {
        DataTable(
            columns: ["assumption", "mean_effect", "mean_size", "low", "high", "spread"],
            rows: result.factors.map { effects in
                [.text(effects.factor.name), .number(effects.mean)] + cells(effects.meanAbsolute)
                    + [.number(effects.deviation)]
            })
    }

    /// Shares of the variance; with pairs where the design has them.
    static func shares(_ result: SobolIndices) -> DataTable {
        var rows = result.factors.indices.map { place -> [Cell] in
            [.text(result.factors[place].name), .text("")] + cells(result.first[place])
                + cells(result.total[place])
        }
        rows += result.second.map { pair in
            [.text(result.factors[pair.first].name), .text(result.factors[pair.second].name)]
                + cells(pair.index) + [.missing(""), .missing(""), .missing("")]
        }
        return DataTable(
            columns: [
                "assumption", "with", "share", "share_low", "share_high", "total", "total_low", "total_high",
            ], rows: rows)
    }

    /// The boxes of a trajectory, a row for each restriction.
    static func boxes(_ trajectory: PeelingTrajectory) -> DataTable {
        DataTable(
            columns: [
                "box", "coverage", "density", "mass", "assumption", "low", "high", "one_of", "quasi_p_low",
                "quasi_p_high",
            ],
            rows: trajectory.steps.enumerated().flatMap { number, step -> [[Cell]] in
                let head: [Cell] = [
                    .integer(number), .number(step.coverage), .number(step.density), .number(step.mass),
                ]
                guard !step.box.restrictions.isEmpty else {
                    return [head + [.text("")] + Array(repeating: .missing(""), count: 5)]
                }
                return step.box.restrictions.map { head + restriction($0, of: step) }
            })
    }

    private static func restriction(_ one: ScenarioBox.Restriction, of step: PeelingStep) -> [Cell] {
        func chance(_ side: QuasiProbability.Side) -> Cell {
            step.quasiProbabilities.first { $0.variable == one.variable && $0.side == side }
                .map { .number($0.probability) } ?? .missing("")
        }
        return switch one.limit {
        case .range(let lower, let upper):
            [
                .text(one.variable), lower.map { .number($0) } ?? .missing(""),
                upper.map { .number($0) } ?? .missing(""), .missing(""), chance(.lower), chance(.upper),
            ]
        case .categories(let names):
            [
                .text(one.variable), .missing(""), .missing(""), .text(names.joined(separator: " ")),
                chance(.categories), .missing(""),
            ]
        }
    }

    private static func cells(_ estimate: ResampledEstimate) -> [Cell] {
        let interval = estimate.interval.value
        return [
            .number(estimate.estimate), interval.map { .number($0.lower) } ?? .missing(""),
            interval.map { .number($0.upper) } ?? .missing(""),
        ]
    }
}
