/// Who voted what on which statement: people × statements, mostly empty.
///
/// Kept row by row with the filled cells only, 5 bytes a vote. People and statements without any vote are not in it.
public struct VoteTable: Sendable, Equatable {
    /// The people, ascending.
    public let participants: [Int]
    /// The statements, ascending.
    public let statements: [Int]
    /// What the chair decided about each statement.
    public let moderation: [Moderation]
    /// Per statement whether it is about the person rather than the subject; such statements are left out of the
    /// opinion space.
    public let isMeta: [Bool]
    /// Where the cells of each person begin; one more than there are people.
    let starts: [Int]
    /// The statement of every cell, as its place; ascending within a person.
    let columns: [Int32]
    /// The vote of every cell.
    let votes: [Int8]

    init(
        participants: [Int], statements: [Int], moderation: [Moderation], isMeta: [Bool], starts: [Int],
        columns: [Int32], votes: [Int8]
    ) {
        self.participants = participants
        self.statements = statements
        self.moderation = moderation
        self.isMeta = isMeta
        self.starts = starts
        self.columns = columns
        self.votes = votes
    }

    /// The number of people.
    public var participantCount: Int { participants.count }
    /// The number of statements.
    public var statementCount: Int { statements.count }
    /// The number of votes; a vote that was changed counts once.
    public var voteCount: Int { votes.count }

    /// The vote of a person on a statement, both as places from 0; `nil` where there is none.
    public subscript(participant: Int, statement: Int) -> Vote? {
        var low = starts[participant]
        var high = starts[participant + 1]
        while low < high {
            let middle = (low + high) / 2
            if Int(columns[middle]) < statement { low = middle + 1 } else { high = middle }
        }
        guard low < starts[participant + 1], Int(columns[low]) == statement else { return nil }
        return Vote(rawValue: votes[low])
    }

    /// How many statements a person voted on.
    public func voteCount(of participant: Int) -> Int { starts[participant + 1] - starts[participant] }

    /// Per statement whether it counts in the opinion space.
    public var isActive: [Bool] { zip(moderation, isMeta).map { $0 != .rejected && !$1 } }

    /// Agrees, disagrees and answers per statement over some people, or all.
    func counts(of people: [Int]? = nil) -> StatementCounts {
        var counts = StatementCounts(statementCount)
        func add(_ person: Int) {
            for cell in starts[person]..<starts[person + 1] {
                counts.add(votes[cell], to: Int(columns[cell]))
            }
        }
        if let people { for person in people { add(person) } } else { (0..<participantCount).forEach(add) }
        return counts
    }
}

/// Agrees, disagrees and answers per statement; a pass is an answer.
struct StatementCounts: Sendable, Equatable {
    var agrees: [Int]
    var disagrees: [Int]
    var answers: [Int]

    init(_ count: Int) {
        agrees = Array(repeating: 0, count: count)
        disagrees = agrees
        answers = agrees
    }

    mutating func add(_ vote: Int8, to statement: Int) {
        if vote > 0 { agrees[statement] += 1 }
        if vote < 0 { disagrees[statement] += 1 }
        answers[statement] += 1
    }

    /// What is left when `part` is taken out.
    func without(_ part: StatementCounts) -> StatementCounts {
        var rest = self
        for place in agrees.indices {
            rest.agrees[place] -= part.agrees[place]
            rest.disagrees[place] -= part.disagrees[place]
            rest.answers[place] -= part.answers[place]
        }
        return rest
    }
}

extension VoteTable {
    /// The same votes with what the chair decided; statements that are not in it were not looked at.
    public func moderated(_ moderation: [Int: Moderation], meta: Set<Int> = []) -> VoteTable {
        VoteTable(
            participants: participants, statements: statements,
            moderation: statements.map { moderation[$0] ?? .unseen }, isMeta: statements.map(meta.contains),
            starts: starts, columns: columns, votes: votes)
    }
}
