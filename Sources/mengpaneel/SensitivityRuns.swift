import ExperimentDesign
import Foundation
import HousingMarket

/// The runs of a sensitivity study: at each point the package and doing nothing under the same luck.
struct SensitivityRuns {
    let study: SimulationStudy
    let assumptions: [AssumptionID]
    /// The raw name of the measure.
    let measure: String
    let replicates: Int
    let threads: Int

    /// Package minus doing nothing in the last year: point by point, the replicates of a point side by side.
    /// - Throws: ``UserError`` when the package is empty or the measure does not exist in every run.
    func outcomes(of design: Design) async throws -> [Double] {
        guard let measure = OutcomeMeasure(rawValue: measure) else { return [] }
        let ensemble = study.ensemble(.chance)
        guard ensemble.arms.count > 1 else {
            throw UserError("the package holds no measure; there is nothing to explain.")
        }
        let pair = PairedRuns(
            start: study.start, base: study.settings, assumptions: assumptions, measure: measure,
            arms: [ensemble.arms[0].package, ensemble.arms[1].package], scope: ensemble.scope)
        let (lanes, count) = (threads, replicates)
        let results = await withTaskGroup(of: [(Int, [Double])].self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    stride(from: lane, to: design.count, by: lanes).map { point in
                        (point, pair.differences(at: design.point(point), replicates: count))
                    }
                }
            }
            var all: [(Int, [Double])] = []
            for await part in group { all += part }
            return all.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
        guard results.allSatisfy(\.isFinite) else {
            throw UserError(
                "--outcome: \(measure.rawValue) does not exist in every run of this package; choose another measure."
            )
        }
        return results
    }
}

/// Both arms with the assumptions of one point.
private struct PairedRuns: Sendable {
    let start: StartingState
    let base: RunSettings
    let assumptions: [AssumptionID]
    let measure: OutcomeMeasure
    let arms: [Package]
    let scope: [Bool]

    func differences(at point: ArraySlice<Double>, replicates: Int) -> [Double] {
        var settings = base
        settings.isDetailed = measure == .mixingEstate
        for (id, value) in zip(assumptions, point) { settings.assumptions[id] = value }
        return (0..<replicates).map { run in
            let ends = arms.map { package in
                let summary = RunSummary(
                    start.simulate(package, settings: settings, run: UInt32(run)), frame: start.frame,
                    scope: scope)
                return summary.measures[summary.measures.count - 1][measure.position]
            }
            return ends[1] - ends[0]
        }
    }
}
