/// Which small-sample form of cluster-robust variances is used.
public enum RobustForm: String, Sendable, Hashable, CaseIterable {
    /// Sums over clusters times m/(m − p); t with m − p degrees of freedom.
    case cr1 = "CR1"
    /// Residuals corrected so that variances are unbiased when the working model holds, t with
    /// Satterthwaite's degrees of freedom (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018). For fewer
    /// than some forty clusters.
    case cr2 = "CR2"
}

/// Coefficients whose errors stay honest when effects within a cluster hang together in unknown ways.
public struct RobustCoefficients: Sendable, Equatable {
    /// The form.
    public let form: RobustForm
    /// The coefficients.
    public let coefficients: [Coefficient]
    /// The number of clusters.
    public let clusters: Int
    /// Coefficients that should not be leaned on: fewer than four degrees of freedom (Tipton 2015), or an
    /// error of 0 up to rounding, as one cluster alone stands behind the coefficient.
    public var doubtful: [String] {
        coefficients.filter {
            ($0.degreesOfFreedom ?? 0) < 4 || $0.standardError <= 1e-10 * abs($0.estimate)
        }.map(\.term)
    }

    /// - Parameters:
    ///   - fit: a model whose blocks lie within clusters; O(n³) for a cluster of n effects.
    ///   - clusters: a label per effect.
    init(_ fit: GeneralisedFit, clusters labels: [String], form: RobustForm, level: Double)
        throws(MetaAnalysisError)
    {
        let model = fit.model
        guard labels.count == model.count else {
            throw .count(what: "cluster", found: labels.count, expected: model.count)
        }
        let p = model.parameters
        let (order, members) = Clusters.members(labels)
        let m = order.count
        guard m > p else {
            throw .tooFewStudies(
                found: m, needed: p + 1, purpose: "cluster-robust variances, counted in clusters,")
        }
        for rows in fit.blocks where Set(rows.map { labels[$0] }).count > 1 {
            throw .contradiction(
                "effects of different clusters are dependent in the model; take the outermost level as "
                    + "cluster"
            )
        }
        var scores: [[Double]] = []
        var contributions: [[[Double]]] = []
        var spreads: [[Double]] = []
        var blocksOf = [[Int]](repeating: [], count: m)
        var clusterOf = [Int](repeating: 0, count: model.count)
        for (cluster, rows) in members.enumerated() { for row in rows { clusterOf[row] = cluster } }
        for (block, rows) in fit.blocks.enumerated() { blocksOf[clusterOf[rows[0]]].append(block) }
        for (cluster, rows) in members.enumerated() {
            let label = order[cluster]
            let working = Self.working(fit, rows, blocks: blocksOf[cluster])
            guard let factor = Cholesky(working) else {
                throw .notConverged("the working covariance of cluster '\(label)'")
            }
            let design = Matrix(rows.map { model.basisRow($0) })
            // W X M, one column per coefficient of the basis.
            let weighted = factor.solve(design) * fit.basisCovariance
            let adjusted: Matrix
            switch form {
            case .cr1: adjusted = weighted
            case .cr2:
                // D B^(−1/2) D′ with D D′ = Φ and B = D⁻¹ (Φ − X M X′) D⁻¹′ scaled to the identity without
                // leverage.
                let lower = factor.lower
                let hat = design * fit.basisCovariance * design.transposed
                let middle = lower.transposed * (working - hat) * lower
                let root = SymmetricEigen(middle).apply { $0 > 0 ? 1 / $0.squareRoot() : 0 }
                adjusted = lower * root * lower.transposed * weighted
            }
            let toTerms = adjusted * model.backToTerms.transposed
            let residuals = rows.map { fit.residuals[$0] }
            scores.append((0..<p).map { c in rows.indices.reduce(0) { $0 + toTerms[$1, c] * residuals[$1] } })
            spreads.append(
                (0..<p).map { c in working.quadraticForm(rows.indices.map { toTerms[$0, c] }) })
            let crossed = design.transposed * toTerms
            contributions.append((0..<p).map { c in (0..<p).map { crossed[$0, c] } })
        }
        let factor = form == .cr1 ? Double(m) / Double(m - p) : 1
        self.form = form
        self.clusters = m
        coefficients = (0..<p).map { c in
            let variance = factor * scores.reduce(0) { $0 + $1[c] * $1[c] }
            var degrees = Double(m - p)
            if form == .cr2 {
                // tr G and tr G² for G = diag(s) − U M U′ with U the rows of the clusters.
                let rows = Matrix(contributions.map { $0[c] })
                let turned = rows * fit.basisCovariance
                var trace = 0.0
                var square = 0.0
                var weighted = Matrix(rows: p, columns: p)
                for i in 0..<m {
                    var own = 0.0
                    for a in 0..<p {
                        own += turned[i, a] * rows[i, a]
                        for b in 0..<p { weighted[a, b] += rows[i, a] * rows[i, b] }
                    }
                    let spread = spreads[i][c]
                    trace += spread - own
                    square += spread * spread - 2 * spread * own
                }
                let crossed = fit.basisCovariance * weighted
                square += (crossed * crossed).trace
                degrees = trace * trace / square
            }
            return Coefficient(
                term: model.terms[c], estimate: fit.estimates[c], standardError: variance.squareRoot(),
                degreesOfFreedom: degrees, level: level)
        }
    }

    /// The covariance of the model among the rows of a cluster.
    private static func working(_ fit: GeneralisedFit, _ rows: [Int], blocks: [Int]) -> Matrix {
        var place: [Int: Int] = [:]
        for (index, row) in rows.enumerated() { place[row] = index }
        var result = Matrix(rows: rows.count, columns: rows.count)
        for number in blocks {
            let covariance = fit.covariances[number]
            for (i, row) in fit.blocks[number].enumerated() {
                for (j, column) in fit.blocks[number].enumerated() {
                    if let a = place[row], let b = place[column] { result[a, b] = covariance[i, j] }
                }
            }
        }
        return result
    }
}

extension ModelFit {
    /// The same fit with a diagonal covariance in blocks of one.
    var generalised: GeneralisedFit? {
        GeneralisedFit(
            model, blocks: (0..<model.count).map { [$0] },
            covariances: model.variances.map { Matrix([[$0 + heterogeneity.tau2]]) })
    }
}

extension PooledEffect {
    /// The pooled effect with a cluster-robust error.
    /// - Parameters:
    ///   - clusters: a label per study, for instance the survey that several studies share.
    ///   - form: CR2 unless there are many clusters.
    /// - Throws: another number of labels, one cluster only, or the generalised Q with weights of one's own.
    public func robust(clusters: [String], _ form: RobustForm = .cr2) throws(MetaAnalysisError)
        -> RobustCoefficients
    {
        try fit.robust(clusters, form, options)
    }
}

extension MetaRegression {
    /// The coefficients with cluster-robust errors.
    /// - Parameters:
    ///   - clusters: a label per study that was used.
    ///   - form: CR2 unless there are many clusters.
    /// - Throws: another number of labels, no more clusters than coefficients.
    public func robust(clusters: [String], _ form: RobustForm = .cr2) throws(MetaAnalysisError)
        -> RobustCoefficients
    {
        try fit.robust(clusters, form, options)
    }
}

extension ModelFit {
    func robust(
        _ clusters: [String], _ form: RobustForm, _ options: PoolingOptions
    ) throws(MetaAnalysisError) -> RobustCoefficients {
        if case .randomEffects(.generalisedQ) = poolingModel {
            throw .contradiction(
                "cluster-robust errors go with weights by inverse variance; choose another estimator "
                    + "than GENQ"
            )
        }
        guard let generalised else { throw .notConverged("the working model") }
        return try RobustCoefficients(generalised, clusters: clusters, form: form, level: options.level)
    }
}
