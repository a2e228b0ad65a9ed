import HousingMarket
import Testing

/// The long table holds what the runs hold, and comes back from its columns as it was.
@Suite struct OutcomeTableTests {
    private static var allSocial: TenureMix {
        guard let mix = TenureMix([1, 0, 0, 0]) else { preconditionFailure("one is a share") }
        return mix
    }

    private func table() async -> (EnsembleResult, OutcomeTable) {
        let package = Package(
            name: "A, with a comma", horizon: 2027,
            measures: [
                Measure(
                    .newBuild(NewBuild(dwellings: 20, mix: Self.allSocial, type: .multiFamily)),
                    from: 2026)
            ])
        let result = await Ensemble(start: SmallTown(households: 500).start, packages: [package], runs: 2)
            .results(threads: 1)
        return (result, OutcomeTable(result))
    }

    @Test func columnsComeBackAsTheyWere() async throws {
        let (_, table) = await table()
        let columns = Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, $0.bytes) })
        #expect(OutcomeTable(columns: columns) == table)
        var broken = columns
        broken["year"]?.removeLast()
        #expect(OutcomeTable(columns: broken) == nil)
        broken = columns
        broken["measure"]?[0] = 255
        #expect(OutcomeTable(columns: broken) == nil)
    }

    @Test func everyRowOfTheTextHasItsSevenCells() async {
        let (result, table) = await table()
        let lines = table.csv().split(separator: "\n")
        #expect(lines.count == table.count + 1)
        let homes = lines.filter { $0.hasPrefix("do nothing,0,2025,") && $0.contains(",dwellings,") }
        #expect(
            homes == [
                "do nothing,0,2025,GM9998,dwellings,,\(Int(result.values(.dwellings, arm: 0, year: 0)[0]))"
            ])
        #expect(lines.contains { $0.hasPrefix("\"A, with a comma\",1,2027,BU9998010") })
    }

    @Test func twentyDotsAreOrderedAndLieWithinTheRuns() {
        let values = (0..<53).map { Double(($0 * 37) % 53) }
        let dots = Band.twentyDots(values)
        #expect(dots.count == 20 && dots == dots.sorted())
        #expect(dots.allSatisfy { $0 >= 0 && $0 <= 52 })
        #expect(Band([]) == nil)
        #expect(Band([3])?.low == 3)
    }
}
