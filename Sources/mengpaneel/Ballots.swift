import Foundation
import GroupDecision

/// Orders of preference as they stand in a file: A > B = C.
struct RankedBallots {
    /// The alternatives, in order of first mention.
    let alternatives: [String]
    private let ballots: [RankedBallot]

    init(_ table: PlainTable) throws {
        guard let ballot = table.column(["ballot", "ranking"]) else {
            throw UserError(
                "\(table.fileName): found columns \(table.header.joined(separator: ", ")); a column ballot is expected."
            )
        }
        let count = table.column(["count"])
        var known: [String] = []
        var read: [(tiers: [[Int]], count: Int)] = []
        for row in table.rows.indices {
            var named: Set<Int> = []
            let tiers = try table.rows[row][ballot].split(separator: ">", omittingEmptySubsequences: false)
                .map { tier in
                    try tier.split(separator: "=", omittingEmptySubsequences: false).map { name -> Int in
                        let name = name.trimmingCharacters(in: .whitespaces)
                        guard !name.isEmpty else {
                            throw UserError(
                                "\(table.fileName), row \(row + 2): found '\(table.rows[row][ballot])'; names with > or = between them are expected."
                            )
                        }
                        let place = known.firstIndex(of: name) ?? known.count
                        if place == known.count { known.append(name) }
                        guard named.insert(place).inserted else {
                            throw UserError(
                                "\(table.fileName), row \(row + 2): '\(name)' stands twice on the ballot; name it once."
                            )
                        }
                        return place
                    }
                }
            let people =
                try count.map { try table.whole(row: row, column: $0, expected: "a number of people") } ?? 1
            read.append((tiers, people))
        }
        alternatives = known
        ballots = read.map { one in
            let left = known.indices.filter { place in !one.tiers.joined().contains(place) }
            return RankedBallot(tiers: one.tiers + (left.isEmpty ? [] : [left]), count: one.count)
        }
    }

    func profile() throws -> RankedProfile {
        try RankedProfile(candidateCount: alternatives.count, ballots: ballots)
    }

    func names(_ places: [Int]) -> String { places.map { alternatives[$0] }.joined(separator: " = ") }
}

extension PlainTable {
    /// The whole number in a cell.
    func whole(row: Int, column: Int, expected: String) throws -> Int {
        guard let number = try number(row: row, column: column, expected: expected),
            let whole = Int(exactly: number)
        else {
            throw UserError(
                "\(fileName), row \(row + 2), column '\(header[column])': found '\(rows[row][column])'; \(expected), a whole number, is expected."
            )
        }
        return whole
    }

    /// A row for each person, a column for each candidate, 1 or 0.
    func approvals() throws -> ApprovalProfile {
        let lists = try rows.indices.map { row in
            try header.indices.filter { column in
                let mark = try whole(row: row, column: column, expected: "1 or 0")
                guard mark == 0 || mark == 1 else {
                    throw UserError(
                        "\(fileName), row \(row + 2), column '\(header[column])': found '\(mark)'; 1 or 0 is expected."
                    )
                }
                return mark == 1
            }
        }
        return try ApprovalProfile(candidateCount: header.count, approvals: lists)
    }

    /// A row for each person, a column for each alternative, a whole number in each cell.
    func grades() throws -> [[Int]] {
        try rows.indices.map { row in
            try header.indices.map { try whole(row: row, column: $0, expected: "a grade") }
        }
    }
}

/// Projects with costs, from a table with columns project and cost.
extension PlainTable {
    /// Where the names and the costs stand.
    private func projectColumns() throws -> (project: Int, cost: Int) {
        guard let project = column(["project"]), let cost = column(["cost"]) else {
            throw UserError(
                "\(fileName): found columns \(header.joined(separator: ", ")); project and cost are expected."
            )
        }
        return (project, cost)
    }

    /// The cost of each of `projects`, in whole units.
    func costs(of projects: [String]) throws -> [Int] {
        let place = try projectColumns()
        var prices: [String: Int] = [:]
        for row in rows.indices {
            prices[rows[row][place.project]] = try whole(row: row, column: place.cost, expected: "a cost")
        }
        return try projects.map { name in
            guard let price = prices[name] else {
                throw UserError("\(fileName): there is no cost of '\(name)'; give each project a row.")
            }
            return price
        }
    }

    /// The cost and the attributes of each of `projects`: attributes are all other columns.
    func attributes(of projects: [String]) throws -> (
        costs: [Double], attributes: [[Double]], names: [String]
    ) {
        let place = try projectColumns()
        let others = header.indices.filter { $0 != place.project && $0 != place.cost }
        let known = Dictionary(
            rows.indices.map { (rows[$0][place.project], $0) }, uniquingKeysWith: { $1 })
        let chosen = try projects.map { name in
            guard let row = known[name] else {
                throw UserError("\(fileName): there is no project '\(name)'; give each project a row.")
            }
            return row
        }
        return (
            try chosen.map { try filled(row: $0, column: place.cost, "every project needs a number") },
            try chosen.map { row in
                try others.map { try filled(row: row, column: $0, "every project needs a number") }
            },
            others.map { header[$0] }
        )
    }

    /// The numbers behind the name in the first column.
    func numbers(row: Int) throws -> [Double] {
        try (1..<max(1, header.count)).map {
            try filled(row: row, column: $0, "every alternative needs every criterion")
        }
    }

    /// The number in a cell that may not be empty.
    func filled(row: Int, column: Int, _ why: String, expected: String = "a number") throws -> Double {
        guard let value = try number(row: row, column: column, expected: expected) else {
            throw UserError("\(fileName), row \(row + 2), column '\(header[column])': nothing; \(why).")
        }
        return value
    }
}
