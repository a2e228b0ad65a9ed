public import Stochastics

extension DrawPurpose {
    /// Areas drawn again with replacement to see how far a skill score depends on them.
    public static let backtestBootstrap = DrawPurpose(rawValue: 130)
}

/// How predictions are scored.
public struct BacktestOptions: Sendable, Hashable {
    /// How areas count in a mean squared error.
    public enum Weighting: String, Sendable, Codable, CaseIterable {
        /// Every area counts the same.
        case equal
        /// Areas count by size where the indicator is an average and sizes were given; counts are never weighted.
        case bySize
    }

    /// Bootstrap samples of areas.
    public var bootstrapDraws: Int
    /// The part of bootstrap samples within an interval, and the level of intervals, 0...1.
    public var level: Double
    /// Below this number of areas the verdict is ``BacktestVerdict/tooFewAreas``.
    public var minimumAreas: Int
    /// Areas of a smaller size are left out; 0 keeps all.
    public var minimumSize: Double
    /// How areas count.
    public var weighting: Weighting
    /// The seed of the bootstrap.
    public var seed: UInt64

    /// Options; the standard is 2,000 bootstrap samples, 95 %, at least ten areas, averages weighted by size.
    public init(
        bootstrapDraws: Int = 2000, level: Double = 0.95, minimumAreas: Int = 10, minimumSize: Double = 0,
        weighting: Weighting = .bySize, seed: UInt64 = 1
    ) {
        self.bootstrapDraws = bootstrapDraws
        self.level = level
        self.minimumAreas = minimumAreas
        self.minimumSize = minimumSize
        self.weighting = weighting
        self.seed = seed
    }

    func check() throws(BacktestError) {
        guard bootstrapDraws >= 100, bootstrapDraws <= 1_000_000 else {
            throw .option(
                name: "the number of bootstrap samples", found: Double(bootstrapDraws),
                expected: "100 to 1,000,000")
        }
        guard level > 0.5, level < 1 else {
            throw .option(name: "the level of intervals", found: level, expected: "between 0.5 and 1")
        }
        guard minimumAreas >= 2 else {
            throw .option(
                name: "the smallest number of areas", found: Double(minimumAreas), expected: "2 or more")
        }
        guard minimumSize >= 0, minimumSize.isFinite else {
            throw .option(name: "the smallest size of an area", found: minimumSize, expected: "0 or more")
        }
    }
}
