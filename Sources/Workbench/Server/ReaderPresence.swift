import NIOCore
import Synchronization

/// Tells work under way for a reader that the reader has left: whoever tries one lever after the other asks for a new page
/// long before the fifty runs of the page before are done.
final class ReaderPresence: ChannelInboundHandler, RemovableChannelHandler, Sendable {
    // It looks at events only.
    typealias InboundIn = NIOAny

    private struct State {
        var hasLeft = false
        var work: [StopSign] = []
    }

    private let state = Mutex(State())

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // A browser that goes elsewhere closes its half first; the rest follows when the answer is done.
        if case .some(.inputClosed) = event as? ChannelEvent { leave() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    /// Does `work` with a sign that is raised when the reader leaves, also when that was before it began.
    func during<Result: Sendable>(_ work: (StopSign) async throws -> Result) async rethrows -> Result {
        let sign = StopSign()
        let hasLeft = state.withLock { state in
            state.work.append(sign)
            return state.hasLeft
        }
        if hasLeft { sign.raise() }
        defer { state.withLock { $0.work.removeAll { $0 === sign } } }
        return try await work(sign)
    }

    private func leave() {
        let work = state.withLock { state in
            state.hasLeft = true
            return state.work
        }
        for sign in work { sign.raise() }
    }
}

/// Tells runs under way that nobody waits for them any more.
final class StopSign: Sendable {
    private let raised = Atomic(false)

    var isRaised: Bool { raised.load(ordering: .relaxed) }

    func raise() { raised.store(true, ordering: .relaxed) }
}
