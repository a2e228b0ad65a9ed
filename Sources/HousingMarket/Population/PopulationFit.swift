public import Bilingual
public import Neighbourhoods

/// How well a starting population fits the figures that it was made from.
public struct PopulationFit: Sendable, Hashable {
    /// The fit of one margin over all areas.
    public struct Row: Sendable, Hashable {
        /// Which margin.
        public var margin: PopulationMargin
        /// The sum over areas and classes of |made - wished|, in homes or households.
        public var totalAbsoluteError: Double
        /// The same as a share of all homes or households.
        public var standardised: Double
        /// The area with the largest error, as a share of its own homes or households, and that share.
        public var worst: AreaCode?
        /// See ``worst``.
        public var worstShare: Double
        /// Cells (an area and a class) that are more than one whole home or household off.
        public var cellsOff: Int
        /// How many areas have this margin from where.
        public var origins: [MarginOrigin: Int]
        /// Areas whose shares did not add up to 1 and were scaled.
        public var rescaled: Int
    }

    /// One row for each margin.
    public var rows: [Row]
    /// Homes that the figures have.
    public var dwellings: Int
    /// Households.
    public var households: Int
    /// Homes without an occupant.
    public var vacant: Int
    /// Rooms made for households that share an address.
    public var rooms: Int
    /// The most rounds that fitting took in any area.
    public var iterations: Int
    /// The largest deviation of a fitted margin, as a share of its area.
    public var deviation: Double
    /// Areas without homes and households, which are not in the run.
    public var leftOut: [AreaCode] = []
    /// Whether distances come from real boundaries; else areas lie on a spiral.
    public var hasMap = true

    /// What a reader should know before believing a run, in plain sentences.
    public func remarks(_ language: Language) -> [String] {
        var result: [String] = []
        func say(_ nl: String, _ en: String) { result.append(language == .dutch ? nl : en) }
        for row in rows {
            let borrowed = row.origins.filter { $0.key > .partly }.sorted { $0.key < $1.key }
            for (origin, count) in borrowed {
                say(
                    "\(row.margin.name.nl): in \(count) gebieden zonder eigen cijfer; gebruikt: \(origin.name.nl).",
                    "\(row.margin.name.en): \(count) areas without a figure of their own; used: \(origin.name.en)."
                )
            }
        }
        if rooms > 0 {
            say(
                "\(rooms) huishoudens delen een adres; zij kregen een kamer.",
                "\(rooms) households share an address; they were given a room.")
        }
        if !leftOut.isEmpty {
            say(
                "\(leftOut.count) gebieden zonder woningen doen niet mee.",
                "\(leftOut.count) areas without homes are left out.")
        }
        if !hasMap {
            say(
                "Er zijn geen grenzen; afstanden zijn verzonnen in de volgorde van de codes.",
                "There are no boundaries; distances are made up in the order of the codes.")
        }
        return result
    }
}

extension PopulationFit {
    /// The fit while areas come in, one after the other.
    struct Tally {
        private var fit: PopulationFit
        /// Homes or households by margin, where it was wished.
        private var totals: [Double]

        init() {
            let rows = PopulationMargin.allCases.map {
                Row(
                    margin: $0, totalAbsoluteError: 0, standardised: 0, worst: nil, worstShare: 0,
                    cellsOff: 0, origins: [:], rescaled: 0)
            }
            fit = PopulationFit(
                rows: rows, dwellings: 0, households: 0, vacant: 0, rooms: 0, iterations: 0, deviation: 0)
            totals = Array(repeating: 0, count: rows.count)
        }

        mutating func add(_ part: AreaSynthesis, _ area: Area) {
            fit.dwellings += part.margins.dwellings
            fit.households += part.households.count
            fit.rooms += part.rooms
            fit.vacant += part.dwellings.count - part.homes.count
            fit.iterations = max(fit.iterations, part.iterations)
            fit.deviation = max(fit.deviation, part.deviation)
            for row in fit.rows.indices { totals[row] += Self.add(part, area, to: &fit.rows[row]) }
        }

        var finished: PopulationFit {
            var result = fit
            for (row, total) in totals.enumerated() {
                result.rows[row].standardised = total > 0 ? fit.rows[row].totalAbsoluteError / total : 0
            }
            return result
        }

        /// Returns how many homes or households the margin is about.
        private static func add(_ part: AreaSynthesis, _ area: Area, to row: inout Row) -> Double {
            row.origins[part.margins.origins[row.margin] ?? .assumed, default: 0] += 1
            if part.margins.rescaled.contains(row.margin) { row.rescaled += 1 }
            guard let wished = part.margins.shares[row.margin] else { return 0 }
            let made = counts(row.margin, part, classes: wished.count)
            let whole = Double(made.reduce(0, +))
            var error = 0.0
            for (count, share) in zip(made, wished) {
                let off = abs(Double(count) - share * whole)
                error += off
                if off > 1 + 1e-9 { row.cellsOff += 1 }
            }
            row.totalAbsoluteError += error
            if whole >= 1, error / whole > row.worstShare {
                (row.worst, row.worstShare) = (area.code, error / whole)
            }
            return whole
        }

        private static func counts(_ margin: PopulationMargin, _ part: AreaSynthesis, classes: Int) -> [Int] {
            var result = Array(repeating: 0, count: classes)
            let homes = part.dwellings.prefix(part.margins.dwellings)
            switch margin {
            case .tenure: for home in homes { result[Int(home.tenureCode)] += 1 }
            case .size: for home in homes { result[Int(home.sizeCode)] += 1 }
            case .type: for home in homes { result[Int(home.buildCode >> 3)] += 1 }
            case .period: for home in homes { result[Int(home.buildCode & 7)] += 1 }
            case .income: for one in part.households { result[one.quintile] += 1 }
            case .household: for one in part.households { result[Int(one.type.rawValue)] += 1 }
            case .age: for one in part.households { result[one.age >= 65 ? 1 : 0] += 1 }
            }
            return result
        }
    }
}
