/// A unit in the order of a group's share.
struct GiniEntry {
    var share: Double
    var members: Double
    var persons: Double
}

/// Sorts units by share and sums the differences between all pairs.
struct ShareSorter {
    /// The sum over pairs of units of t_i t_j |p_i - p_j|, every pair once.
    ///
    /// In ascending order of p, unit j adds x_j T_j - t_j X_j with T_j and X_j the persons and members before it;
    /// these are whole numbers for whole counts, so nothing is lost in the subtraction.
    /// - Complexity: n log n.
    mutating func pairDifferences(of entries: inout [GiniEntry], used: Int) -> Double {
        entries[..<used].sort { $0.share < $1.share }
        var persons = 0.0
        var members = 0.0
        var sum = 0.0
        for index in 0..<used {
            let entry = entries[index]
            sum += entry.members * persons - entry.persons * members
            persons += entry.persons
            members += entry.members
        }
        return sum
    }
}
