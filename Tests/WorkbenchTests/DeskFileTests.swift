import Bilingual
import DemoTown
import Figures
import Foundation
import HTTPTypes
import HousingMarket
import HummingbirdTesting
import NIOCore
import Neighbourhoods
import Testing

@testable import Workbench

/// The package of the mixing desk as a file, the command that repeats it, and the cards of its levers.
@Suite struct DeskFileTests {
    private func studio(file: String? = nil) throws -> Studio {
        try #require(
            Studio(
                title: "demo", towns: [Town(dataset: DemoTown.make().dataset)], program: "Mengpaneel 9.9",
                file: file))
    }

    private func state(_ limits: PackageLimits = PackageLimits()) -> PageState {
        var state = PageState()
        state.desk.open = 1
        state.desk.horizon = 2030
        state.desk.packages[1] =
            Package(
                name: "B", horizon: 2035,
                measures: [Measure(.freeAllocation(share: 0.15), from: 2024, through: 2028)], limits: limits
            ).yaml
        return state
    }

    @Test func theFileIsReadBackToThePackageThatWasRun() async throws {
        let studio = try studio()
        let limits = PackageLimits(budget: 1e6)
        let query = state(limits).query
        try await WorkbenchServer(studio: studio).application.test(.router) { client in
            try await client.execute(uri: "/mengtafel/pakket.yaml?\(query)", method: .get) { response in
                #expect(response.status == .ok)
                #expect(response.headers[.contentType] == "text/yaml; charset=utf-8")
                #expect(response.headers[.contentDisposition] == "attachment; filename=\"pakket-B.yaml\"")
                let text = String(decoding: response.body.readableBytesView, as: UTF8.self)
                let package = try Package.read(yaml: text, file: "pakket-B.yaml")
                #expect(package.horizon == 2030 && package.limits == limits && package.measures.count == 1)
                #expect(text.hasPrefix("# Mengpaneel 9.9\n# Alle cijfers op deze pagina zijn verzonnen."))
                #expect(text.contains("# mengpaneel simulate demo.mengpaneel --package pakket-B.yaml"))
            }
            let empty = try await client.execute(uri: "/mengtafel/pakket.yaml", method: .get) { $0.status }
            #expect(empty == .notFound)
        }
    }

    @Test func theCommandNamesEverythingThatTheFiguresFollowFrom() throws {
        let studio = try studio(file: "mijn stad's.mengpaneel")
        func command(_ state: PageState) throws -> String {
            let scene = Scene(studio: studio, state: state)
            let model = try scene.deskModel(scene.startingTown.get())
            return DeskFile(scene: scene, model: model).command
        }
        #expect(
            try command(state())
                == "mengpaneel simulate 'mijn stad'\\''s.mengpaneel' --package pakket-B.yaml --level neighbourhood --runs 50 --seed 1"
        )
        var empty = PageState()
        empty.level = .district
        empty.desk.horizon = 2030
        #expect(try command(empty).hasSuffix("--until 2030 --level district --runs 50 --seed 1"))
    }

    @Test func eachChosenLeverHasOneFoldWithItsWholeCard() throws {
        let studio = try studio()
        var state = PageState()
        state.desk.packages[0] =
            Package(
                name: "A", horizon: 2030,
                measures: [
                    Measure(.permits, from: 2024), Measure(.permits, from: 2026),
                    Measure(.stateMoney(euro: 5), from: 2024),
                ]
            ).yaml
        let page = PageMaker(studio: studio).page(path: "/mengtafel", query: state.query)
        let text = String(decoding: page.bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "mp-chosen-lever").count == 3)
    }

    @Test(arguments: LeverKind.allCases) func aCardTellsAllItsFields(kind: LeverKind) {
        let card = kind.card
        let text = LeverCardBlock(card: card, language: .dutch).markup.render()
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        for part in ["Wat niet in het model zit", "Grondslag", "Stand van", "Eerder gedaan", "Wat het kost"] {
            #expect(text.contains(part))
        }
        var wanted = [card.summary, card.changes, card.legalBasis, card.sideEffectNote]
        if let revenue = card.revenue { wanted.append(revenue) }
        if let distinction = card.distinction { wanted.append(distinction) }
        if let cost = card.cost {
            wanted.append(cost.source)
            #expect(text.contains("prijs van \(cost.year)"))
        }
        for one in wanted + card.precedents.map(\.text) {
            #expect(text.contains(one.nl.dropFirst()), "\(kind): \(one.nl)")
        }
        for one in card.precedents { #expect(text.contains(one.source)) }
    }
}
