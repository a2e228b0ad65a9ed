/// What a run looks like at the end of one year: counts only, so that any measure can be taken from it later.
public struct YearRecord: Sendable, Hashable {
    /// The year at whose end it is.
    public var year: Int
    /// Households with a home, by neighbourhood and income fifth: [areas][5].
    public var households: [Int32]
    /// The same by estate and income group 40/40/20: [areas][10 estates][3].
    public var estates: [Int32]
    /// Standing homes by neighbourhood and tenure: [areas][4].
    public var dwellings: [Int32]
    /// Standard scores of facilities by neighbourhood and function: [areas][5]; 0 where the source has none.
    public var facilities: [Float]
    /// Moves into each neighbourhood this year.
    public var inflow: [Int32]
    /// Moves and departures out of each neighbourhood this year.
    public var outflow: [Int32]
    /// What happened in the municipality this year.
    public var flows: YearFlows

    /// How many neighbourhoods.
    public var areaCount: Int { inflow.count }

    /// Households in `area` in income group 0...2 (lowest 40%, middle 40%, highest 20%).
    public func households(_ area: Int, group: Int) -> Int {
        let row = area * 5
        switch group {
        case 0: return Int(households[row] + households[row + 1])
        case 1: return Int(households[row + 2] + households[row + 3])
        default: return Int(households[row + 4])
        }
    }

    /// Households with a home in `area`.
    public func households(_ area: Int) -> Int { (0..<3).reduce(0) { $0 + households(area, group: $1) } }

    /// Standing homes of `tenure` in `area`.
    public func dwellings(_ area: Int, _ tenure: Tenure) -> Int {
        Int(dwellings[area * 4 + Int(tenure.rawValue)])
    }

    /// Standing homes of `tenure` in the municipality.
    public func dwellings(_ tenure: Tenure) -> Int {
        (0..<areaCount).reduce(0) { $0 + dwellings($1, tenure) }
    }
}

/// Homes and households at one moment, counted in one pass: what records, mean incomes and feedbacks are made of.
struct Census {
    /// Households with a home by neighbourhood, estate and income fifth: [areas][10][5].
    let households: FlatTable<Int32>
    /// Standing homes by neighbourhood and tenure: [areas][4].
    let dwellings: FlatTable<Int32>
    /// Places on the income ladder, summed by neighbourhood.
    let ranks: FlatTable<Int>

    init(areas: Int) {
        households = FlatTable(Array(repeating: 0, count: areas * 50))
        dwellings = FlatTable(Array(repeating: 0, count: areas * 4))
        ranks = FlatTable(Array(repeating: 0, count: areas))
    }

    func count(_ store: TownStore) {
        self.households.fill(0)
        self.dwellings.fill(0)
        ranks.fill(0)
        let dwellings = store.dwellings
        let occupants = store.occupants
        let households = store.households
        // Homes stand by neighbourhood, so that most sums of a neighbourhood are made in a register.
        var current = 0
        var sum = 0
        for dwelling in 0..<store.dwellingCount {
            let home = dwellings[dwelling]
            guard home.statusCode != DwellingStatus.gone.rawValue else { continue }
            let area = Int(home.area)
            if area != current {
                ranks[current] &+= sum
                (current, sum) = (area, 0)
            }
            self.dwellings[area &* 4 &+ Int(home.tenureCode)] &+= 1
            let occupant = occupants[dwelling]
            guard occupant >= 0 else { continue }
            let one = households[Int(occupant)]
            self.households[(area &* 10 &+ home.estateInArea) &* 5 &+ one.quintile] &+= 1
            sum &+= Int(one.incomeRank)
        }
        if sum > 0 { ranks[current] &+= sum }
    }

    /// Households by neighbourhood and income fifth: [areas][5].
    var byFifth: [Int32] {
        var result = Array(repeating: Int32(0), count: ranks.count * 5)
        for area in 0..<ranks.count {
            for cell in 0..<50 { result[area * 5 + cell % 5] += households[area * 50 + cell] }
        }
        return result
    }

    /// Households by neighbourhood, estate and income group 40/40/20: [areas][10][3].
    var byEstate: [Int32] {
        var result = Array(repeating: Int32(0), count: ranks.count * 30)
        for estate in 0..<ranks.count * 10 {
            result[estate * 3] = households[estate * 5] + households[estate * 5 + 1]
            result[estate * 3 + 1] = households[estate * 5 + 2] + households[estate * 5 + 3]
            result[estate * 3 + 2] = households[estate * 5 + 4]
        }
        return result
    }

    /// Households with a home in `area`: those in the lowest 40% of incomes, and all.
    func lowIncomes(_ area: Int) -> (low: Int, all: Int) {
        var (low, all) = (0, 0)
        for cell in 0..<50 {
            let number = Int(households[area * 50 + cell])
            all += number
            if cell % 5 < 2 { low += number }
        }
        return (low, all)
    }
}

extension Simulation {
    /// Counts homes and households, and sets the mean incomes by which households choose next year.
    func takeCensus() {
        census.count(store)
        for area in 0..<meanRank.count {
            let all = census.lowIncomes(area).all
            if all > 0 { meanRank[area] = UInt16(truncatingIfNeeded: census.ranks[area] / all) }
        }
    }

    /// The record of the end of the year, from the census that was taken then.
    ///
    /// - Parameter isDetailed: whether estates are told too.
    func record(isDetailed: Bool = true) -> YearRecord {
        YearRecord(
            year: year, households: census.byFifth, estates: isDetailed ? census.byEstate : [],
            dwellings: census.dwellings.array, facilities: facilities.array, inflow: inflow.array,
            outflow: outflow.array, flows: flows)
    }
}
