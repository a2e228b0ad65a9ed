/// How low and how high a measure can be, given what is known of the counts.
///
/// Two pairs of numbers: no table in keeping with the ranges lies outside ``lowest`` ... ``highest``, and
/// tables were found that have ``lowestFound`` and ``highestFound``. The true extremes lie between the two,
/// and where both agree the bounds are sharp.
public struct MeasureBounds: Sendable, Equatable {
    /// No table in keeping with the ranges has a lower value.
    public var lowest: Double
    /// No table in keeping with the ranges has a higher value.
    public var highest: Double
    /// The lowest value of a table that was found.
    public var lowestFound: Double
    /// The highest value of a table that was found.
    public var highestFound: Double
    /// What the bounds promise.
    public var kind: BoundKind
    /// What makes the counts uncertain.
    public var because: Set<CountUncertainty>

    /// Bounds with what was found within them.
    /// - Parameter isExact: whether the tables found keep to everything that is known; `false` where stated
    ///   totals of groups narrow cells and shares only.
    public init(
        lowest: Double, highest: Double, lowestFound: Double, highestFound: Double,
        because: Set<CountUncertainty>, isExact: Bool = true
    ) {
        self.lowest = lowest
        self.highest = highest
        self.lowestFound = lowestFound
        self.highestFound = highestFound
        self.because = because
        let gap = max(lowestFound - lowest, highest - highestFound)
        kind = isExact && gap <= Self.sharpness ? .sharp : .outer
    }

    /// Guaranteed and found values that differ by less are the same.
    public static let sharpness = 2e-6

    /// How far apart the bounds are.
    public var width: Double { highest - lowest }
}

/// What a pair of bounds promises.
public enum BoundKind: String, Sendable, CaseIterable {
    /// Every table lies within, and tables (with fractions of persons) reach both ends to within
    /// ``MeasureBounds/sharpness``.
    case sharp
    /// Every table lies within; the true extremes may lie closer together, but not closer than what was
    /// found.
    case outer
}

/// What makes counts uncertain.
public enum CountUncertainty: String, Sendable, CaseIterable {
    /// Counts were published as multiples of a number.
    case rounding
    /// Counts were withheld.
    case suppression
    /// Shares in per cent were published in place of counts.
    case percentages
    /// Ranges were stated by whoever made the table.
    case statedRanges
}
