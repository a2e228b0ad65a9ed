public import Stochastics

extension DrawPurpose {
    /// The strata and the places within them of a Latin hypercube.
    public static let latinHypercube = DrawPurpose(rawValue: 40)
    /// The digital shift of a Sobol' sequence.
    public static let digitalShift = DrawPurpose(rawValue: 41)
    /// The start, the directions and the order of steps of a Morris trajectory.
    public static let morrisTrajectory = DrawPurpose(rawValue: 42)
    /// Points of a design drawn again with replacement.
    public static let pointBootstrap = DrawPurpose(rawValue: 43)
}
