internal import Stochastics

/// The homes and households of one area, made from its margins. Random numbers belong to the area alone, so areas can be
/// made in any order.
struct AreaSynthesis {
    let area: Int
    let seed: UInt64
    let margins: AreaMargins
    /// How high values are here, in standard deviations of the municipality.
    let value: Double
    /// Turnover relative to the municipality.
    let turnover: Double

    var dwellings: [DwellingTraits] = []
    var households: [HouseholdTraits] = []
    /// The home of each household, as a position in ``dwellings``.
    var homes: [Int] = []
    /// Scores from which the price classes of homes in the market follow, one for each home.
    var scores: [Float] = []
    /// Rooms made for households that share an address.
    var rooms = 0
    var iterations = 0
    var deviation = 0.0

    init(area: Int, seed: UInt64, margins: AreaMargins, value: Double, turnover: Double) {
        self.area = area
        self.seed = seed
        self.margins = margins
        self.value = value
        self.turnover = turnover
        makeHomes()
        makeHouseholds()
        match()
    }

    private func stream(_ purpose: DrawPurpose) -> RandomStream {
        RandomStream(seed: seed, entity: UInt32(truncatingIfNeeded: area), purpose: purpose)
    }

    private func share(_ margin: PopulationMargin) -> [Double] {
        margins.shares[margin] ?? MarginReader.defaults(margin)
    }

    private mutating func fit(_ seed: [Double], _ shape: [Int], _ wished: [[Double]?]) -> [Double] {
        let fitted = ProportionalFitting(seed: seed, shape: shape, margins: wished)
        iterations = max(iterations, fitted.iterations)
        deviation = max(deviation, fitted.deviation.isFinite ? fitted.deviation : 0)
        return fitted.table
    }

    /// Tenure is exact; within a tenure the other characteristics follow the fitted table.
    private mutating func makeHomes() {
        var random = stream(.populationHomes)
        let table = fit(
            MarginDefaults.homes, [4, 5, 2, 5], [share(.tenure), share(.size), share(.type), share(.period)])
        let tenures = Integerisation.counts(share(.tenure), total: margins.dwellings, using: &random)
        for tenure in 0..<4 {
            let cells = Integerisation.counts(
                Array(table[tenure * 50..<(tenure + 1) * 50]), total: tenures[tenure], using: &random)
            for (cell, count) in cells.enumerated() {
                for _ in 0..<count { add(tenure: tenure, cell: cell, &random) }
            }
        }
        shuffle(&random)
    }

    private mutating func add(tenure: Int, cell: Int, _ random: inout RandomStream) {
        let (size, flat, period) = (cell / 10, cell / 5 % 2, cell % 5)
        let code = Tenure(rawValue: UInt8(tenure)) ?? .ownerOccupied
        var rent = size <= 1 ? 0 : size == 2 ? 1 : 2
        if period == 4 { rent = min(2, rent + 1) }
        dwellings.append(
            DwellingTraits(
                area: UInt16(area), tenure: code, size: DwellingSize(rawValue: UInt8(size)) ?? .from75to100,
                type: flat == 1 ? .multiFamily : .singleFamily,
                period: BuildingPeriod(rawValue: UInt8(period)) ?? .from1945to1969,
                priceClass: code == .socialRent ? UInt8(rent) : 0))
        let luck = random.standardNormal()
        scores.append(Float(value + 0.6 * Double(size - 2) + 0.3 * Double(1 - flat) + 0.6 * luck))
    }

    /// Neighbouring positions are no longer alike, so that vacancies and matches do not follow the order of the table.
    private mutating func shuffle(_ random: inout RandomStream) {
        var place = dwellings.count - 1
        while place > 0 {
            let other = Int(random.integer(below: UInt32(truncatingIfNeeded: place + 1)))
            dwellings.swapAt(place, other)
            scores.swapAt(place, other)
            place -= 1
        }
    }

    private mutating func makeHouseholds() {
        var random = stream(.populationHouseholds)
        let old = share(.age)
        let young = MarginDefaults.age[0..<4].reduce(0, +)
        let elder = MarginDefaults.age[4..<6].reduce(0, +)
        let ages =
            MarginDefaults.age[0..<4].map { $0 / young * old[0] }
            + MarginDefaults.age[4..<6].map { $0 / elder * old[1] }
        let table = fit(MarginDefaults.households, [5, 4, 6], [share(.income), share(.household), ages])
        let incomes = Integerisation.counts(share(.income), total: margins.households, using: &random)
        for income in 0..<5 {
            let cells = Integerisation.counts(
                Array(table[income * 24..<(income + 1) * 24]), total: incomes[income], using: &random)
            for (cell, count) in cells.enumerated() {
                for _ in 0..<count { households.append(Self.household(income, cell / 6, cell % 6, &random)) }
            }
        }
    }

    private static func household(_ income: Int, _ type: Int, _ band: Int, _ random: inout RandomStream)
        -> HouseholdTraits
    {
        let range = MarginDefaults.ageBands[band]
        let age = range.lowerBound + Int(random.unit() * Double(range.count))
        let unit = random.unit()
        let persons: Int =
            switch type {
            case 0: 1
            case 1: 2
            case 2: unit < 0.4 ? 3 : unit < 0.82 ? 4 : unit < 0.95 ? 5 : 6
            default: unit < 0.6 ? 2 : unit < 0.9 ? 3 : 4
            }
        return HouseholdTraits(
            incomeRank: UInt16(min(65_535, (Double(income) + random.unit()) * 13_107.2)), age: UInt8(age),
            type: HouseholdType(rawValue: UInt8(type)) ?? .onePerson, persons: UInt8(persons),
            registrationYears: 0,
            yearsInDwelling: 0)
    }

    /// Homes choose households one after the other, in an order that luck gives, with chances by income, age and size.
    /// Each household is in one home; those for whom there is none get a room.
    private mutating func match() {
        var random = stream(.populationMatch)
        let occupied = margins.occupied
        // Households in cells of income x age x size, each cell a stack.
        var cells: [[Int]] = Array(repeating: [], count: 5 * 6 * 5)
        for (household, one) in households.enumerated() { cells[Self.cell(one)].append(household) }
        homes = Array(repeating: -1, count: households.count)
        var weights = Array(repeating: 0.0, count: cells.count)
        for home in 0..<occupied {
            let cell = pick(dwellings[home], cells, &weights, &random)
            guard let household = cells[cell].popLast() else { continue }
            settle(household, home, &random)
        }
        for stack in cells {
            for household in stack {
                rooms += 1
                dwellings.append(
                    DwellingTraits(
                        area: UInt16(area), tenure: .privateRent, size: .under50, type: .multiFamily,
                        period: .before1945, priceClass: 0))
                scores.append(-9)
                settle(household, dwellings.count - 1, &random)
            }
        }
    }

    private static func cell(_ one: HouseholdTraits) -> Int {
        let band = MarginDefaults.ageBands.firstIndex { $0.contains(Int(one.age)) } ?? 5
        return (one.quintile * 6 + band) * 5 + min(one.persons, 5) - 1
    }

    private func pick(
        _ home: DwellingTraits, _ cells: [[Int]], _ weights: inout [Double], _ random: inout RandomStream
    ) -> Int {
        let tenure = Int(home.tenureCode)
        var sum = 0.0
        for cell in cells.indices {
            let count = cells[cell].count
            if count > 0 {
                let steps = EngineTables.sizeSteps(persons: cell % 5 + 1, size: Int(home.sizeCode))
                let fit = Self.sizeWeights[min(4, steps < 0 ? -2 * steps : steps)]
                sum +=
                    Double(count) * MarginDefaults.incomeTenure[cell / 30][tenure]
                    * MarginDefaults.ageTenure[cell / 5 % 6][tenure] * fit
            }
            weights[cell] = sum
        }
        let target = random.unit() * sum
        return weights.firstIndex { $0 > target } ?? cells.count - 1
    }

    /// Weights by steps of misfit; a home too small counts twice.
    private static let sizeWeights = [1, 0.75, 0.5, 0.3, 0.15]

    /// Years in the home: geometric around the mean of the tenure, bounded by the age. Years of registration likewise.
    private mutating func settle(_ household: Int, _ home: Int, _ random: inout RandomStream) {
        homes[household] = home
        let tenure = Int(dwellings[home].tenureCode)
        let stay = [10.0, 6, 4, 14][tenure] / turnover
        let bound = Double(households[household].age) - 18
        households[household].yearsInDwelling = UInt8(min(60, bound, random.standardExponential() * stay))
        // RIGO: under 4 years of registration in the periphery, about 9 in the large cities; 6 is a choice between.
        households[household].registrationYears =
            tenure == 3 ? 0 : UInt8(min(40, bound, random.standardExponential() * 6))
    }
}
