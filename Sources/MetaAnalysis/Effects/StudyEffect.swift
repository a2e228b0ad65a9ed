/// One study's effect with its sampling variance and the way both were found.
public struct StudyEffect: Sendable, Equatable {
    /// The name of the study.
    public var study: String
    /// What the number estimates.
    public var estimand: Estimand
    /// The effect, y.
    public var value: Double
    /// The sampling variance, v.
    public var variance: Double
    /// Persons (or units of analysis) in the study, where known.
    public var sampleSize: Double?
    /// The steps from what the paper gives to the effect, in order.
    public var route: [ConversionStep]

    /// The standard error, the root of the variance.
    public var standardError: Double { variance.squareRoot() }

    /// An effect as a paper gives it.
    public init(
        study: String, estimand: Estimand, value: Double, variance: Double, sampleSize: Double? = nil,
        route: [ConversionStep] = [.asGiven]
    ) {
        self.study = study
        self.estimand = estimand
        self.value = value
        self.variance = variance
        self.sampleSize = sampleSize
        self.route = route
    }
}
