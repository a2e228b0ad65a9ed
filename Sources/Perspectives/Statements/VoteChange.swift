internal import Foundation
internal import Stochastics

/// A change in a share, with its interval.
public struct ShareChange: Sendable, Hashable {
    /// The change, -1 ... 1.
    public let value: Double
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double
}

/// How votes on one statement moved between two rounds, over the people who voted in both.
public struct VoteChange: Sendable, Hashable {
    /// The statement.
    public let statement: Int
    /// Votes in the first round by votes in the second: rows and columns disagree, pass, agree.
    public let table: [[Int]]
    /// The change in the share that agrees, -1 ... 1, with a 95% interval for pairs (Newcombe 1998, method 10).
    public let change: ShareChange
    /// The chance of at least so uneven a number of people moving up and down if both were as likely (exact sign test);
    /// 1 where nobody moved.
    public let pValue: Double

    /// People who voted in both rounds.
    public var people: Int { table.reduce(0) { $0 + $1.reduce(0, +) } }
    /// People who moved towards agreeing.
    public var up: Int { table[0][1] + table[0][2] + table[1][2] }
    /// People who moved towards disagreeing.
    public var down: Int { table[1][0] + table[2][0] + table[2][1] }

    init(statement: Int, table: [[Int]]) {
        self.statement = statement
        self.table = table
        let all = table.reduce(0) { $0 + $1.reduce(0, +) }
        let both = table[2][2]
        let onlyFirst = table[2][0] + table[2][1]
        let onlySecond = table[0][2] + table[1][2]
        change = Self.paired(both: both, onlyFirst: onlyFirst, onlySecond: onlySecond, of: all)
        let up = table[0][1] + table[0][2] + table[1][2]
        let down = table[1][0] + table[2][0] + table[2][1]
        pValue = Self.signTest(up, down)
    }

    private static func paired(
        both: Int, onlyFirst: Int, onlySecond: Int, of all: Int
    ) -> ShareChange {
        guard all > 0 else { return ShareChange(value: 0, low: -1, high: 1) }
        let first = VoteShare(both + onlyFirst, of: all)
        let second = VoteShare(both + onlySecond, of: all)
        let (a, b) = (first.value ?? 0, second.value ?? 0)
        let neither = all - both - onlyFirst - onlySecond
        let product =
            Double(both + onlyFirst) * Double(onlySecond + neither) * Double(both + onlySecond)
            * Double(onlyFirst + neither)
        var phi = 0.0
        if product > 0 {
            var cross = Double(both * neither - onlyFirst * onlySecond)
            if cross > 0 { cross = max(cross - Double(all) / 2, 0) }
            phi = cross / product.squareRoot()
        }
        func reach(_ one: Double, _ other: Double) -> Double {
            max(0, one * one - 2 * phi * one * other + other * other).squareRoot()
        }
        return ShareChange(
            value: b - a, low: max(-1, b - a - reach(b - second.low, first.high - a)),
            high: min(1, b - a + reach(second.high - b, a - first.low)))
    }

    private static func signTest(_ up: Int, _ down: Int) -> Double {
        let moved = up + down
        guard moved > 0 else { return 1 }
        let law = Binomial(trials: Double(moved), probability: 0.5)
        let tail = (0...min(up, down)).reduce(0.0) { $0 + exp(law.logProbability(Double($1))) }
        return min(1, 2 * tail)
    }
}

extension VoteTable {
    /// The changes from this round to a later one, for every statement of both that somebody voted on twice.
    public func changes(to later: VoteTable) -> [VoteChange] {
        let people = Self.common(participants, later.participants)
        return Self.common(statements, later.statements).compactMap { statement in
            var table = Array(repeating: [0, 0, 0], count: 3)
            var count = 0
            for person in people {
                guard let before = self[person.0, statement.0], let after = later[person.1, statement.1]
                else { continue }
                table[Int(before.rawValue) + 1][Int(after.rawValue) + 1] += 1
                count += 1
            }
            return count > 0 ? VoteChange(statement: statements[statement.0], table: table) : nil
        }
    }

    /// The places of what is in both ascending lists.
    private static func common(_ one: [Int], _ other: [Int]) -> [(Int, Int)] {
        var (left, right) = (0, 0)
        var found: [(Int, Int)] = []
        while left < one.count, right < other.count {
            if one[left] < other[right] {
                left += 1
            } else if one[left] > other[right] {
                right += 1
            } else {
                found.append((left, right))
                left += 1
                right += 1
            }
        }
        return found
    }
}
