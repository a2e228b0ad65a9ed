import Segregation
import Testing

@Suite struct JackknifeTests {
    /// Leaving out each unit by hand.
    @Test func everyUnitIsLeftOutOnce() throws {
        let table = try randomTable(units: 15, seed: 3, empty: [4])
        let identifiers = [
            "H", "D-vs-rest", "D-matrix", "Gini-vs-rest", "Atkinson-vs-rest", "C-multi", "entropy",
        ]
        for estimate in try table.jackknife(identifiers) {
            var without: [Double] = []
            for unit in 0..<15 {
                let rows = (0..<15).filter { $0 != unit }
                let smaller = try ContingencyTable(
                    groups: table.groups, counts: rows.flatMap { table.counts(inUnit: $0) },
                    unitIdentifiers: rows.map { table.unitIdentifiers[$0] })
                var options = MeasureOptions()
                options.draws = 0
                let number = try smaller.measure([estimate.identifier], options: options).first {
                    $0.groups == estimate.groups && $0.parameters == estimate.parameters
                }?.estimate.value.number
                let influence = estimate.influences[unit]
                #expect(influence.unit == table.unitIdentifiers[unit])
                if unit == 4 {
                    #expect(
                        influence.valueWithout == .undefined(.emptyUnit("5")) && influence.influence == nil)
                    continue
                }
                #expect(agree(influence.valueWithout.number, number), "\(estimate.identifier)")
                without.append(try #require(number))
            }
            let mean = without.reduce(0, +) / 14
            let value = try #require(estimate.value.number)
            #expect(agree(estimate.bias, 13 * (mean - value), within: 1e-11))
            let squares = without.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            #expect(agree(estimate.standardError, (13.0 / 14 * squares).squareRoot(), within: 1e-11))
            #expect(agree(estimate.corrected, value - 13 * (mean - value), within: 1e-11))
        }
    }

    @Test func theUnusualUnitIsFoundAndListedInTheOrderOfTheTable() throws {
        var rows: [[Double]] = (0..<40).map { [50 + Double($0 % 3), 50] }
        rows[30] = [400, 0]
        rows[11] = [0, 400]
        let estimate = try #require(try twoGroups(rows).jackknife(["D-vs-rest"]).first)
        #expect(estimate.unusualUnits().map(\.unit) == ["12", "31"])
        #expect(estimate.unusualUnits(beyond: 100).isEmpty)
    }

    @Test func threadsChangeNothing() throws {
        let table = try randomTable(units: 30, seed: 3)
        var options = MeasureOptions()
        let one = try table.jackknife(["H", "isolation"], options: options)
        options.threads = 3
        #expect(try table.jackknife(["H", "isolation"], options: options) == one)
    }

    @Test func aGroupInOneUnitHasNoBiasButAReason() throws {
        let table = try twoGroups([[5, 5], [0, 7], [0, 9]])
        let estimate = try table.jackknife(["D-vs-rest"])[0]
        #expect(estimate.bias == nil && estimate.standardError == nil && estimate.corrected == nil)
        #expect(estimate.influences[0].valueWithout == .undefined(.absentWithout("1")))
        #expect(estimate.influences[1].influence != nil)
        #expect(throws: SegregationError.self) { try table.jackknife(["LQ"]) }
    }
}
