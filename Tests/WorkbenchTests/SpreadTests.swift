import Bilingual
import DemoTown
import Figures
import Foundation
import Neighbourhoods
import PolicyTheory
import Testing

@testable import Workbench

/// The page on how evenly incomes and homes are spread.
@Suite struct SpreadTests {
    private static let demo = DemoTown.make().dataset
    private static let settings = ClaimSettings(lowIncome: .lowest40, bootstrapDraws: 99)

    private func report(_ subject: SpreadSubject) throws -> SpreadReport {
        try #require(SpreadReport.of(Self.demo, subject: subject, settings: Self.settings))
    }

    @Test(arguments: SpreadSubject.allCases)
    func thePartsByScaleAddUpToTheWhole(_ subject: SpreadSubject) throws {
        let report = try report(subject)
        let whole = try #require(report.rows.first { $0.measure == .entropy })
        #expect(report.parts.map(\.between) == [.district, .neighbourhood])
        let index: Double = report.parts.map(\.entropyIndex).reduce(0, +)
        #expect(abs(index - whole.value) < 1e-12)
        let shares: Double = report.parts.map(\.share).reduce(0, +)
        #expect(abs(shares - 1) < 1e-12)
        let information = report.parts.map(\.mutualInformation).reduce(0, +)
        #expect(abs((report.local.municipalLevel ?? -1) - information) < 1e-12)
    }

    @Test func theDissimilarityIsTheOneOfTheOverview() throws {
        let summary = SegregationSummary.of(Self.demo, settings: Self.settings)
        let overview = try #require(summary.rows.first { $0.id == "D.income.lowest40" })
        let row = try #require(
            report(.income).rows.first { $0.measure == .dissimilarity && $0.group == "income.lowest40" })
        // The overview counts all others from the base, the report from the other groups: they differ by rounding.
        #expect(abs(row.value - overview.figure.value) < 0.002)
        #expect(row.expectedByChance ?? 1 < row.value)
        #expect(row.corrected ?? 1 < row.value)
    }

    @Test(arguments: SpreadSubject.allCases)
    func whomAGroupMeetsAddsUpInBothDirections(_ subject: SpreadSubject) throws {
        let report = try report(subject)
        for group in Set(report.rows.compactMap(\.group)) {
            let value = { (measure: SpreadReport.Measure) in
                report.rows.first { $0.measure == measure && $0.group == group }?.value ?? .nan
            }
            #expect(abs(value(.isolation) + value(.interaction) - 1) < 1e-12)
            #expect(abs(value(.isolationOfOthers) + value(.interactionOfOthers) - 1) < 1e-12)
        }
    }

    @Test(arguments: SpreadSubject.allCases)
    func everyEstimateHasAnIntervalOrAReason(_ subject: SpreadSubject) throws {
        for row in try report(subject).rows + report(subject).trend {
            if let lower = row.uncertainty.lower, let upper = row.uncertainty.upper {
                #expect(lower <= upper)
            } else {
                #expect(row.uncertainty.reason != nil)
            }
        }
    }

    @Test func aGroupOfAFewHouseholdsIsNotShownOnTheMap() throws {
        let report = try report(.income)
        for (place, code) in report.local.areas.enumerated() where report.local.values[place].number != nil {
            let shares = report.groups.map { group in
                Self.demo.value(group, of: code, at: .neighbourhood, year: report.year).number ?? 0
            }
            let base = Self.demo.base(of: .households, at: .neighbourhood, near: report.year)
            let households = base?.values[place].number ?? 0
            for share in shares {
                let count = (share * households).rounded()
                #expect(count == 0 || count >= 5, "\(code)")
            }
        }
    }

    @Test(arguments: ["", "taal=en"])
    func thePageOrdersNoAreasByTheirFigures(query: String) throws {
        let studio = SmallTown.studio()
        let scene = Scene(studio: studio, state: PageState.read(query, in: studio).state)
        let reports = scene.spread
        #expect(reports.map(\.subject) == [.income, .tenure])
        for report in reports {
            let codes = scene.spreadMap(report).table.rows.map { $0[1] }
            #expect(codes == scene.areas.map { .text($0.code.rawValue) })
        }
    }

    @Test func thePageIsInTheMenuAndSaysThatCountsAreRounded() {
        let maker = PageMaker(studio: SmallTown.studio())
        let page = String(decoding: maker.page(path: "/verdeling", query: "").bytes, as: UTF8.self)
        #expect(page.contains("aria-current=\"page\">Verdeling<"))
        #expect(page.contains("afgerond op hele huishoudens of woningen"))
        #expect(page.contains("Door toeval alleen: "))
        #expect(page.contains("De trekkingen liggen gemiddeld"))
        #expect(page.contains("dichtstbijzijnde huishoudens"))
        #expect(page.contains("Van 2020 tot 2022 werd de spreiding"))
        #expect(page.contains("Voorzieningen: hoe dichtbij, voor wie?"))
        #expect(page.contains("Ongelijke spreiding van alle inkomensgroepen") == false)
        #expect(page.contains("Ongelijke spreiding van ‘Laagste 40% inkomens’"))
    }

    // MARK: Parts of the page

    private static let parts: [SpreadPart] = [
        .measures, .scales, .areas, .years, .profile, .change, .changeAreas,
    ]

    /// One studio for all tests: a debug build takes long to fill its memory.
    private static let studio = Studio(title: "Demo", towns: [Town(dataset: demo)])

    private static func demoStudio() throws -> Studio { try #require(studio) }

    @Test func everyPartIsATableAndAFile() throws {
        let maker = PageMaker(studio: try Self.demoStudio())
        for subject in SpreadSubject.allCases {
            for part in Self.parts {
                let name = FigureKind.spread(subject, part).name
                let file = String(decoding: try #require(maker.csv(name, query: "")).bytes, as: UTF8.self)
                #expect(file.components(separatedBy: "\r\n").count > 3, "\(name)")
            }
            // There is one municipality, so there is no region.
            #expect(maker.csv(FigureKind.spread(subject, .region).name, query: "") == nil)
        }
        #expect(maker.csv(FigureKind.exposure.name, query: "") != nil)
    }

    @Test func theTableOfMeasuresHasEverythingToRepeatThem() throws {
        let scene = Scene(studio: SmallTown.studio(), state: PageState())
        let table = try #require(scene.spreadTable(.income, .measures))
        let row = try #require(table.rows.first { $0[1] == .text("D") })
        #expect(table.columns.count == 15)
        for place in 2...11 {
            guard case .number = row[place] else {
                Issue.record("column \(table.columns[place]) has no number")
                continue
            }
        }
        #expect(row[12] == .text("buurt") && row[13] == .text("2022"))
        #expect(row[14] == .text("999 trekkingen van gebieden, startgetal 1"))
    }

    @Test(arguments: ["", "taal=en"])
    func theTablesOfAreasStayInTheOrderOfTheCodes(query: String) throws {
        let studio = SmallTown.studio()
        let scene = Scene(studio: studio, state: PageState.read(query, in: studio).state)
        for report in scene.spread {
            let change = try #require(scene.spreadChange(report.subject).content)
            let codes = scene.changeMap(report, change).table.rows.map { row -> String in
                guard case .text(let code) = row[1] else { return "" }
                return code
            }
            #expect(codes == codes.sorted() && codes.count > 10)
            let added = report.areas.compactMap(\.contribution.number).reduce(0, +)
            #expect(abs(added - 1) < 1e-9)
        }
    }

    @Test func theYearsOfAChangeStandInTheAddress() throws {
        let studio = try Self.demoStudio()
        let maker = PageMaker(studio: studio)
        let page = { (query: String) in
            String(decoding: maker.page(path: "/verdeling", query: query).bytes, as: UTF8.self)
        }
        #expect(page("van=2018&tot=2022").contains("Van 2018 tot 2022 werd de spreiding"))
        #expect(page("van=2022&tot=2018").contains("het eerste jaar moet vóór het laatste liggen"))
        let unknown = page("van=2010")
        #expect(unknown.contains("2010 is niet te vergelijken"))
        #expect(unknown.contains("<option value=\"2010\" selected"))
        let (state, notices) = PageState.read("van=2018&tot=2022", in: studio)
        #expect(state.changeFrom == 2018 && state.changeTo == 2022 && notices.isEmpty)
        #expect(state.query == "van=2018&tot=2022")
        #expect(PageState.read("van=ooit", in: studio).notices.count == 1)
    }

    @Test func aChangeWithinItsMarginIsNotSoldAsOne() throws {
        let scene = Scene(studio: try Self.demoStudio(), state: PageState())
        for report in scene.spread {
            let change = try #require(scene.spreadChange(report.subject).content)
            let title = scene.changeFigure(report, change).frame.title
            let lower = try #require(change.uncertainty.lower)
            let upper = try #require(change.uncertainty.upper)
            #expect(
                title.contains("kan net zo goed geen verandering zijn") == (lower <= 0 && upper >= 0))
        }
    }

    @Test func hiddenAreasHideAllTheirFigures() throws {
        for report in SpreadReport.all(Self.demo, settings: Self.settings) {
            for area in report.areas where area.departure.number == nil {
                #expect(area.contribution.number == nil && area.variety.number == nil)
                #expect(area.expectedDeparture.number == nil && area.size.number == nil)
            }
            #expect(report.areas.map(\.departure) == (0..<report.areas.count).map { report.local.values[$0] })
        }
    }

    @Test func aRegionThatCannotBeMadeSaysWhy() throws {
        let one = SmallTown.dataset()
        let studio = try #require(Studio(title: "Regio", towns: [Town(dataset: one), Town(dataset: one)]))
        // The same municipality twice has every area twice, which no table can hold.
        let scene = Scene(studio: studio, state: PageState())
        #expect(scene.spreadRegion(.income)?.reason != nil)
        #expect(Scene(studio: SmallTown.studio(), state: PageState()).spreadRegion(.income) == nil)
    }

    @Test(arguments: ["", "taal=en"])
    func everyClaimWithAnUnevennessStatesItWithoutChance(query: String) throws {
        let maker = PageMaker(studio: try Self.demoStudio())
        let mark = query.isEmpty ? "zonder toeval 0," : "without chance 0."
        for path in ["/beweringen/C6", "/kaart"] {
            let page = String(decoding: maker.page(path: path, query: query).bytes, as: UTF8.self)
            #expect(page.contains(mark), "\(path)")
        }
        let file = String(decoding: try #require(maker.csv("bewering-C6", query: query)).bytes, as: UTF8.self)
        #expect(file.contains(query.isEmpty ? "Zonder toeval" : "Without chance"))
    }
}
