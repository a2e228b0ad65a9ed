/// The places of all aspatial values in one flat vector, so that a bootstrap can fill vectors without allocating.
struct AspatialLayout: Sendable, Equatable {
    /// One value per table.
    enum Scalar: Int, CaseIterable {
        case mutualInformation, entropyIndex, dissimilarity, gini, normalisedExposure, relativeDiversity
        case squaredCoefficientOfVariation, simpsonInteraction, simpsonConcentration, groupEntropy,
            unitEntropy
        case normalisedEntropy, meanUnitInteraction
    }

    /// One value per group.
    enum PerGroup: Int, CaseIterable {
        case dissimilarity, gini, entropyIndex, isolation, interactionWithRest, isolationExact,
            correlationRatio
        case gorard, minMax, hutchens, concentrationProfile, localSegregation
    }

    /// One value per ordered pair of groups.
    enum Matrix: Int, CaseIterable {
        case dissimilarity, exposure, exposureExact
    }

    let groupCount: Int
    let atkinsonShapes: [Double]

    private static let firstGroup = Scalar.allCases.count

    func place(_ scalar: Scalar) -> Int { scalar.rawValue }

    func place(_ measure: PerGroup, group: Int) -> Int {
        Self.firstGroup + measure.rawValue * groupCount + group
    }

    func place(atkinson shape: Int, group: Int) -> Int {
        Self.firstGroup + (PerGroup.allCases.count + shape) * groupCount + group
    }

    func place(_ matrix: Matrix, of row: Int, to column: Int) -> Int {
        let first = Self.firstGroup + (PerGroup.allCases.count + atkinsonShapes.count) * groupCount
        return first + (matrix.rawValue * groupCount + row) * groupCount + column
    }

    var count: Int {
        place(.dissimilarity, of: 0, to: 0) + Matrix.allCases.count * groupCount * groupCount
    }
}
