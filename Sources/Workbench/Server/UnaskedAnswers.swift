import NIOCore
import NIOHTTPTypes

/// Leads an answer to what was no request past the compressor.
///
/// The server answers 400 to bytes that are no HTTP, before there was a request; the compressor takes the answer for one to
/// a request that it never saw, and stops the program. This stands between the two and counts.
final class UnaskedAnswers: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Requests that are not answered yet.
    private var open = 0
    private var isUnasked = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { open += 1 }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .head = unwrapOutboundIn(data) {
            isUnasked = open == 0
            open = max(0, open - 1)
        }
        guard isUnasked else { return context.write(data, promise: promise) }
        do {
            // The deadline stands nearest to the network, so that what it passes on meets no compressor.
            try context.pipeline.syncOperations.context(handlerType: RequestDeadline.self)
                .write(data, promise: promise)
        } catch {
            promise?.fail(error)
            context.close(promise: nil)
        }
    }
}
