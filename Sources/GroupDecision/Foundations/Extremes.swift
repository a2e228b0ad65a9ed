/// The places of the largest value, in rising order.
func placesOfMaximum<Value: Comparable>(_ values: [Value]) -> [Int] {
    guard let top = values.max() else { return [] }
    return values.indices.filter { values[$0] == top }
}

/// The distance from the largest value to the next lower one, nil if all values are equal.
func gapBelowMaximum(_ values: [Double]) -> Double? {
    guard let top = values.max(), let next = values.filter({ $0 < top }).max() else { return nil }
    return top - next
}

/// The members of a bit set, in rising order.
func members(of set: UInt64) -> [Int] {
    var rest = set
    var found: [Int] = []
    while rest != 0 {
        found.append(rest.trailingZeroBitCount)
        rest &= rest &- 1
    }
    return found
}

/// The bit set of members below 64.
func bitSet(_ members: some Sequence<Int>) -> UInt64 {
    members.reduce(0) { $0 | 1 << UInt64($1) }
}
