extension ContingencyTable {
    /// The isolation of a group, Σ (x/X)(x/t): the chance that someone met in the unit of a member is a member too
    /// (Bell 1954). P when spread evenly, 1 when fully apart.
    /// - Parameter countingOneself: whether one may meet oneself; `false` takes (x-1)/(t-1).
    public func isolation(
        of group: Group, countingOneself: Bool = true
    ) throws(SegregationError) -> MeasuredValue {
        try value(countingOneself ? .isolation : .isolationExact, of: group)
    }

    /// The interaction of a group with the rest, Σ (x/X)(y/t): the chance that someone met in the unit of a member
    /// is not a member (Bell 1954; Lieberson 1981).
    public func interaction(of group: Group, with rest: Remainder) throws(SegregationError) -> MeasuredValue {
        try value(.interactionWithRest, of: group)
    }

    /// The exposure of one group to another, Σ (x/X)(z/t). Not symmetric: a small group meets a large one more often
    /// than the other way round (Lieberson 1981).
    /// - Parameter countingOneself: whether one may meet oneself; `false` takes (z)/(t-1), and (x-1)/(t-1) for the
    ///   own group.
    public func exposure(
        of group: Group, to other: Group, countingOneself: Bool = true
    ) throws(SegregationError) -> MeasuredValue {
        AspatialResult(of: self, atkinsonShapes: [], parts: .pairs)
            .value(
                countingOneself ? .exposure : .exposureExact, of: try column(of: group),
                to: try column(of: other))
    }
}
