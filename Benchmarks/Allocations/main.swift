// Holds the promise that a draw works in the memory of its worker: more draws need longer lists of results and nothing
// else. Only an optimised build keeps it, and only glibc counts; elsewhere the program says so.
import AllocationCounter
import Foundation
import Segregation

/// Allocations of this thread while the body runs.
func count(_ body: () throws -> Void) rethrows -> Int {
    let before = allocationsOfThisThread()
    try body()
    return allocationsOfThisThread() - before
}

/// Allocations per draw after the first thousand; lists of results still double a few times.
func perDraw(_ body: (Int) throws -> Void) rethrows -> Double {
    try body(1000)
    let few = try count { try body(1000) }
    let many = try count { try body(5000) }
    return Double(many - few) / 4000
}

func town(seed: UInt64) throws -> ContingencyTable {
    var sequence = seed
    let rows = (0..<300).map { unit in
        (0..<3).map { _ in
            sequence = sequence &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return unit == 4 ? 0 : Double(sequence >> 58)
        }
    }
    return try ContingencyTable(groups: ["low", "middle", "high"], rows: rows)
}

/// What was held, and whether all of it was kept.
struct Holding {
    private static let most = 0.1
    private(set) var isKept = true

    mutating func hold(_ name: String, _ body: (Int) throws -> Void) rethrows {
        let found = try perDraw(body)
        let good = found < Self.most
        isKept = isKept && good
        let number = String(format: "%9.3f", found)
        print(
            "\(good ? "kept  " : "BROKEN") \(number)     limit    \(Self.most)     allocations per draw, \(name)"
        )
    }

    mutating func holdAll() throws {
        let table = try town(seed: 5)
        let other = try town(seed: 6)
        for resampling in Resampling.allCases {
            try hold("bootstrap of \(resampling.rawValue)") { draws in
                var options = MeasureOptions()
                options.draws = draws
                options.resampling = resampling
                _ = try table.measure(
                    ["H", "D-vs-rest", "Gini-vs-rest", "isolation", "D-matrix", "M"], options: options)
            }
        }
        try hold("permutation of persons") { draws in
            var options = MeasureOptions()
            options.draws = draws
            _ = try table.permutationTest(["H", "D-vs-rest", "Gini-vs-rest"], options: options)
        }
        for null in DifferenceNull.allCases {
            for pairing in UnitPairing.allCases {
                try hold("comparison, \(null.rawValue), \(pairing.rawValue)") { draws in
                    var options = ComparisonOptions()
                    options.measuring.draws = draws
                    options.measuring.resampling = .units
                    options.permutations = draws
                    options.null = null
                    options.pairing = pairing
                    _ = try table.difference(to: other, in: ["H", "D-vs-rest"], options: options)
                }
            }
        }
    }
}

guard allocationsOfThisThread() >= 0 else {
    print("allocations are counted with glibc only; nothing was held")
    exit(0)
}
guard count({ _ = (1...50).map { [Double](repeating: 1, count: 100 * $0) } }) >= 50 else {
    print("allocations are not counted: the program was linked without its counter")
    exit(1)
}
var holding = Holding()
try holding.holdAll()
exit(holding.isKept ? 0 : 1)
