import AllocationCounter
import Segregation
import Testing

#if DEBUG
    private let isOptimised = false
#else
    private let isOptimised = true
#endif

/// A draw works in the memory of its worker: more draws need longer lists of results, and nothing else.
@Suite(
    .enabled(if: allocationsOfThisThread() >= 0, "allocations are counted with glibc only"),
    .enabled(
        if: isOptimised, "an unoptimised build keeps generics and closures on the heap; run with -c release"))
struct AllocationTests {
    private let table: ContingencyTable

    init() throws {
        table = try randomTable(units: 300, seed: 5, empty: [4])
    }

    private func count(_ body: () throws -> Void) rethrows -> Int {
        let before = allocationsOfThisThread()
        try body()
        return allocationsOfThisThread() - before
    }

    /// Allocations per draw after the first thousand; lists of results still double a few times.
    private func perDraw(_ body: (Int) throws -> Void) rethrows -> Double {
        try body(1000)
        let few = try count { try body(1000) }
        let many = try count { try body(5000) }
        return Double(many - few) / 4000
    }

    @Test func allocationsAreCounted() {
        let found = count {
            for size in 1...50 { #expect([Double](repeating: 1, count: 100 * size).count == 100 * size) }
        }
        #expect(found >= 50)
    }

    @Test(arguments: Resampling.allCases)
    func aBootstrapAllocatesNothingAfterItsFirstDraw(resampling: Resampling) throws {
        let found = try perDraw { draws in
            var options = MeasureOptions()
            options.draws = draws
            options.resampling = resampling
            _ = try table.measure(
                ["H", "D-vs-rest", "Gini-vs-rest", "isolation", "D-matrix", "M"], options: options)
        }
        #expect(found < 0.1)
    }

    @Test func aPermutationAllocatesNothingAfterItsFirstDraw() throws {
        let found = try perDraw { draws in
            var options = MeasureOptions()
            options.draws = draws
            _ = try table.permutationTest(["H", "D-vs-rest", "Gini-vs-rest"], options: options)
        }
        #expect(found < 0.1)
    }

    @Test(arguments: DifferenceNull.allCases, UnitPairing.allCases)
    func aComparisonAllocatesNothingAfterItsFirstDraws(null: DifferenceNull, pairing: UnitPairing) throws {
        let other = try randomTable(units: 300, seed: 6)
        let found = try perDraw { draws in
            var options = ComparisonOptions()
            options.measuring.draws = draws
            options.measuring.resampling = .units
            options.permutations = draws
            options.null = null
            options.pairing = pairing
            _ = try table.difference(to: other, in: ["H", "D-vs-rest"], options: options)
        }
        #expect(found < 0.1)
    }
}
