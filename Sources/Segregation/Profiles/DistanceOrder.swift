/// The units in order of distance from one of them, in rings of equal distance.
struct DistanceOrder {
    /// The units from near to far, the origin first.
    private(set) var units: [Int]
    /// The squared distances of ``units``.
    private(set) var squares: [Double]
    private let x: [Double]
    private let y: [Double]
    private var keys: [UInt64]
    private var spare: [UInt64]
    private var places: [Int]
    private var unsorted: [Double]

    init(x: [Double], y: [Double]) {
        self.x = x
        self.y = y
        units = [Int](repeating: 0, count: x.count)
        squares = [Double](repeating: 0, count: x.count)
        keys = [UInt64](repeating: 0, count: x.count)
        spare = keys
        unsorted = squares
        places = [Int](repeating: 0, count: 1 << 11)
    }

    /// Orders all units by their distance from one.
    ///
    /// The first 32 bits of a positive number stand in the order of the numbers; three passes over their digits order
    /// nearly all, and a pass by insertion puts right the few that are closer than that.
    mutating func sort(around origin: Int) {
        let originX = x[origin]
        let originY = y[origin]
        for unit in x.indices {
            let dx = x[unit] - originX
            let dy = y[unit] - originY
            unsorted[unit] = dx * dx + dy * dy
            keys[unit] = ((unsorted[unit].bitPattern >> 31) << 32) | UInt64(unit)
        }
        for shift in [32, 43, 54] {
            for place in places.indices { places[place] = 0 }
            for key in keys { places[Int(key >> UInt64(shift)) & 0x7ff] += 1 }
            var start = 0
            for place in places.indices {
                let count = places[place]
                places[place] = start
                start += count
            }
            for key in keys {
                let digit = Int(key >> UInt64(shift)) & 0x7ff
                spare[places[digit]] = key
                places[digit] += 1
            }
            swap(&keys, &spare)
        }
        for place in keys.indices {
            let unit = Int(keys[place] & 0xffff_ffff)
            let square = unsorted[unit]
            var free = place
            while free > 0, squares[free - 1] > square {
                squares[free] = squares[free - 1]
                units[free] = units[free - 1]
                free -= 1
            }
            squares[free] = square
            units[free] = unit
        }
    }

    /// The end of the ring that starts at a place: units whose distances differ by rounding only belong together.
    func ringEnd(from start: Int) -> Int {
        var end = start + 1
        let limit = squares[start] * (1 + 1e-12)
        while end < squares.count, squares[end] <= limit { end += 1 }
        return end
    }
}
