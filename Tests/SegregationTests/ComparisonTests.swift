import Segregation
import Stochastics
import Testing

/// Two places or two years compared.
@Suite struct ComparisonTests {
    private static let compared = MeasureDefinition.all.filter {
        [.table, .group, .pair].contains($0.subject) && $0.identifier != "D-density-corrected-vs-rest"
    }.map(\.identifier)

    private func options(
        draws: Int = 60, permutations: Int = 99, null: DifferenceNull? = .randomLabelling,
        pairing: UnitPairing = .independent, resampling: Resampling = .persons, threads: Int = 1
    ) -> ComparisonOptions {
        var options = ComparisonOptions()
        options.measuring.draws = draws
        options.measuring.resampling = resampling
        options.measuring.threads = threads
        options.permutations = permutations
        options.null = null
        options.pairing = pairing
        return options
    }

    /// A table of units drawn from one town, 300 persons each.
    private func draw(units: Int, run: UInt32, uneven: Double = 1) throws -> ContingencyTable {
        var stream = RandomStream(seed: 9, run: run, purpose: .selfTest)
        let rows = (0..<units).map { _ in
            let share = 0.5 + uneven * (stream.unit() - 0.5) * 0.8
            let members = Binomial(trials: 300, probability: share).draw(using: &stream)
            return [members, 300 - members]
        }
        return try twoGroups(rows)
    }

    @Test func everyMeasureOfCountsCanBeCompared() throws {
        let first = try randomTable(units: 12, seed: 1, empty: [3])
        let second = try randomTable(units: 15, seed: 2)
        let rows = try first.difference(to: second, in: Self.compared, options: options())
        #expect(Set(rows.map(\.identifier)) == Set(Self.compared))
        let before = first.allAspatialMeasures(includingLocal: false)
        let after = second.allAspatialMeasures(includingLocal: false)
        for row in rows {
            func number(_ values: [MeasureRow]) -> Double? {
                values.first {
                    $0.identifier == row.identifier && $0.groups == row.groups
                        && $0.parameters == row.parameters
                }?.estimate.value.number
            }
            let start = try #require(number(before))
            let end = try #require(number(after))
            #expect(agree(row.difference.number, end - start), "\(row.identifier)")
            let interval = try #require(row.interval)
            #expect(interval.lower <= interval.upper && row.intervalAbsence == nil)
            let test = try #require(row.test)
            #expect(test.pValue > 0 && test.pValue <= 1 && test.adjustedPValue >= test.pValue)
            #expect(test.adjustment == .holm && test.tests == rows.count && test.draws == 99)
            #expect(row.firstUnits == 11 && row.secondUnits == 15)
        }
    }

    @Test(arguments: Resampling.allCases, DifferenceNull.allCases)
    func theNumberOfThreadsChangesNoDifference(resampling: Resampling, null: DifferenceNull) throws {
        let first = try randomTable(units: 12, seed: 1)
        let second = try randomTable(units: 12, seed: 2)
        for pairing in UnitPairing.allCases {
            let one = try first.difference(
                to: second, in: ["H", "D-vs-rest"],
                options: options(
                    draws: 30, permutations: 30, null: null, pairing: pairing, resampling: resampling))
            let three = try first.difference(
                to: second, in: ["H", "D-vs-rest"],
                options: options(
                    draws: 30, permutations: 30, null: null, pairing: pairing, resampling: resampling,
                    threads: 3))
            #expect(one == three)
        }
    }

    @Test func aTableDoesNotDifferFromItself() throws {
        let table = try randomTable(units: 12, seed: 1)
        for pairing in UnitPairing.allCases {
            let rows = try table.difference(
                to: table, in: ["H", "D-vs-rest", "isolation"], options: options(pairing: pairing))
            for row in rows {
                #expect(row.difference == .defined(0) && row.test?.pValue == 1)
            }
        }
    }

    /// Four units dealt over two places of two: six ways, of which two are at least as far apart as the data.
    @Test func aSmallPairGivesTheExactProbability() throws {
        let first = try twoGroups([[50, 50], [52, 48]])
        let second = try twoGroups([[90, 10], [10, 90]])
        let row = try #require(
            try first.difference(
                to: second, in: ["D-vs-rest"], options: options(draws: 0, permutations: 20_000)
            ).first)
        let test = try #require(row.test)
        let deviation: Double = (2.0 / 9 / 20_000).squareRoot()
        #expect(abs(test.pValue - 2.0 / 6) < 5 * deviation)
        #expect(row.intervalAbsence == .notRequested)
    }

    /// With the same units at two dates the dates are exchanged within units: all 2^5 exchanges counted one by one.
    @Test func exchangedDatesGiveTheExactProbability() throws {
        let before: [[Double]] = [[10, 90], [30, 70], [50, 50], [70, 30], [90, 10]]
        let after: [[Double]] = [[25, 75], [30, 70], [52, 48], [60, 40], [70, 30]]
        func value(_ rows: [[Double]]) throws -> Double {
            try #require(try twoGroups(rows).dissimilarity(of: .low, from: .rest).number)
        }
        let found = try abs(value(after) - value(before))
        var far = 0.0
        for exchange in 0..<32 {
            func mixed(_ first: [[Double]], _ second: [[Double]]) -> [[Double]] {
                first.indices.map { exchange >> $0 & 1 == 1 ? second[$0] : first[$0] }
            }
            if try abs(value(mixed(after, before)) - value(mixed(before, after))) >= found - 1e-12 {
                far += 1
            }
        }
        let exact = far / 32
        let test = try #require(
            try twoGroups(before).difference(
                to: twoGroups(after), in: ["D-vs-rest"],
                options: options(draws: 0, permutations: 20_000, pairing: .sameUnits))[0].test)
        #expect(abs(test.pValue - exact) < 5 * (exact * (1 - exact) / 20_000).squareRoot())
    }

    @Test func sameUnitsAreDrawnTogether() throws {
        let table = try randomTable(units: 30, seed: 4)
        let joint = try table.difference(
            to: table, in: ["H"], options: options(pairing: .sameUnits, resampling: .units))[0]
        #expect(joint.standardError == 0 && joint.bias == 0)
        let apart = try table.difference(to: table, in: ["H"], options: options(resampling: .units))[0]
        #expect((apart.standardError ?? 0) > 0)
    }

    @Test func theOrderOfGroupsAndOfSharedUnitsDoesNotMatter() throws {
        let first = try randomTable(units: 9, seed: 1)
        let second = try randomTable(units: 9, seed: 2)
        let turned = try ContingencyTable(
            groups: second.groups.reversed(),
            counts: (0..<9).reversed().flatMap { second.counts(inUnit: $0).reversed() },
            unitIdentifiers: second.unitIdentifiers.reversed())
        let settings = options(pairing: .sameUnits)
        #expect(
            try first.difference(to: second, in: ["H", "isolation"], options: settings)
                == first.difference(to: turned, in: ["H", "isolation"], options: settings))
    }

    /// Places drawn from one town differ by chance only: few p-values lie below 0.05, and intervals cover 0.
    @Test func placesThatAreAlikeSeldomTestAsDifferent() throws {
        var alarms = 0
        var covered = 0
        for run in 0..<60 as Range<UInt32> {
            let first = try draw(units: 25, run: 2 * run)
            let second = try draw(units: 25, run: 2 * run + 1)
            let row = try first.difference(
                to: second, in: ["D-vs-rest"],
                options: options(draws: 99, permutations: 99, resampling: .units))[1]
            let test = try #require(row.test)
            let interval = try #require(row.interval)
            if test.pValue < 0.05 { alarms += 1 }
            if interval.lower <= 0, interval.upper >= 0 { covered += 1 }
        }
        // 60 trials at 0.05: more than 9 has a chance of about 0.001.
        #expect(alarms <= 9)
        #expect(covered >= 48)
    }

    @Test(arguments: DifferenceNull.allCases)
    func placesThatDifferTestAsDifferent(null: DifferenceNull) throws {
        let first = try draw(units: 40, run: 500, uneven: 0.2)
        let second = try draw(units: 40, run: 501, uneven: 1.2)
        var settings = options(draws: 99, permutations: 199, null: null)
        settings.groups = [.low]
        let row = try first.difference(to: second, in: ["D-vs-rest"], options: settings)[0]
        #expect(row.test?.pValue == 1.0 / 200)
        #expect(row.test?.null == null)
        #expect((row.interval?.lower ?? 0) > 0)
    }

    @Test func counterfactualsAreForMeasuresOfOneGroup() throws {
        let first = try randomTable(units: 12, seed: 1)
        let rows = try first.difference(
            to: try randomTable(units: 9, seed: 2), in: ["H", "D-matrix", "D-vs-rest", "Gini-vs-rest"],
            options: options(null: .counterfactualComposition))
        for row in rows {
            let isOfOneGroup = row.groups.count == 1
            #expect((row.test != nil) == isOfOneGroup)
            #expect(row.testAbsence == (isOfOneGroup ? nil : .notOfOneGroup))
        }
    }

    @Test func severalYearsAreComparedInOneFamilyOfTests() throws {
        let years = try (0..<4).map { NamedTable("\(2020 + $0)", try draw(units: 20, run: UInt32(40 + $0))) }
        var settings = options(draws: 20)
        settings.groups = [.low]
        let counts: [ComparedPairs: Int] = [.successive: 3, .withFirst: 3, .all: 6]
        for pairs in ComparedPairs.allCases {
            let rows = try ContingencyTable.differences(
                between: years, in: ["D-vs-rest", "H"], pairs: pairs, options: settings)
            #expect(rows.count == 2 * (counts[pairs] ?? 0))
            #expect(rows.allSatisfy { $0.test?.tests == rows.count })
            let expected = PValueAdjustment.holm.adjusted(rows.map { $0.test?.pValue })
            #expect(rows.map { $0.test?.adjustedPValue } == expected)
        }
        let named = try ContingencyTable.differences(between: years, in: ["H"], options: settings)
        #expect(named.map(\.firstName) == ["2020", "2021", "2022"])
        #expect(named.map(\.secondName) == ["2021", "2022", "2023"])
        #expect(Set(named.map { $0.test?.mean }).count == 3)
    }

    @Test func whatHasNoValueIsSaidToBe() throws {
        let first = try twoGroups([[0, 7], [0, 3]])
        let second = try twoGroups([[4, 7], [1, 3]])
        let rows = try first.difference(to: second, in: ["D-vs-rest"], options: options())
        #expect(rows[0].difference == .undefined(.absentGroup("low")))
        #expect(rows[0].intervalAbsence == .undefinedMeasure && rows[0].testAbsence == .undefinedMeasure)
        let empty = try twoGroups([[0, 0], [0, 0]])
        #expect(
            try empty.difference(to: second, in: ["M"], options: options())[0].difference
                == .undefined(.emptyTable))
        let rare = try twoGroups([[1, 500], [0, 500]])
        let row = try rare.difference(to: second, in: ["D-vs-rest"], options: options(draws: 200))[0]
        guard case .undefinedInDraws = row.intervalAbsence else {
            Issue.record("an interval was given for a group of one person")
            return
        }
    }

    @Test func whatCannotBeComparedIsRefusedInOneLine() throws {
        let table = try randomTable(units: 4)
        let other = try twoGroups([[1, 2], [3, 4]])
        #expect(throws: SegregationError.self) { try table.difference(to: other, in: ["H"]) }
        #expect(throws: SegregationError.unknownMeasure(identifier: "Q")) {
            try table.difference(to: table, in: ["Q"])
        }
        for identifier in ["LQ", "D-density-corrected-vs-rest", "ACL", "ordinal-H"] {
            #expect(throws: SegregationError.self) { try table.difference(to: table, in: [identifier]) }
        }
        var paired = options()
        paired.pairing = .sameUnits
        #expect(throws: SegregationError.otherUnits(identifier: "4")) {
            try table.difference(to: try randomTable(units: 3), in: ["H"], options: paired)
        }
        #expect(throws: SegregationError.otherUnits(identifier: "5")) {
            try table.difference(to: try randomTable(units: 5), in: ["H"], options: paired)
        }
        #expect(throws: SegregationError.self) {
            try table.difference(to: table, in: ["H"], options: options(permutations: 0))
        }
    }

    /// The values that R's `p.adjust` gives.
    @Test func manyTestsRaiseTheirPValues() {
        let p: [Double?] = [0.01, nil, 0.04, 0.03, 0.02, 0.05]
        func near(_ found: [Double?], _ expected: [Double?]) -> Bool {
            zip(found, expected).allSatisfy { agree($0, $1) }
        }
        #expect(near(PValueAdjustment.holm.adjusted(p), [0.05, nil, 0.09, 0.09, 0.08, 0.09]))
        #expect(near(PValueAdjustment.benjaminiHochberg.adjusted(p), [0.05, nil, 0.05, 0.05, 0.05, 0.05]))
        #expect(PValueAdjustment.none.adjusted(p) == p)
        let q: [Double?] = [0.001, 0.2, 0.02, 0.9]
        #expect(near(PValueAdjustment.holm.adjusted(q), [0.004, 0.4, 0.06, 0.9]))
        #expect(
            near(PValueAdjustment.benjaminiHochberg.adjusted(q), [0.004, 0.8 / 3, 0.04, 0.9]))
        #expect(PValueAdjustment.holm.adjusted([]) == [])
    }
}
