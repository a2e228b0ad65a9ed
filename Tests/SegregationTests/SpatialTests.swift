import Foundation
import Segregation
import Stochastics
import Testing

/// Relations that hold for every map, whatever the numbers.
@Suite struct SpatialTests {
    /// A board of 8 by 8 squares of one kilometre, each with 100 persons of one group.
    private func board(_ isLow: (Int, Int) -> Bool) throws -> ContingencyTable {
        try twoGroups(
            (0..<64).map { cell in isLow(cell / 8, cell % 8) ? [100, 0] : [0, 100] })
    }

    private func places(
        of board: ContingencyTable, turned angle: Double = 0, moved: Double = 0, metres: Double = 1000
    ) throws -> UnitGeography {
        let centres = (0..<64).map { cell in (Double(cell / 8), Double(cell % 8)) }
        let contacts = (0..<64).flatMap { cell -> [UnitContact] in
            var contacts: [UnitContact] = []
            if cell % 8 < 7 { contacts.append(UnitContact(first: cell, second: cell + 1, length: metres)) }
            if cell < 56 { contacts.append(UnitContact(first: cell, second: cell + 8, length: metres)) }
            if cell < 56, cell % 8 < 7 {
                contacts.append(UnitContact(first: cell, second: cell + 9, length: 0))
            }
            if cell < 56, cell % 8 > 0 {
                contacts.append(UnitContact(first: cell, second: cell + 7, length: 0))
            }
            return contacts
        }
        return try UnitGeography(
            unitIdentifiers: board.unitIdentifiers,
            x: centres.map { moved + metres * ($0.0 * cos(angle) - $0.1 * sin(angle)) },
            y: centres.map { moved + metres * ($0.0 * sin(angle) + $0.1 * cos(angle)) },
            areas: centres.map { _ in metres * metres }, perimeters: centres.map { _ in 4 * metres },
            contacts: contacts, distanceUnit: metres)
    }

    /// A town of random units, with areas that differ.
    private func town(seed: UInt64, empty: Set<Int> = []) throws -> (ContingencyTable, UnitGeography) {
        let table = try randomTable(units: 40, seed: seed, empty: empty)
        var stream = RandomStream(seed: seed, run: 1, purpose: .selfTest)
        func numbers(_ range: UInt32) -> [Double] {
            (0..<40).map { _ in 1 + Double(stream.integer(below: range)) }
        }
        let x = numbers(9000)
        let y = numbers(9000)
        let areas = numbers(400_000)
        let contacts = (0..<39).map { UnitContact(first: $0, second: $0 + 1, length: Double($0 % 3) * 100) }
        return (
            table,
            try UnitGeography(
                unitIdentifiers: table.unitIdentifiers, x: x, y: y, areas: areas,
                perimeters: areas.map { $0 / 50 },
                contacts: contacts)
        )
    }

    private func number(
        _ identifier: String, _ table: ContingencyTable, _ geography: UnitGeography, group: Group? = nil,
        options: SpatialOptions = SpatialOptions()
    ) throws -> [Double] {
        try table.spatialMeasures([identifier], geography: geography, options: options)
            .filter { group == nil || $0.groups == group.map { [$0] } }
            .compactMap(\.estimate.value.number)
    }

    @Test(arguments: ["SP-multi", "SP-one", "SP-White-isp", "ACL", "DPxx", "RO-spatial-H", "RO-spatial-D"])
    func aChessboardIsLessClusteredThanStripesAndThoseLessThanHalves(identifier: String) throws {
        let chess = try board { ($0 + $1) % 2 == 0 }
        let stripes = try board { row, _ in row / 2 % 2 == 0 }
        let halves = try board { row, _ in row < 4 }
        let values = try [chess, stripes, halves].map { try number(identifier, $0, places(of: $0)) }
        for place in values[0].indices {
            #expect(values[0][place] < values[1][place] && values[1][place] < values[2][place])
        }
        #expect(!values[0].isEmpty)
    }

    @Test func dissimilarityItselfSeesNoDifferenceBetweenTheBoards() throws {
        let chess = try board { ($0 + $1) % 2 == 0 }
        let halves = try board { row, _ in row < 4 }
        #expect(
            try chess.dissimilarity(of: .low, from: .rest) == halves.dissimilarity(of: .low, from: .rest))
        let adjusted = try [chess, halves].map { try number("D-adj-Morrill-vs-rest", $0, places(of: $0)) }
        #expect(adjusted[0][0] < adjusted[1][0])
    }

    @Test func turningMovingAndOtherUnitsOfLengthChangeNothing() throws {
        let table = try randomTable(units: 64, seed: 5)
        var options = SpatialOptions()
        options.environments = [EnvironmentKernel(decay: 1), EnvironmentKernel(decay: 2, reach: 1.7)]
        options.centre = "20"
        let plain = try table.spatialMeasures(geography: places(of: table), options: options)
        for geography in [
            try places(of: table, turned: 0.7), try places(of: table, moved: 155_000),
            try places(of: table, metres: 1),
        ] {
            let other = try table.spatialMeasures(geography: geography, options: options)
            for (first, second) in zip(plain, other) {
                #expect(first.identifier == second.identifier)
                #expect(
                    agree(first.estimate.value.number, second.estimate.value.number, within: 1e-9),
                    "\(first.identifier) \(first.parameters)")
            }
        }
    }

    @Test(arguments: 1...6)
    func valuesLieWithinTheRangeOfTheirMeasure(seed: Int) throws {
        let (table, geography) = try town(seed: UInt64(seed), empty: [seed])
        var identifiers: Set<String> = []
        for row in try table.spatialMeasures(geography: geography) {
            identifiers.insert(row.identifier)
            guard let definition = MeasureDefinition.named(row.identifier) else { continue }
            let value = try #require(row.estimate.value.number, "\(row.identifier)")
            #expect(value.isFinite)
            #expect(value >= (definition.lowest ?? -.infinity) - 1e-12, "\(row.identifier)")
            #expect(value <= (definition.highest ?? .infinity) + 1e-12, "\(row.identifier)")
        }
        #expect(identifiers == Set(MeasureDefinition.spatial.map(\.identifier)))
    }

    @Test func exposuresInEnvironmentsAddUpToOne() throws {
        let (table, geography) = try town(seed: 3, empty: [4])
        for identifier in ["DPxy-matrix", "RO-spatial-P-matrix"] {
            let rows = try table.spatialMeasures([identifier], geography: geography)
            for of in table.groups {
                let sum = rows.filter { $0.groups[0] == of }.compactMap(\.estimate.value.number).reduce(0, +)
                #expect(agree(sum, 1))
            }
        }
    }

    @Test func theOrderOfUnitsChangesNothing() throws {
        let (table, geography) = try town(seed: 9, empty: [2, 11])
        let order = (0..<40).map { ($0 * 17 + 3) % 40 }
        let turned = try ContingencyTable(
            groups: table.groups, counts: order.flatMap { table.counts(inUnit: $0) },
            unitIdentifiers: order.map { table.unitIdentifiers[$0] })
        func sorted(_ values: [Double]?) -> [Double]? { values.map { values in order.map { values[$0] } } }
        let places = try UnitGeography(
            unitIdentifiers: turned.unitIdentifiers, x: sorted(geography.x), y: sorted(geography.y),
            areas: sorted(geography.areas), perimeters: sorted(geography.perimeters),
            contacts: geography.contacts?.map { contact in
                UnitContact(
                    first: order.firstIndex(of: contact.first) ?? -1,
                    second: order.firstIndex(of: contact.second) ?? -1, length: contact.length)
            })
        let pairs = zip(
            try table.spatialMeasures(geography: geography), try turned.spatialMeasures(geography: places))
        for (first, second) in pairs {
            #expect(
                agree(first.estimate.value.number, second.estimate.value.number, within: 1e-9),
                "\(first.identifier)")
        }
    }

    @Test func theNumberOfThreadsChangesNotOneBit() throws {
        let (table, geography) = try town(seed: 2)
        var options = SpatialOptions()
        let one = try table.spatialMeasures(geography: geography, options: options)
        options.threads = 3
        #expect(try table.spatialMeasures(geography: geography, options: options) == one)
        let profile = try table.distanceProfiles(geography: geography, thresholds: 50)
        #expect(try table.distanceProfiles(geography: geography, thresholds: 50, threads: 3) == profile)
    }

    /// 0.6 √area of a unit far from all others leaves nothing but the unit itself.
    @Test func theExponentialInVectorsAgreesWithTheLibrary() throws {
        for distance in [0.0, 1e-9, 0.3, 1, 2.5, 17, 300, 700] {
            let table = try twoGroups([[1, 0], [0, 1]])
            let geography = try UnitGeography(
                unitIdentifiers: ["1", "2"], x: [0, distance], y: [0, 0], distanceUnit: 1)
            var options = SpatialOptions()
            options.selfDistance = .none
            let rows = try table.spatialMeasures(["Pxy-matrix"], geography: geography, options: options)
            let near = try #require(rows.first { $0.groups == [.low, .high] }?.estimate.value.number)
            #expect(abs(near - exp(-distance)) <= 4e-16 * exp(-distance), "\(distance)")
        }
    }
}
