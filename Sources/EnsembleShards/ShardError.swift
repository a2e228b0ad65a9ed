/// What is wrong with a plan or a shard file, in one line.
public struct ShardError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The name of the file.
    public var file: String
    /// What was found, what was expected and how to mend it.
    public var message: String

    /// Makes an error.
    public init(_ file: String, _ message: String) {
        self.file = file
        self.message = message
    }

    /// The line.
    public var description: String { "\(file): \(message)" }
}
