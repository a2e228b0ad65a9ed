/// How the part that chance alone explains is taken out of a value.
///
/// Small units look segregated even when nobody segregates, because a handful of persons never mirrors a town. The
/// exact expectation under no segregation says how much.
public enum ChanceCorrection: String, Sendable, CaseIterable {
    /// (value - expectation) / (1 - expectation), and below the expectation divided by the expectation, so that 0
    /// means chance alone and the value runs from -1 to 1; Carrington and Troske (1997).
    case rescaled
    /// value - expectation, for measures without a highest value.
    case subtracted
    /// No correction: the measure is not 0 when nobody segregates, or no exact expectation is known.
    case none

    /// The corrected value; `nil` where there is no correction or it divides by zero.
    public func correct(_ value: Double, expected: Double) -> Double? {
        switch self {
        case .none: return nil
        case .subtracted: return value - expected
        case .rescaled:
            let scale = value >= expected ? 1 - expected : expected
            return scale > 0 ? (value - expected) / scale : nil
        }
    }
}
