internal import Dispatch
internal import Foundation

extension MeasureDefinition {
    /// Distortion as a share of its theoretical extreme, see
    /// ``ContingencyTable/normalisedDistortion(geography:threads:)``.
    public static let normalised: [MeasureDefinition] = [
        place(
            "distortion-normalised-global", "Δ/Δmax", "distortion as a share of the extreme",
            "vertekening als aandeel van het uiterste", .profile, .table, nil,
            "De Bézenac, Clark, Olteanu & Randon-Furling 2022"),
        place(
            "distortion-normalised-local", "Δ_i/Δmax", "distortion around a unit as a share of the extreme",
            "vertekening rond een gebied als aandeel van het uiterste", .profile, .unit, nil,
            "De Bézenac, Clark, Olteanu & Randon-Furling 2022"),
    ]
}

extension ContingencyTable {
    /// Distortion over persons in place of units, as a share of what it would be in the extreme: all groups apart, ordered by
    /// size, seen by the most isolated member of the smallest (de Bézenac, Clark, Olteanu and Randon-Furling 2022).
    ///
    /// The profile around a unit is Σ q ln(q/P) over the share of the town's persons met so far; its area does not depend on
    /// how many units the town is cut into.
    /// - Parameters:
    ///   - geography: coordinates.
    ///   - threads: results do not depend on it.
    /// - Throws: places in another order than the rows.
    /// - Complexity: units squared times their logarithm in time, units in memory.
    public func normalisedDistortion(
        geography: UnitGeography, threads: Int = 1
    ) throws(SegregationError) -> [MeasureRow] {
        guard threads > 0 else {
            throw .parameter(name: "threads", found: Double(threads), expected: "1 or more")
        }
        let places = try InhabitedPlaces(self, geography)
        func row(_ definition: MeasureDefinition, _ value: MeasuredValue, unit: String? = nil) -> MeasureRow {
            let absence: IntervalAbsence =
                value.number == nil ? .undefinedMeasure : unit == nil ? .notDrawn : .valueOfOneUnit
            return MeasureRow(
                identifier: definition.identifier, groups: [], unit: unit, parameters: [],
                estimate: Estimate(
                    value: value, intervalAbsence: absence, units: places.count, persons: places.total))
        }
        var reason = UndefinedReason.emptyTable
        var values: [Double]?
        if places.total > 0 {
            reason = .singleGroup
            let extreme = ExtremeDistortion.area(shares: places.groupTotals.map { $0 / places.total })
            if extreme > 0 {
                reason = .notGiven(.coordinates)
                values = DivergenceAreas(places)?.areas(threads: threads).map { $0 / extreme }
            }
        }
        var local = unitIdentifiers.map {
            MeasuredValue.undefined(places.total > 0 ? .emptyUnit($0) : .emptyTable)
        }
        for (place, unit) in places.rows.enumerated() {
            local[unit] = values.map { .defined($0[place]) } ?? .undefined(reason)
        }
        let mean = values.map { values in
            zip(values, places.totals).reduce(0) { $0 + $1.0 * $1.1 } / places.total
        }
        return MeasureDefinition.normalised.flatMap { definition in
            definition.subject == .table
                ? [row(definition, mean.map { .defined($0) } ?? .undefined(reason))]
                : zip(unitIdentifiers, local).map { row(definition, $1, unit: $0) }
        }
    }
}

/// The divergence profile seen by the most isolated member of the smallest group when all groups live apart, ordered by
/// size.
enum ExtremeDistortion {
    /// ∫ Σ q ln(q/P) ds over the share s of persons met so far. With F of all persons in groups met in full and r of group m
    /// the integrand is -ln s + (r/s) ln(r/P).
    static func area(shares: [Double]) -> Double {
        var met = 0.0
        var area = 0.0
        for share in shares.filter({ $0 > 0 }).sorted() {
            area += part(met: met, share: share)
            met += share
        }
        return max(0, area)
    }

    /// One group, by Simpson's rule in u with r = P u³: the power takes away the steep start of r ln r and of ln s.
    private static func part(met: Double, share: Double) -> Double {
        let steps = 2000
        func height(_ step: Int) -> Double {
            let u = Double(step) / Double(steps)
            guard u > 0 else { return 0 }
            let inside = share * u * u * u
            let all = met + inside
            let divergence = -log(all) + inside / all * 3 * log(u)
            return divergence * 3 * share * u * u
        }
        var sum = height(0) + height(steps)
        for step in 1..<steps { sum += height(step) * (step % 2 == 1 ? 4 : 2) }
        return sum / Double(3 * steps)
    }
}

/// The area under the divergence profile of every unit, over persons met.
private struct DivergenceAreas {
    private let places: InhabitedPlaces
    private let x: [Double]
    private let y: [Double]

    init?(_ places: InhabitedPlaces) {
        guard let x = places.x, let y = places.y else { return nil }
        self.places = places
        self.x = x
        self.y = y
    }

    func areas(threads: Int) -> [Double] {
        let count = places.count
        var areas = [Double](repeating: 0, count: count)
        let workers = max(1, min(threads, count))
        areas.withUnsafeMutableBufferPointer { areas in
            // Every worker writes the places of its own origins only, and all are done before the pointer is handed
            // back.
            nonisolated(unsafe) let areas = areas
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                var order = DistanceOrder(x: x, y: y)
                var counts = [Double](repeating: 0, count: places.groupCount)
                for origin in stride(from: worker, to: count, by: workers) {
                    areas[origin] = area(around: origin, &order, &counts)
                }
            }
        }
        return areas
    }

    private func area(around origin: Int, _ order: inout DistanceOrder, _ counts: inout [Double]) -> Double {
        let groups = places.groupCount
        order.sort(around: origin)
        for group in counts.indices { counts[group] = 0 }
        var persons = 0.0
        var area = 0.0
        var start = 0
        while start < order.units.count {
            let end = order.ringEnd(from: start)
            let before = persons
            for place in start..<end {
                let unit = Int(order.units[place])
                persons += places.totals[unit]
                for group in 0..<groups { counts[group] += places.counts[unit * groups + group] }
            }
            var divergence = 0.0
            for group in 0..<groups where counts[group] > 0 {
                let share = counts[group] / persons
                divergence += share * log(share * places.total / places.groupTotals[group])
            }
            area += max(0, divergence) * (persons - before) / places.total
            start = end
        }
        return area
    }
}
