internal import Dispatch

/// The smaller of X'X and XX', from the filled cells only. Both have the same eigenvalues.
struct CrossProduct {
    /// The number of rows.
    let size: Int
    /// All entries, row by row.
    let entries: [Double]
    /// Whether it is XX', people × people.
    let isByPeople: Bool

    /// People are taken in this many parts, whatever the number of threads, so that sums come in one order.
    private static let parts = 8
    private static let fewestCellsForParts = 200_000

    init(_ votes: CentredVotes, threads: Int) {
        isByPeople = votes.height < votes.width
        size = min(votes.height, votes.width)
        entries = isByPeople ? Self.byPeople(votes) : Self.byStatements(votes, threads)
    }

    private static func byPeople(_ votes: CentredVotes) -> [Double] {
        let size = votes.height
        var entries = Array(repeating: 0.0, count: size * size)
        var row = Array(repeating: 0.0, count: votes.width)
        for person in 0..<size {
            let cells = votes.starts[person]..<votes.starts[person + 1]
            for cell in cells { row[Int(votes.columns[cell])] = votes.values[cell] }
            for other in person..<size {
                var sum = 0.0
                for cell in votes.starts[other]..<votes.starts[other + 1] {
                    sum += votes.values[cell] * row[Int(votes.columns[cell])]
                }
                entries[person * size + other] = sum
                entries[other * size + person] = sum
            }
            for cell in cells { row[Int(votes.columns[cell])] = 0 }
        }
        return entries
    }

    private static func byStatements(_ votes: CentredVotes, _ threads: Int) -> [Double] {
        let size = votes.width
        let parts = votes.values.count < fewestCellsForParts ? 1 : Self.parts
        var sums = Array(repeating: Array(repeating: 0.0, count: size * size), count: min(parts, threads))
        var entries = Array(repeating: 0.0, count: size * size)
        // As many parts at once as there are threads; they are added in order of part.
        for first in stride(from: 0, to: parts, by: sums.count) {
            let together = min(sums.count, parts - first)
            sums.withUnsafeMutableBufferPointer { buffers in
                // Each iteration writes its own array only.
                nonisolated(unsafe) let buffers = buffers
                DispatchQueue.concurrentPerform(iterations: together) { lane in
                    let part = first + lane
                    let people =
                        votes.height * part / parts..<votes.height * (part + 1) / parts
                    add(votes, people, to: &buffers[lane])
                }
            }
            for lane in 0..<together {
                for place in entries.indices {
                    entries[place] += sums[lane][place]
                    sums[lane][place] = 0
                }
            }
        }
        for row in 0..<size {
            for column in 0..<row { entries[row * size + column] = entries[column * size + row] }
        }
        return entries
    }

    /// Adds the products of every pair of cells of a person, above the diagonal.
    private static func add(_ votes: CentredVotes, _ people: Range<Int>, to sums: inout [Double]) {
        let size = votes.width
        sums.withUnsafeMutableBufferPointer { sums in
            votes.columns.withUnsafeBufferPointer { columns in
                votes.values.withUnsafeBufferPointer { values in
                    for person in people {
                        let end = votes.starts[person + 1]
                        for cell in votes.starts[person]..<end {
                            let row = Int(columns[cell]) * size
                            let value = values[cell]
                            for other in cell..<end {
                                sums[row + Int(columns[other])] += value * values[other]
                            }
                        }
                    }
                }
            }
        }
    }
}
