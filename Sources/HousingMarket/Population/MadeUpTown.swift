internal import Foundation
internal import Neighbourhoods
internal import Stochastics

/// The areas of a made-up town on a square grid: shares of tenure and income wander around those of the country.
struct MadeUpTown {
    let codes: [Area]
    let values: [Double]
    let frame: TownFrame
    private let households: Int
    private let areas: Int
    private let seed: UInt64

    init(households: Int, areas: Int, seed: UInt64) {
        self.households = households
        self.areas = areas
        self.seed = seed
        let side = Int(Double(areas).squareRoot().rounded(.up))
        let municipality = Area(code: AreaCode("GM9998"), name: "Made-up town", level: .municipality)
        func number(_ value: Int, _ digits: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        codes = (0..<areas).map { area in
            Area(
                code: AreaCode("BU9998" + number(area, 5)), name: "Area \(area + 1)", level: .neighbourhood,
                municipality: municipality.code)
        }
        values = (0..<areas).map { area in
            var random = RandomStream(seed: seed, entity: UInt32(area), time: 1, purpose: .madeUpTown)
            return random.standardNormal()
        }
        let districts = (0...max(0, (areas - 1) / 8)).map { district in
            Area(
                code: AreaCode("WK9998" + number(district, 4)), name: "District \(district + 1)",
                level: .district)
        }
        frame = TownFrame(
            municipality: municipality,
            areas: codes.enumerated().map { area, one in
                TownFrame.Place(
                    code: one.code, name: one.name, district: area / 8, x: 0.8 * Double(area % side),
                    y: 0.8 * Double(area / side))
            }, districts: districts, startYear: 2025)
    }

    func margins(_ area: Int) -> AreaMargins {
        var random = RandomStream(seed: seed, entity: UInt32(area), purpose: .madeUpTown)
        let count = (area + 1) * households / areas - area * households / areas
        func wandered(_ shares: [Double], _ tilt: [Double]) -> [Double] {
            let weights = zip(shares, tilt).map { $0 * exp($1) }
            let sum = weights.reduce(0, +)
            return weights.map { $0 / sum }
        }
        let social = 0.8 * random.standardNormal()
        let poor = 0.5 * social + 0.3 * random.standardNormal()
        let flats = 0.6 * random.standardNormal()
        return AreaMargins(
            dwellings: Int((Double(count) * 1.02).rounded()), households: count, vacantShare: 0.02,
            shares: [
                .tenure: wandered(MarginDefaults.tenure, [social, 0, 0.3 * flats, -0.3 * social]),
                .size: wandered(
                    MarginDefaults.size, [0.3 * flats, 0.2 * flats, 0, -0.2 * flats, -0.3 * flats]),
                .type: wandered(MarginDefaults.type, [-flats, flats]), .period: MarginDefaults.period,
                .income: wandered(MarginDefaults.quintile, [poor, poor / 2, 0, -poor / 2, -poor]),
                .household: MarginDefaults.household, .age: [0.72, 0.28],
            ], origins: [:])
    }
}
