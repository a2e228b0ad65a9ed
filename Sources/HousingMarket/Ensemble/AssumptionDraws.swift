internal import Stochastics

/// Assumptions drawn from their ranges by a Latin hypercube (McKay, Beckman and Conover 1979): each range is cut into as
/// many layers as there are draws, and each layer is met once.
public struct AssumptionDraws: Sendable {
    /// How many draws.
    public let count: Int
    private let positions: [[Double]]

    /// Makes `count` draws, always the same for the same seed.
    public init(count: Int, seed: UInt64) {
        let draws = max(1, count)
        self.count = draws
        var columns: [[Double]] = []
        for assumption in Assumptions.catalogue.indices {
            var stream = RandomStream(
                seed: seed, entity: UInt32(truncatingIfNeeded: assumption), purpose: .assumptionDraw)
            var layers = Array(0..<draws)
            layers.shuffle(using: &stream)
            columns.append(layers.map { (Double($0) + stream.unit()) / Double(draws) })
        }
        positions = columns
    }

    /// The assumptions of draw `draw`: those with a range are drawn from it, shifted with the middle where calibration
    /// moved it; the others are those of `middle`.
    public func assumptions(_ draw: Int, around middle: Assumptions) -> Assumptions {
        var result = middle
        for (index, assumption) in Assumptions.catalogue.enumerated() {
            let width = assumption.range.upperBound - assumption.range.lowerBound
            guard width > 0 else { continue }
            let shift = middle[assumption.id] - assumption.value
            let low = assumption.range.lowerBound + shift
            result[assumption.id] = low + positions[index][draw % count] * width
        }
        return result
    }
}

extension DrawPurpose {
    /// Assumptions drawn from their ranges.
    static let assumptionDraw = DrawPurpose(rawValue: 156)
}
