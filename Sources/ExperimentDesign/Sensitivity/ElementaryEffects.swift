internal import Stochastics

/// What the trajectories say about one factor (Morris 1991; Campolongo, Cariboni and Saltelli 2007, Environmental
/// Modelling & Software 22).
///
/// An elementary effect is the change of the outcome for a jump up, divided by the jump as a share of the range; it has
/// the unit of the outcome and compares factors of any unit.
public struct ElementaryEffects: Sendable, Equatable {
    /// The factor.
    public let factor: Factor
    /// The elementary effects, one per trajectory and in their order.
    public let effects: [Double]
    /// μ: the mean effect; effects of opposite sign cancel.
    public let mean: Double
    /// μ*: the mean of the absolute effects, with the interval from effects drawn again.
    public let meanAbsolute: ResampledEstimate
    /// σ: the standard deviation of the effects. Above 0 the effect depends on where one stands: curvature or interplay
    /// with other factors.
    public let deviation: Double
}

/// Screening by elementary effects: which factors matter at all, for the price of r(k + 1) runs.
///
/// Values equal those of SALib's `morris.analyze` without groups and scaling. Factors keep the caller's order.
public struct MorrisScreening: Sendable, Equatable {
    /// Per factor what the trajectories say.
    public let factors: [ElementaryEffects]
    /// The number of trajectories r.
    public let trajectories: Int

    /// Reads the effects from a design of trajectories and its outcomes.
    /// - Parameters:
    ///   - design: as ``Design/morris(_:trajectories:levels:seed:)`` or SALib makes it: one factor per step.
    ///   - outcomes: one per point.
    ///   - levels: the levels p of the grid that the design was made with.
    ///   - options: how intervals of μ* are found.
    /// - Throws: ``ExperimentError`` when the points are not whole trajectories (at least 2), a step moves another number
    ///   of factors than one or another distance than the jump, or an outcome is not finite.
    public init(
        design: Design, outcomes: [Double], levels: Int = 4,
        options: ResamplingOptions = ResamplingOptions(resamples: 1000)
    ) throws {
        try options.check()
        try Design.checkLevels(levels)
        let width = design.factors.count
        guard design.count.isMultiple(of: width + 1), design.count >= 2 * (width + 1) else {
            throw ExperimentError.count(
                what: "points", found: design.count,
                expected: "a multiple of \(width + 1) and at least two trajectories, \(2 * (width + 1))")
        }
        try Outcomes.check(outcomes, points: design.count)
        trajectories = design.count / (width + 1)
        let jump = Double(levels) / (2 * Double(levels - 1))
        var effects = [[Double]](
            repeating: [Double](repeating: 0, count: trajectories), count: width)
        for trajectory in 0..<trajectories {
            var moved = [Bool](repeating: false, count: width)
            for step in 1...width {
                let point = trajectory * (width + 1) + step
                let (factor, rises) = try Self.move(to: point, in: design, jump: jump)
                guard !moved[factor] else {
                    throw ExperimentError.shape(
                        point: point + 1,
                        problem: "factor '\(design.factors[factor].name)' moves a second time within one "
                            + "trajectory; each factor moves once")
                }
                moved[factor] = true
                let change = outcomes[point] - outcomes[point - 1]
                effects[factor][trajectory] = (rises ? change : -change) / jump
            }
        }
        factors = effects.enumerated().map { place, effects in
            ElementaryEffects(
                factor: design.factors[place], effects: effects, place: place, options: options)
        }
    }

    /// The factor that moves from the point before to this one, and whether it rises.
    private static func move(
        to point: Int, in design: Design, jump: Double
    ) throws -> (factor: Int, rises: Bool) {
        var found: (factor: Int, rises: Bool)?
        for (place, factor) in design.factors.enumerated() {
            let change = design[point, place] - design[point - 1, place]
            guard change != 0 else { continue }
            guard found == nil else {
                throw ExperimentError.shape(
                    point: point + 1, problem: "more than one factor moves; a step of a trajectory moves one")
            }
            let share = abs(change) / (factor.upper - factor.lower)
            // Points written with eight digits are trajectories too.
            guard abs(share - jump) <= 1e-6 else {
                throw ExperimentError.shape(
                    point: point + 1,
                    problem: "factor '\(factor.name)' jumps \(share) of its range and this number of levels "
                        + "jumps \(jump); give the levels and the ranges that the design was made with")
            }
            found = (place, change > 0)
        }
        guard let found else {
            throw ExperimentError.shape(
                point: point + 1, problem: "no factor moves; a step of a trajectory moves one")
        }
        return found
    }
}

extension ElementaryEffects {
    init(factor: Factor, effects: [Double], place: Int, options: ResamplingOptions) {
        self.factor = factor
        self.effects = effects
        let count = Double(effects.count)
        let mean = effects.compensatedSum() / count
        self.mean = mean
        let squares = effects.lazy.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
        deviation = (squares / (count - 1)).squareRoot()
        let sizes = effects.map { abs($0) }
        let draws = (0..<options.resamples).map { draw in
            var stream = RandomStream(
                seed: options.seed, run: UInt32(draw), entity: UInt32(place), purpose: .pointBootstrap)
            var sum = 0.0
            for _ in sizes { sum += sizes[Int(stream.integer(below: UInt32(sizes.count)))] }
            return sum / count
        }
        meanAbsolute = ResampledEstimate(
            estimate: sizes.compensatedSum() / count, interval: options.interval(of: draws))
    }
}
