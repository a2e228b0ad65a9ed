internal import Foundation

/// The loops over the units of a table, a range of them at a time, so that ranges can be summed side by side.
struct AspatialPass {
    /// The number of units that are summed in one go. Fixed, so that sums do not depend on the number of threads.
    static let range = 16_384

    let layout: AspatialLayout
    let parts: AspatialParts
    let terms: EntropyTerms.Lookup
    /// Unit after unit, one count per group.
    let counts: UnsafeBufferPointer<Double>
    /// The persons of every unit.
    let unitTotals: UnsafeMutableBufferPointer<Double>

    /// Members and persons; writes the persons of the units in the range.
    func addMargins(_ units: Range<Int>, to sums: inout GroupSums) {
        let groups = layout.groupCount
        sums.members.withUnsafeMutableBufferPointer { members in
            for unit in units {
                let row = unit * groups
                var total = 0.0
                for group in 0..<groups {
                    let count = counts[row + group]
                    total += count
                    members[group] += count
                }
                unitTotals[unit] = total
            }
        }
    }

    /// Everything else, with the members of the whole table at hand in `whole`.
    func addParts(_ units: Range<Int>, whole: GroupShares, to sums: inout GroupSums) {
        if parts.contains(.information) { addInformation(units, to: &sums) }
        if parts.contains(.groupInformation) { addGroupInformation(units, to: &sums) }
        if parts.contains(.deviation) { addDeviation(units, whole, to: &sums) }
        if parts.contains(.spread) { addSpread(units, whole, to: &sums) }
        if parts.contains(.pairs) { addPairs(units, whole, to: &sums) }
    }

    private func addInformation(_ units: Range<Int>, to sums: inout GroupSums) {
        let groups = layout.groupCount
        var unitTerms = 0.0
        var cellTerms = 0.0
        for unit in units {
            let row = unit * groups
            var own = 0.0
            for group in 0..<groups { own += terms(counts[row + group]) }
            cellTerms += own
            unitTerms += terms(unitTotals[unit])
        }
        sums.cellTerms += cellTerms
        sums.unitTerms += unitTerms
    }

    private func addGroupInformation(_ units: Range<Int>, to sums: inout GroupSums) {
        let groups = layout.groupCount
        sums.terms.withUnsafeMutableBufferPointer { sums in
            for unit in units {
                let persons = unitTotals[unit]
                guard persons > 0 else { continue }
                let logPersons = terms(persons) / persons
                for group in 0..<groups {
                    let own = counts[unit * groups + group]
                    let place = group * GroupSums.width
                    sums[place + GroupSums.Term.ownTerms.rawValue] += terms(own)
                    sums[place + GroupSums.Term.restTerms.rawValue] += terms(max(0, persons - own))
                    sums[place + GroupSums.Term.logPersons.rawValue] += own * logPersons
                }
            }
        }
    }

    private func addDeviation(_ units: Range<Int>, _ whole: GroupShares, to sums: inout GroupSums) {
        let groups = layout.groupCount
        sums.deviations.withUnsafeMutableBufferPointer { sums in
            whole.shares.withUnsafeBufferPointer { shares in
                for unit in units {
                    let persons = unitTotals[unit]
                    for group in 0..<groups {
                        sums[group] += abs(counts[unit * groups + group] - persons * shares[group])
                    }
                }
            }
        }
    }

    private func addSpread(_ units: Range<Int>, _ whole: GroupShares, to sums: inout GroupSums) {
        let groups = layout.groupCount
        whole.shares.withUnsafeBufferPointer { shares in
            sums.terms.withUnsafeMutableBufferPointer { sums in
                for unit in units {
                    let persons = unitTotals[unit]
                    guard persons > 0 else { continue }
                    let inverse = 1 / persons
                    let inverseOthers = persons == 1 ? 0 : 1 / (persons - 1)
                    for group in 0..<groups {
                        let own = counts[unit * groups + group]
                        let rest = max(0, persons - own)
                        let deviation = own - persons * shares[group]
                        let place = group * GroupSums.width
                        sums[place + GroupSums.Term.squaredDeviation.rawValue] +=
                            deviation * deviation * inverse
                        sums[place + GroupSums.Term.weightedDeviation.rawValue] +=
                            own * abs(deviation) * inverse
                        sums[place + GroupSums.Term.meetingOwn.rawValue] += own * own * inverse
                        sums[place + GroupSums.Term.meetingOwnOthers.rawValue] +=
                            own * (own - 1) * inverseOthers
                        sums[place + GroupSums.Term.meetingRest.rawValue] += own * rest * inverse
                        sums[place + GroupSums.Term.root.rawValue] += (own * rest).squareRoot()
                    }
                }
            }
        }
        for (shape, b) in layout.atkinsonShapes.enumerated() where b != 0.5 {
            addAtkinson(units, shape, b, to: &sums)
        }
    }

    /// Other shapes than ½, which the roots give already, need a power per cell.
    private func addAtkinson(_ units: Range<Int>, _ shape: Int, _ b: Double, to sums: inout GroupSums) {
        let groups = layout.groupCount
        let shapes = layout.atkinsonShapes.count
        for unit in units {
            for group in 0..<groups {
                let own = counts[unit * groups + group]
                let rest = unitTotals[unit] - own
                guard own > 0, rest > 0 else { continue }
                sums.atkinson[group * shapes + shape] += rest * pow(own / rest, b)
            }
        }
    }

    private func addPairs(_ units: Range<Int>, _ whole: GroupShares, to sums: inout GroupSums) {
        let groups = layout.groupCount
        whole.scales.withUnsafeBufferPointer { scales in
            sums.meeting.withUnsafeMutableBufferPointer { meeting in
                sums.meetingOthers.withUnsafeMutableBufferPointer { meetingOthers in
                    sums.apart.withUnsafeMutableBufferPointer { apart in
                        for unit in units {
                            let persons = unitTotals[unit]
                            guard persons > 0 else { continue }
                            let inverse = 1 / persons
                            let inverseOthers = persons == 1 ? 0 : 1 / (persons - 1)
                            let row = unit * groups
                            for of in 0..<groups {
                                let own = counts[row + of]
                                let share = own * scales[of]
                                let met = own * inverse
                                let metOthers = own * inverseOthers
                                let first = of * groups
                                meeting[first + of] += met * own
                                meetingOthers[first + of] += metOthers * (own - 1)
                                for to in of + 1..<max(groups, of + 1) {
                                    let other = counts[row + to]
                                    meeting[first + to] += met * other
                                    meetingOthers[first + to] += metOthers * other
                                    apart[first + to] += abs(share - other * scales[to])
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What the loops over units need of the whole table.
struct GroupShares {
    /// The share of every group in the town.
    private(set) var shares: [Double]
    /// One over the members of every group; 0 for an absent group.
    private(set) var scales: [Double]

    init(groups: Int) {
        shares = [Double](repeating: 0, count: groups)
        scales = shares
    }

    mutating func set(members: [Double], total: Double) {
        for group in shares.indices {
            shares[group] = members[group] / total
            scales[group] = members[group] > 0 ? 1 / members[group] : 0
        }
    }
}
