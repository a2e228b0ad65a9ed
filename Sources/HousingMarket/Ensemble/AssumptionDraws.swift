internal import ExperimentDesign

/// Assumptions drawn from their ranges by a Latin hypercube (McKay, Beckman and Conover 1979): each range is cut into as
/// many layers as there are draws, and each layer is met once.
public struct AssumptionDraws: Sendable {
    /// How many draws.
    public let count: Int
    /// Places in the ranges, row by row: draws × assumptions.
    private let positions: [Double]

    /// Makes `count` draws, always the same for the same seed.
    public init(count: Int, seed: UInt64) {
        let draws = max(1, count)
        self.count = draws
        positions = Design.unitHypercube(
            dimensions: Assumptions.catalogue.count, samples: draws, seed: seed)
    }

    /// The assumptions of draw `draw`: those with a range are drawn from it, shifted with the middle where calibration
    /// moved it; the others are those of `middle`.
    public func assumptions(_ draw: Int, around middle: Assumptions) -> Assumptions {
        var result = middle
        let row = draw % count * Assumptions.catalogue.count
        for (index, assumption) in Assumptions.catalogue.enumerated() {
            let width = assumption.range.upperBound - assumption.range.lowerBound
            guard width > 0 else { continue }
            let shift = middle[assumption.id] - assumption.value
            let low = assumption.range.lowerBound + shift
            result[assumption.id] = low + positions[row + index] * width
        }
        return result
    }
}
