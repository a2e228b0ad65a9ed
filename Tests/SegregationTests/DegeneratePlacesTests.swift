import Segregation
import Testing

/// Input that has no answer gets a reason, and input that is wrong gets one line.
@Suite struct DegeneratePlacesTests {
    private func line(_ units: Int, spacing: Double = 1000) throws -> UnitGeography {
        try UnitGeography(
            unitIdentifiers: (0..<units).map { String($0 + 1) },
            x: (0..<units).map { spacing * Double($0) }, y: (0..<units).map { _ in 0 },
            areas: (0..<units).map { _ in 1e6 }, perimeters: (0..<units).map { _ in 4000 }, contacts: [])
    }

    private func reasons(
        _ table: ContingencyTable, _ geography: UnitGeography, _ identifiers: String...
    ) throws -> Set<UndefinedReason?> {
        Set(try table.spatialMeasures(identifiers, geography: geography).map(\.estimate.value.reason))
    }

    @Test func oneUnitHasNoDistances() throws {
        let table = try twoGroups([[3, 7]])
        #expect(
            try reasons(table, line(1), "SP-multi", "SP-one", "ACE", "DPxx", "RCE-vs-rest") == [.singleUnit])
        for row in try table.spatialMeasures(geography: line(1)) {
            #expect(row.estimate.value.number?.isFinite ?? true)
            #expect(row.estimate.intervalAbsence != nil)
        }
    }

    @Test func equalAreasSayNothingAboutConcentration() throws {
        let table = try twoGroups([[3, 7], [5, 1], [2, 2]])
        #expect(try reasons(table, line(3), "ACO", "RCO-vs-rest") == [.equalAreas])
    }

    @Test func islandsHaveNoNeighbours() throws {
        let table = try twoGroups([[3, 7], [5, 1], [2, 2]])
        #expect(
            try reasons(table, line(3), "D-adj-Morrill-vs-rest", "D-Wong-w-vs-rest", "D-Wong-s-vs-rest")
                == [.noNeighbours])
        let contiguous = try table.spatialMeasures(["ACL"], geography: line(3))
            .filter { $0.parameters.contains { $0.name == "proximity" } }
        #expect(Set(contiguous.map(\.estimate.value.reason)) == [.noNeighbours])
    }

    /// With metres taken for kilometres every unit is alone; packages then give a number (pysal issue 169).
    @Test func unitsOutOfReachAreSaidToBe() throws {
        let table = try twoGroups([[3, 7], [5, 1], [2, 2]])
        let metres = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: [0, 1000, 2000], y: [0, 0, 0],
            areas: [1e6, 1e6, 1e6], distanceUnit: 1)
        #expect(try reasons(table, metres, "SP-multi", "SP-White-isp", "RCL-matrix") == [.outOfReach])
    }

    @Test func whatWasNotGivenIsNamed() throws {
        let table = try twoGroups([[3, 7], [5, 1]])
        let nothing = try UnitGeography(unitIdentifiers: table.unitIdentifiers)
        let rows = try table.spatialMeasures(geography: nothing)
        for row in rows {
            guard case .notGiven(let information) = row.estimate.value.reason else {
                Issue.record("\(row.identifier) \(row.estimate.value)")
                continue
            }
            #expect(MeasureDefinition.named(row.identifier)?.family != .clustering || information != .areas)
        }
        #expect(Set(rows.map(\.identifier)) == Set(MeasureDefinition.spatial.map(\.identifier)))
        let profile = try table.distanceProfiles(geography: nothing)
        #expect(profile.allSatisfy { $0.estimate.value.number == nil })
    }

    @Test func absentGroupsAndEmptyTablesAreSaidToBe() throws {
        let absent = try twoGroups([[0, 7], [0, 1]])
        let named = try absent.spatialMeasures(["delta", "SP-one", "ACE", "Pxx"], geography: line(2))
        for row in named where row.groups == [.low] {
            #expect(row.estimate.value == .undefined(.absentGroup("low")))
        }
        let empty = try twoGroups([[0, 0], [0, 0]])
        for row in try empty.spatialMeasures(geography: line(2)) {
            #expect(row.estimate.value == .undefined(.emptyTable))
        }
        #expect(try empty.distanceProfiles(geography: line(2)).allSatisfy { $0.estimate.value.number == nil })
        #expect(try empty.ordinalMeasures().allSatisfy { $0.estimate.value.number == nil })
    }

    /// Units at the same distance from the centre are one ring, whatever the order of the rows.
    @Test func tiesInDistanceAreTakenTogether() throws {
        let x: [Double] = [0, 1000, -1000, 0, 0, 2000]
        let y: [Double] = [0, 0, 0, 1000, -1000, 0]
        let rows: [[Double]] = [[50, 60], [9, 1], [1, 9], [4, 4], [0, 8], [3, 2]]
        var found: Set<[Double]> = []
        for turn in [[0, 1, 2, 3, 4, 5], [0, 4, 3, 2, 1, 5], [5, 2, 4, 1, 3, 0]] {
            let table = try ContingencyTable(
                groups: [.low, .high], rows: turn.map { rows[$0] }, unitIdentifiers: turn.map { "u\($0)" })
            let geography = try UnitGeography(
                unitIdentifiers: table.unitIdentifiers, x: turn.map { x[$0] }, y: turn.map { y[$0] },
                areas: turn.map { 1e6 + Double($0) })
            let values = try table.spatialMeasures(["ACE", "RCE-vs-rest"], geography: geography)
                .compactMap(\.estimate.value.number)
            found.insert(values.map { ($0 * 1e12).rounded() })
        }
        #expect(found.count == 1)
    }

    @Test func wrongPlacesAreRefusedInOneLine() throws {
        let units = ["a", "b"]
        #expect(throws: SegregationError.placeCount(what: "x", found: 1, expected: 2)) {
            try UnitGeography(unitIdentifiers: units, x: [1], y: [1, 2])
        }
        #expect(throws: SegregationError.placeCount(what: "y", found: 0, expected: 2)) {
            try UnitGeography(unitIdentifiers: units, x: [1, 2])
        }
        #expect(
            throws: SegregationError.placeValue(what: "area", row: 1, found: 0, expected: "above 0")
        ) { try UnitGeography(unitIdentifiers: units, areas: [1, 0]) }
        #expect(throws: SegregationError.self) {
            try UnitGeography(unitIdentifiers: units, x: [1, .nan], y: [1, 2])
        }
        for contact in [
            UnitContact(first: 0, second: 0, length: 1), UnitContact(first: 0, second: 2, length: 1),
            UnitContact(first: 0, second: 1, length: -1),
        ] {
            #expect(throws: SegregationError.self) {
                try UnitGeography(unitIdentifiers: units, contacts: [contact])
            }
        }
        #expect(throws: SegregationError.self) {
            try UnitContact.list([("a", "z", 1)], among: units)
        }
        let table = try ContingencyTable(
            groups: [.low, .high], rows: [[1, 2], [2, 1]], unitIdentifiers: ["b", "a"])
        #expect(throws: SegregationError.placeOrder(row: 0, found: "a", expected: "b")) {
            try table.spatialMeasures(geography: UnitGeography(unitIdentifiers: units))
        }
        #expect(throws: SegregationError.unknownMeasure(identifier: "D-vs-rest")) {
            try table.spatialMeasures(["D-vs-rest"], geography: UnitGeography(unitIdentifiers: ["b", "a"]))
        }
        #expect(throws: SegregationError.self) { try table.measure(["ACL"]) }
    }

    @Test func aPairListedBothWaysCountsOnce() throws {
        let units = ["a", "b", "c"]
        let contacts = try UnitContact.list([("b", "a", 5), ("a", "b", 5), ("c", "b", 0)], among: units)
        let geography = try UnitGeography(unitIdentifiers: units, contacts: contacts)
        #expect(
            geography.contacts == [
                UnitContact(first: 0, second: 1, length: 5), UnitContact(first: 1, second: 2, length: 0),
            ])
        #expect(throws: SegregationError.self) {
            try UnitGeography(
                unitIdentifiers: units,
                contacts: contacts + [UnitContact(first: 1, second: 0, length: 6)])
        }
    }
}
