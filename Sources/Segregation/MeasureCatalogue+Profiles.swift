extension MeasureDefinition {
    /// Every profile over distance or number of neighbours.
    public static let profiles: [MeasureDefinition] = []
}
