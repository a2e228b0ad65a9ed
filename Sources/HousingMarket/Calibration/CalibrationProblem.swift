public import Bilingual
public import Neighbourhoods

/// A number of the model that is not known and will be fitted.
public struct CalibrationParameter: Sendable, Hashable, Identifiable {
    /// A stable identifier.
    public let id: String
    /// Its name.
    public let name: BilingualText
    /// The smallest value that is considered.
    public let low: Double
    /// The largest value that is considered.
    public let high: Double

    /// A parameter between two values; every value in between is equally likely before the data are seen.
    public init(id: String, name: BilingualText, low: Double, high: Double) {
        self.id = id
        self.name = name
        self.low = low
        self.high = high
    }
}

/// An observed figure that the model should reproduce, with how well it is known.
public struct CalibrationTarget: Sendable, Hashable, Identifiable {
    /// A stable identifier.
    public let id: String
    /// Its name.
    public let name: BilingualText
    /// What was observed, in `unit`.
    public let observed: Double
    /// The standard deviation of the observation's error.
    public let uncertainty: Double
    /// The standard deviation of what the model may be off by even with the best parameters, as a simplification.
    public let discrepancy: Double
    /// The unit of observed and simulated values.
    public let unit: MeasurementUnit
    /// The year of the observation.
    public let year: Int
    /// Where the observation comes from.
    public let source: String

    /// A target with the standard deviation of its error.
    public init(
        id: String, name: BilingualText, observed: Double, uncertainty: Double, discrepancy: Double = 0,
        unit: MeasurementUnit, year: Int, source: String
    ) {
        self.id = id
        self.name = name
        self.observed = observed
        self.uncertainty = uncertainty
        self.discrepancy = discrepancy
        self.unit = unit
        self.year = year
        self.source = source
    }

    /// A target known to lie in a 95 % interval: its middle is taken as observed and its half width, divided by 1.96,
    /// as standard deviation.
    public init(
        id: String, name: BilingualText, interval: ClosedRange<Double>, discrepancy: Double = 0,
        unit: MeasurementUnit, year: Int, source: String
    ) {
        self.init(
            id: id, name: name, observed: (interval.lowerBound + interval.upperBound) / 2,
            uncertainty: (interval.upperBound - interval.lowerBound) / 2 / 1.959963984540054,
            discrepancy: discrepancy, unit: unit, year: year, source: source)
    }

    /// The variance of what is not the model's chance: error of the observation plus discrepancy.
    var variance: Double { uncertainty * uncertainty + discrepancy * discrepancy }
}

/// The model to be fitted: parameters in their own units and a seed to one simulated value for each target. A value
/// that is not finite says that the run failed with these parameters.
public typealias CalibrationModel = @Sendable (_ parameters: [Double], _ seed: UInt64) -> [Double]

/// What is fitted to what.
public struct CalibrationProblem: Sendable, Hashable {
    /// The parameters, in the order in which the model takes them.
    public let parameters: [CalibrationParameter]
    /// The targets, in the order in which the model gives them.
    public let targets: [CalibrationTarget]

    /// A problem that can be solved.
    /// - Throws: ``CalibrationError`` where a list is empty, an identifier occurs twice, or a number makes no sense.
    public init(parameters: [CalibrationParameter], targets: [CalibrationTarget]) throws(CalibrationError) {
        self.parameters = parameters
        self.targets = targets
        guard !parameters.isEmpty else { throw .noParameters }
        guard !targets.isEmpty else { throw .noTargets }
        var seen: Set<String> = []
        for id in parameters.map(\.id) + targets.map(\.id) where !seen.insert(id).inserted {
            throw .duplicate(id: id)
        }
        for one in parameters where !(one.low < one.high && one.low.isFinite && one.high.isFinite) {
            throw .range(parameter: one.id, low: one.low, high: one.high)
        }
        for one in targets {
            guard one.observed.isFinite else {
                throw .number(target: one.id, what: "observed value", found: one.observed)
            }
            guard one.uncertainty >= 0, one.uncertainty.isFinite else {
                throw .number(target: one.id, what: "uncertainty", found: one.uncertainty)
            }
            guard one.discrepancy >= 0, one.discrepancy.isFinite else {
                throw .number(target: one.id, what: "discrepancy", found: one.discrepancy)
            }
            guard one.variance > 0 else { throw .noUncertainty(target: one.id) }
        }
    }

    /// A point of the unit cube in the parameters' own units.
    func parameters(at point: [Double]) -> [Double] {
        zip(parameters, point).map { $0.low + $1 * ($0.high - $0.low) }
    }
}
