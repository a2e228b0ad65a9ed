/// One value of an aspatial measure: whose it is, and where it stands among all values of a table.
struct MeasurePlace: Sendable {
    let definition: MeasureDefinition
    let columns: [Int]
    let parameters: [MeasureParameter]
    let place: Int

    /// The values of these measures, in the order asked for; symmetric pairs once.
    /// - Parameter kept: columns to which measures of groups and pairs are limited.
    /// - Throws: an unknown measure, or one that is not a value of the whole table, of a group or of a pair.
    static func all(
        of identifiers: [String], _ layout: AspatialLayout, kept: Set<Int>
    ) throws(SegregationError) -> [MeasurePlace] {
        var places: [MeasurePlace] = []
        for identifier in identifiers {
            guard let definition = MeasureDefinition.named(identifier) else {
                throw .unknownMeasure(identifier: identifier)
            }
            guard let found = Self.values(of: definition, layout) else {
                throw .needsMore(
                    identifier: identifier,
                    needs:
                        "another comparison; here go measures of counts with one value per table, group or pair"
                )
            }
            places += found.filter { kept.isSuperset(of: $0.columns) }
        }
        return places
    }

    private static func values(of definition: MeasureDefinition, _ layout: AspatialLayout) -> [MeasurePlace]?
    {
        let identifier = definition.identifier
        let columns = 0..<layout.groupCount
        if identifier == "entropy" {
            return [(AspatialLayout.Scalar.groupEntropy, "groups"), (.unitEntropy, "units")].map {
                MeasurePlace(
                    definition: definition, columns: [],
                    parameters: [.naturalBase, MeasureParameter("of", $0.1)], place: layout.place($0.0))
            }
        }
        if identifier == "Atkinson-vs-rest" {
            return layout.atkinsonShapes.enumerated().flatMap { shape, b in
                columns.map {
                    MeasurePlace(
                        definition: definition, columns: [$0], parameters: [MeasureParameter("b", "\(b)")],
                        place: layout.place(atkinson: shape, group: $0))
                }
            }
        }
        let parameters =
            ["M", "local-segregation-groups"].contains(identifier) ? [MeasureParameter.naturalBase] : []
        func one(_ columns: [Int], _ place: Int) -> MeasurePlace {
            MeasurePlace(definition: definition, columns: columns, parameters: parameters, place: place)
        }
        switch definition.subject {
        case .table:
            return AspatialLayout.Scalar(identifier: identifier).map { [one([], layout.place($0))] }
        case .group:
            return AspatialLayout.PerGroup(identifier: identifier).map { measure in
                columns.map { one([$0], layout.place(measure, group: $0)) }
            }
        case .pair:
            return AspatialLayout.Matrix(identifier: identifier).map { matrix in
                columns.flatMap { of in
                    // Dissimilarity is the same both ways and nothing from itself.
                    columns.filter { matrix != .dissimilarity || of < $0 }
                        .map { one([of, $0], layout.place(matrix, of: of, to: $0)) }
                }
            }
        default: return nil
        }
    }

    /// The value in a table that was measured.
    func value(in result: AspatialResult) -> MeasuredValue {
        let number = result.values[place]
        if number.isFinite { return .defined(number) }
        guard let first = columns.first, let last = columns.last else {
            return .undefined(result.total > 0 ? .singleGroup : .emptyTable)
        }
        return .undefined(result.reason(group: result.groupTotals[first] > 0 ? last : first))
    }

    /// How far two values of the measure can lie apart.
    var rangeOfDifferences: ClosedRange<Double> {
        guard let lowest = definition.lowest, let highest = definition.highest else {
            return -.infinity ... .infinity
        }
        return lowest - highest...highest - lowest
    }
}
