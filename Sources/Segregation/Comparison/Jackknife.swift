internal import Stochastics

/// A measure with each unit left out once: how far the value hangs on single units (Quenouille 1956; Efron 1982).
public struct JackknifeEstimate: Sendable, Equatable {
    /// The identifier of the measure.
    public let identifier: String
    /// The group, or the two groups; none for a measure of the whole table.
    public let groups: [Group]
    /// The parameters of the measure.
    public let parameters: [MeasureParameter]
    /// The value with all units.
    public let value: MeasuredValue
    /// (n - 1)(mean without one unit - value); `nil` where the value without some unit is undefined.
    public let bias: Double?
    /// √((n-1)/n Σ (value without a unit - their mean)²); `nil` as above.
    public let standardError: Double?
    /// The value less the bias; may leave the range of the measure.
    public var corrected: Double? {
        guard let number = value.number, let bias else { return nil }
        return number - bias
    }
    /// What each unit does to the value, in the order of the table.
    public let influences: [UnitInfluence]

    /// The units whose influence lies further from the mean influence than so many standard deviations, in the order of
    /// the table: a reason to look at the data, not a judgement of the place.
    public func unusualUnits(beyond deviations: Double = 3) -> [UnitInfluence] {
        let known = influences.compactMap(\.influence)
        guard known.count > 1 else { return [] }
        let mean = known.compensatedSum() / Double(known.count)
        let squares = known.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
        let limit = deviations * (squares / Double(known.count - 1)).squareRoot()
        return influences.filter { unit in unit.influence.map { abs($0 - mean) > limit } ?? false }
    }
}

/// What one unit does to the value of a measure.
public struct UnitInfluence: Sendable, Equatable {
    /// The identifier of the unit.
    public let unit: String
    /// The value without the unit.
    public let valueWithout: MeasuredValue
    /// The value with all units minus the value without this one; `nil` where one of them is undefined.
    public let influence: Double?
}

extension ContingencyTable {
    /// Measures with each unit left out once.
    ///
    /// A unit without persons changes nothing; it is listed as undefined and does not count among the n units.
    /// - Parameters:
    ///   - identifiers: aspatial measures of the table, of groups or of pairs.
    ///   - options: shapes of the Atkinson index and threads; nothing is drawn.
    /// - Throws: an unknown measure or a parameter out of range.
    /// - Complexity: units times one pass over the table.
    public func jackknife(
        _ identifiers: [String], options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> [JackknifeEstimate] {
        try options.check(for: self)
        let layout = AspatialLayout(groupCount: groupCount, atkinsonShapes: options.atkinsonShapes)
        let places = try MeasurePlace.all(of: identifiers, layout, kept: Set(0..<groupCount))
        let parts = AspatialParts(for: places.map(\.definition))
        let whole = AspatialResult(of: self, atkinsonShapes: options.atkinsonShapes, parts: parts)
        let terms = EntropyTerms(drawnFrom: self)
        let targets = places.map(\.place)
        let table = self
        let values = RepeatedDraws(unitCount, width: places.count, threads: options.threads) {
            UnitsLeftOut(
                table, meter: TableMeter(layout: layout, units: table.unitCount, terms: terms, parts: parts),
                places: targets)
        }
        let inhabited = unitTotals.map { $0 > 0 }
        return places.enumerated().map { index, place in
            estimate(place, place.value(in: whole), values.draws(of: index), inhabited)
        }
    }

    private func estimate(
        _ place: MeasurePlace, _ value: MeasuredValue, _ without: [Double], _ inhabited: [Bool]
    ) -> JackknifeEstimate {
        let influences = unitIdentifiers.indices.map { unit -> UnitInfluence in
            let name = unitIdentifiers[unit]
            guard inhabited[unit] else {
                return UnitInfluence(
                    unit: name, valueWithout: .undefined(.emptyUnit(name)), influence: nil)
            }
            guard without[unit].isFinite else {
                return UnitInfluence(
                    unit: name, valueWithout: .undefined(.absentWithout(name)), influence: nil)
            }
            return UnitInfluence(
                unit: name, valueWithout: .defined(without[unit]),
                influence: value.number.map { $0 - without[unit] })
        }
        let kept = without.indices.filter { inhabited[$0] }.map { without[$0] }
        var bias: Double?
        var error: Double?
        if let number = value.number, kept.count > 1, kept.allSatisfy(\.isFinite) {
            let n = Double(kept.count)
            let mean = kept.compensatedSum() / n
            let squares = kept.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
            bias = (n - 1) * (mean - number)
            error = ((n - 1) / n * squares).squareRoot()
        }
        return JackknifeEstimate(
            identifier: place.definition.identifier, groups: place.columns.map { groups[$0] },
            parameters: place.parameters, value: value, bias: bias, standardError: error,
            influences: influences)
    }
}

/// Empties one unit, measures and fills it again.
private struct UnitsLeftOut: Drawing {
    private let original: [Double]
    private let groups: Int
    private let places: [Int]
    private var counts: [Double]
    private var meter: TableMeter

    init(_ table: ContingencyTable, meter: TableMeter, places: [Int]) {
        original = table.counts
        groups = table.groupCount
        self.places = places
        counts = table.counts
        self.meter = meter
    }

    mutating func draw(_ number: Int, into row: UnsafeMutableBufferPointer<Double>) {
        let cells = number * groups..<(number + 1) * groups
        for cell in cells { counts[cell] = 0 }
        meter.measure(counts)
        for (target, place) in places.enumerated() { row[target] = meter.values[place] }
        for cell in cells { counts[cell] = original[cell] }
    }
}
