import HousingMarket
public import WorkingGroup

extension VerslagSource {
    /// An alternative with a run that speaks of it.
    struct Simulated: Sendable {
        let alternative: Alternative
        let run: VerslagRun
        let arm: VerslagRun.Arm
    }

    /// A run belongs to an alternative where the measures are the same, or where it carries its name.
    static func simulated(_ alternatives: [Alternative], in runs: [VerslagRun]) -> [Simulated] {
        func measures(_ yaml: String) -> [Measure]? {
            yaml.isEmpty ? nil : (try? Package.read(yaml: yaml, file: "pakket"))?.measures
        }
        let arms = runs.flatMap { run in run.arms.map { (run: run, arm: $0, measures: measures($0.package)) }
        }
        return alternatives.flatMap { one in
            let own = measures(one.package)
            return arms.filter { arm in
                (own != nil && arm.measures == own) || arm.arm.name == one.name
            }.map { Simulated(alternative: one, run: $0.run, arm: $0.arm) }
        }
    }

    /// What simulations say of the alternatives, in plain numbers.
    private var actionRuns: [ActionRun] {
        simulated.map { one in
            ActionRun(
                alternative: one.alternative.number, year: one.run.horizon, runs: one.run.runs,
                seed: one.run.seed, program: one.run.program,
                area: one.arm.areaChanges.map { ActionRun.Figure($0.measure.rawValue, $0.band) },
                residents: one.arm.residents.map { ActionRun.Figure("\($0.fate)", $0.band) })
        }
    }

    /// From ambition to task, as it was closed.
    public var chain: ActionChain {
        ActionChain(of: state, choices: findings.alternatives, runs: actionRuns)
    }

    /// From ambition to task, with what was done since.
    public var chainNow: ActionChain {
        ActionChain(of: now, choices: findings.alternatives, runs: actionRuns)
    }
}

extension ActionRun.Figure {
    /// A number of a simulation.
    init(_ measure: String, _ band: Band) {
        self.init(measure: measure, middle: band.middle, low: band.low, high: band.high)
    }
}
