import Bilingual
import Figures
import Neighbourhoods
import Testing

@testable import Workbench

@Suite struct MapReadingTests {
    let studio = SmallTown.studio()

    private func reading(_ change: (inout PageState) -> Void) throws -> MapReading {
        try #require(Scene(studio: studio, state: PageState().with(change)).reading)
    }

    @Test func theTitleCountsWhatTheMapShows() throws {
        let reading = try reading { $0.indicator = "income.lowest40" }
        let above = reading.items.count { ($0.value.number ?? 0) > 0.41 }
        #expect(reading.finding(.neighbourhood).nl.contains("in \(above) van de 15 buurten hoger"))
        #expect(reading.finding(.neighbourhood).en.contains("higher in \(above) of 15 neighbourhoods"))
    }

    @Test func aDifferenceWithinTheMarginIsNoise() throws {
        // Both years have a margin of 4 points; the difference of 2 lies within the 5.7 of both together.
        let reading = try reading {
            $0.indicator = "satisfaction.neighbourhood"
            $0.comparison = .year(2020)
        }
        #expect(reading.known.allSatisfy { if case .withinNoise = $0.value { true } else { false } })
        #expect(abs((reading.known.first?.margin ?? 0) - 0.04 * 2.0.squareRoot()) < 1e-12)
        #expect(
            reading.finding(.neighbourhood).nl.hasSuffix(
                "bij 15 buurten is het verschil kleiner dan de marge"))
    }

    @Test func aDifferenceBetweenYearsRunsForwardInTime() throws {
        let forward = try reading {
            $0.indicator = "income.lowest40"
            $0.comparison = .year(2020)
        }
        let backward = try reading {
            $0.indicator = "income.lowest40"
            $0.year = 2020
            $0.comparison = .year(2022)
        }
        #expect(forward.known.allSatisfy { ($0.value.number ?? 0) > 0 })
        #expect(backward.known.allSatisfy { ($0.value.number ?? 0) < 0 })
        #expect(forward.finding(.neighbourhood) == backward.finding(.neighbourhood))
        #expect(forward.finding(.neighbourhood).nl.contains("van 2020 naar 2022: hoger in 15 en lager in 0"))
    }

    @Test func classesAreTheSameInEveryYear() throws {
        let newest = try reading { $0.indicator = "income.lowest40" }
        let oldest = try reading {
            $0.indicator = "income.lowest40"
            $0.year = 2020
        }
        #expect(newest.breaks == oldest.breaks)
    }

    @Test func aFarOffAreaDoesNotShrinkTheMapUntilItIsAskedFor() {
        let studio = SmallTown.studio(side: 8, hasFarOffArea: true)
        let maker = PageMaker(studio: studio)
        let far = "BU09990063"
        let page = { (query: String) in
            String(decoding: maker.page(path: "/kaart", query: query).bytes, as: UTF8.self)
        }
        #expect(!page("").contains("data-id=\"\(far)\""))
        #expect(page("").contains("Toon de hele gemeente"))
        #expect(page("beeld=heel").contains("data-id=\"\(far)\""))
        #expect(page("sel=\(far)").contains("data-id=\"\(far)\""))
        #expect(
            !String(
                decoding: PageMaker(studio: self.studio).page(path: "/kaart", query: "").bytes, as: UTF8.self
            )
            .contains("Toon de hele gemeente"))
    }

    @Test func countsAreNotSetAgainstTheWhole() {
        var state = PageState()
        state.indicator = "population.inhabitants"
        state.comparison = .municipality
        let scene = Scene(studio: studio, state: state)
        #expect(scene.comparison == .none)
        #expect(scene.mapFigure()?.frame.notSaid.hasPrefix("Dit zijn aantallen") == true)
    }

    @Test func anExportOfAMadeUpTownSaysSoInEveryRow() throws {
        let maker = PageMaker(studio: studio)
        let answer = try #require(maker.csv("kaart", query: ""))
        let rows = String(decoding: answer.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(rows.count == 17)
        #expect(rows.dropFirst().allSatisfy { $0.hasSuffix("verzonnen gemeente") })
        #expect(maker.csv("bestaat-niet", query: "") == nil)
    }

    @Test func everyFigureThatIsDrawnCanBeDownloaded() {
        for (path, query) in [
            ("/kaart", ""), ("/buurt/BU09990003", ""), ("/beweringen", ""), ("/beweringen/C6", ""),
            ("/verdeling", ""),
        ] {
            let maker = PageMaker(studio: studio)
            let page = String(decoding: maker.page(path: path, query: query).bytes, as: UTF8.self)
            let links = page.matches(of: /href="\/csv\/([^"?]+)(\?[^"]*)?"/)
            #expect(!links.isEmpty, "\(path)")
            for link in links {
                let query = (link.output.2 ?? "").dropFirst().replacing("&amp;", with: "&")
                #expect(maker.csv(String(link.output.1), query: String(query)) != nil, "\(link.output.0)")
            }
        }
    }
}
