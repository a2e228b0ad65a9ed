internal import Bilingual
internal import Neighbourhoods

/// Calibration of the simulation to published turnover: history matching, then the posterior, on the town at hand.
///
/// The wishes to move by tenure and the arrivals are fitted; the age of movers and the length of chains are not targets,
/// so that they can be held against published values afterwards.
public struct MarketCalibration: Sendable {
    /// What is fitted.
    public static let parameters: [AssumptionID] = [
        .wishSocialRent, .wishPrivateRent, .wishOwner, .arrivalRate,
    ]

    /// What it is fitted to: turnover by tenure with the uncertainty of its source, and homes without an occupant. The
    /// model may be off by as much again.
    public static let targets: [CalibrationTarget] = [
        target(
            "turnover.socialRent", "Mutatiegraad sociale huur", "Turnover, social rent", 0.072, 0.002,
            "CBS 2021-22: 169,000 and 162,500 of 2.3 million"),
        target(
            "turnover.privateRent", "Mutatiegraad particuliere huur", "Turnover, private rent", 0.17, 0.01,
            "CBS 2021-22: rent without allowance"),
        target(
            "turnover.owner", "Mutatiegraad koop", "Turnover, owner-occupied", 0.07, 0.005,
            "CBS 2021-22: owner-occupied"),
        target(
            "vacant", "Leegstand", "Homes without an occupant", 0.025, 0.005, "assumption: what moving takes"),
    ]

    private static func target(
        _ id: String, _ nl: String, _ en: String, _ observed: Double, _ uncertainty: Double, _ source: String
    ) -> CalibrationTarget {
        CalibrationTarget(
            id: id, name: BilingualText(nl: nl, en: en), observed: observed, uncertainty: uncertainty,
            discrepancy: uncertainty, unit: .share, year: 2022, source: source)
    }

    /// Fits the town.
    ///
    /// - Parameters:
    ///   - start: the starting population.
    ///   - years: how many years a run lasts; the first two are left out.
    ///   - assumptions: the values of everything that is not fitted.
    ///   - options: of the procedure.
    /// - Throws: ``CalibrationError``.
    public static func fit(
        _ start: StartingState, years: Int = 6, assumptions: Assumptions = Assumptions(),
        options: CalibrationOptions = CalibrationOptions(
            waves: 4, points: 40, replicates: 2, particles: 100, generations: 3)
    ) async throws -> Calibration {
        let problem = try CalibrationProblem(
            parameters: parameters.map { id in
                let one = Assumptions.catalogue[id.rawValue]
                let width = one.range.upperBound - one.range.lowerBound
                return CalibrationParameter(
                    id: "\(id)", name: one.name, low: max(0, one.range.lowerBound - width / 2),
                    high: one.range.upperBound + width / 2)
            }, targets: targets)
        return try await Calibration(of: problem, options: options) { values, seed in
            var changed = assumptions
            for (id, value) in zip(parameters, values) { changed[id] = value }
            let run = start.simulate(
                Package(name: "none", horizon: start.frame.startYear + years, measures: []),
                settings: RunSettings(assumptions: changed, seed: seed, isDetailed: false))
            return outcomes(Array(run.years.dropFirst(3)))
        }
    }

    private static func outcomes(_ years: [YearRecord]) -> [Double] {
        func turnover(_ tenure: Tenure) -> Double {
            let code = Int(tenure.rawValue)
            let freed = years.reduce(0) { $0 + $1.flows.freed[code] }
            return Double(freed) / Double(max(1, years.reduce(0) { $0 + $1.dwellings(tenure) }))
        }
        let homes = years.reduce(0) { sum, year in sum + Tenure.allCases.reduce(0) { $0 + year.dwellings($1) }
        }
        let vacant = Double(years.reduce(0) { $0 + $1.flows.vacant }) / Double(max(1, homes))
        return [turnover(.socialRent), turnover(.privateRent), turnover(.ownerOccupied), vacant]
    }
}
