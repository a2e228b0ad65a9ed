/// A bound of the Gini coefficient that is a sum over units.
///
/// With F(c) the share of all persons who live in units with a share of the group of at most c, G P (1-P) is
/// ∫ F (1-F) dc. F (1-F) is concave, so it lies below its tangent at any F₀ and above its chord between any
/// F₁ ≤ F ≤ F₂. Both are α(c) F + β(c), and ∫ α F is Σ t K(p) / T with K(p) = ∫ α from p to 1. α falls with
/// c, so K is convex.
struct CumulativeShape: Sendable {
    /// Ascending, from 0 to 1; between two of them α is constant.
    private let ends: [Double]
    private let slopes: [Double]
    /// K at the ends.
    private let heights: [Double]
    /// ∫ β.
    let constant: Double

    /// The tangent at the F of a table.
    init(members: [Double], persons: [Double]) {
        let used = persons.indices.filter { persons[$0] > 0 }
            .map { (share: min(1, max(0, members[$0] / persons[$0])), persons: persons[$0]) }
            .sorted { $0.share < $1.share }
        let all = used.reduce(0) { $0 + $1.persons }
        var below = 0.0
        self.init(
            steps: used.map { unit in
                below += unit.persons
                let f = all > 0 ? below / all : 0
                return (unit.share, f, f)
            })
    }

    /// The chord between the lowest and highest F of all tables.
    init(_ regions: PairRegions) {
        var lowest: [(share: Double, low: Double, high: Double)] = []
        var all = (low: 0.0, high: 0.0)
        var moves: [(share: Double, isCertain: Bool, low: Double, high: Double)] = []
        for unit in 0..<regions.unitCount {
            let corners = regions.corners[regions.starts[unit]..<regions.starts[unit + 1]]
            let low = corners.map(\.total).min() ?? 0
            let high = corners.map(\.total).max() ?? 0
            all.low += low
            all.high += high
            let shares = corners.filter { $0.total > 0 }.map(\.share)
            guard let first = shares.min(), let last = shares.max() else { continue }
            moves.append((first, false, low, high))
            moves.append((last, true, low, high))
        }
        var certain = (low: 0.0, high: 0.0)
        var possible = (low: 0.0, high: 0.0)
        for move in moves.sorted(by: { $0.share < $1.share }) {
            if move.isCertain {
                certain.low += move.low
                certain.high += move.high
            } else {
                possible.low += move.low
                possible.high += move.high
            }
            let least = certain.low + max(0, all.high - certain.high)
            let most = possible.high + max(0, all.low - possible.low)
            lowest.append(
                (move.share, least > 0 ? certain.low / least : 0, most > 0 ? min(1, possible.high / most) : 1)
            )
        }
        self.init(steps: lowest)
    }

    /// From the places where F may step, ascending, with its lowest and highest value from there on. Tangent
    /// and chord have the same form: α = 1 - F₁ - F₂ and β = F₁ F₂.
    private init(steps: [(share: Double, low: Double, high: Double)]) {
        var ends = [0.0]
        var slopes: [Double] = []
        var constant = 0.0
        var current = (low: 0.0, high: 0.0)
        for step in steps + [(1, 1, 1)] {
            if let last = ends.last, step.share > last {
                ends.append(step.share)
                slopes.append(1 - current.low - current.high)
                constant += (step.share - last) * current.low * current.high
            }
            current = (step.low, step.high)
        }
        var heights = [Double](repeating: 0, count: ends.count)
        for place in slopes.indices.reversed() {
            heights[place] = heights[place + 1] + slopes[place] * (ends[place + 1] - ends[place])
        }
        self.ends = ends
        self.slopes = slopes
        self.heights = heights
        self.constant = constant
    }

    /// K.
    func callAsFunction(_ share: Double) -> Double {
        let place = piece(share)
        return heights[place + 1] + slopes[place] * (ends[place + 1] - share)
    }

    /// -dK/dp, which is α.
    func slope(_ share: Double) -> Double { slopes[piece(share)] }

    private func piece(_ share: Double) -> Int {
        var low = 0
        var high = slopes.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if ends[middle] <= share { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
