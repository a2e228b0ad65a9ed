/// Sorts units by the share of a group and sums the differences between all pairs.
struct ShareSorter {
    /// A unit in the order of a group's share.
    private struct Entry {
        var share: Double
        var members: Double
        var persons: Double
    }

    private var entries: [Entry]
    private var sorted: [Entry]
    private var keys: [UInt64]
    private var spare: [UInt64]
    private var places: [Int]

    init(capacity: Int) {
        entries = [Entry](repeating: Entry(share: 0, members: 0, persons: 0), count: capacity)
        sorted = entries
        keys = [UInt64](repeating: 0, count: capacity)
        spare = keys
        places = [Int](repeating: 0, count: 1 << 11)
    }

    /// The sum over pairs of units of t_i t_j |p_i - p_j|, every pair once.
    ///
    /// In ascending order of p, unit j adds x_j T_j - t_j X_j with T_j and X_j the persons and members before it;
    /// these are whole numbers for whole counts, so nothing is lost in the subtraction.
    /// - Complexity: n log n for few units, linear for many.
    mutating func pairDifferences(
        _ counts: UnsafeBufferPointer<Double>, group: Int, of groups: Int, unitTotals: [Double]
    ) -> Double {
        var used = 0
        for (unit, persons) in unitTotals.enumerated() where persons > 0 {
            let members = counts[unit * groups + group]
            entries[used] = Entry(share: members / persons, members: members, persons: persons)
            used += 1
        }
        order(used)
        return Self.sum(sorted[..<used])
    }

    private static func sum(_ entries: ArraySlice<Entry>) -> Double {
        var persons = 0.0
        var members = 0.0
        var sum = 0.0
        for entry in entries {
            sum += entry.members * persons - entry.persons * members
            persons += entry.persons
            members += entry.members
        }
        return sum
    }

    /// Passes over the digits of the first 32 bits of the share order nearly all units; a last pass by insertion puts
    /// right the few whose shares are closer than that, and alone orders a handful of units.
    private mutating func order(_ used: Int) {
        for index in 0..<used {
            let share = UInt64(min(entries[index].share * 0x1p32, 0xffff_ffff))
            keys[index] = share << 32 | UInt64(index)
        }
        if used > 32 {
            // Few units do not fill the buckets of long digits.
            let digits = used < 1024 ? 8 : 11
            for shift in stride(from: 32, to: 64, by: digits) {
                distribute(used, shift: shift, digits: digits)
            }
        }
        for index in 0..<used { sorted[index] = entries[Int(keys[index] & 0xffff_ffff)] }
        for index in 1..<max(1, used) {
            let entry = sorted[index]
            var place = index
            while place > 0, sorted[place - 1].share > entry.share {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            if place < index { sorted[place] = entry }
        }
    }

    private mutating func distribute(_ used: Int, shift: Int, digits: Int) {
        let buckets = 1 << digits
        let mask = UInt64(buckets - 1)
        for bucket in 0..<buckets { places[bucket] = 0 }
        for index in 0..<used { places[Int(keys[index] >> shift & mask)] += 1 }
        var next = 0
        for bucket in 0..<buckets {
            let size = places[bucket]
            places[bucket] = next
            next += size
        }
        for index in 0..<used {
            let bucket = Int(keys[index] >> shift & mask)
            spare[places[bucket]] = keys[index]
            places[bucket] += 1
        }
        swap(&keys, &spare)
    }
}
