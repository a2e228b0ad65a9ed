extension MeasureDefinition {
    /// Every measure of ordered groups.
    public static let ordinal: [MeasureDefinition] = []
    /// Every profile over distance or number of neighbours.
    public static let profiles: [MeasureDefinition] = []
}
