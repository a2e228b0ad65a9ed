import Foundation
import OpenData
import Perspectives

/// A file with votes, and beside it one with statements.
struct VotesFile {
    let table: VoteTable
    /// The text of each statement, where a file of statements gives it.
    let texts: [Int: String]
    /// What was decided on each statement, where that file says so.
    let moderation: [Int: Moderation]

    private static let largest = 1 << 30

    /// - Parameters:
    ///   - path: CSV, or CSV packed by gzip.
    ///   - statements: a table with a column statement (or comment-id), and text and moderated (1, 0, -1) where known.
    init(_ path: String, statements: String?) async throws {
        let builder = try await Self.builder(path)
        var moderation: [Int: Moderation] = [:]
        var texts: [Int: String] = [:]
        if let statements { (moderation, texts) = try Self.statements(statements) }
        self.texts = texts
        self.moderation = moderation
        do {
            table = try builder.table(moderation: moderation)
        } catch {
            throw UserError("\(path): \(error.description).")
        }
    }

    /// Every vote of a file in the order in which it was cast.
    static func castVotes(_ path: String) async throws -> [CastVote] {
        let bytes = try await bytes(path)
        do {
            return try VoteText.castVotes(bytes)
        } catch {
            throw UserError("\(path): \(error.description).")
        }
    }

    private static func builder(_ path: String) async throws -> VoteTable.Builder {
        let bytes = try await bytes(path)
        do {
            return try VoteText.builder(bytes)
        } catch {
            throw UserError("\(path): \(error.description).")
        }
    }

    private static func bytes(_ path: String) async throws -> [UInt8] {
        guard path.lowercased().hasSuffix(".gz") else {
            return Array(try InputFile.bytes(path, expected: "a file with votes", largest: largest))
        }
        return Array(try await unpacked(path).utf8)
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

    static func statements(_ path: String) throws -> ([Int: Moderation], [Int: String]) {
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
