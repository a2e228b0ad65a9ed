/// The units in order of distance from one of them, in rings of equal distance.
struct DistanceOrder {
    /// The units from near to far, the origin first.
    private(set) var units: [Int32]
    /// The squared distances of ``units``.
    private(set) var squares: [Double]
    private let x: [Double]
    private let y: [Double]
    /// The ends of the map, to know how far units can be.
    private let corners: (low: SIMD2<Double>, high: SIMD2<Double>)
    private var unsorted: [Double]
    /// The bin of every unit.
    private var bins: [Int32]
    /// Where each of the bins ends.
    private var ends: [Int32]

    init(x: [Double], y: [Double]) {
        self.x = x
        self.y = y
        corners = (
            SIMD2(x.min() ?? 0, y.min() ?? 0), SIMD2(x.max() ?? 0, y.max() ?? 0)
        )
        units = [Int32](repeating: 0, count: x.count)
        squares = [Double](repeating: 0, count: x.count)
        unsorted = squares
        bins = units
        ends = [Int32](repeating: 0, count: max(1, 2 * x.count))
    }

    /// Bins with more units than this are sorted by themselves before the last pass.
    private static let crowded = 24

    /// Orders all units by their distance from one.
    ///
    /// Twice as many bins of equal squared distance as there are units: on the map these are rings of equal
    /// area, so most hold one unit or none, and one pass by insertion puts the others right. Crowded bins, as
    /// of a town far from the rest, are sorted before it, so that no map takes more than units x log(units).
    /// - Complexity: linear in the units for an evenly settled map.
    mutating func sort(around origin: Int) {
        let count = x.count
        precondition(origin < count && y.count == count)
        let origin = SIMD2(x[origin], y[origin])
        let far = pointwiseMax(origin - corners.low, corners.high - origin)
        let largest = far.x * far.x + far.y * far.y
        // Units on one spot, nearer than any map tells apart, all go into the first bin.
        let scale = largest > 1e-280 ? Double(ends.count - 1) / largest : 0
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                unsorted.withUnsafeMutableBufferPointer { unsorted in
                    bins.withUnsafeMutableBufferPointer { bins in
                        ends.withUnsafeMutableBufferPointer { ends in
                            units.withUnsafeMutableBufferPointer { units in
                                squares.withUnsafeMutableBufferPointer { squares in
                                    Self.measure(x, y, origin, scale, into: unsorted, bins)
                                    Self.deal(unsorted, bins, ends, into: units, squares)
                                    Self.sortCrowded(ends, units, squares)
                                    Self.insert(units, squares)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Writes squared distances and bins.
    private static func measure(
        _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>, _ origin: SIMD2<Double>,
        _ scale: Double, into squares: UnsafeMutableBufferPointer<Double>,
        _ bins: UnsafeMutableBufferPointer<Int32>
    ) {
        for unit in 0..<x.count {
            let dx = x[unit] - origin.x
            let dy = y[unit] - origin.y
            let square = dx * dx + dy * dy
            squares[unit] = square
            // Adding 2^52 rounds to a whole number, which then stands in the last bits.
            bins[unit] = Int32(truncatingIfNeeded: (square * scale + 0x1p52).bitPattern)
        }
    }

    /// Deals units over bins, in the order of their rows within each; `ends` then holds where each bin ends.
    private static func deal(
        _ unsorted: UnsafeMutableBufferPointer<Double>, _ bins: UnsafeMutableBufferPointer<Int32>,
        _ ends: UnsafeMutableBufferPointer<Int32>,
        into units: UnsafeMutableBufferPointer<Int32>, _ squares: UnsafeMutableBufferPointer<Double>
    ) {
        ends.update(repeating: 0)
        for unit in 0..<bins.count { ends[Int(bins[unit])] &+= 1 }
        var start: Int32 = 0
        for bin in 0..<ends.count {
            let members = ends[bin]
            ends[bin] = start
            start &+= members
        }
        for unit in 0..<bins.count {
            let bin = Int(bins[unit])
            let place = Int(ends[bin])
            ends[bin] &+= 1
            units[place] = Int32(truncatingIfNeeded: unit)
            squares[place] = unsorted[unit]
        }
    }

    private static func sortCrowded(
        _ ends: UnsafeMutableBufferPointer<Int32>, _ units: UnsafeMutableBufferPointer<Int32>,
        _ squares: UnsafeMutableBufferPointer<Double>
    ) {
        var start = 0
        for bin in 0..<ends.count {
            let end = Int(ends[bin])
            if end - start > crowded {
                let sorted = (start..<end).map { (squares[$0], units[$0]) }.sorted { $0 < $1 }
                for (place, pair) in sorted.enumerated() {
                    squares[start + place] = pair.0
                    units[start + place] = pair.1
                }
            }
            start = end
        }
    }

    private static func insert(
        _ units: UnsafeMutableBufferPointer<Int32>, _ squares: UnsafeMutableBufferPointer<Double>
    ) {
        for place in 1..<max(1, squares.count) where squares[place - 1] > squares[place] {
            let square = squares[place]
            let unit = units[place]
            var free = place
            repeat {
                squares[free] = squares[free - 1]
                units[free] = units[free - 1]
                free -= 1
            } while free > 0 && squares[free - 1] > square
            squares[free] = square
            units[free] = unit
        }
    }

    /// The end of the ring that starts at a place: units whose distances differ by rounding only belong
    /// together.
    func ringEnd(from start: Int) -> Int {
        var end = start + 1
        let limit = squares[start] * (1 + 1e-12)
        while end < squares.count, squares[end] <= limit { end += 1 }
        return end
    }
}
