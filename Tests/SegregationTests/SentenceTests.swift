import Segregation
import Testing

@Suite struct SentenceTests {
    private func row(_ identifier: String, draws: Int = 0) throws -> MeasureRow {
        let town = try twoGroups([[10, 90], [20, 80], [60, 40], [90, 10]])
        var options = MeasureOptions()
        options.draws = draws
        options.scale = "buurt"
        options.year = 2024
        return try #require(try town.measure([identifier], options: options).first)
    }

    @Test func aValueIsSaidInBothLanguages() throws {
        let row = try row("D-vs-rest")
        #expect(
            row.english
                == "Dissimilarity from the rest ('low'), by buurt in 2024: 0.61, 61 of every 100 in 'low' would have to move for an even spread; no interval: none was asked for; chance alone gives 0.069, without it 0.58 is left."
        )
        #expect(
            row.dutch
                == "Ongelijke spreiding van een groep ('low'), per buurt in 2024: 0,61, 61 van elke 100 uit 'low' zouden moeten verhuizen voor een gelijke spreiding; geen marge, want er is niet om gevraagd; toeval alleen geeft 0,069, zonder toeval blijft 0,58 over."
        )
    }

    @Test func anIntervalIsSaid() throws {
        let sentence = try row("H", draws: 200).english
        #expect(sentence.contains("on a scale from 0 (evenly spread) to 1 (fully apart); 95% interval: 0."))
    }

    @Test func whatIsUndefinedSaysBecause() throws {
        let empty = try twoGroups([[0, 5], [0, 6]])
        let row = try #require(try empty.measure(["D-vs-rest"]).first)
        #expect(
            row.english
                == "Dissimilarity from the rest ('low'): undefined, because group 'low' has no members.")
        #expect(row.dutch.hasSuffix("niet te berekenen, want groep 'low' heeft geen leden."))
    }

    @Test func everyMeasureHasASentence() throws {
        let table = try randomTable(units: 12)
        for row in try MeasureReport(of: table).rows {
            for sentence in [row.english, row.dutch] {
                #expect(sentence.hasSuffix(".") && !sentence.contains("\n") && !sentence.contains("nan"))
            }
        }
    }
}
