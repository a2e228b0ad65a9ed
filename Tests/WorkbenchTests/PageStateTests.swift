import Bilingual
import EvidenceRegister
import Neighbourhoods
import PolicyTheory
import Testing

@testable import Workbench

@Suite struct PageStateTests {
    let studio = SmallTown.studio()

    /// States in a fixed order, from a small counting generator: every run tries the same ones.
    static func states(_ count: Int) -> [PageState] {
        var seed: UInt64 = 20_261_124
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(bound))
        }
        let variables = VariableCatalogue.all.map(\.id)
        let authors = ["werkgroep 2", "A & B = C?", "Ruud’s groep 100%", "é\u{1F600}#+/", "x"]
        return (0..<count).map { _ in
            var state = PageState(language: next(2) == 0 ? .dutch : .english)
            if next(3) == 0 { state.municipality = AreaCode("GM0999") }
            if next(2) == 0 { state.level = next(2) == 0 ? .neighbourhood : .district }
            if next(2) == 0 { state.indicator = variables[next(variables.count)] }
            if next(2) == 0 { state.year = 1990 + next(60) }
            let comparisons: [PageState.Comparison] = [.none, .municipality, .nation, .year(2000 + next(30))]
            state.comparison = comparisons[next(4)]
            state.showsWhole = next(3) == 0
            if next(2) == 0 { state.selection = AreaCode("BU0999000\(next(10))") }
            if next(3) == 0 { state.changeFrom = 1990 + next(60) }
            if next(3) == 0 { state.changeTo = 1990 + next(60) }
            if next(2) == 0 { state.lowIncome = LowIncomeDefinition.allCases[next(8)] }
            if next(4) == 0 { state.evidence.region = [Region.netherlands, .international][next(2)] }
            if next(4) == 0 { state.evidence.design = DesignClass.allCases[next(5)] }
            if next(4) == 0 { state.evidence.verification = Verification.allCases[next(7)] }
            if next(4) == 0 { state.evidence.domain = OutcomeDomain.allCases[next(12)] }
            if next(4) == 0 { state.evidence.lever = Lever.allCases[next(9)] }
            if next(4) == 0 { state.evidence.question = Question.allCases[next(7)] }
            for norm in NormKind.allCases where next(2) == 0 {
                let number = norm.range.lowerBound + next(norm.range.count)
                if let set = PageState.GroupNorm(norm: norm, hundredths: number, author: authors[next(5)]) {
                    state.groupNorms.append(set)
                }
            }
            return state
        }
    }

    @Test func everyStateComesBackFromItsAddress() {
        for state in Self.states(2_000) {
            let (read, notices) = PageState.read(state.query, in: studio)
            #expect(read == state)
            #expect(notices.isEmpty, "\(state.query)")
        }
    }

    @Test func theAddressIsCanonical() {
        for state in Self.states(200) {
            #expect(PageState.read(state.query, in: studio).state.query == state.query)
        }
        #expect(PageState().query == "")
        let (state, _) = PageState.read("jaar=2022&taal=en&&ind=", in: studio)
        #expect(state.query == "taal=en&jaar=2022")
    }

    @Test(arguments: [
        "taal=fr", "jaar=abc", "jaar=99999999999999999999", "ind=origin.cbs2022.europe", "sel=BU99999999",
        "laag=rijk",
        "met=mars", "schaal=straat", "grens.concentratie=101", "grens.concentratie=-1", "grens.iets=3",
        "onzin=1", "land=XX", "uitkomst=geluk", "vraag=Q9",
        "gemeente=GM0000", "%zz=%zz", "beeld=half", "jaar=+2020",
    ])
    func whatIsNotUnderstoodIsLeftOutWithANotice(query: String) {
        let (state, notices) = PageState.read(query, in: studio)
        #expect(state == PageState())
        #expect(notices.count == 1)
        let page = PageMaker(studio: studio).page(path: "/kaart", query: query)
        #expect(page.status == 200)
        #expect(String(decoding: page.bytes, as: UTF8.self).contains("class=\"mp-notices\""))
    }

    @Test func aThresholdWithoutAnAuthorIsNotUsed() {
        for query in ["grens.concentratie=40", "grens.concentratie=40&door.concentratie=%20%20"] {
            let (state, notices) = PageState.read(query, in: studio)
            #expect(state.groupNorms.isEmpty)
            #expect(notices == [.normWithoutAuthor])
        }
        let (state, _) = PageState.read("grens.concentratie=40&door.concentratie=+werkgroep+2", in: studio)
        #expect(state.groupNorms.map(\.author) == ["werkgroep 2"])
        #expect(Scene(studio: studio, state: state).claimSettings.concentrationNorm?.threshold.value == 0.4)
    }

    @Test func aChoiceThatCannotBeFollowedFallsBackWithANotice() {
        var state = PageState()
        state.indicator = "satisfaction.neighbourhood"
        state.comparison = .nation
        let scene = Scene(studio: studio, state: state)
        #expect(scene.comparison == .none)
        #expect(scene.notices == [.noReference])
        state.comparison = .year(2011)
        #expect(Scene(studio: studio, state: state).notices == [.notComparable(year: 2011)])
        state.comparison = .none
        state.year = 2011
        #expect(Scene(studio: studio, state: state).notices == [.noFigures(year: 2011, shown: 2022)])
        state.year = nil
        state.indicator = "crime.total"
        #expect(Scene(studio: studio, state: state).notices == [.noSuchIndicator])
    }

    @Test func theMapOpensWithFacilitiesAndNotWithPeople() {
        #expect(Scene(studio: studio, state: PageState()).variable?.theme == .facilities)
    }

    @Test func everyRouteComesBackFromItsPath() {
        let routes: [Route] = [
            .map, .areas, .profile(AreaCode("BU0363ME01")), .claims, .claim("C1"), .questions, .origin,
            .sources,
            .about, .report,
        ]
        for route in routes { #expect(Route(path: route.path) == route) }
        #expect(Route(path: "/buurt/BU%201") == .profile(AreaCode("BU 1")))
        #expect(Route(path: "/") == nil)
    }
}
