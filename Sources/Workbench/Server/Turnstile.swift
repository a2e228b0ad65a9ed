/// Lets heavy work through a few at a time, in the order in which it came, so that whoever asks for a hundred reports at
/// once takes no breath from a room that votes.
actor Turnstile {
    /// Too many wait already.
    struct TooMany: Error {}

    private let atOnce: Int
    private let mostWaiting: Int
    private var inside = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - atOnce: how many go on at the same time.
    ///   - mostWaiting: how many wait behind them; the next is refused. Left out, as many as there are connections.
    init(atOnce: Int, mostWaiting: Int = .max) {
        self.atOnce = atOnce
        self.mostWaiting = mostWaiting
    }

    /// Does `work` when it is its turn.
    /// - Throws: ``TooMany``, or what `work` throws.
    nonisolated func callAsFunction<Result: Sendable>(_ work: () async throws -> Result) async throws
        -> Result
    {
        try await enter()
        do {
            let result = try await work()
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async throws {
        if inside < atOnce {
            inside += 1
            return
        }
        guard waiting.count < mostWaiting else { throw TooMany() }
        // Who leaves hands over the place, so it is counted already.
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty {
            inside -= 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
