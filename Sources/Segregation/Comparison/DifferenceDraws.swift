internal import Stochastics

/// What all draws of a compared pair share.
struct DifferencePlan: Sendable {
    let pair: TablePair
    let layout: AspatialLayout
    let parts: AspatialParts
    let terms: EntropyTerms
    /// The places of the values that are compared.
    let places: [Int]
    let seed: UInt64
    /// The number of this pair among all pairs, so that no two pairs share a random number.
    let number: UInt16

    func meter(units: Int) -> TableMeter {
        TableMeter(layout: layout, units: units, terms: terms, parts: parts)
    }
}

/// Draws both tables again and takes the differences.
struct ResampledDifferences: Drawing {
    private let plan: DifferencePlan
    private let jointly: Bool
    private let samplers: (first: TableResampler, second: TableResampler)
    private var meters: (first: TableMeter, second: TableMeter)
    private var first: [Double]
    private var second: [Double]
    private var column: [Double]

    init(_ plan: DifferencePlan, samplers: (TableResampler, TableResampler), jointly: Bool) {
        self.plan = plan
        self.jointly = jointly
        self.samplers = samplers
        let pair = plan.pair
        meters = (plan.meter(units: pair.first.unitCount), plan.meter(units: pair.second.unitCount))
        first = pair.first.counts
        second = pair.second.counts
        column = [Double](repeating: 0, count: max(pair.first.unitCount, pair.second.unitCount))
    }

    mutating func draw(_ number: Int, into row: UnsafeMutableBufferPointer<Double>) {
        var stream = stream(of: 0, draw: number)
        if jointly {
            drawUnits(&stream)
        } else {
            Self.fill(&first, &column, units: plan.pair.first.unitCount, samplers.first, &stream)
            var other = self.stream(of: 1, draw: number)
            Self.fill(&second, &column, units: plan.pair.second.unitCount, samplers.second, &other)
        }
        meters.first.measure(first)
        meters.second.measure(second)
        for (target, place) in plan.places.enumerated() {
            row[target] = meters.second.values[place] - meters.first.values[place]
        }
    }

    private func stream(of table: UInt32, draw: Int) -> RandomStream {
        RandomStream(
            seed: plan.seed, run: UInt32(draw), entity: table, time: plan.number,
            purpose: samplers.first.purpose)
    }

    /// A unit that is drawn comes with both its dates.
    private mutating func drawUnits(_ stream: inout RandomStream) {
        let units = plan.pair.first.unitCount
        first.withUnsafeMutableBufferPointer { first in
            second.withUnsafeMutableBufferPointer { second in
                for unit in 0..<units {
                    let source = Int(stream.integer(below: UInt32(units)))
                    samplers.first.take(unit: source, to: unit, into: first)
                    samplers.second.take(unit: source, to: unit, into: second)
                }
            }
        }
    }

    private static func fill(
        _ counts: inout [Double], _ column: inout [Double], units: Int, _ sampler: TableResampler,
        _ stream: inout RandomStream
    ) {
        counts.withUnsafeMutableBufferPointer { counts in
            column.withUnsafeMutableBufferPointer { column in
                sampler.draw(
                    into: counts, column: UnsafeMutableBufferPointer(rebasing: column[0..<units]),
                    using: &stream)
            }
        }
    }
}

/// Deals the units over the two places at random, or exchanges the dates of each unit.
struct RelabelledDifferences: Drawing {
    private let plan: DifferencePlan
    private let pool: [Double]
    private var order: [Int]
    private var meters: (first: TableMeter, second: TableMeter)
    private var first: [Double]
    private var second: [Double]

    init(_ plan: DifferencePlan) {
        self.plan = plan
        let pair = plan.pair
        pool = pair.first.counts + pair.second.counts
        order = Array(0..<pair.first.unitCount + pair.second.unitCount)
        meters = (plan.meter(units: pair.first.unitCount), plan.meter(units: pair.second.unitCount))
        first = pair.first.counts
        second = pair.second.counts
    }

    mutating func draw(_ number: Int, into row: UnsafeMutableBufferPointer<Double>) {
        var stream = RandomStream(
            seed: plan.seed, run: UInt32(number), time: plan.number, purpose: .permutation)
        let units = plan.pair.first.unitCount
        for place in order.indices { order[place] = place }
        if plan.pair.pairing == .sameUnits {
            for unit in 0..<units where stream.next() & 1 == 1 { order.swapAt(unit, unit + units) }
        } else {
            for place in 0..<units {
                let other = place + Int(stream.integer(below: UInt32(order.count - place)))
                order.swapAt(place, other)
            }
        }
        let groups = plan.layout.groupCount
        for (place, unit) in order.enumerated() {
            for group in 0..<groups {
                let count = pool[unit * groups + group]
                if place < units {
                    first[place * groups + group] = count
                } else {
                    second[(place - units) * groups + group] = count
                }
            }
        }
        meters.first.measure(first)
        meters.second.measure(second)
        for (target, place) in plan.places.enumerated() {
            row[target] = meters.second.values[place] - meters.first.values[place]
        }
    }
}

/// Lets every unit keep its own counts or take its counterfactual ones.
struct CounterfactualDifferences: Drawing {
    private let plan: DifferencePlan
    private let column: Int
    private let own: (first: [Double], second: [Double])
    private let other: CounterfactualCounts
    private var meters: (first: TableMeter, second: TableMeter)
    private var first: [Double]
    private var second: [Double]

    /// - Parameter plan: with a layout of two groups, the group and all others.
    init(_ plan: DifferencePlan, column: Int, counterfactual: Counterfactual) {
        self.plan = plan
        self.column = column
        own = (plan.pair.first.againstRest(column), plan.pair.second.againstRest(column))
        other = CounterfactualCounts(own.first, own.second, by: counterfactual)
        meters = (
            plan.meter(units: plan.pair.first.unitCount), plan.meter(units: plan.pair.second.unitCount)
        )
        first = own.first
        second = own.second
    }

    mutating func draw(_ number: Int, into row: UnsafeMutableBufferPointer<Double>) {
        var stream = RandomStream(
            seed: plan.seed, run: UInt32(number), entity: UInt32(column), time: plan.number,
            purpose: .nullModel)
        Self.mix(own.first, other.first, into: &first, &stream)
        Self.mix(own.second, other.second, into: &second, &stream)
        meters.first.measure(first)
        meters.second.measure(second)
        for (target, place) in plan.places.enumerated() {
            row[target] = meters.second.values[place] - meters.first.values[place]
        }
    }

    private static func mix(
        _ own: [Double], _ other: [Double], into counts: inout [Double], _ stream: inout RandomStream
    ) {
        for unit in 0..<own.count / 2 {
            let takes = stream.next() & 1 == 1
            for place in 2 * unit...2 * unit + 1 { counts[place] = takes ? other[place] : own[place] }
        }
    }
}

extension ContingencyTable {
    /// Members and others by unit, two per unit.
    func againstRest(_ column: Int) -> [Double] {
        (0..<unitCount).flatMap { unit -> [Double] in
            let members = counts[unit * groupCount + column]
            var others = 0.0
            for group in 0..<groupCount where group != column { others += counts[unit * groupCount + group] }
            return [members, others]
        }
    }
}
