import Bilingual
import DemoTown
import Figures
import Foundation
import HousingMarket
import Neighbourhoods
import Testing

@testable import Workbench

/// Limits on the mixing desk: in the address, taken back like any edit, refused in one sentence.
@Suite struct DeskLimitTests {
    private static let studio = {
        guard let studio = Studio(title: "demo", towns: [Town(dataset: DemoTown.make().dataset)]) else {
            preconditionFailure("a studio with a town can be made")
        }
        return studio
    }()
    private static let filled =
        "doe=grenzen&g.rehousingPerYear=120&g.buildingPerYear=400&g.budget=%E2%82%AC%2090.000.000&g.leastSocialRent=30,5%25"

    private func scene(_ query: String) -> Scene {
        let (state, notices) = PageState.read(query, in: Self.studio)
        return Scene(studio: Self.studio, state: state, notices: notices)
    }

    private func edited(_ query: String) throws -> Answer {
        PageMaker(studio: Self.studio)
            .edited(try #require(DeskEdit(QueryString.items(of: query))), scene(query))
    }

    private func query(_ answer: Answer) -> String {
        (answer.location ?? "").split(separator: "?").last.map(String.init) ?? ""
    }

    private func limits(_ query: String, slot: Int = 0) throws -> PackageLimits {
        try Package.read(yaml: scene(query).state.desk.packages[slot], file: "A").limits
    }

    @Test func limitsStandInTheAddressOfTheirPlaceAndCanBeTakenBack() throws {
        let wanted = PackageLimits(
            rehousingPerYear: 120, buildingPerYear: 400, budget: 90_000_000, leastSocialRent: 0.305)
        let set = query(try edited(Self.filled))
        #expect(try limits(set) == wanted)
        #expect(scene(set).notices.isEmpty)

        let other = query(try edited(set + "&pakket=C&doe=grenzen&g.budget=5000000"))
        #expect(try limits(other) == wanted, "the places do not touch each other")
        #expect(try limits(other, slot: 2) == PackageLimits(budget: 5_000_000))

        let changed = query(try edited(set + "&doe=grenzen&g.budget=1000"))
        #expect(try limits(changed) == PackageLimits(budget: 1000))
        #expect(try limits(query(try edited(changed + "&doe=terug"))) == wanted)
        let emptied = query(try edited(set + "&doe=grenzen"))
        #expect(scene(emptied).state.desk.packages[0].isEmpty)
    }

    @Test func limitsStayWhenAMeasureComesAndGoes() throws {
        let set = query(try edited(Self.filled))
        let added = query(
            try edited(set + "&doe=toevoegen&middel=sale&vanaf=2024&totmet=2026&v.dwellings=10"))
        #expect(try limits(added).budget == 90_000_000)
        let removed = query(try edited(added + "&doe=weg&nr=1"))
        #expect(try limits(removed).budget == 90_000_000)
    }

    @Test(arguments: [
        ("g.budget=veel", "Budget in euro: “veel” kan niet."),
        ("g.budget=-5", "“-5” kan niet."),
        ("g.rehousingPerYear=2,5", "Vul een heel getal in van 0 tot 10.000.000"),
        ("g.leastSocialRent=130", "Vul een getal in van 0 tot 100"),
        ("g.buildingPerYear=1.50.000", "“1.50.000” kan niet."),
        ("g.budget=1e400", "“1e400” kan niet."),
        ("g.buildingPerYear=x&g.budget=y", "“x” kan niet."),
    ])
    func aBadNumberIsOneNoticeAndKeepsWhatWasFilledIn(fields: String, expected: String) throws {
        let answer = try edited("doe=grenzen&" + fields)
        let text = String(decoding: answer.bytes, as: UTF8.self)
        #expect(answer.status == 422 && answer.location == nil)
        #expect(text.contains(expected), "\(fields)")
        #expect(text.components(separatedBy: "kan niet.").count == 2, "one notice, for the first field")
        #expect(text.components(separatedBy: "aria-invalid").count == 2)
    }

    @Test func noticesAreInTheLanguageOfThePage() throws {
        let text = String(decoding: try edited("taal=en&doe=grenzen&g.budget=lots").bytes, as: UTF8.self)
        #expect(text.contains("Budget in euro: “lots” is not possible."))
        let set = query(try edited("taal=en&doe=grenzen&g.budget=90,000,000"))
        #expect(try limits(set).budget == 90_000_000)
    }

    @Test func whatIsShownInTheFormIsReadBackToTheSameLimit() {
        for language in [Language.dutch, .english] {
            for share in stride(from: 0, through: 1, by: 0.0007) {
                var limits = PackageLimits(budget: 1e13, leastSocialRent: (share * 10_000).rounded() / 10_000)
                limits.rehousingPerYear = 10_000_000
                let typed = DeskLimit.allCases.map { ($0.field, $0.text(in: limits, language)) }
                let read = try? DeskLimit.read(Dictionary(uniqueKeysWithValues: typed), language).get()
                #expect(read == limits)
            }
        }
    }

    /// Thirty homes a year are to go and five households can be rehoused: the bars say that, and which lever waits.
    @Test func barsTellWhatBindsAndWhatDoesNot() async throws {
        let small = SmallTown.studio(side: 2)
        let start = try StartingTown.synthesised(from: try #require(small.towns.first).dataset, seed: 1)
        let year = start.frame.startYear
        let plan = DemolishRebuild(dwellings: 60, rebuilt: [10, 0, 0, 20], emptyingYears: 0)
        func text(_ limits: PackageLimits) async throws -> String {
            let package = Package(
                name: "A", horizon: year + 2,
                measures: [Measure(.demolishRebuild(plan), from: year + 1, through: year + 2)],
                limits: limits)
            var state = PageState()
            state.desk.horizon = year + 2
            state.desk.packages[0] = package.yaml
            let scene = Scene(studio: small, state: state)
            let model = try scene.deskModel(start)
            #expect(model.package.limits == limits, "limits reach the simulation")
            return DeskLimitBars(scene: scene, result: try await model.result(runs: 2, stop: StopSign()))
                .markup.render()
        }
        let tight = try await text(
            PackageLimits(rehousingPerYear: 5, budget: 1e6, leastSocialRent: 0.99))
        #expect(tight.contains("Verhuizen: hoogstens 5 huishoudens per jaar"))
        #expect(
            tight.contains(">knelt<") && tight.contains("In 2 van de 2 simulaties moest iets wachten: L1"))
        #expect(tight.components(separatedBy: ">niet gehaald<").count == 3)
        let wide = try await text(
            PackageLimits(
                rehousingPerYear: 5000, buildingPerYear: 5000, budget: 1e9, leastSocialRent: 0.01))
        #expect(wide.components(separatedBy: ">knelt niet<").count == 3)
        #expect(wide.components(separatedBy: ">gehaald<").count == 3)
    }
}
