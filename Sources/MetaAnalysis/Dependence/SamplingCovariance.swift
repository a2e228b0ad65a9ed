/// How sampling errors of effects hang together.
public enum SamplingCovariance: Sendable, Equatable {
    /// Not at all.
    case independent
    /// Effects with the same label share persons: correlation ρ of their errors, a guess that should be
    /// varied.
    case correlated(within: [String], rho: Double)
    /// Covariances that were computed, k × k; the diagonal holds the variances.
    case matrix([[Double]])

    /// The full matrix.
    func matrix(for effects: EffectSet) throws(MetaAnalysisError) -> Matrix {
        let k = effects.count
        switch self {
        case .independent: return Matrix.diagonal(effects.variances)
        case .correlated(let labels, let rho):
            guard labels.count == k else {
                throw .count(what: "label of shared persons", found: labels.count, expected: k)
            }
            guard rho > -1, rho < 1 else {
                throw .parameter(name: "rho", found: rho, expected: "between −1 and 1")
            }
            var matrix = Matrix.diagonal(effects.variances)
            let errors = effects.standardErrors
            for i in 0..<k {
                for j in 0..<k where i != j && labels[i] == labels[j] {
                    matrix[i, j] = rho * errors[i] * errors[j]
                }
            }
            return matrix
        case .matrix(let rows):
            guard rows.count == k, rows.allSatisfy({ $0.count == k }) else {
                throw .count(what: "row of sampling covariances", found: rows.count, expected: k)
            }
            let matrix = Matrix(rows)
            for i in 0..<k {
                for j in 0..<k where !(matrix[i, j].isFinite && matrix[i, j] == matrix[j, i]) {
                    throw .studyData(
                        study: effects.studies[i],
                        problem: "its covariance with '\(effects.studies[j])' is not finite or not symmetric")
                }
            }
            return matrix
        }
    }
}

/// A random term: effects with the same label share a draw from a normal distribution with variance σ².
public struct RandomTerm: Sendable, Equatable {
    /// The name, for instance "district".
    public var name: String
    /// One label per effect.
    public var labels: [String]

    /// A random term.
    public init(_ name: String, _ labels: [String]) {
        self.name = name
        self.labels = labels
    }
}

/// Blocks of effects that are independent of each other.
struct CovarianceBlocks: Sendable, Equatable {
    let blocks: [[Int]]

    /// Effects that share a label or a sampling covariance come into one block.
    init(count: Int, terms: [RandomTerm], sampling: Matrix) {
        var parent = Array(0..<count)
        func root(_ place: Int) -> Int {
            var place = place
            while parent[place] != place { place = parent[place] }
            return place
        }
        func join(_ first: Int, _ second: Int) {
            let a = root(first)
            let b = root(second)
            if a != b { parent[max(a, b)] = min(a, b) }
        }
        for term in terms {
            var first: [String: Int] = [:]
            for (place, label) in term.labels.enumerated() {
                if let known = first[label] { join(known, place) } else { first[label] = place }
            }
        }
        for i in 0..<count { for j in 0..<i where sampling[i, j] != 0 { join(i, j) } }
        var members = [[Int]](repeating: [], count: count)
        for place in 0..<count { members[root(place)].append(place) }
        blocks = members.filter { !$0.isEmpty }
    }
}
