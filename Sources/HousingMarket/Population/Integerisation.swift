internal import Stochastics

/// From weights to whole numbers with an exact total: truncate, replicate, sample (Lovelace and Ballas 2013). Each weight
/// keeps its whole part; the rest is drawn with chances in proportion to the fractions, each cell once at most.
enum Integerisation {
    /// Whole numbers that add up to `total`, as near to `weights` as whole numbers can be.
    ///
    /// - Parameters:
    ///   - weights: not negative; they are scaled to `total` first.
    ///   - stream: decides which fractions are rounded up.
    static func counts(_ weights: [Double], total: Int, using stream: inout RandomStream) -> [Int] {
        let sum = weights.reduce(0, +)
        guard sum > 0, total > 0 else {
            var result = Array(repeating: 0, count: weights.count)
            if total > 0, !result.isEmpty { result[0] = total }
            return result
        }
        let scaled = weights.map { $0 / sum * Double(total) }
        var result = scaled.map { Int($0.rounded(.down)) }
        let fractions = zip(scaled, result).map { $0 - Double($1) }
        let missing = total - result.reduce(0, +)
        guard missing > 0 else { return result }
        // Systematic sampling: cells on a line, each as long as its fraction, and a comb with teeth one apart.
        let length = fractions.reduce(0, +)
        let step = length / Double(missing)
        var tooth = stream.unit() * step
        var place = 0.0
        for (cell, fraction) in fractions.enumerated() {
            place += fraction
            if tooth < place {
                result[cell] += 1
                tooth += step
            }
        }
        let left = total - result.reduce(0, +)
        if left > 0, let largest = fractions.indices.max(by: { fractions[$0] < fractions[$1] }) {
            result[largest] += left
        }
        return result
    }
}

extension DrawPurpose {
    /// Homes of an area made from its margins.
    static let populationHomes = DrawPurpose(rawValue: 110)
    /// Households of an area made from its margins.
    static let populationHouseholds = DrawPurpose(rawValue: 111)
    /// Which household lives in which home.
    static let populationMatch = DrawPurpose(rawValue: 112)
    /// A made-up town.
    static let madeUpTown = DrawPurpose(rawValue: 113)
}
