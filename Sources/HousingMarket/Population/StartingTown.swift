public import Neighbourhoods
internal import Foundation

/// A starting population with the report of how well it fits what is known.
public struct StartingTown: Sendable {
    /// The map.
    public var frame: TownFrame
    /// Homes and households, all of them made up.
    public var state: TownState
    /// How well they fit.
    public var fit: PopulationFit

    /// A population from the figures of a municipality: homes and households in each area as its margins say, joined by
    /// iterative proportional fitting, made whole by truncate, replicate and sample.
    ///
    /// Households that share an address, where there are more households than homes in use, get a room of their own;
    /// the report counts them. Areas without homes and households are left out and named.
    ///
    /// - Parameters:
    ///   - dataset: the figures.
    ///   - level: the scale of the areas.
    ///   - year: the year of the figures; nil for the newest of each.
    ///   - seed: the same seed gives the same bytes.
    /// - Throws: ``PopulationError``.
    /// - Complexity: about 2 µs a household; 300,000 households in under a second.
    public static func synthesised(
        from dataset: Dataset, level: AreaLevel = .neighbourhood, year: Int? = nil, seed: UInt64
    ) throws(PopulationError) -> StartingTown {
        let all = dataset.areas(level)
        guard !all.isEmpty else { throw .noAreas(level: level.rawValue) }
        let reader = MarginReader(dataset: dataset, level: level, year: year)
        let found = all.map { ($0, reader.margins(of: $0)) }
        let kept = found.compactMap { area, margins in margins.map { (area, $0) } }
        guard !kept.isEmpty else { throw .noCounts(level: level.rawValue) }
        guard kept.count < 65_000 else { throw .tooManyAreas(found: kept.count) }
        let frames = FrameReader(dataset: dataset, level: level, year: year)
        let frame = frames.frame(of: kept.map(\.0))
        var assembly = TownAssembly(kept.lazy.map(\.1))
        let values = frames.values(of: kept.map(\.0))
        for (area, one) in kept.enumerated() {
            let part = AreaSynthesis(
                area: area, seed: seed, margins: one.1, value: values[area],
                turnover: frame.areas[area].turnoverLevel)
            assembly.add(part, one.0)
        }
        var (state, fit) = assembly.finished()
        fit.leftOut = found.filter { $0.1 == nil }.map(\.0.code)
        fit.hasMap = frames.hasMap
        return StartingTown(frame: frame, state: state, fit: fit)
    }

    /// A made-up municipality, or country, of any size: for tests and benchmarks. Shares differ from area to area around
    /// those of the country.
    ///
    /// - Parameters:
    ///   - households: how many in all.
    ///   - areas: over how many neighbourhoods, 1...64,999.
    ///   - seed: the same seed gives the same bytes.
    public static func madeUp(households: Int, areas: Int, seed: UInt64) -> StartingTown {
        let town = MadeUpTown(households: households, areas: areas, seed: seed)
        var assembly = TownAssembly((0..<areas).lazy.map(town.margins))
        for area in 0..<areas {
            let part = AreaSynthesis(
                area: area, seed: seed, margins: town.margins(area), value: town.values[area], turnover: 1)
            assembly.add(part, town.codes[area])
        }
        let (state, fit) = assembly.finished()
        return StartingTown(frame: town.frame, state: state, fit: fit)
    }

    /// A short text that changes whenever the population does: for the name of a run.
    public var fingerprintText: String {
        // FNV-1a over every home and household; collisions are as unlikely as 64 bits make them.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
        for home in state.dwellings {
            add(
                UInt64(home.area) << 40 | UInt64(home.tenureCode) << 32 | UInt64(home.sizeCode) << 24
                    | UInt64(home.buildCode) << 16 | UInt64(home.priceClass) << 8 | UInt64(home.statusCode))
        }
        for (household, home) in zip(state.households, state.homes) {
            add(
                UInt64(household.incomeRank) << 32 | UInt64(household.age) << 24 | UInt64(
                    household.personsAndType) << 16
                    | UInt64(household.registrationYears) << 8 | UInt64(household.yearsInDwelling))
            add(UInt64(UInt32(bitPattern: home)))
        }
        for place in frame.areas {
            for byte in place.code.rawValue.utf8 { add(UInt64(byte)) }
            add(place.x.bitPattern)
            add(place.y.bitPattern)
            add(place.turnoverLevel.bitPattern)
            for value in place.facilities.values.map(\.bitPattern).sorted() { add(value) }
        }
        return "\(frame.startYear)-\(String(hash, radix: 16))"
    }
}
