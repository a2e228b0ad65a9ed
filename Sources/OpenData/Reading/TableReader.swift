import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Reads foreign files by way of the separate program `mengpaneel-read`, which runs under limits of its own. A
/// file that crashes it is one clear error here.
public struct TableReader: Sendable {
    /// What is asked of a file.
    public struct Options: Sendable, Hashable {
        /// The map layer or sheet, by name.
        public var layer: String?
        /// The member of a zip archive, by name.
        public var member: String?
        /// Whether shapes are read, and which rows touch.
        public var shapes = false
        /// Only rows whose field starts with this text.
        public var filter: (field: String, prefix: String)?
        /// Only names of layers and fields.
        public var listOnly = false

        /// Everything of the only layer, without shapes.
        public init(shapes: Bool = false, layer: String? = nil, member: String? = nil) {
            self.shapes = shapes
            self.layer = layer
            self.member = member
        }

        /// Options are equal when they ask the same.
        public static func == (left: Options, right: Options) -> Bool { left.arguments == right.arguments }

        /// Hashes what is asked.
        public func hash(into hasher: inout Hasher) { hasher.combine(arguments) }

        /// Metres within which boundaries count as the same: generalised CBS boundaries differ less than this.
        static let touchingTolerance = 2.0

        var arguments: [String] {
            var list: [String] = []
            if let layer { list += ["--layer", layer] }
            if let member { list += ["--member", member] }
            if shapes { list += ["--geometry", "--adjacency", "\(Self.touchingTolerance)"] }
            if let filter { list += ["--where", "\(filter.field)=\(filter.prefix)"] }
            if listOnly { list.append("--list") }
            return list
        }
    }

    /// The path of the reading program.
    public let executable: String

    /// A reader that uses the program at `executable`, or finds it: the environment variable `MENGPANEEL_READ`, the
    /// folder of the running program, or the build folder above it (tests run from there).
    ///
    /// - Throws: ``ImportError`` of kind `readerMissing`.
    public init(executable: String? = nil) throws(ImportError) {
        guard let found = ReaderLocation.find(given: executable) else {
            throw ImportError(.readerMissing, file: executable ?? "mengpaneel-read")
        }
        self.executable = found
    }

    /// The layers of a file, mostly one.
    ///
    /// - Throws: ``ImportError`` with one line of reason.
    public func read(_ path: String, _ options: Options = Options()) async throws(ImportError)
        -> [ForeignTable]
    {
        let file = (path as NSString).lastPathComponent
        var decoder: StreamDecoder
        do {
            decoder = try await decode(path, options)
        } catch is StreamDecoder.Malformed {
            throw ImportError(.stream, file: file)
        } catch {
            throw ImportError(.readerStopped, file: file)
        }
        if let failure = decoder.failure { throw Self.error(failure, file: file) }
        guard decoder.isComplete else { throw ImportError(.readerStopped, file: file) }
        return decoder.tables
    }

    /// The only table of a file.
    ///
    /// - Throws: ``ImportError``; of kind `noLayer` when there are several.
    public func table(_ path: String, _ options: Options = Options()) async throws(ImportError)
        -> ForeignTable
    {
        let tables = try await read(path, options)
        guard tables.count == 1, let table = tables.first else {
            throw ImportError(
                .noLayer, file: (path as NSString).lastPathComponent,
                found: tables.map(\.name).joined(separator: ", "))
        }
        return table
    }

    private func decode(_ path: String, _ options: Options) async throws -> StreamDecoder {
        let result = try await Subprocess.run(
            .path(FilePath(executable)), arguments: Arguments(options.arguments + ["--", path]),
            input: .none, output: .sequence, error: .discarded
        ) { execution in
            var decoder = StreamDecoder()
            // Reading one piece at a time holds the other side back: its writes wait while the pipe is full.
            for try await piece in execution.standardOutput {
                try piece.withUnsafeBytes { try decoder.take($0) }
            }
            return decoder
        }
        return result.closureResult
    }

    private static func error(_ failure: (code: String, row: Int?, detail: String), file: String)
        -> ImportError
    {
        let kind: ImportError.Kind
        switch failure.code {
        case "usage", "noField": kind = .missingColumn
        case "memory": kind = .readerStopped
        case "format" where failure.detail == "JSON": kind = .incompleteService
        default: kind = ImportError.Kind(rawValue: failure.code) ?? .stream
        }
        return ImportError(kind, file: file, row: failure.row, found: failure.detail)
    }
}
