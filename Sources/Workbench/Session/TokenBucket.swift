/// So many things at once, and after that so many a second.
struct TokenBucket: Sendable, Hashable {
    /// How much fits.
    struct Size: Sendable, Hashable {
        /// At once.
        var burst: Double
        /// A second, after that.
        var perSecond: Double
    }

    let size: Size
    private var level: Double
    private var looked: Double

    /// A full bucket.
    /// - Parameter now: seconds on any clock that only goes forward.
    init(_ size: Size, now: Double) {
        self.size = size
        level = size.burst
        looked = now
    }

    /// Whether nothing is missing, so that it need not be remembered.
    func isFull(at now: Double) -> Bool { filled(at: now) >= size.burst }

    /// Seconds until one can be taken; 0 when there is one now.
    func wait(at now: Double) -> Double { max(0, (1 - filled(at: now)) / size.perSecond) }

    /// Takes one.
    /// - Returns: the seconds to wait where there is none; 0 when it was taken.
    mutating func take(at now: Double) -> Double {
        level = filled(at: now)
        looked = max(looked, now)
        guard level >= 1 else { return (1 - level) / size.perSecond }
        level -= 1
        return 0
    }

    private func filled(at now: Double) -> Double {
        min(size.burst, level + max(0, now - looked) * size.perSecond)
    }
}
