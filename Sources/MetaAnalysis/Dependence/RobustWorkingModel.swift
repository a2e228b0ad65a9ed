/// What is assumed about dependent effects to weight them well; errors stay robust either way
/// (Hedges, Tipton and Johnson 2010).
public enum WorkingModel: Sendable, Hashable {
    /// Effects of a study share persons, with correlation ρ of their errors.
    case correlated(rho: Double)
    /// Effects of a study differ among themselves, with a variance of their own.
    case hierarchical
}

/// Robust variance estimation with moment weights and CR2 errors.
public struct RobustMetaRegression: Sendable, Equatable {
    /// The working model.
    public let workingModel: WorkingModel
    /// The coefficients, t with Satterthwaite's degrees of freedom.
    public let coefficients: [Coefficient]
    /// The variance between studies, by moments.
    public let tau2: Double
    /// The variance within studies, hierarchical effects only.
    public let omega2: Double?
    /// I² in percent, correlated effects only.
    public let i2: Double?
    /// Coefficients with fewer than four degrees of freedom.
    public let doubtful: [String]
}

extension EffectSet {
    /// Robust variance estimation for dependent effects.
    /// - Parameters:
    ///   - clusters: the study of every effect.
    ///   - moderators: properties without missing values.
    ///   - workingModel: what the weights assume.
    ///   - level: the level of intervals.
    /// - Throws: labels or moderators of another length, ρ out of range, no more studies than coefficients.
    public func robustRegression(
        clusters: [String], moderators: [Moderator] = [], workingModel: WorkingModel, level: Double = 0.95
    ) throws(MetaAnalysisError) -> RobustMetaRegression {
        try PoolingOptions.check(level: level)
        guard clusters.count == count else {
            throw .count(what: "cluster", found: clusters.count, expected: count)
        }
        var terms = ["intercept"]
        var design = [[Double](repeating: 1, count: count)]
        for moderator in moderators {
            guard moderator.count == count, !(0..<count).contains(where: moderator.isMissing) else {
                throw .count(
                    what: "moderator '\(moderator.name)' without gaps", found: moderator.count,
                    expected: count)
            }
            for column in try moderator.columns(for: Array(0..<count), names: studies) {
                terms.append(column.term)
                design.append(column.values)
            }
        }
        let model = try LinearModel(effects: effects, variances: variances, terms: terms, design: design)
        let members = Clusters.members(clusters).members
        let moments: (weights: [Double], tau2: Double, omega2: Double?, i2: Double?)
        switch workingModel {
        case .correlated(let rho):
            guard rho >= 0, rho <= 1 else {
                throw .parameter(name: "rho", found: rho, expected: "between 0 and 1")
            }
            moments = correlatedMoments(model, members, rho)
        case .hierarchical: moments = hierarchicalMoments(model, members)
        }
        guard
            let fit = GeneralisedFit(
                model, blocks: (0..<count).map { [$0] },
                covariances: moments.weights.map { Matrix([[1 / $0]]) })
        else { throw .notConverged("the working model") }
        let robust = try RobustCoefficients(fit, clusters: clusters, form: .cr2, level: level)
        return RobustMetaRegression(
            workingModel: workingModel, coefficients: robust.coefficients, tau2: moments.tau2,
            omega2: moments.omega2, i2: moments.i2, doubtful: robust.doubtful)
    }

    private func correlatedMoments(
        _ model: LinearModel, _ members: [[Int]], _ rho: Double
    ) -> (weights: [Double], tau2: Double, omega2: Double?, i2: Double?) {
        var mean = [Double](repeating: 0, count: count)
        var size = mean
        for rows in members {
            let average = rows.reduce(0) { $0 + variances[$1] } / Double(rows.count)
            for row in rows {
                mean[row] = average
                size[row] = Double(rows.count)
            }
        }
        let w = (0..<count).map { 1 / (size[$0] * mean[$0]) }
        let fit = WeightedFit(model, weights: w)
        var own = Matrix(rows: model.parameters, columns: model.parameters)
        var joint = own
        var joint2 = own
        for rows in members {
            let weight = w[rows[0]]
            let k = Double(rows.count)
            let x = Matrix(rows.map { model.basisRow($0) })
            let sums = (0..<model.parameters).map { c in rows.indices.reduce(0) { $0 + x[$1, c] } }
            let outer = Matrix(sums.map { a in sums.map { a * $0 } })
            own = own + (weight / k) * (x.transposed * x)
            joint = joint + (weight / k) * outer
            joint2 = joint2 + (weight * weight) * outer
        }
        let q = fit.quadratic
        let m = Double(members.count)
        let total = members.reduce(0) { $0 + Double($1.count) * w[$1[0]] }
        let denominator = total - (fit.inverse * joint2).trace
        // What Q would be on average without variance between studies.
        let expected = m - (1 - rho) * (fit.inverse * own).trace - rho * (fit.inverse * joint).trace
        let tau2 = max(0, (q - expected) / denominator)
        return (
            (0..<count).map { 1 / (size[$0] * (mean[$0] + tau2)) }, tau2, nil,
            q > 0 ? max(0, 100 * (q - expected) / q) : 0
        )
    }

    /// Two quadratic forms of the residuals, Σ e²/v and Σ (Σ e)² per study, set equal to what τ² and ω²
    /// make of them.
    private func hierarchicalMoments(
        _ model: LinearModel, _ members: [[Int]]
    ) -> (weights: [Double], tau2: Double, omega2: Double?, i2: Double?) {
        let w = variances.map { 1 / $0 }
        let fit = WeightedFit(model, weights: w)
        let p = model.parameters
        let m = fit.inverse
        let second = WeightedFit.moment(model, w, power: 2)
        // Both forms by sums per study: with R = I − XMX′W, R′WR = W − WXMX′W and R′1 = 1 − WXMX′1.
        var sumsOfSquares = Matrix(rows: p, columns: p)
        let perStudy = members.map { rows -> (weights: Double, weighted: [Double], plain: [Double]) in
            var weighted = [Double](repeating: 0, count: p)
            var plain = weighted
            for row in rows {
                let x = model.basisRow(row)
                for a in 0..<p {
                    weighted[a] += w[row] * x[a]
                    plain[a] += x[a]
                }
            }
            for a in 0..<p { for b in 0..<p { sumsOfSquares[a, b] += weighted[a] * weighted[b] } }
            return (rows.reduce(0) { $0 + w[$1] }, weighted, plain)
        }
        var weighted = (
            tau2: -(m * sumsOfSquares).trace, omega2: -(m * second).trace, constant: model.degreesOfFreedom
        )
        var summed = (tau2: 0.0, omega2: 0.0, constant: variances.reduce(0, +))
        var q1 = 0.0
        for (rows, sums) in zip(members, perStudy) {
            let n = Double(rows.count)
            let c = m * sums.plain
            func dot(_ left: [Double], _ right: [Double]) -> Double {
                zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
            }
            weighted.tau2 += sums.weights
            weighted.omega2 += sums.weights
            let own = dot(sums.weighted, c)
            summed.tau2 += n * n - 2 * n * own + sumsOfSquares.quadraticForm(c)
            summed.omega2 += n - 2 * own + second.quadraticForm(c)
            summed.constant -= dot(sums.plain, c)
            let total = rows.reduce(0) { $0 + fit.residuals[$1] }
            q1 += total * total
        }
        let q = fit.quadratic
        let determinant = weighted.tau2 * summed.omega2 - summed.tau2 * weighted.omega2
        let omega2 = max(
            0,
            (weighted.tau2 * (q1 - summed.constant) - summed.tau2 * (q - weighted.constant)) / determinant)
        let tau2 = max(0, (q - weighted.constant - omega2 * weighted.omega2) / weighted.tau2)
        return (variances.map { 1 / ($0 + tau2 + omega2) }, tau2, omega2, nil)
    }
}
