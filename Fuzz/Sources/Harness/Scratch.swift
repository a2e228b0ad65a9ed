internal import Foundation

/// A file in memory for readers that take a path; one per process and name, written over for each input.
public struct Scratch {
    /// Where it lies.
    public let path: String

    /// A file that ends in `name`.
    public init(_ name: String) {
        let memory = "/dev/shm"
        let folder =
            FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        path = "\(folder)/mengpaneel-fuzz-\(getpid())-\(name)"
    }

    /// Puts `bytes` in it.
    public func write(_ bytes: [UInt8]) {
        promise(
            FileManager.default.createFile(atPath: path, contents: Data(bytes)), "room for \(path)")
    }

    /// Takes it away.
    public func remove() { try? FileManager.default.removeItem(atPath: path) }
}
