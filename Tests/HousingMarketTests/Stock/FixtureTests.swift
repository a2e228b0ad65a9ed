import HousingMarket
import Testing

/// Published programmes whose sums are known: what the ledger and the works must give.
@Suite struct FixtureTests {
    /// The 56 neighbourhoods (2003): 495,000 homes, 28% owner-occupied; 60,000 demolished, 81,000 built of which 70% for
    /// owners, 8,200 sold, 28,000 renovated. At a hundredth of the size, so that
    /// the test is quick.
    @Test func fiftySixNeighbourhoodsKeepTheirBooks() {
        var town = SmallTown()
        town.households = 4_950
        town.room = 1
        town.tenures = [0.72, 0, 0, 0.28]
        let start = Self.exact(town.start, owners: 1_386)
        let measures = [
            Measure(
                .demolishRebuild(DemolishRebuild(dwellings: 600, rebuilt: [243, 0, 0, 567])), from: 2026,
                through: 2030),
            Measure(.sale(Sale(dwellings: 82, toSittingTenants: false)), from: 2026, through: 2030),
            Measure(
                .renovation(Renovation(dwellings: 280, rentClassesUp: 0, emptied: false)), from: 2026,
                through: 2030),
        ]
        let run = start.simulate(
            Package(name: "56 wijken", horizon: 2035, measures: measures),
            settings: RunSettings(switches: .frozenBaseline))
        #expect(run.deliveries.allSatisfy { $0.asked == $0.done && $0.held.isEmpty }, "\(run.deliveries)")
        let last = run.years[run.years.count - 1]
        let all = Tenure.allCases.reduce(0) { $0 + last.dwellings($1) }
        #expect(all == 5_160)
        #expect(last.dwellings(.ownerOccupied) == 1_386 + 567 + 82)
        let share = Double(last.dwellings(.ownerOccupied)) / Double(all)
        #expect(abs(share - 0.394) < 0.0005, "the letter to parliament says 11 points more")
    }

    /// The same homes with an exact number in owner occupation.
    private static func exact(_ start: StartingState, owners: Int) -> StartingState {
        var state = start.state
        for home in state.dwellings.indices {
            state.dwellings[home].tenure =
                home * owners / state.dwellings.count
                    != (home + 1) * owners / state.dwellings.count ? .ownerOccupied : .socialRent
            state.dwellings[home].priceClass = min(2, state.dwellings[home].priceClass)
        }
        return StartingState(frame: start.frame, state: state)
    }

    /// Tweebosbuurt (Rotterdam): 535 social homes out; 137 social, 101 private rent and 143 owner-occupied in. More than
    /// 300 households did not return.
    @Test func tweebosbuurtShowsWhoDidNotComeBack() {
        var town = SmallTown()
        town.households = 9_000
        let start = town.start
        let area =
            (0..<town.areas).max { left, right in
                start.state.dwellings.count { Int($0.area) == left && $0.tenure == .socialRent }
                    < start.state.dwellings.count { Int($0.area) == right && $0.tenure == .socialRent }
            } ?? 0
        var homes = start.state
        for home in homes.dwellings.indices where Int(homes.dwellings[home].area) == area {
            homes.dwellings[home].tenure = .socialRent
        }
        let whole = StartingState(frame: start.frame, state: homes)
        let package = Package(
            name: "Tweebosbuurt", horizon: 2035,
            measures: [
                Measure(
                    .demolishRebuild(DemolishRebuild(dwellings: 535, rebuilt: [137, 0, 101, 143])),
                    areas: .codes([start.frame.areas[area].code]), from: 2026, through: 2028)
            ])
        for run in 0..<4 {
            let record = whole.simulate(package, run: UInt32(run))
            let residents = record.initialResidents
            #expect(record.deliveries[0].done == 535)
            let forced = residents.forced(areas: [area])
            let notBack = residents.notBack(areas: [area])
            #expect(forced > 400 && forced <= 535, "homes that stood empty had nobody to move: \(forced)")
            #expect(notBack >= 300, "\(notBack) of \(forced) are not back")
            #expect(residents.count(.returned, areas: [area]) + notBack >= forced)
        }
    }

    /// A thousand social homes give about seventy lettings a year, of which five (at 7.5%) or ten (at 15%) may go above
    /// the income limit.
    @Test(arguments: [(0.075, 5), (0.15, 10)])
    func steeringThroughLettingsIsSlow(share: Double, most: Int) {
        var town = SmallTown()
        town.households = 3_125
        let start = town.start
        let social = start.state.dwellings.count { $0.tenure == .socialRent }
        let package = Package(
            name: "margin", horizon: 2035,
            measures: [Measure(.freeAllocation(share: share), from: 2026, through: 2035)])
        let run = start.simulate(package, settings: RunSettings(switches: .frozenBaseline))
        let years = run.years.dropFirst()
        let lettings = Double(years.reduce(0) { $0 + $1.flows.lettings }) / Double(years.count)
        #expect(abs(lettings / Double(social) - 0.07) < 0.025, "\(lettings) lettings of \(social) homes")
        for year in years {
            let allowed = Double(year.flows.lettings) * share
            #expect(Double(year.flows.lettingsAboveLimit) <= allowed.rounded(.up) + 1)
            #expect(Double(year.flows.lettingsAboveLimit) <= Double(most) * Double(social) / 1000 * 1.5 + 1)
        }
    }

    @Test func appropriateAllocationIsKept() {
        let run = SmallTown(households: 4_000).start.simulate(
            Package(name: "none", horizon: 2035, measures: []))
        for year in run.years.dropFirst() {
            let flows = year.flows
            #expect(Double(flows.lettingsLowIncomeDear) <= 0.05 * Double(flows.lettingsLowIncome) + 1e-9)
        }
    }

    @Test func theRehousingCapacityIsNeverPassedAndIsExplained() {
        let package = Package(
            name: "fast", horizon: 2032,
            measures: [
                Measure(
                    .demolishRebuild(DemolishRebuild(dwellings: 200, rebuilt: [100, 0, 0, 100])), from: 2026)
            ],
            limits: PackageLimits(rehousingPerYear: 25))
        let run = SmallTown().start.simulate(package)
        #expect(run.deliveries[0].done < 200)
        #expect(run.deliveries[0].held[.rehousing, default: 0] > 0)
        #expect(run.initialResidents.forced(areas: 0..<12) <= 25)
    }
}
