internal import Dispatch
internal import Foundation

/// One step of a surrounding that grows over the town.
public struct DivergenceStep: Sendable, Equatable {
    /// The unit that joins.
    public let unit: String
    /// Its distance from the origin, in units of distance.
    public let distance: Double
    /// How far the groups in the surrounding are from those of the town: Σ q ln(q/P), 0 at the end.
    public let divergence: Double
    /// The persons in the surrounding.
    public let persons: Double
}

/// How the surroundings of every unit come to resemble the town as they grow (Olteanu, Randon-Furling and Clark 2019).
struct DivergenceProfiles {
    private let places: InhabitedPlaces
    private let x: [Double]
    private let y: [Double]

    init?(_ places: InhabitedPlaces) {
        guard let x = places.x, let y = places.y else { return nil }
        self.places = places
        self.x = x
        self.y = y
    }

    /// The profile around one unit. Units at the same distance join together, so each of them shows the whole ring.
    func steps(around origin: Int) -> [DivergenceStep] {
        var steps: [DivergenceStep] = []
        var walker = Walker(places, x, y)
        walker.walk(around: origin) { unit, square, divergence, persons in
            steps.append(
                DivergenceStep(
                    unit: places.table.unitIdentifiers[places.rows[unit]], distance: square.squareRoot(),
                    divergence: divergence, persons: persons))
        }
        return steps
    }

    /// The sum of each profile, unit after unit.
    /// - Parameter threads: every thread takes origins of its own, so the number changes nothing in the result.
    func distortions(threads: Int) -> [Double] {
        let count = places.count
        var sums = [Double](repeating: 0, count: count)
        let workers = max(1, min(threads, count))
        sums.withUnsafeMutableBufferPointer { sums in
            // Every worker writes the places of its own origins only, and all are done before the pointer is handed
            // back.
            nonisolated(unsafe) let sums = sums
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                var walker = Walker(places, x, y)
                for origin in stride(from: worker, to: count, by: workers) {
                    var sum = 0.0
                    walker.walk(around: origin) { _, _, divergence, _ in sum += divergence }
                    sums[origin] = sum
                }
            }
        }
        return sums
    }

    /// Walks outwards with memory of its own.
    private struct Walker {
        private let places: InhabitedPlaces
        private let shares: [Double]
        private var order: DistanceOrder

        init(_ places: InhabitedPlaces, _ x: [Double], _ y: [Double]) {
            self.places = places
            shares = places.groupTotals.map { $0 / places.total }
            order = DistanceOrder(x: x, y: y)
        }

        @inline(__always)
        mutating func walk(
            around origin: Int, _ visit: (Int, _ square: Double, _ divergence: Double, Double) -> Void
        ) {
            order.sort(around: origin)
            let order = order
            let groups = places.groupCount
            // Counts of the surrounding, kept out of the struct so that the inner loops need no check of ownership.
            var counts = [Double](repeating: 0, count: groups)
            var persons = 0.0
            var start = 0
            while start < order.units.count {
                let end = order.ringEnd(from: start)
                for place in start..<end {
                    let unit = order.units[place]
                    persons += places.totals[unit]
                    for group in 0..<groups { counts[group] += places.counts[unit * groups + group] }
                }
                var divergence = 0.0
                for group in 0..<groups where counts[group] > 0 {
                    let share = counts[group] / persons
                    divergence += share * log(share / shares[group])
                }
                for place in start..<end {
                    visit(order.units[place], order.squares[place], max(0, divergence), persons)
                }
                start = end
            }
        }
    }
}
