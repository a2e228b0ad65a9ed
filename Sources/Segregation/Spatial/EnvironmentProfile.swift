/// How the weight of a person falls off within the reach of an environment.
public enum EnvironmentShape: Sendable, Equatable {
    /// (1 - (d/r)²)², as in Reardon and others 2008.
    case biweight
    /// The same weight up to the reach.
    case even

    /// The name, as in a table.
    public var label: String {
        switch self {
        case .biweight: "biweight"
        case .even: "even"
        }
    }

    func kernel(reach: Double) -> DistanceKernel {
        switch self {
        case .biweight: .biweight(reach: reach)
        case .even: .exponential(rate: 0, reach: reach)
        }
    }
}

/// Segregation between environments of one size.
public struct EnvironmentScale: Sendable, Equatable {
    /// How far the environments reach, in units of distance of the geography.
    public let reach: Double
    /// H̃: 1 - Σ t Ẽ / (T E).
    public let informationTheoryIndex: Estimate
    /// R̃: 1 - Σ t Ĩ / (T I).
    public let relativeDiversity: Estimate
    /// D̃: Σ Σ t |π̃ - P| / (2 T I).
    public let dissimilarity: Estimate
}

/// Segregation between environments that grow from the street to the town (Reardon and others 2008).
public struct EnvironmentProfile: Sendable, Equatable {
    /// How weight falls off within an environment.
    public let shape: EnvironmentShape
    /// One per reach, in the order asked for.
    public let scales: [EnvironmentScale]
    /// H̃ at the largest reach over H̃ at the smallest: how much of the segregation that a resident meets
    /// near home is still there over large distances. With 0.5 and 4 kilometres this is the ratio of the
    /// paper.
    public let macroMicroRatio: Estimate
}

extension ContingencyTable {
    /// Spatial H, R and D over environments of several sizes, and the ratio of the largest to the smallest.
    ///
    /// All reaches share one bootstrap, so the interval of the ratio takes along that both of its parts move
    /// together.
    /// - Parameters:
    ///   - geography: coordinates.
    ///   - reaches: each above 0, in units of distance; 0.5, 1, 2 and 4 kilometres in the paper.
    ///   - shape: how weight falls off within the reach.
    ///   - threads: for the values; results do not depend on it.
    ///   - intervals: draws, seed, method and threads of the bootstrap; none are drawn if left out.
    /// - Throws: places in another order than the rows, no coordinates, or a parameter out of range.
    /// - Complexity: pairs of units within reach, times groups and draws; memory grows with the units.
    public func environmentProfile(
        geography: UnitGeography, reaches: [Double] = [0.5, 1, 2, 4], shape: EnvironmentShape = .biweight,
        threads: Int = 1, intervals: MeasureOptions? = nil
    ) throws(SegregationError) -> EnvironmentProfile {
        guard !reaches.isEmpty else {
            throw .parameter(name: "number of reaches", found: 0, expected: "1 or more")
        }
        for reach in reaches where !(1e-150...1e150 ~= reach) {
            throw .parameter(name: "reach", found: reach, expected: "a distance above 0")
        }
        guard threads > 0 else {
            throw .parameter(name: "threads", found: Double(threads), expected: "1 or more")
        }
        var settings = intervals ?? MeasureOptions()
        if intervals == nil { settings.draws = 0 }
        try settings.check(for: self)
        let places = try InhabitedPlaces(self, geography)
        guard let blocks = PlaceBlocks(places) else {
            throw .needsMore(
                identifier: "environment profile", needs: PlaceInformation.coordinates.english)
        }
        let scales = EnvironmentScales(reaches: reaches, shape: shape)
        let values = scales.values(
            places,
            scales.kernels.map { NeighbourSums(of: places, blocks, kernel: $0, threads: threads) })
        var estimates = values.map { value in
            Estimate(
                value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .notRequested,
                units: places.count, persons: places.total)
        }
        if settings.draws > 0 {
            scales.addDraws(to: &estimates, places, settings)
        }
        return EnvironmentProfile(
            shape: shape,
            scales: reaches.indices.map { place in
                EnvironmentScale(
                    reach: reaches[place], informationTheoryIndex: estimates[3 * place],
                    relativeDiversity: estimates[3 * place + 1], dissimilarity: estimates[3 * place + 2])
            }, macroMicroRatio: estimates[3 * reaches.count])
    }
}

/// H̃, R̃ and D̃ at every reach, and the ratio after them.
private struct EnvironmentScales {
    let kernels: [DistanceKernel]
    private let smallest: Int
    private let largest: Int

    init(reaches: [Double], shape: EnvironmentShape) {
        kernels = reaches.map { shape.kernel(reach: $0) }
        smallest = reaches.indices.min { reaches[$0] < reaches[$1] } ?? 0
        largest = reaches.indices.max { reaches[$0] < reaches[$1] } ?? 0
    }

    func values(_ places: InhabitedPlaces, _ sums: [NeighbourSums]) -> [MeasuredValue] {
        var values = sums.flatMap { sums -> [MeasuredValue] in
            let measures = EnvironmentMeasures(places, sums: sums, own: 1)
            return [
                measures.informationTheoryIndex(), measures.relativeDiversity(), measures.dissimilarity(),
            ]
        }
        values.append(ratio(values[3 * largest], values[3 * smallest]))
        return values
    }

    private func ratio(_ macro: MeasuredValue, _ micro: MeasuredValue) -> MeasuredValue {
        guard let macro = macro.number, let below = micro.number else { return micro }
        return below != 0 ? .defined(macro / below) : .undefined(.divisionByZero)
    }

    func addDraws(to estimates: inout [Estimate], _ places: InhabitedPlaces, _ settings: MeasureOptions) {
        guard settings.resampling != .units else {
            for place in estimates.indices where estimates[place].value.number != nil {
                estimates[place].intervalAbsence = .unitsKeepTheirPlace
            }
            return
        }
        let simulation = SpatialSimulation(
            of: places, kernels: kernels.map { SimulatedKernel(kernel: $0, needsUnits: true) },
            options: settings, source: DrawSource(settings.resampling), count: estimates.count
        ) { places, sums in
            let around = sums.compactMap { if case .around(let around) = $0 { around } else { nil } }
            return values(places, around).map { $0.number ?? .nan }
        }
        for place in estimates.indices {
            guard let number = estimates[place].value.number else { continue }
            // Only D̃ has both ends fixed; environments can leave H̃ and R̃ below 0.
            let range: ClosedRange<Double>? = place < estimates.count - 1 && place % 3 == 2 ? 0...1 : nil
            estimates[place].take(
                simulation.draws(of: place), around: number, lowest: range?.lowerBound,
                highest: range?.upperBound, settings)
        }
    }
}
