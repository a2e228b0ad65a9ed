/// How much a person at a distance counts.
enum DistanceKernel: Equatable {
    /// exp(-rate d), and 0 beyond a reach.
    case exponential(rate: Double, reach: Double?)
    /// 1 - d/reach, and 0 beyond the reach.
    case triangular(reach: Double)

    /// The weight at distance 0, or at any other single distance.
    func weight(at distance: Double) -> Double {
        DistanceRow.weights(SIMD4(repeating: distance), self)[0]
    }
}

/// Coordinates and counts in columns, filled up to whole vectors of four.
struct DistanceColumns {
    let units: Int
    let padded: Int
    let x: [Double]
    let y: [Double]
    /// Column after column.
    let values: [Double]
    let columnCount: Int

    init(x: [Double], y: [Double], columns: [[Double]]) {
        units = x.count
        padded = (x.count + 3) / 4 * 4
        let fill = [Double](repeating: 0, count: padded - x.count)
        self.x = x + fill
        self.y = y + fill
        values = columns.flatMap { $0 + fill }
        columnCount = columns.count
    }
}

/// One row of the matrix of weights at a time, in vectors of four.
struct DistanceRow {
    private let columns: DistanceColumns
    private let kernel: DistanceKernel
    private var weights: [Double]
    /// A block stays in the first cache while all columns pass over it.
    private static let block = 512

    init(_ columns: DistanceColumns, kernel: DistanceKernel) {
        self.columns = columns
        self.kernel = kernel
        weights = [Double](repeating: 0, count: Self.block)
    }

    /// Writes Σ c over the other units, then Σ c times each column.
    mutating func add(around unit: Int, into result: UnsafeMutableBufferPointer<Double>) {
        let originX = SIMD4(repeating: columns.x[unit])
        let originY = SIMD4(repeating: columns.y[unit])
        for place in result.indices { result[place] = 0 }
        let columns = columns
        let kernel = kernel
        weights.withUnsafeMutableBytes { weights in
            columns.x.withUnsafeBytes { x in
                columns.y.withUnsafeBytes { y in
                    columns.values.withUnsafeBytes { values in
                        var start = 0
                        while start < columns.padded {
                            let end = min(start + Self.block, columns.padded)
                            Self.fill(weights, x, y, (originX, originY), kernel, from: start, to: end)
                            // The unit itself and what fills up the last vector have no weight.
                            if unit >= start, unit < end {
                                weights.storeBytes(of: 0, toByteOffset: (unit - start) * 8, as: Double.self)
                            }
                            for place in max(start, columns.units)..<max(end, columns.units) {
                                weights.storeBytes(of: 0, toByteOffset: (place - start) * 8, as: Double.self)
                            }
                            Self.sum(weights, values, columns, from: start, to: end, into: result)
                            start = end
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func fill(
        _ weights: UnsafeMutableRawBufferPointer, _ x: UnsafeRawBufferPointer, _ y: UnsafeRawBufferPointer,
        _ origin: (SIMD4<Double>, SIMD4<Double>), _ kernel: DistanceKernel, from start: Int, to end: Int
    ) {
        // One loop per kernel, with nothing to decide inside.
        switch kernel {
        case .exponential(let rate, nil):
            fill(weights, x, y, origin, from: start, to: end) { exponential($0, rate) }
        case .exponential(let rate, let reach?):
            fill(weights, x, y, origin, from: start, to: end) { exponential($0, rate, within: reach) }
        case .triangular(let reach):
            fill(weights, x, y, origin, from: start, to: end) { triangular($0, reach) }
        }
    }

    @inline(__always)
    private static func fill(
        _ weights: UnsafeMutableRawBufferPointer, _ x: UnsafeRawBufferPointer, _ y: UnsafeRawBufferPointer,
        _ origin: (SIMD4<Double>, SIMD4<Double>), from start: Int, to end: Int,
        _ weight: (SIMD4<Double>) -> SIMD4<Double>
    ) {
        for place in stride(from: start, to: end, by: 4) {
            let dx = x.loadUnaligned(fromByteOffset: place * 8, as: SIMD4<Double>.self) - origin.0
            let dy = y.loadUnaligned(fromByteOffset: place * 8, as: SIMD4<Double>.self) - origin.1
            weights.storeBytes(
                of: weight((dx * dx + dy * dy).squareRoot()), toByteOffset: (place - start) * 8,
                as: SIMD4<Double>.self)
        }
    }

    @inline(__always)
    private static func sum(
        _ weights: UnsafeMutableRawBufferPointer, _ values: UnsafeRawBufferPointer,
        _ columns: DistanceColumns, from start: Int, to end: Int,
        into result: UnsafeMutableBufferPointer<Double>
    ) {
        var total = SIMD4<Double>.zero
        for place in stride(from: 0, to: end - start, by: 4) {
            total += weights.loadUnaligned(fromByteOffset: place * 8, as: SIMD4<Double>.self)
        }
        result[0] += total.sum()
        for column in 0..<columns.columnCount {
            let first = (column * columns.padded + start) * 8
            var sum = SIMD4<Double>.zero
            for place in stride(from: 0, to: end - start, by: 4) {
                sum +=
                    weights.loadUnaligned(fromByteOffset: place * 8, as: SIMD4<Double>.self)
                    * values.loadUnaligned(fromByteOffset: first + place * 8, as: SIMD4<Double>.self)
            }
            result[1 + column] += sum.sum()
        }
    }

    /// The weights at four distances.
    static func weights(_ distance: SIMD4<Double>, _ kernel: DistanceKernel) -> SIMD4<Double> {
        switch kernel {
        case .exponential(let rate, nil): exponential(distance, rate)
        case .exponential(let rate, let reach?): exponential(distance, rate, within: reach)
        case .triangular(let reach): triangular(distance, reach)
        }
    }

    @inline(__always)
    private static func exponential(_ distance: SIMD4<Double>, _ rate: Double) -> SIMD4<Double> {
        ExponentialVector.exp(distance * -rate)
    }

    @inline(__always)
    private static func exponential(
        _ distance: SIMD4<Double>, _ rate: Double, within reach: Double
    ) -> SIMD4<Double> {
        var weight = ExponentialVector.exp(distance * -rate)
        weight.replace(with: 0, where: distance .> SIMD4(repeating: reach))
        return weight
    }

    @inline(__always)
    private static func triangular(_ distance: SIMD4<Double>, _ reach: Double) -> SIMD4<Double> {
        var weight = 1 - distance / reach
        weight.replace(with: 0, where: weight .< SIMD4(repeating: 0))
        return weight
    }
}

extension SIMD4<Double> {
    /// The four numbers added in pairs.
    @inline(__always)
    fileprivate func sum() -> Double { (self[0] + self[2]) + (self[1] + self[3]) }
}
