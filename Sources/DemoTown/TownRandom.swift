internal import Foundation
internal import Neighbourhoods
internal import Stochastics

/// What a random number of the town is about. The number goes into the run place of the stream's address, so that
/// drawing more of one thing never moves another.
enum Topic: UInt32 {
    case outline, sites, arcs
    case households, householdSize, householdType, age, newHomes
    case period, type, tenure, size, value
    case income, quintile, lowIncome, wealthScore, education, welfare
    case facilities, jobs
    case crime, nuisance, unsafe, victim
    case neighbourhoodRating, homeRating, moving, turnover, contact, facilityRating
    case liveability
    case origin
}

/// The random numbers of one town, addressed by topic, neighbourhood and year.
struct TownRandom {
    let seed: UInt64

    func stream(_ topic: Topic, entity: Int = 0, time: Int = 0) -> RandomStream {
        RandomStream(
            seed: seed, run: topic.rawValue, entity: UInt32(truncatingIfNeeded: entity),
            time: UInt16(truncatingIfNeeded: time), purpose: .syntheticTown)
    }

    /// Independent standard normal numbers, one per neighbourhood. `variant` tells apart several rows of one topic.
    func noise(_ topic: Topic, _ count: Int, variant: Int = 0, time: Int = 0) -> [Double] {
        (0..<count).map { index in
            var stream = stream(topic, entity: variant * 1000 + index, time: time)
            return stream.standardNormal()
        }
    }
}

/// A slowly changing quantity over the town, drawn for the first year and moved on for the next: neighbours look
/// alike and so do years, as in real towns.
struct Field {
    /// Standardised values: one row per year, one number per neighbourhood.
    let byYear: [[Double]]

    /// - Parameters:
    ///   - smooth: the part of the standard deviation that neighbours share, 0...1.
    ///   - persistence: the correlation between one year of figures and the next, 0...1.
    init(
        _ topic: Topic, variant: Int = 0, over plan: TownPlan, random: TownRandom, years: Int,
        smooth: Double = 0.6, persistence: Double = 0.9
    ) {
        let count = plan.neighbourhoods.count
        let bumps = Self.bumps(topic, variant, plan, random)
        var current = zip(bumps, random.noise(topic, count, variant: variant)).map { bump, own in
            smooth * bump + (1 - smooth * smooth).squareRoot() * own
        }
        var rows = [current]
        for year in 1..<max(1, years) {
            let fresh = random.noise(topic, count, variant: variant, time: year)
            current = zip(current, fresh).map { old, new in
                persistence * old + (1 - persistence * persistence).squareRoot() * new
            }
            rows.append(current)
        }
        byYear = rows
    }

    /// A few round hills and hollows, standardised over the neighbourhoods.
    private static func bumps(_ topic: Topic, _ variant: Int, _ plan: TownPlan, _ random: TownRandom)
        -> [Double]
    {
        var stream = random.stream(topic, entity: 900_000 + variant)
        let hills = (0..<10).map { _ in
            let angle = 2 * Double.pi * stream.unit()
            let radius = stream.unit().squareRoot() * TownOutline.halfWidth
            return (x: radius * cos(angle), y: radius * sin(angle), height: stream.standardNormal())
        }
        let raw = plan.neighbourhoods.map { place in
            hills.reduce(0.0) { sum, hill in
                let dx = (place.centre.x - hill.x) / 1_700
                let dy = (place.centre.y - hill.y) / 1_700
                return sum + hill.height * exp(-(dx * dx + dy * dy) / 2)
            }
        }
        return raw.standardised
    }
}

extension [Double] {
    /// The same numbers with mean 0 and standard deviation 1; zeros where all are equal.
    var standardised: [Double] {
        let mean = reduce(0, +) / Double(Swift.max(1, count))
        let deviation = (reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(Swift.max(1, count)))
            .squareRoot()
        return map { deviation > 0 ? ($0 - mean) / deviation : 0 }
    }
}
