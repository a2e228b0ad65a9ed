internal import Foundation
internal import Neighbourhoods

/// Origin by the classes of CBS since 2022. Drawn last: nothing else in the town is made from it.
struct TownOrigins {
    static let classes = ["netherlands", "europe", "outsideEurope"]

    /// Counts of persons per neighbourhood and class, for each year.
    let years: [[[Int]]]

    init(plan: TownPlan, stock: TownStock, random: TownRandom) {
        let europe = Field(.origin, over: plan, random: random, years: stock.years.count, persistence: 0.97)
        let outside = Field(
            .origin, variant: 1, over: plan, random: random, years: stock.years.count, persistence: 0.97)
        let targets = [[0.79, 0.08, 0.13], [0.77, 0.09, 0.14]]
        years = stock.years.enumerated().map { year, stock in
            Raking.counts(
                stock.inhabitants.indices.map { index in
                    [
                        0, 0.8 * stock.privateRent[index] + 0.3 * europe.byYear[year][index],
                        1.4 * stock.social[index] + 0.5 * outside.byYear[year][index],
                    ]
                }, base: stock.inhabitants, targets: targets[year])
        }
    }

    /// The counts as they are published.
    func measurements(year: Int) -> [(id: String, measurement: Measurement)] {
        Self.classes.enumerated().map { place, name in
            let id = "origin.cbs2022.\(name)"
            return (
                id,
                Measurement(
                    Variable.ID(rawValue: id), .origin, .count(years[year].map { $0[place] }))
            )
        }
    }
}
