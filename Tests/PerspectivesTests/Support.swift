import Foundation
import ReferenceFiles
import Testing

@testable import Perspectives

/// Files that tests read.
enum Files {
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    /// Real data lie beside the clone, where they are.
    static let polis = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../shared/data/polis"
    ).standardizedFileURL

    static func fixture(_ name: String) throws -> JSONValue {
        try JSONValue(contentsOf: Data(contentsOf: fixtures.appending(path: name)))
    }

    static var hasPolis: Bool {
        FileManager.default.fileExists(atPath: polis.appending(path: "README.md").path)
    }

    /// The votes of a conversation.
    static func votes(_ name: String) throws -> VoteTable {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-dc", polis.appending(path: "\(name).votes.csv.gz").path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        var builder = VoteTable.Builder()
        for line in data.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let fields = line.split(separator: UInt8(ascii: ",")).map {
                Int(String(decoding: $0, as: UTF8.self))
            }
            let vote = try #require(fields[2].flatMap { Vote(rawValue: Int8($0)) })
            builder.add(participant: try #require(fields[0]), statement: try #require(fields[1]), vote: vote)
        }
        return try builder.table()
    }
}
