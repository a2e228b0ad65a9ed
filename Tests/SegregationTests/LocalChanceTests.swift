import Foundation
import Segregation
import Stochastics
import Testing

@Suite struct LocalChanceTests {
    @Test func expectationsOfUnitsAddUpToThatOfMutualInformation() throws {
        for seed in 1...4 as ClosedRange<UInt64> {
            let table = try randomTable(units: 20, seed: seed, empty: [6])
            let units = try #require(table.localChance())
            let sum = units.reduce(0) { $0 + ($1.expected ?? 0) * $1.persons } / table.total
            #expect(agree(sum, table.expectedMutualInformation(), within: 1e-10))
            let local = LocalMeasures(of: table).segregation
            for (unit, value) in zip(units, local) { #expect(agree(unit.segregation.number, value)) }
            #expect(units.map(\.unit) == table.unitIdentifiers)
            #expect(units[6].expected == nil && units[6].groups.isEmpty)
        }
    }

    /// Chances summed term by term.
    @Test func tailsAreThoseOfTheHypergeometricLaw() throws {
        let table = try randomTable(units: 8, seed: 5)
        for unit in try #require(table.localChance(adjustment: .none)) {
            for (chance, marked) in zip(unit.groups, table.groupTotals) {
                let law = Hypergeometric(total: table.total, marked: marked, drawn: unit.persons)
                let above = stride(from: chance.members, through: law.highest, by: 1).map {
                    law.probability($0)
                }
                let below = stride(from: law.lowest, through: chance.members, by: 1).map {
                    law.probability($0)
                }
                #expect(agree(chance.atLeast, above.reduce(0, +), within: 1e-9))
                #expect(agree(chance.atMost, below.reduce(0, +), within: 1e-9))
                #expect(agree(chance.expected, unit.persons * marked / table.total))
                #expect(chance.adjustedPValue == chance.pValue && chance.pValue <= 1)
            }
        }
    }

    @Test func noChanceIsZeroAndManyUnitsRaiseIt() throws {
        let apart = try twoGroups([[3000, 0], [0, 3000], [500, 500]])
        let units = try #require(apart.localChance(adjustment: .holm))
        for unit in units {
            for chance in unit.groups {
                #expect(
                    chance.pValue > 0 && chance.adjustedPValue >= chance.pValue && chance.adjustedPValue <= 1)
            }
        }
        #expect((units[0].groups[0].pValue) < 1e-100 && units[2].groups[0].pValue > 0.9)
    }

    /// Among persons who settle by chance few units stand out.
    @Test func chanceSeldomStandsOut() throws {
        var stream = RandomStream(seed: 3, purpose: .selfTest)
        let rows = (0..<300).map { _ in
            let members = Binomial(trials: 40, probability: 0.3).draw(using: &stream)
            return [members, 40 - members]
        }
        let units = try #require(try twoGroups(rows).localChance())
        let low = units.count { $0.groups[0].pValue < 0.05 }
        #expect(low <= 24)
        #expect(units.allSatisfy { $0.groups[0].adjustedPValue > 0.01 })
        let mean = units.compactMap(\.excess).reduce(0, +) / 300
        #expect(abs(mean) < 0.003)
    }

    @Test func fractionsAndEmptyTablesHaveNoExactChance() throws {
        #expect(try twoGroups([[1.5, 2]]).localChance() == nil)
        #expect(try twoGroups([[0, 0]]).localChance() == nil)
        let absent = try #require(try twoGroups([[0, 3], [0, 4]]).localChance())
        #expect(absent.allSatisfy { $0.groups[0].pValue == 1 && $0.expected == 0 })
    }
}
