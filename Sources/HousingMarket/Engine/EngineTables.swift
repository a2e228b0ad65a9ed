internal import Foundation
internal import Neighbourhoods

/// The assumptions and the frame as flat tables that the loops read: made once for a run, some anew each year.
struct EngineTables {
    /// Chance to wish to move by tenure and years in the home: [4][32].
    let wish: FlatTable<Float>
    /// Multiplier by persons 0...15 and size: [16][8].
    let misfit: FlatTable<Float>
    /// Multiplier by age 0...127.
    let ageWish: FlatTable<Float>
    /// Weight of a home by persons, children, size and type: [8 persons][2][8 sizes][2].
    let fit: FlatTable<Float>
    /// Weight of a home by income (16 classes) and price class: [16][4 tenures][16].
    let price: FlatTable<Float>
    /// Weight of a neighbourhood by its facilities.
    let areaWeight: FlatTable<Float>
    /// Weight of a home by distance in steps of 250 m: [256].
    let byDistance: FlatTable<Float>
    /// Weight of a neighbourhood, and multiplier on the wish to leave it, by how far its mean income lies from one's own,
    /// in 64 steps of the ladder: [64].
    let bySocialDistance: FlatTable<Float>
    let wishSocialDistance: FlatTable<Float>
    /// Distances between neighbourhoods as places in ``byDistance``, [from][to]; empty in a town of so many that they
    /// would not fit in the cache.
    let distanceSteps: FlatTable<UInt8>
    /// Neighbourhoods as those who choose see them, renewed each year.
    let areaLooks: FlatTable<AreaLook>
    /// Middles of the neighbourhoods in kilometres.
    let middles: FlatTable<SIMD2<Float>>
    /// The district of each neighbourhood.
    let district: FlatTable<Int32>
    /// Turnover of each neighbourhood relative to what stock and residents give.
    let turnover: FlatTable<Float>
    /// Cumulative chance to look in each tenure: [16 incomes][4 ages][5 present tenures, 4 = none][4].
    let segment: FlatTable<Float>
    /// Thresholds of life events.
    let events: FlatTable<UInt32>

    let offersSeen: Int
    let reservation: Float
    let renewal: UInt32
    let jitter: Float

    static let priceStride = 16

    init(frame: TownFrame, assumptions: Assumptions, switches: ModelSwitches) {
        let isRandom = switches.contains(.randomChoice)
        wish = FlatTable(Self.wishes(assumptions))
        misfit = FlatTable(Self.misfits(assumptions))
        ageWish = FlatTable(
            (0..<128).map { age in
                Float(exp(-assumptions[.wishAgeSlope] * max(0, min(Double(age), 75) - 30) / 10))
            })
        fit = FlatTable(Self.fits(assumptions, isFlat: isRandom))
        price = FlatTable(Self.prices(assumptions, isFlat: isRandom))
        areaWeight = FlatTable(
            frame.areas.map { place in
                let pull = place.facilities.values.sorted().reduce(0, +)
                return isRandom ? 1 : Float(exp(assumptions[.choiceFacilities] * pull))
            })
        let power = isRandom ? 0 : assumptions[.choiceDistance]
        byDistance = FlatTable((0..<256).map { Float(pow(0.5 + (Double($0) + 0.5) / 4, -power)) })
        let likeness = isRandom ? 0 : assumptions[.choiceSocialDistance]
        bySocialDistance = FlatTable((0..<64).map { Float(exp(-likeness * Double($0) / 64)) })
        let unease = isRandom ? 0 : assumptions[.wishSocialDistance]
        wishSocialDistance = FlatTable((0..<64).map { Float(exp(unease * (Double($0) / 64 - 0.25))) })
        areaLooks = FlatTable(Array(repeating: AreaLook(), count: frame.areas.count))
        distanceSteps = FlatTable(Self.distanceSteps(frame))
        middles = FlatTable(frame.areas.map { SIMD2(Float($0.x), Float($0.y)) })
        district = FlatTable(frame.areas.map { Int32($0.district) })
        turnover = FlatTable(frame.areas.map { Float($0.turnoverLevel) })
        segment = FlatTable(Self.segments(assumptions, isFlat: isRandom))
        events = FlatTable(LifeCourse(assumptions).thresholds)
        offersSeen = max(1, Int(assumptions[.offersSeen].rounded()))
        reservation = isRandom ? 0 : Float(assumptions[.reservation])
        renewal = UInt32(assumptions[.incomeRenewal] * 4_294_967_295)
        jitter = Float(assumptions[.incomeJitter] * 655.36)
    }

    /// The place in ``byDistance`` of a way east and north, in kilometres.
    @inline(__always)
    static func distanceStep(_ east: Float, _ north: Float) -> Int {
        let steps = (east * east + north * north).squareRoot() * 4
        return Int(steps < 255 ? steps : 255)
    }

    private static func distanceSteps(_ frame: TownFrame) -> [UInt8] {
        guard frame.areas.count <= 512 else { return [] }
        return frame.areas.flatMap { from in
            frame.areas.map { to in
                UInt8(distanceStep(Float(to.x) - Float(from.x), Float(to.y) - Float(from.y)))
            }
        }
    }

    /// Puts together what the market of this year reads of each neighbourhood.
    func renewAreaLooks(_ meanRank: FlatTable<UInt16>) {
        for area in 0..<areaLooks.count {
            areaLooks[area] = AreaLook(
                x: middles[area].x, y: middles[area].y, weight: areaWeight[area],
                meanRank: Int32(meanRank[area]))
        }
    }

    private static func wishes(_ assumptions: Assumptions) -> [Float] {
        let base: [AssumptionID] = [.wishSocialRent, .wishMidRent, .wishPrivateRent, .wishOwner]
        return base.flatMap { id in
            (0..<32).map { years in
                // Nobody moves on at once; recent movers move more, and that wears off over a decade.
                let first = years == 0 ? 0.5 : 1.0
                let recent = 1 + (assumptions[.wishRecentMover] - 1) * exp(-Double(years) / 5)
                return Float(assumptions[.wishLevel] * assumptions[id] * first * recent)
            }
        }
    }

    /// Steps between the size that a household of `persons` suits and `size`.
    static func sizeSteps(persons: Int, size: Int) -> Int {
        size - min(4, [0, 1, 2, 3, 3, 4][min(persons, 5)])
    }

    private static func misfits(_ assumptions: Assumptions) -> [Float] {
        (0..<16).flatMap { persons in
            (0..<8).map { size in
                let steps = sizeSteps(persons: persons, size: min(size, 4))
                // Too small drives people out; too large only a little.
                return Float(pow(assumptions[.wishMisfit], steps < 0 ? Double(-steps) : 0.25 * Double(steps)))
            }
        }
    }

    private static func fits(_ assumptions: Assumptions, isFlat: Bool) -> [Float] {
        (0..<8).flatMap { persons in
            [false, true].flatMap { children in
                (0..<8).flatMap { size in
                    [false, true].map { flat -> Float in
                        guard !isFlat else { return 1 }
                        let steps = Double(sizeSteps(persons: persons, size: min(size, 4)))
                        let size = assumptions[.choiceSize] * (steps < 0 ? 1.3 * steps : -0.3 * steps)
                        return Float(exp(size - (children && flat ? assumptions[.choiceHouse] : 0)))
                    }
                }
            }
        }
    }

    private static func prices(_ assumptions: Assumptions, isFlat: Bool) -> [Float] {
        (0..<16).flatMap { income in
            (0..<4).flatMap { tenure in
                (0..<priceStride).map { price -> Float in
                    guard !isFlat else { return 1 }
                    // Homes that suit the income best lie at the same height of the ladder; social rent has 3 classes.
                    let steps =
                        tenure == 0
                        ? Double(min(price, 2)) - Double(income) / 4
                        : Double(min(price, 9)) - Double(income) * 0.6
                    return Float(exp(-assumptions[.choicePrice] * (steps > 0 ? steps : 0.6 * -steps)))
                }
            }
        }
    }

    private static func segments(_ assumptions: Assumptions, isFlat: Bool) -> [Float] {
        (0..<16).flatMap { income in
            (0..<4).flatMap { age in
                (0..<5).flatMap { present -> [Float] in
                    let place = (Double(income) + 0.5) / 16 - 0.5
                    let owning =
                        assumptions[.preferOwning] + assumptions[.preferOwningIncome] * place
                        + [-0.8, 0.4, 0.2, -0.6][age] + (present == 3 ? 2 : 0)
                    let social = -4 * place + (present == 0 ? 1 : 0)
                    let mid = assumptions[.preferMidRent] + (present == 1 ? 0.5 : 0)
                    let rented = assumptions[.preferPrivateRent] + [0.8, 0, -0.2, 0][age]
                    let weights = [social, mid, rented, owning].map { isFlat ? 1 : exp($0) }
                    let sum = weights.reduce(0, +)
                    var cumulative = 0.0
                    return weights.map {
                        cumulative += $0 / sum
                        return Float(cumulative)
                    }
                }
            }
        }
    }
}

/// What whoever chooses a home reads of its neighbourhood, in one place.
struct AreaLook: BitwiseCopyable {
    /// Its middle in kilometres.
    var x: Float = 0
    var y: Float = 0
    /// Its weight by facilities.
    var weight: Float = 1
    /// The mean place of its households on the income ladder of 65,536.
    var meanRank: Int32 = 0
}
