internal import Neighbourhoods
internal import Stochastics

/// One run: a starting population, one package, one set of assumptions, one seed. Belongs to one task.
///
/// ``step()`` names the rules of a year in their order; each stands in a file of its own.
final class Simulation {
    let frame: TownFrame
    let assumptions: Assumptions
    let switches: ModelSwitches
    let limits: [IncomeLimits]
    let scale: IncomeScale
    let store: TownStore
    let donorIncomes: FlatTable<UInt16>
    let run: UInt32
    let seedKey: SIMD2<UInt32>

    let tables: EngineTables
    var programme: Programme
    let pools: [VacancyPool]
    private let flowCell = Cell(YearFlows())
    /// What happened this year so far.
    @inline(__always) var tally: UnsafeMutablePointer<YearFlows> { flowCell.base }
    var flows: YearFlows { tally.pointee }
    /// Moves into and out of each neighbourhood this year.
    let inflow: FlatTable<Int32>
    let outflow: FlatTable<Int32>
    /// Prices relative to incomes since the start, for private rent and owner-occupied homes.
    var priceIndex: [Double] = [1, 1, 1, 1]
    /// The highest price class that a household can pay: [tenure][owner now][persons 0...7][income 64].
    let affordable = FlatTable(Array(repeating: Int8(0), count: Affordability.cells))
    /// Multiplier on the wish to move by neighbourhood: low and middle incomes, high incomes.
    let leaving: FlatTable<Float>
    /// What the change of composition adds to it, in the same order.
    let composition: FlatTable<Float>
    /// The mean place of its households on the income ladder, by neighbourhood.
    let meanRank: FlatTable<UInt16>
    /// Homes and households at the end of the year.
    let census: Census
    /// Standard scores of facilities, by neighbourhood and function: what the source gives, with what a package adds.
    let facilities: FlatTable<Float>
    /// The rules of the year by neighbourhood.
    let rules: FlatTable<AreaRules>
    /// For each measure which tenures it may still take this year when homes come free, one bit for each.
    let takers: FlatTable<UInt8>
    /// Homes by tenure at the start of the market.
    var stockByTenure = [0, 0, 0, 0]
    /// Seekers by segment who could pay and found nothing.
    var unhoused = [0, 0, 0, 0]
    /// Works under way.
    var sites: [Site] = []
    var orders: [BuildOrder] = []
    /// Households that came from elsewhere this year.
    var arrivals: [Int32] = []
    /// Who looks for a home, in the order of the segment: index in the low half.
    var seekers: [[UInt64]] = [[], [], [], []]
    var aboveLimit: [UInt64] = []
    var scratch: [UInt64] = []
    /// Limits on income by number of persons, as places on the ladder of 65,536.
    let socialLimit = FlatTable(Array(repeating: UInt16.max, count: 7))
    let appropriateLimit = FlatTable(Array(repeating: UInt16(0), count: 7))
    /// Moves of the year by tenure and by age, before they are written into the flows.
    let movesInto = FlatTable([0, 0, 0, 0])
    let movesByAge = FlatTable(Array(repeating: 0, count: 7))
    /// Room for the weights of one choice.
    let choiceSums: FlatTable<Int32>
    let choicePlaces: FlatTable<Int32>
    private let quotaCell: Cell<LettingQuotas>
    @inline(__always) var quotas: UnsafeMutablePointer<LettingQuotas> { quotaCell.base }
    /// Shares of low incomes by neighbourhood at the start, for the feedback.
    let startLowShares: [Double]
    /// Homes at the start.
    let startDwellings: Int

    /// The year that the state is of.
    private(set) var year: Int
    /// Social lettings of last year; at the start, what a turnover of 7% gives.
    var lastSocialLettings: Int
    /// The number of the step as it stands in the address of random numbers.
    let clock = FlatTable([UInt32(0)])
    /// Steps made.
    private(set) var steps = 0

    /// - Parameter given: what the run starts from; when nobody else holds it, its memory is given back on the way.
    init(
        _ given: consuming StartingState, package: Package, assumptions: Assumptions, switches: ModelSwitches,
        seed: UInt64, run: UInt32
    ) {
        var town = given
        frame = town.frame
        self.assumptions = assumptions
        self.switches = switches
        self.run = run
        limits = town.limits(through: package.horizon)
        scale = town.scale
        seedKey = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
        donorIncomes = FlatTable(town.donors.quantiles)
        startLowShares = town.lowIncomeShares
        startDwellings = town.state.dwellings.count
        tables = EngineTables(frame: town.frame, assumptions: assumptions, switches: switches)
        choiceSums = FlatTable(Array(repeating: 0, count: tables.offersSeen))
        choicePlaces = FlatTable(Array(repeating: 0, count: tables.offersSeen))
        programme = Programme(package, frame: town.frame, start: town)
        quotaCell = Cell(LettingQuotas(groups: package.measures.count + 1))
        pools = PoolKind.allCases.map { _ in VacancyPool() }
        inflow = FlatTable(Array(repeating: 0, count: town.frame.areas.count))
        outflow = FlatTable(Array(repeating: 0, count: town.frame.areas.count))
        leaving = FlatTable(Array(repeating: 1, count: 2 * town.frame.areas.count))
        composition = FlatTable(Array(repeating: 1, count: 2 * town.frame.areas.count))
        facilities = FlatTable(
            town.frame.areas.flatMap { place in
                FacilityFunction.allCases.map { Float(place.facilities[$0] ?? 0) }
            })
        meanRank = FlatTable(Array(repeating: 32_768, count: town.frame.areas.count))
        rules = FlatTable(Array(repeating: AreaRules(), count: town.frame.areas.count))
        takers = FlatTable(Array(repeating: 0, count: package.measures.count))
        census = Census(areas: town.frame.areas.count)
        year = town.frame.startYear
        lastSocialLettings = Int(
            0.07 * Double(town.state.dwellings.lazy.filter { $0.tenure == .socialRent }.count))
        // Last of all: from here on the town has no homes and households.
        store = TownStore(town.takeState())
        for dwelling in 0..<store.dwellingCount where store.occupants[dwelling] == TownState.none {
            let traits = store.dwellings[dwelling]
            guard traits.status == .inUse else { continue }
            pool(.of(traits.tenure)).append(Int32(truncatingIfNeeded: dwelling), traits, ChainTag())
        }
        takeCensus()
    }

    /// One year, in the order of the protocol.
    func step() {
        steps += 1
        year += 1
        clock[0] = UInt32(truncatingIfNeeded: steps) &<< 16
        if steps > 1 { lastSocialLettings = tally.pointee.lettings }
        tally.pointee = YearFlows()
        movesInto.fill(0)
        movesByAge.fill(0)
        inflow.fill(0)
        outflow.fill(0)
        setNorms()
        people()
        works()
        market()
        takeCensus()
        feedback()
        programme.endYear()
    }

    /// The limits on income of this year.
    var incomeLimits: IncomeLimits { limits[min(steps, limits.count - 1)] }

    @inline(__always) func pool(_ kind: PoolKind) -> VacancyPool { pools[kind.rawValue] }

    /// Random words at the address of an entity, this run and this year.
    @inline(__always) func words(_ entity: UInt32, _ purpose: DrawPurpose, _ block: UInt32 = 0)
        -> Philox.Block
    {
        Philox.block(
            SIMD4(block, entity, run, clock[0] | UInt32(purpose.rawValue)),
            key: seedKey)
    }

    /// A random stream at an address, for what is rare.
    func stream(_ entity: UInt32, _ purpose: DrawPurpose) -> RandomStream {
        RandomStream(
            seed: UInt64(seedKey[1]) &<< 32 | UInt64(seedKey[0]), run: run, entity: entity,
            time: UInt16(truncatingIfNeeded: steps), purpose: purpose)
    }

    private func setNorms() {
        quotas.pointee.beginYear()
        affordable.write(
            Affordability(
                limits: incomeLimits, scale: scale, assumptions: assumptions, priceIndex: priceIndex,
                isOpen: switches.contains(.randomChoice)
            ).classes)
        programme.beginYear(year)
        applyStandingMeasures()
    }
}
