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

/// How the surroundings of every unit come to resemble the town as they grow (Olteanu, Randon-Furling and
/// Clark 2019).
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

    /// The profile around one unit. Units at the same distance join together, so each of them shows the whole
    /// ring.
    func steps(around origin: Int) -> [DivergenceStep] {
        var walker = DivergenceWalker(places, x, y)
        walker.walk(around: origin)
        var steps: [DivergenceStep] = []
        for ring in 0..<walker.rings {
            for _ in 0..<Int(walker.sizes[ring]) {
                let place = steps.count
                steps.append(
                    DivergenceStep(
                        unit: places.table.unitIdentifiers[places.rows[Int(walker.order.units[place])]],
                        distance: walker.order.squares[place].squareRoot(),
                        divergence: walker.divergences[ring], persons: walker.persons[ring]))
            }
        }
        return steps
    }

    /// The sum of each profile, unit after unit. - Parameter threads: every thread takes origins of its own,
    /// so the number changes nothing in the result.
    func distortions(threads: Int) -> [Double] {
        let count = places.count
        var sums = [Double](repeating: 0, count: count)
        sums.withUnsafeMutableBufferPointer { sums in
            // Every origin writes its own place only, and all are done before the pointer is handed back.
            nonisolated(unsafe) let sums = sums
            ParallelLoop.run(count, threads: threads, memory: { DivergenceWalker(places, x, y) }) {
                walker, origin in
                sums[origin] = walker.walk(around: origin)
            }
        }
        return sums
    }
}

/// Walks outwards from one unit after another, with memory of its own.
///
/// Three passes: the order, the counts of every ring with all within it, and the divergences of four rings at
/// a time.
struct DivergenceWalker {
    private(set) var order: DistanceOrder
    /// The number of rings.
    private(set) var rings = 0
    /// The units in every ring, as a number to multiply by.
    private(set) var sizes: [Double]
    /// The persons up to every ring.
    private(set) var persons: [Double]
    /// Σ q ln(q/P) of every ring with all within it.
    private(set) var divergences: [Double]
    /// The members of two groups up to every ring, pair of groups after pair.
    private var members: [SIMD2<Double>]
    /// The members of two groups in every unit, pair of groups after pair.
    private let counts: [SIMD2<Double>]
    /// T/X of two groups at a time; 0 for a group without members.
    private let inverseShares: [SIMD2<Double>]
    /// Room for every ring, filled up to whole vectors of four.
    private let room: Int

    init(_ places: InhabitedPlaces, _ x: [Double], _ y: [Double]) {
        let groups = places.groupCount
        let units = places.count
        order = DistanceOrder(x: x, y: y)
        let room = (units + 3) / 4 * 4
        self.room = room
        sizes = [Double](repeating: 0, count: room)
        persons = sizes
        divergences = sizes
        let pairs = stride(from: 0, to: groups, by: 2)
        members = [SIMD2<Double>](repeating: .zero, count: (groups + 1) / 2 * room)
        counts = pairs.flatMap { first in
            (0..<units).map { unit in
                SIMD2(
                    places.count(of: first, in: unit),
                    first + 1 < groups ? places.count(of: first + 1, in: unit) : 0)
            }
        }
        let inverse = places.groupTotals.map { $0 > 0 ? places.total / $0 : 0 }
        inverseShares = pairs.map { SIMD2(inverse[$0], $0 + 1 < groups ? inverse[$0 + 1] : 0) }
    }

    /// Walks around one unit.
    /// - Returns: the sum of the divergences of all steps, one step per unit.
    @discardableResult
    mutating func walk(around origin: Int) -> Double {
        order.sort(around: origin)
        count()
        diverge()
        var sum = SIMD4<Double>.zero
        sizes.withUnsafeBytes { sizes in
            divergences.withUnsafeBytes { divergences in
                for ring in stride(from: 0, to: rings * 8, by: 32) {
                    sum +=
                        sizes.loadUnaligned(fromByteOffset: ring, as: SIMD4<Double>.self)
                        * divergences.loadUnaligned(fromByteOffset: ring, as: SIMD4<Double>.self)
                }
            }
        }
        return (sum[0] + sum[2]) + (sum[1] + sum[3])
    }

    /// Counts outwards, unit by unit, and then keeps the last unit of every ring.
    private mutating func count() {
        let units = order.units.count
        let room = room
        precondition(
            units <= room && members.count == room * inverseShares.count
                && counts.count == units * inverseShares.count)
        order.units.withUnsafeBufferPointer { order in
            counts.withUnsafeBufferPointer { counts in
                members.withUnsafeMutableBufferPointer { members in
                    for pair in inverseShares.indices {
                        let first = pair * units
                        let into = pair * room
                        var running = SIMD2<Double>.zero
                        for place in 0..<units {
                            running += counts[first + Int(order[place])]
                            members[into + place] = running
                        }
                    }
                }
            }
        }
        joinRings(of: units)
        // What fills up the last vector counts nought times.
        guard rings > 0 else { return }
        for ring in rings..<(rings + 3) / 4 * 4 {
            sizes[ring] = 0
            for pair in inverseShares.indices {
                members[pair * room + ring] = members[pair * room + rings - 1]
            }
        }
    }

    /// Makes one ring of units whose distances differ by rounding only.
    private mutating func joinRings(of units: Int) {
        let pairs = inverseShares.count
        let room = room
        var rings = 0
        var start = 0
        order.squares.withUnsafeBufferPointer { squares in
            members.withUnsafeMutableBufferPointer { members in
                sizes.withUnsafeMutableBufferPointer { sizes in
                    while start < units {
                        let limit = squares[start] * (1 + 1e-12)
                        var end = start + 1
                        while end < units, squares[end] <= limit { end += 1 }
                        if rings < end - 1 {
                            for pair in 0..<pairs {
                                members[pair * room + rings] = members[pair * room + end - 1]
                            }
                        }
                        sizes[rings] = Double(end - start)
                        rings += 1
                        start = end
                    }
                }
            }
        }
        self.rings = rings
    }

    /// Compares every ring with the town.
    private mutating func diverge() {
        let room = room
        let inverseShares = inverseShares
        precondition(members.count == room * inverseShares.count && rings <= room)
        LogarithmVector.withTable { ln in
            members.withUnsafeBufferPointer { members in
                persons.withUnsafeMutableBytes { persons in
                    divergences.withUnsafeMutableBytes { divergences in
                        for ring in stride(from: 0, to: rings, by: 4) {
                            var all = SIMD4<Double>.zero
                            for pair in inverseShares.indices {
                                let (first, second) = Self.apart(members, pair * room + ring)
                                all += first + second
                            }
                            let inverse = 1 / all
                            var sum = SIMD4<Double>.zero
                            for pair in inverseShares.indices {
                                let (first, second) = Self.apart(members, pair * room + ring)
                                let share = first * inverse
                                let other = second * inverse
                                sum += share * ln(share * inverseShares[pair].x)
                                sum += other * ln(other * inverseShares[pair].y)
                            }
                            sum.replace(with: 0, where: sum .< SIMD4(repeating: 0))
                            persons.storeBytes(of: all, toByteOffset: ring * 8, as: SIMD4<Double>.self)
                            divergences.storeBytes(of: sum, toByteOffset: ring * 8, as: SIMD4<Double>.self)
                        }
                    }
                }
            }
        }
    }

    /// The members of the first and of the second group of a pair in four rings.
    @inline(__always)
    private static func apart(
        _ members: UnsafeBufferPointer<SIMD2<Double>>, _ place: Int
    ) -> (SIMD4<Double>, SIMD4<Double>) {
        let first = members[place]
        let second = members[place + 1]
        let third = members[place + 2]
        let fourth = members[place + 3]
        return (
            SIMD4(first.x, second.x, third.x, fourth.x), SIMD4(first.y, second.y, third.y, fourth.y)
        )
    }
}
