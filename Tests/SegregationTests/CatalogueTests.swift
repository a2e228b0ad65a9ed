import Segregation
import Testing

/// What holds for every measure of the catalogue, whatever its family.
@Suite struct CatalogueTests {
    private let towns: [Town]

    init() throws {
        towns = try (1...3).map { try randomTown(units: 24 + 3 * Int($0), seed: $0, empty: [Int($0)]) }
    }

    private func rows(_ town: Town) throws -> [MeasureRow] { try everyMeasure(town, centre: "9") }

    private func definition(_ row: MeasureRow) throws -> MeasureDefinition {
        try #require(MeasureDefinition.named(row.identifier))
    }

    @Test func everyMeasureIsReportedAndHasAnIdentifierOfItsOwn() throws {
        let identifiers = MeasureDefinition.complete.map(\.identifier)
        #expect(Set(identifiers).count == identifiers.count)
        #expect(Set(try rows(towns[0]).map(\.identifier)) == Set(identifiers))
        for definition in MeasureDefinition.complete {
            #expect(!definition.english.isEmpty && !definition.dutch.isEmpty && !definition.paper.isEmpty)
            #expect(definition.english != definition.dutch || definition.identifier == "ACL")
        }
    }

    @Test func everyRowHasTheSubjectOfItsMeasure() throws {
        for row in try rows(towns[0]) {
            let subject = try definition(row).subject
            #expect((row.unit != nil) == [.unit, .groupInUnit].contains(subject), "\(row.identifier)")
            let groups: [MeasureSubject: Int] = [.group: 1, .groupInUnit: 1, .pair: 2, .threshold: 2]
            #expect(row.groups.count == groups[subject] ?? 0, "\(row.identifier)")
        }
    }

    @Test func everyValueLiesWithinItsRangeOrHasAReason() throws {
        for town in towns {
            for row in try rows(town) {
                let definition = try definition(row)
                guard let number = row.estimate.value.number else {
                    #expect(row.estimate.value.reason?.english.isEmpty == false)
                    #expect(row.estimate.value.reason?.dutch.isEmpty == false)
                    continue
                }
                #expect(number.isFinite, "\(row.identifier)")
                #expect(number >= (definition.lowest ?? -.infinity) - 1e-9, "\(row.identifier)")
                #expect(number <= (definition.highest ?? .infinity) + 1e-9, "\(row.identifier)")
            }
        }
    }

    @Test func measuresOfProportionsDoNotDependOnTheScale() throws {
        for town in towns {
            for factor in [7.0, 0.25] {
                let scaled = Town(
                    table: try ContingencyTable(
                        groups: town.table.groups, counts: town.table.counts.map { factor * $0 },
                        unitIdentifiers: town.table.unitIdentifiers), places: town.places)
                let keep = { (row: MeasureRow) in
                    MeasureDefinition.named(row.identifier)?.needs == .proportions
                }
                let difference = firstDifference(try rows(town).filter(keep), try rows(scaled).filter(keep))
                #expect(difference == nil)
            }
        }
    }

    @Test func theOrderOfUnitsChangesNoValue() throws {
        for town in towns {
            let units = town.table.unitIdentifiers
            // Seven has no divisor in common with any of the numbers of units.
            let order = units.indices.map { $0 * 7 % units.count }.reversed().map { $0 }
            #expect(Set(order).count == units.count)
            var place = [Int](repeating: 0, count: units.count)
            for (new, old) in order.enumerated() { place[old] = new }
            let turned = Town(
                table: try ContingencyTable(
                    groups: town.table.groups, counts: order.flatMap { town.table.counts(inUnit: $0) },
                    unitIdentifiers: order.map { units[$0] }),
                places: try UnitGeography(
                    unitIdentifiers: order.map { units[$0] }, x: order.map { town.places.x?[$0] ?? 0 },
                    y: order.map { town.places.y?[$0] ?? 0 },
                    areas: order.map { town.places.areas?[$0] ?? 1 },
                    perimeters: order.map { town.places.perimeters?[$0] ?? 1 },
                    contacts: town.places.contacts?.map {
                        UnitContact(first: place[$0.first], second: place[$0.second], length: $0.length)
                    }))
            let difference = firstDifference(try rows(town), try rows(turned))
            #expect(difference == nil)
        }
    }

    @Test func theNamesAndTheOrderOfGroupsChangeNoValue() throws {
        let renaming: [Group: Group] = [.low: "total", .middle: "a", .high: "area"]
        for town in towns {
            let renamed = Town(
                table: try ContingencyTable(
                    groups: town.table.groups.map { renaming[$0] ?? $0 }, counts: town.table.counts,
                    unitIdentifiers: town.table.unitIdentifiers), places: town.places)
            let back = Dictionary(uniqueKeysWithValues: renaming.map { ($0.value, $0.key) })
            #expect(firstDifference(try rows(town), try rows(renamed), renaming: back, within: 0) == nil)
            let turned = Town(
                table: try ContingencyTable(
                    groups: town.table.groups.reversed(),
                    counts: (0..<town.table.unitCount).flatMap { town.table.counts(inUnit: $0).reversed() },
                    unitIdentifiers: town.table.unitIdentifiers), places: town.places)
            let keep = { (row: MeasureRow) in MeasureDefinition.named(row.identifier)?.family != .ordinal }
            #expect(firstDifference(try rows(town).filter(keep), try rows(turned).filter(keep)) == nil)
        }
    }

    /// Where all units have the town's composition nobody is segregated, by any measure of evenness or of environments.
    @Test func anEvenTownHasNoSegregation() throws {
        let town = try randomTown(units: 24, seed: 5)
        let sizes = (0..<24).map { 1 + Double($0 % 5) }
        let even = Town(
            table: try ContingencyTable(
                groups: town.table.groups, rows: sizes.map { [10 * $0, 30 * $0, 60 * $0] }),
            places: town.places)
        let zero: Set<MeasureFamily> = [.evenness, .multigroup, .ordinal, .environment]
        let notZero: Set = ["RO-spatial-P-matrix", "RO-travel-P-matrix", "D-density-corrected-vs-rest"]
        for row in try rows(even) where !notZero.contains(row.identifier) {
            guard zero.contains(try definition(row).family), let number = row.estimate.value.number else {
                continue
            }
            #expect(abs(number) < 1e-9, "\(row.identifier)")
        }
        for row in try rows(even) where ["hill-beta", "SP-multi"].contains(row.identifier) {
            if let number = row.estimate.value.number { #expect(agree(number, 1, within: 1e-9)) }
        }
        let distortion = try even.table.normalisedDistortion(geography: town.places)
        #expect(distortion.allSatisfy { abs($0.estimate.value.number ?? 1) < 1e-9 })
    }
}
