import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request is not in whole after a while, so that nobody holds connections open by sending a
/// letter a minute.
///
/// The server's own time for idle connections begins anew with every piece of a form; this one does not.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let patience: TimeAmount
    private var closing: Scheduled<Void>?

    /// - Parameter patience: from the opening of the connection, or from the head of a later request, to its end.
    init(patience: TimeAmount) { self.patience = patience }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: begin(context)
        case .body: break
        case .end: end()
        }
        context.fireChannelRead(data)
    }

    private func begin(_ context: ChannelHandlerContext) {
        end()
        let channel = context.channel
        closing = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
    }

    private func end() {
        closing?.cancel()
        closing = nil
    }
}
