/// How sampling errors of effects hang together.
public enum SamplingCovariance: Sendable, Equatable {
    /// Not at all.
    case independent
    /// Effects with the same label share persons: correlation ρ of their errors, a guess that should be
    /// varied.
    case correlated(within: [String], rho: Double)
    /// Covariances that were computed, k × k; the diagonal holds the variances.
    case matrix([[Double]])

    /// The errors of a set of effects.
    func errors(of effects: EffectSet) throws(MetaAnalysisError) -> SamplingErrors {
        let k = effects.count
        switch self {
        case .independent: return SamplingErrors(variances: effects.variances, form: .independent)
        case .correlated(let labels, let rho):
            guard labels.count == k else {
                throw .count(what: "label of shared persons", found: labels.count, expected: k)
            }
            guard rho > -1, rho < 1 else {
                throw .parameter(name: "rho", found: rho, expected: "between −1 and 1")
            }
            return SamplingErrors(variances: effects.variances, form: .correlated(labels, rho))
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
            return SamplingErrors(variances: effects.variances, form: .matrix(matrix))
        }
    }
}

/// Sampling errors that give the covariance of any few effects without holding that of all.
struct SamplingErrors: Sendable, Equatable {
    enum Form: Sendable, Equatable {
        case independent
        case correlated([String], Double)
        case matrix(Matrix)
    }

    let variances: [Double]
    let form: Form

    func block(_ rows: [Int]) -> Matrix {
        switch form {
        case .independent: return Matrix.diagonal(rows.map { variances[$0] })
        case .matrix(let matrix): return matrix.block(rows: rows, columns: rows)
        case .correlated(let labels, let rho):
            var result = Matrix.diagonal(rows.map { variances[$0] })
            for (i, row) in rows.enumerated() {
                for (j, column) in rows.enumerated() where i != j && labels[row] == labels[column] {
                    result[i, j] = rho * (variances[row] * variances[column]).squareRoot()
                }
            }
            return result
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
    init(count: Int, terms: [RandomTerm], sampling: SamplingErrors) {
        var parent = Array(0..<count)
        func root(_ place: Int) -> Int {
            var place = place
            while parent[place] != place {
                parent[place] = parent[parent[place]]
                place = parent[place]
            }
            return place
        }
        func join(_ first: Int, _ second: Int) {
            let a = root(first)
            let b = root(second)
            if a != b { parent[max(a, b)] = min(a, b) }
        }
        func joinEqual(_ labels: [String]) {
            var first: [String: Int] = [:]
            for (place, label) in labels.enumerated() {
                if let known = first[label] { join(known, place) } else { first[label] = place }
            }
        }
        for term in terms { joinEqual(term.labels) }
        switch sampling.form {
        case .independent: break
        case .correlated(let labels, let rho): if rho != 0 { joinEqual(labels) }
        case .matrix(let matrix):
            for i in 0..<count { for j in 0..<i where matrix[i, j] != 0 { join(i, j) } }
        }
        var members = [[Int]](repeating: [], count: count)
        for place in 0..<count { members[root(place)].append(place) }
        blocks = members.filter { !$0.isEmpty }
    }
}
