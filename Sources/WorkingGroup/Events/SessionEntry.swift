/// An event with who did it and when.
public struct SessionEntry: Codable, Sendable, Hashable {
    /// Who did it.
    public enum Author: Codable, Sendable, Hashable {
        /// The chair.
        case chair
        /// A seat, by its code.
        case seat(code: String)
        /// The program itself.
        case system
    }

    /// Made by the sender: what is sent twice counts once.
    public var id: String
    /// Milliseconds since 1970, of the server.
    public var time: Int64
    /// Who did it.
    public var author: Author
    /// What was done.
    public var event: SessionEvent

    /// An entry.
    public init(id: String, time: Int64, author: Author, event: SessionEvent) {
        self.id = id
        self.time = time
        self.author = author
        self.event = event
    }
}
