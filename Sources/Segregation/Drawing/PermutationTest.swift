/// How often persons put back at random over the units give a value at least as high.
public struct PermutationTest: Sendable, Equatable {
    /// The identifier of the measure.
    public let identifier: String
    /// The groups concerned.
    public let groups: [Group]
    /// The parameters, for measures of places.
    public let parameters: [MeasureParameter]
    /// The value in the table, or why there is none.
    public let value: MeasuredValue
    /// The number of permutations.
    public let draws: Int
    /// Permutations with a value at least as high.
    public let atLeastAsHigh: Int
    /// The mean over the permutations: what chance alone gives.
    public let mean: Double
    /// The Monte Carlo error of the mean, its standard deviation over repeated simulations; `nil` with one permutation.
    public let meanError: Double?

    /// Counts the permutations with a value at least as high; those in which it is undefined do not count.
    init(
        identifier: String, groups: [Group], parameters: [MeasureParameter] = [], value: MeasuredValue,
        draws: some Collection<Double>
    ) {
        self.identifier = identifier
        self.groups = groups
        self.parameters = parameters
        self.value = value
        self.draws = draws.count
        let number = value.number ?? .nan
        // Values that differ by rounding only are the same value.
        let limit = number - 1e-12 * max(1, abs(number))
        atLeastAsHigh = draws.count { $0 >= limit }
        let summary = DrawSummary(draws)
        mean = summary.mean
        let error = summary.standardDeviation / Double(summary.defined).squareRoot()
        meanError = error.isFinite ? error : nil
    }

    /// (r + 1) / (n + 1): the table itself is one of the permutations, so this is never 0. `nil` where the measure is
    /// undefined.
    public var pValue: Double? {
        value.number == nil ? nil : Double(atLeastAsHigh + 1) / Double(draws + 1)
    }

    /// The identifiers of the measures of counts that can be tested, in the order of ``MeasureDefinition/all``.
    public static let measuresOfCounts: [String] = MeasureDefinition.all.filter {
        ContingencyTable.places(of: $0, AspatialLayout(groupCount: 1, atkinsonShapes: [])) != nil
    }.map(\.identifier)
}

extension ContingencyTable {
    /// Tests measures against persons who settle by chance, with the sizes of units and groups as they are.
    /// - Parameters:
    ///   - identifiers: aspatial measures of the table, of groups or of pairs that are not corrected for chance.
    ///   - options: draws, seed and threads; the result does not depend on threads.
    /// - Throws: an unknown measure, counts that are not whole, or a parameter out of range.
    public func permutationTest(
        _ identifiers: [String], options: MeasureOptions = MeasureOptions()
    ) throws(SegregationError) -> [PermutationTest] {
        try options.check(for: self)
        guard options.draws > 0 else {
            throw .parameter(name: "draws", found: 0, expected: "1 or more for a test")
        }
        var definitions: [MeasureDefinition] = []
        for identifier in identifiers {
            guard PermutationTest.measuresOfCounts.contains(identifier),
                let definition = MeasureDefinition.named(identifier)
            else { throw .unknownMeasure(identifier: identifier) }
            definitions.append(definition)
        }
        guard holdsWholeNumbers else {
            throw .needsMore(identifier: identifiers.first ?? "", needs: "whole numbers of persons")
        }
        var settings = options
        settings.atkinsonShapes = []
        let parts = AspatialParts(for: definitions)
        let result = AspatialResult(of: self, atkinsonShapes: [], parts: parts)
        let simulation = Bootstrap(of: self, options: settings, parts: parts, source: .permutation)
        return definitions.flatMap { definition in
            (Self.places(of: definition, result.layout) ?? []).map { place, columns in
                test(definition, columns, result, simulation.draws(of: place), place)
            }
        }
    }

    private func test(
        _ definition: MeasureDefinition, _ columns: [Int], _ result: AspatialResult,
        _ draws: ArraySlice<Double>, _ place: Int
    ) -> PermutationTest {
        let number = result.values[place]
        let reason = columns.first.map { result.reason(group: $0) }
        return PermutationTest(
            identifier: definition.identifier, groups: columns.map { groups[$0] },
            value: number.isFinite
                ? .defined(number) : .undefined(reason ?? (total > 0 ? .singleGroup : .emptyTable)),
            draws: draws)
    }

    /// Where the values of a measure stand, with the columns they belong to.
    fileprivate static func places(
        of definition: MeasureDefinition, _ layout: AspatialLayout
    ) -> [(place: Int, columns: [Int])]? {
        let columns = 0..<layout.groupCount
        switch definition.subject {
        case .table:
            return AspatialLayout.Scalar(identifier: definition.identifier)
                .map { [(layout.place($0), [])] }
        case .group:
            return AspatialLayout.PerGroup(identifier: definition.identifier).map { measure in
                columns.map { (layout.place(measure, group: $0), [$0]) }
            }
        case .pair:
            return AspatialLayout.Matrix(identifier: definition.identifier).map { measure in
                columns.flatMap { of in
                    columns.map { (layout.place(measure, of: of, to: $0), [of, $0]) }
                }
            }
        default: return nil
        }
    }
}
