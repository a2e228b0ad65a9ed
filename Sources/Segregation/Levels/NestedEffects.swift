/// Effects of nested areas on residuals of units, with the variance at each level by maximum likelihood.
///
/// The model is e = Σ ζ + ε with ζ normal around 0, one per area and level, and ε one per unit, as a multilevel model
/// without fixed part. Areas form trees, so the expectation step is exact: what units say goes up the tree and what
/// areas know comes down again (Dempster, Laird and Rubin 1977 for the steps; Rauch, Tung and Striebel 1965 for the way up and
/// down).
struct NestedEffects {
    /// The areas of all levels, largest level first, in one row; a parent stands before its children.
    struct Tree: Sendable {
        /// The parent of each area, or -1.
        var parents: [Int] = []
        /// The level of each area.
        var levels: [Int] = []
        /// The label of each area.
        var labels: [String] = []
        /// The smallest area of each unit.
        var areaOfUnit: [Int] = []
        /// The number of areas by level.
        var sizes: [Int] = []

        /// - Parameter levels: labels of units by level, largest areas first.
        init(_ levels: [(name: String, labels: [String])], units: Int) throws(SegregationError) {
            areaOfUnit = [Int](repeating: -1, count: units)
            for (level, list) in levels.enumerated() {
                guard list.labels.count == units else {
                    throw .labelCount(level: list.name, found: list.labels.count, expected: units)
                }
                // A label counts together with those above it, so that two districts may use the same names.
                var places: [Int: [String: Int]] = [:]
                let before = parents.count
                for unit in 0..<units {
                    let above = areaOfUnit[unit]
                    if let area = places[above]?[list.labels[unit]] {
                        areaOfUnit[unit] = area
                        continue
                    }
                    places[above, default: [:]][list.labels[unit]] = parents.count
                    areaOfUnit[unit] = parents.count
                    parents.append(above)
                    self.levels.append(level)
                    labels.append(list.labels[unit])
                }
                sizes.append(parents.count - before)
            }
        }
    }

    /// The variance at each level, the units last.
    private(set) var variances: [Double]
    /// The effect of each area of the tree.
    private(set) var effects: [Double]
    /// What is left of each unit.
    private(set) var residuals: [Double]
    /// Whether the variances settled within ``mostLeaps``.
    private(set) var isSettled = false

    private static let mostLeaps = 1000
    /// Variances that move by less than this share of the whole in a step have settled.
    private static let settled = 1e-11

    private static func length(_ numbers: [Double]) -> Double {
        numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    init(_ tree: Tree, values: [Double]) {
        let levels = tree.sizes.count
        let spread = values.reduce(0) { $0 + $1 * $1 } / Double(max(1, values.count))
        variances = [Double](repeating: spread / Double(levels + 1), count: levels + 1)
        effects = [Double](repeating: 0, count: tree.parents.count)
        residuals = values
        guard spread > 0 else {
            isSettled = true
            return
        }
        var memory = Memory(areas: tree.parents.count)
        // Two steps give the direction and how fast it fades; a leap along it saves most of the way (Varadhan and Roland
        // 2008). No variance falls below a tenth in one leap, so that none gets stuck at 0.
        for _ in 0..<Self.mostLeaps {
            let first = memory.step(tree, values, variances)
            let second = memory.step(tree, values, first)
            let move = zip(first, variances).map { $0 - $1 }
            let bend = zip(zip(second, first), move).map { $0.0 - $0.1 - $1 }
            if Self.length(move) <= Self.settled * spread {
                variances = second
                isSettled = true
                break
            }
            let stride = max(1, Self.length(move) / max(Self.length(bend), .leastNormalMagnitude))
            variances = variances.indices.map { level in
                let leap = variances[level] + 2 * stride * move[level] + stride * stride * bend[level]
                return leap.isFinite ? max(leap, second[level] / 10) : second[level]
            }
            variances = memory.step(tree, values, variances)
        }
        _ = memory.step(tree, values, variances)
        effects = memory.effects
        for unit in values.indices { residuals[unit] = values[unit] - memory.means[tree.areaOfUnit[unit]] }
    }

    private struct Memory {
        /// What the units below say of the level of an area: precision, and precision times mean.
        var precision: [Double]
        var pull: [Double]
        /// The level of an area given all units, and how sure.
        var means: [Double]
        var spreads: [Double]
        var effects: [Double]

        init(areas: Int) {
            precision = [Double](repeating: 0, count: areas)
            pull = precision
            means = precision
            spreads = precision
            effects = precision
        }

        /// One step of expectation and maximisation; returns the new variances.
        mutating func step(_ tree: Tree, _ values: [Double], _ variances: [Double]) -> [Double] {
            let last = variances.count - 1
            let noise = max(variances[last], 1e-12 * variances.reduce(0, +))
            for area in precision.indices {
                precision[area] = 0
                pull[area] = 0
            }
            for (unit, area) in tree.areaOfUnit.enumerated() {
                precision[area] += 1 / noise
                pull[area] += values[unit] / noise
            }
            for area in tree.parents.indices.reversed() where tree.parents[area] >= 0 {
                let shrink = 1 / (1 + precision[area] * variances[tree.levels[area]])
                precision[tree.parents[area]] += shrink * precision[area]
                pull[tree.parents[area]] += shrink * pull[area]
            }
            var sums = [Double](repeating: 0, count: variances.count)
            for area in tree.parents.indices {
                let parent = tree.parents[area]
                let variance = variances[tree.levels[area]]
                let shrink = 1 / (1 + precision[area] * variance)
                let above = parent >= 0 ? means[parent] : 0
                let doubt = parent >= 0 ? spreads[parent] : 0
                means[area] = shrink * above + variance * shrink * pull[area]
                spreads[area] = variance * shrink + shrink * shrink * doubt
                effects[area] = means[area] - above
                let own = variance * shrink + (shrink - 1) * (shrink - 1) * doubt
                sums[tree.levels[area]] += effects[area] * effects[area] + own
            }
            for (unit, area) in tree.areaOfUnit.enumerated() {
                let left = values[unit] - means[area]
                sums[last] += left * left + spreads[area]
            }
            return sums.enumerated().map { level, sum in
                sum / Double(max(1, level < last ? tree.sizes[level] : values.count))
            }
        }
    }
}
