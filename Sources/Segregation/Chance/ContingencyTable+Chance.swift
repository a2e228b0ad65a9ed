internal import Stochastics

/// How chance is thought to fill the units when nobody segregates.
public enum ChanceModel: String, Sendable, CaseIterable {
    /// Unit sizes and group sizes both stay as they are; counts are hypergeometric.
    case fixedMargins
    /// Unit sizes stay, every person belongs to the group with the group's share as chance; counts are binomial.
    case binomial
}

extension ContingencyTable {
    /// The dissimilarity of a group and the rest to be expected when nobody segregates; an exact finite sum.
    /// - Returns: `nil` when the counts are not whole or the group or the rest is empty.
    /// - Complexity: linear in the number of units, by the closed form of the mean absolute deviation.
    public func expectedDissimilarity(
        of group: Group, from rest: Remainder, under model: ChanceModel = .fixedMargins
    ) throws(SegregationError) -> Double? {
        let column = try column(of: group)
        let own = groupTotals[column]
        let all = total
        guard holdsWholeNumbers, own > 0, own < all else { return nil }
        var deviation = CompensatedSum()
        for size in UnitSizes(unitTotals).all {
            let expected =
                switch model {
                case .fixedMargins:
                    Hypergeometric(total: all, marked: own, drawn: size.persons).meanAbsoluteDeviation
                case .binomial: Binomial(trials: size.persons, probability: own / all).meanAbsoluteDeviation
                }
            deviation.add(size.units * expected)
        }
        return deviation.value * all / (2 * own * (all - own))
    }

    /// Modified dissimilarity: D with what chance alone gives taken out, (D - E)/(1 - E), and (D - E)/E when D is
    /// below chance (Carrington and Troske 1997), with the exact expectation in place of a simulated one.
    public func chanceCorrectedDissimilarity(
        of group: Group, from rest: Remainder, under model: ChanceModel = .binomial
    ) throws(SegregationError) -> Double? {
        guard let value = try dissimilarity(of: group, from: .rest).number,
            let expected = try expectedDissimilarity(of: group, from: .rest, under: model)
        else { return nil }
        return ChanceCorrection.rescaled.correct(value, expected: expected)
    }

    /// M to be expected when nobody segregates and both margins stay as they are; an exact finite sum.
    /// - Returns: `nil` when the counts are not whole or nobody lives in the table.
    public func expectedMutualInformation(base: LogarithmBase = .natural) -> Double? {
        expectation(.mutualInformation).map { $0 * base.factor }
    }

    /// H to be expected when nobody segregates and both margins stay as they are; an exact finite sum.
    public func expectedInformationTheoryIndex() -> Double? {
        expectation(.entropyIndex)
    }

    private func expectation(_ scalar: AspatialLayout.Scalar) -> Double? {
        let value = ChanceExpectation(of: self, atkinsonShapes: [], parts: .information)[scalar]
        return value.isFinite ? value : nil
    }
}
