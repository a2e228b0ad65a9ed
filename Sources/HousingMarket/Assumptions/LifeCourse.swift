internal import Foundation

/// What can happen to a household in a year.
enum LifeEvent: Int, CaseIterable {
    case death = 0
    case departure
    case separation
    case union
    case birth
    case childLeaves

    /// How many there are, as a constant that costs nothing in a loop.
    static var count: Int { 6 }
}

/// Yearly chances by household type and age, as thresholds for a 32-bit random word.
///
/// Curves: deaths follow Gompertz's law through 1.5% at 70 and 15% at 90 (close to the life tables of CBS); departures
/// follow CBS's moves between municipalities and abroad in 2017 (16.5% at 25, 7.5% at 35, 3.5% at 45, 1.8% at 65);
/// births peak at a parent's age of 31; unions peak at 27. Shapes are choices of this program, levels are assumptions.
struct LifeCourse {
    /// Cumulative thresholds, type-major: [type][age 0...127][event].
    let thresholds: [UInt32]

    static let ages = 128

    init(_ assumptions: Assumptions) {
        var result: [UInt32] = []
        result.reserveCapacity(HouseholdType.allCases.count * Self.ages * LifeEvent.allCases.count)
        for type in HouseholdType.allCases {
            for age in 0..<Self.ages {
                var sum = 0.0
                for event in LifeEvent.allCases {
                    sum += Self.chance(of: event, type: type, age: Double(age), assumptions)
                    result.append(UInt32(min(sum, 0.95) * 4_294_967_295))
                }
            }
        }
        thresholds = result
    }

    static func chance(of event: LifeEvent, type: HouseholdType, age: Double, _ assumptions: Assumptions)
        -> Double
    {
        let isCouple = type == .couple || type == .coupleWithChildren
        let hasChildren = type == .coupleWithChildren || type == .singleParent
        switch event {
        case .death:
            // Of a couple either partner may die.
            return min(0.6, assumptions[.deathLevel] * (isCouple ? 1.6 : 1) * exp(-12.25 + 0.115 * age))
        case .departure:
            return assumptions[.departureLevel] * departure(age)
        case .separation: return isCouple ? assumptions[.separation] * (age < 60 ? 1.2 : 0.3) : 0
        case .union:
            guard !isCouple else { return 0 }
            let distance = (age - 27) / (age < 27 ? 6 : 14)
            return assumptions[.union] * (type == .singleParent ? 0.5 : 1) * exp(-0.5 * distance * distance)
        case .birth:
            guard type != .singleParent else { return 0 }
            let distance = (age - 31) / 5
            let level = type == .couple ? 0.17 : type == .coupleWithChildren ? 0.10 : 0.004
            return assumptions[.birthLevel] * level * exp(-0.5 * distance * distance)
        case .childLeaves:
            guard hasChildren else { return 0 }
            return age < 40 ? assumptions[.leaveHome] * 0.15 : age < 63 ? assumptions[.leaveHome] : 0.3
        }
    }

    /// Departures by age: logarithms interpolated between CBS's published ages.
    private static func departure(_ age: Double) -> Double {
        let points: [(Double, Double)] = [
            (18, 0.10), (25, 0.1653), (35, 0.0754), (45, 0.0349), (65, 0.0183), (128, 0.012),
        ]
        guard let upper = points.firstIndex(where: { $0.0 >= age }), upper > 0 else { return points[0].1 }
        let (from, to) = (points[upper - 1], points[upper])
        let position = (age - from.0) / (to.0 - from.0)
        return exp(log(from.1) * (1 - position) + log(to.1) * position)
    }
}
