extension ContingencyTable {
    /// The index of dissimilarity D of a group and the rest, ½ Σ |x/X - y/Y|: the share of the group that would have
    /// to move to another unit for an even spread (Duncan and Duncan 1955). 0 even, 1 fully apart.
    public func dissimilarity(
        of group: Group, from rest: Remainder
    ) throws(SegregationError) -> MeasuredValue {
        try value(.dissimilarity, of: group)
    }

    /// The index of dissimilarity D of two groups, leaving out everyone else (Duncan and Duncan 1955). 0 to 1.
    public func dissimilarity(of group: Group, from other: Group) throws(SegregationError) -> MeasuredValue {
        guard group != other else { throw .sameGroup(name: group.rawValue) }
        return AspatialResult(of: self, atkinsonShapes: [], parts: .pairs)
            .value(.dissimilarity, of: try column(of: group), to: try column(of: other))
    }

    /// The Gini coefficient of a group against the rest, ΣΣ t t' |p - p'| / (2T² P(1-P)) (Massey and Denton 1988).
    /// 0 to 1.
    /// - Complexity: n log n.
    public func gini(of group: Group, from rest: Remainder) throws(SegregationError) -> MeasuredValue {
        try value(.gini, of: group)
    }

    /// The information theory index H of a group against the rest: how much less varied units are than the town,
    /// measured by entropy (Theil and Finizza 1971). 0 to 1.
    public func informationTheoryIndex(
        of group: Group, from rest: Remainder
    ) throws(SegregationError) -> MeasuredValue {
        try value(.entropyIndex, of: group)
    }

    /// The Atkinson index of a group against the rest (Massey and Denton 1988). 0 to 1.
    /// - Parameter shape: b between 0 and 1; below ½ units where the group is scarce weigh more, above ½ units where
    ///   it is plentiful.
    /// - Throws: ``SegregationError/parameter(name:found:expected:)`` for a shape outside (0, 1).
    public func atkinson(
        of group: Group, from rest: Remainder, shape: Double = 0.5
    ) throws(SegregationError) -> MeasuredValue {
        guard shape > 0, shape < 1 else {
            throw .parameter(name: "b", found: shape, expected: "between 0 and 1")
        }
        return AspatialResult(of: self, atkinsonShapes: [shape], parts: .spread)
            .value(atkinson: 0, group: try column(of: group))
    }

    /// The correlation ratio η² of a group: isolation above what an even spread gives, as a share of the largest
    /// possible excess (Massey and Denton 1988). 0 to 1.
    public func correlationRatio(of group: Group) throws(SegregationError) -> MeasuredValue {
        try value(.correlationRatio, of: group)
    }

    /// Gorard's segregation index, ½ Σ |x/X - t/T| (Gorard and Taylor 2002). 0 to 1 - P.
    public func gorardIndex(of group: Group) throws(SegregationError) -> MeasuredValue {
        try value(.gorard, of: group)
    }

    /// The min-max index, 1 - Σ min(x/X, y/Y) / Σ max(x/X, y/Y) (O'Sullivan and Wong 2007). 0 to 1.
    public func minMaxIndex(of group: Group, from rest: Remainder) throws(SegregationError) -> MeasuredValue {
        try value(.minMax, of: group)
    }

    /// The square root index, 1 - Σ √(x/X · y/Y) (Hutchens 2001). 0 to 1.
    public func squareRootIndex(of group: Group, from rest: Remainder) throws(SegregationError)
        -> MeasuredValue
    {
        try value(.hutchens, of: group)
    }

    /// The concentration profile as one number (Hong and Sadahiro 2014), as the exact integral of its steps:
    /// Σ (x/X) |p - P| / (1 - P). Can exceed 1 for a group that is nearly everyone.
    public func concentrationProfile(of group: Group) throws(SegregationError) -> MeasuredValue {
        try value(.concentrationProfile, of: group)
    }

    /// The local segregation of a group, Σ (x/X) ln((x/X)/(t/T)); weighted by the groups' shares these sum to M
    /// (Alonso-Villar and Del Río 2010).
    public func localSegregation(
        of group: Group, base: LogarithmBase = .natural
    ) throws(SegregationError) -> MeasuredValue {
        try value(.localSegregation, of: group).scaled(by: base.factor)
    }

    /// D of a group and the rest, corrected for small units by the density of its deviations (Allen, Burgess,
    /// Davidson and Windmeijer 2015).
    public func densityCorrectedDissimilarity(
        of group: Group, from rest: Remainder
    ) throws(SegregationError) -> MeasuredValue {
        let column = try column(of: group)
        if let value = DensityCorrection.dissimilarities(of: self, groupTotals: groupTotals)[column] {
            return .defined(value)
        }
        return .undefined(AspatialResult(of: self, atkinsonShapes: [], parts: []).reason(group: column))
    }

    func value(
        _ measure: AspatialLayout.PerGroup, of group: Group
    ) throws(SegregationError) -> MeasuredValue {
        AspatialResult(of: self, atkinsonShapes: [], parts: measure.parts)
            .value(measure, group: try column(of: group))
    }
}

extension MeasuredValue {
    /// The same value in another unit of information.
    func scaled(by factor: Double) -> MeasuredValue {
        switch self {
        case .defined(let number): .defined(number * factor)
        case .undefined: self
        }
    }
}
