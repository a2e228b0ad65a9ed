/// A vote as it was cast.
public struct CastVote: Sendable, Hashable {
    /// Who.
    public let participant: Int
    /// On what.
    public let statement: Int
    /// What.
    public let vote: Vote

    /// A vote.
    public init(participant: Int, statement: Int, vote: Vote) {
        self.participant = participant
        self.statement = statement
        self.vote = vote
    }
}

/// Votes as text: one vote a line, with a header.
///
/// Columns are found by name, in any order: `participant` or `voter-id`, `statement` or `comment-id`, and `vote` with 1 for
/// agree, 0 for pass and -1 for disagree, as Polis exports them. Other columns are left alone. Lines are in the order in
/// which votes were cast: the last of a person on a statement counts.
public enum VoteText {
    private static let people = ["participant", "voter-id", "voter_id", "participant_id"]
    private static let subjects = ["statement", "comment-id", "comment_id", "statement_id"]

    /// Reads votes.
    /// - Parameter bytes: UTF-8 text; fields are separated by commas, or by semicolons where the header has no comma.
    /// - Throws: ``PerspectivesError/text(line:column:found:expected:)`` with the line and the field.
    public static func builder(_ bytes: some Collection<UInt8>) throws(PerspectivesError) -> VoteTable.Builder
    {
        var builder = VoteTable.Builder()
        try read(Array(bytes)) { builder.add(participant: $0, statement: $1, vote: $2) }
        return builder
    }

    /// Every vote as it was cast, in the order of the lines; a changed mind is a second one.
    /// - Parameter bytes: as for ``builder(_:)``.
    /// - Throws: ``PerspectivesError/text(line:column:found:expected:)`` with the line and the field.
    public static func castVotes(_ bytes: some Collection<UInt8>) throws(PerspectivesError) -> [CastVote] {
        var votes: [CastVote] = []
        try read(Array(bytes)) { votes.append(CastVote(participant: $0, statement: $1, vote: $2)) }
        return votes
    }

    private static func read(_ bytes: [UInt8], _ take: (Int, Int, Vote) -> Void) throws(PerspectivesError) {
        var reader = Reader(bytes: bytes)
        reader.skipByteOrderMark()
        let columns = try Columns(reader.header())
        var fields: [Range<Int>] = []
        while reader.nextLine(&fields) {
            guard fields.count > columns.last else {
                throw .text(
                    line: reader.line, column: fields.count + 1, found: "\(fields.count) fields",
                    expected: "at least \(columns.last + 1), as in the header")
            }
            let vote = try reader.number(fields, columns.vote, "a vote: 1 agree, 0 pass or -1 disagree")
            guard let vote = Int8(exactly: vote).flatMap(Vote.init(rawValue:)) else {
                throw .text(
                    line: reader.line, column: columns.vote + 1, found: "'\(vote)'",
                    expected: "a vote: 1 agree, 0 pass or -1 disagree")
            }
            take(
                try reader.number(fields, columns.participant, "the number of a participant"),
                try reader.number(fields, columns.statement, "the number of a statement"), vote)
        }
    }

    /// The votes of a table, one a line: `participant,statement,vote`.
    public static func text(_ table: VoteTable) -> String {
        var text = "participant,statement,vote\n"
        for person in table.participants.indices {
            for cell in table.starts[person]..<table.starts[person + 1] {
                text +=
                    "\(table.participants[person]),\(table.statements[Int(table.columns[cell])]),\(table.votes[cell])\n"
            }
        }
        return text
    }

    /// Where the columns are.
    private struct Columns {
        let participant: Int
        let statement: Int
        let vote: Int
        var last: Int { max(participant, statement, vote) }

        init(_ header: [String]) throws(PerspectivesError) {
            func place(_ names: [String]) throws(PerspectivesError) -> Int {
                guard let place = header.firstIndex(where: { names.contains($0) }) else {
                    throw .text(
                        line: 1, column: 1,
                        found: header.isEmpty ? "an empty file" : "columns \(header.joined(separator: ", "))",
                        expected: "a column \(names[0])")
                }
                return place
            }
            participant = try place(VoteText.people)
            statement = try place(VoteText.subjects)
            vote = try place(["vote"])
        }
    }

    /// Goes through the bytes line by line; fields may stand in double quotes, which numbers do not need inside.
    private struct Reader {
        let bytes: [UInt8]
        private(set) var line = 0
        private var place = 0
        private var separator = UInt8(ascii: ",")

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func skipByteOrderMark() {
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        }

        mutating func header() -> [String] {
            let end = bytes[place...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
            if !bytes[place..<end].contains(separator) { separator = UInt8(ascii: ";") }
            var fields: [Range<Int>] = []
            guard nextLine(&fields) else { return [] }
            return fields.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
        }

        /// The fields of the next line that is not empty.
        mutating func nextLine(_ fields: inout [Range<Int>]) -> Bool {
            while place < bytes.count {
                fields.removeAll(keepingCapacity: true)
                line += 1
                var start = place
                var isQuoted = false
                while place < bytes.count {
                    let byte = bytes[place]
                    if byte == UInt8(ascii: "\"") {
                        isQuoted.toggle()
                    } else if byte == 10, !isQuoted {
                        break
                    } else if byte == separator, !isQuoted {
                        fields.append(trimmed(start..<place))
                        start = place + 1
                    }
                    place += 1
                }
                fields.append(trimmed(start..<place))
                place += 1
                if fields.count > 1 || !fields[0].isEmpty { return true }
            }
            return false
        }

        /// Without spaces, quotes and the line end of Windows around it.
        private func trimmed(_ range: Range<Int>) -> Range<Int> {
            func isEdge(_ byte: UInt8) -> Bool { byte == 32 || byte == 34 || byte == 13 || byte == 9 }
            var (low, high) = (range.lowerBound, range.upperBound)
            while low < high, isEdge(bytes[low]) { low += 1 }
            while low < high, isEdge(bytes[high - 1]) { high -= 1 }
            return low..<high
        }

        func number(_ fields: [Range<Int>], _ field: Int, _ what: String) throws(PerspectivesError) -> Int {
            var value = 0
            var isNegative = false
            let range = fields[field]
            var at = range.lowerBound
            if at < range.upperBound, bytes[at] == UInt8(ascii: "-") {
                isNegative = true
                at += 1
            }
            var isNumber = at < range.upperBound && range.upperBound - at <= 18
            while isNumber, at < range.upperBound {
                let digit = bytes[at] &- 48
                isNumber = digit <= 9
                value = value * 10 + Int(digit)
                at += 1
            }
            guard isNumber else {
                throw .text(
                    line: line, column: field + 1,
                    found: range.isEmpty ? "nothing" : "'\(String(decoding: bytes[range], as: UTF8.self))'",
                    expected: what)
            }
            return isNegative ? -value : value
        }
    }
}
