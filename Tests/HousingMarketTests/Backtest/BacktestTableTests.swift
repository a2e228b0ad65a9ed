import Bilingual
import HousingMarket
import Neighbourhoods
import Testing

@Suite struct BacktestTableTests {
    private func table() throws -> BacktestTable {
        let options = BacktestOptions(bootstrapDraws: 200)
        return BacktestTable([
            try BacktestScore(try MadeCase.shares(knowledge: 0.8, runs: 40), options: options),
            try BacktestScore(try MadeCase.shares(knowledge: 0, noise: 0.008), options: options),
        ])
    }

    @Test func thereIsARowForEachIndicatorAndBaseline() throws {
        let table = try table()
        #expect(table.rows.count == 6)
        #expect(table.rows.map(\.baseline) == BacktestBaseline.allCases + BacktestBaseline.allCases)
        #expect(table.rows[0].verdict == .better && table.rows[1].gap == .baseline(.noEarlierYear))
    }

    @Test func theTextIsTheSameEveryTimeAndHoldsFullFigures() throws {
        let table = try table()
        #expect(try self.table().csv == table.csv)
        let lines = table.csv.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(lines.count == 7 && lines.allSatisfy { $0.count == 14 })
        #expect(Double(lines[1][5]) == table.rows[0].skill?.value)
        #expect(lines[2][5].isEmpty && lines[2][13] == "no earlier year known")
        #expect(lines[1][12] == "better")
    }

    @Test func theDocumentationSaysItInBothLanguages() throws {
        let table = try table()
        let dutch = table.markdown(.dutch)
        let english = table.markdown(.english)
        #expect(dutch.contains("| Laag inkomen | 2014–2018 | niets verandert | 0,"))
        #expect(dutch.contains("beter dan ‘niets verandert’") && dutch.contains("geen eerder jaar bekend"))
        #expect(english.contains("| Low income | 2014–2018 | nothing changes | 0."))
        #expect(english.contains("not better than “nothing changes”"))
        #expect(english.contains("| yes |") && english.contains("| no |"))
        #expect(dutch.split(separator: "\n").count == english.split(separator: "\n").count)
    }
}
