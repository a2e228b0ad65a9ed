import Foundation
import YAMLGuard
import Yams

/// The mapping files that this library carries.
enum Presets {
    /// Presets that a user names; `cbs` and the like are found by a file's columns.
    static let names = ["rotterdam", "denhaag", "leefbaarometer", "breda", "utrecht"]

    /// The built-in knowledge of tables of CBS and PDOK.
    static func cbs() throws(ImportError) -> MappingFile { try cbsMapping.get() }

    /// Read once: it is the largest, and every file of a known form needs it.
    private static let cbsMapping = Result { () throws(ImportError) in
        try decode(PackageResources.cbs_yaml, name: "cbs")
    }

    /// The preset `name`.
    static func mapping(_ name: String) throws(ImportError) -> MappingFile {
        switch name {
        case "rotterdam": try decode(PackageResources.rotterdam_yaml, name: name)
        case "denhaag": try decode(PackageResources.denhaag_yaml, name: name)
        case "leefbaarometer": try decode(PackageResources.leefbaarometer_yaml, name: name)
        case "breda": try decode(PackageResources.breda_yaml, name: name)
        case "utrecht": try decode(PackageResources.utrecht_yaml, name: name)
        default:
            throw ImportError(.mapping, file: name, found: name, expected: names.joined(separator: ", "))
        }
    }

    private static func decode(_ bytes: [UInt8], name: String) throws(ImportError) -> MappingFile {
        try MappingFile(yaml: String(decoding: bytes, as: UTF8.self), file: name + ".yaml")
    }
}

extension MappingFile {
    /// A mapping from YAML text.
    ///
    /// - Parameter file: the name to show in errors.
    /// - Throws: ``ImportError`` of kind `mapping`, with the key or line that is wrong.
    public init(yaml: String, file: String) throws(ImportError) {
        do {
            try YAMLGuard.check(yaml, references: true)
            self = try YAMLDecoder().decode(MappingFile.self, from: yaml)
        } catch let error as DecodingError {
            throw ImportError(.mapping, file: file, found: Self.describe(error))
        } catch let refusal as YAMLGuard.Refusal {
            throw ImportError(.mapping, file: file, row: refusal.line, found: "\(refusal)")
        } catch {
            throw ImportError(.mapping, file: file, found: "\(error)")
        }
    }

    /// A mapping from a file.
    ///
    /// - Throws: ``ImportError`` of kind `unreadable` or `mapping`.
    public init(path: String) throws(ImportError) {
        let name = FileLocation.name(path)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ImportError(.unreadable, file: name)
        }
        try self.init(yaml: String(decoding: data, as: UTF8.self), file: name)
    }

    private static func describe(_ error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.map { $0.intValue.map { "[\($0 + 1)]" } ?? $0.stringValue }.joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context): return "\(place(context.codingPath + [key])) ?"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): return place(context.codingPath)
        case .dataCorrupted(let context):
            return [
                place(context.codingPath),
                context.underlyingError.map { "\($0)" } ?? context.debugDescription,
            ]
            .filter { !$0.isEmpty }.joined(separator: " ")
        @unknown default: return "\(error)"
        }
    }
}
