import Foundation

/// A file of the user's own, read whole; what is wrong with it is said in one line.
enum InputFile {
    /// The bytes of a file.
    /// - Parameters:
    ///   - expected: what the file should be, such as "a package file".
    ///   - largest: in bytes; larger files are not opened.
    static func bytes(_ path: String, expected: String, largest: Int) throws -> Data {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw UserError("\(path): there is no such file.")
        }
        if isFolder.boolValue { throw UserError("\(path): is a folder; give \(expected).") }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        guard size <= largest else {
            throw UserError(
                "\(path): \(size >> 20) MB is more than the \(largest >> 20) MB that can be read; give \(expected)."
            )
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UserError("\(path): cannot be read; check its permissions.")
        }
        return data
    }

    /// The text of a file.
    static func text(_ path: String, expected: String, largest: Int) throws -> String {
        guard let text = String(data: try bytes(path, expected: expected, largest: largest), encoding: .utf8)
        else {
            throw UserError("\(path): the letters are not UTF-8; save the file as UTF-8.")
        }
        return text
    }
}
