extension AspatialLayout.Scalar {
    init?(identifier: String) {
        switch identifier {
        case "M": self = .mutualInformation
        case "H": self = .entropyIndex
        case "D-multi": self = .dissimilarity
        case "Gini-multi": self = .gini
        case "P-multi": self = .normalisedExposure
        case "R-multi", "divintseg-segregation": self = .relativeDiversity
        case "C-multi": self = .squaredCoefficientOfVariation
        case "simpson-interaction", "divintseg-diversity": self = .simpsonInteraction
        case "simpson-concentration": self = .simpsonConcentration
        case "entropy-normalised": self = .normalisedEntropy
        case "divintseg-integration": self = .meanUnitInteraction
        default: return nil
        }
    }
}

extension AspatialLayout.PerGroup {
    init?(identifier: String) {
        switch identifier {
        case "D-vs-rest": self = .dissimilarity
        case "Gini-vs-rest": self = .gini
        case "H-vs-rest": self = .entropyIndex
        case "isolation": self = .isolation
        case "interaction-with-rest": self = .interactionWithRest
        case "isolation-exact": self = .isolationExact
        case "eta2": self = .correlationRatio
        case "Gorard-segregation": self = .gorard
        case "minmax": self = .minMax
        case "hutchens-sqrt-vs-rest": self = .hutchens
        case "concentration-profile": self = .concentrationProfile
        case "local-segregation-groups": self = .localSegregation
        default: return nil
        }
    }
}

extension AspatialLayout.Matrix {
    init?(identifier: String) {
        switch identifier {
        case "D-matrix": self = .dissimilarity
        case "exposure-matrix": self = .exposure
        case "exposure-matrix-exact": self = .exposureExact
        default: return nil
        }
    }
}

extension LocalMeasures {
    /// The values of a measure with one value per unit.
    func values(of identifier: String) -> [Double?]? {
        switch identifier {
        case "local-entropy": entropies
        case "local-entropy-normalised-by-all-groups": entropiesByAllGroups
        case "local-entropy-normalised-by-present-groups": entropiesByPresentGroups
        case "local-simpson-interaction": interactions
        case "local-simpson-concentration": concentrations
        case "local-segregation-units": segregation
        case "local-share-units": shares
        default: nil
        }
    }
}
