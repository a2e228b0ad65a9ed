import Segregation
import Testing

@Suite struct PermutationTests {
    private func options(draws: Int, threads: Int = 1) -> MeasureOptions {
        var options = MeasureOptions()
        options.draws = draws
        options.threads = threads
        return options
    }

    /// Three units of two persons each: 15 ways to place two of one group, three of them in one unit.
    @Test func aSmallTableGivesTheExactProbability() throws {
        let table = try twoGroups([[2, 0], [0, 2], [0, 2]])
        let tests = try table.permutationTest(["D-vs-rest", "H"], options: options(draws: 20_000))
        #expect(tests.map(\.identifier) == ["D-vs-rest", "D-vs-rest", "H"])
        let deviation: Double = (0.2 * 0.8 / 20_000).squareRoot()
        for test in tests {
            let p = try #require(test.pValue)
            #expect(abs(p - 3.0 / 15) < 5 * deviation)
        }
        // D is 1 in three placements and ½ in the other twelve.
        #expect(abs(tests[0].mean - 0.6) < 5 * 0.2 / 20_000.squareRoot())
    }

    @Test func meansAgreeWithTheExactExpectation() throws {
        let table = try randomTable(units: 30, seed: 3)
        for test in try table.permutationTest(["M", "H", "D-vs-rest"], options: options(draws: 2000)) {
            let rows = try table.measure([test.identifier], options: options(draws: 0))
            let row = try #require(rows.first { $0.groups == test.groups })
            let expected = try #require(row.estimate.expectedUnderNoSegregation)
            #expect(abs(test.mean - expected) < 0.05 * expected)
            #expect(test.value == row.estimate.value)
        }
    }

    @Test func noProbabilityIsZeroAndThreadsChangeNothing() throws {
        let table = try twoGroups([[500, 0], [0, 500]])
        let test = try table.permutationTest(["D-vs-rest"], options: options(draws: 99))
        #expect(test[0].atLeastAsHigh == 0 && test[0].pValue == 0.01)
        #expect(try table.permutationTest(["D-vs-rest"], options: options(draws: 99, threads: 3)) == test)
    }

    @Test func whatCannotBeTestedIsRefused() throws {
        let table = try twoGroups([[1, 2], [2, 1]])
        #expect(throws: SegregationError.unknownMeasure(identifier: "LQ")) {
            try table.permutationTest(["LQ"])
        }
        #expect(throws: SegregationError.self) {
            try twoGroups([[1.5, 2], [2, 1]]).permutationTest(["H"])
        }
        #expect(throws: SegregationError.self) {
            try table.permutationTest(["H"], options: options(draws: 0))
        }
        let absent = try twoGroups([[0, 2], [0, 1]]).permutationTest(
            ["D-vs-rest"], options: options(draws: 9))
        #expect(absent[0].pValue == nil && absent[0].value == .undefined(.absentGroup("low")))
    }
}
