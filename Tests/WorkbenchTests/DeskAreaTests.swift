import DemoTown
import Figures
import Foundation
import HousingMarket
import Neighbourhoods
import Testing

@testable import Workbench

/// Areas that are chosen on the map of the mixing desk: in the address, in the forms, in the measure.
@Suite struct DeskAreaTests {
    private static let studio = {
        guard let studio = Studio(title: "demo", towns: [Town(dataset: DemoTown.make().dataset)]) else {
            preconditionFailure("a studio with a town can be made")
        }
        return studio
    }()
    private var codes: [AreaCode] { Self.studio.towns[0].dataset.areas(.neighbourhood).map(\.code) }

    private func scene(_ query: String) -> Scene {
        let (state, notices) = PageState.read(query, in: Self.studio)
        return Scene(studio: Self.studio, state: state, notices: notices)
    }

    @Test func choosingTwiceLeavesNothingAndTheOrderDoesNotMatter() {
        var (one, other) = (PageState(), PageState())
        for code in [codes[5], codes[2], codes[9]] { one.desk.toggle(code) }
        for code in [codes[9], codes[5], codes[2]] { other.desk.toggle(code) }
        #expect(one == other && one.query == other.query)
        let (read, notices) = PageState.read(one.query, in: Self.studio)
        #expect(read == one && notices.isEmpty)
        for code in one.desk.areas { one.desk.toggle(code) }
        #expect(one.query.isEmpty)
    }

    @Test(arguments: ["gebieden=BU1", "gebieden=BU99990101,nergens"])
    func anUnknownAreaIsLeftOutWithANotice(query: String) {
        let (state, notices) = PageState.read(query, in: Self.studio)
        #expect(state == PageState() && notices.count == 1)
    }

    @Test func theMapLinksEveryAreaAndTheFormsTakeTheChoice() throws {
        let query = "gebieden=\(codes[2].rawValue),\(codes[5].rawValue)"
        let scene = scene(query)
        let town = try scene.startingTown.get()
        let map = DeskAreaMap(scene: scene, town: town).markup.render()
        #expect(map.components(separatedBy: "data-id=").count == town.frame.areas.count + 1)
        #expect(map.components(separatedBy: "data-value=").count == town.frame.areas.count + 1)
        // Once on the map, once in the table.
        #expect(map.components(separatedBy: "gekozen, haal weg\"").count - 1 >= 2)
        #expect(map.contains("href=\"/mengtafel?gebieden=\(codes[2].rawValue)#waar\""), "takes the other out")
        #expect(map.hasPrefix("<details") && map.contains(" open"))
        #expect(!DeskAreaMap(scene: self.scene(""), town: town).markup.render().contains(" open"))

        let form = DeskForm(
            scene: scene, town: town, package: Package(name: "A", horizon: 2030, measures: [])
        ).markup.render()
        #expect(form.contains("value=\"\(codes[2].rawValue),\(codes[5].rawValue)\" selected"))
    }

    @Test func aMeasureIsAddedForAllChosenAreas() throws {
        let chosen = [codes[2], codes[5]]
        let list = chosen.map(\.rawValue).joined(separator: ",")
        let query = "gebieden=\(list)&doe=toevoegen&middel=permits&waar=\(list)&vanaf=2024"
        let edit = try #require(DeskEdit(QueryString.items(of: query)))
        let answer = PageMaker(studio: Self.studio).edited(edit, scene(query))
        let address = try #require(answer.location?.split(separator: "?").last.map(String.init))
        let desk = scene(address).state.desk
        let package = try Package.read(yaml: desk.packages[0], file: "A")
        #expect(package.measures.map(\.areas) == [.codes(chosen)])
        #expect(desk.areas == chosen, "the choice stays for a second measure in the same place")
    }
}
