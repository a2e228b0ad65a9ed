/// Votes less the mean of their statement. After filling empty cells with that mean every empty cell is exactly 0, so
/// only the votes themselves are kept.
struct CentredVotes: Sendable {
    /// The number of columns: the statements that count.
    let width: Int
    /// Where the cells of each person begin; one more than there are people.
    let starts: [Int]
    let columns: [Int32]
    /// The centred value of every cell.
    let values: [Double]
    /// The mean vote on each statement that counts.
    let means: [Double]

    var height: Int { starts.count - 1 }

    /// Centres raw votes.
    init(width: Int, starts: [Int], columns: [Int32], votes: [Int8]) {
        var sums = Array(repeating: 0, count: width)
        var counts = sums
        for cell in votes.indices {
            sums[Int(columns[cell])] += Int(votes[cell])
            counts[Int(columns[cell])] += 1
        }
        let means = zip(sums, counts).map { $1 > 0 ? Double($0) / Double($1) : 0 }
        self.width = width
        self.starts = starts
        self.columns = columns
        self.means = means
        values = votes.indices.map { Double(votes[$0]) - means[Int(columns[$0])] }
    }

    /// X v: one number per person.
    func product(_ vector: [Double]) -> [Double] {
        (0..<height).map { person in
            var sum = 0.0
            for cell in starts[person]..<starts[person + 1] {
                sum += values[cell] * vector[Int(columns[cell])]
            }
            return sum
        }
    }

    /// X' u: one number per statement.
    func transposedProduct(_ vector: [Double]) -> [Double] {
        var result = Array(repeating: 0.0, count: width)
        for person in 0..<height {
            for cell in starts[person]..<starts[person + 1] {
                result[Int(columns[cell])] += values[cell] * vector[person]
            }
        }
        return result
    }

    /// The sum of all squares: the trace of X'X.
    var squares: Double { values.reduce(0) { $0 + $1 * $1 } }
}
