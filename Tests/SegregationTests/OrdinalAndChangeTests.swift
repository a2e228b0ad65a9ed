import Segregation
import Stochastics
import Testing

@Suite struct OrdinalAndChangeTests {
    private func bins(_ rows: [[Double]]) throws -> ContingencyTable {
        try ContingencyTable(
            groups: rows[0].indices.map { Group(rawValue: "b\($0)") }, rows: rows)
    }

    @Test func evenIncomesGiveNothingAndSeparateOnesGiveOne() throws {
        let even = try bins([[10, 20, 30, 40], [1, 2, 3, 4]])
        let apart = try bins([[10, 0, 0, 0], [0, 7, 0, 0], [0, 0, 9, 0], [0, 0, 0, 4]])
        for row in try even.ordinalMeasures(degrees: [1, 2]) {
            #expect(agree(row.estimate.value.number, 0))
        }
        for row in try apart.ordinalMeasures(degrees: [1, 2]) {
            #expect(agree(row.estimate.value.number, 1))
        }
    }

    /// Neighbouring classes together are less segregated than classes from both ends together.
    @Test func theOrderOfGroupsCounts() throws {
        let near = try bins([[50, 50, 0, 0], [0, 0, 50, 50]])
        let far = try bins([[50, 0, 50, 0], [0, 50, 0, 50]])
        let values = try [near, far].map { table in
            try table.ordinalMeasures(degrees: []).filter { $0.identifier.hasPrefix("ordinal-") }
                .compactMap(\.estimate.value.number)
        }
        for (first, second) in zip(values[0], values[1]) { #expect(first > second) }
        #expect(near.informationTheoryIndex() == far.informationTheoryIndex())
    }

    @Test func tooFewThresholdsForACurveAreSaidToBe() throws {
        let rows = try twoGroups([[1, 2], [2, 1]]).ordinalMeasures(degrees: [2])
        for row in rows where row.identifier.hasPrefix("rankorder") && row.groups.isEmpty {
            #expect(row.estimate.value == .undefined(.tooFewThresholds(found: 1, needed: 3)))
        }
        // A class nobody is in gives no threshold of its own.
        let gap = try bins([[1, 0, 2, 3], [2, 0, 1, 2]]).ordinalMeasures(degrees: [2])
        #expect(
            gap.first { $0.identifier == "rankorder-Hr" }?.estimate.value
                == .undefined(.tooFewThresholds(found: 2, needed: 3)))
    }

    /// Classes cut from incomes at equal ranks tell the same as the incomes themselves.
    @Test func binsAndPersonsAgree() throws {
        var stream = RandomStream(seed: 4, purpose: .selfTest)
        var incomes: [[Double]] = []
        for unit in 0..<10 {
            incomes.append(
                (0..<60).map { (person: Int) -> Double in
                    Double(stream.integer(below: 1_000_000)) + Double(unit) * 60_000 + Double(person) * 1e-3
                })
        }
        let ordered = incomes.joined().sorted()
        let cuts = (1..<10).map { ordered[60 * $0 - 1] }
        let table = try bins(
            incomes.map { unit in
                (0..<10).map { bin in
                    Double(unit.count { income in cuts.count { $0 < income } == bin })
                }
            })
        let persons = try PersonalIncomes(incomesByUnit: incomes)
        for (variation, identifier) in [
            (OrdinalVariation.entropy, "rankorder-Hr"), (.varianceRatio, "rankorder-Rr"),
            (.squareRoot, "rankorder-Sr"),
        ] {
            let fromPersons = try persons.rankOrderIndex(variation, thresholds: 9, degree: 3).number
            let fromBins = try table.ordinalMeasures(degrees: [3])
                .first { $0.identifier == identifier }?.estimate.value.number
            #expect(agree(fromPersons, fromBins, within: 1e-9))
        }
    }

    @Test func thePartsOfAChangeAddUp() throws {
        for seed in 1...6 as ClosedRange<UInt64> {
            let before = try randomTable(units: 20, seed: seed, empty: [3])
            let moved = try randomTable(units: 20, seed: seed + 50, empty: [7])
            let after = try ContingencyTable(
                groups: moved.groups, counts: moved.counts,
                unitIdentifiers: (0..<20).map { $0 < 15 ? before.unitIdentifiers[$0] : "new \($0)" })
            for method in ChangeMethod.allCases {
                let change = try #require(try before.change(to: after, method: method))
                #expect(agree(change.parts.reduce(0) { $0 + $1.value }, change.difference, within: 1e-10))
                #expect(change.commonUnits == 13)
                let back = try #require(try after.change(to: before, method: .shapley))
                if method == .shapley {
                    #expect(agree(change.structural, -back.structural, within: 1e-10))
                    #expect(agree(change.groupMarginal, -back.groupMarginal, within: 1e-10))
                    #expect(agree(change.additions, -back.removals, within: 1e-10))
                    #expect(
                        agree(
                            change.unitMarginals.reduce(0) { $0 + $1.value }, change.unitMarginal,
                            within: 1e-12))
                }
            }
        }
    }

    @Test func growthOfAllUnitsAlikeChangesNothing() throws {
        let before = try randomTable(units: 12, seed: 2)
        let after = try ContingencyTable(
            groups: before.groups, counts: before.counts.map { 3 * $0 },
            unitIdentifiers: before.unitIdentifiers)
        let change = try #require(try before.change(to: after))
        for part in change.parts { #expect(agree(part.value, 0)) }
    }

    @Test func othersGroupsAndUnreachableMarginsAreRefused() throws {
        let table = try twoGroups([[1, 2], [2, 1]])
        let other = try ContingencyTable(groups: ["x", "y"], rows: [[1, 2], [2, 1]])
        #expect(throws: SegregationError.otherGroups(before: ["low", "high"], after: ["x", "y"])) {
            try table.change(to: other)
        }
        let apart = try twoGroups([[5, 0], [0, 5]])
        let shifted = try twoGroups([[9, 0], [4, 1]])
        #expect(throws: SegregationError.self) { try apart.change(to: shifted) }
        let elsewhere = try ContingencyTable(
            groups: [.low, .high], rows: [[1, 2]], unitIdentifiers: ["far"])
        #expect(try table.change(to: elsewhere) == nil)
    }

    @Test func egohoodsCountExactlyAsManyPersonsAsAsked() throws {
        let table = try randomTable(units: 36, seed: 8, empty: [5])
        let places = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: (0..<36).map { Double($0 / 6) * 100 },
            y: (0..<36).map { Double($0 % 6) * 100 })
        let scales = try table.egohoodProfile(of: .low, sizes: [50, 400, 1e9], geography: places)
        #expect(scales.count == 4 && scales.allSatisfy { $0.egohoods.count == 35 })
        for (scale, size) in zip(scales.dropFirst(), [50, 400, table.total]) {
            for egohood in scale.egohoods {
                #expect(agree(egohood.persons, size))
                #expect(egohood.members <= egohood.persons && egohood.members >= 0)
            }
        }
        // Everyone's egohood is the whole town: nothing is left of segregation.
        #expect(agree(scales[3].dissimilarity, 0) && agree(scales[3].correlationRatio, 0))
        #expect(scales[1].dissimilarity > scales[2].dissimilarity)
    }

    @Test func surroundingsGrowUntilTheyAreTheTown() throws {
        let table = try randomTable(units: 30, seed: 6)
        let places = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: (0..<30).map { Double($0 * $0) },
            y: (0..<30).map { Double(($0 * 7) % 30) * 10 })
        let steps = try table.divergenceProfile(around: "4", geography: places)
        #expect(steps.first?.unit == "4" && steps.first?.distance == 0)
        #expect(agree(steps.last?.divergence, 0) && agree(steps.last?.persons, table.total))
        for (near, far) in zip(steps, steps.dropFirst()) {
            #expect(near.distance <= far.distance && near.persons <= far.persons)
        }
    }
}
