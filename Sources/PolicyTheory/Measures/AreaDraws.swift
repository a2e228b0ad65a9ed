internal import Bilingual
internal import Stochastics

/// Bootstrap draws of areas: how often each area is in each draw. All statistics of one evaluation share the draws,
/// so that they can be compared, and no statistic allocates in its loop.
struct AreaDraws {
    let areas: Int
    let draws: Int
    /// One row per draw, one multiplicity per area. 255 repeats of one area do not occur in practice: for 150 areas
    /// the chance is below 1e-400.
    private let multiplicities: [UInt8]

    init(areas: Int, draws: Int, seed: UInt64) {
        self.areas = areas
        self.draws = draws
        var all = [UInt8](repeating: 0, count: areas * draws)
        for draw in 0..<draws where areas > 0 {
            var stream = RandomStream(seed: seed, run: UInt32(draw), purpose: .unitBootstrap)
            for _ in 0..<areas {
                all[draw * areas + Int(stream.integer(below: UInt32(areas)))] &+= 1
            }
        }
        multiplicities = all
    }

    /// How often each area is in one draw.
    func times(inDraw draw: Int) -> [UInt8] {
        Array(multiplicities[draw * areas..<(draw + 1) * areas])
    }

    /// The value of a statistic in every draw; a draw in which it has no value gives NaN.
    func values(of statistic: (UnsafeBufferPointer<UInt8>) -> Double) -> [Double] {
        multiplicities.withUnsafeBufferPointer { all in
            (0..<draws).map { draw in
                statistic(UnsafeBufferPointer(rebasing: all[draw * areas..<(draw + 1) * areas]))
            }
        }
    }

    /// The 95% percentile interval of a statistic.
    func uncertainty(of statistic: (UnsafeBufferPointer<UInt8>) -> Double) -> Uncertainty {
        Self.uncertainty(of: values(of: statistic))
    }

    /// The 95% percentile interval of a statistic from its values in all draws.
    static func uncertainty(of values: [Double]) -> Uncertainty {
        let defined = values.filter(\.isFinite).sorted()
        // A statistic that often has no value hangs on a few areas; its remaining draws are no fair sample.
        guard defined.count * 20 >= values.count * 19, let lower = defined.quantileOfSorted(0.025),
            let upper = defined.quantileOfSorted(0.975)
        else {
            return .none(
                reason: BilingualText(
                    nl: "het cijfer hangt aan te weinig gebieden", en: "the figure hangs on too few areas"))
        }
        return .interval(lower: lower, upper: upper)
    }
}
