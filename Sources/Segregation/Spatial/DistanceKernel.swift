/// How much a person at a distance counts.
enum DistanceKernel: Equatable, Sendable {
    /// exp(-rate d), and 0 beyond a reach.
    case exponential(rate: Double, reach: Double?)
    /// 1 - d/reach, and 0 beyond the reach.
    case triangular(reach: Double)
    /// (1 - (d/reach)²)², and 0 from the reach on (Reardon and others 2008).
    case biweight(reach: Double)

    /// The weight at a single distance.
    func weight(at distance: Double) -> Double {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 4) { weights in
            weights.initialize(repeating: distance * distance)
            replaceSquares(weights)
            return weights[0]
        }
    }

    /// The distance from which all weights are 0, if there is one.
    var reach: Double? {
        switch self {
        case .exponential(_, let reach): reach
        case .triangular(let reach), .biweight(let reach): reach
        }
    }

    /// Puts weights in the place of squared distances, one loop per kernel with nothing to decide inside.
    /// - Precondition: a whole number of vectors of four.
    func replaceSquares(_ buffer: UnsafeMutableBufferPointer<Double>) {
        precondition(buffer.count % 4 == 0)
        guard let numbers = buffer.baseAddress else { return }
        switch self {
        case .exponential(let rate, let reach):
            ExponentialVector.withTable { exp in
                if let reach {
                    Self.replace(numbers, buffer.count) { square in
                        let distance = square.squareRoot()
                        var weight = exp.orZero(distance * -rate)
                        weight.replace(with: 0, where: distance .> SIMD4(repeating: reach))
                        return weight
                    }
                } else {
                    Self.replace(numbers, buffer.count) { exp.orZero($0.squareRoot() * -rate) }
                }
            }
        case .triangular(let reach):
            Self.replace(numbers, buffer.count) { square in
                var weight = 1 - square.squareRoot() / reach
                weight.replace(with: 0, where: weight .< SIMD4(repeating: 0))
                return weight
            }
        case .biweight(let reach):
            let scale = 1 / (reach * reach)
            Self.replace(numbers, buffer.count) { square in
                var rest = 1 - square * scale
                rest.replace(with: 0, where: rest .< SIMD4(repeating: 0))
                return rest * rest
            }
        }
    }

    @inline(__always)
    private static func replace(
        _ numbers: UnsafeMutablePointer<Double>, _ count: Int, _ weight: (SIMD4<Double>) -> SIMD4<Double>
    ) {
        let bytes = UnsafeMutableRawPointer(numbers)
        for offset in stride(from: 0, to: count * 8, by: 32) {
            let number = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
            bytes.storeBytes(of: weight(number), toByteOffset: offset, as: SIMD4<Double>.self)
        }
    }
}
