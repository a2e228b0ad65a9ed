/// The difference of a measure between two places, split into what people live where and how the units are
/// (Rey, Cortes and Knaap 2021).
public struct PlaceDecomposition: Sendable, Equatable {
    /// The identifier of the measure.
    public let identifier: String
    /// The group.
    public let group: Group
    /// What a unit took over from the unit at the same rank in the other place.
    public let counterfactual: Counterfactual
    /// The value in the first place.
    public let first: MeasuredValue
    /// The value in the second place.
    public let second: MeasuredValue
    /// The value with the units of the first place and the distribution of the second.
    public let firstWithDistributionOfSecond: MeasuredValue
    /// The value with the units of the second place and the distribution of the first.
    public let secondWithDistributionOfFirst: MeasuredValue

    /// The second value minus the first, the sum of both parts.
    public var difference: MeasuredValue { combined { $3 - $0 } }

    /// What the other distribution of the group over ranks of units explains: its effect with either place's units, each
    /// for half (Shapley 1953).
    public var attributePart: MeasuredValue { combined { (($1 - $0) + ($3 - $2)) / 2 } }

    /// What the other units explain, their sizes and where they lie: the effect with either distribution, each for half.
    public var structuralPart: MeasuredValue { combined { (($2 - $0) + ($3 - $1)) / 2 } }

    /// A sum over the four corners: first, first with the other distribution, second with the other, second.
    private func combined(_ formula: (Double, Double, Double, Double) -> Double) -> MeasuredValue {
        let corners = [first, firstWithDistributionOfSecond, secondWithDistributionOfFirst, second]
        for corner in corners where corner.number == nil { return corner }
        let numbers = corners.compactMap(\.number)
        guard numbers.count == 4 else { return first }
        return .defined(formula(numbers[0], numbers[1], numbers[2], numbers[3]))
    }
}

extension ContingencyTable {
    /// Splits the difference of a measure between this place and another into the distribution of a group and the
    /// structure of the units.
    ///
    /// Each unit takes over the share of the group at its rank in the other place. For a measure of counts the structure
    /// is how large the units are and who lives in the large ones; for a measure of places also where they lie.
    /// - Parameters:
    ///   - other: the other place; units and other groups may differ.
    ///   - identifier: a measure of one group, of counts or of places.
    ///   - group: a group that both tables have.
    ///   - counterfactual: what is taken over.
    ///   - geographies: where the units of this and of the other place lie, for a measure of places.
    ///   - spatialOptions: how distance enters; a centre is named by its unit and so is allowed only if both have it.
    /// - Throws: a measure that is not of one group, a group that is not there, or missing geographies.
    public func decomposedDifference(
        to other: ContingencyTable, in identifier: String, of group: Group,
        by counterfactual: Counterfactual = .composition,
        geographies: (UnitGeography, UnitGeography)? = nil, spatialOptions: SpatialOptions = SpatialOptions()
    ) throws(SegregationError) -> PlaceDecomposition {
        guard let definition = MeasureDefinition.named(identifier) else {
            throw .unknownMeasure(identifier: identifier)
        }
        guard definition.subject == .group else {
            throw .needsMore(identifier: identifier, needs: "a measure of one group in its place")
        }
        let own = againstRest(try column(of: group))
        let theirs = other.againstRest(try other.column(of: group))
        let swapped = CounterfactualCounts(own, theirs, by: counterfactual)
        let isSpatial = MeasureDefinition.spatial.contains(definition)
        if isSpatial, geographies == nil {
            throw .needsMore(identifier: identifier, needs: "the geographies of both places")
        }
        let rest: Group = group == "rest" ? "others" : "rest"
        func value(
            _ counts: [Double], _ units: [String], _ geography: UnitGeography?
        ) throws(SegregationError) -> MeasuredValue {
            let table = try ContingencyTable(groups: [group, rest], counts: counts, unitIdentifiers: units)
            var options = MeasureOptions()
            options.draws = 0
            let rows =
                if isSpatial, let geography {
                    try table.spatialMeasures([identifier], geography: geography, options: spatialOptions)
                } else {
                    try table.measure([identifier], options: options)
                }
            return rows.first { $0.groups == [group] }?.estimate.value ?? .undefined(.emptyTable)
        }
        return PlaceDecomposition(
            identifier: identifier, group: group, counterfactual: counterfactual,
            first: try value(own, unitIdentifiers, geographies?.0),
            second: try value(theirs, other.unitIdentifiers, geographies?.1),
            firstWithDistributionOfSecond: try value(swapped.first, unitIdentifiers, geographies?.0),
            secondWithDistributionOfFirst: try value(
                swapped.second, other.unitIdentifiers, geographies?.1))
    }
}
