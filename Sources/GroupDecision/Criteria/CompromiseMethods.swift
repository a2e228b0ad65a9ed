internal import Foundation

/// Methods that add up, multiply or measure the distance to an ideal.
extension CriteriaTable {
    /// Sum of weight times normalised value (Fishburn 1967).
    /// - Throws: as ``normalised(_:)``.
    public func weightedSum(_ normalisation: Normalisation) throws -> CriteriaView {
        let scores = try normalised(normalisation).map { row in
            zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return CriteriaView(scores: scores, higherIsBetter: true)
    }

    /// Product of normalised values raised to their weights (Bridgman 1922).
    /// - Throws: as ``normalised(_:)``.
    public func weightedProduct(_ normalisation: Normalisation) throws -> CriteriaView {
        let scores = try normalised(normalisation).map { row in
            zip(weights, row).reduce(1) { $0 * pow($1.1, $1.0) }
        }
        return CriteriaView(scores: scores, higherIsBetter: true)
    }

    /// TOPSIS (Hwang & Yoon 1981): closeness d- / (d+ + d-) to the best and worst weighted values, 0 to 1.
    ///
    /// Alternatives that all agree on every criterion get one half.
    /// - Throws: as ``normalised(_:)``.
    public func topsis(_ normalisation: Normalisation) throws -> CriteriaView {
        let weighted = try normalised(normalisation).map { zip(weights, $0).map(*) }
        let columns = directions.indices.map { criterion in weighted.map { $0[criterion] } }
        let best = columns.map { $0.max() ?? 0 }
        let worst = columns.map { $0.min() ?? 0 }
        func distance(_ row: [Double], _ point: [Double]) -> Double {
            zip(row, point).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        }
        let scores = weighted.map { row in
            let (toBest, toWorst) = (distance(row, best), distance(row, worst))
            return toBest + toWorst > 0 ? toWorst / (toBest + toWorst) : 0.5
        }
        return CriteriaView(scores: scores, higherIsBetter: true)
    }

    /// VIKOR (Opricovic & Tzeng 2004, EJOR 156:445): Q from group regret S and largest single regret R, lower
    /// better.
    /// - Parameter groupShare: the weight v of the group regret, 0 to 1.
    /// - Throws: ``GroupDecisionError/outOfRange(what:found:expected:)`` for a share outside 0 to 1 or a
    ///   criterion with equal values.
    public func vikor(groupShare: Double = 0.5) throws -> CriteriaView {
        guard (0...1).contains(groupShare) else {
            throw GroupDecisionError.outOfRange(
                what: "the weight of the group regret", found: "\(groupShare)", expected: "0 to 1")
        }
        if let flat = directions.indices.first(where: { column($0).min() == column($0).max() }) {
            throw GroupDecisionError.outOfRange(
                what: "the spread of criterion \(flat)", found: "0", expected: "above 0")
        }
        let regrets = try normalised(.minMax).map { row in zip(weights, row).map { $0 * (1 - $1) } }
        let group = regrets.map { $0.reduce(0, +) }
        let single = regrets.map { $0.max() ?? 0 }
        func relative(_ values: [Double]) -> [Double] {
            let low = values.min() ?? 0
            let width = (values.max() ?? 0) - low
            return values.map { width > 0 ? ($0 - low) / width : 0 }
        }
        let scores = zip(relative(group), relative(single)).map { groupShare * $0 + (1 - groupShare) * $1 }
        return CriteriaView(scores: scores, higherIsBetter: false)
    }

    /// SPOTIS (Dezert, Tchamova, Han & Tacnet 2020, FUSION): weighted distance to the ideal in given bounds,
    /// lower is better.
    /// - Parameter bounds: lowest and highest sensible value per criterion.
    /// - Throws: ``GroupDecisionError`` if bounds are missing, empty or leave out a value.
    public func spotis(bounds: [ClosedRange<Double>]) throws -> CriteriaView {
        guard bounds.count == directions.count else {
            throw GroupDecisionError.wrongLength(
                what: "the list of bounds", found: bounds.count, expected: directions.count)
        }
        for (criterion, range) in bounds.enumerated() {
            guard range.lowerBound < range.upperBound, column(criterion).allSatisfy(range.contains) else {
                throw GroupDecisionError.outOfRange(
                    what: "criterion \(criterion)", found: "a value outside the bounds or bounds of no width",
                    expected: "\(range.lowerBound) to \(range.upperBound)")
            }
        }
        let scores = values.map { row in
            row.indices.reduce(0) { sum, criterion in
                let range = bounds[criterion]
                let ideal = directions[criterion] == .benefit ? range.upperBound : range.lowerBound
                return sum + weights[criterion] * abs(row[criterion] - ideal)
                    / (range.upperBound - range.lowerBound)
            }
        }
        return CriteriaView(scores: scores, higherIsBetter: false)
    }
}
