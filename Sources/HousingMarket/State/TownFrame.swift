public import Neighbourhoods

/// The map on which a simulation runs: what does not change from year to year unless a lever changes it.
public struct TownFrame: Sendable, Hashable {
    /// One neighbourhood.
    public struct Place: Sendable, Hashable {
        /// Its code.
        public var code: AreaCode
        /// Its name.
        public var name: String
        /// Its district, as a position in ``TownFrame/districts``.
        public var district: Int
        /// Its middle, in kilometres east and north of any fixed point.
        public var x: Double
        /// See ``x``.
        public var y: Double
        /// How attractive its facilities are to a household that chooses, by function: 0 for the municipality's
        /// mean, in standard deviations.
        public var facilities: [FacilityFunction: Double]
        /// Turnover relative to what the stock and the residents would give; 1 where the source has no figure.
        public var turnoverLevel: Double

        /// Makes a place.
        public init(
            code: AreaCode, name: String, district: Int, x: Double, y: Double,
            facilities: [FacilityFunction: Double] = [:], turnoverLevel: Double = 1
        ) {
            self.code = code
            self.name = name
            self.district = district
            self.x = x
            self.y = y
            self.facilities = facilities
            self.turnoverLevel = turnoverLevel
        }
    }

    /// The municipality.
    public var municipality: Area
    /// The neighbourhoods, in code order; at most 65,535.
    public var areas: [Place]
    /// The districts, in code order; one that holds all where the source has none.
    public var districts: [Area]
    /// The year of the starting population: the run's first step leads to the next.
    public var startYear: Int

    /// Makes a frame.
    public init(municipality: Area, areas: [Place], districts: [Area], startYear: Int) {
        self.municipality = municipality
        self.areas = areas
        self.districts = districts
        self.startYear = startYear
    }

    /// The position of the neighbourhood with `code`.
    public func position(of code: AreaCode) -> Int? { areas.firstIndex { $0.code == code } }
}
