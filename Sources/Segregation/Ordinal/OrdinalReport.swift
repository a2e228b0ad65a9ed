extension ContingencyTable {
    /// Every measure of ordered groups, lowest group first, as tidy rows.
    /// - Parameter degrees: the degrees of the polynomials behind the rank-order indices, each 1 or more.
    /// - Throws: ``SegregationError/parameter(name:found:expected:)``.
    public func ordinalMeasures(degrees: [Int] = [2, 4]) throws(SegregationError) -> [MeasureRow] {
        for degree in degrees where !(1...12).contains(degree) {
            throw .parameter(name: "degree", found: Double(degree), expected: "between 1 and 12")
        }
        let profile = OrdinalProfile(self)
        return MeasureDefinition.ordinal.flatMap { definition -> [MeasureRow] in
            guard let variation = OrdinalVariation(identifier: definition.identifier) else { return [] }
            if definition.subject == .threshold {
                return profile.shares.indices.map { threshold in
                    row(
                        definition, profile.index(variation, at: threshold),
                        groups: [groups[threshold], groups[threshold + 1]],
                        parameters: [MeasureParameter("share", "\(profile.shares[threshold])")])
                }
            }
            guard definition.identifier.hasPrefix("rankorder") else {
                return [row(definition, profile.index(variation))]
            }
            return degrees.map { degree in
                row(
                    definition, profile.rankOrder(variation, degree: degree),
                    parameters: [
                        MeasureParameter("degree", "\(degree)"),
                        MeasureParameter("fit", "least squares weighted by w(p)^2"),
                    ])
            }
        }
    }

    private func row(
        _ definition: MeasureDefinition, _ value: MeasuredValue, groups: [Group] = [],
        parameters: [MeasureParameter] = []
    ) -> MeasureRow {
        MeasureRow(
            identifier: definition.identifier, groups: groups, parameters: parameters,
            estimate: Estimate(
                value: value, intervalAbsence: value.number == nil ? .undefinedMeasure : .notDrawn,
                units: unitTotals.count { $0 > 0 }, persons: total))
    }
}

extension OrdinalVariation {
    /// The variation in the name of a measure, such as `rankorder-Hr`.
    init?(identifier: String) {
        let name = identifier.hasSuffix("r") ? identifier.dropLast() : identifier[...]
        guard let last = name.last, let variation = OrdinalVariation(rawValue: String(last)) else {
            return nil
        }
        self = variation
    }
}
