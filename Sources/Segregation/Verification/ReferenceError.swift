/// Why reference files cannot be verified, in one line.
public enum ReferenceError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is nothing at the path.
    case notFound(path: String)
    /// The folder holds no JSON files.
    case noFiles(path: String)
    /// The file is not JSON.
    case notJSON(file: String)
    /// The file is JSON of another form.
    case otherFormat(file: String, found: String)
    /// A case with simulated values has no valid table.
    case brokenCase(file: String, identifier: String)

    /// One line: what, where and how to mend it.
    public var description: String {
        switch self {
        case .notFound(let path): "there is no readable file or folder \(path)"
        case .noFiles(let path):
            "folder \(path) holds no .json files; give the folder with the reference files"
        case .notJSON(let file): "\(file) is not valid JSON; fetch or export it again"
        case .otherFormat(let file, let found):
            "\(file) has format \(found) where segref/1 is expected; leave it out of the folder"
        case .brokenCase(let file, let identifier):
            "\(file), case \(identifier): the counts are missing or invalid; fetch or export the file again"
        }
    }
}
