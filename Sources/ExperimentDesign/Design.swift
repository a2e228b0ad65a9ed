internal import Stochastics

/// An uncertain input of a model, with the range in which it is varied.
public struct Factor: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The lower end.
    public var lower: Double
    /// The upper end.
    public var upper: Double

    /// Makes a factor.
    public init(_ name: String, _ lower: Double, _ upper: Double) {
        self.name = name
        self.lower = lower
        self.upper = upper
    }

    /// The value at a position in 0...1 of the range.
    public func value(at position: Double) -> Double { lower + position * (upper - lower) }
}

/// Points at which a model is run: one row for each run, one number for each factor, in the units of the factors.
public struct Design: Sendable, Hashable {
    /// What the rows are for.
    public enum Kind: Sendable, Hashable {
        /// Latin hypercube.
        case latinHypercube
        /// Trajectories of Morris, each of k + 1 rows.
        case morris(levels: Int)
        /// Blocks of Saltelli, each of k + 2 rows: A, A with one column of B for each factor, B.
        case saltelli
        /// From elsewhere.
        case given
    }

    /// The factors, one for each column.
    public let factors: [Factor]
    /// The rows.
    public let rows: [[Double]]
    /// What they are for.
    public let kind: Kind

    /// A design from elsewhere; nil when a row has another number of columns than there are factors.
    public init?(factors: [Factor], rows: [[Double]], kind: Kind = .given) {
        guard !factors.isEmpty, rows.allSatisfy({ $0.count == factors.count && $0.allSatisfy(\.isFinite) })
        else { return nil }
        self.factors = factors
        self.rows = rows
        self.kind = kind
    }

    private init(_ factors: [Factor], unit: [[Double]], _ kind: Kind) {
        self.factors = factors
        rows = unit.map { row in zip(factors, row).map { $0.value(at: $1) } }
        self.kind = kind
    }

    /// A Latin hypercube (McKay, Beckman and Conover 1979): every range is cut into `samples` layers, each met once.
    ///
    /// - Parameter stage: which of several designs with the same seed, 0 or more.
    public static func latinHypercube(_ factors: [Factor], samples: Int, seed: UInt64, stage: Int = 0)
        -> Design
    {
        precondition(stage >= 0, "stages are counted from 0")
        // Run 1 belongs to the base of Saltelli's blocks.
        let run = UInt32(stage == 0 ? 0 : stage + 1)
        return Design(factors, unit: hypercube(factors.count, samples, seed, run), .latinHypercube)
    }

    private static func hypercube(_ columns: Int, _ samples: Int, _ seed: UInt64, _ run: UInt32) -> [[Double]]
    {
        let all = (0..<columns).map { column -> [Double] in
            var random = RandomStream(seed: seed, run: run, entity: UInt32(column), purpose: .designPoints)
            var layers = Array(0..<samples)
            layers.shuffle(using: &random)
            return layers.map { (Double($0) + random.unit()) / Double(samples) }
        }
        return (0..<samples).map { row in all.map { $0[row] } }
    }

    /// Trajectories of Morris (1991): from a random point of a grid of `levels` each factor is moved once, in random
    /// order, by half of the range plus a grid step (p/2 of p - 1 steps). Rows in the order that SALib reads.
    public static func morris(_ factors: [Factor], trajectories: Int, levels: Int = 4, seed: UInt64) -> Design
    {
        precondition(levels >= 2 && levels.isMultiple(of: 2), "Morris's grid has an even number of levels")
        let jump = Double(levels) / (2 * Double(levels - 1))
        var rows: [[Double]] = []
        for trajectory in 0..<trajectories {
            var random = RandomStream(seed: seed, run: UInt32(trajectory), purpose: .designPoints)
            // Starting places from which a jump stays on the grid.
            var point = factors.map { _ in
                Double(random.integer(below: UInt32(levels / 2))) / Double(levels - 1)
            }
            var signs: [Double] = factors.map { _ in random.unit() < 0.5 ? 1 : -1 }
            for factor in factors.indices where signs[factor] < 0 { point[factor] += jump }
            rows.append(point)
            var order = Array(factors.indices)
            order.shuffle(using: &random)
            for factor in order {
                point[factor] += signs[factor] * jump
                signs[factor] = 0
                rows.append(point)
            }
        }
        return Design(factors, unit: rows, .morris(levels: levels))
    }

    /// Blocks of Saltelli and others (2010) for Sobol' indices, without second order: N (k + 2) rows, in the order that
    /// SALib reads. The two base matrices are halves of one Latin hypercube in 2k dimensions.
    public static func saltelli(_ factors: [Factor], samples: Int, seed: UInt64) -> Design {
        let k = factors.count
        let base = hypercube(2 * k, samples, seed, 1)
        var rows: [[Double]] = []
        for row in base {
            let (a, b) = (Array(row[0..<k]), Array(row[k...]))
            rows.append(a)
            for factor in 0..<k {
                var mixed = a
                mixed[factor] = b[factor]
                rows.append(mixed)
            }
            rows.append(b)
        }
        return Design(factors, unit: rows, .saltelli)
    }
}

extension DrawPurpose {
    /// The points of a design.
    static let designPoints = DrawPurpose(rawValue: 40)
    /// Rows of an analysis drawn again.
    static let designBootstrap = DrawPurpose(rawValue: 41)
}

/// Why outcomes cannot be analysed, in one line.
public struct DesignError: Error, Hashable, CustomStringConvertible {
    /// What was found and what was expected.
    public let description: String
    init(_ description: String) { self.description = description }
}

/// An estimate with its interval.
public struct Interval: Sendable, Hashable {
    /// The estimate.
    public var value: Double
    /// The lower end.
    public var low: Double
    /// The upper end.
    public var high: Double

    /// The percentile interval of `draws` around `value`.
    init(_ value: Double, draws: [Double], level: Double) {
        self.value = value
        let sorted = draws.sorted()
        low = sorted.quantileOfSorted((1 - level) / 2) ?? value
        high = sorted.quantileOfSorted((1 + level) / 2) ?? value
    }
}
