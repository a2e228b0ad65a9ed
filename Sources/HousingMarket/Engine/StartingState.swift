public import Neighbourhoods

/// A starting population with what every run of it shares, computed once.
public struct StartingState: Sendable {
    /// The map.
    public let frame: TownFrame
    /// The homes and households.
    public private(set) var state: TownState
    /// The dated norms.
    public let norms: NormTable
    /// From the income ladder to euros.
    public let scale: IncomeScale
    let donors: IncomeDonors
    /// The share of households in the lowest 40% of incomes by neighbourhood; 0 where nobody lives.
    public let lowIncomeShares: [Double]

    /// Makes a starting state.
    public init(
        frame: TownFrame, state: TownState, norms: NormTable = .shipped, scale: IncomeScale = IncomeScale()
    ) {
        self.frame = frame
        self.state = state
        self.norms = norms
        self.scale = scale
        donors = IncomeDonors(state)
        var low = Array(repeating: 0.0, count: frame.areas.count)
        var all = low
        for (household, home) in state.homes.enumerated() where home >= 0 {
            let area = Int(state.dwellings[Int(home)].area)
            all[area] += 1
            if state.households[household].incomeGroup == 0 { low[area] += 1 }
        }
        lowIncomeShares = zip(low, all).map { $1 > 0 ? $0 / $1 : 0 }
    }

    /// Hands the homes and households over and keeps none.
    mutating func takeState() -> TownState {
        var taken = TownState(dwellings: [], households: [], homes: [])
        swap(&taken, &state)
        return taken
    }

    func limits(through horizon: Int) -> [IncomeLimits] {
        (frame.startYear...max(frame.startYear, horizon)).map {
            IncomeLimits(year: $0, norms: norms, scale: scale)
        }
    }
}

/// Incomes of households of the same type and age as tables of quantiles, from which a changed income is drawn: so the
/// town's incomes keep their shape unless people move.
struct IncomeDonors: Sendable {
    /// 64 quantiles for each of 4 types and 8 age bands.
    let quantiles: [UInt16]

    static func cell(_ type: HouseholdType, _ age: UInt8) -> Int {
        Int(type.rawValue) * 8 + min(7, max(0, (Int(age) - 15) / 10))
    }

    init(_ state: TownState) {
        var histogram = Array(repeating: 0, count: 32 * 256)
        for one in state.households where one.isPresent {
            histogram[Self.cell(one.type, one.age) * 256 + Int(one.incomeRank >> 8)] += 1
        }
        var result: [UInt16] = []
        result.reserveCapacity(32 * 64)
        for cell in 0..<32 {
            let counts = histogram[cell * 256..<(cell + 1) * 256]
            let total = counts.reduce(0, +)
            var bin = 0
            var below = 0
            for step in 0..<64 {
                guard total > 0 else {
                    result.append(UInt16(step * 1024 + 512))
                    continue
                }
                let wanted = (Double(step) + 0.5) / 64 * Double(total)
                while bin < 255, Double(below + histogram[cell * 256 + bin]) < wanted {
                    below += histogram[cell * 256 + bin]
                    bin += 1
                }
                let inside = histogram[cell * 256 + bin]
                let part = inside > 0 ? (wanted - Double(below)) / Double(inside) : 0.5
                result.append(UInt16(min(65_535, (Double(bin) + min(max(part, 0), 1)) * 256)))
            }
        }
        quantiles = result
    }
}
