public import ReferenceFiles

/// Recomputes reference files of opinion groups and Q methodology on this machine.
public struct ReferenceVerification: Sendable {
    /// What a file is about.
    public enum Kind: Sendable, Equatable {
        /// A conversation, analysed by Polis' library; its votes lie elsewhere, under this name.
        case polis(conversation: String)
        /// What a server of Polis stored, with its votes.
        case server
        /// A study by Q methodology.
        case sorts

        /// The kind of a file by its name; `nil` for other files.
        public init?(fileName: String) {
            guard fileName.hasSuffix(".json") else { return nil }
            if fileName.hasPrefix("polis-server-") {
                self = .server
            } else if fileName.hasPrefix("polis-") {
                self = .polis(conversation: String(fileName.dropFirst(6).dropLast(5)))
            } else if fileName.hasPrefix("q-") {
                self = .sorts
            } else {
                return nil
            }
        }
    }

    /// Recomputes one file.
    /// - Parameters:
    ///   - name: the name to report.
    ///   - file: its content.
    ///   - votes: the votes of the conversation, where ``Kind/polis(conversation:)`` asks for them.
    /// - Throws: ``PerspectivesError`` when the file does not hold what its kind asks for.
    public static func tally(
        _ kind: Kind, name: String, file: JSONValue, votes: VoteTable? = nil
    ) throws -> ReferenceTally {
        switch kind {
        case .server: return try ServerReference(file: file).tally(name)
        case .sorts: return try QReference(file: file).tally(name)
        case .polis(let conversation):
            guard let votes else {
                var tally = ReferenceTally(name: name)
                tally.leave("the votes of \(conversation)")
                return tally
            }
            return try PolisReference(file: file, votes: votes).tally(name)
        }
    }
}
