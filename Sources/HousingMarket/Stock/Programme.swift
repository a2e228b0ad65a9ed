public import Bilingual
internal import Neighbourhoods

/// What a package asked and what was done of it.
public struct Delivery: Sendable, Hashable {
    /// The position of the measure in the package.
    public var measure: Int
    /// Which lever.
    public var lever: LeverKind
    /// How many homes (or households, or lettings) were asked over the whole run.
    public var asked: Int
    /// How many were done.
    public var done: Int
    /// What stood in the way, by reason, in number asked but not done in its year.
    public var held: [Hindrance: Int]
}

/// What keeps a measure from doing what was asked.
public enum Hindrance: String, Sendable, Hashable, CaseIterable, Comparable {
    /// No more households can be rehoused in a year.
    case rehousing
    /// No more homes can be built in a year.
    case building
    /// Fewer homes came free than the measure wanted to take.
    case turnover
    /// There were fewer homes of this kind.
    case stock
    /// Fewer sitting tenants could pay the price.
    case means

    /// The reason in words.
    public var name: BilingualText {
        switch self {
        case .rehousing:
            BilingualText(
                nl: "meer huishoudens kunnen per jaar niet verhuizen",
                en: "no more households can be rehoused a year")
        case .building:
            BilingualText(nl: "meer kan er per jaar niet worden gebouwd", en: "no more can be built a year")
        case .turnover: BilingualText(nl: "er kwamen te weinig woningen vrij", en: "too few homes came free")
        case .stock:
            BilingualText(
                nl: "er zijn niet meer van deze woningen", en: "there are no more homes of this kind")
        case .means: BilingualText(nl: "te weinig huurders kunnen kopen", en: "too few tenants can buy")
        }
    }

    /// In alphabetical order.
    public static func < (left: Hindrance, right: Hindrance) -> Bool { left.rawValue < right.rawValue }
}

/// A package made ready for a town: which areas each measure means, and how much of it was done.
struct Programme {
    struct Entry {
        let measure: Measure
        let areas: [Int]
        let contains: [Bool]
        /// How many homes or households over all years.
        let total: Int
        var done = 0
        var held: [Hindrance: Int] = [:]
        /// Homes that the measure will take, in order, and how far it came.
        var queue: [Int32] = []
        var next = 0
        var isPrepared = false

        /// How many may still be done by the end of `year`.
        func room(in year: Int) -> Int {
            guard year >= measure.from, year <= measure.through else { return 0 }
            let years = measure.through - measure.from + 1
            return total * (year - measure.from + 1) / years - done
        }

        func isActive(_ year: Int) -> Bool { year >= measure.from && year <= measure.through }
    }

    var entries: [Entry]
    let limits: PackageLimits
    var year = 0
    /// What may still be done this year.
    var rehousingRoom = Int.max
    var buildingRoom = Int.max

    init(_ package: Package, frame: TownFrame, start: StartingState) {
        limits = package.limits
        let selector = AreaResolver(frame: frame, start: start)
        entries = package.measures.map { measure in
            let areas = selector.positions(of: measure.areas)
            var contains = Array(repeating: false, count: frame.areas.count)
            for area in areas { contains[area] = true }
            return Entry(
                measure: measure, areas: areas, contains: contains,
                total: areas.isEmpty ? 0 : Self.total(of: measure))
        }
    }

    mutating func beginYear(_ year: Int) {
        self.year = year
        rehousingRoom = limits.rehousingPerYear ?? Int.max
        buildingRoom = limits.buildingPerYear ?? Int.max
    }

    /// At the end of the last year of a measure that waits for homes to come free: what it did not get.
    mutating func endYear() {
        for index in entries.indices where entries[index].measure.through == year {
            let missing = entries[index].total - entries[index].done
            guard missing > 0, entries[index].measure.lever.waitsForFreeHomes else { continue }
            entries[index].held[.turnover, default: 0] += missing
        }
    }

    /// The share of low incomes among arrivals, relative to the baseline.
    var lowIncomeInflow: Double {
        for entry in entries where entry.isActive(year) {
            if case .fairShare(let factor) = entry.measure.lever { return factor }
        }
        return 1
    }

    private static func total(of measure: Measure) -> Int {
        let years = measure.through - measure.from + 1
        guard case .householdIncome(let plan) = measure.lever else { return measure.lever.amount ?? 0 }
        return plan.householdsPerYear * years
    }

    /// What was asked and done, in the order of the package; measures that count nothing are left out.
    var deliveries: [Delivery] {
        entries.enumerated().compactMap { index, entry in
            let asked = Self.total(of: entry.measure)
            guard asked > 0 else { return nil }
            return Delivery(
                measure: index, lever: entry.measure.lever.kind, asked: asked, done: entry.done,
                held: entry.held)
        }
    }
}

/// From the words of a selector to positions of neighbourhoods.
struct AreaResolver {
    let frame: TownFrame
    let start: StartingState

    func positions(of selector: AreaSelector) -> [Int] {
        switch selector {
        case .everywhere: return Array(frame.areas.indices)
        case .codes(let codes):
            let wanted = Set(codes)
            return frame.areas.indices.filter { area in
                wanted.contains(frame.areas[area].code)
                    || wanted.contains(frame.districts[frame.areas[area].district].code)
            }
        case .stock(let tenure, let range):
            let shares = start.tenureShares(tenure)
            return frame.areas.indices.filter { range.contains(shares[$0]) }
        case .lowIncomeShare(let range):
            return frame.areas.indices.filter { range.contains(start.lowIncomeShares[$0]) }
        }
    }
}

extension StartingState {
    /// The share of `tenure` in the stock by neighbourhood; 0 where nothing stands.
    public func tenureShares(_ tenure: Tenure) -> [Double] {
        var part = Array(repeating: 0.0, count: frame.areas.count)
        var all = part
        for home in state.dwellings where home.status != .gone {
            all[Int(home.area)] += 1
            if home.tenure == tenure { part[Int(home.area)] += 1 }
        }
        return zip(part, all).map { $1 > 0 ? $0 / $1 : 0 }
    }
}
