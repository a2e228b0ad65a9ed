import Bilingual
import Crypto
import Foundation
import Neighbourhoods
import ProjectFile
import Workbench
import WorkingGroup

/// A session in a folder that can be opened again and checked: the project without codes and keys, the report and the
/// tables, and a list with the checksum of each.
struct SessionBundle {
    /// What stands beside the files.
    struct Manifest: Codable {
        /// The name and version of the program.
        var program: String
        /// The code of the session.
        var code: String
        /// The seed of the tests against chance.
        var seed: UInt64
        /// The language of the report.
        var language: Language
        /// The municipality whose data are used, where one was chosen.
        var municipality: String?
        /// The SHA-256 of each file, as hexadecimal digits.
        var files: [String: String]
    }

    static let project = "project.mengpaneel"
    static let list = "manifest.json"

    /// Everything that follows from the project in the folder, with its name.
    static func made(in folder: String, _ manifest: Manifest) throws -> [(name: String, data: Data)] {
        let source = try SessionReports.source(
            path(project, in: folder), code: manifest.code,
            municipality: manifest.municipality.map { AreaCode($0) },
            seed: manifest.seed)
        let document = VerslagDocument(source, language: manifest.language)
        let pages = [("verslag.html", document.html), ("samenvatting.html", document.summary)]
        let texts = pages + SessionReports.tables(of: source, language: manifest.language, votes: false)
        let sheets = SessionReports.sheets(of: source, language: manifest.language)
        return texts.map { ($0.0, Data($0.1.utf8)) } + sheets.map { ("bladen/" + $0.name, $0.data) }
    }

    static func path(_ name: String, in folder: String) -> String {
        (folder as NSString).appendingPathComponent(name)
    }

    static func checksum(_ data: Data) -> String {
        SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
    }
}

extension SessionBundle {
    /// Writes the folder.
    static func write(
        project path: String, code: String?, municipality: AreaCode?, language: Language, seed: UInt64,
        to folder: String
    ) throws -> Manifest {
        let file = try ProjectFile.open(path)
        let session = try SessionRooms.session(code, in: file)
        let log = try SessionRooms.log(of: session, in: file)
        if FileManager.default.fileExists(atPath: folder) {
            let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [folder]
            guard found.isEmpty else {
                throw UserError("--output: '\(folder)' is not an empty folder; give another name.")
            }
        }
        // Made beside its place and moved when it is whole: a full disk leaves no half bundle.
        let place = URL(fileURLWithPath: folder).standardizedFileURL.path
        let aside = place + ".part"
        try? FileManager.default.removeItem(atPath: aside)
        do {
            try FileManager.default.createDirectory(atPath: aside, withIntermediateDirectories: true)
            var manifest = Manifest(
                program: SessionReports.program, code: session.code, seed: seed, language: language,
                municipality: municipality?.rawValue, files: [:])
            try fill(aside, from: file, session, log, &manifest)
            guard rename(aside, place) == 0 else {
                throw UserError(
                    "--output: '\(folder)' could not be made (\(String(cString: strerror(errno)))).")
            }
            return manifest
        } catch {
            try? FileManager.default.removeItem(atPath: aside)
            if error is UserError || error is ProjectFileError { throw error }
            throw UserError(
                "--output: '\(folder)' could not be made; check the permissions and the space of the folder around it."
            )
        }
    }

    private static func fill(
        _ folder: String, from file: ProjectFile, _ session: StoredSession, _ log: SessionLog,
        _ manifest: inout Manifest
    ) throws {
        var generator = SystemRandomNumberGenerator()
        let bare = AnonymousLog.entries(log.entries, using: &generator)
        try file.copy(
            to: Self.path(Self.project, in: folder), session: session.number,
            entries: ProjectSessionStore.rows(bare))
        for (name, data) in try made(in: folder, manifest) {
            let place = Self.path(name, in: folder)
            try FileManager.default.createDirectory(
                atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try WholeFile.write(data, to: place)
            manifest.files[name] = checksum(data)
        }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.path(Self.project, in: folder)))
        manifest.files[Self.project] = checksum(bytes)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try WholeFile.write(try encoder.encode(manifest), to: Self.path(list, in: folder))
    }

    /// What does not agree in a folder, one line each; empty when everything does.
    static func complaints(_ folder: String) throws -> (agreeing: Int, of: Int, complaints: [String]) {
        let listed = try InputFile.bytes(
            path(list, in: folder), expected: "the folder of a session", largest: 1 << 20)
        let manifest: Manifest
        do {
            manifest = try JSONDecoder().decode(Manifest.self, from: listed)
        } catch {
            throw UserError(
                "\(path(list, in: folder)): cannot be read; it was changed or is of another version.")
        }
        var wrong: [String: String] = [:]
        for (name, expected) in manifest.files {
            guard let data = FileManager.default.contents(atPath: path(name, in: folder)) else {
                wrong[name] = "is not there"
                continue
            }
            if checksum(data) != expected {
                wrong[name] = "was changed: its checksum is not that of the list"
            }
        }
        if wrong[project] == nil {
            let again = Dictionary(
                try made(in: folder, manifest).map { ($0.name, $0.data) }
            ) { first, _ in first }
            let hint =
                manifest.program == SessionReports.program
                ? "" : "; it was made by \(manifest.program), this is \(SessionReports.program)"
            for name in manifest.files.keys where name != project && wrong[name] == nil {
                if let data = again[name], checksum(data) == manifest.files[name] { continue }
                wrong[name] = "is not what the project gives" + hint
            }
        }
        return (
            manifest.files.count - wrong.count, manifest.files.count,
            wrong.sorted { $0.key < $1.key }.map { "\(path($0.key, in: folder)): \($0.value)." }
        )
    }
}
