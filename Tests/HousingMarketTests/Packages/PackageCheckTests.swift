import HousingMarket
import Neighbourhoods
import Testing

/// What cannot be done in a town is refused before anything runs.
@Suite struct PackageCheckTests {
    private static let start = SmallTown().start

    private func message(_ measures: [Measure], horizon: Int = 2035) -> String {
        do {
            try Package(name: "p", horizon: horizon, measures: measures).check(
                against: Self.start, file: "plan.yaml")
            return "fine"
        } catch { return error.description }
    }

    private var social: Int {
        Self.start.state.dwellings.count { Int($0.area) == 1 && $0.tenure == .socialRent }
    }

    private let there = AreaSelector.codes([AreaCode("BU999801001")])

    @Test func whatCanBeDoneIsFine() {
        #expect(
            message([
                Measure(.sale(Sale(dwellings: social, toSittingTenants: false)), areas: there, from: 2026)
            ]) == "fine")
    }

    @Test func moreThanStandsThereIsImpossible() {
        let found = message([
            Measure(.sale(Sale(dwellings: social + 1, toSittingTenants: false)), areas: there, from: 2026)
        ])
        #expect(
            found.contains("\(social + 1) homes are to be sold, but \(social) of this kind stand there"),
            "\(found)")
    }

    @Test func measuresTogetherMayNotTakeMoreThanStandsThere() {
        let half = social / 2 + 1
        let found = message([
            Measure(.sale(Sale(dwellings: half, toSittingTenants: false)), areas: there, from: 2026),
            Measure(
                .demolishRebuild(DemolishRebuild(dwellings: half, rebuilt: [0, 0, 0, 1])), areas: there,
                from: 2027),
        ])
        #expect(found.contains("together with earlier measures"), "\(found)")
    }

    @Test func areasAndYearsMustBeThere() {
        let sale = Lever.sale(Sale(dwellings: 1, toSittingTenants: false))
        #expect(
            message([Measure(sale, areas: .codes([AreaCode("BU99980199")]), from: 2026)]).contains(
                "has no area 'BU99980199'; did you mean"))
        #expect(
            message([Measure(sale, areas: .codes([AreaCode("Area 3")]), from: 2026)]).contains(
                "is a name; its code is"))
        #expect(message([Measure(sale, from: 2025)]).contains("does not lie after 2025"))
        #expect(message([Measure(sale, from: 2026, through: 2036)]).contains("lies after the horizon (2035)"))
        #expect(message([], horizon: 2025).contains("does not lie after 2025"))
        #expect(
            message([Measure(sale, areas: .stock(.socialRent, 0.99...1), from: 2026)]).contains(
                "no neighbourhood answers"))
    }
}
