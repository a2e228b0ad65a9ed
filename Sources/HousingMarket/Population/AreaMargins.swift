public import Bilingual
internal import Neighbourhoods

/// A margin of the starting population.
public enum PopulationMargin: String, Sendable, Hashable, CaseIterable {
    /// Homes by tenure.
    case tenure
    /// Homes by size.
    case size
    /// Houses and flats.
    case type
    /// Homes by building period.
    case period
    /// Households by income fifth.
    case income
    /// Households by type.
    case household
    /// Reference persons of 65 and over.
    case age

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .tenure: BilingualText(nl: "eigendom", en: "tenure")
        case .size: BilingualText(nl: "grootte", en: "size")
        case .type: BilingualText(nl: "huis of flat", en: "house or flat")
        case .period: BilingualText(nl: "bouwperiode", en: "building period")
        case .income: BilingualText(nl: "inkomen", en: "income")
        case .household: BilingualText(nl: "soort huishouden", en: "household type")
        case .age: BilingualText(nl: "leeftijd", en: "age")
        }
    }
}

/// Where a margin of an area comes from.
public enum MarginOrigin: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// Its own figures.
    case own = 0
    /// Its own figures, with one group divided by what the program assumes.
    case partly
    /// The district.
    case district
    /// The municipality.
    case municipality
    /// The country, or a choice of this program.
    case assumed

    /// Own figures first.
    public static func < (left: MarginOrigin, right: MarginOrigin) -> Bool { left.rawValue < right.rawValue }

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .own: BilingualText(nl: "eigen cijfers", en: "own figures")
        case .partly: BilingualText(nl: "eigen cijfers, deels verdeeld", en: "own figures, partly divided")
        case .district: BilingualText(nl: "cijfers van de wijk", en: "figures of the district")
        case .municipality: BilingualText(nl: "cijfers van de gemeente", en: "figures of the municipality")
        case .assumed: BilingualText(nl: "landelijk of aanname", en: "national, or assumed")
        }
    }
}

/// The margins of one area: numbers of homes and households, and shares.
struct AreaMargins {
    var dwellings: Int
    var households: Int
    var vacantShare: Double
    var shares: [PopulationMargin: [Double]]
    var origins: [PopulationMargin: MarginOrigin]
    /// Whether the shares of a margin did not add up to 1 and were scaled.
    var rescaled: Set<PopulationMargin> = []

    /// Homes that get an occupant.
    var occupied: Int { min(households, Int((Double(dwellings) * (1 - vacantShare)).rounded(.up))) }

    /// Households for whom there is no home: each gets a room of its own.
    var rooms: Int { households - max(0, occupied) }
}

/// Reads margins from a dataset, and fills what is missing from the parent area, the municipality, or the defaults.
struct MarginReader {
    let dataset: Dataset
    let level: AreaLevel
    let year: Int?

    /// The margins of one area; nil when it has no homes and no households.
    func margins(of area: Area) -> AreaMargins? {
        let homes = number("stock.dwellings", area.code, level)
        let people = number("population.households", area.code, level)
        let inhabitants = number("population.inhabitants", area.code, level)
        // Without households, inhabitants by the country's mean household; without homes, a home for each household.
        let households =
            people ?? inhabitants.map { $0 / 2.13 } ?? homes.map { $0 * (1 - MarginDefaults.vacant) }
        guard let households, households >= 0.5 || (homes ?? 0) >= 0.5 else { return nil }
        var result = AreaMargins(
            dwellings: Int((homes ?? households * (1 + MarginDefaults.vacant)).rounded()),
            households: Int(households.rounded()),
            vacantShare: number("stock.vacant", area.code, level) ?? MarginDefaults.vacant, shares: [:],
            origins: [:])
        for margin in PopulationMargin.allCases {
            let (shares, origin) = shares(of: margin, area)
            let sum = shares.reduce(0, +)
            if origin == .own, abs(sum - 1) > 0.005 { result.rescaled.insert(margin) }
            result.shares[margin] = sum > 0 ? shares.map { $0 / sum } : Self.defaults(margin)
            result.origins[margin] = sum > 0 ? origin : .assumed
        }
        return result
    }

    private func number(_ variable: Variable.ID, _ code: AreaCode, _ level: AreaLevel) -> Double? {
        if let year, let value = dataset.value(variable, of: code, at: level, year: year).number {
            return value
        }
        // Another year's count is better than none.
        return nearest(variable, level).flatMap { series in
            dataset.index(of: code, at: level).flatMap { series.values[$0].number }
        }
    }

    private func nearest(_ variable: Variable.ID, _ level: AreaLevel) -> Series? {
        let all = dataset.allSeries(of: variable, at: level).filter { $0.values.knownCount > 0 }
        guard let year else { return all.last }
        return all.min { (abs($0.year - year), -$0.year) < (abs($1.year - year), -$1.year) }
    }

    private func shares(of margin: PopulationMargin, _ area: Area) -> ([Double], MarginOrigin) {
        if let (own, isPartly) = read(margin, area.code, level) { return (own, isPartly ? .partly : .own) }
        if level == .neighbourhood, let parent = area.parent, let (found, _) = read(margin, parent, .district)
        {
            return (found, .district)
        }
        if let (found, _) = read(margin, dataset.municipality.code, .municipality) {
            return (found, .municipality)
        }
        return (Self.defaults(margin), .assumed)
    }

    private func read(_ margin: PopulationMargin, _ code: AreaCode, _ level: AreaLevel) -> ([Double], Bool)? {
        func values(_ ids: [Variable.ID]) -> [Double]? {
            let found = ids.compactMap { number($0, code, level) }
            return found.count == ids.count ? found : nil
        }
        switch margin {
        case .tenure: return tenure(values)
        case .size:
            return values([
                "size.under50", "size.from50to75", "size.from75to100", "size.from100to150", "size.over150",
            ])
            .map { ($0, false) }
        case .type:
            if let two = values(["type.singleFamily", "type.multiFamily"]) { return (two, false) }
            return values(["type.singleFamily", "type.multiFamilyWithLift", "type.multiFamilyWithoutLift"])
                .map {
                    ([$0[0], $0[1] + $0[2]], false)
                }
        case .period: return period(values)
        case .income: return income(values)
        case .household: return household(values)
        case .age:
            return values(["population.age65plus"]).map { old in
                let share = min(0.8, 0.28 * old[0] / MarginDefaults.persons65)
                return ([1 - share, share], false)
            }
        }
    }

    private func tenure(_ values: ([Variable.ID]) -> [Double]?) -> ([Double], Bool)? {
        let other = MarginDefaults.midOfOtherRent
        let d = MarginDefaults.tenure
        if let four = values([
            "tenure.socialRent", "tenure.midRent", "tenure.privateRent", "tenure.ownerOccupied",
        ]) {
            return (four, false)
        }
        if let three = values(["tenure.socialRent", "tenure.privateRent", "tenure.ownerOccupied"]) {
            return ([three[0], three[1] * other, three[1] * (1 - other), three[2]], true)
        }
        if let two = values(["tenure.rent", "tenure.ownerOccupied"]) {
            let rent = d[0] + d[1] + d[2]
            return (d[0..<3].map { two[0] * $0 / rent } + [two[1]], true)
        }
        return values(["tenure.ownerOccupied"]).map { owner in
            let rent = d[0] + d[1] + d[2]
            return (d[0..<3].map { (1 - owner[0]) * $0 / rent } + owner, true)
        }
    }

    private func period(_ values: ([Variable.ID]) -> [Double]?) -> ([Double], Bool)? {
        let five: [Variable.ID] = [
            "period.before1945", "period.from1945to1969", "period.from1970to1979", "period.from1980to1999",
            "period.from2000",
        ]
        if let all = values(five) { return (all, false) }
        return values(["period.from2000"]).map { new in
            let old = MarginDefaults.period[0..<4].reduce(0, +)
            return (MarginDefaults.period[0..<4].map { (1 - new[0]) * $0 / old } + new, true)
        }
    }

    private func income(_ values: ([Variable.ID]) -> [Double]?) -> ([Double], Bool)? {
        if let fifths = values((1...5).map { Variable.ID(rawValue: "income.quintile\($0)") }) {
            return (fifths, false)
        }
        if let three = values(["income.lowest40", "income.middle40", "income.highest20"]) {
            return ([three[0] / 2, three[0] / 2, three[1] / 2, three[1] / 2, three[2]], true)
        }
        if let two = values(["income.lowest40", "income.highest20"]) {
            let middle = max(0, 1 - two[0] - two[1])
            return ([two[0] / 2, two[0] / 2, middle / 2, middle / 2, two[1]], true)
        }
        // Only a share below a low line: fifths of the country, tilted until the lowest holds twice that share.
        for id: Variable.ID in ["income.low", "income.lowPersons"] {
            guard let low = values([id]) else { continue }
            let first = min(0.7, max(0.03, low[0] * 2))
            let rest = (1 - first) / 0.8
            let tilt = (first - 0.2) * 0.6
            return (
                [
                    first, 0.2 * rest + tilt / 2, 0.2 * rest, 0.2 * rest - tilt / 4,
                    max(0.01, 0.2 * rest - tilt / 4),
                ], true
            )
        }
        return nil
    }

    private func household(_ values: ([Variable.ID]) -> [Double]?) -> ([Double], Bool)? {
        if let four = values([
            "households.onePerson", "households.coupleWithoutChildren", "households.coupleWithChildren",
            "households.singleParent",
        ]) {
            return (four, false)
        }
        if let three = values([
            "households.onePerson", "households.withoutChildren", "households.withChildren",
        ]) {
            let parent = 0.24
            return ([three[0], three[1], three[2] * (1 - parent), three[2] * parent], true)
        }
        return nil
    }

    static func defaults(_ margin: PopulationMargin) -> [Double] {
        switch margin {
        case .tenure: MarginDefaults.tenure
        case .size: MarginDefaults.size
        case .type: MarginDefaults.type
        case .period: MarginDefaults.period
        case .income: MarginDefaults.quintile
        case .household: MarginDefaults.household
        case .age: [0.72, 0.28]
        }
    }
}
