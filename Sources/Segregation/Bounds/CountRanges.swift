/// A table of which every count is known to lie in a range only: rounded, suppressed or published as a share.
///
/// A unit is known in one of two ways: by a range per count and for its total, or by a range for its total
/// and one per share. Ranges are closed and hold fractions too, so bounds over them hold for whole persons.
/// When a table is made, every range is narrowed to what the others leave, and a table that cannot exist is
/// refused.
public struct CountRanges: Sendable, Equatable {
    /// The groups, in the order of the columns.
    public let groups: [Group]
    /// The identifiers of the units, in the order of the rows.
    public let unitIdentifiers: [String]
    /// What makes the counts uncertain.
    public let because: Set<CountUncertainty>

    /// Row after row. In units known by shares these follow from shares and total.
    private(set) var lows: [Double]
    private(set) var highs: [Double]
    private(set) var totalLows: [Double]
    private(set) var totalHighs: [Double]
    /// Row after row, for units known by shares; 0 ... 1 elsewhere.
    private(set) var shareLows: [Double]
    private(set) var shareHighs: [Double]
    /// Whether a unit is known by shares.
    let isByShare: [Bool]
    private(set) var groupLows: [Double]
    private(set) var groupHighs: [Double]
    /// Whether totals of groups were stated, beyond what the cells give.
    let statesGroupTotals: Bool

    /// A table of ranges.
    /// - Parameters:
    ///   - rows: one row per unit, one range per group.
    ///   - unitTotals: what is known of the units' totals; `nil` where nothing is.
    ///   - groupTotals: what is known of the groups' totals.
    ///   - because: what makes the counts uncertain.
    /// - Throws: the first thing found wrong, or ``SegregationError/impossibleRange(where:problem:)``.
    public init(
        groups: [Group], rows: [[ClosedRange<Double>]], unitIdentifiers: [String]? = nil,
        unitTotals: [ClosedRange<Double>?]? = nil, groupTotals: [ClosedRange<Double>?]? = nil,
        because: Set<CountUncertainty> = [.statedRanges]
    ) throws(SegregationError) {
        try self.init(
            groups: groups, rows: rows, shares: rows.map { _ in nil },
            unitIdentifiers: unitIdentifiers ?? rows.indices.map { String($0 + 1) },
            unitTotals: unitTotals, groupTotals: groupTotals, because: because)
    }

    /// With a row of shares for the units that are known by shares; their row of counts is not read.
    init(
        groups: [Group], rows: [[ClosedRange<Double>]], shares: [[ClosedRange<Double>]?],
        unitIdentifiers: [String], unitTotals: [ClosedRange<Double>?]?,
        groupTotals: [ClosedRange<Double>?]?, because: Set<CountUncertainty>
    ) throws(SegregationError) {
        for (row, cells) in rows.enumerated() where cells.count != groups.count {
            throw .ragged(row: row, found: cells.count, expected: groups.count)
        }
        for (row, cells) in shares.enumerated() where cells.map({ $0.count != groups.count }) ?? false {
            throw .ragged(row: row, found: cells?.count ?? 0, expected: groups.count)
        }
        lows = rows.flatMap { $0.map(\.lowerBound) }
        highs = rows.flatMap { $0.map { min($0.upperBound, Self.most) } }
        // Checks names, shape and the lower ends.
        _ = try ContingencyTable(groups: groups, counts: lows, unitIdentifiers: unitIdentifiers)
        if let unitTotals, unitTotals.count != rows.count {
            throw .impossibleRange(
                where: "unit totals",
                problem: "there are \(unitTotals.count) for \(rows.count) units; give one per unit")
        }
        if let groupTotals, groupTotals.count != groups.count {
            throw .impossibleRange(
                where: "group totals",
                problem: "there are \(groupTotals.count) for \(groups.count) groups; give one per group")
        }
        self.groups = groups
        self.unitIdentifiers = unitIdentifiers
        self.because = because
        let totals = unitTotals ?? rows.map { _ in nil }
        totalLows = totals.map { max(0, $0?.lowerBound ?? 0) }
        totalHighs = totals.map { min($0?.upperBound ?? Self.most, Self.most) }
        isByShare = shares.map { $0 != nil }
        shareLows = shares.flatMap { $0?.map(\.lowerBound) ?? groups.map { _ in 0 } }
        shareHighs = shares.flatMap { $0?.map(\.upperBound) ?? groups.map { _ in 1 } }
        statesGroupTotals = groupTotals?.contains { $0 != nil } ?? false
        groupLows = groups.indices.map { max(0, groupTotals?[$0]?.lowerBound ?? 0) }
        groupHighs = groups.indices.map { min(groupTotals?[$0]?.upperBound ?? Self.most, Self.most) }
        try tighten()
    }

    /// More than any table can hold.
    static let most = 0x1p53

    /// The number of units.
    public var unitCount: Int { unitIdentifiers.count }
    /// The number of groups.
    public var groupCount: Int { groups.count }

    /// The range of one count, narrowed to what the other ranges leave.
    public func range(unit row: Int, group column: Int) -> ClosedRange<Double> {
        let cell = row * groupCount + column
        return lows[cell]...highs[cell]
    }

    /// The range of the persons in a unit, narrowed to what the other ranges leave.
    public func total(ofUnit row: Int) -> ClosedRange<Double> { totalLows[row]...totalHighs[row] }

    /// The range of the members of a group, narrowed to what the other ranges leave.
    public func total(ofGroup column: Int) -> ClosedRange<Double> { groupLows[column]...groupHighs[column] }

    /// The table in the middle of all ranges, in units known by counts scaled to the middle of the total.
    public var middle: ContingencyTable {
        var counts = zip(lows, highs).map { ($0 + $1) / 2 }
        for row in 0..<unitCount {
            let cells = row * groupCount..<(row + 1) * groupCount
            let total = (totalLows[row] + totalHighs[row]) / 2
            if isByShare[row] {
                let shares = cells.map { (shareLows[$0] + shareHighs[$0]) / 2 }
                let sum = shares.reduce(0, +)
                for (cell, share) in zip(cells, shares) { counts[cell] = sum > 0 ? share / sum * total : 0 }
                continue
            }
            // Every count goes the same part of the way to the end of its range.
            let gap = total - counts[cells].reduce(0, +)
            let room = cells.reduce(0) { $0 + (highs[$1] - lows[$1]) / 2 }
            guard room > 0 else { continue }
            let part = min(1, max(-1, gap / room))
            for cell in cells { counts[cell] += part * (highs[cell] - lows[cell]) / 2 }
        }
        return ContingencyTable(trustedGroups: groups, counts: counts, unitIdentifiers: unitIdentifiers)
    }

    /// Narrows every range to what the others leave, until nothing moves.
    private mutating func tighten() throws(SegregationError) {
        for _ in 0..<50 {
            var moved = false
            for row in 0..<unitCount {
                if isByShare[row] {
                    if try tightenShares(row) { moved = true }
                } else if try tightenCounts(row) {
                    moved = true
                }
            }
            if try tightenGroups() { moved = true }
            if !moved { break }
        }
        for row in 0..<unitCount where totalHighs[row] >= Self.most {
            throw .impossibleRange(
                where: "unit '\(unitIdentifiers[row])'",
                problem: "nothing limits its counts; state a range for suppressed cells or the unit's total")
        }
    }

    private mutating func tightenCounts(_ row: Int) throws(SegregationError) -> Bool {
        let cells = row * groupCount..<(row + 1) * groupCount
        let place = "unit '\(unitIdentifiers[row])'"
        let low = lows[cells].reduce(0, +)
        let high = highs[cells].reduce(0, +)
        let otherLows = Self.sumsOfOthers(lows[cells])
        let otherHighs = Self.sumsOfOthers(highs[cells])
        var moved = try Self.narrow(
            &totalLows[row], &totalHighs[row], to: low...max(low, high), place: place, what: "the total")
        for cell in cells {
            let column = cell - cells.lowerBound
            let group = groups[column].rawValue
            let least = totalLows[row] - otherHighs[column]
            let greatest = totalHighs[row] - otherLows[column]
            guard greatest >= least else {
                throw .impossibleRange(
                    where: place, problem: "the unit's total leaves no room for group '\(group)'")
            }
            if try Self.narrow(
                &lows[cell], &highs[cell], to: least...greatest, place: place, what: "group '\(group)'")
            {
                moved = true
            }
        }
        return moved
    }

    private mutating func tightenShares(_ row: Int) throws(SegregationError) -> Bool {
        let cells = row * groupCount..<(row + 1) * groupCount
        let place = "unit '\(unitIdentifiers[row])'"
        let low = shareLows[cells].reduce(0, +)
        let high = shareHighs[cells].reduce(0, +)
        guard low <= 1 + 1e-9, high >= 1 - 1e-9 else {
            throw .impossibleRange(
                where: place,
                problem:
                    "its shares add up to between \(100 * low) and \(100 * high) %, which leaves out 100 %")
        }
        var moved = false
        for cell in cells {
            let group = groups[cell - cells.lowerBound].rawValue
            let least = 1 - (high - shareHighs[cell])
            let greatest = max(least, 1 - (low - shareLows[cell]))
            if try Self.narrow(
                &shareLows[cell], &shareHighs[cell], to: least...greatest, place: place,
                what: "the share of group '\(group)'")
            {
                moved = true
            }
            // What a total of the whole group says about a count narrows nothing here but the range of the
            // count.
            lows[cell] = max(lows[cell], shareLows[cell] * totalLows[row])
            highs[cell] = max(lows[cell], min(highs[cell], shareHighs[cell] * totalHighs[row]))
        }
        return moved
    }

    private mutating func tightenGroups() throws(SegregationError) -> Bool {
        var moved = false
        for column in groups.indices {
            let group = groups[column].rawValue
            let cells = stride(from: column, to: lows.count, by: groupCount)
            let low = cells.reduce(0) { $0 + lows[$1] }
            let high = cells.reduce(0) { $0 + highs[$1] }
            if try Self.narrow(
                &groupLows[column], &groupHighs[column], to: low...max(low, high),
                place: "group '\(group)'", what: "the total")
            {
                moved = true
            }
            guard statesGroupTotals else { continue }
            let otherLows = Self.sumsOfOthers(cells.map { lows[$0] }[...])
            let otherHighs = Self.sumsOfOthers(cells.map { highs[$0] }[...])
            for (row, cell) in cells.enumerated() {
                let least = groupLows[column] - otherHighs[row]
                let greatest = groupHighs[column] - otherLows[row]
                let unit = unitIdentifiers[row]
                guard greatest >= least - 1e-9 else {
                    throw .impossibleRange(
                        where: "group '\(group)'", problem: "its total leaves no room for unit '\(unit)'")
                }
                if try Self.narrow(
                    &lows[cell], &highs[cell], to: least...max(least, greatest),
                    place: "unit '\(unit)'", what: "group '\(group)'")
                {
                    moved = true
                }
            }
        }
        return moved
    }

    /// For every place the sum over all other places; no difference of large sums, which would lose whole
    /// persons where one range has no end yet.
    private static func sumsOfOthers(_ values: ArraySlice<Double>) -> [Double] {
        var sums = [Double](repeating: 0, count: values.count)
        var before = 0.0
        for (place, value) in values.enumerated() {
            sums[place] = before
            before += value
        }
        var after = 0.0
        for (place, value) in values.enumerated().reversed() {
            sums[place] += after
            after += value
        }
        return sums
    }

    /// Cuts a range to another and says whether that moved an end by more than rounding.
    private static func narrow(
        _ low: inout Double, _ high: inout Double, to range: ClosedRange<Double>, place: String, what: String
    ) throws(SegregationError) -> Bool {
        let slack = 1e-9 * max(1, abs(low))
        let from = max(low, range.lowerBound)
        let to = min(high, range.upperBound)
        guard from <= to + slack else {
            throw .impossibleRange(
                where: place,
                problem: "\(what) lies in \(low) to \(high), but the other ranges leave "
                    + "\(range.lowerBound) to \(range.upperBound); check the totals")
        }
        let moved = from > low + slack || to < high - slack
        if moved {
            low = min(from, to)
            high = max(from, to)
        }
        return moved
    }
}
