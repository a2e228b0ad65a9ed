extension CountRanges {
    /// The true counts behind counts that were rounded to multiples of a number, as Statistics Netherlands
    /// does to 5 or 10.
    ///
    /// Persons are whole, so a 10 rounded to 5 stands for 8 to 12. A count half-way between two multiples may
    /// have gone either way, so a 10 rounded to 10 stands for 5 to 15.
    /// - Parameters:
    ///   - base: the number, 1 or more.
    ///   - unitTotals: published totals of the units, rounded to the same number.
    ///   - groupTotals: published totals of the groups, rounded to the same number.
    /// - Throws: ``SegregationError/impossibleRange(where:problem:)`` for a count that is no multiple.
    public static func rounded(
        _ table: ContingencyTable, to base: Double, unitTotals: [Double?]? = nil,
        groupTotals: [Double?]? = nil
    ) throws(SegregationError) -> CountRanges {
        let rows = (0..<table.unitCount).map { row in table.counts(inUnit: row).map { Optional($0) } }
        return try CountRanges(
            groups: table.groups, published: rows, unitIdentifiers: table.unitIdentifiers, roundedTo: base,
            suppressed: nil, unitTotals: unitTotals, groupTotals: groupTotals)
    }

    /// A published table with rounded counts and suppressed cells.
    /// - Parameters:
    ///   - published: one row per unit, one count per group; `nil` where the count was withheld, which is
    ///     never 0 by itself.
    ///   - base: what counts and totals were rounded to; 1 for exact counts.
    ///   - suppressed: what a withheld count is known to lie in, for instance 0 ... 4; `nil` when only the
    ///     unit's total limits it.
    ///   - unitTotals: published totals of the units, rounded to the same number; `nil` where withheld.
    ///   - groupTotals: published totals of the groups, rounded to the same number.
    public init(
        groups: [Group], published: [[Double?]], unitIdentifiers: [String]? = nil, roundedTo base: Double = 1,
        suppressed: ClosedRange<Double>?, unitTotals: [Double?]? = nil, groupTotals: [Double?]? = nil
    ) throws(SegregationError) {
        guard base >= 1, base.isFinite else {
            throw .parameter(name: "roundedTo", found: base, expected: "1 or more")
        }
        if let suppressed, suppressed.lowerBound < 0 {
            throw .parameter(name: "suppressed", found: suppressed.lowerBound, expected: "0 or more")
        }
        var hides = false
        var rows: [[ClosedRange<Double>]] = []
        for (row, counts) in published.enumerated() {
            var cells: [ClosedRange<Double>] = []
            for (column, count) in counts.enumerated() {
                if let count {
                    cells.append(
                        try Self.range(
                            of: count, roundedTo: base, row: row, column: column,
                            where: "row \(row + 1), column \(column + 1)"))
                } else {
                    hides = true
                    cells.append(suppressed ?? 0...Self.most)
                }
            }
            rows.append(cells)
        }
        var because: Set<CountUncertainty> = []
        if base > 1 { because.insert(.rounding) }
        if hides { because.insert(.suppression) }
        try self.init(
            groups: groups, rows: rows, unitIdentifiers: unitIdentifiers,
            unitTotals: try Self.ranges(of: unitTotals, roundedTo: base, what: "unit total"),
            groupTotals: try Self.ranges(of: groupTotals, roundedTo: base, what: "group total"),
            because: because)
    }

    /// The counts behind shares in per cent of a total.
    /// - Parameters:
    ///   - percentages: one row per unit, one share per group in per cent; `nil` where withheld. With one
    ///     group fewer than ``groups`` the last group is what is left.
    ///   - totals: the persons of every unit; shares of a total of 0 are not read.
    ///   - decimals: the decimals of the shares; a share of 12 without decimals stands for 11.5 to 12.5.
    ///   - base: what the totals were rounded to; 1 for exact totals.
    public init(
        groups: [Group], percentages: [[Double?]], of totals: [Double], decimals: Int = 0,
        totalsRoundedTo base: Double = 1, unitIdentifiers: [String]? = nil
    ) throws(SegregationError) {
        guard (0...9).contains(decimals) else {
            throw .parameter(name: "decimals", found: Double(decimals), expected: "between 0 and 9")
        }
        guard base >= 1, base.isFinite else {
            throw .parameter(name: "totalsRoundedTo", found: base, expected: "1 or more")
        }
        guard totals.count == percentages.count else {
            throw .impossibleRange(
                where: "unit totals",
                problem: "there are \(totals.count) for \(percentages.count) units; give one per unit")
        }
        let half = (0..<decimals).reduce(0.005) { step, _ in step / 10 }
        var hides = false
        var shares: [[ClosedRange<Double>]] = []
        for (row, percents) in percentages.enumerated() {
            var cells: [ClosedRange<Double>] = []
            for (column, percent) in percents.enumerated() {
                guard let percent else {
                    hides = true
                    cells.append(0...1)
                    continue
                }
                guard percent >= 0, percent <= 100 else {
                    throw .impossibleRange(
                        where: "row \(row + 1), column \(column + 1)",
                        problem: "a share is \(percent) %; it must be between 0 and 100")
                }
                cells.append(max(0, percent / 100 - half)...min(1, percent / 100 + half))
            }
            if cells.count == groups.count - 1 { cells.append(0...1) }
            // Where nobody lives the published shares, often 0 each, say nothing.
            if totals[row] == 0 { cells = cells.map { _ in 0...1 } }
            shares.append(cells)
        }
        var because: Set<CountUncertainty> = [.percentages]
        if base > 1 { because.insert(.rounding) }
        if hides { because.insert(.suppression) }
        try self.init(
            groups: groups, rows: shares.map { $0.map { _ in 0...Self.most } }, shares: shares,
            unitIdentifiers: unitIdentifiers ?? totals.indices.map { String($0 + 1) },
            unitTotals: try Self.ranges(of: totals, roundedTo: base, what: "unit total"), groupTotals: nil,
            because: because)
    }

    private static func ranges(
        of totals: [Double?]?, roundedTo base: Double, what: String
    ) throws(SegregationError) -> [ClosedRange<Double>?]? {
        guard let totals else { return nil }
        var ranges: [ClosedRange<Double>?] = []
        for (place, total) in totals.enumerated() {
            guard let total else {
                ranges.append(nil)
                continue
            }
            ranges.append(
                try range(of: total, roundedTo: base, row: place, column: 0, where: "\(what) \(place + 1)"))
        }
        return ranges
    }

    private static func range(
        of count: Double, roundedTo base: Double, row: Int, column: Int, where place: String
    ) throws(SegregationError) -> ClosedRange<Double> {
        guard count.isFinite else { throw .notFinite(row: row, column: column) }
        guard count >= 0 else { throw .negativeCount(row: row, column: column, found: count) }
        guard base > 1 else { return count...count }
        guard (count / base).rounded() * base == count else {
            throw .impossibleRange(
                where: place,
                problem: "\(count) is no multiple of \(base); check what the table was rounded to")
        }
        return max(0, (count - base / 2).rounded(.up))...(count + base / 2).rounded(.down)
    }
}
