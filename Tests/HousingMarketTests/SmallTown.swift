import HousingMarket
import Neighbourhoods
import Stochastics

/// A small made-up town whose parts a test can choose. No real place, no real people.
struct SmallTown {
    var households = 2_000
    var areas = 12
    var startYear = 2025
    /// Shares of tenures in the order of `Tenure`.
    var tenures = [0.32, 0.05, 0.13, 0.50]
    /// Homes for each household.
    var room = 1.02
    /// Whether incomes follow tenure.
    var isSorted = true
    var seed: UInt64 = 5

    var start: StartingState {
        var random = RandomStream(seed: seed, purpose: .selfTest)
        let places = (0..<areas).map { area in
            TownFrame.Place(
                code: AreaCode("BU9998010\(area < 10 ? "0" : "")\(area)"), name: "Area \(area)",
                district: area / 4,
                x: Double(area % 4), y: Double(area / 4))
        }
        let districts = (0...(areas - 1) / 4).map { number in
            Area(code: AreaCode("WK99980\(number)"), name: "District \(number)", level: .district)
        }
        let frame = TownFrame(
            municipality: Area(code: AreaCode("GM9998"), name: "Small Town", level: .municipality),
            areas: places, districts: districts, startYear: startYear)
        let homes = Int(Double(households) * room)
        var dwellings: [DwellingTraits] = []
        var people: [HouseholdTraits] = []
        var places2: [Int32] = []
        for home in 0..<homes {
            let area = home * areas / homes
            let tenure = pick(&random, tilt: Double(area % 4) / 6 - 0.25)
            dwellings.append(dwelling(area, tenure, &random))
            // Vacant homes are spread over the town.
            let isVacant = home * households / homes == (home + 1) * households / homes
            guard !isVacant else { continue }
            people.append(household(tenure, &random))
            places2.append(Int32(home))
        }
        return StartingState(
            frame: frame, state: TownState(dwellings: dwellings, households: people, homes: places2))
    }

    private func pick(_ random: inout RandomStream, tilt: Double) -> Tenure {
        let isMixed = tenures.filter { $0 > 0 }.count > 1
        var unit = random.unit() + (isMixed ? tilt : 0)
        unit = min(max(unit, 0), 0.999_999)
        var sum = 0.0
        for tenure in Tenure.allCases {
            sum += tenures[Int(tenure.rawValue)]
            if unit < sum { return tenure }
        }
        return .ownerOccupied
    }

    private func dwelling(_ area: Int, _ tenure: Tenure, _ random: inout RandomStream) -> DwellingTraits {
        let step = Int(random.unit() * 3)
        return DwellingTraits(
            area: UInt16(area), tenure: tenure,
            size: DwellingSize(rawValue: UInt8(min(4, (tenure == .ownerOccupied ? 2 : 1) + step)))
                ?? .from75to100,
            type: random.unit() < 0.5 ? .singleFamily : .multiFamily,
            period: BuildingPeriod(rawValue: UInt8(random.unit() * 4)) ?? .before1945,
            priceClass: tenure == .socialRent ? UInt8(random.unit() * 3) : UInt8(random.unit() * 10))
    }

    private func household(_ tenure: Tenure, _ random: inout RandomStream) -> HouseholdTraits {
        let unit = random.unit()
        let place =
            !isSorted
            ? unit : tenure == .socialRent ? unit * unit : tenure == .ownerOccupied ? unit.squareRoot() : unit
        let age = 20 + Int(random.unit() * 65)
        let kind = random.unit()
        let type: HouseholdType =
            kind < 0.4
            ? .onePerson
            : kind < 0.68 || age > 60 ? .couple : kind < 0.93 ? .coupleWithChildren : .singleParent
        let persons: UInt8 = type == .onePerson ? 1 : type == .coupleWithChildren ? 4 : 2
        return HouseholdTraits(
            incomeRank: UInt16(min(65_535, place * 65_536)), age: UInt8(age), type: type, persons: persons,
            registrationYears: UInt8(random.unit() * 15), yearsInDwelling: UInt8(random.unit() * 20))
    }
}

/// Random packages: any levers, anywhere, in any year.
struct RandomPackage {
    static func make(_ seed: UInt64, areas: Int, from year: Int, horizon: Int) -> Package {
        var random = RandomStream(seed: seed, purpose: .selfTest)
        let count = 1 + Int(random.integer(below: 5))
        let measures = (0..<count).map { _ in measure(&random, areas: areas, from: year, horizon: horizon) }
        return Package(
            name: "random \(seed)", horizon: horizon, measures: measures,
            limits: PackageLimits(
                rehousingPerYear: random.unit() < 0.5 ? 10 : nil,
                buildingPerYear: random.unit() < 0.5 ? 15 : nil))
    }

    private static func measure(_ random: inout RandomStream, areas: Int, from year: Int, horizon: Int)
        -> Measure
    {
        let first = year + 1 + Int(random.integer(below: UInt32(horizon - year)))
        let last = first + Int(random.integer(below: UInt32(horizon - first + 1)))
        let chosen = (0..<3).map { _ in Int(random.integer(below: UInt32(areas))) }
        let codes = chosen.map { AreaCode("BU9998010\($0 < 10 ? "0" : "")\($0)") }
        let lever = lever(&random)
        let isEverywhere = random.unit() < 0.2 || !lever.kind.choosesAreas
        return Measure(lever, areas: isEverywhere ? .everywhere : .codes(codes), from: first, through: last)
    }

    private static func lever(_ random: inout RandomStream) -> Lever {
        let number = Int(random.integer(below: 40))
        guard let mix = TenureMix([0.2, 0.2, 0.1, 0.5]),
            let reasons = Justification(aim: "a", suitable: "b", necessary: "c", proportionate: "d")
        else { return .doNothing }
        switch random.integer(below: 18) {
        case 0:
            return .demolishRebuild(
                DemolishRebuild(dwellings: number, rebuilt: [number / 4, 2, 1, number / 2]))
        case 1:
            return .renovation(Renovation(dwellings: number, rentClassesUp: 1, emptied: random.unit() < 0.5))
        case 2:
            return .mergeSplit(
                MergeSplit(dwellings: number / 3, merges: random.unit() < 0.5, tenure: .socialRent))
        case 3: return .sale(Sale(dwellings: number, toSittingTenants: random.unit() < 0.5))
        case 4: return .liberalise(Liberalisation(dwellings: number, to: .midRent))
        case 5: return .addSocialRent(SocialRentAddition(bought: number, keepsStock: true))
        case 6: return .newBuild(NewBuild(dwellings: number, mix: mix, type: .multiFamily))
        case 7: return .fairShare(lowIncomeInflow: 0.8)
        case 8: return .freeAllocation(share: 0.15)
        case 9: return .areaRents(classShares: [0.6, 0.3, 0.1])
        case 10: return .localPriority(share: 0.5)
        case 11:
            return .areaDesignation(AreaDesignation(article: .socioEconomicPriority, justification: reasons))
        case 12: return .specialGroups(share: 0.02, justification: reasons)
        case 13: return .buyToLetRestriction
        case 14: return .midRentRegulation(regulatedShare: 0.5, sellOffShare: 0.3)
        case 15: return .householdIncome(IncomeSupport(householdsPerYear: number, percentiles: 10))
        case 16: return .socialManagement(fewerMoves: 0.2)
        default: return .landPolicy(share: 0.8, mix: mix)
        }
    }
}
