/// The parts of a pass over a table that the measures asked for need.
struct AspatialParts: OptionSet, Sendable {
    let rawValue: Int

    /// Sums of n ln n over all cells: M, H and entropies.
    static let information = AspatialParts(rawValue: 1)
    /// Sums of n ln n per group and its rest, and those over all cells.
    static let groupInformation: AspatialParts = [AspatialParts(rawValue: 16), .information]
    /// Sums of absolute deviations per group: D and what follows from it.
    static let deviation = AspatialParts(rawValue: 32)
    /// Sums of squares, roots and meetings per group.
    static let spread = AspatialParts(rawValue: 2)
    /// Sums per pair of groups.
    static let pairs = AspatialParts(rawValue: 4)
    /// Units in order of share, for the Gini coefficient.
    static let order = AspatialParts(rawValue: 8)

    static let all: AspatialParts = [.information, .groupInformation, .deviation, .spread, .pairs, .order]

    /// What these measures need.
    init(for definitions: [MeasureDefinition]) {
        self = definitions.reduce(into: []) { parts, definition in
            switch (definition.subject, definition.identifier) {
            case (.pair, _): parts.insert(.pairs)
            case (_, "Gini-vs-rest"), (_, "Gini-multi"): parts.insert(.order)
            case (.table, "M"), (.table, "H"), (.table, "entropy"), (.table, "entropy-normalised"):
                parts.insert(.information)
            case (.group, "H-vs-rest"), (.group, "local-segregation-groups"): parts.insert(.groupInformation)
            case (.group, "D-vs-rest"), (.group, "Gorard-segregation"), (.group, "minmax"),
                (.table, "D-multi"):
                parts.insert(.deviation)
            case (.group, "D-density-corrected-vs-rest"): break
            case (.table, _), (.group, _): parts.insert(.spread)
            default: break
            }
        }
    }

    init(rawValue: Int) {
        self.rawValue = rawValue
    }
}

extension AspatialLayout.Scalar {
    /// The parts of a pass that the value needs.
    var parts: AspatialParts {
        switch self {
        case .mutualInformation, .entropyIndex, .groupEntropy, .unitEntropy, .normalisedEntropy: .information
        case .gini: .order
        case .dissimilarity: .deviation
        default: .spread
        }
    }
}

extension AspatialLayout.PerGroup {
    /// The parts of a pass that the value needs.
    var parts: AspatialParts {
        switch self {
        case .entropyIndex, .localSegregation: .groupInformation
        case .gini: .order
        case .dissimilarity, .gorard, .minMax: .deviation
        default: .spread
        }
    }
}
