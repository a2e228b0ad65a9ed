import Foundation
import OpenData
import Perspectives

/// A file with votes, and beside it one with statements.
struct VotesFile {
    let table: VoteTable
    /// The text of each statement, where a file of statements gives it.
    let texts: [Int: String]

    private static let largest = 4 << 30

    /// - Parameters:
    ///   - path: CSV, or CSV packed by gzip.
    ///   - statements: a table with a column statement (or comment-id), and text and moderated (1, 0, -1) where known.
    init(_ path: String, statements: String?) async throws {
        let builder = try await Self.builder(path)
        var moderation: [Int: Moderation] = [:]
        var texts: [Int: String] = [:]
        if let statements { (moderation, texts) = try Self.statements(statements) }
        self.texts = texts
        do {
            table = try builder.table(moderation: moderation)
        } catch {
            throw UserError("\(path): \(error.description).")
        }
    }

    private static func builder(_ path: String) async throws -> VoteTable.Builder {
        do {
            guard path.lowercased().hasSuffix(".gz") else {
                return try VoteText.builder(
                    InputFile.bytes(path, expected: "a file with votes", largest: largest))
            }
            return try VoteText.builder(Array(try await unpacked(path).utf8))
        } catch let error as PerspectivesError {
            throw UserError("\(path): \(error.description).")
        }
    }

    /// The table in a packed file, as text again.
    private static func unpacked(_ path: String) async throws -> String {
        let table = try await TableReader().table(path)
        var text = table.fields.joined(separator: ",") + "\n"
        for row in 0..<table.rowCount {
            text += table.fields.indices.map { table.text(row, $0) ?? "" }.joined(separator: ",") + "\n"
        }
        return text
    }

    private static func statements(_ path: String) throws -> ([Int: Moderation], [Int: String]) {
        let file = try PlainTable(path: path)
        guard let id = file.column(["statement", "comment-id", "comment_id"]) else {
            throw UserError(
                "\(file.fileName): found columns \(file.header.joined(separator: ", ")); a column statement is expected."
            )
        }
        let (moderated, body) = (
            file.column(["moderated"]), file.column(["text", "comment-body", "comment_body"])
        )
        var moderation: [Int: Moderation] = [:]
        var texts: [Int: String] = [:]
        for (row, cells) in file.rows.enumerated() {
            guard let statement = Int(cells[id].trimmingCharacters(in: .whitespaces)) else {
                throw UserError(
                    "\(file.fileName), row \(row + 2): found '\(cells[id])', the number of a statement is expected."
                )
            }
            if let body { texts[statement] = cells[body] }
            guard let moderated else { continue }
            guard let mark = Int8(cells[moderated]).flatMap(Moderation.init(rawValue:)) else {
                throw UserError(
                    "\(file.fileName), row \(row + 2): found '\(cells[moderated])', expected 1 accepted, 0 not looked at or -1 rejected."
                )
            }
            moderation[statement] = mark
        }
        return (moderation, texts)
    }
}
