/// Sorts units by the share of a group and sums the differences between all pairs.
struct ShareSorter {
    /// The members of the group and all persons of a unit.
    private struct Entry {
        var members: Double
        var persons: Double

        @inline(__always) var share: Double { members / persons }
    }

    private var entries: [Entry]
    /// A rank in the upper and the place of an entry in the lower 32 bits.
    private var keys: [UInt64]
    private var spare: [UInt64]
    private var low: [Int]
    private var high: [Int]

    private static let digits = 11
    private static let buckets = 1 << digits

    init(capacity: Int) {
        entries = [Entry](repeating: Entry(members: 0, persons: 0), count: capacity)
        keys = [UInt64](repeating: 0, count: capacity)
        spare = keys
        low = [Int](repeating: 0, count: capacity > 0 ? Self.buckets : 0)
        high = low
    }

    /// The sum over pairs of units of t_i t_j |p_i - p_j|, every pair once.
    ///
    /// In ascending order of p, unit j adds x_j T_j - t_j X_j with T_j and X_j the persons and members before it;
    /// these are whole numbers for whole counts, so nothing is lost in the subtraction.
    /// - Complexity: n log n at worst; linear where no more than a few units share a four-millionth of the range.
    mutating func pairDifferences(
        _ counts: UnsafeBufferPointer<Double>, group: Int, of groups: Int,
        unitTotals: UnsafeBufferPointer<Double>
    ) -> Double {
        var used = 0
        var lowest = Double.infinity
        var highest = 0.0
        for unit in 0..<unitTotals.count where unitTotals[unit] > 0 {
            let entry = Entry(members: counts[unit * groups + group], persons: unitTotals[unit])
            lowest = min(lowest, entry.share)
            highest = max(highest, entry.share)
            entries[used] = entry
            used += 1
        }
        guard highest > lowest else { return 0 }
        order(used, from: lowest, to: highest)
        return sum(used)
    }

    /// Ranks of 22 bits over the range of the shares and two passes over their digits order nearly all units.
    private mutating func order(_ used: Int, from lowest: Double, to highest: Double) {
        let scale = Double(Self.buckets * Self.buckets - 1) / (highest - lowest)
        let mask = UInt64(Self.buckets - 1)
        for bucket in 0..<Self.buckets { (low[bucket], high[bucket]) = (0, 0) }
        for place in 0..<used {
            let rank = UInt64((entries[place].share - lowest) * scale)
            keys[place] = rank << 32 | UInt64(place)
            low[Int(rank & mask)] += 1
            high[Int(rank >> UInt64(Self.digits))] += 1
        }
        Self.accumulate(&low)
        Self.accumulate(&high)
        for place in 0..<used {
            let bucket = Int(keys[place] >> 32 & mask)
            spare[low[bucket]] = keys[place]
            low[bucket] += 1
        }
        for place in 0..<used {
            let bucket = Int(spare[place] >> UInt64(32 + Self.digits))
            keys[high[bucket]] = spare[place]
            high[bucket] += 1
        }
    }

    private static func accumulate(_ sizes: inout [Int]) {
        var next = 0
        for bucket in sizes.indices {
            let size = sizes[bucket]
            sizes[bucket] = next
            next += size
        }
    }

    /// Walks over the units in order; those of one rank are put in order first.
    private mutating func sum(_ used: Int) -> Double {
        var persons = 0.0
        var members = 0.0
        var sum = 0.0
        var start = 0
        while start < used {
            var end = start + 1
            while end < used, keys[end] >> 32 == keys[start] >> 32 { end += 1 }
            if end - start > 1 { settle(start..<end) }
            for place in start..<end {
                let entry = entries[Int(keys[place] & 0xffff_ffff)]
                sum += entry.members * persons - entry.persons * members
                persons += entry.persons
                members += entry.members
            }
            start = end
        }
        return sum
    }

    private func share(_ place: Int) -> Double { entries[Int(keys[place] & 0xffff_ffff)].share }

    /// Orders a run of keys in place by insertion, and a long one as a heap; a run that ascends already is left.
    private mutating func settle(_ run: Range<Int>) {
        if run.count <= 24 {
            for index in run.dropFirst() {
                let key = keys[index]
                let own = share(index)
                var place = index
                while place > run.lowerBound, share(place - 1) > own {
                    keys[place] = keys[place - 1]
                    place -= 1
                }
                keys[place] = key
            }
            return
        }
        guard !run.dropFirst().allSatisfy({ share($0 - 1) <= share($0) }) else { return }
        for root in stride(from: run.count / 2 - 1, through: 0, by: -1) {
            sink(root, in: run.lowerBound..<run.upperBound)
        }
        for end in stride(from: run.upperBound - 1, to: run.lowerBound, by: -1) {
            keys.swapAt(run.lowerBound, end)
            sink(0, in: run.lowerBound..<end)
        }
    }

    private mutating func sink(_ root: Int, in heap: Range<Int>) {
        var root = root
        while true {
            var child = 2 * root + 1
            guard child < heap.count else { return }
            if child + 1 < heap.count,
                share(heap.lowerBound + child) < share(heap.lowerBound + child + 1)
            {
                child += 1
            }
            guard share(heap.lowerBound + root) < share(heap.lowerBound + child) else { return }
            keys.swapAt(heap.lowerBound + root, heap.lowerBound + child)
            root = child
        }
    }
}
