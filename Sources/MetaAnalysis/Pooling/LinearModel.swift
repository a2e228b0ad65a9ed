internal import Foundation

/// Effects with a design: y = Xβ + u + e, var u = τ², var e = v.
///
/// The design is kept as orthonormal columns with the same span, so that moderators on wild scales (years
/// beside shares) lose no digits; coefficients return to the user's scale by ``backToTerms``. A design of
/// one constant column stays as it is.
struct LinearModel: Sendable, Equatable {
    let effects: [Double]
    let variances: [Double]
    let terms: [String]
    /// Columns one after another, p × k.
    let basis: [Double]
    /// The user's columns, p × k.
    let columns: [Double]
    /// β = `backToTerms` γ for coefficients γ of the basis.
    let backToTerms: Matrix
    /// ln |X′X| on the user's scale.
    let logDeterminantOfDesign: Double
    /// The mean effect, taken off before sums of squares.
    let centre: Double
    /// Whether the design holds a constant column, so that taking the centre off changes no residual.
    let centreIsSpanned: Bool
    let isConstantOnly: Bool

    var count: Int { effects.count }
    var parameters: Int { terms.count }
    var degreesOfFreedom: Double { Double(count - parameters) }

    /// A model with one constant.
    init(effects: [Double], variances: [Double]) {
        self.effects = effects
        self.variances = variances
        terms = ["intercept"]
        basis = [Double](repeating: 1, count: effects.count)
        columns = basis
        backToTerms = Matrix.identity(1)
        logDeterminantOfDesign = log(Double(effects.count))
        centreIsSpanned = true
        isConstantOnly = true
        centre = effects.reduce(0, +) / Double(effects.count)
    }

    /// A model with the columns of a design.
    /// - Throws: a column that hangs on the ones before it, or no more studies than columns.
    init(effects: [Double], variances: [Double], terms: [String], design: [[Double]])
        throws(MetaAnalysisError)
    {
        let k = effects.count
        let p = design.count
        guard k > p else {
            throw .tooFewStudies(found: k, needed: p + 1, purpose: "a model with \(p) coefficients")
        }
        let smallest = variances.min() ?? 1
        let ratio = (variances.max() ?? 1) / smallest
        guard ratio <= 1e12 else {
            throw .parameter(
                name: "largest variance over smallest", found: ratio,
                expected: "at most 1e12 in a regression; check units")
        }
        self.effects = effects
        self.variances = variances
        self.terms = terms
        columns = design.flatMap { $0 }
        centre = effects.reduce(0, +) / Double(k)
        centreIsSpanned = design.contains { $0.allSatisfy { $0 == 1 } }
        if p == 1, let column = design.first, column.allSatisfy({ $0 == 1 }) {
            basis = columns
            backToTerms = Matrix.identity(1)
            logDeterminantOfDesign = log(Double(k))
            isConstantOnly = true
            return
        }
        isConstantOnly = false
        var orthonormal: [[Double]] = []
        var triangle = Matrix(rows: p, columns: p)
        var logDeterminant = 0.0
        for (place, column) in design.enumerated() {
            var rest = column
            let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
            // Twice, as one pass leaves rounding of the size of the column itself.
            for _ in 0..<2 {
                for (earlier, direction) in orthonormal.enumerated() {
                    let projection = zip(rest, direction).reduce(0) { $0 + $1.0 * $1.1 }
                    triangle[earlier, place] += projection
                    for i in 0..<k { rest[i] -= projection * direction[i] }
                }
            }
            let left = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard left > length * 1e-10, left > 0 else { throw .collinear(moderator: terms[place]) }
            triangle[place, place] = left
            logDeterminant += 2 * log(left)
            orthonormal.append(rest.map { $0 / left })
        }
        basis = orthonormal.flatMap { $0 }
        logDeterminantOfDesign = logDeterminant
        var inverse = Matrix(rows: p, columns: p)
        for column in 0..<p {
            for row in stride(from: column, through: 0, by: -1) {
                var sum = row == column ? 1.0 : 0.0
                for m in (row + 1)..<max(column + 1, row + 1) { sum -= triangle[row, m] * inverse[m, column] }
                inverse[row, column] = sum / triangle[row, row]
            }
        }
        backToTerms = inverse
    }

    /// The model without one study, or `nil` where the rest no longer holds up the design.
    func omitting(_ place: Int) -> LinearModel? {
        var effects = effects
        var variances = variances
        effects.remove(at: place)
        variances.remove(at: place)
        if isConstantOnly { return LinearModel(effects: effects, variances: variances) }
        let design = (0..<parameters).map { column in
            var values = Array(columns[(column * count)..<((column + 1) * count)])
            values.remove(at: place)
            return values
        }
        return try? LinearModel(effects: effects, variances: variances, terms: terms, design: design)
    }

    /// The row of the user's design for one study.
    func row(_ study: Int) -> [Double] { (0..<parameters).map { columns[$0 * count + study] } }

    /// The row of the basis for one study.
    func basisRow(_ study: Int) -> [Double] { (0..<parameters).map { basis[$0 * count + study] } }
}
