internal import Stochastics

/// The points of the Sobol' sequence one by one, in Gray code order, with the direction numbers of Joe and Kuo (2008).
///
/// Equal to the bit to scipy's `Sobol(scramble=False)` and to SALib's sequence. Keep numbers of points that are powers
/// of 2; the first point is the origin, and dropping it alone spoils the balance (Owen 2020, arXiv 2008.08051).
public struct SobolSequence: Sendable {
    /// The highest number of dimensions.
    public static let maximumDimensions = DirectionNumbers.dimensions

    /// The number of coordinates of a point.
    public let dimensions: Int
    private var state: [UInt32]
    private var shift: [UInt32]
    private var position: UInt64

    /// A sequence from a point on.
    /// - Parameters:
    ///   - dimensions: 1 ... ``maximumDimensions``.
    ///   - skipping: the number of points left out at the start, below 2^32.
    ///   - shiftSeed: `nil` for the plain sequence. A seed flips the bits of each dimension by a random word: a random
    ///     digital shift keeps the balance, and several seeds give independent repetitions (Cranley and Patterson 1976;
    ///     Owen 2020).
    /// - Throws: ``ExperimentError/tooManyDimensions(found:supported:)``, or a parameter out of range.
    public init(dimensions: Int, skipping: Int = 0, shiftSeed: UInt64? = nil) throws {
        guard dimensions >= 1 else {
            throw ExperimentError.parameter(
                name: "dimensions", found: "\(dimensions)", expected: "at least 1")
        }
        guard dimensions <= Self.maximumDimensions else {
            throw ExperimentError.tooManyDimensions(found: dimensions, supported: Self.maximumDimensions)
        }
        guard skipping >= 0, skipping < 1 << DirectionNumbers.bits else {
            throw ExperimentError.parameter(
                name: "skipping", found: "\(skipping)", expected: "between 0 and 2^32 − 1")
        }
        self.dimensions = dimensions
        position = UInt64(skipping)
        let gray = UInt32(skipping) ^ UInt32(skipping) >> 1
        let numbers = DirectionNumbers.shared
        state = (0..<dimensions).map { dimension in
            var word: UInt32 = 0
            for bit in 0..<DirectionNumbers.bits where gray >> UInt32(bit) & 1 == 1 {
                word ^= numbers[dimension * DirectionNumbers.bits + bit]
            }
            return word
        }
        shift = [UInt32](repeating: 0, count: dimensions)
        guard let shiftSeed else { return }
        for dimension in 0..<dimensions {
            var stream = RandomStream(seed: shiftSeed, entity: UInt32(dimension), purpose: .digitalShift)
            shift[dimension] = stream.word()
        }
    }

    /// The next point, each coordinate in [0, 1), or `nil` after 2^32 points.
    public mutating func next() -> [Double]? {
        guard position < 1 << UInt64(DirectionNumbers.bits) else { return nil }
        let point = (0..<dimensions).map { Double(state[$0] ^ shift[$0]) * 0x1p-32 }
        let bit = (~position).trailingZeroBitCount
        position += 1
        if bit < DirectionNumbers.bits {
            let numbers = DirectionNumbers.shared
            for dimension in 0..<dimensions {
                state[dimension] ^= numbers[dimension * DirectionNumbers.bits + bit]
            }
        }
        return point
    }

    /// The next points row by row.
    /// - Throws: when fewer than `samples` points are left.
    mutating func block(_ samples: Int) throws -> [Double] {
        var points: [Double] = []
        points.reserveCapacity(try Design.cells(samples, dimensions))
        for _ in 0..<samples {
            guard let point = next() else {
                throw ExperimentError.parameter(
                    name: "skipping", found: "too high for \(samples) points",
                    expected: "at most 2^32 − \(samples)")
            }
            points.append(contentsOf: point)
        }
        return points
    }
}

extension Design {
    /// The first points of the Sobol' sequence, one dimension a factor.
    /// - Parameters:
    ///   - factors: at most ``SobolSequence/maximumDimensions``.
    ///   - samples: the number of points, at least 1, best a power of 2.
    ///   - skipping: the number of points left out at the start, best 0 or a power of 2 not below `samples`.
    ///   - shiftSeed: `nil` for the plain sequence, a seed for a random digital shift.
    /// - Throws: ``ExperimentError``.
    public static func sobolSequence(
        _ factors: [Factor], samples: Int, skipping: Int = 0, shiftSeed: UInt64? = nil
    ) throws -> Design {
        try Factor.check(factors)
        try check("samples", samples, atLeast: 1)
        var sequence = try SobolSequence(
            dimensions: factors.count, skipping: skipping, shiftSeed: shiftSeed)
        return try Design(factors: factors, unit: sequence.block(samples))
    }
}
