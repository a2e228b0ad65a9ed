/// Persons of several groups put over units by chance, with the sizes of the units and of the groups as they are.
///
/// Group after group takes its members out of the persons who have no group yet. First every one of them tosses a coin
/// with the group's share as its chance, which gives each unit a binomial number. Given how many were taken in all,
/// every set of that size is as likely as any other; so taking persons out of the set, or adding some to it, one by one
/// and each as likely as the next, leaves every set of the right size equally likely. That is exactly the multivariate
/// hypergeometric law of a permutation, for one look-up a unit and about the square root of all persons in repairs.
public struct FixedMarginsSampler: Sendable {
    /// How a group is drawn.
    private struct Stage: Sendable {
        let members: Double
        /// The group's share of those who have no group when its turn comes.
        let share: Double
        /// The binomial law for every number of persons from 0; none where the tables would be large.
        let laws: TabulatedLaws
    }

    private let unitTotals: [Double]
    private let total: Double
    private let groupCount: Int
    private let stages: [Stage]
    private let units: AliasTable

    /// A sampler for these margins.
    /// - Precondition: whole numbers that are not negative, with the same sum.
    public init(unitTotals: [Double], groupTotals: [Double]) {
        let total = unitTotals.reduce(0, +)
        precondition(groupTotals.reduce(0, +) == total, "both margins must count the same persons")
        self.unitTotals = unitTotals
        self.total = total
        groupCount = groupTotals.count
        units = AliasTable(weights: unitTotals)
        let largest = unitTotals.max() ?? 0
        var pool = total
        stages = groupTotals.dropLast().map { members in
            defer { pool -= members }
            let share = pool > 0 ? members / pool : 0
            return Stage(
                members: members, share: share,
                laws: Self.laws(upTo: largest, share: share, units: unitTotals.count))
        }
    }

    /// The laws for all sizes, or none where making them would take longer than some tens of draws.
    private static func laws(upTo largest: Double, share: Double, units: Int) -> TabulatedLaws {
        var laws = TabulatedLaws()
        let deviation = (largest * share * (1 - share)).squareRoot()
        let entries = largest * TabulatedLaws.size(standardDeviation: deviation)
        guard largest < 65_535, entries <= 64 * Double(units) else { return laws }
        for size in 0...Int(largest) { laws.appendBinomial(trials: Double(size), probability: share) }
        return laws
    }

    /// One draw, unit after unit with one count per group.
    /// - Parameters:
    ///   - counts: a place per unit and group.
    ///   - free: a place per unit, for those who have no group yet; what is in it does not matter.
    ///   - stream: where the random numbers come from.
    /// - Complexity: linear in the number of cells; allocates nothing.
    public func draw(
        into counts: UnsafeMutableBufferPointer<Double>, free: UnsafeMutableBufferPointer<Double>,
        using stream: inout RandomStream
    ) {
        precondition(counts.count == unitTotals.count * groupCount && free.count == unitTotals.count)
        for unit in 0..<free.count { free[unit] = unitTotals[unit] }
        for (group, stage) in stages.enumerated() {
            let column = Column(counts: counts, free: free, group: group, groups: groupCount)
            let taken = toss(stage, column, &stream)
            repair(column, taken: taken, wanted: stage.members, &stream)
            for unit in 0..<free.count { free[unit] -= column[unit] }
        }
        guard groupCount > 0 else { return }
        for unit in 0..<free.count { counts[unit * groupCount + groupCount - 1] = free[unit] }
    }

    /// The counts of one group among all cells.
    private struct Column {
        let counts: UnsafeMutableBufferPointer<Double>
        let free: UnsafeMutableBufferPointer<Double>
        let group: Int
        let groups: Int

        subscript(unit: Int) -> Double {
            @inline(__always) get { counts[unit * groups + group] }
            @inline(__always) nonmutating set { counts[unit * groups + group] = newValue }
        }
    }

    /// Gives every unit its binomial number and returns their sum.
    private func toss(_ stage: Stage, _ column: Column, _ stream: inout RandomStream) -> Double {
        var taken = 0.0
        if stage.laws.count > 0 {
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 128) { buffer in
                var bits = BufferedBits(stream, buffer: buffer)
                for unit in 0..<column.free.count {
                    let number = stage.laws.draw(Int(column.free[unit]), using: &bits)
                    column[unit] = number
                    taken += number
                }
                stream = bits.stream
            }
        } else {
            for unit in 0..<column.free.count {
                let number = Binomial(trials: column.free[unit], probability: stage.share)
                    .draw(using: &stream)
                column[unit] = number
                taken += number
            }
        }
        return taken
    }

    private func repair(
        _ column: Column, taken: Double, wanted: Double, _ stream: inout RandomStream
    ) {
        var taken = taken
        let step = taken > wanted ? -1.0 : 1
        let pool = column.free.reduce(0, +)
        while taken != wanted {
            // Those who can be moved: members when there are too many, others when there are too few.
            let movable = step < 0 ? taken : pool - taken
            column[pick(column, step, movable, &stream)] += step
            taken += step
        }
    }

    /// A unit with the number of its movable persons as weight: by picking among all persons until a movable one is
    /// found, or where these are rare by counting them off.
    private func pick(
        _ column: Column, _ step: Double, _ movable: Double, _ stream: inout RandomStream
    ) -> Int {
        func number(_ unit: Int) -> Double { step < 0 ? column[unit] : column.free[unit] - column[unit] }
        if movable * Double(column.free.count) > total {
            while true {
                let unit = units.pick(using: &stream)
                if stream.unit() * unitTotals[unit] < number(unit) { return unit }
            }
        }
        var place = stream.unit() * movable
        var last = 0
        for unit in 0..<column.free.count where number(unit) > 0 {
            last = unit
            place -= number(unit)
            if place < 0 { return unit }
        }
        return last
    }
}
