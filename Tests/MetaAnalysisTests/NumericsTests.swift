import Foundation
import Testing

@testable import MetaAnalysis

/// Values from tables and closed forms; each names its source.
@Suite struct NumericsTests {
    @Test func logGammaMatchesFactorialsAndHalves() {
        #expect(near(LogGamma.value(0.5), 0.5 * log(Double.pi)))
        #expect(near(LogGamma.value(11), log(3_628_800)))
        #expect(near(LogGamma.value(1e6), 12_815_504.569147611, relative: 1e-15))
        #expect(near(LogGamma.beta(3, 4), log(1.0 / 60)))
        #expect(near(LogGamma.beta(20, 0.5), LogGamma.value(20) + LogGamma.value(0.5) - LogGamma.value(20.5)))
        #expect(near(LogGamma.beta(20, 30), LogGamma.value(20) + LogGamma.value(30) - LogGamma.value(50)))
    }

    /// Abramowitz and Stegun tables 26.1, 26.8, 26.10; closed forms for 1, 2 and 4 degrees of freedom.
    @Test func quantilesMatchPrintedTables() {
        #expect(near(NormalDistribution.quantile(0.975), 1.959963984540054, relative: 1e-15))
        #expect(near(NormalDistribution.upperQuantile(1e-20), 9.262340089798408, relative: 1e-14))
        #expect(near(StudentDistribution.quantile(0.975, df: 1), tan(.pi * 0.475), relative: 1e-13))
        #expect(
            near(
                StudentDistribution.quantile(0.975, df: 2), 0.95 * (2 / (1 - 0.9025)).squareRoot(),
                relative: 1e-13))
        #expect(near(StudentDistribution.quantile(0.025, df: 11), -2.200985160091641, relative: 1e-12))
        #expect(near(StudentDistribution.quantile(0.975, df: 1e7), 1.9599642, relative: 1e-7))
        #expect(near(ChiSquaredDistribution.quantile(0.95, df: 2), -2 * log(0.05), relative: 1e-14))
        #expect(near(ChiSquaredDistribution.quantile(0.95, df: 1), 3.841458820694124, relative: 1e-13))
        #expect(near(ChiSquaredDistribution.quantile(0.025, df: 12), 4.403788506981703, relative: 1e-12))
        #expect(near(FDistribution.upperQuantile(0.05, 2, 10), 5 * (pow(0.05, -0.2) - 1), relative: 1e-12))
    }

    @Test func tailsKeepTheirDigits() {
        #expect(near(ChiSquaredDistribution.upper(600, df: 2), exp(-300), relative: 1e-13))
        #expect(
            near(ChiSquaredDistribution.upper(152.233008082373, df: 12), 1.996764590846e-26, relative: 1e-11))
        #expect(
            near(StudentDistribution.twoSided(-40, df: 2), 1 - 40 / (1602.0).squareRoot(), relative: 1e-10))
        #expect(near(NormalDistribution.logUpper(31), log(NormalDistribution.upper(31)), relative: 1e-9))
        #expect(near(IncompleteGamma.lower(2000, 2000) + IncompleteGamma.upper(2000, 2000), 1))
        #expect(near(FDistribution.upper(3, 2, 10), pow(1.6, -5), relative: 1e-14))
    }

    /// With one degree of freedom the noncentral χ² is the square of a shifted normal.
    @Test func noncentralDistributionsMeetTheirLimits() {
        let shift = 1.7
        let x = 3.3
        let exact =
            NormalDistribution.lower(x.squareRoot() - shift)
            - NormalDistribution.lower(-x.squareRoot() - shift)
        #expect(near(ChiSquaredDistribution.noncentralLower(x, df: 1, noncentrality: shift * shift), exact))
        #expect(
            near(
                FDistribution.noncentralLower(x, 1, 1e9, noncentrality: shift * shift), exact, relative: 1e-7)
        )
        #expect(near(FDistribution.noncentralLower(2, 3, 7, noncentrality: 0), FDistribution.lower(2, 3, 7)))
    }

    @Test func rootsAreExactAndMinimaAreFound() {
        let root = RootFinding.brent(from: 0, to: 2) { cos($0) - $0 }
        #expect(near(root ?? 0, 0.7390851332151607, relative: 1e-15))
        #expect(RootFinding.brent(from: 0, to: 1) { $0 * $0 + 1 } == nil)
        let low = Minimisation.brent(from: -3, to: 5) { ($0 - 1.25) * ($0 - 1.25) }
        #expect(near(low, 1.25, relative: 1e-7))
        func valley(_ x: [Double]) -> Double { pow(1 - x[0], 2) + 100 * pow(x[1] - x[0] * x[0], 2) }
        let rough = Minimisation.simplex(from: [-1.2, 1], steps: [0.5, 0.5], valley)
        let found = Minimisation.polish(rough.point, scales: [1, 1], valley)
        #expect(near(found[0], 1, relative: 1e-8) && near(found[1], 1, relative: 1e-8))
        let hessian = Derivatives.hessian(at: [1, 1], scales: [1, 1], valley)
        #expect(near(hessian[0, 0], 802, relative: 1e-6) && near(hessian[0, 1], -400, relative: 1e-6))
    }

    @Test func integralsAndMatricesMatchClosedForms() {
        #expect(near(Quadrature.adaptive(from: 0, to: .pi, sin), 2))
        let moments = Quadrature.hermite(7).reduce(0) { $0 + $1.weight * pow($1.point, 4) }
        #expect(near(moments, 0.75 * Double.pi.squareRoot()))
        let matrix = Matrix([[4, 2, 0.6], [2, 5, 1], [0.6, 1, 3]])
        let factor = Cholesky(matrix)
        let product = (factor?.inverse ?? matrix) * matrix
        for i in 0..<3 { for j in 0..<3 { #expect(abs(product[i, j] - (i == j ? 1 : 0)) < 1e-14) } }
        #expect(near(factor?.logDeterminant ?? 0, log(4 * 14 - 2 * (6 - 0.6) + 0.6 * (2 - 3))))
        let root = SymmetricEigen(matrix).apply { $0.squareRoot() }
        let square = root * root
        for i in 0..<3 { for j in 0..<3 { #expect(abs(square[i, j] - matrix[i, j]) < 1e-13) } }
        #expect(Cholesky(Matrix([[1, 2], [2, 4]])) == nil)
    }

    /// Kendall and Gibbons (1990), appendix table 1: n = 4, S = 6 has probability 1/24 in each tail.
    @Test func kendallIsExactForSmallNumbers() {
        let test = KendallDistribution.test([1, 2, 3, 4], [1, 2, 3, 4])
        #expect(near(test?.correlation ?? 0, 1) && near(test?.pValue ?? 0, 2.0 / 24))
        #expect(KendallDistribution.test([1, 1, 1], [1, 2, 3]) == nil)
    }
}
