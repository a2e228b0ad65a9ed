import EvidenceRegister
import Foundation

/// A file of studies in any of the forms that the register reads.
struct StudiesFile {
    /// What it was read as: RIS, BibTeX, or the name of a table.
    let kind: String
    /// How many rows or records it holds.
    let rows: Int
    /// The studies, when it holds studies.
    let studies: [Study]
    /// The votes of a panel, when it holds those.
    let strengths: [PanelStrength]
    /// The records, when it came from a reference manager.
    let references: [Reference]

    private static let largestFile = 64 << 20

    /// Reads a file by the ending of its name and, for CSV, by its header.
    ///
    /// - Throws: ``UserError``, or `RegisterErrors` with one line per mistake.
    init(path: String) throws {
        let name = (path as NSString).lastPathComponent
        let text = try TextFile(bytes: try Self.bytes(path, name), name: name).text
        switch (path as NSString).pathExtension.lowercased() {
        case "ris": try self.init(records: RIS.read(text, name: name), "RIS", name)
        case "bib", "bibtex": try self.init(records: BibTeX.read(text, name: name), "BibTeX", name)
        case "csv", "txt", "tsv": try self.init(table: text, name)
        default:
            throw UserError("\(name): the ending says neither .ris, .bib nor .csv; rename the file.")
        }
    }

    /// The pairs of studies that may be the same: in the file itself, and of the file with the register. A row of a
    /// table that has the identifier of a study of the register is that study and no duplicate of it.
    func duplicates(in register: Register) -> [PossibleDuplicate] {
        register.possibleDuplicates(among: studies).filter { $0.first != $0.second }
    }

    private init(
        records: [Reference], _ kind: String, _ name: String
    ) throws {
        var studies: [Study] = []
        var errors: [RegisterError] = []
        for (place, record) in records.enumerated() {
            do throws(RegisterError) {
                // The region is asked for on import; a check needs any one.
                let id = record.key.isEmpty ? "\(kind)-\(place + 1)" : record.key
                let safe = String(id.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
                studies.append(
                    try Study(importing: record, id: safe, region: .international, source: name))
            } catch {
                errors.append(error)
            }
        }
        if let first = errors.first {
            throw UserError("\(name): \(first)" + (errors.count > 1 ? " (and \(errors.count - 1) more)" : ""))
        }
        self.kind = kind
        self.studies = studies
        strengths = []
        rows = records.count
        references = records
    }

    private init(table text: String, _ name: String) throws {
        let header = Set(
            text.prefix { !$0.isNewline }.split(separator: ",").map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
            })
        func holds<Row: RegisterRow>(_ type: Row.Type) -> Bool {
            let known = Set(Row.Field.allCases.map(\.rawValue))
            return header.intersection(known).count * 2 > known.count
        }
        let known: [(String, Bool)] = [
            ("studies", holds(Study.self)), ("effects", holds(Effect.self)), ("trials", holds(Trial.self)),
            ("edge-links", holds(EdgeLink.self)), ("lever-links", holds(LeverLink.self)),
            ("answers", holds(AnswerSentence.self)), ("strength", holds(PanelStrength.self)),
        ]
        guard let kind = known.first(where: { $0.1 })?.0 else {
            throw UserError(
                "\(name), row 1: the header (\(header.sorted().prefix(8).joined(separator: ", "))) is that of no table of the register; there is \(known.map(\.0).joined(separator: ", "))."
            )
        }
        let rows: Int
        var found: [Study] = []
        var strengths: [PanelStrength] = []
        switch kind {
        case "effects": rows = try TableFile.read(Effect.self, from: text, name: name).count
        case "trials": rows = try TableFile.read(Trial.self, from: text, name: name).count
        case "edge-links": rows = try TableFile.read(EdgeLink.self, from: text, name: name).count
        case "lever-links": rows = try TableFile.read(LeverLink.self, from: text, name: name).count
        case "answers": rows = try TableFile.read(AnswerSentence.self, from: text, name: name).count
        case "strength":
            strengths = try TableFile.read(PanelStrength.self, from: text, name: name)
            rows = strengths.count
        default:
            found = try TableFile.read(Study.self, from: text, name: name)
            rows = found.count
        }
        self.kind = kind
        self.rows = rows
        references = []
        studies = found
        self.strengths = strengths
    }

    private static func bytes(_ path: String, _ name: String) throws -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw UserError("\(path): there is no such file.")
        }
        if isFolder.boolValue { throw UserError("\(path): is a folder; give a file of studies.") }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size]) as? Int ?? 0
        if size > largestFile {
            throw UserError(
                "\(name): \(size >> 20) MB is more than the \(largestFile >> 20) MB of a file of studies.")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw UserError("\(path): cannot be read; check its permissions.")
        }
        guard data.contains(where: { $0 > 0x20 }) else { throw UserError("\(name): the file is empty.") }
        return Array(data)
    }
}
