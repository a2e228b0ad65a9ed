import Hummingbird
import NIOCore

/// What is known of a request besides its text: also which machine asks, for as long as the request lasts.
struct WorkbenchContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the other side without its port; nil in tests without a network.
    let peer: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}
