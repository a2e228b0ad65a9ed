import Testing

@testable import Perspectives

@Suite struct QMethodologyTests {
    private static func lipset() throws -> QSorts {
        try QReference(file: Files.fixture("q-lipset-pca-varimax-3.json")).analysis().sorts
    }

    @Test func turningAllTheWayRoundChangesNothing() throws {
        let sorts = try Self.lipset()
        let plain = try QAnalysis(sorts, options: QOptions(factors: 3))
        let turned = try QAnalysis(
            sorts,
            options: QOptions(
                factors: 3,
                turns: [
                    .init(factor: 0, towards: 1, degrees: 200), .init(factor: 0, towards: 1, degrees: 160),
                ]))
        for (one, other) in zip(plain.loadings.joined(), turned.loadings.joined()) {
            #expect(abs(one - other) < 1e-12)
        }
    }

    /// A turn keeps what factors together explain of each sort.
    @Test func turnsKeepCommunalities() throws {
        let sorts = try Self.lipset()
        for rotation in QOptions.Rotation.allCases {
            let one = try QAnalysis(
                sorts,
                options: QOptions(
                    factors: 3, rotation: rotation, turns: [.init(factor: 2, towards: 0, degrees: 33)]))
            for (before, after) in zip(one.unrotatedLoadings, one.loadings) {
                #expect(abs(before.dot(before) - after.dot(after)) < 1e-12)
            }
        }
    }

    @Test func flagsByHandAreKept() throws {
        let sorts = try Self.lipset()
        let flags = sorts.names.indices.map { [$0 < 4, $0 >= 4] }
        let one = try QAnalysis(sorts, options: QOptions(factors: 2, flags: flags))
        #expect(one.flags == flags && one.characteristics.map(\.flagged) == [4, 5])
        #expect(one.zScores.allSatisfy { $0.allSatisfy { $0 != nil } })
    }

    @Test func aFactorWithoutSortsHasNoScores() throws {
        let sorts = try Self.lipset()
        let flags = sorts.names.map { _ in [true, false] }
        let one = try QAnalysis(sorts, options: QOptions(factors: 2, flags: flags))
        #expect(one.zScores.allSatisfy { $0[0] != nil && $0[1] == nil })
        #expect(one.distinguishingStatements.isEmpty && one.factorCorrelations[0][1] == nil)
    }

    @Test func badSortsAreRefused() {
        let statements = ["a", "b", "c"]
        func refuses(_ values: [[Double]], _ error: PerspectivesError) {
            #expect(throws: error) {
                try QSorts(statements: statements, names: values.map { _ in "s" }, values: values)
            }
        }
        refuses([[1, 2, 3]], .count(what: "sorts", found: 1, expected: "at least 2"))
        refuses([[1, 2, 3], [1, 1, 1]], .constantSort(2))
        refuses([[1, 2, 3], [1, .nan, 1]], .notFinite(row: 2, column: 2))
        refuses(
            [[1, 2, 3], [1, 2]], .count(what: "places in sort 2", found: 2, expected: "one per statement, 3"))
    }

    @Test func optionsOutOfRangeAreRefused() throws {
        let sorts = try Self.lipset()
        #expect(throws: PerspectivesError.self) { try QAnalysis(sorts, options: QOptions(factors: 10)) }
        #expect(throws: PerspectivesError.self) {
            try QAnalysis(
                sorts, options: QOptions(factors: 2, turns: [.init(factor: 0, towards: 0, degrees: 3)]))
        }
        #expect(throws: PerspectivesError.self) {
            try QAnalysis(sorts, options: QOptions(factors: 2, flags: [[true, false]]))
        }
    }
}
