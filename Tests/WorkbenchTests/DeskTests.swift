import DemoTown
import Foundation
import HTTPTypes
import HousingMarket
import HummingbirdTesting
import NIOCore
import Neighbourhoods
import Testing

@testable import Workbench

/// The mixing desk: what lies on it stands in the address, and a mistake is one line.
@Suite struct DeskTests {
    private static let studio = {
        guard let studio = Studio(title: "demo", towns: [Town(dataset: DemoTown.make().dataset)]) else {
            preconditionFailure("a studio with a town can be made")
        }
        return studio
    }()
    private var maker: PageMaker { PageMaker(studio: Self.studio) }

    private func scene(_ query: String) -> Scene {
        let (state, notices) = PageState.read(query, in: Self.studio)
        return Scene(studio: Self.studio, state: state, notices: notices)
    }

    private func edited(_ query: String) throws -> Answer {
        maker.edited(try #require(DeskEdit(QueryString.items(of: query))), scene(query))
    }

    private func query(_ answer: Answer) -> String {
        (answer.location ?? "").split(separator: "?").last.map(String.init) ?? ""
    }

    private var area: AreaCode { Self.studio.towns[0].dataset.areas(.neighbourhood)[10].code }

    @Test func aMeasureThatIsAddedStandsInTheAddressAndCanBeTakenBack() throws {
        let added = try edited(
            "doe=toevoegen&middel=newBuild&waar=\(area)&vanaf=2024&totmet=2026&v.dwellings=40&v.mix.socialRent=0,5&v.mix.ownerOccupied=0.5"
        )
        #expect(added.status == 302)
        let query = try #require(added.location?.split(separator: "?").last.map(String.init))
        let desk = scene(query).state.desk
        let package = try Package.read(yaml: desk.packages[0], file: "A")
        #expect(package.measures.count == 1 && package.measures[0].lever.amount == 40)
        #expect(desk.before == "")
        let back = try edited(query + "&doe=terug")
        #expect(scene(self.query(back)).state.desk.packages[0].isEmpty)
        let removed = try edited(query + "&doe=weg&nr=1")
        #expect(
            scene(self.query(removed)).state.desk.packages[0].isEmpty)
    }

    @Test(arguments: [
        ("doe=toevoegen&middel=sale&vanaf=2024&v.dwellings=999999", "homes are to be sold, but"),
        ("doe=toevoegen&middel=sael&vanaf=2024&v.dwellings=1", "did you mean &#39;sale&#39;?"),
        ("doe=toevoegen&middel=sale&vanaf=2019&v.dwellings=1", "does not lie after 2022"),
        ("doe=toevoegen&middel=sale&vanaf=2024&v.dwellings=veel", "a number of homes is expected"),
        ("doe=toevoegen&middel=sale&vanaf=2024&v.dwellings=1&v.herkomst=x", "origin is never a ground"),
        ("doe=toevoegen&middel=specialGroups&vanaf=2024&v.share=0.1", "needs all four steps"),
    ])
    func aMistakeInAFormIsOneLineAndChangesNothing(query: String, expected: String) throws {
        let answer = try edited(query)
        let text = String(decoding: answer.bytes, as: UTF8.self)
        #expect(answer.status == 422 && answer.location == nil)
        #expect(text.contains(expected) || text.contains(expected.replacing("&#39;", with: "'")), "\(query)")
    }

    @Test func theThreePackagesAreKeptApart() {
        let yaml = Package(name: "x", horizon: 2030, measures: [Measure(.permits, from: 2024)]).yaml
        var state = PageState()
        state.desk.packages[1] = yaml
        state.desk.open = 1
        state.desk.horizon = 2030
        let back = PageState.read(state.query, in: Self.studio).state
        #expect(back.desk == state.desk)
    }

    @Test func everyLeverHasAFormWhoseStartingValuesAreUnderstood() throws {
        for lever in DeskLever.all {
            var query = "doe=toevoegen&middel=\(lever.kind.word)&vanaf=2024&totmet=2026"
            for field in lever.fields {
                query += "&v.\(field.key)=" + QueryString.encoded(field.isText ? "reden" : field.start)
            }
            let answer = try edited(query)
            #expect(answer.status == 302, "\(lever.kind)")
        }
    }

    /// On a town of a few thousand households, so that fifty runs take no time without optimisation either.
    @Test func theAnswerStreamsInAndShowsPeopleBesideAreas() async throws {
        let small = SmallTown.studio(side: 2)
        let town = try #require(small.towns.first)
        let start = try StartingTown.synthesised(from: town.dataset, seed: 1)
        let (year, code) = (start.frame.startYear, start.frame.areas[0].code)
        var state = PageState()
        state.desk.horizon = year + 1
        state.desk.packages[0] =
            Package(
                name: "A", horizon: year + 1,
                measures: [Measure(.freeAllocation(share: 0.15), areas: .codes([code]), from: year + 1)]
            ).yaml
        let query = state.query
        try await WorkbenchServer(studio: small).application.test(.router) { client in
            try await client.execute(uri: "/mengtafel?\(query)", method: .get) { response in
                let text = String(decoding: response.body.readableBytesView, as: UTF8.self)
                #expect(
                    response.status == .ok && text.hasSuffix("</html>") && !text.contains("<!--volledig-->"))
                #expect(text.contains("mp-quick") && text.contains("mp-full"))
                #expect(text.contains("Huishoudens die er nu wonen") && text.contains("Lage inkomens elders"))
                #expect(text.contains("moest weg en is niet terug") && text.contains("startgetal 1"))
            }
        }
    }

    /// Two places of the desk, and the page that scores the simulation, on the small town.
    @Test func packagesStandSideBySideAndThePastIsScored() async throws {
        let small = SmallTown.studio(side: 2)
        let start = try StartingTown.synthesised(from: try #require(small.towns.first).dataset, seed: 1)
        let (year, code) = (start.frame.startYear, start.frame.areas[0].code)
        var state = PageState()
        state.desk.horizon = year + 1
        for (slot, lever) in [Lever.permits, .buyToLetRestriction].enumerated() {
            state.desk.packages[slot] =
                Package(
                    name: "p", horizon: year + 1,
                    measures: [Measure(lever, areas: .codes([code]), from: year + 1)]
                ).yaml
        }
        let openA = state.query
        state.desk.open = 1
        let openB = state.query
        try await WorkbenchServer(studio: small).application.test(.router) { client in
            func text(_ uri: String) async throws -> String {
                try await client.execute(uri: uri, method: .get) {
                    String(decoding: $0.body.readableBytesView, as: UTF8.self)
                }
            }
            let first = try await text("/mengtafel?\(openA)")
            #expect(first.contains("Pakketten naast elkaar") && first.contains("Open pakket B"))
            let second = try await text("/mengtafel?\(openB)")
            #expect(!second.contains("Open pakket") && second.contains("<th scope=\"col\">Pakket B</th>"))

            let page = try await text("/mengtafel/terugblik")
            #expect(page.contains("Klopte het achteraf?"))
            let file = try await text("/mengtafel/terugblik.csv")
            #expect(page.contains("Winst") == file.hasPrefix("indicator,unit,baseline"))
            if file.hasPrefix("indicator") {
                #expect(file.contains(",synthetic\n") && file.contains(",yes\n"))
            }
        }
    }
}
