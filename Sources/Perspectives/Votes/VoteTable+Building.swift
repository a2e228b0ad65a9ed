extension VoteTable {
    /// Collects votes one by one, in any order; of several votes of a person on a statement the last one counts.
    public struct Builder: Sendable {
        private var participants = Register()
        private var statements = Register()
        private var rows: [Int32] = []
        private var columns: [Int32] = []
        private var votes: [Int8] = []

        /// An empty collection.
        public init() {}

        /// The number of votes collected, changed votes included.
        public var count: Int { votes.count }

        /// Makes room for votes to come.
        public mutating func reserve(_ count: Int) {
            rows.reserveCapacity(count)
            columns.reserveCapacity(count)
            votes.reserveCapacity(count)
        }

        /// Adds a vote.
        public mutating func add(participant: Int, statement: Int, vote: Vote) {
            rows.append(participants.place(of: participant))
            columns.append(statements.place(of: statement))
            votes.append(vote.rawValue)
        }

        /// The table of all votes so far.
        /// - Parameters:
        ///   - moderation: by statement; those that are not in it were not looked at.
        ///   - meta: the statements about the person.
        /// - Throws: ``PerspectivesError/noVotes``.
        public consuming func table(
            moderation: [Int: Moderation] = [:], meta: Set<Int> = []
        ) throws(PerspectivesError) -> VoteTable {
            guard !votes.isEmpty else { throw .noVotes }
            let (people, rowOrder) = participants.sorted()
            let (subjects, columnOrder) = statements.sorted()
            let cells = Self.sorted(
                rows, columns, votes, rowOrder: rowOrder, columnOrder: columnOrder, rowCount: people.count)
            return VoteTable(
                participants: people, statements: subjects,
                moderation: subjects.map { moderation[$0] ?? .unseen },
                isMeta: subjects.map(meta.contains),
                starts: cells.starts, columns: cells.columns, votes: cells.votes)
        }

        /// Puts cells in order of person and then statement, the last vote on each, by counting.
        private static func sorted(
            _ rows: [Int32], _ columns: [Int32], _ votes: [Int8], rowOrder: [Int32], columnOrder: [Int32],
            rowCount: Int
        ) -> (starts: [Int], columns: [Int32], votes: [Int8]) {
            var begin = Array(repeating: 0, count: rowCount + 1)
            for row in rows { begin[Int(rowOrder[Int(row)]) + 1] += 1 }
            for row in 0..<rowCount { begin[row + 1] += begin[row] }
            // Per cell its statement above the order of arrival and the vote, so that one sort settles all three.
            var next = begin
            var cells = Array(repeating: UInt64(0), count: votes.count)
            for event in votes.indices {
                let row = Int(rowOrder[Int(rows[event])])
                let column = UInt64(UInt32(bitPattern: columnOrder[Int(columns[event])]))
                let arrival = UInt64(next[row] - begin[row])
                cells[next[row]] = column &<< 34 | arrival &<< 2 | UInt64(votes[event] + 1)
                next[row] += 1
            }
            var starts = [0]
            var keptColumns: [Int32] = []
            var keptVotes: [Int8] = []
            starts.reserveCapacity(rowCount + 1)
            keptColumns.reserveCapacity(cells.count)
            keptVotes.reserveCapacity(cells.count)
            for row in 0..<rowCount {
                cells[begin[row]..<begin[row + 1]].sort()
                for place in begin[row]..<begin[row + 1] {
                    let column = cells[place] &>> 34
                    if place + 1 < begin[row + 1], cells[place + 1] &>> 34 == column { continue }
                    keptColumns.append(Int32(truncatingIfNeeded: column))
                    keptVotes.append(Int8(truncatingIfNeeded: cells[place] & 3) - 1)
                }
                starts.append(keptVotes.count)
            }
            return (starts, keptColumns, keptVotes)
        }
    }

    /// Numbers given out to names in order of arrival.
    private struct Register: Sendable {
        private var places: [Int: Int32] = [:]
        private var names: [Int] = []
        private var last: (name: Int, place: Int32)?

        mutating func place(of name: Int) -> Int32 {
            // Votes often come person by person.
            if let last, last.name == name { return last.place }
            let place: Int32
            if let known = places[name] {
                place = known
            } else {
                place = Int32(names.count)
                places[name] = place
                names.append(name)
            }
            last = (name, place)
            return place
        }

        /// The names ascending, and per place the place among them.
        func sorted() -> (names: [Int], order: [Int32]) {
            let ascending = names.indices.sorted { names[$0] < names[$1] }
            var order = Array(repeating: Int32(0), count: names.count)
            for (rank, place) in ascending.enumerated() { order[place] = Int32(rank) }
            return (ascending.map { names[$0] }, order)
        }
    }
}
