import Hummingbird
import NIOCore

/// What is known of a request besides its text: also which machine asks, for as long as the request lasts.
struct WorkbenchContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the other side without its port; nil in tests without a network.
    let peer: String?
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
        channel = source.channel
    }

    /// Whether who asked is still there; in tests without a network they always are.
    var reader: ReaderPresence {
        get async {
            guard peer != nil else { return ReaderPresence() }
            let known = try? await channel.pipeline.handler(type: ReaderPresence.self).get()
            return known ?? ReaderPresence()
        }
    }
}
