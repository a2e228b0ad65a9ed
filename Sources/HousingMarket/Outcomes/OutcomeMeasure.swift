internal import Bilingual

/// What is told of a run: one number for each year, or none where it does not exist.
public enum OutcomeMeasure: String, Sendable, Codable, CaseIterable, Hashable {
    /// D of the lowest 40% of incomes over neighbourhoods.
    case dissimilarityLow
    /// D of the highest 20% of incomes over neighbourhoods.
    case dissimilarityHigh
    /// H of the three income groups over estates.
    case mixingEstate
    /// H of the three income groups over neighbourhoods.
    case mixingNeighbourhood
    /// H of the three income groups over districts.
    case mixingDistrict
    /// The rank-order index H^R of income fifths over neighbourhoods (Reardon 2011).
    case rankOrderIndex
    /// Isolation of the lowest 40%.
    case isolationLow
    /// Isolation of the highest 20%.
    case isolationHigh
    /// Exposure of the lowest 40% to the highest 20%.
    case exposureLowToHigh
    /// The share of low incomes in the areas of the package.
    case lowShareScope
    /// The share of low incomes elsewhere in the municipality.
    case lowShareElsewhere
    /// Households with a low income in the areas of the package.
    case lowCountScope
    /// Households with a low income elsewhere.
    case lowCountElsewhere
    /// The share of social rent in the areas of the package.
    case socialShareScope
    /// The share of social rent elsewhere.
    case socialShareElsewhere
    /// The effective number of tenures in the areas of the package (1...4): the reverse of one-sidedness.
    case tenureVarietyScope
    /// Social homes in the municipality.
    case socialHomes
    /// The share of social rent in the municipality.
    case socialShare
    /// Standing homes in the municipality.
    case dwellings
    /// Homes without an occupant.
    case vacant
    /// Households with a home.
    case households
    /// Households without a home of their own.
    case waiting
    /// Social lettings in the year.
    case lettings
    /// Social lettings above the income limit in the year.
    case lettingsAboveLimit
    /// Mean years of registration at a social letting, low incomes.
    case waitingYearsLow
    /// Mean years of registration at a social letting, middle incomes.
    case waitingYearsMiddle
    /// The chance in the year that a low-income seeker is let a social home.
    case chanceLow
    /// The same for middle incomes.
    case chanceMiddle
    /// Moves that works made necessary, in the year; summed over the run in a ``RunSummary``.
    case forcedMoves
    /// Moves back, in the year; summed over the run in a ``RunSummary``.
    case returns
    /// Households whose home was demolished before they found another, in the year; summed over the run in a
    /// ``RunSummary``.
    case decanted
    /// Moves in the year for each new home first lived in.
    case chainLength
    /// Moves in the year by households without a home of their own, for each new home.
    case chainStarters
    /// Homes of associations that came free in the year, as a share.
    case turnoverSocial
    /// Privately let homes that came free in the year, as a share.
    case turnoverPrivate
    /// Owner homes that came free in the year, as a share.
    case turnoverOwner
    /// Moves from one home here to another, as a share of households.
    case moveRate
    /// Facilities around the lowest 40%: the mean over households of the mean standard score of their neighbourhood.
    case facilitiesLow
    /// The same around the highest 20%.
    case facilitiesHigh

    /// Its position among all.
    public var position: Int { Self.positions[self] ?? 0 }

    private static let positions = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

    /// How its numbers are written.
    public enum Unit: Sendable, Hashable {
        /// An index from 0 to 1.
        case index
        /// A share from 0 to 1.
        case share
        /// A number of households, homes or moves.
        case count
        /// Years.
        case years
        /// A plain number.
        case number
        /// A standard score, 0 for the mean.
        case score
    }
}

extension OutcomeMeasure {
    /// The measures of one year.
    ///
    /// - Parameters:
    ///   - record: the year.
    ///   - frame: the map.
    ///   - scope: for each neighbourhood whether the package acts there.
    /// - Returns: one number for each case in order; NaN where it does not exist.
    public static func values(_ record: YearRecord, frame: TownFrame, scope: [Bool]) -> [Double] {
        var result = Array(repeating: Double.nan, count: allCases.count)
        func set(_ measure: OutcomeMeasure, _ value: Double?) { result[measure.position] = value ?? .nan }
        segregation(record, frame, set)
        areas(record, scope, set)
        facilities(record, set)
        let flows = record.flows
        let stock = Tenure.allCases.map { Double(record.dwellings($0)) }
        let all = stock.reduce(0, +)
        let households = Double(record.households.reduce(0) { $0 + Int($1) })
        func ratio(_ part: Double, _ whole: Double) -> Double? { whole > 0 ? part / whole : nil }
        set(.socialHomes, stock[0])
        set(.socialShare, ratio(stock[0], all))
        set(.dwellings, all)
        set(.vacant, Double(flows.vacant))
        set(.households, households)
        set(.waiting, Double(flows.waiting))
        set(.lettings, Double(flows.lettings))
        set(.lettingsAboveLimit, Double(flows.lettingsAboveLimit))
        set(.waitingYearsLow, ratio(Double(flows.registrationByIncome[0]), Double(flows.lettingsByIncome[0])))
        set(
            .waitingYearsMiddle,
            ratio(Double(flows.registrationByIncome[1]), Double(flows.lettingsByIncome[1])))
        set(.chanceLow, ratio(Double(flows.lettingsByIncome[0]), Double(flows.seekersByIncome[0])))
        set(.chanceMiddle, ratio(Double(flows.lettingsByIncome[1]), Double(flows.seekersByIncome[1])))
        set(.forcedMoves, Double(flows.forcedMoves))
        set(.returns, Double(flows.returned))
        set(.decanted, Double(flows.decanted))
        set(.chainLength, ratio(Double(flows.chainMoves), Double(flows.chainsStarted)))
        set(.chainStarters, ratio(Double(flows.chainStarters), Double(flows.chainsStarted)))
        set(.turnoverSocial, ratio(Double(flows.freed[0]), stock[0]))
        set(.turnoverPrivate, ratio(Double(flows.freed[2]), stock[2]))
        set(.turnoverOwner, ratio(Double(flows.freed[3]), stock[3]))
        set(.moveRate, ratio(Double(flows.movesByAge.reduce(0, +)), households))
        return result
    }

    private static func segregation(
        _ record: YearRecord, _ frame: TownFrame, _ set: (OutcomeMeasure, Double?) -> Void
    ) {
        let count = record.areaCount
        var districts = Array(repeating: 0.0, count: frame.districts.count * 3)
        var groups: [[Double]] = Array(repeating: Array(repeating: 0, count: count), count: 3)
        var mixed = Array(repeating: 0.0, count: count * 3)
        var whole = Array(repeating: 0.0, count: count)
        for area in 0..<count {
            for group in 0..<3 {
                let number = Double(record.households(area, group: group))
                groups[group][area] = number
                mixed[area * 3 + group] = number
                whole[area] += number
                districts[frame.areas[area].district * 3 + group] += number
            }
        }
        set(.dissimilarityLow, IncomeSegregation.dissimilarity(part: groups[0], whole: whole))
        set(.dissimilarityHigh, IncomeSegregation.dissimilarity(part: groups[2], whole: whole))
        set(.isolationLow, IncomeSegregation.isolation(part: groups[0], whole: whole))
        set(.isolationHigh, IncomeSegregation.isolation(part: groups[2], whole: whole))
        set(.exposureLowToHigh, IncomeSegregation.exposure(of: groups[0], to: groups[2], whole: whole))
        set(.mixingNeighbourhood, IncomeSegregation.informationTheoryIndex(mixed, groups: 3))
        set(.rankOrderIndex, RankOrderIndex.overFifths(record.households))
        set(.mixingDistrict, IncomeSegregation.informationTheoryIndex(districts, groups: 3))
        guard !record.estates.isEmpty else { return }
        set(
            .mixingEstate,
            IncomeSegregation.informationTheoryIndex(record.estates.map(Double.init), groups: 3))
    }

    /// Who has facilities near: 0 is the municipality's mean at the start. No figure where nothing is known of any.
    private static func facilities(_ record: YearRecord, _ set: (OutcomeMeasure, Double?) -> Void) {
        guard record.facilities.contains(where: { $0 != 0 }) else { return }
        let functions = record.facilities.count / max(1, record.areaCount)
        for (group, measure) in [(0, OutcomeMeasure.facilitiesLow), (2, .facilitiesHigh)] {
            var sum = 0.0
            var all = 0.0
            for area in 0..<record.areaCount {
                let households = Double(record.households(area, group: group))
                let row = record.facilities[area * functions..<(area + 1) * functions]
                sum += households * Double(row.reduce(0, +)) / Double(functions)
                all += households
            }
            set(measure, all > 0 ? sum / all : nil)
        }
    }

    private static func areas(
        _ record: YearRecord, _ scope: [Bool], _ set: (OutcomeMeasure, Double?) -> Void
    ) {
        var low = [0.0, 0.0]
        var all = [0.0, 0.0]
        var homes = [[0.0, 0, 0, 0], [0.0, 0, 0, 0]]
        for area in scope.indices {
            let side = scope[area] ? 0 : 1
            low[side] += Double(record.households(area, group: 0))
            all[side] += Double(record.households(area))
            for tenure in Tenure.allCases {
                homes[side][Int(tenure.rawValue)] += Double(record.dwellings(area, tenure))
            }
        }
        let stock = homes.map { $0.reduce(0, +) }
        set(.lowShareScope, all[0] > 0 ? low[0] / all[0] : nil)
        set(.lowShareElsewhere, all[1] > 0 ? low[1] / all[1] : nil)
        set(.lowCountScope, all[0] > 0 ? low[0] : nil)
        set(.lowCountElsewhere, all[1] > 0 ? low[1] : nil)
        set(.socialShareScope, stock[0] > 0 ? homes[0][0] / stock[0] : nil)
        set(.socialShareElsewhere, stock[1] > 0 ? homes[1][0] / stock[1] : nil)
        let squares = homes[0].reduce(0) { $0 + ($1 / max(stock[0], 1)) * ($1 / max(stock[0], 1)) }
        set(.tenureVarietyScope, squares > 0 ? 1 / squares : nil)
    }
}
