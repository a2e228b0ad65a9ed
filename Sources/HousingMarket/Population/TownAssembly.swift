internal import Neighbourhoods

/// A starting population that grows area by area, so that a country does not stand in memory twice: once in its areas
/// and once as a whole.
struct TownAssembly {
    private var dwellings: [DwellingTraits] = []
    private var households: [HouseholdTraits] = []
    private var homes: [Int32] = []
    private var scores: [Float] = []
    private var fit = PopulationFit.Tally()

    /// - Parameter margins: the areas to come: room for their homes and households is made at once, since growing
    ///   arrays leave holes behind.
    init(_ margins: some Sequence<AreaMargins>) {
        var (homeCount, householdCount) = (0, 0)
        for one in margins {
            homeCount += one.dwellings + one.rooms
            householdCount += one.households
        }
        dwellings.reserveCapacity(homeCount)
        scores.reserveCapacity(homeCount)
        households.reserveCapacity(householdCount)
        homes.reserveCapacity(householdCount)
    }

    /// Puts an area behind those before it.
    mutating func add(_ part: AreaSynthesis, _ area: Area) {
        let base = dwellings.count
        dwellings += part.dwellings
        households += part.households
        for home in part.homes { homes.append(Int32(truncatingIfNeeded: base + home)) }
        scores += part.scores
        fit.add(part, area)
    }

    /// The whole, with price classes for the homes of the market: tenths of the municipality by score.
    consuming func finished() -> (state: TownState, fit: PopulationFit) {
        let bounds = priceBounds()
        for home in dwellings.indices where dwellings[home].tenure != .socialRent {
            dwellings[home].priceClass = UInt8(bounds.firstIndex { scores[home] < $0 } ?? 9)
        }
        scores = []
        return (TownState(dwellings: dwellings, households: households, homes: homes), fit.finished)
    }

    private func priceBounds() -> [Float] {
        var market: [Float] = []
        market.reserveCapacity(scores.count)
        for home in scores.indices where dwellings[home].tenure != .socialRent { market.append(scores[home]) }
        market.sort()
        return (1..<10).map { market.isEmpty ? 0 : market[$0 * market.count / 10] }
    }
}
