/// What an entropy is taken of.
public enum EntropySubject: String, Sendable {
    /// The shares of the groups.
    case groups
    /// The shares of the units.
    case units
}

extension ContingencyTable {
    /// The mutual information M of group and unit: what knowing the unit tells about the group (Theil 1971; Mora and
    /// Ruiz-Castillo 2011). From 0 up to the entropy of the groups.
    public func mutualInformation(base: LogarithmBase = .natural) -> MeasuredValue {
        value(.mutualInformation).scaled(by: base.factor)
    }

    /// The multigroup information theory index H, M over the entropy of the groups (Reardon and Firebaugh 2002).
    /// 0 to 1.
    public func informationTheoryIndex() -> MeasuredValue { value(.entropyIndex) }

    /// Multigroup dissimilarity, ΣΣ t |π - P| / (2TI) (Morgan 1975; Sakoda 1981). 0 to 1.
    public func multigroupDissimilarity() -> MeasuredValue { value(.dissimilarity) }

    /// The multigroup Gini coefficient (Reardon 1998). 0 to 1.
    public func multigroupGini() -> MeasuredValue { value(.gini) }

    /// Normalised exposure P, ΣΣ t (π - P)² / (T(1-P)) (James 1986). 0 to 1.
    public func normalisedExposure() -> MeasuredValue { value(.normalisedExposure) }

    /// Relative diversity R, ΣΣ t (π - P)² / (TI) (Carlson 1992). 0 to 1.
    public func relativeDiversity() -> MeasuredValue { value(.relativeDiversity) }

    /// The squared coefficient of variation C, ΣΣ t (π - P)² / (T(K-1)P) with K the groups that have members
    /// (Reardon and Firebaugh 2002). 0 to 1.
    public func squaredCoefficientOfVariation() -> MeasuredValue { value(.squaredCoefficientOfVariation) }

    /// Simpson's interaction index I, Σ P(1-P): the chance that two persons differ in group, wherever they live.
    public func simpsonInteraction() -> MeasuredValue { value(.simpsonInteraction) }

    /// Simpson's concentration, Σ P²: the chance that two persons share a group.
    public func simpsonConcentration() -> MeasuredValue { value(.simpsonConcentration) }

    /// The entropy of the groups or of the units, -Σ P ln P (Theil 1972).
    public func entropy(of subject: EntropySubject, base: LogarithmBase = .natural) -> MeasuredValue {
        value(subject == .groups ? .groupEntropy : .unitEntropy).scaled(by: base.factor)
    }

    /// The entropy of the groups over its highest value ln K, with K all groups of the table. 0 to 1.
    public func normalisedEntropy() -> MeasuredValue { value(.normalisedEntropy) }

    func value(_ scalar: AspatialLayout.Scalar) -> MeasuredValue {
        AspatialResult(of: self, atkinsonShapes: [], parts: scalar.parts).value(scalar)
    }
}
