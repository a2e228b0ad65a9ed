public import Neighbourhoods

/// The level of the municipality as a whole in both years, from outside the areas of the case.
public struct MunicipalLevel: Sendable, Hashable {
    /// Where the level of the second year comes from.
    public enum Basis: String, Sendable, Codable, CaseIterable {
        /// As the source publishes it for that year: the baseline then knows the municipality's future.
        case published
        /// A projection that could be made in the first year.
        case projected
    }

    /// The total (counts) or mean (others) in the first year.
    public var year0: Double
    /// The same in the second year.
    public var year1: Double
    /// Where `year1` comes from.
    public var basis: Basis

    /// A level from its two values, in the unit of the indicator.
    public init(year0: Double, year1: Double, basis: Basis) {
        self.year0 = year0
        self.year1 = year1
        self.basis = basis
    }
}

/// One indicator, observed in two years, with what a model that started in the first predicts for the second.
public struct BacktestCase: Sendable {
    /// The observations of one earlier year.
    public struct Earlier: Sendable, Hashable {
        /// The year.
        public var year: Int
        /// One value for each area.
        public var values: [Value]

        /// Makes the observations of one year.
        public init(year: Int, values: [Value]) {
            self.year = year
            self.values = values
        }
    }

    /// What is predicted.
    public let indicator: BacktestIndicator
    /// The areas; all lists below follow their order.
    public let areas: [AreaCode]
    /// The year in which the model starts.
    public let year0: Int
    /// The year that it predicts.
    public let year1: Int
    /// What was observed in `year0`.
    public let observed0: [Value]
    /// What was observed in `year1`.
    public let observed1: [Value]
    /// Observations before `year0`, oldest first: what linear drift is drawn from.
    public let earlier: [Earlier]
    /// The runs of the model, one row of areas each, in the unit of the indicator; NaN where it has no prediction.
    public let predicted: [[Double]]
    /// Households, persons or homes of each area in or near `year0`: the weights where an average is taken.
    public let sizes: [Value]?
    /// The level of the municipality; nil to take that of the areas scored.
    public let municipality: MunicipalLevel?
    /// Changes below it count as none.
    public let threshold: NoiseThreshold

    /// Makes a case.
    ///
    /// - Parameters:
    ///   - predicted: may be empty until the model has run: see ``predicting(_:)``.
    ///   - threshold: nil for ``NoiseThreshold/standard(for:)``.
    /// - Throws: ``BacktestError`` where lists do not fit each other or a number cannot be used.
    public init(
        indicator: BacktestIndicator, areas: [AreaCode], year0: Int, year1: Int, observed0: [Value],
        observed1: [Value], earlier: [Earlier] = [], predicted: [[Double]] = [], sizes: [Value]? = nil,
        municipality: MunicipalLevel? = nil, threshold: NoiseThreshold? = nil
    ) throws(BacktestError) {
        self.indicator = indicator
        self.areas = areas
        self.year0 = year0
        self.year1 = year1
        self.observed0 = observed0
        self.observed1 = observed1
        self.earlier = earlier.sorted { $0.year < $1.year }
        self.predicted = predicted
        self.sizes = sizes
        self.municipality = municipality
        self.threshold = threshold ?? .standard(for: indicator.unit)
        try check()
    }

    /// The case with the runs of a model: `draws` x areas, in the unit of the indicator.
    /// - Throws: ``BacktestError/length(indicator:what:found:expected:)`` where a run has another number of areas.
    public func predicting(_ draws: [[Double]]) throws(BacktestError) -> BacktestCase {
        try BacktestCase(
            indicator: indicator, areas: areas, year0: year0, year1: year1, observed0: observed0,
            observed1: observed1, earlier: earlier, predicted: draws, sizes: sizes,
            municipality: municipality, threshold: threshold)
    }

    private func check() throws(BacktestError) {
        let id = indicator.id
        guard !areas.isEmpty else { throw .noAreas(indicator: id) }
        var seen: Set<AreaCode> = []
        for area in areas where !seen.insert(area).inserted {
            throw .duplicateArea(indicator: id, area: area)
        }
        guard year1 > year0 else { throw .yearOrder(indicator: id, year0: year0, year1: year1) }
        for (index, one) in earlier.enumerated()
        where one.year >= year0 || (index > 0 && earlier[index - 1].year == one.year) {
            throw .earlierYear(indicator: id, found: one.year, year0: year0)
        }
        try check(observed0, "the observation of \(year0)")
        try check(observed1, "the observation of \(year1)")
        for one in earlier { try check(one.values, "the observation of \(one.year)") }
        for (run, draw) in predicted.enumerated() where draw.count != areas.count {
            throw .length(
                indicator: id, what: "run \(run + 1)", found: draw.count, expected: areas.count)
        }
        if let sizes {
            try check(sizes, "the size")
            for (area, size) in zip(areas, sizes) {
                if let number = size.number, number <= 0 {
                    throw .number(indicator: id, what: "the size", area: area, found: number)
                }
            }
        }
        guard threshold.size >= 0, threshold.size.isFinite else {
            throw .threshold(indicator: id, found: threshold.size)
        }
        if let level = municipality {
            for number in [level.year0, level.year1] where !number.isFinite {
                throw .option(
                    name: "the municipality's level of \(id.rawValue)", found: number,
                    expected: "a finite number")
            }
        }
    }

    private func check(_ values: [Value], _ what: String) throws(BacktestError) {
        guard values.count == areas.count else {
            throw .length(indicator: indicator.id, what: what, found: values.count, expected: areas.count)
        }
        for (area, value) in zip(areas, values) {
            if let number = value.number, !number.isFinite {
                throw .number(indicator: indicator.id, what: what, area: area, found: number)
            }
        }
    }
}
