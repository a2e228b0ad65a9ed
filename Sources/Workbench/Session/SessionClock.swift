internal import Foundation

/// The time of a session: begins at that of the machine and goes on with a clock that nobody sets.
///
/// The clock of a laptop may jump in the middle of an evening, when the network tells it the time. What lasts so many
/// minutes, and in which order things happened, must not follow it. Where the file already holds a later moment (the clock
/// was put back while nothing ran), time goes on from there.
struct SessionClock: Sendable {
    private let began: Int64
    private let steady: @Sendable () -> Duration
    private let steadyBegan: Duration

    /// - Parameters:
    ///   - last: the time of the last entry, milliseconds since 1970.
    ///   - wall: the clock of the machine, looked at once.
    ///   - steady: a clock that only goes forward.
    init(
        after last: Int64?, wall: @Sendable () -> Int64 = Self.wall,
        steady: (@Sendable () -> Duration)? = nil
    ) {
        let start = ContinuousClock.now
        self.steady = steady ?? { ContinuousClock.now - start }
        steadyBegan = self.steady()
        began = max(wall(), last ?? .min)
    }

    /// Milliseconds since 1970.
    func now() -> Int64 {
        let (seconds, rest) = (steady() - steadyBegan).components
        return began + seconds * 1_000 + rest / 1_000_000_000_000_000
    }

    /// The clock of the machine.
    static func wall() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
