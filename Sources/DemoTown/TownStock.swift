internal import Foundation
internal import Neighbourhoods
internal import Stochastics

/// The homes of the town, who owns them and how many people live in them, in every year.
///
/// Margins that follow published figures (CBS): of the 8.05 million homes in 2022 4.55 million are owner-occupied
/// and 28.8% belong to housing associations; 5.13 of 8.04 million are single-family houses; a fifth was built
/// before 1945 (2012). The other margins are choices of this demo.
struct TownStock {
    struct Year {
        var dwellings: [Int]
        var households: [Int]
        var inhabitants: [Int]
        var newDwellings: [Int]
        /// Counts per neighbourhood: before 1945, 1945–1969, 1970–1979, 1980–1999, from 2000.
        var period: [[Int]]
        /// Counts per neighbourhood: single family, multi family.
        var type: [[Int]]
        /// Counts per neighbourhood: social rent, private rent, owner-occupied.
        var tenure: [[Int]]
        /// Counts per neighbourhood in five classes of floor area.
        var size: [[Int]]
        /// Counts per neighbourhood: low, middle, high assessed value.
        var valueClass: [[Int]]
        /// Mean assessed value in euro.
        var value: [Double]

        func share(_ counts: [[Int]], _ place: Int) -> [Double] {
            counts.map { Double($0[place]) / Double(max(1, $0.reduce(0, +))) }
        }
        var social: [Double] { share(tenure, 0) }
        var privateRent: [Double] { share(tenure, 1) }
        var owner: [Double] { share(tenure, 2) }
        var flats: [Double] { share(type, 1) }
    }

    let years: [Year]

    private static let households = [58_400, 60_000]
    private static let periodTargets = [[0.20, 0.25, 0.155, 0.25, 0.145], [0.19, 0.24, 0.15, 0.25, 0.17]]
    private static let typeTargets = [[0.641, 0.359], [0.638, 0.362]]
    private static let tenureTargets = [[0.296, 0.134, 0.570], [0.290, 0.140, 0.570]]
    private static let sizeTargets = [0.07, 0.19, 0.25, 0.34, 0.15]
    /// Medians that the values lie around, and the bounds of the classes, in euro.
    private static let medianValue = [225_000.0, 300_000.0]
    private static let valueBounds = [(180_000.0, 280_000.0), (240_000.0, 375_000.0)]

    init(plan: TownPlan, random: TownRandom, years count: Int) {
        let places = plan.neighbourhoods
        let age = Field(.period, over: plan, random: random, years: 1, smooth: 0.5).byYear[0]
        let build = Field(.type, over: plan, random: random, years: 1, smooth: 0.4).byYear[0]
        let owners = Field(.tenure, over: plan, random: random, years: count, smooth: 0.55, persistence: 0.99)
        let landlords = Field(
            .tenure, variant: 1, over: plan, random: random, years: count, smooth: 0.3, persistence: 0.99)
        let floor = Field(.size, over: plan, random: random, years: 1, smooth: 0.3).byYear[0]
        let market = Field(.value, over: plan, random: random, years: count, smooth: 0.6, persistence: 0.98)
        let growth = random.noise(.newHomes, places.count)
        let persons = random.noise(.householdSize, places.count)
        let weights = Self.weights(plan, random)
        years = (0..<count).map { year in
            let households = Self.households(plan, weights, growth, year)
            let dwellings = zip(places, households).map { place, homes in
                place.kind == .nature ? homes : Int((Double(homes) * 1.018).rounded())
            }
            let period = Raking.counts(
                places.indices.map { Self.periodLeanings(places[$0], age[$0]) }, base: dwellings,
                targets: Self.periodTargets[year])
            func built(_ index: Int, _ classes: ClosedRange<Int>) -> Double {
                Double(classes.reduce(0) { $0 + period[index][$1] }) / Double(max(1, dwellings[index]))
            }
            let type = Raking.counts(
                places.indices.map { index in
                    [0.6 * places[index].remoteness * 3 - 0.9 * build[index] - built(index, 1...1), 0]
                }, base: dwellings, targets: Self.typeTargets[year])
            let flats = type.map { Double($0[1]) / Double(max(1, $0[0] + $0[1])) }
            let tenure = Raking.counts(
                places.indices.map { index in
                    [
                        1.5 * built(index, 1...2) - 0.6 * built(index, 4...4) + 1.0 * flats[index]
                            + 0.75 * owners.byYear[year][index],
                        1.3 * built(index, 0...0) + 1.6 * flats[index] + 0.5 * landlords.byYear[year][index],
                        0.3 * built(index, 4...4),
                    ]
                }, base: dwellings, targets: Self.tenureTargets[year])
            let owned = tenure.map { Double($0[2]) / Double(max(1, $0.reduce(0, +))) }
            let value = places.indices.map { index in
                Self.medianValue[year]
                    * exp(
                        0.55 * (owned[index] - 0.57) - 0.25 * (flats[index] - 0.36)
                            + 0.12 * market.byYear[year][index])
            }
            return Year(
                dwellings: dwellings, households: households,
                inhabitants: places.indices.map { index in
                    places[index].kind == .nature
                        ? households[index] * 8 / 3
                        : Int(
                            (Double(households[index])
                                * (2.16 - 0.55 * (flats[index] - 0.36) + 0.12 * persons[index])).rounded())
                },
                newDwellings: Self.newDwellings(places, dwellings, year: year, random: random),
                period: period, type: type, tenure: tenure,
                size: Raking.counts(
                    places.indices.map { index in
                        (0..<5).map { Double($0) * (0.5 * floor[index] - 2.2 * (flats[index] - 0.36)) }
                    }, base: dwellings, targets: Self.sizeTargets),
                valueClass: places.indices.map { index in
                    Self.valueClasses(dwellings[index], mean: value[index], bounds: Self.valueBounds[year])
                },
                value: value)
        }
    }

    /// How many homes fit each ordinary neighbourhood: more where land is near the middle of the town.
    private static func weights(_ plan: TownPlan, _ random: TownRandom) -> [Double] {
        zip(plan.neighbourhoods, random.noise(.households, plan.neighbourhoods.count)).map { place, noise in
            place.kind == .ordinary || place.kind == .newEstate
                ? (place.land / 1e6).squareRoot() * exp(0.35 * noise - 0.5 * place.remoteness) : 0
        }
    }

    private static func households(_ plan: TownPlan, _ weights: [Double], _ growth: [Double], _ year: Int)
        -> [Int]
    {
        let fixed = plan.neighbourhoods.map { place -> Int? in
            switch place.kind {
            case .industrial: 27
            case .nature: 3
            case .park: 0
            case .hamlet: year == 0 ? 52 : 51
            case .newEstate: year == 0 ? 36 : 640
            case .ordinary: nil
            }
        }
        let rest = households[year] - fixed.reduce(0) { $0 + ($1 ?? 0) }
        let shares = plan.neighbourhoods.indices.map { index in
            fixed[index] == nil ? weights[index] * (1 + (year == 0 ? 0 : 0.015 * growth[index])) : 0
        }
        return zip(Raking.counts(rest, shares), fixed).map { $1 ?? $0 }
    }

    private static func periodLeanings(_ place: TownPlan.Neighbourhood, _ noise: Double) -> [Double] {
        if place.kind == .newEstate { return [-9, -9, -9, -9, 0] }
        let position = place.remoteness + 0.22 * noise
        return [0.15, 0.48, 0.66, 0.82, 1.0].map { centre in
            let distance = (position - centre) / 0.24
            return -distance * distance / 2
        }
    }

    private static func newDwellings(
        _ places: [TownPlan.Neighbourhood], _ dwellings: [Int], year: Int, random: TownRandom
    ) -> [Int] {
        places.indices.map { index in
            var stream = random.stream(.newHomes, entity: 10_000 + index, time: year)
            switch places[index].kind {
            case .newEstate: return year == 0 ? 36 : 170
            case .ordinary:
                return stream.unit() < 0.3 ? Int(Double(dwellings[index]) * 0.03 * stream.unit()) : 0
            default: return 0
            }
        }
    }

    /// Homes per class when values within a neighbourhood scatter by 28% around their mean (log-normal).
    private static func valueClasses(_ dwellings: Int, mean: Double, bounds: (Double, Double)) -> [Int] {
        let below = [bounds.0, bounds.1].map { 0.5 * erfc(-log($0 / mean) / (0.28 * 2.0.squareRoot())) }
        return Raking.counts(dwellings, [below[0], below[1] - below[0], 1 - below[1]])
    }

    /// The stock as it is published.
    func measurements(year: Int) -> [Measurement] {
        let stock = years[year]
        let whole = stock.dwellings
        func shares(_ ids: [Variable.ID], _ counts: [[Int]]) -> [Measurement] {
            ids.enumerated().map { place, id in
                Measurement(id, .register, .share(part: counts.map { $0[place] }, whole: whole))
            }
        }
        return [
            Measurement("population.inhabitants", .register, .count(stock.inhabitants)),
            Measurement("population.households", .register, .count(stock.households)),
            Measurement("stock.dwellings", .register, .count(whole)),
            Measurement("stock.newDwellings", .register, .count(stock.newDwellings)),
            Measurement("assessedValue.mean", .register, .mean(stock.value, weights: whole, step: 1_000)),
            Measurement(
                "tenure.rent", .register, .share(part: stock.tenure.map { $0[0] + $0[1] }, whole: whole)),
        ]
            + shares(["tenure.socialRent", "tenure.privateRent", "tenure.ownerOccupied"], stock.tenure)
            + shares(["type.singleFamily", "type.multiFamily"], stock.type)
            + shares(
                [
                    "period.before1945", "period.from1945to1969", "period.from1970to1979",
                    "period.from1980to1999", "period.from2000",
                ], stock.period)
            + shares(
                [
                    "size.under50", "size.from50to75", "size.from75to100", "size.from100to150",
                    "size.over150",
                ], stock.size)
            + shares(["valueClass.low", "valueClass.middle", "valueClass.high"], stock.valueClass)
    }
}
