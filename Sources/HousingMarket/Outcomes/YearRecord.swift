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

extension Simulation {
    /// The record of the present moment.
    ///
    /// - Parameter isDetailed: whether estates are counted too.
    func record(isDetailed: Bool = true) -> YearRecord {
        let areas = frame.areas.count
        let income = FlatTable(Array(repeating: Int32(0), count: areas * 5))
        let estates = FlatTable(Array(repeating: Int32(0), count: isDetailed ? areas * 30 : 0))
        let stock = FlatTable(Array(repeating: Int32(0), count: areas * 4))
        let dwellings = store.dwellings
        let occupants = store.occupants
        let households = store.households
        for dwelling in 0..<store.dwellingCount {
            let home = dwellings[dwelling]
            guard home.statusCode != DwellingStatus.gone.rawValue else { continue }
            stock[Int(home.area) * 4 + Int(home.tenureCode)] += 1
            let occupant = occupants[dwelling]
            guard occupant >= 0 else { continue }
            let quintile = households[Int(occupant)].quintile
            income[Int(home.area) * 5 + quintile] += 1
            if isDetailed {
                let group = quintile < 2 ? 0 : quintile < 4 ? 1 : 2
                estates[(Int(home.area) * 10 + home.estateInArea) * 3 + group] += 1
            }
        }
        return YearRecord(
            year: year, households: income.array, estates: estates.array, dwellings: stock.array,
            facilities: facilities.array, inflow: inflow.array, outflow: outflow.array, flows: flows)
    }
}
