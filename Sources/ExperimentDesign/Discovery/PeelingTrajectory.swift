/// Evidence that one restriction matters: the chance to find at least as many cases of interest in the box if leaving the
/// restriction out made no difference (one-sided binomial; Bryant and Lempert 2010, Technological Forecasting & Social
/// Change 77).
///
/// A quasi-p-value, for the restriction was sought in the same cases; it flags restrictions to doubt and proves none.
public struct QuasiProbability: Sendable, Hashable {
    /// The part of the restriction that is left out.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        /// The lower end of a range.
        case lower
        /// The upper end of a range.
        case upper
        /// The set of categories.
        case categories
    }

    /// The name of the variable.
    public let variable: String
    /// The part that is left out.
    public let side: Side
    /// The quasi-p-value, 0 ... 1.
    public let probability: Double
}

/// One box on the way from all cases to few cases of interest.
public struct PeelingStep: Sendable, Equatable {
    /// The box.
    public let box: ScenarioBox
    /// Cases in the box, without those in earlier boxes.
    public let cases: Int
    /// Cases of interest among them.
    public let casesOfInterest: Int
    /// Share of all cases of interest that lie in the box, 0 ... 1.
    public let coverage: Double
    /// Share of the cases in the box that are of interest, 0 ... 1.
    public let density: Double
    /// Share of all cases that lie in the box, 0 ... 1.
    public let mass: Double
    /// One value per restricted end of a range and per restricted set of categories.
    public let quasiProbabilities: [QuasiProbability]

    /// The number of restricted variables.
    public var restrictedVariables: Int { box.restrictions.count }
}

/// All boxes from peeling and pasting, from the whole space to the smallest; which one to use is the reader's choice
/// between coverage, density and simplicity.
public struct PeelingTrajectory: Sendable, Equatable {
    /// The boxes in order; the first restricts nothing.
    public let steps: [PeelingStep]
    /// How many of the steps, at the end, come from pasting.
    public let pasted: Int
}
