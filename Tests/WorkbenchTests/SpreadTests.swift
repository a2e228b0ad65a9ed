import Bilingual
import DemoTown
import Figures
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
        #expect(abs(report.parts.map(\.entropyIndex).reduce(0, +) - whole.value) < 1e-12)
        #expect(abs(report.parts.map(\.share).reduce(0, +) - 1) < 1e-12)
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
        #expect(page.contains("Ongelijke spreiding van alle inkomensgroepen") == false)
        #expect(page.contains("Ongelijke spreiding van ‘Laagste 40% inkomens’"))
    }
}
