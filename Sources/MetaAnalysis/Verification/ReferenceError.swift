/// Why reference files cannot be verified, in one line.
public enum ReferenceError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is nothing at the path.
    case notFound(path: String)
    /// The folder holds no JSON files.
    case noFiles(path: String)
    /// The file is not JSON.
    case notJSON(file: String)
    /// The file is JSON of another form.
    case otherFormat(file: String)

    /// One line: what, where and how to mend it.
    public var description: String {
        switch self {
        case .notFound(let path): "there is no readable file or folder \(path)"
        case .noFiles(let path):
            "folder \(path) holds no .json files; give the folder with the reference files"
        case .notJSON(let file): "\(file) is not valid JSON; fetch or export it again"
        case .otherFormat(let file):
            "\(file) names no data set under meta.dataset, as files of reference values do; leave it "
                + "out of the folder"
        }
    }
}
