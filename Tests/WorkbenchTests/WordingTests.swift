import Bilingual
import Figures
import Neighbourhoods
import Testing

@testable import Workbench

/// Words that follow from what is shown: the noun of the areas, the name of the town, the name of a limit.
@Suite struct WordingTests {
    @Test func theHeaderNamesTheMunicipalityAndNotTheFile() {
        let maker = PageMaker(studio: SmallTown.studio())
        let page = String(decoding: maker.page(path: "/over", query: "").bytes, as: UTF8.self)
        #expect(page.contains("class=\"mp-project\">Proefstad<"))
        #expect(!page.contains(">Proef<"))
    }

    @Test func everyShippedLimitHasANameYearAndSourceOnThePageOfSources() {
        for parameter in NormTable.shipped.rows.map(\.parameter) {
            #expect(Strings.Norms.names[parameter] != nil, "\(parameter)")
        }
        let maker = PageMaker(studio: SmallTown.studio())
        let page = String(decoding: maker.page(path: "/bronnen", query: "").bytes, as: UTF8.self)
        #expect(page.contains("€ 932,93"))
        #expect(page.contains("7,5%"))
        #expect(page.contains("die van een ander jaar nooit"))
    }

    @Test func anUnknownColumnIsCalledNotRecognised() throws {
        let town = Town(dataset: SmallTown.dataset())
        let rows = [
            Studio.ImportRow(file: "a.csv", column: "rot", outcome: nil, year: nil, fillRate: nil),
            Studio.ImportRow(
                file: "a.csv", column: "soc", outcome: "tenure.socialRent", year: 2022, fillRate: 1),
        ]
        let maker = PageMaker(studio: try #require(Studio(title: "Proef", towns: [town], imports: rows)))
        let dutch = String(decoding: maker.page(path: "/bronnen", query: "").bytes, as: UTF8.self)
        let english = String(decoding: maker.page(path: "/bronnen", query: "taal=en").bytes, as: UTF8.self)
        #expect(dutch.contains(">niet herkend<") && english.contains(">not recognised<"))
        #expect(dutch.contains(">Sociale huur<"))
    }

    @Test func bothSidesOfAProfileOpenTheSameFewLinesOneThemeAfterTheOther() {
        #expect(RemarkableCard.open(of: [9, 1, 8]) == [3, 1, 2])
        #expect(RemarkableCard.open(of: [1, 1, 1, 1, 1, 1, 1]) == [1, 1, 1, 1, 1, 1, 0])
        #expect(RemarkableCard.open(of: [2]) == [2])
        #expect(RemarkableCard.open(of: []) == [])
    }
}
